import { wordsOf } from '../danger/signs.ts'
import { makeChances, type KindData } from '../sayings/chances.ts'

/**
 * The subject that a text asks about, and how surely: the logarithm of how much likelier that is
 * than that it asks about none, less where other subjects are nearly as likely. `nearest`: the
 * likeliest subjects, that one first; `nearness`: the logarithm of how much likelier it is that the
 * text asks about one of them than about none.
 */
export type AskedAbout = {
  readonly subject: string
  readonly score: number
  readonly nearest: readonly string[]
  readonly nearness: number
}

/** `named`: subjects whose names stand in the text. Nothing where there are fewer words than ask for something, or more than a question has. */
export type SubjectReader = (text: string, named: readonly string[]) => AskedAbout | undefined

/** Words that ask about no subject of the guidance: stories, feelings, answers, other matters. */
export const NONE = 'none'

/** Fewer words name no matter: "what" is a question back. */
const LEAST_WORDS = 3
/** More words tell what happened. */
const MOST_WORDS = 60
/** So many times likelier is a subject that is named. */
const NAMED = 30
/** How much it counts that other subjects are as likely. */
const ALONE = 2
const LEAST = 1e-9
/** So many are shown to choose from: more is a list to search in. */
const MOST_NEAR = 3

const ratio = (chance: number, than: number): number =>
  Math.log(Math.max(LEAST, chance) / Math.max(LEAST, than))

/**
 * Reads which subject of the guidance a question is about, whatever its words. Linear in the text,
 * and nothing of it is kept.
 */
export const makeSubjectReader = (data: KindData): SubjectReader => {
  const chancesIn = makeChances(data)
  return (text, named) => {
    const { words } = wordsOf(text)
    if (words.length < LEAST_WORDS || words.length > MOST_WORDS) return undefined
    const chances = chancesIn(words)
    const none = chances[data.kinds.indexOf(NONE)] ?? 1
    const subjects = data.kinds.flatMap((subject, at) =>
      subject === NONE
        ? []
        : [{ subject, chance: (chances[at] ?? 0) * (named.includes(subject) ? NAMED : 1) }],
    )
    const sum = subjects.reduce((all, { chance }) => all + chance, 0)
    const near = subjects.toSorted((a, b) => b.chance - a.chance).slice(0, MOST_NEAR)
    const [first] = near
    if (first === undefined) return undefined
    const { subject, chance } = first
    return {
      subject,
      score: ratio(chance, none) + ALONE * ratio(chance, sum),
      nearest: near.map((one) => one.subject),
      nearness: ratio(
        near.reduce((all, one) => all + one.chance, 0),
        none,
      ),
    }
  }
}
