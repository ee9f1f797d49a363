import { after, seconds, type Instant } from '../../base/units.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import { handBack } from './handoff.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * How long letting go can be taken back: long enough to see that it was the wrong case, too short
 * for somebody to wait for an answer.
 */
const UNDO_LASTS = seconds(10)

/** Sealed in a `wake` job: the end of that time. */
export type LeaveJob = { readonly leave: true }

const holds = ({ hands }: CaseState, agent: DeskAgent): boolean =>
  hands.status === 'agent' && hands.agent === agent.id

/**
 * The case stays with the agent until then, so the bot says nothing; then it goes, whatever became
 * of their page.
 */
export const planLeave = (
  state: CaseState,
  agent: DeskAgent,
  to: 'bot' | 'queue',
  now: Instant,
): Decision | DeskOutcome => {
  if (!holds(state, agent)) return { status: 'not_yours' }
  if (state.work.leaving !== undefined) return { status: 'refused', why: 'already' }
  const at = after(now, UNDO_LASTS)
  const payload: LeaveJob = { leave: true }
  return {
    actor: `agent:${agent.id}`,
    events: [{ type: 'release_planned', agent: agent.id, to, at }],
    jobs: [{ kind: 'wake', dueAt: at, payload }],
  }
}

export const undoLeave = (state: CaseState, agent: DeskAgent): Decision | DeskOutcome => {
  if (!holds(state, agent)) return { status: 'not_yours' }
  if (state.work.leaving === undefined) return { status: 'refused', why: 'already' }
  return { actor: `agent:${agent.id}`, events: [{ type: 'release_undone', agent: agent.id }] }
}

/** Nothing where it was taken back, or put off since. */
export const decideLeave = (
  ports: Pick<CasePorts, 'flow' | 'emergency' | 'checks' | 'triage'>,
  state: CaseState,
  now: Instant,
): Decision | undefined => {
  const { leaving } = state.work
  if (
    leaving === undefined ||
    leaving.at > now ||
    state.hands.status !== 'agent' ||
    state.hands.agent !== leaving.agent
  )
    return undefined
  return handBack(ports, state, {
    agent: { id: leaving.agent, alias: state.hands.alias },
    to: leaving.to,
    now,
  })
}
