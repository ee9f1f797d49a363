import type { AnotherHand } from '../../model/access-rules.ts'
import { fold } from '../../text/fold.ts'

/** Whoever asks who we are writes no story. In characters. */
const LONGEST = 300
const LONGEST_PHRASE = 9

type Compiled = {
  readonly leads: ReadonlySet<string>
  readonly tells: readonly string[]
  readonly surely: ReadonlySet<string>
  readonly who: readonly {
    readonly is: ReadonlySet<string>
    readonly wants: readonly string[]
    readonly unless: readonly string[]
  }[]
}

const compiled = new WeakMap<AnotherHand, Compiled>()

const compile = (rules: AnotherHand): Compiled => {
  const known = compiled.get(rules)
  if (known !== undefined) return known
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold))
  const within = (words: readonly string[]): readonly string[] => words.map((word) => ` ${fold(word)}`)
  const fresh = {
    leads: set(rules.leads),
    tells: within(rules.tells),
    surely: set(rules.surely),
    who: rules.who.map(({ is, wants, unless }) => ({
      is: set(is),
      wants: within(wants),
      unless: within(unless),
    })),
  }
  compiled.set(rules, fresh)
  return fresh
}

/** How a sentence begins, once what only leads to it is left out: one word, two words, and so on. */
const beginnings = ({ leads }: Compiled, sentence: string): readonly string[] => {
  const all = sentence.split(' ')
  let from = 0
  for (let length = 3; length > 0; length -= 1)
    while (leads.has(all.slice(from, from + length).join(' '))) from += length
  const words = all.slice(from, from + LONGEST_PHRASE)
  return words.map((_, at) => words.slice(0, at + 1).join(' '))
}

/** Whether a story tells of somebody else: their brother may well ask who we are. */
export const tellsOfAnother = (rules: AnotherHand, story: string): boolean => {
  const whole = ` ${fold(story)}`
  return compile(rules).tells.some((words) => whole.includes(words))
}

/**
 * Whether words are of somebody else who has the phone: they speak of the person as another, and of themselves as
 * father, brother, or the one who blackmails. What they may not see is shown to nobody from then on.
 * `isForOthers`: the case is told by somebody who is a brother or a father, and no stranger to it.
 */
export const saysAnotherHand = (rules: AnotherHand, text: string, isForOthers = false): boolean => {
  if (text.length > LONGEST) return false
  const words = compile(rules)
  const sentences = text.split(/[.!?؟\n,،;؛]+/).map(fold)
  const each = sentences.map((sentence) => beginnings(words, sentence))
  // Later in a message the same may be what somebody was told: "I told him, stop messaging my sister".
  const first = each.find((one) => one.some((beginning) => beginning !== '')) ?? []
  if (first.some((one) => words.surely.has(one))) return true
  const begun = each.flat()
  if (isForOthers) return false
  const whole = ` ${fold(text)}`
  return words.who.some(
    ({ is, wants, unless }) =>
      begun.some((one) => is.has(one)) &&
      wants.some((want) => whole.includes(want)) &&
      !unless.some((word) => whole.includes(word)),
  )
}
