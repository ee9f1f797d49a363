import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'

/**
 * Whether anybody who holds the phone may have written it: the chat was left, is not yet shown to be theirs,
 * was stopped because somebody watches, or is a decoy. What a message says there of the person (an age, for
 * whom they tell) decides nothing; a danger in it still calls people. `silent`: nor does it show that it was
 * understood. `doubted`: the chat goes on by a word alone, and an age counts until it is shown whose it is
 * (core/model/apart).
 */
export const otherHands = (
  { exited, locked, paused, unproven }: ConversationState,
  decoy: boolean,
): 'silent' | 'doubted' | undefined => {
  if (unproven === true && !decoy) return 'doubted'
  return exited || locked === true || paused === 'word' || decoy ? 'silent' : undefined
}

/** A question of who the person is, and for whom they tell. */
export const isOfPerson = ({ adult, whom }: Flow, step: string): boolean =>
  step === adult.step || step === whom?.step
