import { settle, readSurface } from '../../text/identifiers/surface.ts'
import type { Surface } from '../../text/identifiers/surface.ts'
import { untrusted } from '../../base/untrusted.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import { readNumber } from '../../text/number-words.ts'
import {
  ALONE_AND,
  ASKED,
  BEFORE_OTHERS,
  BETWEEN,
  COUNTED,
  currencyOf,
  GAME,
  isReceived,
  MORE,
  ONLY_AFTER,
  PAID,
} from './amount-words.ts'

export type Amount = { readonly amount: number; readonly currency: string }

/**
 * An amount inside a longer text. `about`: whether the words before it speak of what is wanted or
 * of what was given. `guessed`: a bare small number where money is meant ("يريد 250"), taken for
 * thousands of dinars as people in Iraq leave them out: to be asked, not relied on.
 */
export type FoundAmount = Amount & {
  readonly raw: Untrusted
  /** Place of `raw` in the text, in UTF-16 units. */
  readonly start: number
  readonly about?: 'asked' | 'paid'
  readonly guessed?: true
}

/** Longest text looked at: an amount stands in a sentence, not in a book. */
const WINDOW = 4000
const MOST = 20
/** Years of a person, where "M" may be a man and not a million. */
const OLDEST = 99
/** Words between an amount and the word that says what it is about. */
const NEAR = 5
/** So much without a currency is dinars, whatever was named before it. */
const DINARS = 25_000
/** Words between a market word alone ("ورقة") and a word of money: without one it is a sheet of paper. */
const NEAR_MARKET = 4

/** `ends`: a comma, a full stop or a new line follows: no amount goes on behind it. */
type Token = {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly grouped?: true
  readonly ends?: true
}

