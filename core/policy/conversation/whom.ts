import type { CrisisHit, CrisisLabel } from '../../base/danger.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'
import { isOfOther, isOfWriter } from './facts.ts'
import { minorHits } from './minor.ts'

/** Whether this is told for somebody else than who writes. */
export const isForOther = ({ whom }: Flow, { answers }: Pick<ConversationState, 'answers'>): boolean => {
  const answer = whom === undefined ? undefined : answers[whom.step]
  return answer?.kind === 'choice' && answer.option === whom?.option
}

/** Whether an adult's own age may stand beside somebody else whom this is about: it says nothing of theirs (law 10). */
export const mayBeOfOther = ({
  flow,
  state,
  context: { hits = [] },
}: {
  readonly flow: Flow
  readonly state: Pick<ConversationState, 'answers'>
  readonly context: { readonly hits?: readonly CrisisHit[] | undefined }
}): boolean => isForOther(flow, state) || minorHits(hits).some(({ about }) => about === 'other')

/**
 * Whether a danger is another's: the words that show it say so, or it is told for somebody and no
 * rule heard it of who writes.
 */
export const isDangerOfOther = (flow: Flow, state: ConversationState, label: CrisisLabel): boolean =>
  isOfOther(state, label) || (isForOther(flow, state) && !isOfWriter(state, label))
