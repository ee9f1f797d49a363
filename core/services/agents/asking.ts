import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * Somebody would like to have the case that a colleague holds, and says why: a note for all, and a
 * word to who holds it. Nothing changes hands.
 */
export const decideAsk = (state: CaseState, agent: DeskAgent, text: string): Decision | DeskOutcome => {
  const { hands } = state
  if (hands.status !== 'agent' || hands.agent === agent.id) return { status: 'refused', why: 'already' }
  const who = { agent: agent.id, alias: agent.alias }
  return {
    actor: `agent:${agent.id}`,
    events: [
      { type: 'note_added', ...who, text },
      { type: 'case_asked', ...who },
    ],
  }
}
