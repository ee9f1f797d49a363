import type { CaseEvent } from './events.ts'
import type { EvidenceId } from '../base/ids.ts'
import type { ConversationState } from './conversation.ts'
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
  const { doubted = [] } = state
  const others = doubted.filter((one) => one.step !== step)
  if (event.type === 'answer_given' && event.unproven === true) {
    if (others.length < doubted.length) return state
    const before = state.answers[step]
    return { ...state, doubted: [...others, { step, ...(before === undefined ? {} : { before }) }] }
  }
  const rest = without(state, 'doubted')
  return others.length === 0 ? rest : { ...rest, doubted: others }
}

/**
 * It was shown whose the chat is: what was set apart waits as before, and an answer that anybody could
 * have given is taken back, so that it is asked of who it is about.
 */
export const rejoined = (state: ConversationState): ConversationState => {
  const { apart = [], doubted = [], ...rest } = state
  const joined: ConversationState = { ...rest, waits: [...apart, ...state.waits] }
  return doubted.reduce((before, one) => {
    const { [one.step]: _, ...answers } = before.answers
    if (one.before !== undefined) return { ...before, answers: { ...answers, [one.step]: one.before } }
    // It is asked of who it is about, before whatever was asked on the strength of it.
    return {
      ...without(before, 'open', 'aside'),
      answers,
      order: before.order.filter((step) => step !== one.step),
    }
  }, joined)
}

/** An answer to this question stands that may be another's. */
export const isDoubted = ({ doubted = [] }: Pick<ConversationState, 'doubted'>, step: string): boolean =>
  doubted.some((one) => one.step === step)

/** What became of an answer that anybody could have given: it still counts, or was taken back. */
type Doubt = 'unproven' | 'taken-back'

/**
 * The answers of a case that anybody could have given, and what holds of each in the end. What was
 * answered or corrected after it stands in its place whatever became of it.
 */
export const doubtsIn = (events: readonly { readonly event: CaseEvent }[]): ReadonlyMap<CaseEvent, Doubt> => {
  const doubts = new Map<CaseEvent, Doubt>()
  let open: readonly Answered[] = []
  for (const { event } of events)
    if (event.type === 'conversation_resumed' && event.locked !== true) {
      for (const one of open) doubts.set(one, 'taken-back')
      open = []
    } else if (
      event.type === 'answer_given' ||
      event.type === 'answer_corrected' ||
      event.type === 'step_skipped'
    ) {
      const isDoubted = event.type === 'answer_given' && event.unproven === true
      if (isDoubted) doubts.set(event, 'unproven')
      open = isDoubted ? [...open, event] : open.filter(({ step }) => step !== event.step)
    }
  return doubts
}

/** The ids of files that wait and about which nothing that is said now decides. */
export const idsApart = ({ apart = [] }: Pick<ConversationState, 'apart'>): readonly EvidenceId[] =>
  apart.map(({ evidence }) => evidence)
