import type { CaseEvent } from './events.ts'
import type { Instant } from '../base/units.ts'

/** When a case reached what it is measured by; each the first time. */
export type Times = {
  /** Somebody of the team was called for. */
  readonly askedAt?: Instant
  /** Somebody of the team spoke to the person. */
  readonly repliedAt?: Instant
  /** The last closing; nothing while the case is open. */
  readonly closedAt?: Instant
  /** The question that was asked last: where people stop. */
  readonly step?: string
}

export const evolveTimes = (times: Times, event: CaseEvent, at: Instant): Times => {
  switch (event.type) {
    case 'handoff_requested':
      // Who was answered before and is called for anew did not wait for the first answer.
      return times.askedAt === undefined && times.repliedAt === undefined ? { ...times, askedAt: at } : times
    case 'agent_said':
    case 'phone_said':
      return times.repliedAt === undefined ? { ...times, repliedAt: at } : times
    case 'case_closed':
      return { ...times, closedAt: at }
    case 'case_reopened': {
      const { closedAt: _, ...open } = times
      return open
    }
    case 'question_asked':
      // What a member of the team had asked is no step of the intake.
      return event.by === undefined ? { ...times, step: event.step } : times
    default:
      return times
  }
}
