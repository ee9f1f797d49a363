import { hours, type Instant } from '../base/units.ts'
import type { CaseEvent } from './events.ts'

/** Between two signs of danger that belong together there is less. */
const EPISODE = hours(1)

/** Somebody else has the case now, judged it, or others were called in earnest: what comes next is told anew. */
const ENDS: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'case_claimed',
  'case_released',
  'case_transferred',
  'case_closed',
  'severity_set',
  'paged',
])

/**
 * Whether an event calls people once more for the danger that they were called for: while a member of the
 * team answers, each further sign of it is waited for anew (./alarmed.ts), and told once an episode. To be
 * asked for all events of a case, in their order.
 */
export const makeCalls = (): ((event: CaseEvent, at: Instant) => boolean) => {
  let last: Instant | undefined
  return (event, at) => {
    if (ENDS.has(event.type)) last = undefined
    if (event.type !== 'handoff_requested' || event.why !== 'danger') return false
    const isAgain = last !== undefined && at - last < EPISODE
    last = at
    return isAgain
  }
}
