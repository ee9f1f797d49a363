import type { CaseId, ChatKey, NetworkId, Sha256Hex } from '../../core/base/ids.ts'
import type { Checkpoint } from '../../core/ports/store/custody.ts'
import type { FeedItem } from '../../core/ports/store/feed.ts'
import type { CaseRow } from '../../core/ports/store/views.ts'
import type { NewJob } from '../../core/ports/store/jobs.ts'
import type { DeliveryStatus, NewOutboxRow, Speaker } from '../../core/ports/store/outbox.ts'
import type { Commit } from '../../core/ports/store/ledger.ts'
import type { Instant } from '../../core/base/units.ts'

/*
 * What lies in the database. Two kinds of collections:
 * - lasting ones, in which documents are only inserted (entry, leaf, checkpoint, handled, delivery,
 *   finished, chat; feed and handled are pruned), so that a write
 *   that comes late can neither change nor bring back anything;
 * - small ones for what is under way (spread, waiting, outbox, job, claim): a document is there as
 *   long as there is something to do. Nothing is decided by an update: who is first is decided by
 *   inserting under a unique `_id`, which every server does one at a time. FerretDB 1 does not do
 *   so with updates (measured: of eight conditional updates of one document at once all eight
 *   succeed). Times are milliseconds since 1970 (UTC). `sealed` and `receipt` are ciphertext, kept
 *   as binary; nothing else names a person (law 7, 8).
 */

/**
 * The ledger (law 2). `_id`: `<caseId>.<seq>`, padded: unique, and a case is a range of it. Never
 * changed, never removed.
 */
export type EntryDoc = {
  readonly _id: string
  readonly caseId: CaseId
  readonly seq: number
  readonly header: string
  readonly sealed: Uint8Array
  readonly prev: Sha256Hex
  readonly hash: Sha256Hex
  /** `=` and the cause of the commit, or `~` and the `_id`: unique. */
  readonly cause: string
  /** The spread document that tells what the entry causes. */
  readonly batch: string
  /** The case, in its first entry: lists the cases. */
  readonly first?: CaseId
}

/** All that an entry causes. */
type OmitEach<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never
export type Effects = OmitEach<Commit, 'entry' | 'cause'> & {
  readonly entryId: string
  readonly caseId: CaseId
  readonly seq: number
  /** Of the view row: of two rows of one seq the later made one counts. */
  readonly stamp: number
}

/**
 * What entries cause, there before them and until it is spread: what a crash interrupts is finished
 * from here.
 */
export type SpreadDoc = {
  readonly _id: string
  /** By the clock of the process that made it: only to throw away what no entry belongs to, after a day. */
  readonly born: number
  readonly commits: readonly Effects[]
}

/** What arrived and is not handled (law 1). `_id`: the inbound id. */
export type WaitingDoc = {
  readonly _id: string
  readonly chatKey: ChatKey
  readonly receivedAt: Instant
  /** Order of arrival, see order.ts. */
  readonly order: number
  readonly attempts: number
  readonly sealed: Uint8Array
}

/** An inbound id that was handled, so that a repeat of the platform counts once (law 4). */
export type HandledDoc = { readonly _id: string; readonly receivedAt: Instant }

/** What is to be said and not settled (law 5). `_id`: `<caseId>.<seq>.<n>`, padded. */
export type OutboxDoc = Omit<NewOutboxRow, 'id'> & {
  readonly _id: string
  /** Order within the chat, see order.ts. */
  readonly order: number
  /** When it falls due, or its claim ends. */
  readonly readyAt: Instant
  readonly attempts: number
  /** An attempt has begun and nobody said how it ended. */
  readonly sending: boolean
}

/** How a row ended: the first thing known under the row's `_id`, what is known later under `<row>.<rank>`. */
export type DeliveryDoc = {
  readonly _id: string
  readonly status: DeliveryStatus
  readonly speaker: Speaker
  readonly attempts: number
  readonly at: Instant
  readonly receipt?: Uint8Array
}

/** Work and timers that are not finished. `_id` like an outbox row's. */
export type JobDoc = Omit<NewJob, 'id'> & {
  readonly _id: string
  readonly order: number
  /** When it falls due, or its claim ends. */
  readonly readyAt: Instant
  readonly attempts: number
}

/**
 * A job that was finished, kept for a day: a late write cannot bring it back. `at` is by the clock
 * of the process.
 */
export type FinishedDoc = { readonly _id: string; readonly at: number }

export type ClaimKind = 'chat' | 'send' | 'job' | 'lease'

/** Says that `owner` has taken, or is about to take, `key`; see claims.ts. `_id` is random. */
export type ClaimDoc = {
  readonly _id: string
  readonly kind: ClaimKind
  readonly key: string
  /** The outbox row that a `send` is about. */
  readonly row?: string
  readonly owner: string
  readonly until: Instant
}

/**
 * What the queue shows, all of it under `row`, which is compared and replaced as a whole: by seq,
 * then by stamp. Field order matters.
 */
export type CaseDoc = {
  readonly _id: string
  readonly row: { readonly seq: number; readonly stamp: number; readonly order: string } & Omit<
    CaseRow,
    'caseId' | 'seq'
  >
}

/** A network of cases; `row` is compared and replaced as a whole, by seq, and a case that is erased leaves it. */
export type NetworkDoc = {
  readonly _id: NetworkId
  readonly row: { readonly seq: number; readonly hash: Sha256Hex; readonly members: readonly CaseId[] }
}

/** A version of a section that the team set. `_id`: `<section>#<version>`, padded. */
export type SettingDoc = {
  readonly _id: string
  readonly at: number
  readonly by: string
  readonly body: string
}

/** A token that stands in a case. `_id`: `<token>.<caseId>`. */
export type WordDoc = { readonly _id: string; readonly token: string; readonly caseId: CaseId }

/** Which case a chat belongs to: `_id` is `<chatKey>#<times it was bound anew>`; the highest counts. */
export type ChatDoc = { readonly _id: string; readonly caseId: CaseId }

/**
 * A run of feed items. `_id`: its number, padded; numbers have no holes. `key`: what the run tells
 * of, once.
 */
export type FeedDoc = {
  readonly _id: string
  readonly key: string
  /** Above the numbers of all outbox rows that it, and those before it, were told of. */
  readonly stamp: number
  /** How many items it had when it was made; those before `from` were pruned. */
  readonly count: number
  readonly from: number
  readonly items: readonly Omit<FeedItem, 'position'>[]
}

/**
 * A leaf of the custody log. `_id`: its index, padded; numbers have no holes. `entry`: the `_id` of
 * the entry it is of, unique.
 */
export type LeafDoc = {
  readonly _id: string
  readonly entry: string
  readonly caseId: CaseId
  readonly seq: number
  readonly hash: Sha256Hex
  readonly leaf: Uint8Array
}

/** A signed checkpoint, with what authorities gave over it. `_id`: its number, padded. */
export type CheckpointDoc = Omit<Checkpoint, 'no'> & { readonly _id: string }

export type MetaDoc = {
  readonly _id: string
  readonly application?: string
  readonly version?: number
  readonly count?: number
}
