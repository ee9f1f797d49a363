import type { CaseId } from '../../base/ids.ts'
import type { KeyStore } from '../../ports/sealer.ts'
import type { Casebook } from '../casebook/casebook.ts'
import { buryKeyless, destroyAgain, erasureOf, type ErasePorts } from './erase.ts'
import type { Erasure } from '../../ports/witness.ts'

/** Stands in the tombstone for everybody to read: no member of the team, no person. */
const BY = 'restore'
const REASON = 'key destroyed elsewhere'
/** Of a case that neither the store nor the keys know to be erased. */
const LISTED = 'in the list of erasures'
const PAGE = 200

/**
 * `destroyed`: keys that an older copy of the key store brought back. `buried`: cases that an older
 * copy of the store brought back; `listed` of them were known to the list of erasures alone.
 */
export type Reconciled = {
  readonly destroyed: readonly CaseId[]
  readonly buried: readonly CaseId[]
  readonly listed: number
}

/**
 * Makes store and key store say the same of every erased case, after one of them was put back from
 * a copy. What one of them knows to be erased is erased; nothing ever comes back. A view is
 * believed for neither: only a tombstone in the ledger, or the key store's own mark, counts, and
 * the signed list of erasures, which is read first: it tells of what both are older than. Where
 * that is lost as well nothing does: hence the rule that copies of keys are kept for days
 * (scripts/deploy/BACKUP.md). What the list lacks is added to it. Idempotent, and safe beside
 * processes that work.
 */
export const reconcileErased = async (
  ports: ErasePorts,
  casebook: Casebook,
  keys: Pick<KeyStore, 'list' | 'get'>,
): Promise<Reconciled> => {
  const { store } = ports
  const listed = await eraseListed(ports, casebook, keys)
  const gone = new Set<CaseId>()
  for await (const { caseId, wrapped } of keys.list()) if (wrapped === 'destroyed') gone.add(caseId)

  const destroyed: CaseId[] = []
  for (let cursor: string | undefined; ;) {
    const page = await store.views.list(
      { status: ['erased'] },
      { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
    )
    const erased: Erasure[] = []
    for (const { caseId } of page.rows)
      erased.push(...erasureOf(ports, caseId, await store.ledger.read(caseId)))
    await ports.erasures?.note(erased)
    for (const { caseId } of page.rows) {
      if (gone.delete(caseId) || !erased.some((one) => one.caseId === caseId)) continue
      await destroyAgain(ports, casebook, caseId)
      destroyed.push(caseId)
    }
    if (page.cursor === undefined) break
    cursor = page.cursor
  }

  const buried: CaseId[] = [...listed]
  for (const caseId of gone) {
    const row = await store.views.byId(caseId)
    // Of a case that this store never had, or had later than the copy: nothing to bury.
    if (row === undefined || row.status === 'erased') continue
    await buryKeyless(ports, casebook, caseId, BY, REASON)
    buried.push(caseId)
  }
  return { destroyed, buried, listed: listed.length }
}

/** Of a case that this store never had only the key goes, where an older copy of the key store brought it. */
const eraseListed = async (
  ports: ErasePorts,
  casebook: Casebook,
  keys: Pick<KeyStore, 'get'>,
): Promise<readonly CaseId[]> => {
  const buried: CaseId[] = []
  for (const { caseId } of (await ports.erasures?.read()) ?? []) {
    const row = await ports.store.views.byId(caseId)
    if (row?.status === 'erased') continue
    if (row !== undefined) {
      await buryKeyless(ports, casebook, caseId, BY, LISTED)
      buried.push(caseId)
      continue
    }
    const key = await keys.get(caseId)
    if (key !== undefined && key !== 'destroyed') await ports.sealer.destroy(caseId)
  }
  return buried
}
