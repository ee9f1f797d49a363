import type { Answer } from '../../model/answer.ts'
import type { Condition } from '../../model/condition.ts'

/** What conditions look at: a conversation state has this shape, and so do the facts of triage. */
export type Answers = {
  readonly answers: Readonly<Record<string, Answer>>
  readonly skipped: Readonly<Record<string, 'skip' | 'unknown'>>
  /** What is known beyond answers; none where absent. */
  readonly facts?: ReadonlySet<string>
  /** What the person's own words said of being under 18; see core/model/conversation. */
  readonly minorTold?: { readonly self?: unknown; readonly pictures?: unknown }
}

/** The options picked for a step; none for other kinds of answers. */
export const pickedOptions = (answer: Answer | undefined): readonly string[] => {
  if (answer?.kind === 'choice') return [answer.option]
  return answer?.kind === 'choices' ? answer.options : []
}

/** How many words somebody told; a voice note counts as none, since nobody has read it yet. */
const wordsIn = (answer: Answer | undefined): number =>
  answer?.kind === 'text' ? answer.text.split(/\s+/).filter((word) => word !== '').length : 0

export const holds = (condition: Condition, facts: Answers): boolean => {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts))
  if ('any' in condition) return condition.any.some((part) => holds(part, facts))
  if ('not' in condition) return !holds(condition.not, facts)
  if ('fact' in condition) return condition.fact.some((fact) => facts.facts?.has(fact) === true)
  if ('is' in condition)
    return pickedOptions(facts.answers[condition.step]).some((option) => condition.is.includes(option))
  if ('words' in condition) return wordsIn(facts.answers[condition.step]) >= condition.words
  if ('skipped' in condition) return facts.skipped[condition.step] !== undefined
  return (facts.answers[condition.step] !== undefined) === condition.answered
}

/** The steps and options a condition names, for checking it. */
export const namedIn = (
  condition: Condition,
): readonly { readonly step: string; readonly options: readonly string[] }[] => {
  if ('all' in condition) return condition.all.flatMap(namedIn)
  if ('any' in condition) return condition.any.flatMap(namedIn)
  if ('not' in condition) return namedIn(condition.not)
  if ('fact' in condition) return []
  return [{ step: condition.step, options: 'is' in condition ? condition.is : [] }]
}
