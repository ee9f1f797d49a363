import { z } from 'zod'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { openAgents, type Agents } from '../../adapters/console/server/identity/agents.ts'
import { ROLES } from '../../adapters/console/contract/rights.ts'
import { isRole } from '../../adapters/console/server/identity/roles.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { openFoundation } from '../../bots/foundation.ts'
import type { Operator } from '../../bots/operator.ts'
import { openTeam } from '../../bots/team.ts'
import { WRONG_USE, type Call, type Run } from './command.ts'
import { readTeamsGiven } from './teams.ts'

/** As the console's own form takes it: a link to nobody's address reaches nobody. */
const Email = z.email().max(200)

/** Runs `act` with the team's list open. `operator`: what holds now, of the file and of the console. */
export const withAgents = async (
  { config, log }: Call,
  act: (agents: Agents, clock: Clock, operator: Operator) => Promise<number>,
): Promise<number> => {
  const foundation = await openFoundation(config, log)
  const team = await openTeam(config, foundation)
  try {
    const auth = await openAuth(team.parts)
    return await act(
      await openAgents({ ...foundation.ports, auth, publicUrl: config.publicUrl }),
      foundation.ports.clock,
      foundation.operator,
    )
  } finally {
    team.close()
    await foundation.close()
  }
}

export const addAgent: Run = async (call) => {
  const [email = ''] = call.words
  const name = call.text('name') ?? ''
  const role = call.text('role') ?? 'agent'
  if (!Email.safeParse(email).success || name.trim() === '' || !isRole(role)) {
    call.say(`amin agent add: say EMAIL --name NAME, and --role with one of ${ROLES.join(', ')}`)
    return WRONG_USE
  }
  return withAgents(call, async (agents, _clock, operator) => {
    const teams = readTeamsGiven(call, 'agent add', operator)
    if (teams === 'wrong') return WRONG_USE
    const invited = await agents.invite({ email, name, role, teams })
    if (invited.status === 'exists') {
      call.say('amin agent add: there is a member with that e-mail address already')
      return 1
    }
    call.print(invited.link)
    if (teams?.length === 0)
      call.say('amin agent add: they see no case until they are given teams, in the console or with --teams')
    return 0
  })
}

export const listAgents: Run = (call) =>
  withAgents(call, async (agents) => {
    for (const member of await agents.list()) call.print(JSON.stringify(member))
    return 0
  })

export const disableAgent: Run = async (call) => {
  const [who = ''] = call.words
  return withAgents(call, async (agents) => {
    const { status } = await agents.disable(who)
    if (status === 'unknown') call.say('amin agent disable: there is no member with that e-mail address')
    if (status === 'last_admin')
      call.say('amin agent disable: that is the last administrator; add another first')
    return status === 'done' ? 0 : 1
  })
}

/**
 * Who holds the machine may let a member back in: it is the way back of a lone administrator, whom
 * nobody could invite again. Sessions end when the link is used, and it stands in the
 * administrators' log as done by the command line.
 */
export const resetAgent: Run = (call) =>
  withAgents(call, async (agents) => {
    const [who = ''] = call.words
    const member = (await agents.list()).find(
      ({ email, state }) => email === who.toLowerCase() && state !== 'disabled',
    )
    const again = member === undefined ? undefined : await agents.inviteAgain(member.id)
    if (member === undefined || again === undefined) {
      call.say('amin agent reset: there is no member with that e-mail address who may sign in')
      return 1
    }
    if (call.flag('factor')) await agents.resetFactor(member.id)
    call.print(again.link)
    return 0
  })
