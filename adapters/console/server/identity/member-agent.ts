import type { DeskAgent } from '../../../../core/base/member.ts'
import type { Agents } from './agents.ts'
import { teamsSeen } from './member-teams.ts'
import { isRole, roleMay } from './roles.ts'
import type { Member } from './roster.ts'

/** A member as the desk knows them, who need not have called: what they would see of a case. */
export const deskMember = ({ id, name, email, role, teams }: Member): DeskAgent => {
  const seen = role === 'machine' ? undefined : teamsSeen(role, teams)
  return { id, alias: name, email, ...(seen === undefined ? {} : { teams: seen }) }
}

/** Whether a member may read cases at all; which of them, their teams and conflicts say. */
export const isReader = ({ state, role }: Pick<Member, 'state' | 'role'>): boolean =>
  state === 'active' && isRole(role) && roleMay(role, 'read')

export const readers = async (agents: Pick<Agents, 'list'>): Promise<readonly Member[]> =>
  (await agents.list()).filter(isReader)
