import { fold } from '../text/fold.ts'
import type { Hasher } from '../ports/hasher.ts'
import { MOST_PIECES } from '../ports/store/search.ts'
import type { Inbound } from '../base/message.ts'
import type { CaseEvent } from './events.ts'

/**
 * Characters that are compared as one piece, and pieces of which one is kept (winnowing): any passage of
 * eight characters that two texts share is found.
 */
const GRAM = 5
const WINDOW = 4
/** Characters read of a text: more than a message may have on any channel. */
const MOST_READ = 16_000
/** Fewer pieces of what was forwarded are a phrase that anybody writes. */
const LEAST_FORWARDED = 12
/**
 * What was not forwarded may be the person's own account, of which shorter ones are alike: nothing is read
 * out of those.
 */
const LEAST_COPIED = 30
/** 66 of the 256 bits. */
const TOKEN_LENGTH = 11

/**
 * Share of the shorter text's pieces that the longer one has, from which both are taken for the same script.
 */
export const SAME_SCRIPT = 0.6

/** Of each piece its place among all pieces, for choosing only; what is kept is the keyed hash. */
const ranksOf = (plain: string): Uint32Array => {
  const ranks = new Uint32Array(Math.max(0, plain.length - GRAM + 1))
  for (let from = 0; from < ranks.length; from += 1) {
    let hash = 0x811c9dc5
    for (let i = from; i < from + GRAM; i += 1) hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193)
    ranks[from] = hash
  }
  return ranks
}

/**
 * Pieces of a text that stand for it: of each four that follow each other the least. Case, variants of
 * letters, marks and numbers do not count. Looking for a script takes those of every message of many
 * cases: nothing is cut out of the text but what is kept.
 */
export const piecesOf = (text: string): readonly string[] => {
  const plain = fold(text.slice(0, MOST_READ)).replace(/\d+/g, '#').replace(/\s+/g, ' ')
  const ranks = ranksOf(plain)
  const kept = new Set<string>()
  for (let from = 0, last = -1; from + WINDOW <= ranks.length; from += 1) {
    let least = from
    for (let i = from + 1; i < from + WINDOW; i += 1)
      if ((ranks[i] as number) <= (ranks[least] as number)) least = i
    if (least !== last) kept.add(plain.slice(least, least + GRAM))
    last = least
  }
  return [...kept]
}

/** What others wrote, as it came: forwarded, or copied into a message of its own. */
const wordsOf = ({ body }: Inbound): string =>
  body.kind === 'text' ? body.text : body.kind === 'media' ? (body.caption ?? '') : ''

/** Pieces of a message that is long enough to be somebody's script; else none. */
export const scriptPieces = (message: Inbound): readonly string[] => {
  const pieces = piecesOf(wordsOf(message))
  return pieces.length < (message.forward === undefined ? LEAST_COPIED : LEAST_FORWARDED) ? [] : pieces
}

/**
 * A script as it may lie anywhere: keyed hashes of its pieces, so that who has them alone can try no word.
 */
export const scriptTokens = (hasher: Pick<Hasher, 'keyed'>, message: Inbound): readonly string[] =>
  scriptPieces(message)
    .slice(0, MOST_PIECES)
    .map((piece) => hasher.keyed('script', piece).slice(0, TOKEN_LENGTH))

/** Tokens of every script that came with these events, for `Search`. */
export const scriptTokensIn = (
  hasher: Pick<Hasher, 'keyed'>,
  events: readonly CaseEvent[],
): readonly string[] =>
  events.flatMap((event) => (event.type === 'message_received' ? scriptTokens(hasher, event.message) : []))

/** How much of the shorter one the other has, 0 to 1. */
export const containment = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one]
  let common = 0
  for (const token of short) if (long.has(token)) common += 1
  return short.size === 0 ? 0 : common / short.size
}
