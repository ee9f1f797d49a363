import type { CaseState } from '../../model/state.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { JobKind } from '../../ports/store/jobs.ts'
import { after, hours, type Instant, type Ms } from '../../base/units.ts'
import type { AccessRules, Retention, Term } from '../../model/access-rules.ts'

/**
 * A case is looked at again this often at least: one that becomes closed, less grave or free of a
 * hold gets its end that much later at most.
 */
const LOOK = hours(72)

const inHours = (term: Term): Ms | undefined => (term === 'never' ? undefined : hours(term))
const inDays = (term: Term): Ms | undefined => (term === 'never' ? undefined : hours(24 * term))

/**
 * When a case is to be erased by itself, as things stand; nothing where it is kept until somebody
 * does something with it. A report that was not sent counts as a draft unless somebody of the team
 * saw it, or is called for. What a hold stands on has no end.
 */
export const expiresAt = (retention: Retention, state: CaseState): Instant | undefined => {
  const { hands, severity, access, conversation, hold } = state
  if (hold !== undefined || hands.status === 'agent' || hands.status === 'erased' || access.erasing)
    return undefined
  const terms = retention[severity]
  const end = (from: Instant, length: Ms | undefined): Instant | undefined =>
    length === undefined ? undefined : after(from, length)
  if (hands.status === 'closed') return end(hands.at, inDays(terms.closedDays))
  const isDraft = !conversation.submitted && !access.touched && hands.status === 'bot'
  if (isDraft) return end(access.heardAt ?? state.openedAt, inHours(terms.draftHours))
  return end(state.lastAt, inDays(terms.idleDays))
}

/**
 * When to look again where nothing is due: after the shortest term there is, so that it is kept to
 * the hour.
 */
export const lookAgain = (retention: Retention, now: Instant): Instant => {
  const terms = Object.values(retention).flatMap(({ draftHours, idleDays, closedDays }) => [
    inHours(draftHours),
    inDays(idleDays),
    inDays(closedDays),
  ])
  return after(
    now,
    terms.reduce<Ms>((least, one) => (one !== undefined && one < least ? one : least), LOOK),
  )
}

/** One timer a case, from its beginning on: it puts itself off, so there is never a second one. */
export const expiryJobs = (
  { retention }: AccessRules,
  events: readonly CaseEvent[],
  now: Instant,
): readonly { readonly kind: JobKind; readonly dueAt: Instant; readonly payload: unknown }[] =>
  events.some((event) => event.type === 'case_opened')
    ? [{ kind: 'expire', dueAt: lookAgain(retention, now), payload: {} }]
    : []
