import { findArabizi } from './arabizi.ts'
import { joinNumbers } from './compound.ts'
import type { NumberWords } from './compound.ts'
import type { Letters } from './letters.ts'
import { readTokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text as the rules see it, in columns: word `i` stood at `starts[i]`..`ends[i]` and means `labels[i]`. */
export type Reading = {
  readonly starts: number[]
  readonly ends: number[]
  /** A sentence ended before this word. */
  readonly stops: boolean[]
  readonly labels: (readonly number[])[]
  /** What a number word or digits say. */
  readonly values: (number | undefined)[]
  /** Where the word stands when those that only fill are not counted; the end of a sentence counts as one. */
  readonly places: number[]
}

/** Longer numbers are telephone numbers and accounts. */
const LONGEST_NUMBER = 6
const DIGITS = /^\d+$/

/** What a word is, with the words that stand in it where it was written without gaps. */
type Known = {
  readonly labels: readonly number[]
  readonly value?: number
  readonly spelled?: boolean
  readonly pieces?: readonly Known[]
}

const NOTHING: Known = { labels: [] }

/** Reads a text into words and what they mean. Linear in the text. */
export const makeReader = (vocabulary: Vocabulary, letters: Letters): ((text: string) => Reading) => {
  const number = vocabulary.labelOf('number')
  const words: NumberWords = {
    classesOf: vocabulary.numberClasses,
    and: vocabulary.labelOf('and'),
    teenEnd: vocabulary.labelOf('teen-end'),
    filler: vocabulary.labelOf('filler'),
  }

  const know = (word: string, arabizi: boolean): Known => {
    if (DIGITS.test(word)) {
      if (word.length > LONGEST_NUMBER) return NOTHING
      const value = Number(word)
      return { labels: [...vocabulary.numberClasses(value), ...vocabulary.read(word, false)], value }
    }
    const labels = vocabulary.read(word, arabizi)
    const value = labels.includes(number) ? vocabulary.numberOf(labels) : undefined
    if (value !== undefined) return { labels, value, spelled: true }
    const pieces = labels.length === 0 ? vocabulary.part(word) : undefined
    return pieces === undefined
      ? { labels }
      : { labels, pieces: pieces.map(([from, to]) => know(word.slice(from, to), arabizi)) }
  }

  return (text) => {
    const tokens = readTokens(letters, text)
    const isArabizi = findArabizi(tokens, vocabulary.arabiziWeight)
    const reading: Reading = { starts: [], ends: [], stops: [], labels: [], values: [], places: [] }
    const spelled: boolean[] = []
    /** Of this text only: what people write is kept nowhere. */
    const known = { plain: new Map<string, Known>(), arabizi: new Map<string, Known>() }
    let place = 0

    const push = (word: Known, at: number, stop: boolean): void => {
      place += (word.labels.includes(words.filler) ? 0 : 1) + (stop ? 1 : 0)
      reading.starts.push(tokens.starts[at] ?? 0)
      reading.ends.push(tokens.ends[at] ?? 0)
      reading.stops.push(stop)
      reading.labels.push(word.labels)
      reading.values.push(word.value)
      reading.places.push(place)
      spelled.push(word.spelled === true)
    }

    tokens.words.forEach((written, at) => {
      const arabizi = isArabizi[at] === true
      const before = known[arabizi ? 'arabizi' : 'plain']
      let word = before.get(written)
      if (word === undefined) before.set(written, (word = know(written, arabizi)))
      const stop = tokens.stops[at] === true
      // The pieces share the place of the whole: folding is not letter for letter, and the sentence
      // is what is quoted.
      if (word.pieces === undefined) push(word, at, stop)
      else word.pieces.forEach((piece, index) => push(piece, at, stop && index === 0))
    })
    joinNumbers({ labels: reading.labels, values: reading.values, spelled }, words)
    return reading
  }
}
