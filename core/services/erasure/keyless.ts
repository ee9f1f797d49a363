import type { CaseId } from '../../base/ids.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { KeyStore } from '../../ports/sealer.ts'
import type { Store } from '../../ports/store/store.ts'
import { readHeader } from '../../model/entry.ts'

/**
 * `cases`: those that are not erased and whose key is not in the key store. `of`: all that are not
 * erased, as far as that had to be looked at.
 */
export type Keyless = { readonly cases: readonly CaseId[]; readonly of: number }

/**
 * Which cases can never be opened as things stand. A destroyed key is none that is missing: that is
 * an erasure, and for core/services/erasure/reconcile. Cases are listed before keys, for a new case
 * has its key before its first entry. Reads a ledger only of a case without a key.
 */
export const findKeyless = async (
  { store, hasher }: { readonly store: Pick<Store, 'ledger'>; readonly hasher: Hasher },
  keys: Pick<KeyStore, 'list'>,
): Promise<Keyless> => {
  const cases = new Set<CaseId>()
  for await (const caseId of store.ledger.cases()) cases.add(caseId)
  let live = 0
  for await (const { caseId, wrapped } of keys.list())
    if (cases.delete(caseId) && wrapped !== 'destroyed') live += 1
  const keyless: CaseId[] = []
  for (const caseId of cases) {
    const last = (await store.ledger.read(caseId)).at(-1)
    const erased =
      last !== undefined && readHeader(hasher, last.header)?.kinds.includes('case_erased') === true
    if (!erased) keyless.push(caseId)
  }
  return { cases: keyless.sort(), of: live + keyless.length }
}

/** One line for an operator. */
export const describeKeyless = ({ cases, of }: Keyless): string =>
  `${cases.length} of ${of} cases have no key in the key store, and cannot be opened`
