import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { outboxId, type CaseId, type ChatKey, type OutboxId } from '../../core/base/ids.ts'
import type { ChannelName } from '../../core/base/message.ts'
import {
  settledStatus,
  type DeliveryStatus,
  type NewOutboxRow,
  type Outbox,
  type OutboxRow,
  type Settlement,
  type Speaker,
} from '../../core/ports/store/outbox.ts'
import type { Instant } from '../../core/base/units.ts'
import type { FeedTable } from './feed.ts'
import { END_NO, FIRST_NO, NO_OF, placeOf, rowN, rowNo } from './place.ts'
import type { Writer } from './writer.ts'

export type OutboxTable = {
  readonly port: Outbox
  /** Inside a change: queues a row behind the open rows of its chat. */
  readonly add: (entryNo: number, row: NewOutboxRow) => void
  /** Inside a change: refuses what the bot was about to say in a case. */
  readonly silence: (caseId: CaseId) => void
  /** Inside a change: ends the claims of an owner. */
  readonly forfeit: (owner: string) => void
}

type Claimed = Omit<OutboxRow, 'id' | 'n' | 'repeatable' | 'interrupted'> & { no: number; repeatable: number }
type Ended = { chatKey: ChatKey; speaker: Speaker }
type Shown = {
  no: number
  seq: number
  speaker: Speaker
  status: DeliveryStatus
  attempts: number
  receipt: Uint8Array | null
}

const STATUSES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'refused',
  'unclear',
] as const satisfies readonly DeliveryStatus[]
const OPEN = "status IN ('queued', 'sending')"

/** For SQL: the statuses that a settlement changes. */
const changedBy = (by: Exclude<Settlement['status'], 'again'>): string =>
  STATUSES.filter((from) => settledStatus(from, by) !== from)
    .map((from) => `'${from}'`)
    .join()

