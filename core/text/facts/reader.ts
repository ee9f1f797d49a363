import { wordsOf } from '../danger/signs.ts'
import { makeScores, type KindData } from '../sayings/chances.ts'

/**
 * Something that a text says of the case: an option of a question. `sure`: it is so by itself; otherwise it
 * is likely enough to believe a word that hints at it.
 */
export type ReadFact = { readonly step: string; readonly option: string; readonly sure: boolean }

/** Reads them; undefined where there are too few words to tell. */
export type ReadFacts = (text: string) => readonly ReadFact[] | undefined

/** How likely a fact is, from which on it is sure, and from which on a hint is believed. */
export type FactLevels = { readonly sure: number; readonly believed: number }

export type FactChance = { readonly step: string; readonly option: string; readonly chance: number }

/** Fewer words are an answer to a question, which its own words tell. */
const LEAST_WORDS = 5
/**
 * A longer text is read in windows of so many words besides, each beginning half of one later: what one
 * clause says of a long story is as true as in a short one.
 */
const WINDOW = 32
const MOST_WORDS = 1_000

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
  return (text) =>
    chances(text)?.flatMap(({ step, option, chance }) =>
      chance < levels.believed ? [] : [{ step, option, sure: chance >= levels.sure }],
    )
}
