import type { CaseEvent } from '../../model/events.ts'
import type { CaseState } from '../../model/state.ts'
import { newsOf, type WebhookJob, type WebhookNews } from '../../model/webhook-news.ts'
import { burdensOf } from '../../policy/visibility/care.ts'
import type { Instant } from '../../base/units.ts'
import type { CasePorts } from './ports.ts'

type Written = {
  readonly before: CaseState
  readonly after: CaseState
  readonly events: readonly CaseEvent[]
  readonly at: Instant
}

export type NewWebhook = {
  readonly kind: 'webhook'
  readonly dueAt: Instant
  readonly payload: WebhookJob
}

/**
 * One job for each endpoint that wants to hear of it: what one of them does with it is nothing to
 * another.
 */
export const toldTo = (
  { webhooks }: Pick<CasePorts, 'webhooks'>,
  { type, data }: WebhookNews,
  at: Instant,
): readonly NewWebhook[] =>
  (webhooks?.wants(type) ?? []).map((endpoint) => ({
    kind: 'webhook',
    dueAt: at,
    payload: { endpoint, type, at, data },
  }))

/**
 * What programs of the agency are told of an entry, in the same commit: nothing of it is lost, and
 * nothing is told that did not happen.
 */
export const webhookJobs = (
  ports: Pick<CasePorts, 'webhooks' | 'flow' | 'triage'>,
  written: Written,
): readonly NewWebhook[] => {
  if (ports.webhooks === undefined) return []
  // Also where it was one until now: what was a child's is never told of.
  const ofChild = [written.before, written.after].some((state) =>
    burdensOf(ports.flow.roles, state).includes('minor'),
  )
  return newsOf(ports.triage.targets, written, ofChild).flatMap((news) => toldTo(ports, news, written.at))
}
