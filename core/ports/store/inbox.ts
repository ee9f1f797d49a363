import type { ChatKey, InboundId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import type { Claim } from './claim.ts'

/* What arrived, before anybody understood it. */

export type NewInboxRow = {
  readonly id: InboundId
  readonly chatKey: ChatKey
  readonly receivedAt: Instant
  readonly sealed: Uint8Array
}
/** `attempts`: how often `failed` was said of it. */
export type InboxRow = NewInboxRow & { readonly attempts: number }

export type Inbox = {
  /**
   * Keeps the rows in this order; a row whose id is known already is passed over (law 4). Returns
   * how many were new.
   */
  readonly put: (rows: readonly NewInboxRow[]) => Promise<number>
  /**
   * Up to `chats` chats that have waiting rows and are not claimed, those whose first row came
   * first, first; each with its first `perChat` rows in order. A chat stays claimed until
   * `release`, or until the claim ends; so each chat is handled serially, and its rows that come or
   * remain meanwhile are given by the claim after the release.
   */
  readonly claim: (
    claim: Claim,
    limits: { readonly chats: number; readonly perChat: number },
  ) => Promise<readonly { readonly chatKey: ChatKey; readonly rows: readonly InboxRow[] }[]>
  readonly release: (chatKeys: readonly ChatKey[], owner: string) => Promise<void>
  /** Marks rows handled that need no ledger entry, and empties them. */
  readonly settle: (ids: readonly InboundId[]) => Promise<void>
  /** Counts a failed attempt; after `attempts` the caller gives up on the row by settling it. */
  readonly failed: (id: InboundId) => Promise<void>
  /** Rows waiting, and when the oldest of them arrived. */
  readonly depth: () => Promise<{ readonly waiting: number; readonly oldest?: Instant }>
  /**
   * Forgets the ids of rows handled and received before `before`. Keep at least 48 h: platforms
   * repeat themselves that long.
   */
  readonly prune: (before: Instant) => Promise<number>
}
