import { foldLetter } from '../fold.ts'

/**
 * What a character is to the reader of words: nothing (marks, joiners), a gap, the end of a
 * sentence, or letters and digits.
 */
const GAP = ' '
const STOP = '.'

/**
 * Letters that Iraqi spelling confuses, beyond those that folding makes equal: both are one sound
 * in Iraq.
 */
const SAME_SOUND: ReadonlyMap<string, string> = new Map([['ظ', 'ض']])
const WORDY = /[\p{L}\p{N}]/u
const ENDS_SENTENCE = /[.!?؟۔…\n\r‼⁉⁇⁈]/u

const readCharacter = (character: string): string => {
  if (ENDS_SENTENCE.test(character)) return STOP
  const folded = Array.from(foldLetter(character), (letter) => SAME_SOUND.get(letter) ?? letter)
  if (folded.length === 0) return ''
  const wordy = folded.filter((letter) => WORDY.test(letter))
  return wordy.length === 0 ? GAP : wordy.join('')
}

/**
 * Where the letters of the three languages are, and the ones drawn like them (fullwidth,
 * mathematical, enclosed), with marks and punctuation. What lies elsewhere belongs to no word of
 * the data and is a gap.
 */
const SCRIPTS: ReadonlyArray<readonly [from: number, to: number]> = [
  [0, 0x0780],
  [0x1ab0, 0x1b00],
  [0x1dc0, 0x2100],
  [0x2460, 0x2500],
  [0x3000, 0x3010],
  [0xfb50, 0xfff0],
  [0x1d400, 0x1d800],
  [0x1f130, 0x1f190],
]

export type Letters = (codePoint: number) => string

/**
 * A table from code point to its folded letters, made once: asking Unicode for every character
 * would cost ten times more.
 */
export const makeLetters = (): Letters => {
  const table: (string | undefined)[] = []
  for (const [from, to] of SCRIPTS)
    for (let code = from; code < to; code += 1) table[code] = readCharacter(String.fromCodePoint(code))
  return (code) => table[code] ?? GAP
}

export const isGap = (folded: string): boolean => folded === GAP || folded === STOP
export const isStop = (folded: string): boolean => folded === STOP
