import type { Untrusted } from '../../base/untrusted.ts'
import type { Party } from './whose-words.ts'

/** Services that a telephone number opens: all of them share the number's key. */
const ON_A_PHONE = ['phone', 'whatsapp', 'viber', 'imo', 'zaincash', 'asiahawala', 'fastpay'] as const
/** Services on which an account has a name. */
const NAMED = ['telegram', 'instagram', 'facebook', 'snapchat', 'tiktok', 'x'] as const
const OTHERS = ['handle', 'email', 'btc', 'eth', 'tron', 'iban', 'card', 'mtcn', 'game_id', 'url'] as const

/**
 * Where an account can be: what a service's name near a number or a name makes of it
 * (bots/amin/README.md, Identifiers).
 */
export type PhoneType = (typeof ON_A_PHONE)[number]
export type NameType = (typeof NAMED)[number]
/** `handle`: a name with no service near it. */
export type IdentifierType = PhoneType | NameType | (typeof OTHERS)[number]

/**
 * Something by which somebody can be found again, as it may be stored (sealed). Normal forms
 * (bots/amin/README.md, Identifiers): telephone numbers and services on them E.164; telegram
 * `u:name`, `id:number`, `inv:hash`; facebook `id:number`, `u:name without dots`; other names,
 * e-mail and eth in lower case; iban without spaces; url as host/path?query without tracking; a
 * card as its first 6 and last 4 digits with stars between.
 */
export type Identifier = {
  readonly type: IdentifierType
  /**
   * Cut from the text as it was written; of a card its normal form, which has stars in the place of
   * what may not be kept.
   */
  readonly raw: Untrusted
  readonly normal: string
  /**
   * What two cases match by, as "type:normal", to be stored as keyed hashes only. Empty where it
   * must never match (the person's own, a helper's), and for a card, whose key is in `matchKeys`
   * alone.
   */
  readonly keys: readonly string[]
  readonly owner: 'perpetrator' | 'self' | 'other'
  /** Of somebody else's: who that is, where the words beside it tell. */
  readonly role?: Party
  /** A short or share link: whose account it is shows only by opening it, which the server never does. */
  readonly unresolved?: true
  /**
   * Not read in words: the platform itself says that this account wrote what was forwarded, or that
   * it is the one on a contact card.
   */
  readonly attested?: true
  /** Somebody of the team said whose it is. */
  readonly judged?: true
  /** The person took it back, or put another in its place: it stands here and matches nothing. */
  readonly withdrawn?: true
  /** Place of `raw` in the text, in UTF-16 units. */
  readonly start: number
}

/**
 * An identifier as it was just read. `secret`: all digits of a card. It lives no longer than the
 * call that read it: hash `matchKeys` at once, store `sealable`, hand it to nothing that logs or
 * keeps.
 */
export type Found = Identifier & { readonly secret?: string }

/** What may be stored of something found. */
export const sealable = (found: Found): Identifier => {
  const { secret: _, ...kept } = found
  return kept
}

/** Of the person, or of who helps them: two cases that share it have nothing else in common. */
export const isNobodysTrail = ({ owner, role }: Pick<Identifier, 'owner' | 'role'>): boolean =>
  owner === 'self' || role === 'helper'

/**
 * Everything that was found is matched by, the full number of a card too: for a keyed hash in the
 * same breath, never for storing.
 */
export const matchKeys = (found: Found): readonly string[] =>
  isNobodysTrail(found) || found.secret === undefined ? found.keys : [...found.keys, `card:${found.secret}`]

/** Most identifiers kept of one message or one answer. */
export const MOST = 50

export const isPhoneType = (type: string): type is PhoneType =>
  (ON_A_PHONE as readonly string[]).includes(type)
export const isNameType = (type: string): type is NameType => (NAMED as readonly string[]).includes(type)

/** The name of an account without the mark of its form: "u:someone" is "someone". */
export const bare = ({ normal }: Pick<Identifier, 'normal'>): string => normal.replace(/^(?:u|id|inv):/, '')

/** What makes two of them one: a number is one thing whatever service stands beside it. */
const identity = ({ type, normal }: Identifier): string => `${isPhoneType(type) ? 'phone' : type}:${normal}`

/** What somebody of the team says of an owner stands in the place of what words told. */
export const withoutRole = <T extends Identifier>(one: T): T => {
  const { role: _, ...rest } = one
  return rest as T
}

/** Whether two names are of one account or number, though one of them stands without its service. */
export const isSameName = (a: Identifier, b: Identifier): boolean =>
  isPhoneType(a.type) === isPhoneType(b.type) &&
  (a.type === b.type || a.type === 'handle' || b.type === 'handle' || isPhoneType(a.type)) &&
  bare(a) === bare(b)

/** As the person took it back. What somebody of the team said of it stands. */
export const withdraw = <T extends Identifier>(one: T): T =>
  one.judged === true || one.owner === 'self'
    ? one
    : { ...withoutRole(one), owner: 'other', keys: [], withdrawn: true }

const join = <T extends Identifier>(first: T, later: T): T => {
  // Told again, it counts again.
  if (first.withdrawn === true) return later
  const generic = first.type === 'phone' || first.type === 'handle'
  const told =
    generic && later.type !== first.type
      ? { ...first, type: later.type, normal: later.normal, keys: later.keys }
      : first
  const known = later.attested === true ? { ...told, attested: true as const } : told
  // Whoever of the team said whose it is knew more than one clause.
  if (first.judged === true) return known
  if (first.owner === 'self' || later.owner === 'self')
    return { ...withoutRole(known), owner: 'self', keys: [] }
  // Who blackmails outweighs what a single clause made of it.
  return first.owner === 'other' && later.owner === 'perpetrator'
    ? { ...withoutRole(known), owner: 'perpetrator', keys: later.keys }
    : known
}

/**
 * Both, each value once: the earlier stays, learns the service where it had none, and is the
 * person's own as soon as one of them says so. Merging again changes nothing.
 */
export const mergeIdentifiers = <T extends Identifier>(
  earlier: readonly T[],
  later: readonly T[],
): readonly T[] => {
  const kept: T[] = []
  const places = new Map<string, number>()
  /** The first account of a name, on whatever service: a bare @name after it is that one. */
  const names = new Map<string, number>()
  const placeOf = (one: T): number | undefined => {
    const same = places.get(identity(one))
    if (same !== undefined) return same
    if (one.type === 'handle') return names.get(bare(one))
    return isNameType(one.type) ? places.get(`handle:${bare(one)}`) : undefined
  }
  for (const one of [...earlier, ...later]) {
    const place = placeOf(one) ?? kept.length
    const first = kept[place]
    const joined = first === undefined ? one : join(first, one)
    if (first !== undefined) places.delete(identity(first))
    kept[place] = joined
    places.set(identity(joined), place)
    if (isNameType(joined.type) && !names.has(bare(joined))) names.set(bare(joined), place)
  }
  return kept.slice(0, MOST)
}
