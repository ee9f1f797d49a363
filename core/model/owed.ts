import type { InboundId } from '../base/ids.ts'
import type { Untrusted } from '../base/untrusted.ts'
import type { Instant } from '../base/units.ts'

/** One message of words; `at` is when it was written down here. */
export type Line = {
  readonly inbound: InboundId
  readonly text: Untrusted
  readonly sentAt: Instant
  readonly at: Instant
}

/**
 * Words that wait for an answer, in the order in which they came. `before`: when the person wrote
 * before them.
 */
export type Owed = {
  readonly since: Instant
  readonly last: Instant
  readonly before?: Instant
  readonly lines: readonly Line[]
}
