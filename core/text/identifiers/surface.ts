import { fold } from '../fold.ts'

/**
 * A text as patterns read it, with the way back to what was written: marks and invisible characters
 * gone, digits and compatibility forms made plain. `plain` keeps letters as they are; `folded`, of
 * equal length, has one letter for its variants (core/text/fold).
 */
export type Surface = {
  readonly original: string
  readonly plain: string
  readonly folded: string
  /** Cuts [from, to) of `plain` out of the original. */
  readonly cut: (from: number, to: number) => string
  /** Where in the original the character at a place of `plain` begins. */
  readonly at: (place: number) => number
}

const UNSEEN = /^[\p{M}\p{Cf}\u0640]$/u
const LETTER = /^[\p{L}\p{N}]$/u
const DIGIT = /^\d$/

/** What a character of a text becomes; both of equal length. */
type Shape = readonly [plain: string, folded: string]

const GONE: Shape = ['', '']

const ARABIC_FROM = 0x600
const ARABIC_TO = 0x700

const arabicShape = (letter: string): Shape => {
  if (UNSEEN.test(letter)) return GONE
  const folded = LETTER.test(letter) ? fold(letter) : letter
  // Folding takes a lone hamza away; here it keeps its place.
  if (folded.length !== letter.length) return [letter, letter]
  return DIGIT.test(folded) ? [folded, folded] : [letter, folded]
}
const ARABIC: readonly Shape[] = Array.from({ length: ARABIC_TO - ARABIC_FROM }, (_, i) =>
  arabicShape(String.fromCharCode(ARABIC_FROM + i)),
)
const knownShape = (code: number): Shape | undefined =>
  code >= ARABIC_FROM && code < ARABIC_TO ? ARABIC[code - ARABIC_FROM] : undefined

/**
 * A character that is neither ASCII nor of the Arabic block. Longer compatibility forms (a word in
 * one character) stay: a text must not grow.
 */
const otherShape = (character: string): Shape => {
  if (UNSEEN.test(character)) return GONE
  const plain = character.normalize('NFKC')
  if (plain === character || plain.length > 2) return [character, character]
  const shapes = Array.from(
    plain,
    (letter) => knownShape(letter.charCodeAt(0)) ?? ([letter, letter] as const),
  )
  return [shapes.map(([seen]) => seen).join(''), shapes.map(([, matched]) => matched).join('')]
}

/** Linear; callers bound the length. Any string, also one with halves of characters in it. */
export const readSurface = (original: string): Surface => {
  let plain = ''
  let folded = ''
  const places: number[] = []
  const ends: number[] = []
  const others = new Map<number, Shape>()
  for (let i = 0; i < original.length;) {
    const code = original.codePointAt(i) ?? 0
    const size = code > 0xffff ? 2 : 1
    if (code < 0x80) {
      const character = original[i] ?? ''
      plain += character
      folded += character
      places.push(i)
      ends.push(i + 1)
    } else {
      const shape = knownShape(code) ?? others.get(code) ?? otherShape(String.fromCodePoint(code))
      if (code < ARABIC_FROM || code >= ARABIC_TO) others.set(code, shape)
      const [seen, matched] = shape
      plain += seen
      folded += matched
      for (let k = 0; k < seen.length; k += 1) {
        places.push(i)
        ends.push(i + size)
      }
    }
    i += size
  }
  return {
    original,
    plain,
    folded,
    cut: (from, to) => original.slice(places[from] ?? original.length, ends[to - 1] ?? original.length),
    at: (place) => places[place] ?? original.length,
  }
}

/** A word of `folded` as tables hold it: what `fold` makes of the word in the original. */
export const settle = (word: string): string => {
  const plain = word.toLowerCase().replace(/[ءʼ]/g, '')
  return /([اويه])\1|(\p{L})\2\2/u.test(plain)
    ? plain.replace(/([اويه])\1+/g, '$1').replace(/(\p{L})\1{2,}/gu, '$1')
    : plain
}
