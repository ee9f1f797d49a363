import { readTokens, type Tokens } from './tokens.ts'
import * as said from './age-words.ts'

/** Small words passed between who and the number. */
const PASSED = 4

export const DIGITS = /^\d{1,2}$/

const COUNTS_BEFORE = /[$€£+#%.:/\d-]/
const COUNTS_AFTER = /^(?:[%$€£:]|[./,-]\p{N})/u
/** "عمري:١٥", "age/15": behind a word these only part it from the number. */
const PARTS = /^ ?[:/]$/
/** Marks of direction, which stand between words unseen. */
const UNSEEN = /\p{Cf}/gu

/**
 * A text as words, and what may be asked of them. Bounded like every reading of words: a flood is
 * read at both ends.
 */
export class Words {
  readonly text: string
  readonly tokens: Tokens

  constructor(text: string) {
    this.text = text
    this.tokens = readTokens(said.ageLetters, text)
  }

  get length(): number {
    return this.tokens.words.length
  }

  word(at: number): string {
    return this.tokens.words[at] ?? ''
  }

  start(at: number): number {
    return this.tokens.starts[at] ?? 0
  }

  end(at: number): number {
    return this.tokens.ends[at] ?? 0
  }

  /** Arabic writes "and" in one with what follows. */
  is(at: number, words: ReadonlySet<string>): boolean {
    const word = this.word(at)
    return words.has(word) || (word.length > 3 && word.startsWith('و') && words.has(word.slice(1)))
  }

  /** Whether a sentence begins with this word, or the text ended before it. */
  begins(at: number): boolean {
    return at <= 0 || at >= this.length || this.tokens.stops[at] === true
  }

  /** What stands between a word and the one before it. */
  gap(at: number): string {
    return this.text.slice(this.end(at - 1), this.start(at)).replace(UNSEEN, '')
  }

  /** The nearest word before that is none of these, in the same sentence; -1 where there is none. */
  before(at: number, passing: ReadonlySet<string>): number {
    for (let one = at - 1, left = PASSED; one >= 0 && !this.begins(one + 1) && left >= 0; one -= 1, left -= 1)
      if (!this.is(one, passing)) return one
    return -1
  }
}

export type FoundAge = { readonly age: number; readonly from: number; readonly next: number }

const bare = (word: string): string =>
  word.startsWith('ال') ? word.slice(2) : word.startsWith('بال') ? word.slice(3) : word

const unitAt = (words: Words, at: number): number | undefined => {
  const word = words.word(at)
  if (DIGITS.test(word)) return Number(word)
  const known = said.AGE_NUMBERS.get(word)
  if (known !== undefined) return known
  const ordinal = said.ORDINALS.get(bare(word))
  if (ordinal !== undefined && said.TEN.has(bare(words.word(at + 1)))) return ordinal
  return said.AGE_NUMBERS.get(word.replace(said.IS_AFTER, ''))
}

const isParted = (words: Words, at: number): boolean =>
  at > 0 && PARTS.test(words.gap(at)) && !/\d/.test(words.word(at - 1))

/** "خمسه وعشرين", "خمس عشرة", "twenty two", "بیست و دوو": several words, one age. */
export const numberAt = (words: Words, at: number): FoundAge | 'count' | undefined => {
  const value = unitAt(words, at)
  if (value === undefined) return undefined
  if (DIGITS.test(words.word(at))) {
    const counted =
      (COUNTS_BEFORE.test(words.text[words.start(at) - 1] ?? '') && !isParted(words, at)) ||
      COUNTS_AFTER.test(words.text.slice(words.end(at), words.end(at) + 3))
    // Digits beside digits are a telephone number, a date or a sum.
    const beside = (one: number, gap: number): boolean =>
      /^\d+$/.test(words.word(one)) && /^[ \t-]$/.test(words.gap(gap))
    if (counted || beside(at - 1, at) || (beside(at + 1, at + 1) && !words.begins(at + 1))) return 'count'
    return { age: value, from: at, next: at + 1 }
  }
  if (value < 10 && said.TEN.has(bare(words.word(at + 1)))) return { age: value + 10, from: at, next: at + 2 }
  const and = words.is(at + 1, said.AND)
  const second = words.word(at + (and ? 2 : 1))
  const more =
    said.AGE_NUMBERS.get(second) ??
    (second.startsWith('و') ? said.AGE_NUMBERS.get(second.slice(1)) : undefined)
  const next = at + (and ? 3 : 2)
  const joined = and || second.startsWith('و')
  if (more !== undefined && value < 10 && more >= 20 && joined) return { age: value + more, from: at, next }
  if (more !== undefined && value >= 20 && more < 10) return { age: value + more, from: at, next }
  return { age: value, from: at, next: at + 1 }
}
