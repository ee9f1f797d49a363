import type { CaseId, ChatKey, OutboxId } from '../../base/ids.ts'
import type { ChannelName } from '../../base/message.ts'
import type { Instant } from '../../base/units.ts'
import type { Claim } from './claim.ts'

/* What is to be said (law 5). */

export type DeliveryStatus = 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'refused' | 'unclear'
export type Speaker = 'bot' | 'agent' | 'system'

export type NewOutboxRow = {
  readonly id: OutboxId
  readonly caseId: CaseId
  /**
   * Rows of one chat are sent one at a time, those of a case in the order (seq, n), those of
   * several cases in the order of their commits.
   */
  readonly seq: number
  /** Counts the rows of an entry from 0; below 1024. */
  readonly n: number
  readonly chatKey: ChatKey
  readonly channel: ChannelName
  readonly account: string
  readonly speaker: Speaker
  /** Whether sending it twice is better than not knowing. */
  readonly repeatable: boolean
  readonly dueAt: Instant
  /** Sealed under the case key: address and content. */
  readonly sealed: Uint8Array
}

export type OutboxRow = NewOutboxRow & {
  readonly status: DeliveryStatus
  /** This one included. */
  readonly attempts: number
  /** The attempt before this one began and nobody said how it ended: it may have been delivered. */
  readonly interrupted: boolean
}

export type Settlement =
  | { readonly status: 'sent' | 'delivered' | 'read'; readonly receipt?: Uint8Array }
  | { readonly status: 'refused' | 'unclear' }
  /** Not delivered for certain: try again at `dueAt`. Passed over where the row is settled. */
  | { readonly status: 'again'; readonly dueAt: Instant }

/** Equal ranks do not replace each other: `refused` and `unclear` are final but for a proof of delivery. */
const RANK = {
  queued: 0,
  sending: 1,
  refused: 2,
  unclear: 2,
  sent: 3,
  delivered: 4,
  read: 5,
} as const satisfies Record<DeliveryStatus, number>

/** What a row's status is after a settlement (law 5). The one rule of all engines. */
export const settledStatus = (from: DeliveryStatus, by: Settlement['status']): DeliveryStatus => {
  if (by === 'again') return isOpen(from) ? 'queued' : from
  return RANK[by] > RANK[from] ? by : from
}

/** Whether a row still waits to be sent, or for the end of an attempt. */
export const isOpen = (status: DeliveryStatus): boolean => RANK[status] <= RANK.sending

export type Outbox = {
  /**
   * Up to `limit` rows to send now, those due longest first, at most one a chat: its first row that
   * is not settled, if it is due and under no claim. A chat whose first row is not due, or is being
   * sent, gives none. Each returned row is durably `sending` and counts an attempt.
   */
  readonly claim: (
    claim: Claim,
    of: { readonly channel: ChannelName; readonly account: string; readonly limit: number },
  ) => Promise<readonly OutboxRow[]>
  /**
   * Status only rises, see `settledStatus`; a settlement that would lower it, or of an unknown row,
   * is passed over. What was to be said is emptied once settled; the receipt stays. `at` is for the
   * feed.
   */
  readonly settle: (
    settlements: readonly ({ readonly id: OutboxId } & Settlement)[],
    at: Instant,
  ) => Promise<void>
  /** Delivery state of a case's rows, with the sealed receipts, in order. */
  readonly ofCase: (caseId: CaseId) => Promise<
    readonly {
      readonly id: OutboxId
      readonly seq: number
      readonly n: number
      readonly speaker: Speaker
      readonly status: DeliveryStatus
      readonly attempts: number
      readonly receipt?: Uint8Array
    }[]
  >
  /**
   * When the next first row of a chat falls due (or its claim ends), for the sender's timer;
   * nothing where none waits.
   */
  readonly nextDue: (of: {
    readonly channel: ChannelName
    readonly account: string
  }) => Promise<Instant | undefined>
  /** Rows not settled, and the earliest time one of them was or is due. */
  readonly depth: () => Promise<{ readonly waiting: number; readonly oldest?: Instant }>
}
