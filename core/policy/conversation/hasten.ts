import type { Step } from '../../model/flow.ts'
import { isWorry } from '../../model/worry.ts'
import { consentGiven } from './gates.ts'
import { callsPeople, nextStep, optionsOf } from './steps.ts'
import { ask, emit, waiting, type Turn } from './turn.ts'
import { isYes, optionNamed } from './words.ts'

/**
 * Asked whatever somebody wants to send: how fast people must be there, whether it is a child, and
 * whether a danger that words hinted at is one.
 */
const isNeeded = (turn: Turn, step: Step): boolean =>
  step.required === true ||
  step.id === turn.flow.adult.step ||
  isWorry(step.id) ||
  optionsOf(step).some(callsPeople)

/** Whether a whole (folded) message is what sends the report where it is shown, and more than a yes. */
const meansSending = (turn: Turn, folded: string): boolean => {
  if (isYes(turn.flow, folded)) return false
  const review = turn.flow.steps.find(({ kind }) => kind === 'review')
  const options = review === undefined ? [] : optionsOf(review)
  const named = options.find(({ id }) => id === optionNamed(turn.flow, options, folded))
  return named?.effects?.some(({ do: does }) => does === 'submit') === true
}

/**
 * Who says "send it" in the middle of the questions is asked no more of what can be left: the card
 * with all that was understood comes next, and there the same words send. False where a question
 * waits that is needed, or the words mean something else.
 */
export const hasten = (turn: Turn, folded: string): boolean => {
  const { flow, state } = turn
  if (state.urgent || state.submitted || !consentGiven(flow, state)) return false
  const step = waiting(turn)
  if (step === undefined || step.kind === 'review' || step.lane !== undefined) return false
  if (isNeeded(turn, step) || !meansSending(turn, folded)) return false
  let next: Step | undefined = step
  while (next !== undefined && next.kind !== 'review' && !isNeeded(turn, next)) {
    // What was told there already stays its answer.
    const isAnswered = turn.state.answers[next.id] !== undefined && next.kind !== 'media'
    if (!isAnswered) emit(turn, { type: 'step_skipped', step: next.id, how: 'skip' })
    next = nextStep(flow, turn.state)
  }
  if (next !== undefined) ask(turn, next)
  return true
}
