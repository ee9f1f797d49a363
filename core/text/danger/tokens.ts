import { isGap, isStop } from './letters.ts'
import type { Letters } from './letters.ts'

/**
 * Words of a text, in columns: word `i` is `words[i]`, folded, and stood at `starts[i]`..`ends[i]`
 * of the text (UTF-16 units).
 */
export type Tokens = {
  readonly words: string[]
  readonly starts: number[]
  readonly ends: number[]
  /** A sentence ended before this word. */
  readonly stops: boolean[]
}

/**
 * A text is read whole up to 22,000 units, five times what Telegram carries; of a longer one the
 * first 16,000 and the last 6,000, so that a flood cannot hide what was said at either end.
 */
const HEAD = 16_000
const TAIL = 6_000
/** A longer run without a gap is no word, but may hold one: it is read in pieces. */
const LONGEST_WORD = 64

const DIGIT = /^\d+$/
const ARABIC = /[\u0600-\u06ff]/
/**
 * "15yo", "2hrs", "9th": a number and its unit written as one. Arabizi, where a digit is a letter
 * ("3umri"), stays whole.
 */
const WITH_UNIT =
  /^(\d{1,4})(yo|y|yrs?|years?|h|hrs?|hours?|mins?|minutes?|days?|am|pm|th|st|nd|rd|f|sa3a|sina|sana)$/

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The digits of all three languages. */
const isAnyDigit = (code: number): boolean =>
  isDigit(code) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)

const add = (tokens: Tokens, word: string, start: number, end: number, stop: boolean): void => {
  tokens.words.push(word)
  tokens.starts.push(start)
  tokens.ends.push(end)
  tokens.stops.push(stop)
}

const addWord = (tokens: Tokens, word: string, start: number, end: number, stop: boolean): void => {
  const united =
    word.length > 1 && isDigit(word.charCodeAt(0)) && !DIGIT.test(word) ? WITH_UNIT.exec(word) : null
  if (united === null) return add(tokens, word, start, end, stop)
  const [, digits = '', unit = ''] = united
  // A unit is plain ASCII, so it ends the word unit for unit even where marks stood among its
  // letters: never before `start`.
  const middle = Math.max(start + 1, end - unit.length)
  add(tokens, digits, start, middle, stop)
  add(tokens, unit, middle, end, false)
}

/** Addresses and handles are names, not words: what they spell is nobody's danger. */
const skipAddress = (text: string, at: number, to: number): number => {
  const begins =
    text.charCodeAt(at) === 64
      ? at + 1 < to && text.charCodeAt(at + 1) > 32 && text.charCodeAt(at + 1) < 127
      : text.startsWith('http', at) || text.startsWith('www.', at)
  if (!begins) return at
  let end = at
  while (end < to && text.charCodeAt(end) > 32 && text.charCodeAt(end) < 127) end += 1
  return end
}

const readPart = (letters: Letters, tokens: Tokens, text: string, from: number, to: number): void => {
  let word = ''
  let start = from
  let end = from
  let stop = from > 0
  let last = ''
  const close = (): void => {
    if (word !== '') {
      addWord(tokens, word, start, end, stop)
      stop = false
    }
    word = ''
    last = ''
  }
  for (let at = from; at < to;) {
    if (word === '') {
      const after = skipAddress(text, at, to)
      if (after > at) {
        at = after
        continue
      }
    }
    const code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    const folded = letters(code)
    if (isGap(folded)) {
      close()
      // "0.05", "10.30": a point inside a number ends nothing.
      if (isStop(folded) && !(isAnyDigit(text.charCodeAt(at - 1)) && isAnyDigit(text.charCodeAt(next))))
        stop = true
    } else
      for (const letter of folded) {
        const digit = isDigit(letter.charCodeAt(0))
        // A number glued to Arabic letters ("ال18") is a word of its own; a lengthened letter counts once.
        const parted =
          word !== '' && digit !== isDigit(last.charCodeAt(0)) && ARABIC.test(digit ? last : letter)
        if (parted || word.length >= LONGEST_WORD) close()
        if (word === '') start = at
        if (digit || letter !== last) word += letter
        last = letter
        end = next
      }
    at = next
  }
  close()
}

/**
 * Splits a text into folded words with their places in it. Never throws; linear, and bounded for
 * any length.
 */
export const readTokens = (letters: Letters, text: string): Tokens => {
  const tokens: Tokens = { words: [], starts: [], ends: [], stops: [] }
  if (text.length <= HEAD + TAIL) readPart(letters, tokens, text, 0, text.length)
  else {
    readPart(letters, tokens, text, 0, HEAD)
    readPart(letters, tokens, text, text.length - TAIL, text.length)
  }
  return tokens
}

/** A word of the data, folded as words of a text are; nothing where it is none. */
export const foldWord = (letters: Letters, word: string): string => readTokens(letters, word).words.join('')
