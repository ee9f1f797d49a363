import { fold } from '../fold.ts'
import { CRISIS_LABELS, LEARNT } from '../../base/danger.ts'
import type { CrisisHit, CrisisLabel } from '../../base/danger.ts'
import type { Crisis } from './rules.ts'

/** What was learnt of messages: for each kind of danger, and for none, how much each sign says for it. */
export type LeaningData = {
  /** Rows of `weights`: the first is none. */
  readonly classes: readonly string[]
  /** Row by row, `SIGNS` of each; a weight is this times `scale`. */
  readonly weights: Int8Array
  readonly scale: number
  readonly biases: readonly number[]
}

/** Danger that a text leans to though no rule names it. */
export type Leaning = (text: string) => CrisisHit | undefined

/** Places of signs: what different signs share one costs little at this size. */
export const SIGNS = 2 ** 14
/** Letters of a piece of a word; the gaps at its ends count. Shorter pieces said nothing more on messages that were not learnt from. */
const PIECE = 4
/** A longer text is read in windows of so many words, each beginning half of one later: danger is told in a few words of a long story. */
const WINDOW = 14
const STEP = WINDOW / 2
/** Fewer words are an answer, a code or a word of command: rules know those, and there is nothing in them to lean to. */
const LEAST_WORDS = 6
/** Words of a text that are read; what comes after was read by the rules. */
const MOST_WORDS = 2_000
/**
 * From this chance on it is asked. Calm messages that were written to sound like danger are then asked for nothing in 9 of 100 cases among those that were
 * learnt from (each fifth read by what was learnt of the rest) and in 15 of 100 among others; a gentle question costs less than a danger nobody saw.
 */
const ASKED_FROM = 0.6

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over UTF-16 units. */
const hashed = (hash: number, text: string, from: number, to: number): number => {
  let out = hash
  for (let at = from; at < to; at += 1) out = Math.imul(out ^ text.charCodeAt(at), FNV_PRIME)
  return out
}
const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SIGNS - 1)

const DIGITS = /^\d+$/
/** Digits that stand together in one piece or several are a telephone number or an account from here on: an age, an hour or a sum has fewer. */
const LONG_NUMBER = 7

/** Takes a long number out of the end of the words: it says who somebody is, never what happens to anybody. */
const dropLongNumber = (words: string[], starts: number[], ends: number[], digits: readonly number[]): void => {
  if (digits.reduce((sum, count) => sum + count, 0) < LONG_NUMBER) return
  for (const list of [words, starts, ends]) list.splice(-digits.length)
}

/** Words of a text as they are compared, with their places in it: a number is a number, whatever it is, and a long one is none. */
export type LeaningWords = { readonly words: readonly string[]; readonly starts: readonly number[]; readonly ends: readonly number[] }

export const leaningWords = (text: string): LeaningWords => {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let digits: number[] = []
  const endNumber = (): void => {
    dropLongNumber(words, starts, ends, digits)
    digits = []
  }
  for (const { 0: written, index } of text.matchAll(/\S+/g)) {
    for (const word of fold(written.slice(0, 64)).split(' ')) {
      if (word === '') continue
      const isNumber = DIGITS.test(word)
      if (isNumber) digits.push(word.length)
      else endNumber()
      words.push(isNumber ? '0' : word)
      starts.push(index)
      ends.push(index + written.length)
    }
    if (words.length >= MOST_WORDS) break
  }
  endNumber()
  return { words, starts, ends }
}

/** The signs of each word: its pieces, itself, and itself after the word before it. */
export const signsOf = (words: readonly string[]): readonly (readonly number[])[] =>
  words.map((word, at) => {
    const signs: number[] = []
    const padded = ` ${word} `
    for (let from = 0; from + PIECE <= padded.length; from += 1) signs.push(placeOf(hashed(FNV_OFFSET, padded, from, from + PIECE)))
    if (padded.length < PIECE) signs.push(placeOf(hashed(FNV_OFFSET, padded, 0, padded.length)))
    const own = hashed(FNV_OFFSET ^ 1, word, 0, word.length)
    signs.push(placeOf(own))
    const before = words[at - 1]
    if (before !== undefined) signs.push(placeOf(hashed(own ^ 2, before, 0, before.length)))
    return signs
  })

/** How much a sum of so many signs counts: a long text says each thing less. */
export const lengthWeight = (signs: number): number => 1 / Math.sqrt(Math.max(1, signs))

/** Chances of the classes from their scores. */
export const chancesOf = (scores: readonly number[]): readonly number[] => {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

const isLabel = (name: string): name is CrisisLabel => (CRISIS_LABELS as readonly string[]).includes(name)

/**
 * Reads what the rules do not know by what messages in danger have in common. It only ever asks: what it says is never sure (`hard` is false), and a text
 * in which a rule found anything needs no second look. Linear in the text, and bounded.
 */
export const makeLeaning = ({ classes, weights, scale, biases }: LeaningData): Leaning => {
  const kinds = classes.length

  /** Sums over all signs of the words before each place, class by class, so that every window is one subtraction. */
  const sumsOf = (signs: readonly (readonly number[])[]): { readonly scores: Float64Array; readonly counts: Int32Array } => {
    const scores = new Float64Array((signs.length + 1) * kinds)
    const counts = new Int32Array(signs.length + 1)
    signs.forEach((places, at) => {
      counts[at + 1] = (counts[at] ?? 0) + places.length
      for (let kind = 0; kind < kinds; kind += 1) {
        let sum = scores[at * kinds + kind] ?? 0
        for (const place of places) sum += weights[kind * SIGNS + place] ?? 0
        scores[(at + 1) * kinds + kind] = sum
      }
    })
    return { scores, counts }
  }

  return (text) => {
    const { words, starts, ends } = leaningWords(text)
    if (words.length < LEAST_WORDS) return undefined
    const { scores, counts } = sumsOf(signsOf(words))
    let best: { readonly label: CrisisLabel; readonly chance: number; readonly from: number; readonly to: number } | undefined
    for (let from = 0; from < words.length; from += STEP) {
      const to = Math.min(words.length, from + WINDOW)
      const much = scale * lengthWeight((counts[to] ?? 0) - (counts[from] ?? 0))
      const chances = chancesOf(
        biases.map((bias, kind) => bias + much * ((scores[to * kinds + kind] ?? 0) - (scores[from * kinds + kind] ?? 0))),
      )
      const chance = 1 - (chances[0] ?? 1)
      if (chance >= ASKED_FROM && chance > (best?.chance ?? 0)) {
        const [, ...dangers] = chances
        const label = classes[1 + dangers.indexOf(Math.max(...dangers))] ?? ''
        if (isLabel(label)) best = { label, chance, from, to }
      }
      if (to === words.length) break
    }
    if (best === undefined) return undefined
    const { label, from, to } = best
    return {
      label,
      hard: false,
      rule: `${LEARNT}${label.replace('_', '-')}`,
      start: starts[from] ?? 0,
      end: ends[to - 1] ?? text.length,
      about: 'self',
    }
  }
}

/** The rules, and where they find nothing what a text leans to. */
export const withLeaning = (rules: Crisis, leaning: Leaning): Crisis => ({
  read: (text, year) => {
    const hits = rules.read(text, year)
    if (hits.length > 0) return hits
    const hit = leaning(text)
    return hit === undefined ? [] : [hit]
  },
})
