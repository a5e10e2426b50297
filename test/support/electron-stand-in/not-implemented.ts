export const notImplemented = (name: string): Error => new Error(`stand-in: ${name} is not implemented`)

/** Await and JSON ask every object for these. */
const askedOfEverything = new Set(['then', 'toJSON'])

/** The target itself, except that reading a member it has not throws instead of giving undefined. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (key in object || typeof key === 'symbol' || askedOfEverything.has(key)) {
        return Reflect.get(object, key, receiver) as unknown
      }
      throw notImplemented(`${name}.${key}`)
    },
  })
}
