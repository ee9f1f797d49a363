import type { ReadCharacter, ReadLine } from '../../ports/picture-reader.ts'

type Characters = readonly ReadCharacter[]

const SPACE: ReadCharacter = { character: ' ', likelihood: 1, others: [] }
/** What codes are made of: wallets, links, addresses of mail, account names, numbers. */
const CODE = /^[A-Za-z0-9@._/+:|-]+$/
/** A word that fills a line alone and is cut at its end is longer than any word of a language. */
const LEAST_CUT = 22
/** No whole wallet of these is longer; of Ethereum it is exactly this. */
const ETHEREUM = /^[0oO]x[A-Za-z0-9]*$/
const ETHEREUM_LENGTH = 42
const WALLET_LENGTH = 34

export const textOf = (characters: Characters): string =>
  characters.map(({ character }) => character).join('')

/**
 * `wholeCode`: whether what stands in a line is complete by its own check sum, so that the next line is
 * another word.
 */
const goesOn = (line: Characters, next: Characters, wholeCode: (text: string) => boolean): boolean => {
  const word = textOf(line)
  const after = textOf(next).split(' ', 1)[0] ?? ''
  if (!CODE.test(word) || !CODE.test(after) || word.length < LEAST_CUT || wholeCode(word)) return false
  if (wholeCode(word + after)) return true
  if (ETHEREUM.test(word)) return word.length < ETHEREUM_LENGTH
  // A wallet that was cut has letters and digits only, and the rest of it is what is missing.
  return /^[A-Za-z0-9|]+$/.test(word)
    ? word.length < WALLET_LENGTH - 1 && Math.abs(word.length + after.length - WALLET_LENGTH) <= 2
    : true
}

/**
 * The lines of a bubble as one text: with a space between them, except where one long code was cut by the end
 * of a line.
 */
export const joinLines = (lines: readonly Characters[], wholeCode: (text: string) => boolean): Characters =>
  lines.flatMap((line, i) => {
    const next = lines[i + 1]
    return next === undefined || goesOn(line, next, wholeCode) ? line : [...line, SPACE]
  })

/**
 * What the second look read, as characters that nothing is known of but their letter; the first look's where
 * there was no second.
 */
export const secondLook = ({ characters, second }: ReadLine): Characters =>
  second === undefined
    ? characters
    : Array.from(second, (character) => ({ character, likelihood: 1, others: [] }))

/**
 * How well it was read, from 0 to 1: the mean over all characters, so that one bad letter does not hide a
 * whole message.
 */
export const confidenceOf = (characters: Characters): number =>
  characters.length === 0
    ? 0
    : characters.reduce((sum, { likelihood }) => sum + likelihood, 0) / characters.length
