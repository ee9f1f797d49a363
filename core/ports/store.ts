import type { CaseCode, CaseId, ChatKey, InboundId, JobId, ObjectId, OutboxId, Sha256Hex, AgentId } from '../base/ids.ts'
import type { Language } from '../base/language.ts'
import type { ChannelName } from '../base/message.ts'
import type { Severity } from '../base/severity.ts'
import type { Bytes, Instant } from '../base/units.ts'
import type { CustodyLog } from './custody.ts'
import type { Search } from './search.ts'
import type { Transfer } from './transfer.ts'

/**
 * The durable half of Amin, designed for an engine that can change one document at a time. All that a decision causes is carried by
 * one ledger entry; an engine without transactions inserts the entry first, under its unique (case, seq), and spreads the rest by
 * derived ids, so that spreading twice changes nothing and reading a case finishes what a crash interrupted.
 * Every promise that resolves is durable (power loss included, as far as the disk keeps its word). Every method may throw
 * `store_unavailable`, `store_broken` or `disk_full`; then nothing of that call is promised, and calling again is safe.
 */
export type Store = {
  readonly inbox: Inbox
  readonly ledger: Ledger
  readonly outbox: Outbox
  readonly jobs: Jobs
  readonly views: Views
  readonly search: Search
  readonly chats: Chats
  readonly leases: Leases
  readonly feed: Feed
  /** The log of all cases' heads, and the checkpoints over it. */
  readonly custody: CustodyLog
  readonly transfer: Transfer
  /**
   * What of the engine's own guards (triggers that refuse changes to the ledger, tables, indexes) is not as this version makes it; nothing where the engine
   * has none, or makes them again whenever it is opened.
   */
  readonly guards: () => Promise<readonly Guard[]>
  /** Cheap read and write; throws where the store is not usable. For `/readyz`. */
  readonly probe: () => Promise<void>
  readonly close: () => Promise<void>
}

/** `strange`: there is one that this version does not make, such as a trigger of somebody else's. */
export type Guard = { readonly name: string; readonly fault: 'missing' | 'differs' | 'strange' }

/**
 * How long a claim lasts: while `now < until`, unless settled or released before. Owners are process names. A claim of work holds against
 * everybody, its owner included: what is being worked on is never handed out twice.
 */
export type Claim = { readonly owner: string; readonly now: Instant; readonly until: Instant }

// ---- inbox: what arrived, before anybody understood it

export type NewInboxRow = { readonly id: InboundId; readonly chatKey: ChatKey; readonly receivedAt: Instant; readonly sealed: Uint8Array }
/** `attempts`: how often `failed` was said of it. */
export type InboxRow = NewInboxRow & { readonly attempts: number }

export type Inbox = {
  /** Keeps the rows in this order; a row whose id is known already is passed over (law 4). Returns how many were new. */
  readonly put: (rows: readonly NewInboxRow[]) => Promise<number>
  /**
   * Up to `chats` chats that have waiting rows and are not claimed, those whose first row came first, first; each with its first
   * `perChat` rows in order. A chat stays claimed until `release`, or until the claim ends; so each chat is handled serially, and its
   * rows that come or remain meanwhile are given by the claim after the release.
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
  /** Forgets the ids of rows handled and received before `before`. Keep at least 48 h: platforms repeat themselves that long. */
  readonly prune: (before: Instant) => Promise<number>
}

// ---- ledger: the truth (law 2)

/**
 * One link of a case's chain: `hash = SHA-256(prev || header || SHA-256(sealed))`, all three as bytes (`prev` and the inner hash raw, 32
 * bytes each; `prev` of the first entry is 32 zero bytes). `header` is RFC 8785 canonical JSON, see core/model/entry.ts.
 */
export type Entry = {
  readonly caseId: CaseId
  /** 1 for the first entry, then without gaps. */
  readonly seq: number
  readonly header: string
  readonly sealed: Uint8Array
  readonly prev: Sha256Hex
  readonly hash: Sha256Hex
}

