import type { CaseState } from './state.ts'
import { backSince } from './unread.ts'

/**
 * Stands among the marks of a row while somebody of the team may have to answer in it: so they are
 * found without opening every case.
 */
export const WANTED_MARK = 'wanted'
/**
 * Whether somebody may have to answer, whatever the operator's rules and the clock say: rather one
 * row too many is looked at.
 */
export const mayBeWanted = (state: CaseState): boolean => {
  const { hands, work, erasure } = state
  const { request, prepared } = state.handover
  if (hands.status === 'erased') return false
  const asks = request !== undefined && request.answer === undefined && (prepared?.seq ?? 0) < request.seq
  const owed =
    work.promised !== undefined ||
    work.tasks.some(({ dueAt, doneAt }) => dueAt !== undefined && doneAt === undefined)
  return (
    work.help !== undefined ||
    work.mentions.length > 0 ||
    (erasure !== undefined && erasure.refused !== true) ||
    asks ||
    (owed && hands.status !== 'closed') ||
    backSince(state) !== undefined
  )
}
