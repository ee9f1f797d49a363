import { holds, pickedOptions } from './condition.ts'
import { conversationFacts } from './facts.ts'
import { doorStep, isLeftOpen, mediaAllowed } from './gates.ts'
import type { Control, Flow, Option, Step } from '../../model/flow.ts'
import type { MediaKind } from '../../base/message.ts'
import type { ButtonRole } from '../../ports/channel.ts'
import type { ConversationState } from '../../model/conversation.ts'
import { isWorry } from '../../model/worry.ts'

export const findStep = (flow: Flow, id: string): Step | undefined =>
  flow.steps.find((step) => step.id === id)

export const applies = (step: Step, state: ConversationState): boolean =>
  step.when === undefined || holds(step.when, { ...state, facts: conversationFacts(state) })

export const optionsOf = (step: Step): readonly Option[] => ('options' in step ? step.options : [])

/** Whether a place that is shared answers a step. */
export const asksPlace = (step: Step): boolean => step.kind === 'text' && step.place === true

/**
 * Whether the words of an answer are read for what else they tell. Who says that somebody watches is shown
 * nothing of it.
 */
export const readsMore = (step: Step, ids: readonly string[]): boolean =>
  step.prefill === true &&
  !optionsOf(step).some(
    ({ id, effects = [] }) => ids.includes(id) && effects.some((effect) => effect.do === 'pause'),
  )

/** Whether an option says that somebody is in danger: then it counts at once, and whenever it is pressed. */
export const callsPeople = ({ effects = [] }: Option): boolean =>
  effects.some((effect) => effect.do === 'urgent')

/** One of those that can be picked together: nothing of them is lost by waiting for "done". */
const isOneOfSeveral = (step: Step, option: Option): boolean =>
  step.kind === 'choices' && option.alone !== true && option.beside !== true && !callsPeople(option)

/** How an option's button stands among the others. */
export const roleOf = (step: Step, option: Option): ButtonRole | undefined => {
  if (option.beside === true) return 'alone'
  if (isOneOfSeveral(step, option)) return 'several'
  if (step.kind === 'choices' && option.alone === true) return 'alone'
  return option.look === 'aside' ? undefined : option.look
}

/** Steps that take more than one message or press, and end with "done". */
export const collects = (step: Step): boolean =>
  step.kind === 'choices'
    ? step.options.some((option) => isOneOfSeveral(step, option))
    : step.oneMessage !== true && (step.kind === 'media' || step.kind === 'identifiers')

/** What of a list is picked while it is open: since it was asked, or before it was opened again. */
export const tickedOf = (step: Step, { open, answers }: ConversationState): readonly string[] => {
  const answer = answers[step.id]
  const counts = open?.step === step.id && (open.picked || open.reopened) && collects(step)
  return counts && answer?.kind === 'choices' ? answer.options : []
}

/**
 * Whether all that was answered is what stands beside the others ("others see this phone"): it was
 * told unasked.
 */
const isOnlyBeside = (step: Step, { answers }: ConversationState): boolean => {
  const answer = answers[step.id]
  const named = optionsOf(step).filter(({ id }) => answer?.kind === 'choices' && answer.options.includes(id))
  return named.length > 0 && named.every(({ beside }) => beside === true)
}

/**
 * Whether a step needs no question. A file sent early does not settle the question for files: there
 * may be more. A review is never settled: it is where the flow rests until the case is sent.
 */
export const settled = (step: Step, state: ConversationState): boolean => {
  if (step.kind === 'review') return false
  if (state.skipped[step.id] !== undefined) return true
  const isBefore = step.kind === 'media' || isOnlyBeside(step, state)
  return state.answers[step.id] !== undefined && (!isBefore || state.seen.includes(step.id))
}

/**
 * Follow-up questions that are never asked, of what was answered, and that nobody has answered yet:
 * for who talks with the person anyway.
 */
export const untoldSteps = (flow: Flow, state: ConversationState): readonly string[] =>
  flow.steps
    .filter(
      (step) =>
        step.silent === true && step.when !== undefined && applies(step, state) && !settled(step, state),
    )
    .map(({ id }) => id)

/** Whether a voice message answers this question. */
export const takesVoice = (step: Step | undefined): step is Step =>
  step !== undefined && (step.kind === 'voice' || (step.kind === 'text' && step.voice === true))

/** Notes of speech; a video note shows a face and is evidence. */
export const SPOKEN: ReadonlySet<string> = new Set<MediaKind>(['voice', 'audio'])

/**
 * Whether a voice message that answers this question waits for the age: it is an answer as soon as
 * that is an adult's, and the question comes back where it is not.
 */
export const isSpoken = (flow: Flow, step: Step, state: ConversationState): boolean =>
  takesVoice(step) &&
  mediaAllowed(flow, state) === 'unknown' &&
  state.waits.some((one) => one.step === step.id && SPOKEN.has(one.kind))

/** Whether a step is asked at all: neither `silent` nor spared to this person. */
export const isAsked = (step: Step, state: ConversationState): boolean =>
  step.silent !== true &&
  (step.spared === undefined || !holds(step.spared, { ...state, facts: conversationFacts(state) }))

/** A question that goes before all others, in whatever state the conversation is. */
export const pendingCheck = (flow: Flow, state: ConversationState): Step | undefined =>
  flow.steps.find((step) => step.lane === 'check' && !settled(step, state) && applies(step, state))