export type Commit = {
  readonly entry: Entry
  /** What made this entry, where that counts once: an inbox row, a job, an idempotency key. Unique in the store. */
  readonly cause?: InboundId | JobId | string
  readonly outbox: readonly NewOutboxRow[]
  readonly jobs: readonly NewJob[]
  readonly view: CaseRow
  /** Tokens of the words in it, for `Search`; a commit of `case_erased` removes those of the case instead. */
  readonly words?: readonly string[]
  /** What the console is told; see Feed. */
  readonly kinds: readonly string[]
  readonly at: Instant
  /** The inbox row or job that is handled by this. */
  readonly handles?: { readonly inbound?: InboundId; readonly job?: JobId }
  /** True where a person takes over: rows of speaker `bot` of earlier entries of the case that no attempt was made for become `refused`. */
  readonly silence?: boolean
}

export type Ledger = {
  /**
   * `conflict`: the case does not stand at `entry.seq - 1` (it has an entry of that seq, or lacks the one before); nothing was written;
   * reload and decide again (law 3). `repeated`: an entry with this cause exists already, whatever else is asked; nothing was written, and
   * what it handles is marked handled.
   */
  readonly commit: (commit: Commit) => Promise<'done' | 'conflict' | 'repeated'>
  /** Entries of a case in order, those after `afterSeq`. */
  readonly read: (caseId: CaseId, afterSeq?: number) => Promise<readonly Entry[]>
  /** Every case that has entries, in no order; for verifying and rebuilding. */
  readonly cases: () => AsyncIterable<CaseId>
}

// ---- outbox: what is to be said (law 5)

export type DeliveryStatus = 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'refused' | 'unclear'
export type Speaker = 'bot' | 'agent' | 'system'

