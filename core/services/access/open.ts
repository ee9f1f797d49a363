import { botIsSilent } from '../../policy/access/silent.ts'
import { sayClosed } from '../casebook/checkin.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { askConsent } from '../../policy/conversation/ask-consent.ts'
import { decideConversation } from '../../policy/conversation/decide.ts'
import { consentGiven } from '../../policy/conversation/gates.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { Instant } from '../../base/units.ts'
import { rejoined } from '../../model/apart.ts'
import { offerAgain } from './way-back.ts'
import type { Act } from './act.ts'

/** What waits in a case for who comes back to it. */
export const resume = (
  ports: Pick<CasePorts, 'flow' | 'emergency' | 'checks'>,
  state: CaseState,
  now: Instant,
): { events: readonly CaseEvent[]; says: readonly Say[] } => {
  if (botIsSilent(state)) return { events: [], says: [] }
  const emergency = ports.emergency(now, state.language)
  const context = {
    now,
    language: state.language,
    checks: ports.checks,
    ...(emergency === undefined ? {} : { emergency }),
  }
  const { exited: _, paused: __, locked: ___, unproven: ____, ...conversation } = rejoined(state.conversation)
  const there = { ...conversation, exited: false }
  // Another may have agreed in their place: they are asked themselves.
  const isTakenBack = consentGiven(ports.flow, state.conversation) && !consentGiven(ports.flow, there)
  if (!state.conversation.submitted) return decideConversation(ports.flow, there, { kind: 'resume' }, context)
  const asked = isTakenBack ? askConsent(ports.flow, there, context) : { events: [], says: [] }
  return { events: asked.events, says: [{ key: 'with-team' }, ...asked.says] }
}

/** Out of hiding: it was shown that the case is theirs. What was closed meanwhile is told now, and not before. */
export const open = (act: Act): void => {
  const { state, ports, now } = act
  const { hands } = state
  const resumed =
    hands.status === 'closed'
      ? { events: [], says: [sayClosed(state, hands.outcome, 'case-closed')] }
      : resume(ports, state, now)
  act.out.emit({ type: 'conversation_resumed' }, ...resumed.events)
  // That it goes on is said first, for who has just mistyped, and once: the question follows, and its
  // name is not told before it.
  act.out.say({ key: 'resumed' })
  if (state.access.tries > 0) act.out.say({ key: 'return-tried' })
  act.out.say(...resumed.says.filter(({ key }) => key !== 'stopped-at'))
  offerAgain(act.out)
}
