import type { CaseId, Sha256Hex } from '../../base/ids.ts'
import type { PinHash } from '../../ports/pins.ts'
import type { Instant } from '../../base/units.ts'
import type { Secret } from '../../model/access.ts'

/**
 * What a message is, as far as that needs slow hashes, other cases or the count of tries: fetched
 * before anything is decided (law 11).
 */
export type AccessReading = {
  /** The message is this and nothing else. */
  readonly matched?: Secret
  /** There were too many tries just now: whatever it matched, it opens nothing. */
  readonly later?: true
  /** Numbers in it that are a secret of the case. */
  readonly numbers: readonly string[]
  readonly setting?:
    | { readonly fit: 'shape' | 'taken' | 'guessable' }
    | { readonly fit: 'fits'; readonly salt: string; readonly hash: PinHash }
  readonly returning?: Returning
  /** Where the message asks what we have: the first signed checkpoint that covers the newest receipt. */
  readonly record?: { readonly root: Sha256Hex; readonly at: Instant }
}

/** `to`: the case that the code names, where there is one. */
export type Returning = {
  readonly outcome: 'right' | 'decoy' | 'duress' | 'wrong' | 'later'
  readonly to?: CaseId
}
