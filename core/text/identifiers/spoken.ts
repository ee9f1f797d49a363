import { fold } from '../fold.ts'
import { unitOf } from '../number-words.ts'
import type { Surface } from './surface.ts'
import type { Token } from './tokens.ts'

const wordsOf = (words: string): readonly string[] => words.split(' ').map(fold)

const ZERO = new Set(wordsOf('صفر سفر زيرو زیرۆ zero oh nought'))
const TIMES: ReadonlyMap<string, number> = new Map([
  ...wordsOf('double doubled دبل دەبڵ').map((word) => [word, 2] as const),
  ...wordsOf('triple treble تريبل').map((word) => [word, 3] as const),
])
/** Iraqi duals: "صفرين" is two noughts. */
const TWICE: ReadonlyMap<string, string> = new Map(
  (
    [
      ['صفرين سفرين', '0'],
      ['خمستين', '5'],
      ['ستتين', '6'],
      ['سبعتين', '7'],
      ['ثمانيتين', '8'],
      ['تسعتين', '9'],
    ] as const
  ).flatMap(([words, digit]) => wordsOf(words).map((word) => [word, digit] as const)),
)
/** A scale elsewhere; between the digits of a number it is the three of them. */
const HUNDRED = new Set(wordsOf('مية مئة مائة سەد'))
const AND = 'و'
/**
 * Three and thirty in Sorani are one word once folded; only the letter ێ, or a keyboard without ی,
 * makes it the three.
 */
const THREE = fold('سێ')

type Said = { readonly digits: string; readonly next: number }

/** Whole numbers below a thousand that one word names. */
const valueAt = (surface: Surface, tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at]
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'latin')) return undefined
  if (token.text === THREE) return surface.plain.slice(token.from, token.to).includes('ی') ? 30 : 3
  if (ZERO.has(token.text)) return 0
  if (HUNDRED.has(token.text)) return 100
  const own = unitOf(token.text) ?? (token.text.startsWith(AND) ? unitOf(token.text.slice(1)) : undefined)
  return own !== undefined && Number.isInteger(own) && own < 1000 ? own : undefined
}

const isAnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === AND || tokens[at]?.text === 'and'
const leadsWithAnd = (tokens: readonly Token[], at: number): boolean => {
  const text = tokens[at]?.text ?? ''
  return text.startsWith(AND) && text !== AND && unitOf(text) === undefined
}

/** "وسبعين", "و پەنجا", "and five": a value that is joined to the one before. */
const joinedAt = (
  surface: Surface,
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly next: number } | undefined => {
  const place = isAnd(tokens, at) ? at + 1 : leadsWithAnd(tokens, at) ? at : undefined
  const value = place === undefined ? undefined : valueAt(surface, tokens, place)
  return place === undefined || value === undefined ? undefined : { value, next: place + 1 }
}

/** Two digits from "سبعة وسبعين", "seventy seven", "حەفتا و حەوت", "sixteen", or one. */
const belowHundred = (surface: Surface, tokens: readonly Token[], value: number, next: number): Said => {
  const joined = joinedAt(surface, tokens, next)
  if (value > 0 && value < 10 && joined !== undefined && joined.value >= 20 && joined.value < 100)
    return { digits: String(joined.value + value), next: joined.next }
  if (value >= 20) {
    const bare = tokens[next]?.kind === 'latin' ? valueAt(surface, tokens, next) : undefined
    const after = joined ?? (bare === undefined ? undefined : { value: bare, next: next + 1 })
    if (after !== undefined && after.value > 0 && after.value < 10)
      return { digits: String(value + after.value), next: after.next }
  }
  return { digits: String(value), next }
}

const saidAt = (surface: Surface, tokens: readonly Token[], at: number): Said | undefined => {
  const text = tokens[at]?.text ?? ''
  const times = TIMES.get(text)
  if (times !== undefined) {
    const token = tokens[at + 1]
    const value = valueAt(surface, tokens, at + 1)
    const digit = token?.kind === 'digits' ? token.text : value === undefined ? '' : String(value)
    return digit.length === 1 ? { digits: digit.repeat(times), next: at + 2 } : undefined
  }
  const twice = TWICE.get(text)
  if (twice !== undefined) return { digits: twice.repeat(2), next: at + 1 }
  const value = valueAt(surface, tokens, at)
  if (value === undefined) return undefined
  if (value < 100) return belowHundred(surface, tokens, value, at + 1)
  const joined = joinedAt(surface, tokens, at + 1)
  if (joined === undefined || joined.value >= 100) return { digits: String(value), next: at + 1 }
  const rest = belowHundred(surface, tokens, joined.value, joined.next)
  return { digits: String(value + Number(rest.digits)), next: rest.next }
}

/**
 * Numbers that were spelled as words as the digits a person would dial: digit by digit, doubled, or
 * in pairs and hundreds, in Arabic, Sorani and English. What is no number, such as "one" alone, is
 * told by its length (core/text/identifiers/numbers).
 */
export const digitsSaid = (surface: Surface, tokens: readonly Token[]): readonly Token[] => {
  const read: Token[] = []
  let at = 0
  while (at < tokens.length) {
    const said = saidAt(surface, tokens, at)
    const first = tokens[at]
    if (first === undefined) break
    const last = said === undefined ? first : (tokens[said.next - 1] ?? first)
    read.push(
      said === undefined
        ? first
        : { kind: 'digits', text: said.digits, from: first.from, to: last.to, said: true },
    )
    at = said?.next ?? at + 1
  }
  return read
}
