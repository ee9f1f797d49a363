import type { Claim } from './claim.ts'

/* One holder of a role. */

export type Leases = {
  /**
   * True where `owner` holds `name` until `until`: taken new, taken over after its end, or renewed
   * by the same owner.
   */
  readonly take: (name: string, claim: Claim) => Promise<boolean>
  readonly release: (name: string, owner: string) => Promise<void>
  /**
   * Ends every lease and claim of an owner that is known to be dead: the same name starting again.
   * Its attempts to send are `interrupted`.
   */
  readonly forfeit: (owner: string) => Promise<void>
}
