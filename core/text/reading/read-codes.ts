import { untrusted } from '../../base/untrusted.ts'
import type { Checks } from '../../ports/checks.ts'
import type { PictureReading, ReadBubble, ReadLine } from '../../ports/picture-reader.ts'
import { findIdentifiers } from '../identifiers/extract.ts'
import { mergeIdentifiers, sealable, type Identifier } from '../identifiers/identifier.ts'
import { confidenceOf, joinLines, secondLook, textOf } from './lines.ts'
import { repairCodes } from './repair.ts'

/**
 * A code that was read from a picture; `sure`: its own check sum holds, or two looks at it agree letter by
 * letter.
 */
export type ReadIdentifier = Identifier & {
  readonly sure: boolean
  /** Which bubble it stands in, from 0; in the head of the screen where it has none. */
  readonly bubble?: number
}

export type BubbleText = {
  readonly text: string
  readonly confidence: number
  readonly identifiers: readonly ReadIdentifier[]
}

/** A letter less likely than this makes a code doubtful, even where both looks agree. */
const LEAST_LIKELY = 0.8
/**
 * What an account is called where the head of the screen shows names of accounts, as Instagram does; people's
 * names have no digits in them.
 */
const ACCOUNT = /^(?=[^\s]*[a-z])(?=[^\s]*[0-9._])[a-z0-9][a-z0-9._]{2,29}$/

const isWhole =
  (checks: Checks) =>
  (text: string): boolean => {
    const wallet = checks.wallet(text)
    return (
      checks.iban(text) !== undefined ||
      (wallet !== undefined && (wallet.chain !== 'eth' || text.length === 42))
    )
  }

const sumHolds = ({ type }: Identifier): boolean => type === 'btc' || type === 'tron' || type === 'iban'

const same =
  (one: Identifier) =>
  (other: Identifier): boolean =>
    other.normal === one.normal

/**
 * The text of a bubble with the codes in it. Whose they are is said by the bubble: "my number" in the
 * blackmailer's is the blackmailer's, and
 * in one's own it is one's own.
 */
export const readText = (
  lines: readonly ReadLine[],
  side: ReadBubble['side'],
  checks: Checks,
): BubbleText => {
  const whole = isWhole(checks)
  const joined = joinLines(
    lines.map(({ characters }) => characters),
    whole,
  )
  const { characters, guessed } = repairCodes(joined, checks)
  const text = textOf(characters)
  const second = repairCodes(joinLines(lines.map(secondLook), whole), checks).characters
  const again = findIdentifiers(textOf(second), checks)
  const identifiers = findIdentifiers(text, checks).map((found): ReadIdentifier => {
    const spoken = characters.slice(found.start, found.start + found.raw.length)
    const agreed = again.some(same(found)) && spoken.every(({ likelihood }) => likelihood >= LEAST_LIKELY)
    return {
      ...owned(sealable(found), side),
      sure: sumHolds(found) ? !guessed.has(found.normal) || agreed : agreed,
    }
  })
  return { text, confidence: confidenceOf(characters), identifiers }
}

/** In a bubble of the blackmailer nothing is the person's own: the keys by which it matches come back. */
const owned = (found: Identifier, side: ReadBubble['side']): Identifier => {
  if (side === 'them' && found.owner === 'self')
    return { ...found, owner: 'perpetrator', keys: [`${found.type}:${found.normal}`] }
  return found
}

const accountOf = (header: ReadLine): ReadIdentifier | undefined => {
  const name = textOf(header.characters)
  if (!ACCOUNT.test(name)) return undefined
  const agreed =
    header.second === name && header.characters.every(({ likelihood }) => likelihood >= LEAST_LIKELY)
  return {
    type: 'instagram',
    raw: untrusted(name),
    normal: name,
    keys: [`instagram:${name}`],
    owner: 'perpetrator',
    start: 0,
    sure: agreed,
  }
}

export type ChatText = {
  readonly header?: string
  readonly bubbles: readonly (BubbleText & { readonly side: ReadBubble['side'] })[]
  /** Of the head and all bubbles, each once. */
  readonly identifiers: readonly ReadIdentifier[]
}

const mergeRead = (all: readonly ReadIdentifier[]): readonly ReadIdentifier[] => {
  const sure = all.filter((one) => one.sure)
  return mergeIdentifiers([], all).map((one) => ({ ...one, sure: one.sure || sure.some(same(one)) }))
}

/** A read picture as words and codes. */
export const readChat = (
  { header, bubbles }: Extract<PictureReading, { status: 'read' }>,
  checks: Checks,
): ChatText => {
  const read = bubbles.map(({ lines, side }, bubble) => {
    const { identifiers, ...rest } = readText(lines, side, checks)
    return { side, ...rest, identifiers: identifiers.map((one) => ({ ...one, bubble })) }
  })
  const head = header === undefined ? undefined : readText([header], 'them', checks)
  const account = header === undefined ? undefined : accountOf(header)
  const first = account === undefined ? (head?.identifiers ?? []) : [account]
  return {
    ...(head === undefined ? {} : { header: head.text }),
    bubbles: read,
    identifiers: mergeRead([...first, ...read.flatMap(({ identifiers }) => identifiers)]),
  }
}
