import type { Instant } from '../../base/units.ts'

/** One section of what the team set in the console. Nothing of a person stands in it. */
export type Setting = {
  readonly name: string
  /** Rises by one with each change, from 1; never begins anew. */
  readonly version: number
  readonly at: Instant
  /** The member who changed it. */
  readonly by: string
  /** JSON; `null` where the section was emptied. */
  readonly body: string
}

/** Few rows, read whole by every process again and again: what changes in one holds soon in all. */
export type Settings = {
  /** All, by their names. */
  readonly list: () => Promise<readonly Setting[]>
  /**
   * Keeps the version after the one that is there (1 where there is none), and drops what the one
   * before said: it may be a secret that was taken away. False, and nothing is
   * changed, where another version is there: somebody else was first.
   */
  readonly put: (setting: Setting) => Promise<boolean>
}