export type NewOutboxRow = {
  readonly id: OutboxId
  readonly caseId: CaseId
  /** Rows of one chat are sent one at a time, those of a case in the order (seq, n), those of several cases in the order of their commits. */
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
const RANK = { queued: 0, sending: 1, refused: 2, unclear: 2, sent: 3, delivered: 4, read: 5 } as const satisfies Record<
  DeliveryStatus,
  number
>

/** What a row's status is after a settlement (law 5). The one rule of all engines. */
export const settledStatus = (from: DeliveryStatus, by: Settlement['status']): DeliveryStatus => {
  if (by === 'again') return isOpen(from) ? 'queued' : from
  return RANK[by] > RANK[from] ? by : from
}

/** Whether a row still waits to be sent, or for the end of an attempt. */
export const isOpen = (status: DeliveryStatus): boolean => RANK[status] <= RANK.sending

export type Outbox = {
  /**
   * Up to `limit` rows to send now, those due longest first, at most one a chat: its first row that is not settled, if it is due and under no
   * claim. A chat whose first row is not due, or is being sent, gives none. Each returned row is durably `sending` and counts an attempt.
   */
  readonly claim: (
    claim: Claim,
    of: { readonly channel: ChannelName; readonly account: string; readonly limit: number },
  ) => Promise<readonly OutboxRow[]>
  /**
   * Status only rises, see `settledStatus`; a settlement that would lower it, or of an unknown row, is passed over. What was to be said is
   * emptied once settled; the receipt stays. `at` is for the feed.
   */
  readonly settle: (settlements: readonly ({ readonly id: OutboxId } & Settlement)[], at: Instant) => Promise<void>
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
  /** When the next first row of a chat falls due (or its claim ends), for the sender's timer; nothing where none waits. */
  readonly nextDue: (of: { readonly channel: ChannelName; readonly account: string }) => Promise<Instant | undefined>
  /** Rows not settled, and the earliest time one of them was or is due. */
  readonly depth: () => Promise<{ readonly waiting: number; readonly oldest?: Instant }>
}

// ---- jobs: work and durable timers

/**
 * `discard`: frees what a channel holds for a file that was not taken, or for those of a case that was erased.
 * `page`: calls people again where nobody came. `comfort`: a sign of life to somebody in danger who waits.
 * `expire`: the end of a draft, or of the time a case is kept. `erase`: ends what the person asked to erase.
 * `checkin`: asks, days after, how it is. `wake`: the end of a time that a case was set aside for, or in which letting it go could be taken back.
 * `opening`: the time begins at which it is safe to write to the person.
 * `link`: looks for other cases with the same marks, or pictures that look the same. `examine`: reads what a sealed file is.
 * `reply`: answers words after which no more came.
 * `return`: moves a chat to the case it came back to, or tells that case that somebody tried.
 */
export type JobKind =
  | 'fetch'
  | 'preview'
  | 'examine'
  | 'receipt'
  | 'wipe'
  | 'discard'
  | 'page'
  | 'comfort'
  | 'expire'
  | 'checkin'
  | 'link'
  | 'return'
  | 'erase'
  | 'wake'
  | 'opening'
  | 'reply'

export type NewJob = {
  readonly id: JobId
  readonly kind: JobKind
  readonly caseId: CaseId
  readonly dueAt: Instant
  readonly sealed: Uint8Array
}
/** `attempts`: claims of it, this one included. */
export type JobRow = NewJob & { readonly attempts: number }

export type Jobs = {
  /** Jobs that are due and under no claim, those due longest first. A job whose claim ended without a word is given again. */
  readonly claim: (claim: Claim, limit: number) => Promise<readonly JobRow[]>
  /** Ends a job without a ledger entry. Idempotent, and unknown jobs are passed over. */
  readonly finish: (id: JobId) => Promise<void>
  /** Ends the claim and makes the job due at `dueAt`. */
  readonly postpone: (id: JobId, dueAt: Instant) => Promise<void>
  /** When the next job falls due, or its claim ends. */
  readonly nextDue: () => Promise<Instant | undefined>
  /** Jobs not finished, and the earliest time one of them was or is due. */
  readonly depth: () => Promise<{ readonly waiting: number; readonly oldest?: Instant }>
}

// ---- views: what the queue shows; rebuilt from ledgers at any time (law 2)

export type CaseStatus = 'bot' | 'waiting' | 'agent' | 'closed' | 'erased'

/** Nothing here names a person; `sealed` holds what does (the last words for the list), under the case key. */
export type CaseRow = {
  readonly caseId: CaseId
  readonly code: CaseCode
  /** Of the newest entry. A row never replaces one of a higher seq, by commit or by `put`. */
  readonly seq: number
  readonly hash: Sha256Hex
  readonly status: CaseStatus
  readonly severity: Severity
  readonly team: string
  /** Teams that see the case as well; none of them is `team`, none stands twice. */
  readonly copies: readonly string[]
  readonly assignee?: AgentId
  readonly language: Language
  /** `phone`: told on a call; there is no chat to write to. */
  readonly channel: ChannelName | 'phone'
  readonly openedAt: Instant
  /** Since when a person waits for a person; the queue's order within a severity. */
  readonly waitingSince?: Instant
  /**
   * Keyed hashes of what others could be known by in this case (numbers, handles, wallets); none of the person's own, none twice. Beside them the
   * word `wanted`, where somebody of the team may have to answer in it (core/services/agents/wanted).
   */
  readonly marks: readonly string[]
  /** When the first words of a person are due; only where somebody waits for them. */
  readonly dueAt?: Instant
  readonly lastAt: Instant
  /** Messages of the person since an agent last spoke or claimed. */
  readonly unread: number
  readonly evidence: number
  readonly sealed: Uint8Array
}

/**
 * What one member of the team may see (core/policy/visibility/sight): cases of one of `teams`, leading or copied, unless one of `without` leads or has a
 * copy; and always what `agent` holds.
 */
export type Sight = { readonly teams: readonly string[]; readonly without: readonly string[]; readonly agent: AgentId }

export type CaseFilter = {
  readonly status?: readonly CaseStatus[]
  readonly severity?: readonly Severity[]
  /** Cases that this team leads or has a copy of. */
  readonly team?: string
  readonly assignee?: AgentId
  /** Only what this member may see. */
  readonly sight?: Sight
  /** The beginning of a case code. */
  readonly code?: string
  readonly language?: Language
  /** Something happened in it since, and it was opened before. */
  readonly from?: Instant
  readonly to?: Instant
}

export type OpenCounts = Readonly<Record<'bot' | 'waiting' | 'agent', number>>

export type Views = {
  /**
   * Queue order: severity (P1 first), then waiting longest first, those who do not wait last by newest activity; then case id. A cursor is
   * opaque, names nobody, and stays good while cases move; one that cannot be read gives no rows and is `stray`. No cursor is returned after the
   * last row.
   */
  readonly list: (
    filter: CaseFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ) => Promise<{ readonly rows: readonly CaseRow[]; readonly cursor?: string; readonly stray?: true }>
  readonly byCode: (code: CaseCode) => Promise<CaseRow | undefined>
  readonly byId: (caseId: CaseId) => Promise<CaseRow | undefined>
  /** Those that are there, in no order. */
  readonly byIds: (cases: readonly CaseId[]) => Promise<readonly CaseRow[]>
  readonly counts: () => Promise<Readonly<Record<CaseStatus, number>>>
  /** Cases that are still worked on, of one team or that one member may see; never counts what is closed, which is most. */
  readonly openCounts: (of: Pick<CaseFilter, 'team' | 'sight'>) => Promise<OpenCounts>
  /** The cases whose row has one of these marks, in no order, at most `limit`; each once. */
  readonly marked: (marks: readonly string[], limit: number) => Promise<readonly CaseId[]>
  /** Removes every row; `put` fills them again. For rebuilding only. */
  readonly clear: () => Promise<void>
  readonly put: (row: CaseRow) => Promise<void>
}

// ---- chats: which case a chat belongs to

export type Chats = {
  readonly find: (chatKey: ChatKey) => Promise<CaseId | undefined>
  /** Binds the chat to `caseId` where it is bound to nothing, or to `instead`. Returns the case it is bound to now: the winner's. */
  readonly bind: (chatKey: ChatKey, caseId: CaseId, instead?: CaseId) => Promise<CaseId>
}

// ---- leases: one holder of a role

export type Leases = {
  /** True where `owner` holds `name` until `until`: taken new, taken over after its end, or renewed by the same owner. */
  readonly take: (name: string, claim: Claim) => Promise<boolean>
  readonly release: (name: string, owner: string) => Promise<void>
  /** Ends every lease and claim of an owner that is known to be dead: the same name starting again. Its attempts to send are `interrupted`. */
  readonly forfeit: (owner: string) => Promise<void>
}

// ---- feed: what changed, for consoles; ids and kinds only, so that rights are checked at fetch

export type FeedItem = {
  /** Rises with every item, gaps allowed; an item never becomes visible after one of a higher position was. */
  readonly position: number
  readonly at: Instant
  /** The commit's kinds, or `delivery` where a settlement changed the delivery state of something an agent said, or made any row fail. */
  readonly kinds: readonly string[]
  readonly caseId: CaseId
  /** Of the entry, or of the row's entry. */
  readonly seq: number
}

export type Feed = {
  readonly read: (after: number, limit: number) => Promise<readonly FeedItem[]>
  /** Position of the newest item there ever was; 0 before the first. */
  readonly head: () => Promise<number>
  /** Position of the oldest item still kept, less one: a reader behind it must start over. */
  readonly floor: () => Promise<number>
  /** Called soon after something new can be read: at once for this process's commits, within half a second for others'. Returns the end of it. */
  readonly subscribe: (wake: () => void) => () => void
  /** Forgets items older than `before`. Positions are never given again. */
  readonly prune: (before: Instant) => Promise<void>
}

/**
 * A sealed object that a header commits to. `commitment`, of an original: SHA-256 over a salt that only the sealed event holds, and the plain
 * file's SHA-256, both raw. It says nothing until the salt is disclosed, and nothing ever again once the case's key is gone.
 */
export type SealedObject = {
  readonly id: ObjectId
  readonly sha256: Sha256Hex
  readonly size: Bytes
  readonly commitment?: Sha256Hex
}
