import { holds } from './condition.ts'
import { conversationFacts } from './facts.ts'
import type { Flow } from '../../model/flow.ts'
import { belowPicture, consentGiven } from './gates.ts'
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
  const said = (key: PhraseKey): boolean => state.cards.includes(key)
  const card = flow.cards.find(
    ({ key, when, unless = [] }) => !said(key) && !unless.some(said) && holds(when, facts),
  )
  if (card === undefined) return undefined
  return { key: card.key, ...(card.pictures === true ? belowPicture(flow, state) : {}) }
}
