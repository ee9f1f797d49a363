import type { CaseEvent } from './events.ts'

type Type = CaseEvent['type']

/** What opens a case, or shows that something besides its PIN does. */
const VEILED: ReadonlySet<Type> = new Set<Type>([
  'secret_kept',
  'access_asked',
  'access_left',
  'return_failed',
  'return_granted',
  'decoy_opened',
  'decoy_used',
  'duress_used',
])

/** What the open part of an entry calls each of them. */
export const VEIL = 'access_changed'

export const isVeiled = (type: Type): boolean => VEILED.has(type)

/**
 * An event's type as the open header and the feed name it. Whoever has the store without its keys,
 * or a copy of a case that somebody was made to ask for, must not read there that a decoy or a
 * duress word exists, or that it was used: to them it looks like any other step with a PIN. Entries
 * of before this was veiled keep the names that their hashes cover.
 */
export const openKind = (type: Type): string => (VEILED.has(type) ? VEIL : type)
