type Tagged = { $: string; v: unknown }
type Encoded = null | string | boolean | number | Encoded[] | Tagged

export interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

/** Structured clone as text, for what passes between a page and the main process. Runs in both, so it is closed. */
export function createCodec(): Codec {
  const arrayTypes = [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  ]

  const base64 = {
    encode(bytes: Uint8Array): string {
      let text = ''
      for (let at = 0; at < bytes.length; at += 32768) {
        text += String.fromCharCode(...bytes.subarray(at, at + 32768))
      }
      return btoa(text)
    },
    decode: (text: string): ArrayBuffer =>
      Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer,
  }

  const encodeObject = (value: object): Encoded => {
    if (Array.isArray(value)) return value.map(encodeValue)
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] }
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack] }
    if (value instanceof Map) return { $: 'map', v: [...value].map(encodeValue) }
    if (value instanceof Set) return { $: 'set', v: [...value].map(encodeValue) }
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: base64.encode(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      const type = arrayTypes.findIndex((candidate) => value instanceof candidate)
      return {
        $: 'view',
        v: [type, base64.encode(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))],
      }
    }
    return { $: 'object', v: Object.entries(value).map(([key, part]) => [key, encodeValue(part)]) }
  }

  const encodeValue = (value: unknown): Encoded => {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        if (Number.isFinite(value) && !Object.is(value, -0)) return value
        return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
      case 'undefined':
        return { $: 'undefined', v: null }
      case 'bigint':
        return { $: 'bigint', v: String(value) }
      case 'object':
        return value === null ? null : encodeObject(value)
      default:
        throw new Error('An object could not be cloned.')
    }
  }

  const decodeView = ([type, text]: [number, string]): ArrayBufferView =>
    new (arrayTypes[type] as Uint8ArrayConstructor)(base64.decode(text))

  const decoders: Record<string, (v: never) => unknown> = {
    number: Number,
    undefined: () => undefined,
    bigint: BigInt,
    date: (v: number) => new Date(v),
    regexp: (v: [string, string]) => new RegExp(...v),
    error: ([name, message, stack]: [string, string, string]) =>
      Object.assign(new Error(message), { name, stack }),
    map: (v: Encoded[]) => new Map(v.map(decodeValue) as [unknown, unknown][]),
    set: (v: Encoded[]) => new Set(v.map(decodeValue)),
    buffer: base64.decode,
    view: decodeView,
    object: (v: [string, Encoded][]) =>
      Object.fromEntries(v.map(([key, part]) => [key, decodeValue(part)] as const)),
  }

  const decodeValue = (value: Encoded): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(decodeValue)
    return decoders[value.$]!(value.v as never)
  }

  return {
    encode: (value) => JSON.stringify(encodeValue(value)),
    decode: (text) => decodeValue(JSON.parse(text)),
  }
}
