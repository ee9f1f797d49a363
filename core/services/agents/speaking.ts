import type { DeskAgent } from '../../base/member.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import { isCutOff } from '../../model/relay.ts'
import type { CaseState } from '../../model/state.ts'

/** Why an agent may not act on a case that another holds, or nobody. Nothing where they may. */
export const notHolder = (state: CaseState, agent: DeskAgent): DeskOutcome | undefined =>
  state.hands.status === 'agent' && state.hands.agent === agent.id ? undefined : { status: 'not_yours' }

/** Why an agent may say or send nothing to the person now. Nothing where they may. */
export const notHeard = (
  state: CaseState,
  agent: DeskAgent,
  expectedVersion: number,
): DeskOutcome | undefined => {
  const refused = notHolder(state, agent)
  if (refused !== undefined) return refused
  if (state.version !== expectedVersion) return { status: 'moved', version: state.version }
  // Who wanted everything erased is spoken to no more, also while a hold keeps the case.
  // Nor here, where they went back to another case: the chat is that one's now.
  if (
    state.address === undefined ||
    isCutOff(state) ||
    state.access.erasing ||
    state.access.moved !== undefined
  )
    return { status: 'refused', why: 'no_chat' }
  return state.blocked ? { status: 'refused', why: 'blocked' } : undefined
}