const TOKENS = /[1-9]\d{0,2}(?: \d{3}){0,3} 000(?![\d.,])|\d+(?:[.,٫٬،']\d+)*|[\p{L}]+|[$€]/gu
/**
 * Telephone numbers and days are no amounts, in one piece or in several, nor are the digits that are
 * letters in Arabic written with Latin ones ("wa7id").
 */
const OTHERS =
  /(?<=[a-z])(?<!iqd|usd|eur|dinar|dollars?)[2-9](?=[a-z])(?!k\b|m\b|mil|alf)|(?<![\d.,])(?:\+ ?\d|0\d)(?:[ ().-]{0,2}\d){6,15}(?![\d])|\d{1,4}(?:[/:]\d{1,4})+|\d+ ?%/g

/**
 * A written number in plain form ("1.500.000" is 1500000, "1,5" is 1.5); nothing where it is none,
 * as "0770" or "1.2.3".
 */
const plainNumber = (written: string): string | undefined => {
  const text = written.replace(/[٬' ]/g, '').replace(/،/g, ',').replace(/٫/g, '.')
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?$/.test(text)) return text.replaceAll(',', '')
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text)) return text.replaceAll('.', '')
  if (/^\d{1,12}[.,]\d{1,8}$/.test(text)) return text.replace(',', '.')
  return /^(?:0|[1-9]\d{0,11})$/.test(text) ? text : undefined
}

const tokensOf = (surface: Surface): readonly Token[] => {
  const text = surface.folded.replace(OTHERS, (other) => '\u0001'.repeat(other.length))
  return [...text.matchAll(TOKENS)].map(({ 0: written, index: from }) => {
    const to = from + written.length
    const ends = /^ ?[,،;؛.!?؟\n]/.test(text.slice(to, to + 2)) ? { ends: true as const } : {}
    if (/^\d/.test(written)) {
      const number = plainNumber(written)
      return {
        text: number ?? '',
        from,
        to,
        ...ends,
        ...(number !== undefined && number !== written ? { grouped: true as const } : {}),
      }
    }
    // Three and thirty in Sorani differ in one letter that folding makes equal.
    return { text: surface.plain.slice(from, to) === 'سێ' ? '3' : settle(written), from, to, ...ends }
  })
}

type Read = Amount & {
  readonly first: number
  readonly next: number
  /** A currency or a word of scale, or (loosely) a number too large for anything else. */
  readonly named: boolean
  readonly scaled: boolean
  readonly large: boolean
  /** No currency beside it: that of the amount before it. */
  readonly carried?: true
  /** Counted in market words, or a market word without any number. */
  readonly market?: 'counted' | 'alone'
}

const rounded = (amount: number, currency: string): number => {
  const unit = currency === 'BTC' ? 1e8 : 100
  return Math.round(amount * unit) / unit
}

/** "ورقة ونص": half of it more. */
const halfMore = (token: Token | undefined): number => {
  const fraction =
    token?.text.startsWith('و') === true ? readNumber([token.text.slice(1)], 0)?.value : undefined
  return fraction === 0.5 || fraction === 0.25 ? fraction : 0
}

/** `stated`: the currency that was named before these words; a number without one goes on in it. */
const readAll = (tokens: readonly Token[], home: string, stated?: string): readonly Read[] => {
  const texts = tokens.map((token) => token.text)
  /** Behind which word an amount that begins at a place must end. */
  const ends: number[] = []
  for (let i = tokens.length - 1; i >= 0; i -= 1)
    ends[i] = tokens[i]?.ends === true ? i + 1 : (ends[i + 1] ?? tokens.length)
  const found: Read[] = []
  /** A currency belongs to one amount only. */
  let free = 0
  let last = stated
  let i = 0
  while (i < tokens.length && found.length < MOST) {
    const number = ALONE_AND.has(texts[i] ?? '') ? undefined : readNumber(texts, i, ends[i])
    const here = currencyOf(texts[i])
    if (number === undefined) {
      // A market word alone is one of it: "ورقتين", "دفتر ونص".
      if (here !== undefined && here.worth > 1 && readNumber(texts, i + 1) === undefined) {
        const more = halfMore(tokens[i + 1])
        const next = i + (more > 0 ? 2 : 1)
        found.push({
          amount: here.worth * (1 + more),
          currency: here.currency,
          first: i,
          next,
          named: true,
          scaled: false,
          large: false,
          market: 'alone',
        })
        free = next
        last = here.currency
      }
      i += 1
      continue
    }
    const beside = i - 1 >= free && !ONLY_AFTER.has(texts[i - 1] ?? '') ? currencyOf(texts[i - 1]) : undefined
    const end = i + number.used
    const between = BETWEEN.has(texts[end] ?? '') ? 1 : 0
    const after = currencyOf(texts[end + between])
    const named = after ?? beside
    const next = after === undefined ? end : end + between + 1
    const scaled = texts.slice(i, end).some((text) => !/^\d/.test(text)) && number.value >= 1000
    const isCarried = named === undefined && last !== home && !scaled && number.value < DINARS
    const currency = named?.currency ?? (isCarried ? last : undefined) ?? home
    if (named !== undefined) last = currency
    found.push({
      amount: rounded(number.value * (named?.worth ?? 1), currency),
      currency,
      first: after === undefined && beside !== undefined ? i - 1 : i,
      next,
      named: named !== undefined,
      scaled,
      large: number.value >= 1000,
      ...(isCarried && currency !== home ? { carried: true as const } : {}),
      ...(named !== undefined && named.worth > 1 ? { market: 'counted' as const } : {}),
    })
    free = next
    i = next
  }
  return found.filter((one) => one.amount > 0 && one.amount <= Number.MAX_SAFE_INTEGER)
}

/**
 * The amount a person answered, or nothing where there is no number. Where several stand in it, the
 * first that names a currency or a scale. `bareThousands`: see Step. The words stay in the answer;
 * this is a reading.
 */
export const readAmount = (text: string, home: string, bareThousands: boolean): Amount | undefined => {
  const found = readAll(tokensOf(readSurface(text.slice(0, WINDOW))), home)
  const best = found.find((one) => one.named || one.scaled || one.large) ?? found[0]
  if (best === undefined) return undefined
  const bare = !best.named && !best.scaled && !best.large
  const amount = bare && bareThousands && best.amount < 1000 ? best.amount * 1000 : best.amount
  return { amount, currency: best.currency }
}

const withoutAnd = (word: string): string => (word.startsWith('و') && word.length > 3 ? word.slice(1) : word)

/**
 * How many words before or after an amount the nearest of these stands; what stands before counts
 * as nearer.
 */
const distance = (tokens: readonly Token[], { first, next }: Read, words: ReadonlySet<string>): number => {
  const is = (at: number): boolean => {
    const text = tokens[at]?.text ?? ''
    return text !== '' && (words.has(text) || words.has(withoutAnd(text)))
  }
  for (let steps = 1; steps <= NEAR; steps += 1) if (is(first - steps)) return steps
  for (let steps = 0; steps < 2; steps += 1) if (is(next + steps)) return NEAR + 1 + steps
  return Infinity
}

/** Whether an amount of a story is one, and whether it had to be guessed. */
const judge = (
  tokens: readonly Token[],
  one: Read,
  home: string,
  alone: boolean,
): { readonly amount: number; readonly guessed?: true } | undefined => {
  const after = tokens[one.next]?.text ?? ''
  if (!one.named && (COUNTED.has(after) || BEFORE_OTHERS.has(tokens[one.first - 1]?.text ?? '')))
    return undefined
  const money = Math.min(distance(tokens, one, ASKED), distance(tokens, one, PAID))
  // "ورق" is also what a game sells.
  if (one.market !== undefined && (GAME.has(after) || GAME.has(tokens[one.first - 1]?.text ?? '')))
    return undefined
  if (one.market === 'alone') return alone || money <= NEAR_MARKET ? { amount: one.amount } : undefined
  if (one.named) return { amount: one.amount }
  if (one.carried === true)
    return (alone && one.large) || money <= 2 || MORE.has(after) ? { amount: one.amount } : undefined
  // "27 M Basra" is an age and a man.
  if (tokens[one.next - 1]?.text === 'm' && one.amount / 1e6 <= OLDEST && money === Infinity) return undefined
  // "الف" alone is said of many things; a number before it, or money near it, makes it one.
  if (one.scaled) return one.amount > 1000 || alone || money < Infinity ? { amount: one.amount } : undefined
  const grouped = tokens.slice(one.first, one.next).some((token) => token.grouped === true)
  const year = one.amount >= 1900 && one.amount <= 2100
  if (one.large) {
    if (one.amount % 250 !== 0 || one.amount > 1e9) return undefined
    return grouped || alone || (money < Infinity && !year) || (money <= 2 && year)
      ? { amount: one.amount }
      : undefined
  }
  const thousands = home === 'IQD' && Number.isInteger(one.amount) && one.amount >= 5
  return thousands && (alone || money <= 2) ? { amount: one.amount * 1000, guessed: true } : undefined
}

/**
 * Every amount that a text names, in its order, at most 20: what is wanted, what was paid. Nothing
 * for numbers that count something else, for telephone numbers, days and times. `home`: the
 * currency where none is named, and none was before (`stated`).
 */
export const findAmounts = (text: string, home: string, stated?: string): readonly FoundAmount[] => {
  const surface = readSurface(text.slice(0, WINDOW))
  const tokens = tokensOf(surface)
  const all = readAll(tokens, home, stated)
  const [only] = all
  const alone = all.length === 1 && only !== undefined && tokens.length - (only.next - only.first) <= 1
  return all.flatMap((one) => {
    const judged = judge(tokens, one, home, alone)
    const [first, last] = [tokens[one.first], tokens[one.next - 1]]
    if (judged === undefined || first === undefined || last === undefined || isReceived(tokens, one))
      return []
    const [asked, paid] = [distance(tokens, one, ASKED), distance(tokens, one, PAID)]
    const about =
      asked === Infinity && paid === Infinity
        ? {}
        : { about: paid <= asked ? ('paid' as const) : ('asked' as const) }
    return [
      {
        ...judged,
        currency: one.currency,
        raw: untrusted(surface.cut(first.from, last.to)),
        start: surface.at(first.from),
        ...about,
      },
    ]
  })
}

/**
 * Of the amounts of a story what was given, only where it names one: whether several add up or
 * repeat each other nobody can read out of words.
 */
export const paidOf = (found: readonly FoundAmount[]): Amount | undefined => {
  const [only, ...more] = found.filter((one) => one.guessed === undefined && one.about === 'paid')
  return only === undefined || more.length > 0 ? undefined : { amount: only.amount, currency: only.currency }
}

/**
 * Of the amounts of a story the one that it speaks of, only where a currency or a scale says that
 * it is one: what is wanted before what was paid.
 */
export const amountOf = (found: readonly FoundAmount[]): Amount | undefined => {
  const sure = found.filter((one) => one.guessed === undefined)
  const best =
    sure.find((one) => one.about === 'asked') ?? sure.find((one) => one.about === undefined) ?? sure[0]
  return best === undefined ? undefined : { amount: best.amount, currency: best.currency }
}
