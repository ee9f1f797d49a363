import type { ChatKey, InboundId } from '../../core/base/ids.ts'
import type { Inbox, InboxRow } from '../../core/ports/store/inbox.ts'
import type { Instant } from '../../core/base/units.ts'

export type KeptInbox = { readonly row: InboxRow; readonly waiting: boolean }

const NOTHING = new Uint8Array()

export const makeInbox = (): {
  readonly port: Inbox
  readonly rows: Map<InboundId, KeptInbox>
  readonly claims: () => readonly { readonly until: Instant }[]
  readonly handle: (id: InboundId) => void
  readonly forfeit: (owner: string) => void
} => {
  /** In the order of arrival; handled rows too, so that a repeat is known. */
  const rows = new Map<InboundId, KeptInbox>()
  const claims = new Map<ChatKey, { readonly owner: string; readonly until: Instant }>()

  const waiting = (): readonly InboxRow[] =>
    [...rows.values()].filter((kept) => kept.waiting).map((kept) => kept.row)
  const change = (id: InboundId, by: (row: InboxRow) => KeptInbox): void => {
    const kept = rows.get(id)
    if (kept?.waiting === true) rows.set(id, by(kept.row))
  }
  const handle = (id: InboundId): void =>
    change(id, (row) => ({ row: { ...row, sealed: NOTHING }, waiting: false }))

  const port: Inbox = {
    put: async (fresh) => {
      const before = rows.size
      for (const row of fresh)
        if (!rows.has(row.id)) rows.set(row.id, { row: { ...row, attempts: 0 }, waiting: true })
      return rows.size - before
    },
    claim: async ({ owner, now, until }, { chats, perChat }) =>
      [...Map.groupBy(waiting(), (row) => row.chatKey)]
        .filter(([chatKey]) => !((claims.get(chatKey)?.until ?? now) > now))
        .slice(0, chats)
        .map(([chatKey, ofChat]) => {
          claims.set(chatKey, { owner, until })
          return { chatKey, rows: ofChat.slice(0, perChat) }
        }),
    release: async (chatKeys, owner) => {
      for (const chatKey of chatKeys) if (claims.get(chatKey)?.owner === owner) claims.delete(chatKey)
    },
    settle: async (ids) => ids.forEach(handle),
    failed: async (id) =>
      change(id, (row) => ({ row: { ...row, attempts: row.attempts + 1 }, waiting: true })),
    depth: async () => {
      const times = waiting().map((row) => row.receivedAt)
      return times.length === 0
        ? { waiting: 0 }
        : { waiting: times.length, oldest: Math.min(...times) as Instant }
    },
    prune: async (before) => {
      const old = [...rows.values()].filter(({ row, waiting }) => !waiting && row.receivedAt < before)
      for (const { row } of old) rows.delete(row.id)
      return old.length
    },
  }
  return {
    port,
    rows,
    claims: () => [...claims.values()],
    handle,
    forfeit: (owner) => {
      for (const [chatKey, claim] of claims) if (claim.owner === owner) claims.delete(chatKey)
    },
  }
}
