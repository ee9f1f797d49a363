import type { DatabaseSync } from 'node:sqlite'
import type { CaseId } from '../../core/base/ids.ts'
import type { Feed, FeedItem } from '../../core/ports/store/feed.ts'
import type { Instant } from '../../core/base/units.ts'
import type { Writer } from './writer.ts'

/**
 * How often other processes' commits are looked for, while somebody listens: half of what the port
 * allows.
 */
const POLL_MS = 250

export type FeedTable = {
  /** Inside a change. */
  readonly add: (item: Omit<FeedItem, 'position'>) => void
}

type Stored = { position: number; at: Instant; kinds: string; caseId: CaseId; seq: number }

export const makeFeedTable = (db: DatabaseSync): FeedTable => {
  const insert = db.prepare('INSERT INTO feed (at, kinds, case_id, seq) VALUES (?, ?, ?, ?)')
  return { add: ({ at, kinds, caseId, seq }) => void insert.run(at, JSON.stringify(kinds), caseId, seq) }
}

/** `committed` is to be called after each transaction of this connection; `close` ends the looking. */
export const makeFeed = (
  db: DatabaseSync,
  { write, read }: Pick<Writer, 'write' | 'read'>,
): { readonly port: Feed; readonly committed: () => void; readonly close: () => void } => {
  const items = db.prepare(
    'SELECT position, at, kinds, case_id AS caseId, seq FROM feed WHERE position > ? ORDER BY position LIMIT ?',
  )
  const head = db.prepare("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'feed'), 0) AS head")
  const oldest = db.prepare('SELECT min(position) AS position FROM feed')
  // The old ones at the beginning only: what is kept has no holes, so that `floor` tells the truth
  // where the clock stepped back.
  const prune = db.prepare(
    'DELETE FROM feed WHERE position < coalesce((SELECT min(position) FROM feed WHERE at >= ?), 9e18)',
  )
  // Changes when another connection commits, and not when this one does.
  const dataVersion = db.prepare('PRAGMA data_version')

  const listeners = new Set<() => void>()
  let polling: NodeJS.Timeout | undefined
  let seen = 0
  let version: unknown

  const readHead = (): number => Number(head.get()?.['head'])

  const committed = (): void => {
    if (listeners.size === 0) return
    const now = readHead()
    if (now <= seen) return
    seen = now
    for (const wake of listeners) queueMicrotask(wake)
  }

  const poll = (): void => {
    try {
      const current = dataVersion.get()?.['data_version']
      if (current === version) return
      version = current
      committed()
    } catch {
      // Busy or broken: what the store is for will say so; here the next look does.
    }
  }

  const stop = (): void => {
    clearInterval(polling)
    polling = undefined
  }

  const port: Feed = {
    read: (after, limit) =>
      read(() =>
        (items.all(after, limit) as Stored[]).map((item) => ({
          ...item,
          kinds: JSON.parse(item.kinds) as string[],
        })),
      ),
    head: () => read(readHead),
    floor: () =>
      read(() => {
        const { position } = oldest.get() as { position: number | null }
        return position === null ? readHead() : position - 1
      }),
    subscribe: (wake) => {
      const listener = (): void => wake()
      if (listeners.size === 0) {
        seen = readHead()
        version = dataVersion.get()?.['data_version']
        polling = setInterval(poll, POLL_MS).unref()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    prune: (before) => write(() => void prune.run(before)),
  }
  return { port, committed, close: stop }
}
