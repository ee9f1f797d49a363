import { holds } from './condition.ts'
import { conversationFacts } from './facts.ts'
import type { Flow } from '../../model/flow.ts'
import { consentGiven } from './gates.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import type { ConversationState } from '../../model/conversation.ts'

/**
 * The next-step card whose time has come: the first that its answers call for and that was not
 * said. None before consent.
 */
export const dueCard = (flow: Flow, state: ConversationState): PhraseKey | undefined => {
  if (!consentGiven(flow, state)) return undefined
  const facts = { ...state, facts: conversationFacts(state) }
  const said = (key: PhraseKey): boolean => state.cards.includes(key)
  return flow.cards.find(
    ({ key, when, unless = [] }) => !said(key) && !unless.some(said) && holds(when, facts),
  )?.key
}
