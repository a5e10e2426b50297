import type { CarrierView } from '../../shared/contract/outputs.ts'
import type { Engine } from '../engine/engine.ts'
import { RefusedError } from './command.ts'

/** By name or SCAC, in any case. */
export async function findCarrier(engine: Engine, name: string): Promise<CarrierView> {
  const answer = await engine.call('carrier.list', {})
  if (!answer.ok) throw new RefusedError(answer.problem)
  const wanted = name.toUpperCase()
  const found = answer.value.carriers.find(
    (carrier) => carrier.name.toUpperCase() === wanted || carrier.scac === wanted,
  )
  if (!found) throw new RefusedError({ kind: 'carrier-unknown', name })
  return found
}
