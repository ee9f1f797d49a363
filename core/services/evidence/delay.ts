import { botIsSilent } from '../../policy/access/silent.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { CaseState } from '../../model/state.ts'
import { isFailure } from '../../base/failure.ts'
import type { EvidenceId } from '../../base/ids.ts'
import { isWritten } from '../../base/message.ts'
import type { JobRow } from '../../ports/store/jobs.ts'

/** Tells the person that a file takes longer than it should, and why. */
export type Delay = {
  readonly tellLate: (job: JobRow) => Promise<void>
  /** Once in a shortage, however many files wait: the next is told of again after one was sealed. */
  readonly tellNoRoom: (job: JobRow, id: EvidenceId) => Promise<void>
}

export const makeDelay = (casebook: Casebook): Delay => {
  const tellLate = async (job: JobRow): Promise<void> => {
    const late = (state: CaseState): boolean => !botIsSilent(state) && !state.exited
    await casebook.append(job.caseId, (state) =>
      late(state) ? { actor: 'system', events: [], says: [{ key: 'evidence-unreachable' }] } : undefined,
    )
  }

  const tellNoRoom = async (job: JobRow, id: EvidenceId): Promise<void> => {
    try {
      await casebook.append(job.caseId, (state) => {
        // Words that are sealed once more as a statement wait without a word: they are safe in the ledger.
        const isFile = state.evidence[id] !== undefined && !isWritten(state.evidence[id].kind)
        if (!isFile || botIsSilent(state) || state.exited) return undefined
        const sealed = Object.values(state.evidence).filter(({ status }) => status === 'sealed').length
        return {
          actor: 'system',
          events: [],
          says: [{ key: 'evidence-no-room' }],
          cause: `no-room.${job.caseId}.${sealed}`,
        }
      })
    } catch (error) {
      // The store has no room either: nothing can be said that would not be lost.
      if (!isFailure(error, 'disk_full')) throw error
    }
  }

  return { tellLate, tellNoRoom }
}
