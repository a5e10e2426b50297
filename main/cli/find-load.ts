import type { LoadView } from '../../shared/contract/outputs.ts'
import type { Engine } from '../engine/engine.ts'
import { RefusedError } from './command.ts'

/** By its number, in any case. */
export async function findLoad(engine: Engine, number: string): Promise<LoadView> {
  const answer = await engine.call('load.list', {})
  if (!answer.ok) throw new RefusedError(answer.problem)
  const wanted = number.trim().toUpperCase()
  const found = answer.value.loads.find((load) => load.number === wanted)
  if (!found) throw new RefusedError({ kind: 'load-unknown', number })
  return found
}
