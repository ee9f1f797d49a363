import type { CaseId } from '../base/ids.ts'
import type { Severity } from '../base/severity.ts'
import type { Instant } from '../base/units.ts'
import type { WebhookType } from '../base/webhook.ts'
import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'
import type { Outcome } from './team-events.ts'
import { replyDue, type Targets } from './targets.ts'

/**
 * What is said beyond that it happened: coded values alone. No word, name or number of the person,
 * and no case code.
 */
export type WebhookData = {
  readonly case: CaseId
  readonly severity?: Severity
  readonly from?: Severity
  readonly team?: string
  readonly to?: 'bot' | 'queue'
  readonly outcome?: Outcome
  readonly step?: number
}

export type WebhookNews = { readonly type: WebhookType; readonly data: WebhookData }

/** What a job of kind `webhook` is for: one message to one endpoint, as it stood when it happened. */
export type WebhookJob = WebhookNews & { readonly endpoint: string; readonly at: Instant }

type Written = {
  readonly before: CaseState
  readonly after: CaseState
  readonly events: readonly CaseEvent[]
  readonly at: Instant
}

const ofEvent = (
  targets: Targets,
  { before, at }: Written,
  event: CaseEvent,
): (Omit<WebhookData, 'case'> & { readonly type: WebhookType }) | undefined => {
  switch (event.type) {
    case 'case_claimed':
      return { type: 'case.taken_over' }
    case 'case_released':
      return { type: 'case.handed_back', to: event.to }
    case 'case_closed':
      return { type: 'case.closed', outcome: event.outcome }
    case 'paged':
      return event.severity === 'P1' && before.wait !== undefined && replyDue(targets, before.wait) <= at
        ? { type: 'case.target_missed', severity: event.severity, step: event.step }
        : undefined
    default:
      return undefined
  }
}

/**
 * What an entry means to a program outside. A case of a child says that it happened, and no more;
 * one that is brought in from elsewhere is no news.
 */
export const newsOf = (targets: Targets, written: Written, ofChild: boolean): readonly WebhookNews[] => {
  const { before, after, events } = written
  const said = events.flatMap((event) => ofEvent(targets, written, event) ?? [])
  const opens = before.seq === 0
  if (opens && after.elsewhere === true) return []
  const all: readonly (Omit<WebhookData, 'case'> & { readonly type: WebhookType })[] = [
    ...(opens ? [{ type: 'case.opened' } as const] : []),
    ...(!opens && before.severity !== after.severity
      ? [{ type: 'case.urgency_changed', severity: after.severity, from: before.severity } as const]
      : []),
    ...(!opens && before.team !== after.team
      ? [{ type: 'case.team_changed', team: after.team } as const]
      : []),
    ...said,
  ]
  return all.map(({ type, ...data }) => ({
    type,
    data: { case: after.caseId, ...(ofChild ? {} : data) },
  }))
}
