import type { Instant } from '../base/units.ts'
import type { Severity } from '../base/severity.ts'

/** How somebody has waited for a person since they last came into the queue. */
export type Wait = {
  /**
   * The severities they waited under, each with when it began. A person of the team who lowers one
   * makes it as if it had been so from the beginning.
   */
  readonly marks: readonly { readonly at: Instant; readonly severity: Severity }[]
  /** Pages that were called under the last of them. */
  readonly paged: number
}

type Queued = { readonly since: Instant | undefined; readonly severity: Severity; readonly wait?: Wait }

/**
 * The wait after one more event at `at`; nothing where nobody waits. `paged`: that event was a
 * page, of this ordinal.
 */
export const evolveWait = (
  before: Queued,
  next: Omit<Queued, 'wait'>,
  at: Instant,
  paged?: number,
): Wait | undefined => {
  if (next.since === undefined) return undefined
  const { wait } = before
  if (wait === undefined || before.since !== next.since)
    return { marks: [{ at: next.since, severity: next.severity }], paged: 0 }
  if (next.severity < before.severity)
    return { marks: [...wait.marks, { at, severity: next.severity }], paged: 0 }
  if (next.severity > before.severity)
    return { marks: [{ at: next.since, severity: next.severity }], paged: 0 }
  return paged === undefined ? wait : { ...wait, paged: paged + 1 }
}
