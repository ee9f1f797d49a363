import type { CaseId, ChatKey, OutboxId } from '../../core/base/ids.ts'
import {
  isOpen,
  settledStatus,
  type DeliveryStatus,
  type NewOutboxRow,
  type Outbox,
  type Settlement,
} from '../../core/ports/store/outbox.ts'
import type { Instant } from '../../core/base/units.ts'
import type { AddToFeed } from './store-feed.ts'

export type KeptRow = {
  readonly row: NewOutboxRow
  readonly status: DeliveryStatus
  readonly attempts: number
  readonly claim?: { readonly owner: string; readonly until: Instant } | undefined
  readonly receipt?: Uint8Array | undefined
}

const NOTHING = new Uint8Array()

const readyAt = ({ row, claim }: KeptRow): Instant => claim?.until ?? row.dueAt
const earliest = (times: readonly Instant[]): Instant | undefined =>
  times.length === 0 ? undefined : (Math.min(...times) as Instant)

export const makeOutbox = (
  tell: AddToFeed,
): {
  readonly port: Outbox
  readonly rows: Map<OutboxId, KeptRow>
  readonly add: (row: NewOutboxRow) => void
  readonly silence: (caseId: CaseId) => void
  readonly forfeit: (owner: string) => void
} => {
  /** In the order of the commits. */
  const rows = new Map<OutboxId, KeptRow>()

  const keep = (kept: KeptRow): void => void rows.set(kept.row.id, kept)
  const open = (): readonly KeptRow[] => [...rows.values()].filter((kept) => isOpen(kept.status))
  /** The first open row of each chat: the only one that may be sent. */
  const heads = (of: { readonly channel: string; readonly account: string }): readonly KeptRow[] => {
    const first = new Map<ChatKey, KeptRow>()
    for (const kept of open()) if (!first.has(kept.row.chatKey)) first.set(kept.row.chatKey, kept)
    return [...first.values()].filter(({ row }) => row.channel === of.channel && row.account === of.account)
  }
  const end = (kept: KeptRow, status: DeliveryStatus, receipt = kept.receipt): void =>
    keep({ ...kept, row: { ...kept.row, sealed: NOTHING }, status, claim: undefined, receipt })

  const settle = (settlement: { readonly id: OutboxId } & Settlement, at: Instant): void => {
    const kept = rows.get(settlement.id)
    if (kept === undefined) return
    const status = settledStatus(kept.status, settlement.status)
    if (settlement.status === 'again') {
      if (isOpen(status))
        keep({ ...kept, status, claim: undefined, row: { ...kept.row, dueAt: settlement.dueAt } })
      return
    }
    if (status === kept.status) return
    end(kept, status, 'receipt' in settlement ? settlement.receipt : undefined)
    const { speaker, caseId, seq } = kept.row
    if (speaker === 'agent' || status === 'refused' || status === 'unclear')
      tell({ at, kinds: ['delivery'], caseId, seq })
  }

  const port: Outbox = {
    claim: async ({ owner, now, until }, { limit, ...of }) =>
      heads(of)
        .filter((kept) => readyAt(kept) <= now)
        .sort((a, b) => readyAt(a) - readyAt(b))
        .slice(0, limit)
        .map((kept) => {
          const sending = {
            ...kept,
            status: 'sending',
            attempts: kept.attempts + 1,
            claim: { owner, until },
          } as const
          keep(sending)
          return {
            ...kept.row,
            status: sending.status,
            attempts: sending.attempts,
            interrupted: kept.status === 'sending',
          }
        }),
    settle: async (settlements, at) => settlements.forEach((settlement) => settle(settlement, at)),
    ofCase: async (caseId) =>
      [...rows.values()]
        .filter(({ row }) => row.caseId === caseId)
        .map(({ row: { id, seq, n, speaker }, status, attempts, receipt }) => ({
          id,
          seq,
          n,
          speaker,
          status,
          attempts,
          ...(receipt === undefined ? {} : { receipt }),
        })),
    nextDue: async (of) => earliest(heads(of).map(readyAt)),
    depth: async () => {
      const waiting = open()
      const oldest = earliest(waiting.map(({ row }) => row.dueAt))
      return oldest === undefined ? { waiting: 0 } : { waiting: waiting.length, oldest }
    },
  }
  return {
    port,
    rows,
    add: (row) => keep({ row, status: 'queued', attempts: 0 }),
    silence: (caseId) => {
      for (const kept of open())
        if (
          kept.row.caseId === caseId &&
          kept.row.speaker === 'bot' &&
          kept.status === 'queued' &&
          kept.attempts === 0
        )
          end(kept, 'refused')
    },
    forfeit: (owner) => {
      for (const kept of open()) if (kept.claim?.owner === owner) keep({ ...kept, claim: undefined })
    },
  }
}
