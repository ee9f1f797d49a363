import { decideConversation } from '../../policy/conversation/decide.ts'
import { evolveConversation } from '../../model/evolve-conversation.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { Instant } from '../../base/units.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { isDangerUnanswered } from '../../policy/triage/judge.ts'

/**
 * An agent lets go: to the queue, where the person is told that they wait, or to the bot, which
 * goes on where it stood. Nobody in danger is left to the bot with a danger that no one answered:
 * people are called for it at once.
 */
export const handBack = (
  ports: Pick<CasePorts, 'flow' | 'emergency' | 'checks' | 'triage'>,
  state: CaseState,
  { agent, to, now }: { readonly agent: DeskAgent; readonly to: 'bot' | 'queue'; readonly now: Instant },
): Decision => {
  const released: CaseEvent = { type: 'case_released', agent: agent.id, to }
  const actor = `agent:${agent.id}` as const
  const isDanger = to === 'bot' && isDangerUnanswered(ports, state, now)
  const events: readonly CaseEvent[] = isDanger
    ? [released, { type: 'handoff_requested', why: 'danger' }]
    : [released]
  if (state.address === undefined || state.exited) return { actor, events }
  if (to === 'queue') return { actor, events, says: [{ key: 'queue-returned' }] }
  const emergency = ports.emergency(now, state.language)
  const resumed = decideConversation(
    ports.flow,
    // What was the team's to see while they were there is not asked afterwards.
    events.reduce(evolveConversation, state.conversation),
    isDanger ? { kind: 'resume', inDanger: true } : { kind: 'resume' },
    {
      now,
      language: state.language,
      checks: ports.checks,
      ...(emergency === undefined ? {} : { emergency }),
    },
  )
  const says: readonly Say[] = isDanger ? resumed.says : [{ key: 'returned-to-bot' }, ...resumed.says]
  return { actor, events: [...events, ...resumed.events], says }
}
