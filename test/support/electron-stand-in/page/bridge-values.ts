export interface BridgeValues {
  wrap(value: unknown, toId: (fn: Function) => number): unknown
  unwrap(value: unknown, toFunction: (id: number) => Function): unknown
}

/** Marks functions on the way through the context bridge; everything else crosses as a structured clone. */
export function createBridgeValues(): BridgeValues {
  const mark = 'stand-in:function'
  const plain = '[object Object]'
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    Object.prototype.toString.call(value) === plain

  const wrap = (value: unknown, toId: (fn: Function) => number): unknown => {
    if (typeof value === 'function') return { [mark]: toId(value) }
    if (Array.isArray(value)) return value.map((part) => wrap(part, toId))
    if (!isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, wrap(part, toId)]))
  }

  const unwrap = (value: unknown, toFunction: (id: number) => Function): unknown => {
    if (Array.isArray(value)) return value.map((part) => unwrap(part, toFunction))
    if (!isPlain(value)) return value
    if (mark in value) return toFunction(value[mark] as number)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unwrap(part, toFunction)]))
  }

  return { wrap, unwrap }
}
