/**
 * Cuts words into the pieces that the encoder knows: of all ways to write a word in pieces the
 * likeliest (unigram model, Viterbi), and an unknown letter for what is in none.
 */
export type Vocabulary = {
  /** In the order of their vectors; the first four are signs of their own. */
  readonly pieces: readonly string[]
  readonly scores: readonly number[]
  /** Pieces of the longest text that is read. */
  readonly longest: number
}

export type Cut = (text: string) => readonly number[]

/** Stands before a word in its first piece. */
const BEGIN = '\u2581'
const [FIRST, LAST, UNKNOWN] = [0, 2, 3]
const SIGNS = 4
/** No word is longer; the rest is a letter held down. */
const LONGEST_WORD = 32
/** How much less likely an unknown letter is than the rarest piece. */
const UNLIKELY = 10
/** More than `longest` pieces need, so that a text of any length costs no more. */
const MOST_CHARACTERS = 8_000

/** Marks that Arabic script is written with or without: vowels, the lengthening stroke, joiners, directions. */
const DROPPED = /[\u064b-\u065f]|\u0670|\u0640|[\u200b-\u200f]|[\u202a-\u202e]|[\u2066-\u2069]|\ufeff|\ufe0f/g
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu
const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code))

/** Digits of every script lie in rows of ten. */
const latinDigit = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && isDigit(zero - 1)) zero -= 1
  return String(code - zero)
}

/** One way of writing for what is written in several; a number that names somebody is any number. */
export const normalise = (text: string): string =>
  text
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(FOREIGN_DIGIT, latinDigit)
    .replace(/\d{5,}/g, '0')
    .replace(/(.)\1{2,}/gsu, '$1$1')
    .replace(/\s+/g, ' ')
    .trim()

type Way = { readonly score: number; readonly from: number; readonly piece: number }

export const makeCut = ({ pieces, scores, longest }: Vocabulary): Cut => {
  const places = new Map(pieces.map((piece, at) => [piece, at] as const).slice(SIGNS))
  const longestPiece = [...places.keys()].reduce((most, piece) => Math.max(most, Array.from(piece).length), 0)
  const unknown = scores.reduce((least, score) => Math.min(least, score), 0) - UNLIKELY

  const cutWord = (word: string): readonly number[] => {
    const letters = Array.from(word)
    const ways: Way[] = [{ score: 0, from: 0, piece: UNKNOWN }]
    const offer = (at: number, way: Way): void => {
      if (way.score > (ways[at]?.score ?? -Infinity)) ways[at] = way
    }
    letters.forEach((letter, from) => {
      const score = ways[from]?.score ?? 0
      let part = ''
      for (let to = from; to < Math.min(letters.length, from + longestPiece); to += 1) {
        part += letters[to]
        const piece = places.get(part)
        if (piece !== undefined) offer(to + 1, { score: score + (scores[piece] ?? 0), from, piece })
      }
      offer(from + 1, { score: score + unknown, from, piece: UNKNOWN })
    })
    const cut: number[] = []
    for (let at = letters.length; at > 0; at = ways[at]?.from ?? 0) cut.push(ways[at]?.piece ?? UNKNOWN)
    return cut.toReversed()
  }

  return (text) => {
    const cut: number[] = []
    for (const word of normalise(text).split(' ')) {
      if (word !== '') cut.push(...cutWord(BEGIN + Array.from(word).slice(0, LONGEST_WORD).join('')))
      if (cut.length >= longest - 2) break
    }
    return [FIRST, ...cut.slice(0, longest - 2), LAST]
  }
}
