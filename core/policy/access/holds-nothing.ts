import type { CaseState } from '../../model/state.ts'

/**
 * Whether nothing was ever told in a case but the wish to return: there is nothing to come back to in it, and
 * it can go. Not where the chat was left before with files that wait: those may be another's.
 */
export const holdsNothing = ({ conversation, evidence, access, hands }: CaseState): boolean => {
  const isTold = Object.keys(conversation.answers).length > 0 || Object.keys(evidence).length > 0
  return !isTold && conversation.apart === undefined && !access.touched && hands.status === 'bot'
}
