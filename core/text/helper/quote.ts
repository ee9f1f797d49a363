import { fold } from '../fold.ts'

/** Longest quotation that is looked for, in UTF-16 units: a whole message is no quotation. */
const LONGEST = 600

/** A word as it is compared, and where it stands in the text as written. */
export type PlacedWord = { readonly word: string; readonly start: number; readonly end: number }

/**
 * Letters and digits with the marks that belong to them; apostrophes are letters of Arabizi or
 * stand inside a word.
 */
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}\u0640'’‘`´]+/gu

export const placedWords = (text: string): readonly PlacedWord[] =>
  [...text.matchAll(WORD)].flatMap((found) => {
    const word = fold(found[0])
    return word === '' ? [] : [{ word, start: found.index, end: found.index + found[0].length }]
  })

/**
 * Where these words stand in a message, one after another and each whole; nothing where they do not. Spelling variants, marks and punctuation are
 * passed over (core/text/fold), the words themselves are not: what a model made up or said in its own words is not found.
 */
export const findQuote = (
  message: string,
  quotation: string,
): { readonly start: number; readonly end: number } | undefined => {
  if (quotation.length > LONGEST) return undefined
  const sought = placedWords(quotation).map(({ word }) => word)
  // One letter stands in every message.
  if (sought.join('').length < 2) return undefined
  const words = placedWords(message)
  for (let at = 0; at + sought.length <= words.length; at += 1) {
    if (!sought.every((word, n) => words[at + n]?.word === word)) continue
    const [first, last] = [words[at], words[at + sought.length - 1]]
    if (first !== undefined && last !== undefined) return { start: first.start, end: last.end }
  }
  return undefined
}
