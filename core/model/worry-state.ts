import type { CaseEvent } from './events.ts'
import type { ConversationState } from './conversation.ts'
import { isWorry, leaveDue, worryOf, type Worries } from './worry.ts'

/** The state without some of its optional fields. */
export const without = <K extends keyof ConversationState>(
  state: ConversationState,
  ...keys: readonly K[]
): Omit<ConversationState, K> => {
  const copy = { ...state }
  for (const key of keys) delete copy[key]
  return copy
}

export const withWorries = (state: ConversationState, worries: Worries | undefined): ConversationState =>
  worries === undefined ? state : { ...state, worries }

/**
 * A worry that is asked about sets the open question aside, and so does a question that is put `over` one for
 * danger; any other question ends that.
 */
export const withAsked = (
  state: ConversationState,
  { step, at, over }: Extract<CaseEvent, { type: 'question_asked' }>,
): ConversationState => {
  const label = worryOf(step)
  if (over === true && state.open !== undefined) return { ...without(state, 'menu'), aside: state.open }
  if (!isWorry(step))
    return state.erase === 'asked'
      ? without(state, 'menu', 'aside', 'erase')
      : without(state, 'menu', 'aside')
  const aside = state.open === undefined || isWorry(state.open.step) ? state.aside : state.open
  const worry = label === undefined ? undefined : state.worries?.[label]
  return {
    ...without(state, 'menu'),
    ...(state.erase === undefined ? {} : { erase: 'waits' as const }),
    ...(aside === undefined ? {} : { aside }),
    ...(at === undefined || label === undefined
      ? {}
      : { worries: { ...state.worries, [label]: { since: at, ...worry, asked: at } } }),
  }
}

/**
 * Over the team nothing is asked: a worry's question stands no more, and what waited to be asked is
 * theirs.
 */
export const leaveToTeam = (state: ConversationState): ConversationState => {
  const { open, aside } = state
  const stood = open !== undefined && isWorry(open.step) && !open.picked
  const back: ConversationState = stood
    ? { ...without(state, 'open', 'aside'), ...(aside === undefined ? {} : { open: aside }) }
    : state
  return withWorries(
    back,
    leaveDue(back.worries, () => true),
  )
}

/** That everything is to be erased was asked, waits, or has an answer. */
export const withErase = (
  state: ConversationState,
  event: Extract<CaseEvent, { type: 'access_asked' | 'access_left' }>,
): ConversationState => {
  if (event.type === 'access_left') return state.erase === 'asked' ? without(state, 'erase') : state
  return event.what === 'erase' ? { ...state, erase: event.waits === true ? 'waits' : 'asked' } : state
}
