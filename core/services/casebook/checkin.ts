import { isShut } from '../../policy/access/lock.ts'
import { askingNow } from '../../policy/access/asking.ts'
import { isHidden, keepsQuiet, onlyAfterTheyWrite } from '../../policy/access/quiet.ts'
import { sayCheckIn } from '../../policy/access/says.ts'
import { isDiscreet } from '../../policy/conversation/steps.ts'
import type { CaseState } from '../../model/state.ts'
import { isSafeTime, nextOpening } from '../../model/safe-times.ts'
import { isWritten } from '../../base/message.ts'
import type { Say } from '../../policy/conversation/say.ts'
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

/** What a person is told of what was done: who spoke with them, and what of theirs is sealed. */
export const sayClosed = (
  state: CaseState,
  outcome: Outcome,
  key: 'closing' | 'case-closed' = 'closing',
): Say => ({
  key,
  args: {
    outcome,
    spoke: state.times.repliedAt === undefined ? 'no' : 'yes',
    count: Object.values(state.evidence).filter(({ kind, status }) => !isWritten(kind) && status === 'sealed')
      .length,
  },
})

/**
 * What closing a case says: what was done, and the question whether somebody may ask later how it
 * is. Who could not be asked later is not asked now: somebody looks over the shoulder, or nothing
 * shall be begun by us.
 */
export const closingOf = (
  { flow, access }: Pick<CasePorts, 'flow' | 'access'>,
  state: CaseState,
  outcome: Outcome,
  now: Instant,
): Pick<Decision, 'says' | 'events'> => {
  // A chat that was left tells nothing of the case, also while it is still locked.
  if (state.address === undefined || state.exited || isShut(state)) return { says: [], events: [] }
  const isQuiet =
    isHidden(state) ||
    // A PIN or the word that erases is waited for: no other question comes between.
    askingNow(state.access, now) !== undefined ||
    state.access.decoy ||
    // The chat goes back to the bot that handed it over.
    state.relay?.open === true ||
    state.access.erasing ||
    state.blocked ||
    isDiscreet(flow, state.conversation) ||
    onlyAfterTheyWrite(access, state)
  const says = [sayClosed(state, outcome)]
  if (!ASKED.has(outcome) || isQuiet || state.access.consents['check-in'] !== undefined)
    return { says, events: [] }
  return { says: [...says, sayCheckIn()], events: [{ type: 'access_asked', what: 'check-in' }] }
}

/**
 * Asks how it is, once for each time, and only of who agreed to be asked; never unasked where somebody may look over the shoulder
 * (bots/amin/README.md, Words), and not before it is safe.
 */
export const checkIn = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const now = ports.clock.now()
  let later: Instant | undefined
  await casebook.append(job.caseId, (state): Decision | undefined => {
    const { safeTimes } = state.access
    later = safeTimes === undefined || isSafeTime(safeTimes, now) ? undefined : nextOpening(safeTimes, now)
    if (later !== undefined) return undefined
    const agreed = state.access.consents['check-in'] === true
    const reachable = state.address !== undefined && !state.blocked && !isShut(state)
    if (
      state.hands.status !== 'closed' ||
      !agreed ||
      !reachable ||
      keepsQuiet(ports.flow, ports.access, state, now)
    )
      return undefined
    return {
      actor: 'system',
      events: [],
      says: [{ key: 'checkin', again: 'checkin-again' }],
      handles: { job: job.id },
    }
  })
  if (later === undefined) await ports.store.jobs.finish(job.id)
  else await ports.store.jobs.postpone(job.id, later)
}
