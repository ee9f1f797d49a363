import type { DatabaseSync } from 'node:sqlite'
import { jobId, outboxId, type CaseId } from '../../core/base/ids.ts'
import type { CaseRow, Views } from '../../core/ports/store/views.ts'
import type { JobRow } from '../../core/ports/store/jobs.ts'
import type { Entry } from '../../core/ports/store/ledger.ts'
import type { InboxRow } from '../../core/ports/store/inbox.ts'
import {
  movedKey,
  type Delivery,
  type Head,
  type Moved,
  type MovedKind,
  type OpenRow,
  type Transfer,
} from '../../core/ports/store/transfer.ts'
import type { CustodyTable } from './custody.ts'
import type { NetworkTable } from './networks.ts'
import type { SettingTable } from './settings.ts'
import type { SearchTable } from './search.ts'
import { END_NO, FIRST_NO, rowN } from './place.ts'
import { makeRowWriters } from './transfer-rows.ts'
import type { Writer } from './writer.ts'

/** Records of one look: between two of them other changes go. */
const PAGE = 500
const OPEN = "status IN ('queued', 'sending')"

type StoredEntry = {
  seq: number
  header: string | null
  sealed: Uint8Array | null
  prev: Entry['prev'] | null
  hash: Entry['hash'] | null
}
type StoredRow = Omit<OpenRow, 'id' | 'n' | 'repeatable'> & { no: number; repeatable: number }
type StoredDelivery = Omit<Delivery, 'id' | 'n' | 'receipt'> & { no: number; receipt: Uint8Array | null }
type StoredJob = Omit<JobRow, 'id'> & { no: number; seq: number }

const FIRST_DELIVERY = { caseId: '' as CaseId, seq: 0, n: 0 }

const same = (a: Entry, b: Entry): boolean =>
  a.header === b.header && a.prev === b.prev && a.hash === b.hash && Buffer.compare(a.sealed, b.sealed) === 0

const toOpenRow = ({ no, repeatable, ...row }: StoredRow): OpenRow => {
  const n = rowN(no)
  return { id: outboxId(row.caseId, row.seq, n), n, ...row, repeatable: repeatable === 1 }
}

const toDelivery = ({ no, receipt, ...row }: StoredDelivery): Delivery => {
  const n = rowN(no)
  return { id: outboxId(row.caseId, row.seq, n), n, ...row, ...(receipt === null ? {} : { receipt }) }
}

/**
 * Numbers of entries are given in the order of writing, and the numbers of their rows follow from
 * them: so among the open rows of a chat those of an entry that was written earlier come first.
 * `views` reads and puts rows of the queue, and of the custody log.
 */
