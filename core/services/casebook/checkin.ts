import { keepsQuiet } from '../../policy/access/quiet.ts'
import { isSafeTime, nextOpening } from '../../model/safe-times.ts'
import type { Outcome } from '../../model/team-events.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import { after, hours, type Instant } from '../../base/units.ts'
import type { Casebook } from './casebook.ts'
import type { Decision } from './decision.ts'
import type { CasePorts } from './ports.ts'

/**
 * How long after a case was closed somebody asks how it is: blackmailers come back after weeks
 * (bots/amin/README.md, First advice).
 */
const AFTER = [hours(24 * 3), hours(24 * 14)] as const

/** Who withdrew, was somebody else's case or none at all is left in peace. */
const ASKED: ReadonlySet<Outcome> = new Set(['resolved', 'referred'])

export const checkInJobs = (outcome: Outcome, now: Instant): NonNullable<Decision['jobs']> =>
  ASKED.has(outcome)
    ? AFTER.map((time) => ({ kind: 'checkin' as const, dueAt: after(now, time), payload: {} }))
    : []

/**
 * Asks how it is, once for each time; never unasked where somebody may look over the shoulder
 * (bots/amin/README.md, Words), and not before it is safe.
 */
export const checkIn = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const now = ports.clock.now()
  let later: Instant | undefined
  await casebook.append(job.caseId, (state): Decision | undefined => {
    const { safeTimes } = state.access
    later = safeTimes === undefined || isSafeTime(safeTimes, now) ? undefined : nextOpening(safeTimes, now)
    if (later !== undefined) return undefined
    const reachable = state.address !== undefined && !state.blocked && !state.exited
    if (state.hands.status !== 'closed' || !reachable || keepsQuiet(ports.flow, ports.access, state, now))
      return undefined
    return { actor: 'system', events: [], says: [{ key: 'checkin' }], handles: { job: job.id } }
  })
  if (later === undefined) await ports.store.jobs.finish(job.id)
  else await ports.store.jobs.postpone(job.id, later)
}
