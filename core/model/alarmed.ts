import type { Instant } from '../base/units.ts'
import type { Severity } from '../base/severity.ts'
import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

/**
 * How long, and how urgently, somebody waits for a person: in the queue, or in the hands of a member
 * who has not answered a danger.
 */
export const waitOf = ({
  hands,
  severity,
  alarmedAt,
}: CaseState): { readonly since: Instant | undefined; readonly severity: Severity } => ({
  since: hands.status === 'waiting' ? hands.since : hands.status === 'agent' ? alarmedAt : undefined,
  severity,
})

/** A member of the team answered, judged it, or has nothing more to do with it. */
const ANSWERS: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'agent_said',
  'phone_said',
  'case_claimed',
  'case_released',
  'case_closed',
  'case_erased',
])

/** A member saw that it is less than a danger to life. */
export const isCalmed = (event: CaseEvent): boolean =>
  event.type === 'severity_set' && event.severity !== 'P1'

const answered = (state: CaseState): CaseState => {
  const { alarmedAt: _, ...rest } = state
  return rest
}

/** People are called for a danger in a case that a member of the team holds. */
export const alarmed = (state: CaseState, event: CaseEvent, at: Instant): CaseState =>
  event.type === 'handoff_requested' && event.why === 'danger' && state.hands.status === 'agent'
    ? { ...state, alarmedAt: state.alarmedAt ?? at }
    : ANSWERS.has(event.type) || isCalmed(event)
      ? answered(state)
      : state