export const makeTransfer = (
  db: DatabaseSync,
  { write, read }: Pick<Writer, 'write' | 'read'>,
  views: {
    readonly byId: Views['byId']
    readonly put: (row: CaseRow) => void
    readonly search: SearchTable
    readonly networks: NetworkTable
    readonly settings: SettingTable
    readonly custody: CustodyTable
  },
): Transfer => {
  const heads = db.prepare(`
    SELECT case_id AS caseId, max(seq) AS seq, count(*) AS entries FROM chain WHERE case_id > ? GROUP BY case_id ORDER BY case_id LIMIT ?`)
  const seqs = db.prepare('SELECT seq FROM chain WHERE case_id = ? ORDER BY seq')
  const entries = db.prepare(`
    SELECT seq, header, sealed, prev, hash FROM chain LEFT JOIN entry ON entry.no = entry_no
    WHERE case_id = ? AND seq > ? AND seq <= ? ORDER BY seq`)
  const insertEntry = db.prepare('INSERT INTO entry (header, sealed, prev, hash) VALUES (?, ?, ?, ?)')
  const insertChain = db.prepare('INSERT INTO chain (case_id, seq, entry_no) VALUES (?, ?, ?)')
  const rows = makeRowWriters(db, views)

  /** Pages of a statement that takes where to go on from, and how many. */
  const paged = async function* <T extends object>(
    sql: string,
    first: string | number,
    next: (row: T) => string | number,
  ): AsyncIterable<T> {
    const statement = db.prepare(sql)
    for (let after = first; ;) {
      const from = after
      // Copies: what the driver gives has no prototype, and is not the same as what another engine gives.
      const page = await read(() => (statement.all(from, PAGE) as T[]).map((row) => ({ ...row })))
      yield* page
      const last = page.at(-1)
      if (last === undefined) return
      after = next(last)
    }
  }

  const deliveries = async function* (): AsyncIterable<Delivery> {
    const statement = db.prepare(`
      SELECT no, chain.case_id AS caseId, chain.seq, speaker, status, attempts, receipt
      FROM chain CROSS JOIN outbox ON outbox.no >= ${FIRST_NO} AND outbox.no < ${END_NO}
      WHERE (chain.case_id, chain.seq) >= (?1, ?2) AND NOT (chain.case_id = ?1 AND chain.seq = ?2 AND outbox.no < ${FIRST_NO} + ?3) AND NOT ${OPEN}
      ORDER BY chain.case_id, chain.seq, no LIMIT ?4`)
    for (let { caseId, seq, n } = FIRST_DELIVERY; ;) {
      const from = [caseId, seq, n] as const
      const page = await read(() => (statement.all(...from, PAGE) as StoredDelivery[]).map(toDelivery))
      yield* page
      const last = page.at(-1)
      if (last === undefined) return
      caseId = last.caseId
      seq = last.seq
      n = last.n + 1
    }
  }

  const queue = async function* (): AsyncIterable<CaseRow> {
    const ids = paged<{ caseId: CaseId }>(
      'SELECT case_id AS caseId FROM case_row WHERE case_id > ? ORDER BY case_id LIMIT ?',
      '',
      ({ caseId }) => caseId,
    )
    for await (const { caseId } of ids) {
      const row = await views.byId(caseId)
      if (row !== undefined) yield row
    }
  }

  const jobs = async function* (): AsyncIterable<JobRow> {
    const all: JobRow[] = []
    const stored = paged<StoredJob>(
      'SELECT no, case_id AS caseId, seq, kind, due_at AS dueAt, attempts, sealed FROM job WHERE no > ? ORDER BY no LIMIT ?',
      -1,
      ({ no }) => no,
    )
    for await (const { no, seq, ...job } of stored) all.push({ id: jobId(job.caseId, seq, rowN(no)), ...job })
    const keyed = all.map((job) => ({ job, key: movedKey('job', job) }))
    for (const { job } of keyed.sort((a, b) => (a.key < b.key ? -1 : 1))) yield job
  }

  const causes = async function* (): AsyncIterable<string> {
    const stored = paged<{ cause: string }>(
      'SELECT cause FROM cause WHERE cause > ? ORDER BY cause LIMIT ?',
      '',
      ({ cause }) => cause,
    )
    for await (const { cause } of stored) yield cause
  }

  const waiting = async function* (): AsyncIterable<InboxRow> {
    const stored = paged<InboxRow & { no: number }>(
      `SELECT no, id, chat_key AS chatKey, received_at AS receivedAt, attempts, sealed FROM inbox INDEXED BY inbox_waiting
        WHERE waiting = 1 AND no > ? ORDER BY no LIMIT ?`,
      -1,
      ({ no }) => no,
    )
    for await (const { no: _no, ...row } of stored) yield row
  }

  const openRows = async function* (): AsyncIterable<OpenRow> {
    const stored = paged<StoredRow>(
      `SELECT no, case_id AS caseId, seq, chat_key AS chatKey, channel, account, speaker, repeatable, due_at AS dueAt, status, attempts, sealed
        FROM outbox INDEXED BY outbox_open WHERE ${OPEN} AND no > ? ORDER BY no LIMIT ?`,
      -1,
      ({ no }) => no,
    )
    for await (const row of stored) yield toOpenRow(row)
  }

  const readers: { readonly [K in MovedKind]: () => AsyncIterable<Moved[K]> } = {
    cause: causes,
    handled: () =>
      paged(
        'SELECT id, received_at AS receivedAt FROM inbox WHERE id > ? AND waiting = 0 ORDER BY id LIMIT ?',
        '',
        ({ id }: Moved['handled']) => id,
      ),
    delivery: deliveries,
    chat: () =>
      paged(
        'SELECT chat_key AS chatKey, case_id AS caseId FROM chat WHERE chat_key > ? ORDER BY chat_key LIMIT ?',
        '',
        ({ chatKey }: Moved['chat']) => chatKey,
      ),
    view: queue,
    network: async function* () {
      yield* await views.networks.port.list()
    },
    words: views.search.all,
    lease: () =>
      paged(
        'SELECT name, owner, until FROM lease WHERE name > ? ORDER BY name LIMIT ?',
        '',
        ({ name }: Moved['lease']) => name,
      ),
    setting: async function* () {
      yield* await views.settings.port.list()
    },
    leaf: () => views.custody.port.leaves(0, Number.MAX_SAFE_INTEGER),
    checkpoint: () => views.custody.port.checkpoints(),
    waiting,
    outbox: openRows,
    job: jobs,
  }

  const ofSpan = (caseId: CaseId, after: number, to: number): readonly Entry[] =>
    (entries.all(caseId, after, to) as StoredEntry[]).map(({ seq, header, sealed, prev, hash }) => ({
      caseId,
      seq,
      header: header ?? '',
      sealed: sealed ?? new Uint8Array(),
      prev: prev ?? ('' as Entry['prev']),
      hash: hash ?? ('' as Entry['hash']),
    }))

  /** Nothing where it is there now. */
  const keep = (entry: Entry): Entry | undefined => {
    const [there] = ofSpan(entry.caseId, entry.seq - 1, entry.seq)
    if (there !== undefined) return same(there, entry) ? undefined : entry
    const no = insertEntry.run(entry.header, entry.sealed, entry.prev, entry.hash).lastInsertRowid
    insertChain.run(entry.caseId, entry.seq, no)
    return undefined
  }

  const reach = (head: Head): Head => {
    if (head.entries === head.seq) return head
    const all = seqs.all(head.caseId) as { seq: number }[]
    const gap = all.findIndex(({ seq }, i) => seq !== i + 1)
    return { ...head, seq: gap === -1 ? all.length : gap }
  }

  return {
    heads: async function* () {
      for (let after = '' as CaseId; ;) {
        const from = after
        const page = await read(() => (heads.all(from, PAGE) as Head[]).map(reach))
        yield* page
        const last = page.at(-1)
        if (last === undefined) return
        after = last.caseId
      }
    },
    readEntries: async function* (spans) {
      for (const { caseId, after, to } of spans) yield* await read(() => ofSpan(caseId, after, to))
    },
    writeEntries: (list) => write(() => list.flatMap((entry) => keep(entry) ?? [])),
    read: (kind) => readers[kind](),
    write: (kind, records) => write(() => rows.write(kind, records)),
    remove: (kind, keys) => write(() => rows.remove(kind, keys)),
    clear: (kind) => write(() => rows.clear(kind)),
    claimed: (now) => read(() => rows.claimed(now)),
    restartFeed: (above) => write(() => rows.restartFeed(above)),
  }
}
