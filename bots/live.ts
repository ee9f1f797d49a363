/**
 * An object whose fields are looked up when they are asked for: whoever holds it from the start has what
 * holds now. Who copies it, or takes a field out early, has what held then.
 */
export const live = <T extends object>(read: () => T): T =>
  new Proxy({} as T, {
    get: (_, key) => Reflect.get(read(), key) as unknown,
    has: (_, key) => Reflect.has(read(), key),
    ownKeys: () => Reflect.ownKeys(read()),
    getOwnPropertyDescriptor: (_, key) => {
      const found = Reflect.getOwnPropertyDescriptor(read(), key)
      return found === undefined ? undefined : { ...found, configurable: true }
    },
    set: () => false,
  })

/** Made of what `from` gives, and made anew only when that gives another object. */
export const derived = <A extends object, T extends object>(from: () => A, make: (source: A) => T): T => {
  let source: A | undefined
  let made: T | undefined
  return live(() => {
    const now = from()
    if (made === undefined || source !== now) {
      source = now
      made = make(now)
    }
    return made
  })
}
