import type { DeskAgent } from '../../base/member.ts'
import type { CaseRow, Sight } from '../../ports/store/views.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * Where a case stands that no rule and nobody sent to a team yet: every agent sees it, or it would
 * be lost.
 */
const UNROUTED = 'intake'
/** The team of people under 18: what it leads or has a copy of is for its own members only. */
export const MINORS = 'minors'

/**
 * What a member sees by team; nothing where that is not limited: they are of every team, or the
 * operator's own command line looks. Who is of no team at all sees nothing, not even what is of no
 * team yet: they were given nothing to see. Whoever holds a case sees it all the same, so that a
 * conversation is not torn from them when it turns out that the person is a child.
 */
export const sightOf = (agent: DeskAgent | undefined): Sight | undefined =>
  agent?.teams === undefined
    ? undefined
    : {
        teams: agent.teams.length === 0 ? [] : [UNROUTED, ...agent.teams],
        without: agent.teams.includes(MINORS) ? [] : [MINORS],
        agent: agent.id,
      }

/** The one rule of all engines. */
export const isInSight = (
  { teams, without, agent }: Sight,
  { team, copies, assignee }: Pick<CaseRow, 'team' | 'copies' | 'assignee'>,
): boolean => {
  if (assignee === agent) return true
  const all = [team, ...copies]
  return all.some((each) => teams.includes(each)) && !all.some((each) => without.includes(each))
}

/** Whether teams keep this case from the agent, as it stands now. */
export const isOutOfSight = (
  agent: DeskAgent | undefined,
  { team, copies, hands }: Pick<CaseState, 'team' | 'copies' | 'hands'>,
): boolean => {
  const sight = sightOf(agent)
  if (sight === undefined) return false
  return !isInSight(sight, { team, copies, ...(hands.status === 'agent' ? { assignee: hands.agent } : {}) })
}
