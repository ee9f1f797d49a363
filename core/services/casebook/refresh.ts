import { isNetworkId, type CaseId } from '../../base/ids.ts'
import { isFailure } from '../../base/failure.ts'
import { scriptTokensIn } from '../../model/scripts.ts'
import { tokensOf } from '../../model/search-words.ts'
import { isErased, type Casebook } from './casebook.ts'
import type { CasePorts } from './ports.ts'
import { isOfToday, openSummary } from './summary.ts'

type RefreshPorts = Pick<CasePorts, 'store' | 'hasher' | 'sealer'>

/** A row that an earlier version wrote; one that cannot be opened is told by whoever verifies. */
const isOld = async ({ store, sealer }: RefreshPorts, caseId: CaseId): Promise<boolean> => {
  const row = await store.views.byId(caseId)
  if (row === undefined || row.status === 'erased') return false
  try {
    return !isOfToday(openSummary(row, await sealer.forCase(caseId)))
  } catch (error) {
    if (isErased(error) || isFailure(error, 'seal_broken') || isFailure(error, 'keys_missing')) return false
    throw error
  }
}

/**
 * What an earlier version wrote of cases is made again from their ledgers, row by row, while everything
 * else goes on: the queue is never empty meanwhile, and what changes at the same time wins (`put` never
 * replaces a newer row). A row of this version is not touched, so that a fault in it is still found.
 * Returns how many were made again. `stopped`: asked before each.
 */
export const refreshViews = async (
  ports: RefreshPorts,
  casebook: Pick<Casebook, 'load' | 'read' | 'viewRow' | 'forget'>,
  stopped: () => boolean = () => false,
): Promise<number> => {
  let made = 0
  const makeAgain = async (caseId: CaseId): Promise<void> => {
    try {
      await ports.store.views.put(await casebook.viewRow(await casebook.load(caseId)))
      const events = (await casebook.read(caseId)).events.flat()
      await ports.store.search.put(caseId, [
        ...tokensOf(ports.hasher, events),
        ...scriptTokensIn(ports.hasher, events),
      ])
      made += 1
    } catch (error) {
      if (!isErased(error) && !isFailure(error, 'seal_broken')) throw error
    } finally {
      casebook.forget(caseId)
    }
  }
  for await (const caseId of ports.store.ledger.cases()) {
    if (stopped()) return made
    if (!isNetworkId(caseId) && (await isOld(ports, caseId))) await makeAgain(caseId)
  }
  return made
}
