import type { CaseEvent } from '../../model/events.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'
import { sayQuestion } from './ask.ts'
import type { ConversationContext } from './input.ts'
import type { Say } from './say.ts'
import { findStep } from './steps.ts'
import { putOpen, say, type Turn } from './turn.ts'

/** The whole question for consent, also of a case that the team has already. */
export const askConsent = (
  flow: Flow,
  state: ConversationState,
  context: ConversationContext,
): { readonly events: readonly CaseEvent[]; readonly says: readonly Say[] } => {
  const turn: Turn = { flow, context, state, events: [], says: [], muted: false }
  const step = findStep(flow, flow.consent.step)
  if (step !== undefined) {
    putOpen(turn, step)
    say(turn, sayQuestion(flow, turn.state, step))
  }
  return { events: turn.events, says: turn.says }
}
