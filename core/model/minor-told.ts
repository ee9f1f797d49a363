import { withAgeClosed, withAgeOpen, withAgeOpenSaid } from './age-open.ts'
import type { CaseEvent } from './events.ts'
import type { ConversationState } from './conversation.ts'
import { without } from './worry-state.ts'

/** Texts that say to the person what follows from it. */
const SAYS = { self: ['minor', 'minor-told', 'minor-stands'], pictures: ['minor-pictures'] } as const

type Kind = keyof typeof SAYS

const heard = (state: ConversationState, step: string, of: Kind, as: 'new' | 'said'): ConversationState => ({
  ...state,
  minorTold: { ...state.minorTold, step, [of]: state.minorTold?.[of] === 'said' ? 'said' : as },
})

/**
 * The person's own words said that they are under 18, or that pictures show them so: no file is taken from
 * here on. Or they left it open whose age was given.
 */
export const withMinorTold = (
  state: ConversationState,
  event: Extract<CaseEvent, { type: 'minor_told' | 'age_unsettled' }>,
): ConversationState =>
  event.type === 'age_unsettled' ? withAgeOpen(state, event) : heard(state, event.step, event.of, 'new')

/** The same, where the age was not known before and is answered by these words. */
export const withMinorAnswer = (
  state: ConversationState,
  { step, minor }: Extract<CaseEvent, { type: 'answer_given' }>,
): ConversationState => {
  const answered = withAgeClosed(state, step)
  return minor === true ? heard(answered, step, 'self', 'new') : answered
}

/** A member of the team settles the age: what words said of it counts no more. */
export const withAgeSettled = (state: ConversationState, step: string): ConversationState =>
  withAgeClosed(state.minorTold?.step === step ? without(state, 'minorTold') : state, step)

/** What was said to them of it is not said again. */
export const withMinorSaid = (before: ConversationState, key: string): ConversationState => {
  const state = withAgeOpenSaid(before, key)
  const { minorTold } = state
  if (minorTold === undefined) return state
  const of = (['self', 'pictures'] as const).find((kind) => (SAYS[kind] as readonly string[]).includes(key))
  return of === undefined || minorTold[of] === undefined ? state : heard(state, minorTold.step, of, 'said')
}
