import type { CrisisLabel } from '../../base/danger.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'
import { isOfOther, isOfWriter } from './facts.ts'

/** Whether this is told for somebody else than who writes. */
export const isForOther = ({ whom }: Flow, { answers }: Pick<ConversationState, 'answers'>): boolean => {
  const answer = whom === undefined ? undefined : answers[whom.step]
  return answer?.kind === 'choice' && answer.option === whom?.option
}

/**
 * Whether a danger is another's: the words that show it say so, or it is told for somebody and no
 * rule heard it of who writes.
 */
export const isDangerOfOther = (flow: Flow, state: ConversationState, label: CrisisLabel): boolean =>
  isOfOther(state, label) || (isForOther(flow, state) && !isOfWriter(state, label))
