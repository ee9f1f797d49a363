import type { DatabaseSync } from 'node:sqlite'
import type { CaseId } from '../../core/base/ids.ts'
import type { Commit, Entry, Ledger } from '../../core/ports/store/ledger.ts'
import type { FeedTable } from './feed.ts'
import type { InboxTable } from './inbox.ts'
import type { JobTable } from './jobs.ts'
import type { NetworkTable } from './networks.ts'
import type { OutboxTable } from './outbox.ts'
import type { SearchTable } from './search.ts'
import type { ViewTable } from './views.ts'
import type { Writer } from './writer.ts'

/** Cases of one look of `cases`. */
const CASES_PAGE = 500

type Tables = {
  readonly inbox: InboxTable
  readonly outbox: OutboxTable
  readonly jobs: JobTable
  readonly views: ViewTable
  readonly search: SearchTable
  readonly networks: NetworkTable
  readonly feed: FeedTable
}

type Body = {
  seq: number
  header: string | null
  sealed: Uint8Array | null
  prev: Entry['prev'] | null
  hash: Entry['hash'] | null
}

/** Kind of an entry after which nothing that was emptied may linger in the write-ahead log. */
const ERASED = 'case_erased'

/** `scrub` is called inside a change that erases a case. */
export const makeLedger = (
  db: DatabaseSync,
  { write, read }: Writer,
  tables: Tables,
  scrub: () => void,
): Ledger => {
  const newest = db.prepare('SELECT seq FROM chain WHERE case_id = ? ORDER BY seq DESC LIMIT 1')
  const known = db.prepare('SELECT 1 FROM cause WHERE cause = ?')
  const insertCause = db.prepare('INSERT INTO cause (cause) VALUES (?) ON CONFLICT DO NOTHING')
  const insertEntry = db.prepare('INSERT INTO entry (header, sealed, prev, hash) VALUES (?, ?, ?, ?)')
  const insertChain = db.prepare('INSERT INTO chain (case_id, seq, entry_no) VALUES (?, ?, ?)')
  // LEFT: a body that is gone must be seen as a fault of the chain, not shorten it.
  const entries = db.prepare(`
    SELECT seq, header, sealed, prev, hash FROM chain LEFT JOIN entry ON entry.no = entry_no
    WHERE case_id = ? AND seq > ? ORDER BY seq`)
  // The cursor is the id's bytes: an id that was changed into no text at all must not make the walk
  // stand still.
  const cases = db.prepare(
    'SELECT DISTINCT case_id AS caseId, CAST(case_id AS BLOB) AS bytes FROM chain WHERE case_id > CAST(? AS TEXT) ORDER BY case_id LIMIT ?',
  )

  const handle = ({ handles }: Commit): void => {
    if (handles?.inbound !== undefined) tables.inbox.handle(handles.inbound)
    if (handles?.job !== undefined) tables.jobs.remove(handles.job)
  }

  const append = ({ caseId, seq, header, sealed, prev, hash }: Entry): number => {
    const no = Number(insertEntry.run(header, sealed, prev, hash).lastInsertRowid)
    insertChain.run(caseId, seq, no)
    return no
  }

  const commitOne = (commit: Commit): 'done' | 'conflict' | 'repeated' => {
    const { entry, cause } = commit
    const stands = (newest.get(entry.caseId)?.['seq'] ?? 0) === entry.seq - 1
    if (
      cause !== undefined &&
      (stands ? insertCause.run(cause).changes === 0 : known.get(cause) !== undefined)
    ) {
      handle(commit)
      return 'repeated'
    }
    if (!stands) return 'conflict'
    const no = append(entry)
    if (commit.silence === true) tables.outbox.silence(entry.caseId)
    for (const row of commit.outbox) tables.outbox.add(no, row)
    for (const job of commit.jobs) tables.jobs.add(no, entry.seq, job)
    if (commit.view === undefined) tables.networks.put(commit.network)
    else {
      tables.views.put(commit.view)
      tables.feed.add({ at: commit.at, kinds: commit.kinds, caseId: entry.caseId, seq: entry.seq })
    }
    tables.search.put(entry.caseId, commit.words ?? [])
    handle(commit)
    if (commit.kinds.includes(ERASED)) {
      tables.search.remove(entry.caseId)
      tables.networks.leave(entry.caseId)
      scrub()
    }
    return 'done'
  }

  return {
    commit: (commit) => write(() => commitOne(commit)),
    read: (caseId, afterSeq = 0) =>
      read(() =>
        (entries.all(caseId, afterSeq) as Body[]).map(({ seq, header, sealed, prev, hash }) => ({
          caseId,
          seq,
          header: header ?? '',
          sealed: sealed ?? new Uint8Array(),
          prev: prev ?? ('' as Entry['prev']),
          hash: hash ?? ('' as Entry['hash']),
        })),
      ),
    cases: async function* () {
      for (let after: Uint8Array = new Uint8Array(); ;) {
        const page = await read(() => cases.all(after, CASES_PAGE) as { caseId: CaseId; bytes: Uint8Array }[])
        for (const { caseId } of page) yield caseId
        const last = page.at(-1)
        if (last === undefined) return
        after = last.bytes
      }
    },
  }
}
