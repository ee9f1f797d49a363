import { isShut } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import type { CaseState } from '../../model/state.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseEvent } from '../../model/events.ts'
import { after, hours, minutes, type Instant } from '../../base/units.ts'
import type { Inbound } from '../../base/message.ts'

/** Whoever calls again and again is told once in this time that nobody can be spoken to here. */
const CALL_QUIET = minutes(30)

/**
 * What is older than this when it comes is not answered as if it had just been written: a whole day
 * has passed over it.
 */
const LATE = hours(24)

type Aside = { readonly events: readonly CaseEvent[]; readonly says: readonly Say[] }

/**
 * Of a call: somebody is asked to come, for who calls does not want to wait; and the person is told
 * kindly, where something may be said, how they can be heard here. `before` is the case as it was
 * when the call came, without it.
 */
const onCall = (before: CaseState, now: Instant, emergency: string | undefined): Aside => {
  const silent =
    botIsSilent(before) || isHidden(before) || isShut(before) || before.access.decoy || before.access.erasing
  const told = before.calledAt !== undefined && now < after(before.calledAt, CALL_QUIET)
  return {
    events: before.hands.status === 'agent' ? [] : [{ type: 'handoff_requested', why: 'call' }],
    says: silent || told ? [] : [{ key: 'call-unanswered', args: { emergency: emergency ?? 'none' } }],
  }
}

/** Whether a first message lay somewhere for more than a day: it is kept, and no question is put under it. */
const isStale = (before: CaseState, item: Inbound, now: Instant): boolean =>
  before.conversation.asked === 0 && !botIsSilent(before) && now > after(item.sentAt, LATE)

/**
 * What is kept and has no part in the conversation: a call, and what came too late to be answered
 * as if it were new; nothing of it, where the message is one like others. Danger in words is heard
 * at any age.
 */
export const readAside = (
  before: CaseState,
  item: Inbound,
  {
    danger,
    now,
    emergency,
  }: { readonly danger: boolean; readonly now: Instant; readonly emergency: string | undefined },
): Aside | undefined => {
  if (item.edit > 0) return undefined
  if (item.body.kind === 'call') return onCall(before, now, emergency)
  if (danger || !isStale(before, item, now)) return undefined
  return { events: [], says: before.seq === 0 ? [{ key: 'late-hello' }] : [] }
}
