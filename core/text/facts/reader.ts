import { wordsOf } from '../danger/signs.ts'
import { makeScores, type KindData } from '../sayings/chances.ts'

/** An answer of a question of the flow. */
export type Fact = { readonly step: string; readonly option: string }

/**
 * What a text says of the case: what surely is so by itself, and what is so unlikely that a word which hints
 * at it is not believed.
 */
export type FoundFacts = { readonly sure: readonly Fact[]; readonly unlikely: readonly Fact[] }

/** Reads them; undefined where there are too few words to tell. */
export type ReadFacts = (text: string) => FoundFacts | undefined

/**
 * How likely a fact is, from which on it is sure, and from which on a hint is believed of the options whose
 * hints are often wrong (`doubted`, as "paid/yes"); those of the others are believed anyway.
 */
export type FactLevels = {
  readonly sure: number
  readonly believed: number
  readonly doubted: readonly string[]
}

export type FactChance = Fact & { readonly chance: number }

/** Fewer words are an answer to a question, which its own words tell. */
const LEAST_WORDS = 5
/**
 * A longer text is read in windows of so many words besides, each beginning half of one later: what one
 * clause says of a long story is as true as in a short one.
 */
const WINDOW = 32
const MOST_WORDS = 2_000

const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score))

/**
 * How likely each option of each question is by a text; undefined where there are too few words to tell. A
 * kind of what was learnt is a question and one of its options ("demand/money"), or something that is only
 * told apart (a threat to publish from what is out), without a stroke.
 */
export const makeFactChances = (data: KindData): ((text: string) => readonly FactChance[] | undefined) => {
  const scoresIn = makeScores(data)
  const named = data.kinds.map((kind) => kind.split('/'))
  return (text) => {
    const words = wordsOf(text).words.slice(0, MOST_WORDS)
    if (words.length < LEAST_WORDS) return undefined
    const windows = [scoresIn(words)]
    for (let from = 0; words.length > WINDOW && from + WINDOW / 2 < words.length; from += WINDOW / 2)
      windows.push(scoresIn(words.slice(from, from + WINDOW)))
    return named.flatMap(([step = '', option], at) =>
      option === undefined
        ? []
        : [{ step, option, chance: chanceOf(Math.max(...windows.map((scores) => scores[at] ?? -Infinity))) }],
    )
  }
}

/**
 * Reads what is told of a case in whatever words: "he wants me to send him something before tonight" is a
 * demand. Linear in the text, and nothing of it is kept.
 */
export const makeFactReader = (data: KindData, levels: FactLevels): ReadFacts => {
  const chances = makeFactChances(data)
  const doubted = new Set(levels.doubted)
  return (text) => {
    const found = chances(text)
    return (
      found && {
        sure: found.filter(({ chance }) => chance >= levels.sure),
        unlikely: found.filter(
          ({ step, option, chance }) => chance < levels.believed && doubted.has(`${step}/${option}`),
        ),
      }
    )
  }
}
