import type { CaseState } from './state.ts'

/**
 * Stands among the marks of a row while somebody of the team may have to answer in it: so they are
 * found without opening every case.
 */
export const WANTED_MARK = 'wanted'
/**
 * Whether somebody may have to answer, whatever the operator's rules and the clock say: rather one
 * row too many is looked at.
 */
export const mayBeWanted = ({
  hands,
  work,
  erasure,
  handover: { request, prepared },
}: CaseState): boolean => {
  if (hands.status === 'erased') return false
  const asks = request !== undefined && request.answer === undefined && (prepared?.seq ?? 0) < request.seq
  return work.help !== undefined || (erasure !== undefined && erasure.refused !== true) || asks
}
