import { chancesOf, makeVectors } from '../danger/learnt.ts'
import { signsOf } from '../danger/signs.ts'

/**
 * What was learnt of labelled words: signs by their keys, and how much each says for each kind, row
 * by row.
 */
export type KindData = {
  readonly kinds: readonly string[]
  readonly keys: Uint32Array
  readonly weights: Int8Array
  readonly scale: number
  readonly biases: readonly number[]
}

/** How much words speak for each of the kinds, in their order. Linear in the words, and nothing of them is kept. */
export const makeScores = ({
  kinds,
  keys,
  weights,
  scale,
  biases,
}: KindData): ((words: readonly string[]) => readonly number[]) => {
  const vectors = makeVectors(keys)
  const count = kinds.length
  return (words) => {
    const { rows, values } = vectors(signsOf(words))(0, words.length)
    const scores = kinds.map(() => 0)
    rows.forEach((row, at) => {
      const value = values[at] ?? 0
      for (let kind = 0; kind < count; kind += 1)
        scores[kind] = (scores[kind] ?? 0) + (weights[row * count + kind] ?? 0) * value
    })
    return scores.map((score, kind) => (biases[kind] ?? 0) + scale * score)
  }
}

/** How likely words are each of the kinds, of which they are one. */
export const makeChances = (data: KindData): ((words: readonly string[]) => readonly number[]) => {
  const scoresIn = makeScores(data)
  return (words) => chancesOf(scoresIn(words))
}
