import { botIsSilent } from '../../policy/access/silent.ts'
import { sayClosed } from '../casebook/checkin.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { decideConversation } from '../../policy/conversation/decide.ts'
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
  if (state.conversation.submitted) return { events: [], says: [{ key: 'with-team' }] }
  const emergency = ports.emergency(now, state.language)
  const context = {
    now,
    language: state.language,
    checks: ports.checks,
    ...(emergency === undefined ? {} : { emergency }),
  }
  const { exited: _, paused: __, locked: ___, unproven: ____, ...conversation } = rejoined(state.conversation)
  return decideConversation(ports.flow, { ...conversation, exited: false }, { kind: 'resume' }, context)
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
  if (state.access.tries > 0) act.out.say({ key: 'return-tried' })
  act.out.say({ key: 'resumed' }, ...resumed.says)
  offerAgain(act.out)
}
