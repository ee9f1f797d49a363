import type { InboundId } from '../base/ids.ts'
import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

/**
 * A message of the person as one that nobody of the team has read. While the bot alone speaks with
 * them nobody has to: what they tell it stands in the answers.
 */
export const counted = (state: CaseState, inbound: InboundId): Pick<CaseState, 'unread' | 'counted'> => {
  if (state.hands.status === 'bot') return { unread: state.unread }
  return { unread: state.unread + 1, counted: inbound }
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
