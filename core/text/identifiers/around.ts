import type { Hit } from './hit.ts'
import { isNameType, isPhoneType } from './identifier.ts'
import type { Identifier, IdentifierType, NameType, PhoneType } from './identifier.ts'
import type { Role, Roles } from './lexicon.ts'
import type { Token } from './tokens.ts'
import type { Unit } from './unit.ts'
import { readClause } from './whose-clause.ts'
import { readWhose, type Whose } from './whose.ts'

/** Furthest a service's name stands from what it types, in words (bots/amin/README.md, Identifiers). */
const NEAR = 4
/**
 * People name the service first: what stands after counts as further, and further still where it
 * announces the next one.
 */
const AFTER = 1.5
const NEXT_ONES = 3
const NEW_LINE = 2
const MOST_COST = 6

/** `hits` in their order, none over another. */
export const readUnits = (tokens: readonly Token[], roles: Roles, hits: readonly Hit[]): readonly Unit[] => {
  const units: Unit[] = []
  let next = 0
  const pushHit = (): void => {
    const hit = hits[next]
    if (hit !== undefined) units.push({ text: '', roles: [], hit: next, from: hit.from, to: hit.to })
    next += 1
  }
  tokens.forEach((token, at) => {
    while ((hits[next]?.to ?? Infinity) <= token.from) pushHit()
    const inside = (hits[next]?.from ?? Infinity) < token.to
    if (!inside) units.push({ text: token.text, roles: roles(at), from: token.from, to: token.to })
  })
  while (next < hits.length) pushHit()
  return units
}

const AND = 'و'
const isAnd = (unit: Unit | undefined): boolean =>
  unit?.text === AND || unit?.text === 'and' || unit?.text === 'w'

type Wanted = 'phone' | 'name'
const fits = (role: Role, wanted: Wanted): boolean =>
  wanted === 'phone' ? role !== 'name' && isPhoneType(role) : isNameType(role)

/**
 * The service of each number and name that has one near it. Nearest first; a name of a service that
 * typed one thing types another only where none is left, so that in "@a on insta, @b on telegram"
 * each finds its own.
 */
export const readServices = (
  units: readonly Unit[],
  hits: readonly Hit[],
  left: string,
): ReadonlyMap<number, PhoneType | NameType> => {
  const found = new Map<number, PhoneType | NameType>()
  const claimed = new Set<number>()
  const wantedAt = (place: number): Wanted | undefined => {
    const reading = hits[units[place]?.hit ?? -1]?.reading
    return reading === undefined || reading.is === 'fixed' ? undefined : reading.is
  }
  const lines = (a: number, b: number): number =>
    left.slice(units[Math.min(a, b)]?.to, units[Math.max(a, b)]?.from).includes('\n') ? NEW_LINE : 0
  units.forEach((unit, place) => {
    const wanted = wantedAt(place)
    if (wanted === undefined || unit.hit === undefined) return
    let best: { readonly cost: number; readonly at: number; readonly role: Role } | undefined
    for (let steps = 1; steps <= NEAR; steps += 1)
      for (const at of [place - steps, place + steps]) {
        const role = units[at]?.roles.find((one) => fits(one, wanted))
        if (role === undefined) continue
        const after = at > place
        const nextOnes =
          after && (wantedAt(at + 1) === wanted || (wantedAt(at + 2) === wanted && !isAnd(units[at + 1])))
        const cost =
          steps +
          lines(place, at) +
          (after ? AFTER : 0) +
          (nextOnes ? NEXT_ONES : 0) +
          (claimed.has(at) ? MOST_COST : 0)
        if (cost <= MOST_COST + NEAR && (best === undefined || cost < best.cost)) best = { cost, at, role }
      }
    if (best === undefined || (best.cost > MOST_COST && !claimed.has(best.at))) return
    claimed.add(best.at)
    found.set(unit.hit, best.role as PhoneType | NameType)
  })
  return found
}

/**
 * Words between a thing and the word that says whose it is: small ones, nouns and services; any
 * other begins another sentence.
 */
