import { latinDigits } from '../../text/fold.ts'
import type { CaseCode } from '../../base/ids.ts'

const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/
/** A longer text is no code with spaces in it. */
const LONGEST = 40

/**
 * A code as people type it: in any case and any digits, with spaces, dashes and marks of direction,
 * and with the letters that Crockford's alphabet leaves out for the digits they look like
 * (https://www.crockford.com/base32.html). Nothing where it is none.
 */
export const readCode = (text: string): CaseCode | undefined => {
  if (text.length > LONGEST) return undefined
  const plain = latinDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\p{M}._:*«»"'#]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return CODE.test(plain) ? (plain as CaseCode) : undefined
}

/**
 * A code that nobody asked for, alone in a message and written as it was given: in capitals. Words
 * of eight letters are no code ("my friend"), nor is an account ("haider99"), and a number is a
 * number.
 */
export const readBareCode = (text: string): CaseCode | undefined => {
  const code = readCode(text)
  const written = latinDigits(text.normalize('NFKC'))
  const isWritten = /[A-Za-z]/.test(written) && !/[a-z]/.test(written)
  // A name holds a vowel and no digit ("MOHAMMED"): of codes so few look so that the word for them is left.
  const isName = !/\d/.test(written) && /[AEIOU]/.test(written)
  return isWritten && !isName ? code : undefined
}

/** Parts of a code that was written apart. */
const PART = /^[a-z0-9]{1,4}$/

/**
 * Whether a message that is no code was meant as one, mistyped: one word of Latin letters or
 * digits, a word of both among others, or short parts of them. Anything else tells something, and
 * is heard.
 */
export const isCodeTry = (folded: string): boolean => {
  const words = folded.split(' ')
  const isMixed = (word: string): boolean => /[a-z]/.test(word) && /\d/.test(word) && word.length >= 5
  if (words.length === 1) return /^[a-z0-9]+$/.test(folded)
  return words.some(isMixed) || (words.every((word) => PART.test(word)) && /\d/.test(folded))
}
