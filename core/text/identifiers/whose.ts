import { fold } from '../fold.ts'
import { heads } from './lexicon.ts'
import type { IdentifierType } from './identifier.ts'
import type { Unit } from './unit.ts'
import { CUES, PARTIES, type Cue, type Party } from './whose-words.ts'

/**
 * Whose something is: the blackmailer's, the person's, or somebody else's, and then who that is as far as the
 * words tell.
 */
export type Whose =
  | { readonly owner: 'perpetrator' }
  | { readonly owner: 'self' }
  | { readonly owner: 'other'; readonly role: Party }

/** Words looked at before a thing, and after it: a clause has seldom more. */
const BEFORE = 12
const AFTER = 7
/** Longest sign in words. */
const LONGEST = 4
/** Shortest beginning that a word with any ending is known by. */
const SHORTEST_STEM = 3

type Entry = { readonly words: readonly string[]; readonly open: boolean; readonly cue: Cue }

const EXACT = new Map<string, Entry[]>()
const STEMS = new Map<string, Entry[]>()
for (const [cue, list] of Object.entries(CUES) as [Cue, string][])
  for (const sign of new Set(list.trim().split(/\s+/))) {
    const open = sign.endsWith('*')
    const words = sign
      .replace('*', '')
      .split('_')
      .map(fold)
      .filter((word) => word !== '')
    const [first = ''] = words
    const table = open && words.length === 1 ? STEMS : EXACT
    table.set(first, [...(table.get(first) ?? []), { words, open, cue }])
  }

type Found = { readonly cue: Cue; readonly length: number }

const fits = (entry: Entry, units: readonly Unit[], at: number): boolean =>
  entry.words.every((word, i) => {
    if (i === 0) return true
    const text = units[at + i]?.text
    if (text === undefined || text === '') return false
    return entry.open && i === entry.words.length - 1
      ? text.startsWith(word)
      : text === word || heads(text).includes(word)
  })

/** What stands at a place: the longest sign; of a word alone the exact one before a beginning. */
const readAt = (units: readonly Unit[], at: number): Found | undefined => {
  const text = units[at]?.text ?? ''
  if (text === '') return undefined
  let best: Found | undefined
  const offer = (entry: Entry): void => {
    if (entry.words.length <= LONGEST && entry.words.length > (best?.length ?? 0) && fits(entry, units, at))
      best = { cue: entry.cue, length: entry.words.length }
  }
  for (const stem of heads(text)) for (const entry of EXACT.get(stem) ?? []) offer(entry)
  if (best !== undefined) return best
  for (const stem of heads(text))
    for (let length = stem.length; length >= SHORTEST_STEM; length -= 1) {
      const [entry] = STEMS.get(stem.slice(0, length)) ?? []
      if (entry !== undefined) return { cue: entry.cue, length: 1 }
    }
  return undefined
}

const isParty = (cue: Cue): cue is Party => (PARTIES as readonly Cue[]).includes(cue)

/** Nobody pays a help line: what money goes to is a changer's, a helper's or the blackmailer's. */
const MONEY: ReadonlySet<IdentifierType> = new Set<IdentifierType>([
  'card',
  'iban',
  'btc',
  'eth',
  'tron',
  'mtcn',
  'zaincash',
  'asiahawala',
  'fastpay',
])
const NAMES: ReadonlySet<IdentifierType> = new Set<IdentifierType>([
  'telegram',
  'instagram',
  'facebook',
  'snapchat',
  'tiktok',
  'x',
  'handle',
  'url',
])
const mayBe = (party: Party, type: IdentifierType): boolean => {
  if (party === 'famous') return NAMES.has(type)
  return !MONEY.has(type) || party === 'office' || party === 'helper'
}

/** "her number", "رقمه": of whoever was spoken of last, who may stand before a comma. */
const isAnaphor = (unit: Unit): boolean =>
  unit.roles.includes('hers') || /^(?:his|her|their|ورقمه|ورقمها|رقمه|رقمها|ژمارهكهي)$/.test(unit.text)

type Clause = {
  readonly units: readonly Unit[]
  /** The thing itself. */
  readonly place: number
  readonly type: IdentifierType
  /** What stands between two units that follow each other. */
  readonly gap: (before: number) => string
}

const ENDS = /[.!?؟\n;؛]/
const COMMA = /[,،]/

type Before = { readonly whose?: Whose; readonly first: boolean }

const party = (clause: Clause, role: Party, feigned: boolean): Whose =>
  feigned || !mayBe(role, clause.type) ? { owner: 'perpetrator' } : { owner: 'other', role }

/** Whether somebody is called so only by themselves, in the same clause before a place. */
const isFeigned = ({ units, gap }: Clause, from: number): boolean => {
  for (let at = from - 1; at >= Math.max(0, from - BEFORE); at -= 1) {
    if (units[at]?.hit !== undefined || ENDS.test(gap(at + 1))) return false
    if (readAt(units, at)?.cue === 'feigns') return true
  }
  return false
}