/** The question of danger that waits for a yes or a no: of a worry, or of the urgent path. */
export const openDanger = (flow: Flow, { open }: ConversationState): Step | undefined => {
  const step = open === undefined || open.picked ? undefined : findStep(flow, open.step)
  if (step === undefined) return undefined
  return isWorry(step.id) || (step.lane === 'urgent' && step.kind === 'choice') ? step : undefined
}

/** Whether words may mean a danger and the question for it is to be asked, or one waits for its answer. */
export const isWorried = (flow: Flow, state: ConversationState): boolean =>
  pendingCheck(flow, state) !== undefined || openDanger(flow, state) !== undefined

/**
 * The question whose turn it is. A checked flow always has one, its review, but for the urgent
 * path, which ends when its few questions are answered, and for a case that was sent.
 */
export const nextStep = (flow: Flow, state: ConversationState): Step | undefined => {
  const check = pendingCheck(flow, state)
  if (check !== undefined || (state.submitted && !state.urgent)) return check
  const lane = state.urgent ? 'urgent' : undefined
  const next = flow.steps.find(
    (step) =>
      step.lane === lane &&
      isAsked(step, state) &&
      !settled(step, state) &&
      !isSpoken(flow, step, state) &&
      applies(step, state),
  )
  // Of who is in danger no more is asked than this, and not before what is urgent.
  const door = state.urgent && state.waits.length > 0 ? doorStep(flow, state) : undefined
  return next ?? (isLeftOpen(flow, state, door) ? undefined : door)
}

/**
 * Where the person stands on the way that is asked of everybody: the ordinal of a step, and how
 * many there are.
 */
export const progressOf = (
  flow: Flow,
  state: ConversationState,
  step: Step,
): { readonly n: number; readonly of: number } | undefined => {
  const way = flow.steps.filter(
    (one) => one.lane === undefined && (one.id === step.id || (isAsked(one, state) && applies(one, state))),
  )
  const at = way.findIndex((one) => one.id === step.id)
  return at < 1 ? undefined : { n: at + 1, of: way.length }
}

/**
 * Whether somebody may look over the person's shoulder: then the bot begins nothing by itself. Who
 * would not say counts as yes, and so does who said it and has not told more of it yet.
 */
export const isDiscreet = ({ discreet }: Flow, state: ConversationState): boolean => {
  const { step, told } = discreet
  const answer = state.answers[step]
  if (state.skipped[step] !== undefined) return true
  const named = answer === undefined ? told : discreet
  return (
    named !== undefined &&
    pickedOptions(state.answers[named.step]).some((option) => named.options.includes(option))
  )
}

/** The step before the open one on the way the person came; nothing at the beginning. */
export const previousStep = (flow: Flow, state: ConversationState): Step | undefined => {
  const at = state.open === undefined ? -1 : state.order.indexOf(state.open.step)
  const way = state.order.slice(0, at === -1 || state.open?.reopened !== true ? state.order.length : at)
  const before = way.findLast((id) => {
    const step = findStep(flow, id)
    return (
      step !== undefined &&
      // What is not asked is not gone back to: it can be changed at the review.
      (isAsked(step, state) || state.seen.includes(id)) &&
      (id !== state.open?.step || (state.open.picked && !collects(step))) &&
      (applies(step, state) || isWorry(id))
    )
  })
  return before === undefined ? undefined : findStep(flow, before)
}

/** Steps whose answer can be changed at the review. Consent is withdrawn, not corrected. */
export const correctable = (flow: Flow, state: ConversationState): readonly Step[] =>
  flow.steps.filter(
    (step) =>
      step.kind !== 'review' &&
      step.lane !== 'check' &&
      step.id !== flow.consent.step &&
      applies(step, state) &&
      (state.answers[step.id] !== undefined || state.skipped[step.id] !== undefined),
  )

/**
 * Whether a line of the card can be taken out: not what has to be known, nor what people were called for or
 * keep silent by (an age, a danger, a phone that others see: they can be changed), nor words and files that
 * are sealed as they came.
 */
export const isRemovable = (flow: Flow, step: Step, state: ConversationState): boolean =>
  step.required !== true &&
  step.id !== flow.adult.step &&
  step.id !== flow.discreet.told?.step &&
  !optionsOf(step).some(callsPeople) &&
  step.kind !== 'review' &&
  step.kind !== 'media' &&
  !(step.kind === 'text' && step.statement === true) &&
  state.answers[step.id] !== undefined

/** What nobody asked and nothing told: the person can add it at the review. */
export const addable = (flow: Flow, state: ConversationState): readonly Step[] =>
  flow.steps.filter(
    (step) =>
      step.kind !== 'review' &&
      step.lane === undefined &&
      step.id !== flow.consent.step &&
      applies(step, state) &&
      state.answers[step.id] === undefined &&
      state.skipped[step.id] === undefined,
  )

/** Whether an option or the kind of the step lets this control do anything here. */
export const controlApplies = (
  step: Step,
  control: Control,
  state: ConversationState,
  flow: Flow,
): boolean => {
  const picked = state.open?.step === step.id && state.open.picked
  switch (control) {
    case 'done':
      return (
        collects(step) &&
        (picked
          ? step.kind !== 'choices' || tickedOf(step, state).length > 0
          : step.kind === 'media' || tickedOf(step, state).length > 0)
      )
    case 'remove':
      return state.open?.step === step.id && state.open.reopened && isRemovable(flow, step, state)
    case 'skip':
    case 'unknown':
      return step.required !== true && step.kind !== 'review' && !picked
    case 'back':
      return previousStep(flow, state) !== undefined
    case 'human':
      return true
  }
}
