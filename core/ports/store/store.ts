import type { CustodyLog } from './custody.ts'
import type { Search } from './search.ts'
import type { Transfer } from './transfer.ts'
import type { Chats } from './chats.ts'
import type { Feed } from './feed.ts'
import type { Inbox } from './inbox.ts'
import type { Jobs } from './jobs.ts'
import type { Leases } from './leases.ts'
import type { Ledger } from './ledger.ts'
import type { Networks } from './networks.ts'
import type { Outbox } from './outbox.ts'
import type { Settings } from './settings.ts'
import type { Views } from './views.ts'

/**
 * The durable half of Amin, designed for an engine that can change one document at a time. All that
 * a decision causes is carried by one ledger entry; an engine without transactions inserts the
 * entry first, under its unique (case, seq), and spreads the rest by derived ids, so that spreading
 * twice changes nothing and reading a case finishes what a crash interrupted. Every promise that
 * resolves is durable (power loss included, as far as the disk keeps its word). Every method may
 * throw `store_unavailable`, `store_broken` or `disk_full`; then nothing of that call is promised,
 * and calling again is safe.
 */
export type Store = {
  readonly inbox: Inbox
  readonly ledger: Ledger
  readonly outbox: Outbox
  readonly jobs: Jobs
  readonly views: Views
  readonly search: Search
  readonly networks: Networks
  readonly chats: Chats
  readonly leases: Leases
  /** What administrators set in the console. */
  readonly settings: Settings
  readonly feed: Feed
  /** The log of all cases' heads, and the checkpoints over it. */
  readonly custody: CustodyLog
  readonly transfer: Transfer
  /**
   * What of the engine's own guards (triggers that refuse changes to the ledger, tables, indexes)
   * is not as this version makes it; nothing where the engine has none, or makes them again
   * whenever it is opened.
   */
  readonly guards: () => Promise<readonly Guard[]>
  /** Cheap read and write; throws where the store is not usable. For `/readyz`. */
  readonly probe: () => Promise<void>
  readonly close: () => Promise<void>
}

/** `strange`: there is one that this version does not make, such as a trigger of somebody else's. */
export type Guard = { readonly name: string; readonly fault: 'missing' | 'differs' | 'strange' }
