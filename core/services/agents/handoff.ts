import { decideConversation } from '../../policy/conversation/decide.ts'
import { evolveConversation } from '../../model/evolve-conversation.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { Instant } from '../../base/units.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * An agent lets go: to the queue, where the person is told that they wait, or to the bot, which
 * goes on where it stood.
 */
export const handBack = (
  ports: Pick<CasePorts, 'flow' | 'emergency' | 'checks'>,
  state: CaseState,
  { agent, to, now }: { readonly agent: DeskAgent; readonly to: 'bot' | 'queue'; readonly now: Instant },
): Decision => {
  const released: CaseEvent = { type: 'case_released', agent: agent.id, to }
  const actor = `agent:${agent.id}` as const
  if (state.address === undefined || state.exited) return { actor, events: [released] }
  if (to === 'queue') return { actor, events: [released], says: [{ key: 'queue-returned' }] }
  const emergency = ports.emergency(now, state.language)
  const resumed = decideConversation(
    ports.flow,
    // What was the team's to see while they were there is not asked afterwards.
    evolveConversation(state.conversation, released),
    { kind: 'resume' },
    {
      now,
      language: state.language,
      checks: ports.checks,
      ...(emergency === undefined ? {} : { emergency }),
    },
  )
  const says: readonly Say[] = [{ key: 'returned-to-bot' }, ...resumed.says]
  return { actor, events: [released, ...resumed.events], says }
}
