import type { BridgeValues } from './bridge-values.ts'
import type { WorldLink } from './world-link.ts'

interface Call {
  id: number
  call: number
  args: unknown
}

interface Outcome {
  call: number
  value?: unknown
  error?: string
  isLater?: boolean
}

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

export interface BridgePeer {
  give(value: unknown): unknown
  take(value: unknown): unknown
}

/** One world's side of the context bridge: its own functions go over as numbers, the other's come as functions. */
export function createBridgePeer(
  values: BridgeValues,
  link: WorldLink,
  self: string,
  other: string,
): BridgePeer {
  const given = new Map<number, Function>()
  const givenIds = new WeakMap<Function, number>()
  const taken = new Map<number, Function>()
  const waiting = new Map<number, Waiting>()
  const outcomes = new Map<number, Outcome>()
  let lastId = 0

  const give = (value: unknown): unknown => values.wrap(value, toId)
  const take = (value: unknown): unknown => values.unwrap(value, toFunction)

  const toId = (fn: Function): number => {
    const id = givenIds.get(fn) ?? ++lastId
    givenIds.set(fn, id)
    given.set(id, fn)
    return id
  }

  const toFunction = (id: number): Function => {
    const known = taken.get(id)
    if (known) return known
    const fn = (...args: unknown[]): unknown => {
      const call = ++lastId
      link.emit(`${other}-call`, { id, call, args: give(args) })
      const outcome = outcomes.get(call)
      outcomes.delete(call)
      if (!outcome) throw new Error('An object could not be cloned.')
      if (outcome.error !== undefined) throw new Error(outcome.error)
      if (!outcome.isLater) return take(outcome.value)
      return new Promise((resolve, reject) => waiting.set(call, { resolve, reject }))
    }
    taken.set(id, fn)
    return fn
  }

  link.on(`${self}-call`, ({ id, call, args }: Call) => {
    const answer = (type: string, outcome: object) => link.emit(`${other}-${type}`, { call, ...outcome })
    const fail = (type: string, error: unknown) =>
      answer(type, { error: error instanceof Error ? error.message : String(error) })
    try {
      const value = given.get(id)!(...(take(args) as unknown[])) as unknown
      if (value instanceof Promise) {
        answer('return', { isLater: true })
        value.then(
          (settled) => answer('settle', { value: give(settled) }),
          (error: unknown) => fail('settle', error),
        )
      } else answer('return', { value: give(value) })
    } catch (error) {
      fail('return', error)
    }
  })

  link.on(`${self}-return`, (outcome: Outcome) => outcomes.set(outcome.call, outcome))

  link.on(`${self}-settle`, ({ call, value, error }: Outcome) => {
    const promise = waiting.get(call)
    waiting.delete(call)
    if (error === undefined) promise?.resolve(take(value))
    else promise?.reject(new Error(error))
  })

  return { give, take }
}