export const makeOutbox = (db: DatabaseSync, { write, read }: Writer, feed: FeedTable): OutboxTable => {
  const insert = db.prepare(`
    INSERT INTO outbox (no, case_id, seq, chat_key, channel, account, speaker, repeatable, due_at, status, attempts, sealed, ready_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'queued', 0, ?10,
      iif(EXISTS (SELECT 1 FROM outbox INDEXED BY outbox_open WHERE chat_key = ?4 AND ${OPEN}), NULL, ?9))`)
  const ready = db.prepare(`
    SELECT no, case_id AS caseId, seq, chat_key AS chatKey, channel, account, speaker, repeatable, due_at AS dueAt, status, attempts, sealed
    FROM outbox INDEXED BY outbox_ready
    WHERE channel = ? AND account = ? AND ready_at <= ? ORDER BY ready_at, no LIMIT ?`)
  const claim = db.prepare(
    "UPDATE outbox SET status = 'sending', attempts = attempts + 1, owner = ?, ready_at = ? WHERE no = ?",
  )
  const again = db.prepare(`
    UPDATE outbox SET status = 'queued', owner = NULL, due_at = ?4, ready_at = iif(ready_at IS NULL, NULL, ?4)
    WHERE no = ${NO_OF} AND ${OPEN}`)
  const riseTo = (status: Exclude<Settlement['status'], 'again'>): StatementSync =>
    db.prepare(`
      UPDATE outbox SET status = '${status}', receipt = coalesce(?4, receipt), sealed = x'', owner = NULL, ready_at = NULL
      WHERE no = ${NO_OF} AND status IN (${changedBy(status)}) RETURNING chat_key AS chatKey, speaker`)
  const rise = {
    sent: riseTo('sent'),
    delivered: riseTo('delivered'),
    read: riseTo('read'),
    refused: riseTo('refused'),
    unclear: riseTo('unclear'),
  }
  // To be done after each row that ends: gives the chat's next row its turn, where none has it.
  const promote = db.prepare(`
    UPDATE outbox SET ready_at = due_at
    WHERE no = (SELECT no FROM outbox INDEXED BY outbox_open WHERE chat_key = ? AND ${OPEN} ORDER BY no LIMIT 1) AND ready_at IS NULL`)
  const ofEntries = `FROM chain CROSS JOIN outbox ON outbox.no >= ${FIRST_NO} AND outbox.no < ${END_NO} WHERE chain.case_id = ?`
  const unsaid = db.prepare(`
    SELECT no, outbox.seq ${ofEntries} AND speaker = 'bot' AND status = 'queued' AND attempts = 0 ORDER BY no`)
  const forfeit = db.prepare(
    'UPDATE outbox SET owner = NULL, ready_at = due_at WHERE ready_at IS NOT NULL AND owner = ?',
  )
  const ofCase = db.prepare(
    `SELECT no, outbox.seq, speaker, status, attempts, receipt ${ofEntries} ORDER BY no`,
  )
  const nextDue = db.prepare(
    'SELECT min(ready_at) AS due FROM outbox INDEXED BY outbox_ready WHERE channel = ? AND account = ? AND ready_at IS NOT NULL',
  )
  const depth = db.prepare(
    `SELECT count(*) AS waiting, min(due_at) AS oldest FROM outbox INDEXED BY outbox_open WHERE ${OPEN}`,
  )

  /** What ended, or nothing where the settlement changed nothing. */
  const end = (
    [caseId, seq, n]: ReturnType<typeof placeOf>,
    status: keyof typeof rise,
    receipt: Uint8Array | undefined,
  ): Ended | undefined => {
    const ended = rise[status].get(caseId, seq, n, receipt ?? null) as Ended | undefined
    if (ended !== undefined) promote.run(ended.chatKey)
    return ended
  }

  const settle = (settlement: { readonly id: OutboxId } & Settlement, at: Instant): void => {
    const place = placeOf(settlement.id)
    const [caseId, seq, n] = place
    if (settlement.status === 'again') return void again.run(caseId, seq, n, settlement.dueAt)
    const { status } = settlement
    const ended = end(place, status, 'receipt' in settlement ? settlement.receipt : undefined)
    const shown =
      ended !== undefined && (ended.speaker === 'agent' || status === 'refused' || status === 'unclear')
    if (shown) feed.add({ at, kinds: ['delivery'], caseId, seq })
  }

  const port: Outbox = {
    claim: ({ owner, now, until }, { channel, account, limit }) =>
      write(() =>
        (ready.all(channel, account, now, limit) as Claimed[]).map(({ no, repeatable, ...row }) => {
          claim.run(owner, until, no)
          const n = rowN(no)
          return {
            ...row,
            n,
            id: outboxId(row.caseId, row.seq, n),
            repeatable: repeatable === 1,
            status: 'sending' as const,
            attempts: row.attempts + 1,
            interrupted: row.status === 'sending',
          }
        }),
      ),
    settle: (settlements, at) =>
      write(() => {
        for (const settlement of settlements) settle(settlement, at)
      }),
    ofCase: (caseId) =>
      read(() =>
        (ofCase.all(caseId) as Shown[]).map(({ no, receipt, ...row }) => ({
          id: outboxId(caseId, row.seq, rowN(no)),
          n: rowN(no),
          ...row,
          ...(receipt === null ? {} : { receipt }),
        })),
      ),
    nextDue: ({ channel, account }: { channel: ChannelName; account: string }) =>
      read(() => (nextDue.get(channel, account) as { due: Instant | null }).due ?? undefined),
    depth: () =>
      read(() => {
        const { waiting, oldest } = depth.get() as { waiting: number; oldest: Instant | null }
        return oldest === null ? { waiting } : { waiting, oldest }
      }),
  }
  return {
    port,
    add: (entryNo, row) =>
      void insert.run(
        rowNo(entryNo, row.n),
        row.caseId,
        row.seq,
        row.chatKey,
        row.channel,
        row.account,
        row.speaker,
        row.repeatable ? 1 : 0,
        row.dueAt,
        row.sealed,
      ),
    silence: (caseId) => {
      for (const { no, seq } of unsaid.all(caseId) as { no: number; seq: number }[])
        end([caseId, seq, rowN(no)], 'refused', undefined)
    },
    forfeit: (owner) => void forfeit.run(owner),
  }
}
