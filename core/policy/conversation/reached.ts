import { pickedOptions } from './condition.ts'
import { asks } from './guide-asked.ts'
import { give, type Turn } from './turn.ts'

/**
 * Whether words say that the family has it already. Who asks whether it will come to that says
 * nothing of it.
 */
export const saysReached = ({ flow, context }: Turn, text: string): boolean =>
  flow.reached !== undefined &&
  (context.hits ?? []).some(({ detail }) => detail?.reached !== undefined) &&
  !asks(flow, text)

/** Whom it reached is kept without a word, before a yes as well: what it may lead to is asked about. */
export const noteReached = (turn: Turn, words: string | undefined): void => {
  const { flow, state } = turn
  if (flow.reached === undefined || words === undefined || turn.other !== undefined) return
  const { step, option } = flow.reached
  const picked = pickedOptions(state.answers[step])
  if (picked.includes(option) || !saysReached(turn, words)) return
  give(turn, step, { kind: 'choices', options: [...picked, option] })
}
