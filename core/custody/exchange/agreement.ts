import { dayOf, isDay } from '../../base/calendar.ts'
import { fromHex, sameBytes, toHex } from '../../base/bytes.ts'
import type { Sha256Hex } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Signer } from '../../ports/signer.ts'
import { openNote, signNote } from '../note.ts'
import type { Refusal } from './refusal.ts'

/*
 * What two parties agreed to before they compare anything: a text that people read and both sign, as a note of
 * C2SP with two signatures. It has one form, and what has another is not read.
 */

/** `a` wrote the agreement. */
export const SIDES = ['a', 'b'] as const
export type Side = (typeof SIDES)[number]
export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a')

/** Telephone numbers; accounts by their names, mailboxes too; where money goes; pictures that are the same to the byte. */
export const ITEM_KINDS = ['numbers', 'handles', 'wallets', 'pictures'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** What an agency is to people who report: whom they agreed that it is shared with. */
export const PARTY_ROLES = ['investigators', 'ngo'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]
export const scopeFor = (role: PartyRole): Exclude<BundleScope, 'person'> =>
  role === 'investigators' ? 'share-investigators' : 'share-ngo'

/** A neutral third that both sides ask, and that sees nothing of what either has (core/ports/oblivious). */
export type Third = { readonly key: Uint8Array; readonly name: string }
/** Who signs. */
export type Signatory = Side | 'third'

export type Party = { readonly key: Uint8Array; readonly role: PartyRole; readonly name: string }

/**
 * `learns`: who is told which of their own items the other has. `run`, `day`: most items of one side in a run,
 * and within 24 hours; `least`: the smallest set that is sent. Both are powers of two, and so is the size of
 * each set, whatever is in it. `children`: items of cases of people who are or may be under 18 as well, never
 * pictures of theirs. `from`, `until`: the first and the last day on which it holds, in UTC.
 */
export type Agreement = {
  readonly id: string
  readonly parties: Readonly<Record<Side, Party>>
  readonly third?: Third
  readonly purpose: string
  readonly kinds: readonly ItemKind[]
  readonly children: boolean
  readonly from: string
  readonly until: string
  readonly learns: readonly Side[]
  readonly run: number
  readonly day: number
  readonly least: number
}

const TITLE = 'amin exchange agreement 1'
/** An item takes some six milliseconds of either side: a run of this many takes minutes. */
export const MOST_RUN = 16_384
const MOST_DAY = 1_048_576
const LONGEST_TEXT = 200
/** Who wants longer signs again. */
const LONGEST_YEARS = 2

const isPower = (n: number): boolean => Number.isSafeInteger(n) && n >= 1 && Number.isInteger(Math.log2(n))

/** What would break a line, or turn round what somebody reads before signing. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/
const isLine = (text: string): boolean =>
  text !== '' &&
  text === text.trim() &&
  text.length <= LONGEST_TEXT &&
  text.isWellFormed() &&
  !UNSAFE.test(text)

const yearsAfter = (day: string): string => `${Number(day.slice(0, 4)) + LONGEST_YEARS}${day.slice(4)}`

const inOrder = <T>(known: readonly T[], given: readonly T[]): boolean =>
  given.length > 0 &&
  known.filter((one) => given.includes(one)).length === given.length &&
  given.every((one, at) => at === 0 || known.indexOf(given[at - 1] as T) < known.indexOf(one))

/** What is wrong with terms that somebody wants to propose, as a person is told it; nothing where they stand. */
export const faultOf = (terms: Agreement): string | undefined => {
  const { parties, third, purpose, kinds, from, until, learns, run, day, least } = terms
  if (!isLine(parties.a.name) || !isLine(parties.b.name) || !isLine(purpose))
    return `names and purpose are one line of at most ${LONGEST_TEXT} characters each`
  const keys = [parties.a.key, parties.b.key, ...(third === undefined ? [] : [third.key])]
  if (new Set(keys.map(toHex)).size !== keys.length) return 'two of those who sign have the same key'
  if (third !== undefined && !isLine(third.name))
    return `the third has a name of one line, at most ${LONGEST_TEXT} characters`
  if (!inOrder(ITEM_KINDS, kinds)) return `the kinds are ${ITEM_KINDS.join(', ')}, in this order, each once`
  if (!inOrder(SIDES, learns)) return 'somebody has to learn something'
  if (!isDay(from) || !isDay(until) || until < from || until > yearsAfter(from))
    return `it holds from one day (YYYY-MM-DD) to another, for ${LONGEST_YEARS} years at most`
  if (!isPower(run) || run > MOST_RUN || !isPower(least) || least > run)
    return `a run and the least set are powers of two, the least no larger than the run, the run at most ${MOST_RUN}`
  if (!Number.isSafeInteger(day) || day < run || day > MOST_DAY)
    return `a day takes at least one run, and at most ${MOST_DAY} items`
  return undefined
}

const partyLine = (side: Side, { key, role, name }: Party): string => `${side} ${toHex(key)} ${role} ${name}`

/** The text that both sign. */
export const writeAgreement = (terms: Agreement): string =>
  `${[
    TITLE,
    `id ${terms.id}`,
    partyLine('a', terms.parties.a),
    partyLine('b', terms.parties.b),
    ...(terms.third === undefined ? [] : [`third ${toHex(terms.third.key)} ${terms.third.name}`]),
    `purpose ${terms.purpose}`,
    `kinds ${terms.kinds.join(' ')}`,
    `children ${terms.children ? 'yes' : 'no'}`,
    `from ${terms.from}`,
    `until ${terms.until}`,
    `learns ${terms.learns.join(' ')}`,
    `run ${terms.run}`,
    `day ${terms.day}`,
    `least ${terms.least}`,
  ].join('\n')}\n`

const FORM = new RegExp(
  [
    `^${TITLE}`,
    'id ([0-9A-HJKMNP-TV-Z]{26})',
    'a ([0-9a-f]{64}) (investigators|ngo) (.+)',
    String.raw`b ([0-9a-f]{64}) (investigators|ngo) (.+)(?:\nthird ([0-9a-f]{64}) (.+))?`,
    'purpose (.+)',
    'kinds ([a-z ]+)',
    'children (yes|no)',
    String.raw`from (\d{4}-\d\d-\d\d)`,
    String.raw`until (\d{4}-\d\d-\d\d)`,
    'learns ([ab ]+)',
    String.raw`run (\d{1,7})`,
    String.raw`day (\d{1,7})`,
    String.raw`least (\d{1,7})\n$`,
  ].join(String.raw`\n`),
)

const partyOf = (key = '', role = '', name = ''): Party => ({
  key: fromHex(key) ?? new Uint8Array(),
  role: role as PartyRole,
  name,
})

/** The terms that a text states, where it is exactly what `writeAgreement` makes of terms that may stand. */
export const readAgreement = (text: string): Agreement | undefined => {
  const found = FORM.exec(text)
  if (found === null) return undefined
  const [, id = '', aKey, aRole, aName, bKey, bRole, bName, ...rest] = found
  const [thirdKey, thirdName = '', ...others] = rest
  const [purpose = '', kinds = '', children, from = '', until = '', learns = '', run, day, least] = others
  const terms: Agreement = {
    id,
    parties: { a: partyOf(aKey, aRole, aName), b: partyOf(bKey, bRole, bName) },
    ...(thirdKey === undefined
      ? {}
      : { third: { key: fromHex(thirdKey) ?? new Uint8Array(), name: thirdName } }),
    purpose,
    kinds: kinds.split(' ') as ItemKind[],
    children: children === 'yes',
    from,
    until,
    learns: learns.split(' ') as Side[],
    run: Number(run),
    day: Number(day),
    least: Number(least),
  }
  return faultOf(terms) === undefined && writeAgreement(terms) === text ? terms : undefined
}

type Sign = { readonly signer: Signer; readonly hasher: Hasher }

/** An agreement as its file tells it. `hash`: of the text, by which both sides call it. */
export type Held = {
  readonly terms: Agreement
  readonly hash: Sha256Hex
  readonly text: string
  readonly signedBy: readonly Signatory[]
}

/** Nothing where the file is no agreement of ours, or carries something beside the two signatures. */
export const openAgreement = ({ signer, hasher }: Sign, file: string): Held | undefined => {
  const end = file.lastIndexOf('\n\n')
  const text = file.slice(0, end + 1)
  const terms = end === -1 ? undefined : readAgreement(text)
  if (terms === undefined) return undefined
  const signedBy = signatories(terms).flatMap(([who, key]) =>
    openNote(signer, hasher, file, key) === text ? [who] : [],
  )
  const lines = file.slice(end + 2).split('\n').length - 1
  return lines === signedBy.length ? { terms, hash: hasher.sha256(text), text, signedBy } : undefined
}

/** Everybody whose signature it takes. */
export const signatories = ({ parties, third }: Agreement): readonly (readonly [Signatory, Uint8Array])[] => [
  ['a', parties.a.key],
  ['b', parties.b.key],
  ...(third === undefined ? [] : [['third', third.key] as const]),
]

/** Whether all have signed that have to. */
export const isSigned = ({ terms, signedBy }: Pick<Held, 'terms' | 'signedBy'>): boolean =>
  signedBy.length === signatories(terms).length

/** Which party the holder of this key is. */
export const sideOf = ({ parties }: Agreement, key: Uint8Array): Side | undefined =>
  SIDES.find((side) => sameBytes(parties[side].key, key))

/** A file over these terms with our signature alone. */
export const proposeAgreement = ({ signer, hasher }: Sign, terms: Agreement): string =>
  signNote(signer, hasher, writeAgreement(terms))

/** The file with our signature as well; the same file where it is there already. Throws where we are no party. */
export const countersign = (
  { signer, hasher }: Sign,
  file: string,
  { terms, text, signedBy }: Held,
): string => {
  const [who] = signatories(terms).find(([, key]) => sameBytes(key, signer.publicKey)) ?? []
  if (who === undefined) throw new TypeError('only who is named in it signs')
  if (signedBy.includes(who)) return file
  return `${file}${signNote(signer, hasher, text).slice(text.length + 1)}`
}

/** Why nothing may be compared under this agreement now, by who we are; nothing where it may. */
export const standingOf = (held: Held, ours: Uint8Array, now: Instant): Refusal | undefined => {
  if (!signatories(held.terms).some(([, key]) => sameBytes(key, ours))) return 'wrong_party'
  if (!isSigned(held)) return 'unsigned'
  const today = dayOf(now)
  if (today < held.terms.from) return 'not_yet'
  return today <= held.terms.until ? undefined : 'expired'
}
