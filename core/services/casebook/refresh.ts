import { isNetworkId, type CaseId } from '../../base/ids.ts'
import { isFailure } from '../../base/failure.ts'
import type { CaseEvent } from '../../model/events.ts'
import { scriptTokensIn } from '../../model/scripts.ts'
import { tokensOf } from '../../model/search-words.ts'
import { isErased, type Casebook } from './casebook.ts'
import type { CasePorts } from './ports.ts'
import { isOfBefore, openSummary } from './summary.ts'

type RefreshPorts = Pick<CasePorts, 'store' | 'hasher' | 'sealer'>

/** One such case must not keep those after it from their turn; whoever verifies tells of it. */
const isUnreadable = (error: unknown): boolean =>
  isErased(error) ||
  (['seal_broken', 'store_broken', 'keys_missing'] as const).some((kind) => isFailure(error, kind))

/** Puts what a case is found by, unless it was erased while its words were read: then nothing of it stays. */
export const putWords = async (
  { store, hasher }: Pick<CasePorts, 'store' | 'hasher'>,
  caseId: CaseId,
  events: readonly CaseEvent[],
): Promise<void> => {
  await store.search.put(caseId, [...tokensOf(hasher, events), ...scriptTokensIn(hasher, events)])
  if ((await store.views.byId(caseId))?.status === 'erased') await store.search.remove(caseId)
}

/** A row that an earlier version wrote; one that cannot be opened is told by whoever verifies. */
const isOld = async ({ store, sealer }: RefreshPorts, caseId: CaseId): Promise<boolean> => {
  const row = await store.views.byId(caseId)
  if (row === undefined || row.status === 'erased') return false
  try {
    return isOfBefore(openSummary(row, await sealer.forCase(caseId)))
  } catch (error) {
    if (isUnreadable(error)) return false
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
      await putWords(ports, caseId, (await casebook.read(caseId)).events.flat())
      made += 1
    } catch (error) {
      if (!isUnreadable(error)) throw error
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
