import type { Agents } from '../../adapters/console/server/identity/agents.ts'
import { isRole, roleMay } from '../../adapters/console/server/identity/roles.ts'
import { makeSeconds } from '../../adapters/console/server/http/seconds.ts'
import { teamsSeen } from '../../adapters/console/server/identity/member-teams.ts'
import type { Clock } from '../../core/ports/clock.ts'

/**
 * What the team cannot do as it stands, one line each: agree with somebody else, or see the cases
 * of a team. It warns only: one person can begin alone, but nothing else says so before it is
 * needed.
 */
export const lookAtTeam = async (
  agents: Pick<Agents, 'list' | 'deeds'>,
  teams: readonly string[],
  clock: Clock,
  print: (line: string) => void,
): Promise<void> => {
  const active = (await agents.list()).filter(({ state }) => state === 'active')
  const people = active.flatMap(({ id, role, teams: named }) =>
    isRole(role) ? [{ id, role, teams: teamsSeen(role, named) }] : [],
  )
  if (people.length === 0) return
  const settling = await makeSeconds({ deeds: agents.deeds, clock }).settling()
  const agree = people.filter(({ role }) => roleMay(role, 'approve'))
  const now = agree.filter(({ id }) => !settling.has(id))
  if (now.length >= 2) print(`ok    two people: ${now.length} members can agree to what another asks for`)
  else {
    const ends = [...settling].flatMap(([id, until]) => (agree.some((each) => each.id === id) ? [until] : []))
    const until = ends.length === 0 ? undefined : new Date(Math.min(...ends)).toISOString()
    const mend = until === undefined ? 'add a second supervisor' : `the next can from ${until}`
    print(
      `warn  two people: ${now.length} of the supervisors and administrators can agree now, so the console erases no case and hands out no bundle that needs two; ${mend}. amin erase and the person's own erasing work all the same`,
    )
  }
  const unseen = teams.filter(
    (team) =>
      !people.some(
        ({ role, teams: seen }) => roleMay(role, 'work') && (seen === undefined || seen.includes(team)),
      ),
  )
  if (unseen.length > 0)
    print(`warn  teams: nobody sees the cases of ${unseen.join(', ')}; give them to members in the console`)
}
