/** As `strict` of the main process: reading a member the target has not throws. */
export function strictInPage<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (key in object || typeof key === 'symbol') return Reflect.get(object, key) as unknown
      throw new Error(`stand-in: ${name}.${key} is not implemented`)
    },
  })
}
