import { chancesOf, makeVectors } from '../danger/learnt.ts'
import { signsOf, wordsOf } from '../danger/signs.ts'
import { unitsOf, type Unit } from './units.ts'

/**
 * What was learnt of labelled sayings: signs by their keys, and how much each says for each kind,
 * row by row.
 */
export type SayingData = {
  readonly kinds: readonly string[]
  readonly keys: Uint32Array
  readonly weights: Int8Array
  readonly scale: number
  readonly biases: readonly number[]
}

/** One thing that was said, with the likeliest kind and how likely it is. */
export type Guess = Unit & { readonly kind: string; readonly chance: number }

export type SayingReader = (text: string) => readonly Guess[]

/** A sign without words; what it means shows only beside others. */
export const EMOJI = 'sticker-emoji'
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Presentation}/u

/** Longer is a story, whatever its pieces sound like. */
const MOST_WORDS = 30
const STORY = 'story'

/**
 * Reads what kind of thing each piece of a text is: a fear, a question, a wish. Linear in the text,
 * and nothing of it is kept.
 */
export const makeSayingReader = ({ kinds, keys, weights, scale, biases }: SayingData): SayingReader => {
  const vectors = makeVectors(keys)
  const count = kinds.length
  const guess = (text: string): { readonly kind: string; readonly chance: number } => {
    const { words } = wordsOf(text)
    if (words.length === 0)
      return PICTURE.test(text) ? { kind: EMOJI, chance: 1 } : { kind: STORY, chance: 0 }
    if (words.length > MOST_WORDS) return { kind: STORY, chance: 1 }
    const { rows, values } = vectors(signsOf(words))(0, words.length)
    const scores = kinds.map(() => 0)
    rows.forEach((row, at) => {
      const value = values[at] ?? 0
      for (let kind = 0; kind < count; kind += 1)
        scores[kind] = (scores[kind] ?? 0) + (weights[row * count + kind] ?? 0) * value
    })
    const chances = chancesOf(scores.map((score, kind) => (biases[kind] ?? 0) + scale * score))
    const chance = Math.max(...chances)
    return { kind: kinds[chances.indexOf(chance)] ?? STORY, chance }
  }
  return (text) => unitsOf(text).map((unit) => ({ ...unit, ...guess(text.slice(unit.start, unit.end)) }))
}
