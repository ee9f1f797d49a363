import { Failure } from '../../base/failure.ts'
import { LANGUAGES } from '../../base/language.ts'
import type { Answer } from '../../model/answer.ts'
import type { Flow, Step } from '../../model/flow.ts'
import type { Condition } from '../../model/condition.ts'
import type { Guidance, Guide } from '../../model/guidance.ts'
import { guidanceKeys } from '../../model/keys.ts'
import type { Phrases } from '../../ports/phrases.ts'
import { untrusted } from '../../base/untrusted.ts'
import { holds, namedIn, type Answers } from './condition.ts'
import { optionsOf } from './steps.ts'
import { ID, MAX_ID } from './token.ts'

type Complain = (detail: string) => void

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
/** In every month; the 29th to 31st only where the month has them. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isDay = (text: string): boolean => {
  const [, , month = 0, day = 0] = (DAY.exec(text) ?? []).map(Number)
  return month >= 1 && day >= 1 && day <= (LENGTHS[month - 1] ?? 0)
}

/** More would be no small steps any more, and a typed digit names one. */
const MOST_STEPS = 9

const factsOf = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(factsOf)
  if ('any' in condition) return condition.any.flatMap(factsOf)
  if ('not' in condition) return factsOf(condition.not)
  return 'fact' in condition ? condition.fact : []
}

type Fate = { readonly answer?: Answer; readonly skipped?: true }

/**
 * What can become of a step, as far as a condition can tell it apart: nothing, a skip, each option
 * that is named, another one.
 */
const fatesOf = (step: Step, named: readonly string[]): readonly Fate[] => {
  const options = optionsOf(step).map(({ id }) => id)
  const other = options.find((id) => !named.includes(id))
  const given = [...named.filter((id) => options.includes(id)), ...(other === undefined ? [] : [other])]
  if (options.length === 0) return [{}, { skipped: true }, { answer: { kind: 'text', text: untrusted('.') } }]
  const one = given.map((option): Fate => ({ answer: { kind: 'choice', option } }))
  return [
    {},
    { skipped: true },
    ...one,
    ...(step.kind === 'choices' ? [{ answer: { kind: 'choices' as const, options: given } }] : []),
  ]
}

/**
 * Whether any answers make it true. Tries what each named step can come to, all combinations:
 * conditions name a few steps.
 */
const canHold = (flow: Flow, condition: Condition): boolean => {
  const named = Map.groupBy(namedIn(condition), ({ step }) => step)
  const facts = [new Set<string>(), new Set(factsOf(condition))]
  let worlds: readonly Answers[] = facts.map((known) => ({ answers: {}, skipped: {}, facts: known }))
  for (const [id, uses] of named) {
    const step = flow.steps.find((one) => one.id === id)
    if (step === undefined) return false
    const fates = fatesOf(step, [...new Set(uses.flatMap(({ options }) => options))])
    worlds = worlds.flatMap((world) =>
      fates.map(({ answer, skipped }) => ({
        ...world,
        answers: answer === undefined ? world.answers : { ...world.answers, [id]: answer },
        skipped: skipped === undefined ? world.skipped : { ...world.skipped, [id]: 'skip' as const },
      })),
    )
  }
  return worlds.some((world) => holds(condition, world))
}

const checkMinors = (flow: Flow, { id, minors }: Guide, complain: Complain): void => {
  const instead = flow.guidance?.guides.find((guide) => guide.id === minors)
  if (minors !== undefined && (instead === undefined || instead.audience === 'adults'))
    complain(`guide ${id} names none for under 18: ${minors}`)
}

const checkWhen = (flow: Flow, { id, when }: Guide, complain: Complain): void => {
  if (when === undefined) return
  let whole = true
  for (const { step, options } of namedIn(when)) {
    const found = flow.steps.find((one) => one.id === step)
    const known = found === undefined ? [] : optionsOf(found).map((option) => option.id)
    if (found !== undefined && options.every((option) => known.includes(option))) continue
    complain(`${id} depends on ${[step, ...options].join('/')}, which is not asked`)
    whole = false
  }
  if (whole && !canHold(flow, when)) complain(`${id} is offered to nobody: its condition never holds`)
}

const checkIds = ({ groups, topics, guides }: Guidance, complain: Complain): void => {
  const ids = [...groups, ...topics.map(({ id }) => id)]
  for (const id of [...ids, ...guides.map((guide) => guide.id)])
    if (!ID.test(id) || id.length > MAX_ID || id === 'all') complain(`${id} is no id of guidance`)
  for (const list of [ids, guides.map(({ id }) => id)])
    for (const id of new Set(list))
      if (list.indexOf(id) !== list.lastIndexOf(id)) complain(`${id} stands twice`)
  for (const { id, topic } of guides) {
    const alone = id === topic && guides.filter((other) => other.topic === topic).length === 1
    if (ids.includes(id) && !alone) complain(`${id} is a subject and a guide of several`)
  }
  for (const group of groups)
    if (!topics.some((topic) => topic.group === group)) complain(`${group} holds nothing`)
  for (const { id, group, hints } of topics) {
    if (!groups.includes(group)) complain(`${id} is in no group`)
    if (!guides.some(({ topic }) => topic === id)) complain(`${id} holds nothing`)
    if (hints.length === 0) complain(`${id} is found by no word`)
  }
}

const checkGuide = (topics: Guidance['topics'], guide: Guide, complain: Complain): void => {
  const { id, topic, steps, source, checked } = guide
  if (!topics.some((one) => one.id === topic)) complain(`${id} is about no subject`)
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_STEPS)
    complain(`${id} has no small number of steps`)
  if (source.name.trim() === '' || source.address.trim() === '')
    complain(`${id} does not say where it comes from`)
  if (!isDay(checked)) complain(`${id} does not say when it was checked`)
}

/**
 * Throws `flow_invalid`, with every fault in one line, where the guidance of a flow does not hold
 * together: ids that collide, subjects without a guide, a guide without source, day of its check or
 * a text in one of the languages, and a condition that never holds. Called once at start, as
 * `checkFlow` is.
 */
export const checkGuidance = (flow: Flow, phrases: Pick<Phrases, 'say'>): void => {
  const { guidance } = flow
  if (guidance === undefined) return
  const faults: string[] = []
  const complain: Complain = (detail) => void faults.push(detail)
  checkIds(guidance, complain)
  for (const guide of guidance.guides) {
    checkGuide(guidance.topics, guide, complain)
    checkWhen(flow, guide, complain)
    checkMinors(flow, guide, complain)
  }
  for (const key of guidanceKeys(guidance))
    for (const language of LANGUAGES) {
      try {
        if (phrases.say(language, key, { topic: '' }).trim() === '')
          complain(`${key} is empty in ${language}`)
      } catch {
        complain(`${key} is missing in ${language}`)
      }
    }
  if (faults.length > 0) throw new Failure('flow_invalid', faults.join('; '))
}
