import type { CaseEvent } from '../../model/events.ts'
import { stemsIn, textsOf } from '../../model/search-words.ts'

/** Characters of a sentence that is shown. */
const LONGEST = 160
/** Shown before the first word that was found, where the sentence is longer. */
const BEFORE = 50

const SENTENCE = /[^.!?؟…\n]+[.!?؟…]*/gu

const scoreOf = (text: string, wanted: ReadonlySet<string>): number =>
  stemsIn(text).filter((stem) => wanted.has(stem)).length

/**
 * The first of those with the highest score. `highest`: none can have more, so nothing after it is
 * looked at; a conversation may be long.
 */
const best = <T>(
  items: readonly T[],
  highest: number,
  score: (item: T) => number,
): { readonly item: T; readonly score: number } | undefined => {
  let first: { readonly item: T; readonly score: number } | undefined
  for (const item of items) {
    const found = score(item)
    if (found > (first?.score ?? 0)) first = { item, score: found }
    if (found >= highest) break
  }
  return first
}

const shorten = (sentence: string, wanted: ReadonlySet<string>): string => {
  const whole = sentence.trim().replace(/\s+/gu, ' ')
  if (whole.length <= LONGEST) return whole
  const words = whole.split(' ')
  const first = Math.max(
    0,
    words.findIndex((word) => scoreOf(word, wanted) > 0),
  )
  let from = first
  for (let length = 0; from > 0 && length + (words[from - 1]?.length ?? 0) < BEFORE; from -= 1)
    length += (words[from - 1]?.length ?? 0) + 1
  const rest = words.slice(from).join(' ')
  const cut = Array.from(rest).slice(0, LONGEST).join('')
  return `${from > 0 ? '…' : ''}${cut}${cut.length < rest.length ? '…' : ''}`
}

/**
 * The sentence of a case that has the most of these stems, of the newest text that does; nothing
 * where none has any.
 */
export const excerptOf = (events: readonly CaseEvent[], stems: readonly string[]): string | undefined => {
  const wanted = new Set(stems)
  const texts = events.flatMap(textsOf).toReversed()
  const text = best(texts, wanted.size, (each) => scoreOf(each, wanted))
  if (text === undefined) return undefined
  const sentence = best(text.item.match(SENTENCE) ?? [text.item], wanted.size, (each) =>
    scoreOf(each, wanted),
  )
  return shorten(sentence?.item ?? text.item, wanted)
}
