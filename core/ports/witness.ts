import type { CaseId, Sha256Hex } from '../base/ids.ts'
import type { Instant } from '../base/units.ts'

/**
 * The highest checkpoint that was ever seen here, as it is kept beside the key that signs: what a
 * store is measured by that may have been put back.
 */
export type Mark = {
  readonly no: number
  readonly size: number
  readonly root: Sha256Hex
  /** When that checkpoint was made. */
  readonly at: Instant
  /** Erasures in the list then; it only grows. */
  readonly erasures: number
}

/** A case that was erased: the place and the hash of its tombstone. */
export type Erasure = {
  readonly caseId: CaseId
  readonly seq: number
  readonly hash: string
  readonly at: Instant
}

/**
 * Erasures, apart from store and keys: whoever puts older copies of both back is told by it what
 * must not open. Nothing in it names a person.
 */
export type ErasureList = {
  /**
   * Durable when it resolves, as far as there is a place to write to: what cannot be written is
   * logged, and stops no erasure.
   */
  readonly note: (erasures: readonly Erasure[]) => Promise<void>
  /** Those that are signed with a key of ours, each case once. */
  readonly read: () => Promise<readonly Erasure[]>
}

/** What is kept apart from the store (AMIN_WITNESS). */
export type Witness = {
  /** Nothing where none is kept yet; `unreadable` where it was changed, or signed with another key. */
  readonly mark: () => Promise<Mark | 'unreadable' | undefined>
  /** In the place of what was there, whole or not at all. Throws `data_unwritable`. */
  readonly keep: (mark: Mark) => Promise<void>
  readonly erasures: ErasureList
}

/** What is done to people and keys has a log of its own beside the people; checkpoints cover its head. */
export type DeedHead = { readonly no: number; readonly hash: Sha256Hex }
export type DeedLog = {
  /** The newest; nothing where nothing was done yet. */
  readonly head: () => Promise<DeedHead | undefined>
  readonly hashAt: (no: number) => Promise<string | undefined>
  /** Whether each is chained to the one before, from the first on; `count`: how many hold. */
  readonly verify: () => Promise<{ readonly intact: boolean; readonly count: number }>
}
