import type { Reading } from './reading.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words looked at before what is told, and after it. */
const BEFORE = 6
const AFTER = 2
const AGO = 3
/** "Three days ago" is no story of the past: so many hours are still now. */
const RECENT = 72
/** "I used to, and I want to do it again": so far behind what is told, and so near before it a denial. */
const AGAIN = 10
const DENIED = 4

/**
 * Reserved classes and facts of the data (bots/amin/crisis/past.ts): what they hold is the editor's, what
 * they mean is here.
 */
export const PAST_WORDS = {
  /** "I used to": long over, whatever else is said. */
  used: 'long-ago',
  /** "Ago", behind what is told. */
  ago: 'ago-said',
  /** A time that is long over: years ago, when I was fifteen, before I married. */
  time: 'long-past',
  /** May stand between a time and what was done then: "I tried to", "I wanted to". */
  tried: 'past-bridge',
  bridge: 'negation-bridge',
  /** Meant now or later: "I want to", "I will". */
  meant: 'meant-now',
  /** Today, last night, just now. */
  recent: 'just-now',
  /** Before a time: it goes on since then, or is like then. */
  since: 'since-then',
  again: 'once-more',
  negator: 'negator',
} as const

/** Whether what stands at `from` to `to` is told of a time that is long over, by the words around it in its sentence. */
export const makePast = (
  vocabulary: Vocabulary,
): ((reading: Reading, from: number, to: number) => boolean) => {
  const label = Object.fromEntries(
    Object.entries(PAST_WORDS).map(([key, name]) => [key, vocabulary.labelOf(name)]),
  ) as Record<keyof typeof PAST_WORDS, number>
  const has = ({ labels }: Reading, at: number, one: number): boolean => labels[at]?.includes(one) === true

  /** Whether a span of few hours is named at the end of it or right after it. */
  const hoursAgo = (reading: Reading, to: number): boolean => {
    for (let at = to; at <= to + AGO && at < reading.labels.length; at += 1) {
      const hours = vocabulary.hoursOf(reading.labels[at] ?? [])
      if (hours !== undefined && hours * (reading.values[at - 1] ?? 1) <= RECENT) return true
    }
    return false
  }

  /** Whether such a word follows within so many words of the same sentence. */
  const follows = (reading: Reading, one: number, to: number, words: number): boolean => {
    for (let at = to + 1; at <= to + words && reading.stops[at] === false; at += 1)
      if (has(reading, at, one)) return true
    return false
  }

  /** What leads to it: words that only join it to a time, back to that time. */
  const leading = (reading: Reading, from: number): 'used' | 'time' | 'recent' | 'meant' | undefined => {
    let meant = false
    for (let at = from - 1; at >= Math.max(0, from - BEFORE); at -= 1) {
      if (reading.stops[at + 1] === true) break
      if (has(reading, at, label.recent)) return 'recent'
      if (has(reading, at, label.used)) {
        const today = at > 0 && reading.stops[at] !== true && has(reading, at - 1, label.recent)
        return today ? 'recent' : 'used'
      }
      if (has(reading, at, label.time)) {
        let first = at
        while (first > 0 && reading.stops[first] !== true && has(reading, first - 1, label.time)) first -= 1
        const goesOn = first > 0 && reading.stops[first] !== true && has(reading, first - 1, label.since)
        return goesOn || meant ? undefined : 'time'
      }
      meant ||= has(reading, at, label.meant)
      if (!has(reading, at, label.bridge) && !has(reading, at, label.tried)) break
    }
    return meant ? 'meant' : undefined
  }

  /** "I cut myself years ago": the time right behind it. */
  const dated = (reading: Reading, to: number): boolean => {
    for (let at = to + 1; at <= to + AFTER && reading.stops[at] === false; at += 1) {
      if (has(reading, at, label.since)) return false
      if (has(reading, at, label.time)) return true
    }
    return false
  }

  const isAgain = (reading: Reading, to: number): boolean => {
    for (let at = to + 1; at <= to + AGAIN && reading.stops[at] === false; at += 1) {
      if (!has(reading, at, label.again)) continue
      let denied = false
      for (let before = at - 1; before >= Math.max(to + 1, at - DENIED); before -= 1)
        denied ||= has(reading, before, label.negator)
      if (!denied) return true
    }
    return false
  }

  return (reading, from, to) => {
    if (hoursAgo(reading, to) || follows(reading, label.recent, to, AFTER)) return false
    const led = leading(reading, from)
    if (led === 'recent') return false
    let meant = led === 'meant'
    for (let at = from; at <= to; at += 1) meant ||= has(reading, at, label.meant)
    const past =
      led === 'used' ||
      (led === 'time' && !meant) ||
      (!meant && dated(reading, to)) ||
      follows(reading, label.ago, to, AGO)
    return past && !isAgain(reading, to)
  }
}
