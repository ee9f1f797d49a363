import type { HelpEvent } from '../../model/help-events.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseId, JobId } from '../../base/ids.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { Store } from '../../ports/store/store.ts'

/**
 * All that a model can cause in a case. There is no way here to say something to a person, to lower
 * or to close.
 */
export type Suggestion = HelpEvent

/** Writes suggestions down; with a job, in the commit that ends it. */
export const keepSuggestions = async (
  casebook: Pick<Casebook, 'append'>,
  jobs: Store['jobs'],
  caseId: CaseId,
  decide: (state: CaseState) => readonly Suggestion[],
  job?: JobId,
): Promise<void> => {
  const { status } = await casebook.append(caseId, (state) => {
    const events = decide(state)
    if (events.length === 0) return undefined
    return { actor: 'system', events, ...(job === undefined ? {} : { handles: { job } }) }
  })
  if (status !== 'done' && job !== undefined) await jobs.finish(job)
}
