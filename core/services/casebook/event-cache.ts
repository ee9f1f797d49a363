import type { CaseEvent } from '../../model/events.ts'
import type { CaseId } from '../../base/ids.ts'
import type { Entry } from '../../ports/store/ledger.ts'

/** A case's entries in order, with what is sealed in each. */
export type Opened = {
  readonly entries: readonly Entry[]
  readonly events: readonly (readonly CaseEvent[])[]
}

/**
 * Entries that stay opened, of all cases together: about 2 KB each. The case that was asked for
 * last stays, however long it is.
 */
const KEPT_ENTRIES = 10_000

export type Recall = {
  /**
   * The whole case; of what was opened lately only what came since is read. `read` throws
   * `key_destroyed`, and then nothing of it is kept.
   */
  readonly recall: (caseId: CaseId) => Promise<Opened>
  readonly forget: (caseId: CaseId) => void
}

/**
 * A console asks for several things of a case at once, and for all of them again with each message:
 * a long conversation is not opened anew each time. For showing only; what proves or hands on reads
 * the ledger.
 */
export const makeRecall = (read: (caseId: CaseId, afterSeq: number) => Promise<Opened>): Recall => {
  const kept = new Map<CaseId, Opened>()
  let count = 0
  /**
   * Rises when something is forgotten: what was being read then is not kept, for it may be of a
   * case that is no more.
   */
  let era = 0

  const drop = (caseId: CaseId): void => {
    count -= kept.get(caseId)?.entries.length ?? 0
    kept.delete(caseId)
  }

  const keep = (caseId: CaseId, opened: Opened): void => {
    drop(caseId)
    kept.set(caseId, opened)
    count += opened.entries.length
    for (const oldest of kept.keys()) {
      if (count <= KEPT_ENTRIES || oldest === caseId) return
      drop(oldest)
    }
  }

  const catchUp = async (caseId: CaseId, known: Opened | undefined): Promise<Opened> => {
    const last = known?.entries.at(-1)
    if (known === undefined || last === undefined) return read(caseId, 0)
    const fresh = await read(caseId, last.seq)
    const [next] = fresh.entries
    if (next === undefined) return known
    if (next.prev !== last.hash) return read(caseId, 0)
    return { entries: [...known.entries, ...fresh.entries], events: [...known.events, ...fresh.events] }
  }

  return {
    recall: async (caseId) => {
      const began = era
      try {
        const opened = await catchUp(caseId, kept.get(caseId))
        if (began === era) keep(caseId, opened)
        return opened
      } catch (error) {
        drop(caseId)
        throw error
      }
    },
    forget: (caseId) => {
      era += 1
      drop(caseId)
    },
  }
}
