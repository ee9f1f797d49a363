import { untrusted } from '../../base/untrusted.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import type { Checks } from '../../ports/checks.ts'
import { readOwner, readServices, readUnits } from './around.ts'
import { readCodes } from './codes.ts'
import { deniedIn } from './denied.ts'
import { account, onPhone } from './hit.ts'
import type { Hit, Reading } from './hit.ts'
import { isNameType, isNobodysTrail, isPhoneType, mergeIdentifiers, sealable } from './identifier.ts'
import type { Found, Identifier, NameType, PhoneType } from './identifier.ts'
import { announces, readRoles } from './lexicon.ts'
import { nameOn, readNames } from './names.ts'
import { readNumbers, takeDays } from './numbers.ts'
import { digitsSaid } from './spoken.ts'
import { readSurface } from './surface.ts'
import { withNoughts } from './noughts.ts'
import { readTokens, TAKEN } from './tokens.ts'

/** Longest text searched, in UTF-16 units: every pass over it is linear, this bounds them all. */
const WINDOW = 20_000

const takeOut = (left: string, hits: readonly Hit[]): string => {
  let rest = ''
  let from = 0
  for (const hit of hits) {
    rest += left.slice(from, hit.from) + TAKEN.repeat(hit.to - hit.from)
    from = hit.to
  }
  return rest + left.slice(from)
}

type Settled = { readonly identifier: Omit<Found, 'raw' | 'owner' | 'start'>; readonly length?: number }

/** What was read together with the service near it. */
const settleReading = (reading: Reading, service: PhoneType | NameType | undefined): Settled => {
  switch (reading.is) {
    case 'fixed': {
      const { is: _, ...identifier } = reading
      return { identifier }
    }
    case 'phone': {
      const { is: _, ...identifier } = onPhone(
        service !== undefined && isPhoneType(service) ? service : 'phone',
        reading.e164,
      ) as Extract<Reading, { is: 'fixed' }>
      return { identifier }
    }
    case 'name': {
      const type = service !== undefined && isNameType(service) ? service : 'handle'
      const { normal, length } = nameOn(type, reading.name)
      const { is: _, ...identifier } = account(type, normal) as Extract<Reading, { is: 'fixed' }>
      return { identifier, length }
    }
  }
}

/** `end`: where it ends in the text. */
export type FoundPlace = { readonly found: Found; readonly end: number }

/**
 * The text read last: a message is asked about several times while it is decided, and reading it
 * costs more than all the rest.
 */
const lastRead = new WeakMap<
  Checks,
  { readonly text: string; readonly asked: boolean; readonly places: readonly FoundPlace[] }
>()

/** Everything found, repetitions too, with the end of each in the text. */
const readAll = (text: string, checks: Checks, asked: boolean): readonly FoundPlace[] => {
  const last = lastRead.get(checks)
  if (last !== undefined && last.text === text && last.asked === asked) return last.places
  const places = readPlaces(text, checks, asked)
  lastRead.set(checks, { text, asked, places })
  return places
}

const readPlaces = (text: string, checks: Checks, asked: boolean): readonly FoundPlace[] => {
  const surface = readSurface(text.slice(0, WINDOW))
  const codes = readCodes(withNoughts(surface.plain), checks)
  const undated = takeDays(codes.left, TAKEN)
  const tokens = digitsSaid(surface, readTokens(surface, undated, announces))
  const roles = readRoles(tokens)
  const numbers = readNumbers({ left: undated, tokens, roles, checks })
  const names = readNames({ left: takeOut(undated, numbers), tokens, roles, asked })
  const hits = [...codes.hits, ...numbers, ...names].toSorted((a, b) => a.from - b.from)
  if (hits.length === 0) return []
  const units = readUnits(tokens, roles, hits)
  const services = readServices(units, hits, surface.plain)
  return units.flatMap((unit, place) => {
    const hit = hits[unit.hit ?? -1]
    if (hit === undefined || unit.hit === undefined) return []
    const { identifier, length } = settleReading(hit.reading, services.get(unit.hit))
    const sign = surface.plain[hit.from] === '@' ? 1 : 0
    const raw = surface.cut(hit.from, length === undefined ? hit.to : hit.from + sign + length)
    const whose = readOwner(units, place, identifier.type, surface.plain)
    const start = surface.at(hit.from)
    const found: Found = {
      ...identifier,
      keys: isNobodysTrail(whose) ? [] : identifier.keys,
      raw: untrusted(identifier.type === 'card' ? identifier.normal : raw),
      ...whose,
      start,
    }
    return [{ found, end: start + raw.length }]
  })
}

/**
 * All identifiers of a text, in their order, each value once, at most 50; only the first 20,000
 * characters are searched. `asked`: the text answers the question for identifiers, so that a line
 * which is one name needs no other sign. The result holds full card numbers in `secret`: see
 * `Found`. Never throws, and never opens a link. What the text itself takes back is not among them.
 */
export const findIdentifiers = (text: string, checks: Checks, asked = false): readonly Found[] => {
  const places = readAll(text, checks, asked)
  const denied = new Set(deniedIn(text, places).map(({ normal }) => normal))
  return mergeIdentifiers(
    [],
    places.flatMap(({ found }) => (denied.has(found.normal) ? [] : [found])),
  )
}

/** What a text says is not it, with another in its place: "it is @b, not @a". `known`: see `deniedIn`. */
export const deniedIdentifiers = (
  text: string,
  checks: Checks,
  known: readonly Identifier[],
): readonly Identifier[] => deniedIn(text, readAll(text, checks, false), known).map(sealable)

/**
 * The same with repetitions, and where each stands: for taking them out of a text. Holds full card
 * numbers as well.
 */
export const identifierPlaces = (text: string, checks: Checks): readonly FoundPlace[] =>
  readAll(text, checks, false)

/** What `findIdentifiers` finds, as it may be stored: without the full number of any card. */
export const extractIdentifiers = (text: string, checks: Checks, asked = false): readonly Identifier[] =>
  findIdentifiers(text, checks, asked).map(sealable)

/**
 * The words with stars in every card number, as far as they are searched: for copies of a text that
 * are kept beside the message itself.
 */
export const withoutCards = (text: Untrusted, checks: Checks): Untrusted => {
  let rest = ''
  let from = 0
  for (const { found, end } of readAll(text, checks, false)) {
    if (found.type !== 'card') continue
    rest += text.slice(from, found.start) + found.normal
    from = end
  }
  return untrusted(rest + text.slice(from))
}
