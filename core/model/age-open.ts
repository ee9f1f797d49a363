import type { CaseEvent } from './events.ts'
import type { ConversationState } from './conversation.ts'
import { without } from './worry-state.ts'

/** Texts that say to the person that their age is open again. */
const SAYS: ReadonlySet<string> = new Set(['age-open', 'age-open-other'])

/** The age that was given counts no more: it is asked anew, and files wait for it (law 10). */
export const withAgeOpen = (
  state: ConversationState,
  { step, why }: Extract<CaseEvent, { type: 'age_unsettled' }>,
): ConversationState => {
  const { [step]: _, ...answers } = state.answers
  return { ...state, answers, order: state.order.filter((one) => one !== step), ageOpen: { why, step } }
}

/** It has an answer again. */
export const withAgeClosed = (state: ConversationState, step: string): ConversationState =>
  state.ageOpen?.step === step ? without(state, 'ageOpen') : state

/** What was said to them of it is not said again. */
export const withAgeOpenSaid = (state: ConversationState, key: string): ConversationState =>
  state.ageOpen === undefined || !SAYS.has(key)
    ? state
    : { ...state, ageOpen: { ...state.ageOpen, said: true } }
