import type { InboundId } from '../base/ids.ts'
import type { CaseEvent } from './events.ts'
import { hours, type Instant } from '../base/units.ts'
import type { CaseState } from './state.ts'

/**
 * A message of the person as one that nobody of the team has read. While the bot alone speaks with
 * them nobody has to: what they tell it stands in the answers. `state` is as it was before.
 */
export const counted = (
  state: CaseState,
  inbound: InboundId,
  at: Instant,
): Pick<CaseState, 'unread' | 'counted' | 'unreadFrom'> => {
  if (state.hands.status === 'bot') return { unread: state.unread }
  const first = state.unread === 0 ? { unreadFrom: { at, after: state.lastAt } } : {}
  return { unread: state.unread + 1, counted: inbound, ...first }
}

/** Since when the person waits for an answer of whoever holds the case; nothing where they do not. */
export const answerSince = ({ hands, unread, unreadFrom }: CaseState): Instant | undefined =>
  hands.status === 'agent' && unread > 0 ? unreadFrom?.at : undefined

/** After so long without a word nobody looks at a chat any more. */
const SILENCE = hours(1)

/** When the person wrote again after a silence, and who holds the case has not answered yet. */
export const backSince = (state: CaseState): Instant | undefined => {
  const since = answerSince(state)
  const { unreadFrom } = state
  return since !== undefined && unreadFrom !== undefined && since - unreadFrom.after >= SILENCE
    ? since
    : undefined
}

/**
 * The same after an answer. One that was chosen, or read as a sum, a number or a time, was written
 * to the bot, also while somebody is awaited; words of their own are for whoever comes.
 */
export const unreadAfter = (
  { counted: last, hands, unread, conversation }: CaseState,
  { inbound, step, together, answer }: Extract<CaseEvent, { type: 'answer_given' }>,
): number => {
  const toBot = answer.kind !== 'text' && answer.kind !== 'voice' && answer.kind !== 'media'
  const isNewest = last !== undefined && inbound === last
  if (hands.status !== 'waiting' || !toBot || !isNewest || conversation.open?.step !== step) return unread
  return Math.max(0, unread - (together?.length ?? 1))
}
