import type { IdentifierType, NameType } from './identifier.ts'

/**
 * What something found is known to be without the words around it. `phone` and `name` take the service that
 * stands near them.
 */
export type Reading =
  | { readonly is: 'phone'; readonly e164: string }
  | { readonly is: 'name'; readonly name: string }
  | {
      readonly is: 'fixed'
      readonly type: IdentifierType
      readonly normal: string
      readonly keys: readonly string[]
      readonly unresolved?: true
      /** All digits of a card. */
      readonly secret?: string
    }

/** A reading and its place in the plain text. */
export type Hit = { readonly from: number; readonly to: number; readonly reading: Reading }

export const fixed = (type: IdentifierType, normal: string, ...keys: readonly string[]): Reading => ({
  is: 'fixed',
  type,
  normal,
  keys: keys.length === 0 ? [`${type}:${normal}`] : keys,
})

/** A link whose owner shows only by opening it. */
export const unresolved = (type: IdentifierType, normal: string): Reading => ({
  is: 'fixed',
  type,
  normal,
  keys: [`url:${normal}`],
  unresolved: true,
})

/**
 * A number of telephones on a service that is known; without one `{ is: 'phone' }` waits for the words around
 * it.
 */
export const onPhone = (type: IdentifierType, e164: string): Reading => fixed(type, e164, `phone:${e164}`)

/** Shorter names are everybody's. */
const LEAST_NAME = 4

/**
 * An account that has a name: beside its own key it has one for the name alone, by which it meets the same
 * name on another service or on none. Numbers and invitations are of one service only.
 */
export const account = (type: NameType | 'handle', normal: string): Reading => {
  const name = normal.replace(/^u:/, '')
  const shared = `handle:${name}`
  const own = `${type}:${normal}`
  return name.includes(':') || name.length < LEAST_NAME
    ? fixed(type, normal)
    : fixed(type, normal, ...new Set([own, shared]))
}
