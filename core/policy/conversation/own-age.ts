import type { Untrusted } from '../../base/untrusted.ts'
import { optionOfAge, readAge } from './age.ts'
import { describeStep } from './describe.ts'
import { ageOf, consentGiven } from './gates.ts'
import type { ConversationInput } from './input.ts'
import { otherHands } from './other-hands.ts'
import { wordsOf } from './stages.ts'
import { findStep } from './steps.ts'
import { isTelling, prefill, tell } from './tell.ts'
import { takesAgeBack } from '../../text/danger/age-back.ts'
import { ask, give, letIn, proceed, say, waiting } from './turn.ts'
import { callPeople, run } from './effects.ts'
import { namedMinor } from './minor.ts'
import { pickedOptions } from './condition.ts'
import type { Turn } from './turn.ts'
import { mayBeOfOther } from './whom.ts'

/** So many words may say an age and nothing else. */
const ALONE = 6

/**
 * Words of the person's own that may tell their age, where it is not known yet: once there is a yes, and in
 * danger before it, since the story that it would be read out of later is not asked for there. Nothing is
 * fetched before the yes.
 */
const tellingAge = (turn: Turn, input: ConversationInput): Untrusted | undefined => {
  const { flow, state } = turn
  if (turn.other === 'silent' || (!consentGiven(flow, state) && !state.urgent)) return undefined
  const age = ageOf(flow, state)
  return age === 'unknown' || age === 'withheld' ? wordsOf(input) : undefined
}

/**
 * "I am 22" answers the question for the age, whatever was asked and whether it was asked at all:
 * files may wait for it.
 */
const note = (turn: Turn, text: Untrusted): boolean => {
  const step = findStep(turn.flow, turn.flow.adult.step)
  const age = step?.kind === 'choice' ? readAge(text, turn.context.now) : undefined
  if (step?.kind !== 'choice' || age === undefined) return false
  const option = optionOfAge(turn.flow, step.options, { age, isForOther: mayBeOfOther(turn, text) })
  if (option === undefined) return false
  give(turn, step.id, { kind: 'choice', option: option.id })
  for (const effect of option.effects ?? []) {
    if (effect.do === 'tell') say(turn, { key: effect.key })
    if (effect.do === 'handoff') callPeople(turn, effect.why, effect.key)
  }
  letIn(turn)
  return true
}

/**
 * A child that says its age before agreeing: that is known from here on, whatever the readers of
 * danger made of the words. An adult's age is read once there is a yes.
 */
export const noteChild = (turn: Turn, input: ConversationInput): void => {
  const { flow, state, context } = turn
  const step = findStep(flow, flow.adult.step)
  const words = wordsOf(input)
  if (words === undefined || turn.other !== undefined || consentGiven(flow, state) || step?.kind !== 'choice')
    return
  if (state.answers[step.id] !== undefined) return
  const age = readAge(words, context.now)
  const isAdult = step.options.some(
    ({ id, range }) => flow.adult.options.includes(id) && range !== undefined && (age ?? 0) >= range[0],
  )
  if (age !== undefined && !isAdult) note(turn, words)
}

/**
 * A message that says an age and nothing else, where another question waits or none: it is that and
 * no answer to the other.
 */
export const isOwnAge = (turn: Turn, input: ConversationInput): boolean => {
  const { state, flow } = turn
  const text = input.kind === 'text' ? tellingAge(turn, input) : undefined
  if (text === undefined || state.paused !== undefined || waiting(turn)?.id === flow.adult.step) return false
  if (text.trim().split(/\s+/).length > ALONE || isTelling(turn, text) || !note(turn, text)) return false
  say(turn, {
    key: 'also-noted',
    fill: { list: { kind: 'list', by: 'line', pieces: [describeStep(flow.adult.step, turn.state)] } },
  })
  if (waiting(turn) !== undefined) proceed(turn)
  return true
}

