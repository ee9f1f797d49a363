import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { ListForm, ListRow } from '../../base/fingerprint/lists.ts'
import type { CaseId } from '../../base/ids.ts'
import { listed } from './sharing.ts'

/**
 * Fingerprints for a list, case by case: of `cases` those that may go and are agreed to at this
 * moment. Each case has it in its chain before its rows are given: what is not written there is in
 * no list. Erased cases have none.
 */
export async function* shareFingerprints(
  ports: Pick<CasePorts, 'clock' | 'flow' | 'phrases'>,
  casebook: Casebook,
  cases: AsyncIterable<CaseId>,
  how: { readonly form: ListForm; readonly by: string },
): AsyncGenerator<readonly ListRow[]> {
  for await (const caseId of cases) {
    let rows: readonly ListRow[] = []
    try {
      const { status } = await casebook.append(caseId, (state) => {
        const items = listed(ports.flow, state, ports.clock.now(), ports.phrases.date)
        rows = items.map(([, row]) => row)
        if (rows.length === 0) return undefined
        return {
          actor: 'system',
          events: [{ type: 'fingerprints_shared', evidence: items.map(([id]) => id), ...how }],
        }
      })
      if (status === 'done') yield rows
    } catch (error) {
      if (!isErased(error)) throw error
    } finally {
      casebook.forget(caseId)
    }
  }
}
