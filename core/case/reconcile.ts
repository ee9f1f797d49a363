import type { CaseId } from '../ids.ts'
import type { KeyStore } from '../ports/sealer.ts'
import type { Casebook } from './casebook.ts'
import { readHeader } from './entry.ts'
import { buryKeyless, destroyAgain, type ErasePorts } from './erase.ts'

/** Stands in the tombstone for everybody to read: no member of the team, no person. */
const BY = 'restore'
const REASON = 'key destroyed elsewhere'
const PAGE = 200

/** `destroyed`: keys that an older copy of the key store brought back. `buried`: cases that an older copy of the store brought back. */
export type Reconciled = { readonly destroyed: readonly CaseId[]; readonly buried: readonly CaseId[] }

/**
 * Makes store and key store say the same of every erased case, after one of them was put back from a copy. What one of them knows to be erased is
 * erased; nothing ever comes back. A view is believed for neither: only a tombstone in the ledger, or the key store's own mark, counts. Where both
 * are older than an erasure nothing tells of it any more: hence the rule that copies of keys are kept for days (scripts/deploy/BACKUP.md).
 * Idempotent, and safe beside processes that work.
 */
export const reconcileErased = async (ports: ErasePorts, casebook: Casebook, keys: Pick<KeyStore, 'list'>): Promise<Reconciled> => {
  const { store, hasher } = ports
  const gone = new Set<CaseId>()
  for await (const { caseId, wrapped } of keys.list()) if (wrapped === 'destroyed') gone.add(caseId)

  const hasTombstone = async (caseId: CaseId): Promise<boolean> => {
    const last = (await store.ledger.read(caseId)).at(-1)
    return last !== undefined && readHeader(hasher, last.header)?.kinds.includes('case_erased') === true
  }

  const destroyed: CaseId[] = []
  for (let cursor: string | undefined; ;) {
    const page = await store.views.list({ status: ['erased'] }, { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    for (const { caseId } of page.rows) {
      if (gone.delete(caseId) || !(await hasTombstone(caseId))) continue
      await destroyAgain(ports, casebook, caseId)
      destroyed.push(caseId)
    }
    if (page.cursor === undefined) break
    cursor = page.cursor
  }

  const buried: CaseId[] = []
  for (const caseId of gone) {
    const row = await store.views.byId(caseId)
    // Of a case that this store never had, or had later than the copy: nothing to bury.
    if (row === undefined || row.status === 'erased') continue
    await buryKeyless(ports, casebook, caseId, BY, REASON)
    buried.push(caseId)
  }
  return { destroyed, buried }
}
