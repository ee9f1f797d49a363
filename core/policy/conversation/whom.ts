import type { CrisisLabel } from '../../base/danger.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'
import { isOfOther, isOfWriter } from './facts.ts'
import { minorHits } from './minor.ts'
import type { Turn } from './turn.ts'

/** Whether this is told for somebody else than who writes. */
export const isForOther = (
  { whom, adult }: Flow,
  { answers }: Pick<ConversationState, 'answers'>,
): boolean => {
  if (whom === undefined) return false
  const [answer, age] = [answers[whom.step], answers[adult.step]]
  // Whoever presses an age of their own is whom it happens to, whatever the words sounded like.
  const isOwn = age?.kind === 'choice' && whom.own.includes(age.option)
  return !isOwn && answer?.kind === 'choice' && answer.option === whom.option
}

/**
 * Whether an adult's own age may stand beside somebody else whom this is about: it says nothing of theirs
 * (law 10).
 */
export const mayBeOfOther = ({ flow, state, context }: Pick<Turn, 'flow' | 'state' | 'context'>): boolean =>
  isForOther(flow, state) || minorHits(context.hits ?? []).some(({ about }) => about === 'other')

/**
 * Whether a danger is another's: the words that show it say so, or it is told for somebody and no
 * rule heard it of who writes. A wish to die is the writer's unless the words say whose: a mother who
 * reports for her daughter may despair herself, and a truthful "no" for the daughter would hide it.
 */
export const isDangerOfOther = (flow: Flow, state: ConversationState, label: CrisisLabel): boolean =>
  isOfOther(state, label) || (label !== 'self_harm' && isForOther(flow, state) && !isOfWriter(state, label))
