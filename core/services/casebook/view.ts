import { isWritten } from '../../base/message.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { waitOf } from '../../model/alarmed.ts'
import type { CaseState } from '../../model/state.ts'
import type { SealedSummary } from './summary.ts'
import { replyDue, type Targets } from '../../model/targets.ts'
import { marksOfWaiting } from '../../model/wanted-mark.ts'

/** Since when somebody waits for a person: in the queue, or with a danger that their agent has not answered. */
const sinceOf = (state: CaseState): Pick<CaseRow, 'waitingSince'> => {
  const { since } = waitOf(state)
  return since === undefined ? {} : { waitingSince: since }
}

/** Files of the person; every case that told its story holds words that were sealed, which are none. */
const filesOf = (state: CaseState): number =>
  Object.values(state.evidence).filter(({ kind }) => !isWritten(kind)).length

/** The queue's row of a case: nothing but its state, so that it can be dropped and made again (law 2). */
export const rowOf = (state: CaseState, targets: Targets, { sealed }: SealedSummary): CaseRow => ({
  caseId: state.caseId,
  code: state.code,
  seq: state.seq,
  hash: state.hash,
  status: state.hands.status,
  severity: state.severity,
  team: state.team,
  copies: state.copies,
  marks: [...new Set([...Object.keys(state.marks), ...state.fileMarks, ...marksOfWaiting(state)])],
  ...(state.hands.status === 'agent' ? { assignee: state.hands.agent } : {}),
  language: state.language,
  channel: state.chatted ? state.channel : state.elsewhere === true ? 'import' : 'phone',
  openedAt: state.openedAt,
  ...sinceOf(state),
  ...(state.wait === undefined ? {} : { dueAt: replyDue(targets, state.wait) }),
  lastAt: state.lastAt,
  unread: state.unread,
  evidence: filesOf(state),
  sealed,
})
