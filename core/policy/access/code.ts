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
 * A code that nobody asked for, alone in a message and written as it was given: in capitals. Words of eight
 * letters are no code ("my friend"), nor is an account ("haider99"), and a number is a number.
 */
export const readBareCode = (text: string): CaseCode | undefined => {
  const code = readCode(text)
  const written = latinDigits(text.normalize('NFKC'))
  const isWritten = /[A-Za-z]/.test(written) && !/[a-z]/.test(written)
  return isWritten ? code : undefined
}
