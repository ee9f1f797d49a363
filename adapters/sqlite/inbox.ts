import type { DatabaseSync } from 'node:sqlite'
import type { ChatKey, InboundId } from '../../core/base/ids.ts'
import type { Inbox, InboxRow } from '../../core/ports/store/inbox.ts'
import type { Instant } from '../../core/base/units.ts'
import type { Writer } from './writer.ts'

/** Rows looked at by one change of `prune`: other changes go between. */
const PRUNE_ROWS = 200

export type InboxTable = {
  readonly port: Inbox
  /** Inside a change: marks a row handled, empties it, and lets the next row of its chat come first. */
  readonly handle: (id: InboundId) => void
  /** Inside a change: ends the claims of an owner. */
  readonly forfeit: (owner: string) => void
}

export const makeInbox = (db: DatabaseSync, { write, read }: Writer): InboxTable => {
  const insert = db.prepare(`
    INSERT INTO inbox (id, chat_key, received_at, attempts, waiting, head, sealed)
    VALUES (?1, ?2, ?3, 0, 1, NOT EXISTS (SELECT 1 FROM inbox WHERE chat_key = ?2 AND waiting = 1), ?4)
    ON CONFLICT (id) DO NOTHING`)
  const free = db.prepare(`
    SELECT chat_key AS chatKey FROM inbox INDEXED BY inbox_head
    WHERE head = 1 AND NOT EXISTS (SELECT 1 FROM chat_claim WHERE chat_claim.chat_key = inbox.chat_key AND until > ?)
    ORDER BY no LIMIT ?`)
  const claim = db.prepare('INSERT OR REPLACE INTO chat_claim (chat_key, owner, until) VALUES (?, ?, ?)')
  const waiting = db.prepare(`
    SELECT id, chat_key AS chatKey, received_at AS receivedAt, attempts, sealed FROM inbox
    WHERE chat_key = ? AND waiting = 1 ORDER BY no LIMIT ?`)
  const release = db.prepare('DELETE FROM chat_claim WHERE chat_key = ? AND owner = ?')
  const releaseAll = db.prepare('DELETE FROM chat_claim WHERE owner = ?')
  const settle = db.prepare(`
    UPDATE inbox SET waiting = 0, head = 0, sealed = x'' WHERE id = ? AND waiting = 1 RETURNING chat_key AS chatKey`)
  const promote = db.prepare(`
    UPDATE inbox SET head = 1
    WHERE no = (SELECT no FROM inbox WHERE chat_key = ? AND waiting = 1 ORDER BY no LIMIT 1) AND head = 0`)
  const failed = db.prepare('UPDATE inbox SET attempts = attempts + 1 WHERE id = ? AND waiting = 1')
  const depth = db.prepare(
    'SELECT count(*) AS waiting, min(received_at) AS oldest FROM inbox WHERE waiting = 1',
  )
  const stretch = db.prepare(
    'SELECT max(no) AS last FROM (SELECT no FROM inbox WHERE no > ? ORDER BY no LIMIT ?)',
  )
  const forget = db.prepare('DELETE FROM inbox WHERE no > ? AND no <= ? AND waiting = 0 AND received_at < ?')
  const forgetClaims = db.prepare('DELETE FROM chat_claim WHERE until <= ?')

  const handle = (id: InboundId): void => {
    const row = settle.get(id) as { chatKey: ChatKey } | undefined
    if (row !== undefined) promote.run(row.chatKey)
  }

  const port: Inbox = {
    put: (rows) =>
      write(() => {
        let fresh = 0
        for (const row of rows)
          fresh += Number(insert.run(row.id, row.chatKey, row.receivedAt, row.sealed).changes)
        return fresh
      }),
    claim: ({ owner, now, until }, { chats, perChat }) =>
      write(() => {
        const keys = free.all(now, chats) as { chatKey: ChatKey }[]
        return keys.map(({ chatKey }) => {
          claim.run(chatKey, owner, until)
          return { chatKey, rows: waiting.all(chatKey, perChat) as InboxRow[] }
        })
      }),
    release: (chatKeys, owner) =>
      write(() => {
        for (const chatKey of chatKeys) release.run(chatKey, owner)
      }),
    settle: (ids) => write(() => ids.forEach(handle)),
    failed: (id) => write(() => void failed.run(id)),
    depth: () =>
      read(() => {
        const { waiting, oldest } = depth.get() as { waiting: number; oldest: Instant | null }
        return oldest === null ? { waiting } : { waiting, oldest }
      }),
    prune: async (before) => {
      let forgotten = 0
      for (let after = 0; ;) {
        const from = after
        const { last } = await read(() => stretch.get(from, PRUNE_ROWS) as { last: number | null })
        if (last === null) break
        forgotten += await write(() => Number(forget.run(from, last, before).changes))
        after = last
      }
      await write(() => void forgetClaims.run(before))
      return forgotten
    },
  }
  return { port, handle, forfeit: (owner) => void releaseAll.run(owner) }
}
