import { chancesOf, KINDS, makeVectors, type LearntData, type Vector } from '../../core/text/danger/learnt.ts'
import { signsOf, wordsOf } from '../../core/text/danger/signs.ts'
import { makeDice } from './chance.ts'
import type { Message } from './corpus.ts'
import { examplesOf, type Example } from './examples.ts'

/** A sign that stands in one message only is that message's, not the language's. */
const LEAST_MESSAGES = 2
const BIAS_RATE = 0.02
const DECAY = 2e-6
const SEED = 11
/** The largest weights of one in so many are cut: they would make all others coarse. */
const CUT = 2_000

/** The signs that are kept, in the order of their keys. */
export const knownSigns = (messages: readonly Pick<Message, 'text'>[]): Uint32Array => {
  const often = new Map<number, number>()
  for (const { text } of messages) {
    const signs = new Set(
      signsOf(wordsOf(text).words).flatMap(({ own, after, over }) => [...own, ...after, ...over]),
    )
    for (const one of signs) often.set(one, (often.get(one) ?? 0) + 1)
  }
  const kept = [...often].filter(([, count]) => count >= LEAST_MESSAGES).toSorted(([a], [b]) => a - b)
  return Uint32Array.from(kept, ([key]) => key)
}

/**
 * How often all examples are seen, how far each moves the weights, and which share of its signs is
 * left out each time it is seen.
 */
type Pace = { readonly rounds: number; readonly rate: number; readonly dropout: number }

/**
 * Half of the signs at a time (dropout): a message has to be known by any half of its signs, so
 * that no single phrase of one author carries it. Of training authors held out by turns it heard 70
 * dangers of 100 where 67 were heard without, at the same tenth of calm messages asked about.
 */
const DANGER_PACE: Pace = { rounds: 14, rate: 0.25, dropout: 0.5 }

const shuffle = (order: number[], roll: () => number): void => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(roll() * (at + 1))
    ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
  }
}

/** Weights as small numbers: a hundred and twenty-seven steps of one size. */
const quantise = (weights: Float32Array): Pick<LearntData, 'weights' | 'scale'> => {
  const sizes = weights.map(Math.abs).toSorted()
  const most = sizes[sizes.length - 1 - Math.floor(sizes.length / CUT)] ?? 0
  const scale = Math.fround(most / 127) || 1
  return {
    scale,
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
  }
}

/**
 * Regression, one example after another, each weight at a speed of its own (AdaGrad). `kinds`: how many
 * are told apart. `chances`: how likely each is by its score; one of them is so, unless said otherwise.
 */
export const fit = (
  keys: Uint32Array,
  examples: readonly Example[],
  kinds: number,
  { rounds, rate, dropout }: Pace,
  chances: (scores: readonly number[]) => readonly number[] = chancesOf,
): LearntData => {
  const vectors = makeVectors(keys)
  const inputs = examples.map(({ words }): Vector => vectors(signsOf(words))(0, words.length))
  const weights = new Float32Array(keys.length * kinds)
  const moved = new Float32Array(weights.length).fill(1e-6)
  const biases = new Float64Array(kinds)
  const order = examples.map((_, at) => at)
  const roll = makeDice(SEED)
  const stretch = 1 / Math.sqrt(1 - dropout)
  /** Those signs that are seen this time, stretched so that their length stays near one. */
  const thinned = (whole: Vector): Vector => {
    if (dropout === 0) return whole
    const seen = whole.rows.map(() => roll() >= dropout)
    return {
      rows: whole.rows.filter((_, i) => seen[i]),
      values: whole.values.filter((_, i) => seen[i]).map((value) => value * stretch),
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, roll)
    for (const at of order) {
      const { rows, values } = thinned(inputs[at] ?? { rows: [], values: [] })
      const { means = [], weight = 0 } = examples[at] ?? {}
      const scores = Array.from(biases)
      for (let i = 0; i < rows.length; i += 1) {
        const base = (rows[i] ?? 0) * kinds
        const value = values[i] ?? 0
        for (let kind = 0; kind < kinds; kind += 1)
          scores[kind] = (scores[kind] ?? 0) + (weights[base + kind] ?? 0) * value
      }
      const errors = chances(scores).map((chance, kind) => weight * (chance - (means[kind] ?? 0)))
      for (let kind = 0; kind < kinds; kind += 1)
        biases[kind] = (biases[kind] ?? 0) - BIAS_RATE * (errors[kind] ?? 0)
      for (let i = 0; i < rows.length; i += 1) {
        const base = (rows[i] ?? 0) * kinds
        const value = values[i] ?? 0
        for (let kind = 0; kind < kinds; kind += 1) {
          const slot = base + kind
          const slope = (errors[kind] ?? 0) * value + DECAY * (weights[slot] ?? 0)
          moved[slot] = (moved[slot] ?? 0) + slope * slope
          weights[slot] = (weights[slot] ?? 0) - (rate * slope) / Math.sqrt(moved[slot] ?? 1)
        }
      }
    }
  }
  return { keys, biases: Array.from(biases, Math.fround), ...quantise(weights) }
}

export const train = (messages: readonly Message[]): LearntData =>
  fit(knownSigns(messages), examplesOf(messages), KINDS.length, DANGER_PACE)
