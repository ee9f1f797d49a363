import type { CaseId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'

/* What changed, for consoles; ids and kinds only, so that rights are checked at fetch. */

export type FeedItem = {
  /**
   * Rises with every item, gaps allowed; an item never becomes visible after one of a higher
   * position was.
   */
  readonly position: number
  readonly at: Instant
  /**
   * The commit's kinds, or `delivery` where a settlement changed the delivery state of something an
   * agent said, or made any row fail.
   */
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
  /**
   * Called soon after something new can be read: at once for this process's commits, within half a
   * second for others'. Returns the end of it.
   */
  readonly subscribe: (wake: () => void) => () => void
  /** Forgets items older than `before`. Positions are never given again. */
  readonly prune: (before: Instant) => Promise<void>
}
