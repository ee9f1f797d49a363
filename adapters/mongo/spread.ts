import type { Commit } from '../../core/ports/store/ledger.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { FeedTable } from './feed.ts'
import type { InboxTable } from './inbox.ts'
import type { JobTable } from './jobs.ts'
import type { Stamp } from './order.ts'
import type { OutboxTable } from './outbox.ts'
import type { NetworkTable } from './networks.ts'
import { entryKey } from './place.ts'
import type { SearchTable } from './search.ts'
import type { Effects } from './shapes.ts'
import type { ViewTable } from './views.ts'

export type Parts = {
  readonly inbox: InboxTable
  readonly outbox: OutboxTable
  readonly jobs: JobTable
  readonly views: ViewTable
  readonly search: SearchTable
  readonly networks: NetworkTable
  readonly feed: FeedTable
}

/**
 * Carries out what entries cause. Doing it again, by whatever process and however late, changes
 * nothing: see shapes.ts.
 */
export type Spread = (batch: string, effects: readonly Effects[]) => Promise<void>

export const effectsOf = ({ entry, cause: _cause, ...commit }: Commit, stamp: Stamp): Effects => ({
  ...commit,
  entryId: entryKey(entry.caseId, entry.seq),
  caseId: entry.caseId,
  seq: entry.seq,
  stamp: stamp.next(),
})

/** What is marked handled, whatever else becomes of a commit. */
export const handle = async (
  { inbox, jobs }: Parts,
  handled: readonly Pick<Commit, 'handles'>[],
): Promise<void> => {
  await Promise.all([
    inbox.handle(handled.flatMap(({ handles }) => handles?.inbound ?? [])),
    jobs.finish(handled.flatMap(({ handles }) => handles?.job ?? [])),
  ])
}

export const makeSpread = (parts: Parts): Spread => {
  const { outbox, jobs, views, search, networks, feed } = parts

  const silence = async (effects: readonly Effects[]): Promise<void> => {
    const quiet = effects.filter((each) => each.silence === true)
    await Promise.all(
      quiet.map(({ caseId, seq, at }: { caseId: CaseId; seq: number; at: Effects['at'] }) =>
        outbox.silence(caseId, seq, at),
      ),
    )
  }

  return async (batch, effects) => {
    if (effects.length === 0) return
    await Promise.all([
      silence(effects),
      outbox.add(effects.flatMap((each) => each.outbox)),
      jobs.add(effects.flatMap((each) => each.jobs)),
      views.keep(effects.flatMap(({ view, stamp }) => (view === undefined ? [] : [{ row: view, stamp }]))),
      handle(parts, effects),
      ...effects.map(({ caseId, kinds, words = [] }) =>
        kinds.includes('case_erased') ? search.remove(caseId) : search.add(caseId, words),
      ),
    ])
    // After the rows of the cases: a case that is erased by then is in no network.
    await networks.keep(effects.flatMap(({ network }) => network ?? []))
    for (const { caseId, kinds } of effects) if (kinds.includes('case_erased')) await networks.leave(caseId)
    const items = effects.flatMap(({ view, at, kinds, caseId, seq }) =>
      view === undefined ? [] : [{ at, kinds, caseId, seq }],
    )
    if (items.length === 0) return
    // Last: who is woken by it must see the rest.
    await feed.tell({ key: batch, items })
  }
}
