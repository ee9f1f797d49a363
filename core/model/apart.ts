import type { CaseEvent } from './events.ts'
import type { EvidenceId } from '../base/ids.ts'
import type { ConversationState } from './conversation.ts'
import type { CaseState } from './state.ts'
import { without } from './worry-state.ts'

/**
 * What waits in a chat that is left is set apart: nothing that is said there decides about it before it is
 * shown whose the chat is, since it may be another who says it.
 */
export const setApart = (state: ConversationState): ConversationState =>
  state.waits.length === 0 ? state : { ...state, apart: [...(state.apart ?? []), ...state.waits], waits: [] }

/** These files wait no more. */
export const withoutFiles = (state: ConversationState, gone: readonly EvidenceId[]): ConversationState => {
  const stays = ({ evidence }: { readonly evidence: EvidenceId }): boolean => !gone.includes(evidence)
  const apart = state.apart?.filter(stays) ?? []
  const waits = state.waits.filter(stays)
  return { ...without(state, 'apart'), waits, ...(apart.length === 0 ? {} : { apart }) }
}

type Answered = Extract<CaseEvent, { type: 'answer_given' | 'answer_corrected' | 'step_skipped' }>

/** An answer that was given where nobody had shown whose the chat is, and what it stands in the place of. */
export const doubting = (state: ConversationState, event: Answered): ConversationState => {
  const { step } = event
  if (event.type === 'answer_given' && event.unproven === true) {
    const before = state.answers[step]
    return { ...state, doubted: state.doubted ?? { step, ...(before === undefined ? {} : { before }) } }
  }
  return state.doubted?.step === step ? without(state, 'doubted') : state
}

/**
 * It was shown whose the chat is: what was set apart waits as before, and an answer that anybody could
 * have given is taken back, so that it is asked of who it is about.
 */
export const rejoined = (state: ConversationState): ConversationState => {
  const { apart = [], doubted, ...rest } = state
  const joined = { ...rest, waits: [...apart, ...state.waits] }
  if (doubted === undefined) return joined
  const { [doubted.step]: _, ...answers } = state.answers
  if (doubted.before !== undefined)
    return { ...joined, answers: { ...answers, [doubted.step]: doubted.before } }
  return { ...joined, answers, order: state.order.filter((step) => step !== doubted.step) }
}

/** The ids of files that wait and about which nothing that is said now decides. */
export const idsApart = ({ apart = [] }: Pick<ConversationState, 'apart'>): readonly EvidenceId[] =>
  apart.map(({ evidence }) => evidence)

/** What came before the chat was left has no receipt there: it would tell how much there is. */
export const receiptApart = ({ receipt, evidence }: CaseState): CaseState['receipt'] => ({
  ...receipt,
  apart: (Object.keys(evidence) as EvidenceId[]).filter((id) => !receipt.given.includes(id)),
})
