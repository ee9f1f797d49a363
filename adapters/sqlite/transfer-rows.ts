import type { DatabaseSync } from 'node:sqlite'
import type { CaseId, ChatKey, NetworkId } from '../../core/base/ids.ts'
import type { CaseRow } from '../../core/ports/store/views.ts'
import { settledStatus, type DeliveryStatus } from '../../core/ports/store/outbox.ts'
import type {
  Delivery,
  Moved,
  MovedKind,
  OpenRow,
  RemovedKind,
  UnderWayKind,
} from '../../core/ports/store/transfer.ts'
import type { Instant } from '../../core/base/units.ts'
import type { CustodyTable } from './custody.ts'
import { NO_OF, placeOf } from './place.ts'
import type { NetworkTable } from './networks.ts'
import type { SearchTable } from './search.ts'
import type { SettingTable } from './settings.ts'

const OPEN = "status IN ('queued', 'sending')"

/** All of it inside a change. */
export type RowWriters = {
  readonly write: <K extends MovedKind>(kind: K, records: readonly Moved[K][]) => void
  readonly remove: (kind: RemovedKind, keys: readonly string[]) => void
  readonly clear: (kind: UnderWayKind) => void
  readonly claimed: (now: Instant) => boolean
  readonly restartFeed: (above: number) => void
}

type Known = { no: number; status: DeliveryStatus; chatKey: ChatKey }

