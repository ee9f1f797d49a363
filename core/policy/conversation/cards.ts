import { holds } from './condition.ts'
import { conversationFacts } from './facts.ts'
import type { Card, Flow } from '../../model/flow.ts'
import { belowPicture, consentGiven, isOfMinor } from './gates.ts'
import type { Say } from './say.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import type { ConversationState } from '../../model/conversation.ts'

/**
 * The next-step card whose time has come: the first that its answers call for and that was not
 * said. None before consent.
 */
export const dueCard = (flow: Flow, state: ConversationState): Say | undefined => {
  if (!consentGiven(flow, state)) return undefined
  const facts = { ...state, facts: conversationFacts(state) }
  const said = (key: PhraseKey | undefined): boolean => key !== undefined && state.cards.includes(key)
  const isMinor = isOfMinor(flow, state)
  const keyOf = ({ key, minors, pictures }: Card): PhraseKey | undefined =>
    isMinor ? (minors ?? (pictures === true ? undefined : key)) : key
  const card = flow.cards.find(
    (one) =>
      keyOf(one) !== undefined &&
      ![one.key, one.minors, ...(one.unless ?? [])].some(said) &&
      holds(one.when, facts),
  )
  const key = card === undefined ? undefined : keyOf(card)
  if (card === undefined || key === undefined) return undefined
  return { key, ...(card.pictures === true && !isMinor ? belowPicture(flow, state) : {}) }
}
