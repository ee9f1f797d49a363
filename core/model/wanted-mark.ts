import type { AgentId } from '../base/ids.ts'
import type { CaseState } from './state.ts'
import { unansweredWish } from './held-wish.ts'
import { backSince } from './unread.ts'

/**
 * Stands among the marks of a row while somebody of the team may have to answer in it: so they are
 * found without opening every case.
 */
export const WANTED_MARK = 'wanted'
/**
 * Stands among the marks of a row while a note names this member and they have not seen it. One of
 * each member: what nobody clears, because who was named is gone, is in nobody else's way.
 */
export const mentionMark = (whom: AgentId): string => `mention:${whom}`

/** The marks by which what waits in a case is found. */
export const marksOfWaiting = (state: CaseState): readonly string[] => {
  if (state.hands.status === 'erased') return []
  const named = state.work.mentions.map(({ whom }) => mentionMark(whom))
  return mayBeWanted(state) ? [WANTED_MARK, ...named] : named
}

/**
 * Whether somebody may have to answer beyond whoever a note names, whatever the operator's rules and the
 * clock say: rather one row too many is looked at.
 */
const mayBeWanted = (state: CaseState): boolean => {
  const { hands, work, erasure } = state
  const { request, prepared } = state.handover
  if (hands.status === 'erased') return false
  const asks = request !== undefined && request.answer === undefined && (prepared?.seq ?? 0) < request.seq
  const owed =
    work.promised !== undefined ||
    work.tasks.some(({ dueAt, doneAt }) => dueAt !== undefined && doneAt === undefined)
  return (
    work.help !== undefined ||
    (erasure !== undefined && erasure.refused !== true) ||
    asks ||
    unansweredWish(state) !== undefined ||
    (owed && hands.status !== 'closed') ||
    backSince(state) !== undefined
  )
}
