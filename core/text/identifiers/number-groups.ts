import type { Checks } from '../../ports/checks.ts'
import type { Roles } from './lexicon.ts'
import type { Token } from './tokens.ts'

/**
 * Longest thing read here is a card; longest pieces a number is written in, and most characters
 * between two of them.
 */
const MOST_DIGITS = 16

const MOST_GAP = 12

/**
 * Numbers asked of the numbering plans in one text: more are a flood, and each costs about ten
 * microseconds.
 */
const MOST_ASKED = 200

/**
 * Pieces of digits at which a number is looked for in one text; a list of fifty numbers in pieces
 * has a tenth of them.
 */
export const MOST_TRIED = 3000

/**
 * What stands between the pieces of one number: spaces, emoji, dashes; not what ends a sentence,
 * compares or counts.
 */
const GAP = /^(?:[\s\p{S}\p{P}](?<![:;؛?؟!%$€£@#=<>&\\"+]))*$/u

export type Group = {
  readonly digits: string
  readonly count: number
  readonly first: Token
  readonly last: Token
  readonly next: number
}

export type NumberText = {
  readonly left: string
  readonly tokens: readonly Token[]
  readonly roles: Roles
  readonly checks: Checks
}

export type Reader = NumberText & {
  asked: number
  /** Whether a piece may belong to the one before it. */
  readonly joined: (boolean | undefined)[]
  readonly known: Map<string, string | undefined>
}

export const askPhone = (reader: Reader, raw: string): string | undefined => {
  if (reader.known.has(raw)) return reader.known.get(raw)
  reader.asked += 1
  if (reader.asked > MOST_ASKED) return undefined
  const answer = reader.checks.phone(raw, 'IQ')
  reader.known.set(raw, answer)
  return answer
}

const isJoined = ({ left, tokens, joined }: Reader, at: number): boolean => {
  const gap = left.slice(tokens[at - 1]?.to ?? 0, tokens[at]?.from)
  return (joined[at] ??= gap.length <= MOST_GAP && GAP.test(gap))
}

/** The pieces from a token on that may be one number, each with all before it. */
export const groupsFrom = (reader: Reader, at: number): readonly Group[] => {
  const { tokens } = reader
  const groups: Group[] = []
  const first = tokens[at]
  if (first === undefined) return groups
  let digits = ''
  for (let i = at; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (token?.kind !== 'digits' || (i > at && !isJoined(reader, i))) break
    digits += token.text
    if (digits.length > MOST_DIGITS) break
    groups.push({ digits, count: i - at + 1, first, last: token, next: i + 1 })
  }
  return groups
}