const JOINS: ReadonlySet<Role> = new Set<Role>(['link', 'name', 'username', 'number', 'id', 'card', 'my'])
const isNoun = (role: Role): boolean =>
  role === 'name' ||
  role === 'username' ||
  role === 'number' ||
  role === 'id' ||
  role === 'card' ||
  isPhoneType(role) ||
  isNameType(role)
const joins = (roles: readonly Role[]): boolean =>
  roles.some((role) => JOINS.has(role) || isPhoneType(role) || isNameType(role))

const ownerBefore = (units: readonly Unit[], place: number): Identifier['owner'] | undefined => {
  let noun = false
  for (let steps = 1; steps <= NEAR; steps += 1) {
    const unit = units[place - steps]
    if (unit === undefined || unit.hit !== undefined) return undefined
    const { roles } = unit
    const before = units[place - steps - 1]?.roles ?? []
    if (roles.includes('self') || roles.includes('my')) return 'self'
    if (roles.includes('friend')) return noun || before.some(isNoun) ? 'other' : undefined
    if (roles.includes('hers')) {
      // "my friend, her number": still of the friend; "to my friend, and his number": of another one.
      if (before.includes('friend') && !unit.text.startsWith(AND)) return 'other'
      if (!before.includes('my')) return 'perpetrator'
    }
    noun ||= roles.some(isNoun)
    if (!joins(roles) && !roles.includes('hers')) return undefined
  }
  return undefined
}

/** "0770... this is my number"; where another value follows the words are about that one. */
const ownerAfter = (units: readonly Unit[], place: number): Identifier['owner'] | undefined => {
  let owner: Identifier['owner'] | undefined
  // Once owned, it is looked a little further for another value that the words may be about.
  for (let at = place + 1; at <= place + (owner === undefined ? NEAR : 2 * NEAR); at += 1) {
    const unit = units[at]
    if (unit === undefined) return owner
    if (unit.hit !== undefined) return undefined
    const { roles } = unit
    const own =
      roles.includes('self') ||
      (roles.includes('my') && (units[at + 1]?.roles ?? []).some((role) => isNoun(role) || role === 'hers'))
    if (own) owner = 'self'
    else if (
      owner === undefined &&
      !(roles.length > 0 && roles.every((role) => role === 'link' || isPhoneType(role) || isNameType(role)))
    )
      return undefined
    else if (owner !== undefined && !roles.some((role) => role === 'link' || isNoun(role) || role === 'hers'))
      return owner
  }
  return owner
}

const ENDS = /[.!?؟\n;؛]/

/** The words before and after a thing, as far as its sentence and the things beside it; and whether it begins with "@". */
const clauseOf = (units: readonly Unit[], place: number, plain: string): [string, string, boolean] => {
  const { from = 0, to = 0 } = units[place] ?? {}
  const earlier = units.findLast(({ hit }, at) => at < place && hit !== undefined)
  const later = units.find(({ hit }, at) => at > place && hit !== undefined)
  const before =
    plain
      .slice(earlier?.to ?? 0, from)
      .split(ENDS)
      .at(-1) ?? ''
  const after = plain.slice(to, later?.from).split(ENDS)[0] ?? ''
  return [before, after, plain[from] === '@']
}

/** Whose each thing is: of the one who blackmails, unless the words of its clause say otherwise. */
export const readOwner = (
  units: readonly Unit[],
  place: number,
  type: IdentifierType,
  plain: string,
): Whose => {
  const told = readClause(...clauseOf(units, place, plain))
  // "A lawyer helps me, his number is ...": of the one named in the clause, though it says "his".
  const whose = told?.owner === 'perpetrator' ? readWhose(units, place, type, plain) : undefined
  if (told !== undefined) return whose?.owner === 'other' && whose.role === 'helper' ? whose : told
  const beside = ownerBefore(units, place) ?? ownerAfter(units, place)
  if (beside === 'self') return { owner: 'self' }
  if (beside === 'other') return { owner: 'other', role: 'helper' }
  return readWhose(units, place, type, plain) ?? { owner: 'perpetrator' }
}
