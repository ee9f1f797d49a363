import type { CaseId, JobId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import type { Claim } from './claim.ts'

/* Work and durable timers. */

/**
 * `discard`: frees what a channel holds for a file that was not taken, or for those of a case that
 * was erased. `page`: calls people again where nobody came. `comfort`: a sign of life to somebody
 * in danger who waits. `expire`: the end of a draft, or of the time a case is kept. `erase`: ends
 * what the person asked to erase. `checkin`: asks, days after, how it is. `wake`: the end of a time
 * that a case was set aside for, or in which letting it go could be taken back. `opening`: the time
 * begins at which it is safe to write to the person. `link`: looks for other cases with the same
 * marks, or pictures that look the same. `examine`: reads what a sealed file is. `reply`: answers
 * words after which no more came. `second-look`: shows a message in which nothing sure was heard to
 * a language model. `transcribe`: has a voice note heard by a machine. `webhook`: tells a
 * program of the agency that something happened to a case. `return`: moves a chat to
 * the case it came back to, or tells that case that somebody tried.
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
  | 'second-look'
  | 'transcribe'
  | 'webhook'

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
  /**
   * Jobs that are due and under no claim, those due longest first. A job whose claim ended without
   * a word is given again.
   */
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
