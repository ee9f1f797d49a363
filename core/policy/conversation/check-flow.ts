import { Failure } from '../../base/failure.ts'
import { LANGUAGES } from '../../base/language.ts'
import { checkRoles } from './check-roles.ts'
import { namedIn } from './condition.ts'
import type { Effect } from '../../model/effect.ts'
import type { Flow, Option, Step } from '../../model/flow.ts'
import type { Condition } from '../../model/condition.ts'
import { FLOW_COMMANDS } from '../../model/flow.ts'
import { fold } from '../../text/fold.ts'
import { optionsOf } from './steps.ts'
import { ID, MAX_ID } from './token.ts'
import { LONGEST_COMMAND } from './words.ts'

/** Members that every object has: answers are kept under the ids of their steps. */
const isFree = (id: string): boolean => !(id in {})

type Complain = (detail: string) => void

const checkWords = (
  owner: string,
  words: readonly string[],
  taken: Map<string, string>,
  complain: Complain,
): void => {
  if (words.length === 0) complain(`${owner} has no words`)
  for (const word of words) {
    const folded = fold(word)
    const other = taken.get(folded)
    if (folded === '' || word.length > LONGEST_COMMAND) complain(`${owner} has a word that nobody can type`)
    else if (other !== undefined && other !== owner) complain(`${owner} and ${other} share a word`)
    taken.set(folded, owner)
  }
}

const checkOptions = (step: Step, options: readonly Option[], complain: Complain): void => {
  const taken = new Map<string, string>()
  if (options.length === 0) complain(`${step.id} has no options`)
  for (const option of options) {
    const name = `${step.id}/${option.id}`
    if (!ID.test(option.id) || option.id.length > MAX_ID || !isFree(option.id))
      complain(`${name} is no id of an option`)
    if (options.filter((other) => other.id === option.id).length > 1) complain(`${name} stands twice`)
    checkWords(name, option.words, taken, complain)
    if (option.words.some((word) => /^\d+$/.test(fold(word))))
      complain(`${name} has a number as a word: numbers count the options`)
    if ((option.alone === true || option.beside === true) && step.kind !== 'choices')
      complain(`${name} stands alone in a step that takes one`)
    if (option.open === true && option.effects === undefined)
      complain(`${name} neither answers nor does anything`)
    if (option.open === true && step.kind === 'choices')
      complain(`${name} is open in a step that takes several`)
    if (option.range !== undefined && option.range[0] > option.range[1])
      complain(`${name} has a range that ends before it begins`)
    if (
      step.kind !== 'review' &&
      doesOf(option.effects).some((does) => does === 'submit' || does === 'correct' || does === 'add')
    )
      complain(`${name} submits, corrects or adds outside the review`)
  }
}

const doesOf = (effects: readonly Effect[] = []): readonly Effect['do'][] =>
  effects.map((effect) => effect.do)

const effectsOf = (step: Step): readonly Effect[] => [
  ...(step.after ?? []),
  ...(step.afterSkip ?? []),
  ...optionsOf(step).flatMap((option) => option.effects ?? []),
]

/** Whether an option elsewhere records an answer of this step. */
const isNoted = (flow: Flow, id: string): boolean =>
  flow.steps.some((step) => effectsOf(step).some((effect) => effect.do === 'note' && effect.step === id))

/** What decides by another text or by not asking: of any step, which may have been told before its turn. */
const looksAt = (step: Step): readonly Condition[] => [
  ...(step.spared === undefined ? [] : [step.spared]),
  ...(step.prompts ?? []).map((prompt) => prompt.when),
]

const checkStep = (flow: Flow, step: Step, index: number, complain: Complain): void => {
  if (!ID.test(step.id) || step.id.length > MAX_ID || !isFree(step.id))
    complain(`${step.id} is no id of a step`)
  if (flow.steps.some((other, at) => other.id === step.id && at < index)) complain(`${step.id} stands twice`)
  for (const named of looksAt(step).flatMap(namedIn)) checkReference(flow, step.id, named, complain)
  for (const named of step.when === undefined ? [] : namedIn(step.when)) {
    const at = flow.steps.findIndex((other) => other.id === named.step)
    const other = flow.steps[at]
    if (other === undefined || at >= index)
      complain(`${step.id} depends on ${named.step}, which is not asked before it`)
    else if (named.options.some((id) => !optionsOf(other).some((option) => option.id === id)))
      complain(`${step.id} depends on an option that ${named.step} does not have`)
  }
  if ('options' in step) checkOptions(step, step.options, complain)
  if ((step.kind === 'review') !== (index === flow.steps.length - 1))
    complain('the review is the last step and the only one')
  if (step.takesStory === true && step.kind !== 'choice' && step.kind !== 'choices')
    complain(`${step.id} takes a story without options`)
  // Files come by themselves.
  if (step.silent === true && step.prefill !== true && step.kind !== 'media' && !isNoted(flow, step.id))
    complain(`${step.id} is never asked and never filled`)
  for (const effect of effectsOf(step))
    if (effect.do === 'note')
      checkReference(flow, step.id, { step: effect.step, options: [effect.option] }, complain)
  if (step.lane !== undefined && step.kind === 'review') complain('the review is asked of everybody')
  if (step.required === true && step.kind === 'media')
    complain(`${step.id} requires files: nobody has to send any`)
}