export const makeRowWriters = (
  db: DatabaseSync,
  {
    put: putView,
    search,
    networks,
    settings,
    custody: { putLeaf, putCheckpoint },
  }: {
    readonly put: (row: CaseRow) => void
    readonly search: Pick<SearchTable, 'put' | 'remove'>
    readonly networks: Pick<NetworkTable, 'put' | 'drop'>
    readonly settings: Pick<SettingTable, 'keep'>
    readonly custody: Pick<CustodyTable, 'putLeaf' | 'putCheckpoint'>
  },
): RowWriters => {
  const cause = db.prepare('INSERT INTO cause (cause) VALUES (?) ON CONFLICT DO NOTHING')
  // No chat: it is not known of those that were handled, and nothing asks for it.
  const handled = db.prepare(`
    INSERT INTO inbox (id, chat_key, received_at, attempts, waiting, head, sealed) VALUES (?, '', ?, 0, 0, 0, x'')
    ON CONFLICT (id) DO UPDATE SET received_at = excluded.received_at, waiting = 0, head = 0, sealed = x'' RETURNING chat_key AS chatKey`)
  const promoteInbox = db.prepare(`
    UPDATE inbox SET head = 1
    WHERE no = (SELECT no FROM inbox WHERE chat_key = ? AND waiting = 1 ORDER BY no LIMIT 1) AND head = 0`)
  const place = db.prepare(`SELECT ${NO_OF} AS no`)
  const known = db.prepare('SELECT no, status, chat_key AS chatKey FROM outbox WHERE no = ?')
  // Of what was said only how it ended is moved.
  const insertEnded = db.prepare(`
    INSERT INTO outbox (no, case_id, seq, chat_key, channel, account, speaker, repeatable, due_at, status, attempts, sealed, receipt)
    VALUES (?, ?, ?, '', '', '', ?, 0, 0, ?, ?, x'', ?)`)
  const end = db.prepare(`
    UPDATE outbox SET status = ?, attempts = ?, receipt = ?, sealed = x'', owner = NULL, ready_at = NULL WHERE no = ?`)
  const promoteOutbox = db.prepare(`
    UPDATE outbox SET ready_at = due_at
    WHERE no = (SELECT no FROM outbox INDEXED BY outbox_open WHERE chat_key = ? AND ${OPEN} ORDER BY no LIMIT 1) AND ready_at IS NULL`)
  const insertOpen = db.prepare(`
    INSERT INTO outbox (no, case_id, seq, chat_key, channel, account, speaker, repeatable, due_at, status, attempts, sealed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  const rest = db.prepare(`UPDATE outbox SET ready_at = NULL WHERE chat_key = ? AND ready_at IS NOT NULL`)
  const chat = db.prepare(
    'INSERT INTO chat (chat_key, case_id) VALUES (?, ?) ON CONFLICT DO UPDATE SET case_id = excluded.case_id',
  )
  const lease = db.prepare(`
    INSERT INTO lease (name, owner, until) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET owner = excluded.owner, until = excluded.until`)
  const waiting = db.prepare(`
    INSERT INTO inbox (id, chat_key, received_at, attempts, waiting, head, sealed)
    VALUES (?1, ?2, ?3, ?4, 1, NOT EXISTS (SELECT 1 FROM inbox WHERE chat_key = ?2 AND waiting = 1), ?5)
    ON CONFLICT (id) DO NOTHING`)
  const job = db.prepare(`
    INSERT OR REPLACE INTO job (no, case_id, seq, kind, due_at, ready_at, attempts, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7)`)
  const drops = {
    handled: [db.prepare('DELETE FROM inbox WHERE id = ? AND waiting = 0')],
    view: [
      db.prepare('DELETE FROM case_row WHERE case_id = ?'),
      db.prepare('DELETE FROM case_mark WHERE case_id = ?'),
    ],
    lease: [db.prepare('DELETE FROM lease WHERE name = ?')],
  } as const
  const clears = {
    waiting: db.prepare('DELETE FROM inbox WHERE waiting = 1'),
    outbox: db.prepare(`DELETE FROM outbox WHERE ${OPEN}`),
    job: db.prepare('DELETE FROM job'),
  } as const
  const claimed = db.prepare(`
    SELECT EXISTS (SELECT 1 FROM chat_claim WHERE until > ?1)
      OR EXISTS (SELECT 1 FROM outbox WHERE ready_at > ?1 AND owner IS NOT NULL)
      OR EXISTS (SELECT 1 FROM job WHERE ready_at > ?1 AND owner IS NOT NULL) AS claimed`)
  const forget = db.prepare('DELETE FROM feed')
  const raise = db.prepare("UPDATE sqlite_sequence SET seq = max(seq, ?) + 1 WHERE name = 'feed'")
  const begin = db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('feed', ? + 1)")

  const noOf = (id: OpenRow['id'] | Moved['job']['id']): number | null =>
    (place.get(...placeOf(id)) as { no: number | null }).no

  const handle = ({ id, receivedAt }: Moved['handled']): void => {
    const { chatKey } = handled.get(id, receivedAt) as { chatKey: ChatKey }
    if (chatKey !== '') promoteInbox.run(chatKey)
  }

  const settle = ({ id, caseId, seq, speaker, status, attempts, receipt }: Delivery): void => {
    const no = noOf(id)
    if (no === null) return
    const there = known.get(no) as Known | undefined
    if (there === undefined)
      return void insertEnded.run(no, caseId, seq, speaker, status, attempts, receipt ?? null)
    if (settledStatus(there.status, status) !== status) return
    end.run(status, attempts, receipt ?? null, no)
    if (there.chatKey !== '') promoteOutbox.run(there.chatKey)
  }

  const open = (list: readonly OpenRow[]): void => {
    for (const row of list) {
      const no = noOf(row.id)
      if (no === null) continue
      const { caseId, seq, chatKey, channel, account, speaker, dueAt, status, attempts, sealed } = row
      insertOpen.run(
        no,
        caseId,
        seq,
        chatKey,
        channel,
        account,
        speaker,
        row.repeatable ? 1 : 0,
        dueAt,
        status,
        attempts,
        sealed,
      )
    }
    // Whatever the order they came in: the first of each chat has the turn.
    for (const chatKey of new Set(list.map((row) => row.chatKey))) {
      rest.run(chatKey)
      promoteOutbox.run(chatKey)
    }
  }

  const addJob = ({ id, caseId, kind, dueAt, attempts, sealed }: Moved['job']): void => {
    const no = noOf(id)
    if (no !== null) job.run(no, caseId, placeOf(id)[1], kind, dueAt, attempts, sealed)
  }

  const writers: { readonly [K in MovedKind]: (records: readonly Moved[K][]) => void } = {
    cause: (list) => list.forEach((one) => cause.run(one)),
    handled: (list) => list.forEach(handle),
    delivery: (list) => list.forEach(settle),
    chat: (list) => list.forEach(({ chatKey, caseId }) => chat.run(chatKey, caseId)),
    view: (list) => list.forEach(putView),
    network: (list) => list.forEach(networks.put),
    words: (list) =>
      list.forEach(({ caseId, tokens }) => {
        search.remove(caseId)
        search.put(caseId, tokens)
      }),
    lease: (list) => list.forEach(({ name, owner, until }) => lease.run(name, owner, until)),
    setting: (list) => list.forEach(settings.keep),
    leaf: (list) => list.forEach(putLeaf),
    checkpoint: (list) => list.forEach(putCheckpoint),
    waiting: (list) =>
      list.forEach((row) => waiting.run(row.id, row.chatKey, row.receivedAt, row.attempts, row.sealed)),
    outbox: open,
    job: (list) => list.forEach(addJob),
  }

  return {
    write: (kind, records) => writers[kind](records),
    remove: (kind, keys) => {
      if (kind === 'words') keys.forEach((key) => search.remove(key as CaseId))
      else if (kind === 'network') keys.forEach((key) => networks.drop(key as NetworkId))
      else for (const key of keys) for (const drop of drops[kind]) drop.run(key)
    },
    clear: (kind) => void clears[kind].run(),
    claimed: (now) => (claimed.get(now) as { claimed: number }).claimed === 1,
    restartFeed: (above) => {
      forget.run()
      if (raise.run(above).changes === 0) begin.run(above)
    },
  }
}
