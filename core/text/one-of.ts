import { fold } from './fold.ts'

/**
 * The part of a pattern that any of these words matches, folded as the text is that it is held against.
 * Apart by blanks; `_` stands for the blank within a phrase.
 */
export const oneOf = (words: string): string =>
  `(?:${words
    .trim()
    .split(/\s+/)
    .map((word) => fold(word.replaceAll('_', ' ')))
    .join('|')})`