/** "Someone else, under 18" where another question waits: it counted when it came, and what follows is said. */
const isOtherNamed = (turn: Turn, text: string): boolean => {
  const { flow, state } = turn
  const step = findStep(flow, flow.adult.step)
  const option = step === undefined ? undefined : namedMinor(flow, step, text)
  const isNoted = pickedOptions(state.answers[flow.adult.step]).includes(flow.adult.other)
  if (option?.id !== flow.adult.other || !isNoted || waiting(turn)?.id === step?.id) return false
  run(turn, option.effects)
  if (waiting(turn) !== undefined) proceed(turn)
  return true
}

/**
 * Words that say for the first time, after an adult's age was given, that who writes is under 18
 * (core/services/inbound/minors): they answer no other question but the one for what happened. What else
 * they tell is kept. True where they are that.
 */
export const isMinorTold = (turn: Turn, input: ConversationInput): boolean => {
  const { state, flow } = turn
  const hidden = turn.other !== undefined || state.paused !== undefined
  if (input.kind !== 'text' || hidden || turn.saysMinor !== true) return false
  if (isOtherNamed(turn, input.text)) return true
  if (state.minorTold?.self !== 'new') return false
  // Said in this very turn it was answered by its own text.
  if (turn.events.some((event) => event.type === 'answer_given' && event.minor === true)) return false
  const step = waiting(turn)
  if (step?.id === flow.story.step) return false
  if (input.text.trim().split(/\s+/).length > ALONE) {
    tell(turn, input.text)
    if (consentGiven(flow, state)) prefill(turn, input.text)
  }
  sayMinorTold(turn)
  if (waiting(turn) !== undefined) proceed(turn)
  return true
}

/** What follows from such words is said once, before the question that stands; not where the chat shows nothing. */
export const sayMinorTold = (turn: Turn): void => {
  const { state, context, says } = turn
  const { self, pictures } = state.minorTold ?? {}
  const hidden = otherHands(state, context.decoy === true) !== undefined
  const isSaid = (keys: readonly string[]): boolean => says.some(({ key }) => keys.includes(key))
  if (hidden || turn.muted) return
  if (pictures === 'new' && !isSaid(['minor-pictures'])) says.unshift({ key: 'minor-pictures' })
  if (self === 'new' && !isSaid(['minor', 'minor-told', 'minor-stands'])) says.unshift({ key: 'minor-told' })
}

/**
 * Words that take the age back that was given: they answer nothing else, and it is asked anew. True where they
 * are that.
 */
export const isAgeTakenBack = (turn: Turn, input: ConversationInput): boolean => {
  const { state, flow } = turn
  const step = findStep(flow, flow.adult.step)
  const hidden = turn.other !== undefined || state.paused !== undefined
  const isNew = state.ageOpen?.why === 'taken_back' && state.ageOpen.said !== true
  if (input.kind !== 'text' || hidden || !isNew || step === undefined || !takesAgeBack(input.text))
    return false
  if (waiting(turn)?.id === flow.story.step) return false
  if (isTelling(turn, input.text)) tell(turn, input.text)
  sayAgeOpen(turn)
  if (state.urgent) proceed(turn)
  else ask(turn, step)
  return true
}

/** That the age is open again is said once, and not over what is said of a danger; not where the chat shows nothing. */
export const sayAgeOpen = (turn: Turn): void => {
  const { state, context, says } = turn
  const { ageOpen } = state
  const hidden = otherHands(state, context.decoy === true) !== undefined
  if (ageOpen === undefined || ageOpen.said === true || hidden || turn.muted) return
  if (says.some(({ key }) => key.startsWith('crisis-') || key.startsWith('age-open'))) return
  says.unshift({ key: ageOpen.why === 'other' ? 'age-open-other' : 'age-open' })
}

/** An age among other words, where nothing has read it. */
export const noteOwnAge = (turn: Turn, input: ConversationInput): void => {
  const text = tellingAge(turn, input)
  if (text !== undefined) note(turn, text)
}
