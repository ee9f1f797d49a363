import canonicalize from 'canonicalize'

const refuse = (what: string): never => {
  throw new TypeError(`canonical JSON takes ${what}`)
}

const checkObject = (value: object): void => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) refuse('plain objects only')
  if (Object.getOwnPropertySymbols(value).length > 0) refuse('no symbols')
  for (const [key, member] of Object.entries(value)) {
    check(key)
    check(member)
  }
}

const checkArray = (value: readonly unknown[]): void => {
  // By index: a hole is passed over by for-of's cousins and would become null.
  for (let i = 0; i < value.length; i++) check(value[i])
}

const check = (value: unknown): void => {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) refuse('well-formed strings only')
      return
    case 'number':
      if (!Number.isSafeInteger(value)) refuse('safe integers only')
      return
    case 'boolean':
      return
    case 'object':
      if (value === null) return
      if (Array.isArray(value)) checkArray(value)
      else checkObject(value)
      return
    default:
      refuse('no undefined, function, symbol or bigint')
  }
}

/**
 * RFC 8785 of what has one form only: no fraction, no `undefined` that would silently vanish,
 * nothing with a `toJSON` of its own.
 */
export const canonicalJson = (value: unknown): string => {
  check(value)
  return canonicalize(value) ?? refuse('JSON values only')
}
