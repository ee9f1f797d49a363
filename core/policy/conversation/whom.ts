import type { CrisisLabel } from '../../base/danger.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'
import { isOfOther, isOfWriter } from './facts.ts'
import { hintsIn } from './hints.ts'
import type { ConversationInput } from './input.ts'
import { wordsOf } from './stages.ts'
import { give, type Turn } from './turn.ts'

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

/** Words that tell for somebody else are that answer, before a yes as well: it decides of whom the questions speak. */
export const noteWhom = (turn: Turn, input: ConversationInput): void => {
  const { flow, state } = turn
  const words = wordsOf(input)
  const hidden = state.exited || state.locked === true || state.paused === 'word'
  if (flow.whom === undefined || words === undefined || hidden || state.answers[flow.whom.step] !== undefined)
    return
  const { step, option } = flow.whom
  if (hintsIn(flow, words).get(step)?.includes(option) === true) give(turn, step, { kind: 'choice', option })
}
