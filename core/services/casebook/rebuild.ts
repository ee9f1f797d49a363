import { isNetworkId } from '../../base/ids.ts'
import { isErased, type Casebook } from './casebook.ts'
import type { CasePorts } from './ports.ts'
import { putWords } from './refresh.ts'

/**
 * Drops the queue, and what cases are found by, and makes them again from the ledgers (law 2). Rows
 * of erased cases are kept: their words are gone, nothing else knows their code. Networks are made again by
 * core/services/networks/book.
 */
export const rebuildViews = async (
  ports: Pick<CasePorts, 'store' | 'hasher'>,
  casebook: Casebook,
  progress: (done: number) => void,
): Promise<number> => {
  let done = 0
  const tombstones = new Map<string, NonNullable<Awaited<ReturnType<typeof ports.store.views.byId>>>>()
  for await (const caseId of ports.store.ledger.cases()) {
    const row = await ports.store.views.byId(caseId)
    if (row?.status === 'erased') tombstones.set(caseId, row)
  }
  await ports.store.views.clear()
  await ports.store.search.clear()
  for await (const caseId of ports.store.ledger.cases()) {
    if (isNetworkId(caseId)) continue
    const tombstone = tombstones.get(caseId)
    if (tombstone !== undefined) await ports.store.views.put(tombstone)
    else {
      try {
        casebook.forget(caseId)
        await ports.store.views.put(await casebook.viewRow(await casebook.load(caseId)))
        await putWords(ports, caseId, (await casebook.read(caseId)).events.flat())
      } catch (error) {
        if (!isErased(error)) throw error
      }
    }
    done += 1
    progress(done)
  }
  return done
}
