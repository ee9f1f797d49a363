import type { CaseId, ChatKey, InboundId, OutboxId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import type { Checkpoint, Leaf } from './custody.ts'
import type { CaseRow } from './views.ts'
import type { NetworkRow } from './networks.ts'
import type { Setting } from './settings.ts'
import type { JobRow } from './jobs.ts'
import type { DeliveryStatus, NewOutboxRow, Speaker } from './outbox.ts'
import type { Entry } from './ledger.ts'
import type { InboxRow } from './inbox.ts'

/**
 * How far a case's chain reaches: entries 1 to `seq` are there. `entries`: how many there are; more
 * than `seq` only where some are missing between.
 */
export type Head = { readonly caseId: CaseId; readonly seq: number; readonly entries: number }

/** Entries of a case after `after`, up to and with `to`. */
export type Span = { readonly caseId: CaseId; readonly after: number; readonly to: number }

/** How an outbox row ended; what `Outbox.ofCase` tells of it. */
export type Delivery = {
  readonly id: OutboxId
  readonly caseId: CaseId
  readonly seq: number
  readonly n: number
  readonly speaker: Speaker
  readonly status: Exclude<DeliveryStatus, 'queued' | 'sending'>
  readonly attempts: number
  readonly receipt?: Uint8Array
}

/**
 * A row that is not settled. One that is `sending` was begun and nobody said how that ended: it is
 * given out as `interrupted`.
 */
export type OpenRow = NewOutboxRow & { readonly status: 'queued' | 'sending'; readonly attempts: number }

/**
 * What lies in a store beside its ledger, by kind. Claims of work and the feed are not moved:
 * nobody works, and consoles start over.
 */
export type Moved = {
  /** What made an entry, where that counts once. */
  readonly cause: string
  /** An inbound id that was handled. */
  readonly handled: { readonly id: InboundId; readonly receivedAt: Instant }
  readonly delivery: Delivery
  readonly chat: { readonly chatKey: ChatKey; readonly caseId: CaseId }
  readonly view: CaseRow
  readonly network: NetworkRow
  /** What a case is found by; tokens sorted. */
  readonly words: { readonly caseId: CaseId; readonly tokens: readonly string[] }
  /**
   * Turns, and facts that are kept as turns without an end (tries at a code, the newest pairing of
   * an account).
   */
  readonly lease: { readonly name: string; readonly owner: string; readonly until: Instant }
  readonly setting: Setting
  /** The custody log; what stands in it is never replaced. */
  readonly leaf: Leaf
  readonly checkpoint: Checkpoint
  readonly waiting: InboxRow
  readonly outbox: OpenRow
  readonly job: JobRow
}
export type MovedKind = keyof Moved
/** Kinds of which single records may go. */
export type RemovedKind = 'handled' | 'view' | 'network' | 'words' | 'lease'
/** Kinds that grow, or are changed row by row. */
export type LastingKind = Exclude<MovedKind, UnderWayKind>
/** Kinds that are emptied by work, and whose order counts. */
export type UnderWayKind = 'waiting' | 'outbox' | 'job'

/**
 * The whole store as records that mean the same to every engine, to move it from one to another.
 * Reading may go beside a store in use and then tells what was there at some moment of the reading;
 * writing is for a store that nobody uses. Writing the same again changes nothing.
 */
export type Transfer = {
  /** Every case that has entries, by its id. What its entries cause is spread when this ends. */
  readonly heads: () => AsyncIterable<Head>
  /** Those that are there, in the order of the spans and then of their seq. */
  readonly readEntries: (spans: readonly Span[]) => AsyncIterable<Entry>
  /**
   * Entries as they are, in this order, nothing else of a commit. Returns those whose place holds
   * another entry; that one stays.
   */
  readonly writeEntries: (entries: readonly Entry[]) => Promise<readonly Entry[]>
  /** Lasting kinds sorted by `movedKey`; waiting rows and open outbox rows in their order; jobs by id. */
  readonly read: <K extends MovedKind>(kind: K) => AsyncIterable<Moved[K]>
  /**
   * Adds records, or puts them in the place of those with the same key; a delivery only rises, a
   * leaf and a checkpoint stay. Waiting and open rows are added at the end, in this order. Rows,
   * jobs and deliveries of an entry that is not there may be passed over.
   */
  readonly write: <K extends MovedKind>(kind: K, records: readonly Moved[K][]) => Promise<void>
  /** By `movedKey`. Unknown ones are passed over. */
  readonly remove: (kind: RemovedKind, keys: readonly string[]) => Promise<void>
  /** Removes every record of a kind. */
  readonly clear: (kind: UnderWayKind) => Promise<void>
  /** Whether somebody holds a claim of work at `now`. */
  readonly claimed: (now: Instant) => Promise<boolean>
  /**
   * Forgets the feed's items. What comes next has positions above `above` and above all that were
   * given here, and `floor` says so to every reader from before.
   */
  readonly restartFeed: (above: number) => Promise<void>
}

const SEQ_DIGITS = 9
/** Of leaves and checkpoints: ten times more than a leaf a second would make in 30 years. */
const NO_DIGITS = 10
const N_DIGITS = 4

/** `<caseId>.<seq>.<n>`, padded: sorted as text it gives the order of entries and rows. */
const placeKey = (caseId: CaseId, seq: number, n: number): string =>
  `${caseId}.${String(seq).padStart(SEQ_DIGITS, '0')}.${String(n).padStart(N_DIGITS, '0')}`

/** A number of the custody log, padded: sorted as text it gives its order. */
export const logKey = (no: number): string => String(no).padStart(NO_DIGITS, '0')

/** Of ids `<caseId>.<seq>.<n>`. */
const idKey = (id: string): string => {
  const [caseId = '', seq = '', n = ''] = id.split('.')
  return placeKey(caseId as CaseId, Number(seq), Number(n))
}

const KEYS: { readonly [K in MovedKind]: (record: Moved[K]) => string } = {
  cause: (cause) => cause,
  handled: ({ id }) => id,
  delivery: ({ caseId, seq, n }) => placeKey(caseId, seq, n),
  chat: ({ chatKey }) => chatKey,
  view: ({ caseId }) => caseId,
  network: ({ networkId }) => networkId,
  words: ({ caseId }) => caseId,
  lease: ({ name }) => name,
  setting: ({ name }) => name,
  leaf: ({ index }) => logKey(index),
  checkpoint: ({ no }) => logKey(no),
  waiting: ({ id }) => id,
  outbox: ({ caseId, seq, n }) => placeKey(caseId, seq, n),
  job: ({ id }) => idKey(id),
}

/** What tells a record of a kind from all others; engines sort by it, byte by byte. */
export const movedKey = <K extends MovedKind>(kind: K, record: Moved[K]): string => KEYS[kind](record)
