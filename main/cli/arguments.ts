import type { Engine } from '../engine/engine.ts'
import { getText, RefusedError, UsageError, type Arguments } from './command.ts'

export function need(args: Arguments, name: string): string {
  const value = getText(args, name)
  if (value === undefined) throw new UsageError(`--${name} is missing`)
  return value
}

export function needOneOf<T extends string>(value: string, name: string, known: readonly T[]): T {
  const found = known.find((word) => word === value)
  if (found === undefined) throw new UsageError(`--${name} is one of ${known.join(', ')}`)
  return found
}

export async function findCarrierId(engine: Engine, name: string): Promise<number> {
  const answer = await engine.call('carrier.list', {})
  if (!answer.ok) throw new RefusedError(answer.problem)
  const wanted = name.toUpperCase()
  const found = answer.value.carriers.find(
    (carrier) => carrier.name.toUpperCase() === wanted || carrier.scac === wanted,
  )
  if (!found) throw new RefusedError({ kind: 'carrier-unknown', name })
  return found.id
}

/** A whole number such as a block's, counted from 1. */
export function needNumber(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`${name} takes digits`)
  return Number(text)
}