const isQuoted = ({ units, gap }: Clause, from: number): boolean => {
  for (let at = from - 1; at >= Math.max(0, from - 4); at -= 1) {
    if (units[at]?.hit !== undefined || ENDS.test(gap(at + 1))) return false
    const cue = readAt(units, at)?.cue
    if (cue === 'said' || cue === 'theirs') return true
  }
  return false
}

/**
 * What the words before the thing say, the nearest first. `first`: nothing stands between it and the
 * beginning of its clause that says whose it is.
 */
const readBefore = (clause: Clause): Before => {
  const { units, place, gap } = clause
  let anaphor = false
  let comma = false
  for (let at = place - 1; at >= Math.max(0, place - BEFORE); at -= 1) {
    const between = gap(at + 1)
    comma ||= COMMA.test(between)
    if (units[at]?.hit !== undefined || ENDS.test(between) || (comma && !anaphor)) return { first: true }
    const unit = units[at] as Unit
    if (isAnaphor(unit) && !comma) {
      anaphor = true
      continue
    }
    const found = readAt(units, at)
    if (found === undefined || at + found.length > place) continue
    const { cue } = found
    if (anaphor) {
      if (cue === 'helper') return { whose: party(clause, cue, isFeigned(clause, at)), first: false }
      if (cue === 'theirs' && !comma) return { whose: { owner: 'perpetrator' }, first: false }
      if (isParty(cue) && !comma) return { whose: party(clause, cue, isFeigned(clause, at)), first: false }
      continue
    }
    if (cue === 'mine') return { whose: { owner: 'self' }, first: false }
    if (cue === 'reach' && !isQuoted(clause, at) && !isTold(units, at))
      return { whose: { owner: 'self' }, first: false }
    if (cue === 'theirs' || cue === 'feigns') return { whose: { owner: 'perpetrator' }, first: false }
    if (cue === 'bank' && (near(units, at + found.length, 'account') || near(units, at - 1, 'account')))
      continue
    if (isParty(cue)) return { whose: party(clause, cue, isFeigned(clause, at)), first: false }
    if (cue === 'acted' && !near(units, at - 1, 'which')) return { first: true }
  }
  return { first: !anaphor }
}

/**
 * "Who called me" in Arabic has the form of "call me": behind a word that joins it to who they are it is told, and
 * asks for nothing. What is done now begins with another letter.
 */
const isTold = (units: readonly Unit[], at: number): boolean =>
  near(units, at - 1, 'which') && /^(?:اتصل|كلم|راسل|خابر|دك|دز|حاج)/.test(units[at]?.text ?? '')

const near = (units: readonly Unit[], at: number, cue: Cue): boolean => readAt(units, at)?.cue === cue

/**
 * What the words after it say, up to the next thing, the end of the sentence, or words that begin another
 * clause.
 */
const readAfter = (clause: Clause): Whose | undefined => {
  const { units, place, gap } = clause
  for (let at = place + 1; at <= place + AFTER && at < units.length; at += 1) {
    const between = gap(at)
    if (units[at]?.hit !== undefined || ENDS.test(between) || COMMA.test(between)) return undefined
    const found = readAt(units, at)
    if (found === undefined) continue
    if (found.cue === 'reach' && isTold(units, at)) continue
    if (found.cue === 'reach' || found.cue === 'mine') return { owner: 'self' }
    if (found.cue === 'which' || found.cue === 'account') continue
    if (!isParty(found.cue)) return undefined
    // "... the bank told me to ring 0770": the words are of the next one.
    if (leadsOn(clause, at + found.length)) return undefined
    return party(clause, found.cue, isFeigned(clause, place))
  }
  return undefined
}

/** Whether words go on from here to another thing without the sentence ending. */
const leadsOn = ({ units, gap }: Clause, from: number): boolean => {
  for (let at = from; at < Math.min(units.length, from + AFTER); at += 1) {
    if (ENDS.test(gap(at)) || COMMA.test(gap(at))) return false
    if (units[at]?.hit !== undefined) return true
    const cue = readAt(units, at)?.cue
    if (cue === 'theirs' || cue === 'acted' || cue === 'mine') return false
  }
  return false
}

/** Whose a thing is by the words of its clause; nothing where they do not tell. */
export const readWhose = (
  units: readonly Unit[],
  place: number,
  type: IdentifierType,
  plain: string,
): Whose | undefined => {
  const clause: Clause = {
    units,
    place,
    type,
    gap: (at) => plain.slice(units[at - 1]?.to ?? 0, units[at]?.from),
  }
  const before = readBefore(clause)
  return before.whose ?? (before.first ? readAfter(clause) : undefined)
}