const checkReference = (
  flow: Flow,
  owner: string,
  named: { readonly step: string; readonly options: readonly string[] },
  complain: Complain,
): void => {
  const step = flow.steps.find((one) => one.id === named.step)
  if (step === undefined) complain(`${owner} depends on ${named.step}, which is no step`)
  else if (named.options.some((id) => !optionsOf(step).some((option) => option.id === id)))
    complain(`${owner} depends on an option that ${named.step} does not have`)
}

/** What says already that others see the phone is an answer that can be given. */
const checkTold = ({ steps, discreet: { told } }: Flow, complain: Complain): void => {
  if (told === undefined) return
  const found = steps.find(({ id }) => id === told.step)
  const ids = found !== undefined && 'options' in found ? found.options.map(({ id }) => id) : []
  if (!told.options.every((option) => ids.includes(option)))
    complain(`${told.step} lacks an option that says who sees the phone`)
}

const checkNamed = (flow: Flow, step: string, options: readonly string[], complain: Complain): void => {
  const found = flow.steps.find((one) => one.id === step)
  const has = (id: string): boolean =>
    found?.kind === 'choice' && found.options.some((option) => option.id === id && option.open !== true)
  if (options.length === 0 || !options.every(has)) complain(`${step} lacks an option that opens a door`)
}

/**
 * Throws `flow_invalid`, with every fault in one line, where a flow contradicts itself: ids that do
 * not fit on a button or hide another, conditions on what is not asked before, words that mean two
 * things, a review that does not submit, doors (consent, adult) that nothing opens, roles
 * (core/model/roles.ts) of what is not there. Called once at start; the engine may then take a flow
 * as it is.
 */
export const checkFlow = (flow: Flow): void => {
  const faults: string[] = []
  const complain: Complain = (detail) => void faults.push(detail)
  if (!ID.test(flow.id)) complain('the flow has no id')
  if (flow.steps.length === 0) complain('the flow asks nothing')
  flow.steps.forEach((step, index) => checkStep(flow, step, index, complain))
  const review = flow.steps.at(-1)
  const submits =
    review?.kind === 'review' && review.options.some((option) => doesOf(option.effects).includes('submit'))
  if (!submits) complain('the review does not submit')
  checkNamed(flow, flow.consent.step, [flow.consent.option], complain)
  checkNamed(flow, flow.adult.step, flow.adult.options, complain)
  checkNamed(flow, flow.adult.step, [flow.adult.other], complain)
  if (flow.whom !== undefined) checkNamed(flow, flow.whom.step, [flow.whom.option], complain)
  if (flow.reached !== undefined)
    checkReference(
      flow,
      'what has reached somebody',
      { step: flow.reached.step, options: [flow.reached.option] },
      complain,
    )
  checkNamed(flow, flow.discreet.step, flow.discreet.options, complain)
  checkTold(flow, complain)
  checkRoles(flow, complain)
  for (const card of flow.cards) {
    for (const key of [card.key, card.minors ?? card.key])
      if (!/^card-[a-z0-9-]+$/.test(key)) complain(`${key} is no key of a card`)
    for (const named of namedIn(card.when)) checkReference(flow, card.key, named, complain)
  }
  const lessons = new Map<string, string>()
  for (const lesson of flow.lessons) {
    if (!ID.test(lesson.id) || lesson.id.length > MAX_ID) complain(`${lesson.id} is no id of a lesson`)
    checkWords(`lesson ${lesson.id}`, lesson.words, lessons, complain)
  }
  if (flow.steps[0]?.id !== flow.consent.step || flow.steps[0].required !== true)
    complain('consent is the first question and required')
  if (flow.steps.find((step) => step.id === flow.story.step)?.kind !== 'text')
    complain('the story is no step of words')
  if (!(flow.resumeAfterHours > 0) || !(flow.askAgainAfterMinutes > 0)) complain('a silence must last')
  if (!(flow.story.minWords > 0) || !(flow.story.minCharacters > 0)) complain('a story must have a length')
  const taken = new Map<string, string>()
  for (const command of FLOW_COMMANDS) checkWords(command, flow.words.commands[command], taken, complain)
  for (const language of LANGUAGES) checkWords(language, flow.words.languages[language], taken, complain)
  if (faults.length > 0) throw new Failure('flow_invalid', faults.join('; '))
}
