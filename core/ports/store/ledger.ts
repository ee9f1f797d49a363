import type { CaseId, InboundId, JobId, ObjectId, Sha256Hex } from '../../base/ids.ts'
import type { Bytes, Instant } from '../../base/units.ts'
import type { NewJob } from './jobs.ts'
import type { NewOutboxRow } from './outbox.ts'
import type { NetworkRow } from './networks.ts'
import type { CaseRow } from './views.ts'

/* The truth (law 2). */

/**
 * One link of a case's chain: `hash = SHA-256(prev || header || SHA-256(sealed))`, all three as
 * bytes (`prev` and the inner hash raw, 32 bytes each; `prev` of the first entry is 32 zero bytes).
 * `header` is RFC 8785 canonical JSON, see core/model/entry.ts.
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

type Committed = {
  readonly entry: Entry
  /**
   * What made this entry, where that counts once: an inbox row, a job, an idempotency key. Unique
   * in the store.
   */
  readonly cause?: InboundId | JobId | string
  readonly outbox: readonly NewOutboxRow[]
  readonly jobs: readonly NewJob[]
  /**
   * Tokens of the words and copied texts in it, for `Search`; a commit of `case_erased` removes those
   * of the case instead, and the case from every network's row.
   */
  readonly words?: readonly string[]
  /** What the console is told of a case; see Feed. Nothing is told of a network. */
  readonly kinds: readonly string[]
  readonly at: Instant
  /** The inbox row or job that is handled by this. */
  readonly handles?: { readonly inbound?: InboundId; readonly job?: JobId }
  /**
   * True where a person takes over: rows of speaker `bot` of earlier entries of the case that no
   * attempt was made for become `refused`.
   */
  readonly silence?: boolean
}

/** What an entry of a case, or of a network of cases, changes. */
export type Commit = Committed &
  (
    | { readonly view: CaseRow; readonly network?: undefined }
    | { readonly network: NetworkRow; readonly view?: undefined }
  )

export type Ledger = {
  /**
   * `conflict`: the case does not stand at `entry.seq - 1` (it has an entry of that seq, or lacks
   * the one before); nothing was written; reload and decide again (law 3). `repeated`: an entry
   * with this cause exists already, whatever else is asked; nothing was written, and what it
   * handles is marked handled.
   */
  readonly commit: (commit: Commit) => Promise<'done' | 'conflict' | 'repeated'>
  /** Entries of a case in order, those after `afterSeq`. */
  readonly read: (caseId: CaseId, afterSeq?: number) => Promise<readonly Entry[]>
  /** Every case and every network that has entries, in no order; for verifying and rebuilding. */
  readonly cases: () => AsyncIterable<CaseId>
}

/**
 * A sealed object that a header commits to. `commitment`, of an original: SHA-256 over a salt that
 * only the sealed event holds, and the plain file's SHA-256, both raw. It says nothing until the
 * salt is disclosed, and nothing ever again once the case's key is gone.
 */
export type SealedObject = {
  readonly id: ObjectId
  readonly sha256: Sha256Hex
  readonly size: Bytes
  readonly commitment?: Sha256Hex
}
