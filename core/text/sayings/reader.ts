import { wordsOf } from '../danger/signs.ts'
import { makeChances, type KindData } from './chances.ts'
import { unitsOf, type Unit } from './units.ts'

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
export const makeSayingReader = (data: KindData): SayingReader => {
  const chancesIn = makeChances(data)
  const guess = (text: string): { readonly kind: string; readonly chance: number } => {
    const { words } = wordsOf(text)
    if (words.length === 0)
      return PICTURE.test(text) ? { kind: EMOJI, chance: 1 } : { kind: STORY, chance: 0 }
    if (words.length > MOST_WORDS) return { kind: STORY, chance: 1 }
    const chances = chancesIn(words)
    const chance = Math.max(...chances)
    return { kind: data.kinds[chances.indexOf(chance)] ?? STORY, chance }
  }
  return (text) => unitsOf(text).map((unit) => ({ ...unit, ...guess(text.slice(unit.start, unit.end)) }))
}
