import { expiryJobs } from '../../policy/access/expiry.ts'
import { codeJobs } from '../../policy/access/read-codes.ts'
import { openingJobs } from '../../model/safe-times.ts'
import type { CaseEvent } from '../../model/events.ts'
import { lapseJobs, scriptJobs } from './link-lapse.ts'
import type { Instant } from '../../base/units.ts'
import { alarmJobs } from '../../policy/triage/alarm.ts'
import type { Decision } from './decision.ts'
import type { CasePorts } from './ports.ts'
import type { CaseState } from '../../model/state.ts'

type Written = {
  readonly before: CaseState
  readonly after: CaseState
  readonly events: readonly CaseEvent[]
  readonly at: Instant
}

/**
 * What an entry sets going beyond what was decided: the case's end, calls, the hour that is safe,
 * links that are looked at again, texts that are looked for elsewhere, codes in a picture that
 * somebody may be asked about.
 */
export const jobsOfEntry = (
  { access, flow, triage }: Pick<CasePorts, 'access' | 'flow' | 'triage'>,
  { before, after, events, at }: Written,
): NonNullable<Decision['jobs']> => [
  ...expiryJobs(access, events, at),
  ...alarmJobs({ flow, targets: triage.targets }, before, after, at),
  ...openingJobs(after.access, after.seq, at),
  ...lapseJobs(before, events, at),
  ...scriptJobs(events, at),
  ...codeJobs(flow, after, events, at),
]
