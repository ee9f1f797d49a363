import { z } from 'zod'
import { openAuth } from '../../adapters/console/auth.ts'
import { openAgents, type Agents } from '../../adapters/console/agents.ts'
import { ROLES } from '../../adapters/console/rights.ts'
import { isRole } from '../../adapters/console/roles.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { openTeam } from '../../bots/team.ts'
import { readOptions, WRONG_USE, type Call, type Command } from './command.ts'

/** As the console's own form takes it: a link to nobody's address reaches nobody. */
const Email = z.email().max(200)

/** Runs `act` with the team's list open. */
export const withAgents = async ({ config, log }: Call, act: (agents: Agents) => Promise<number>): Promise<number> => {
  const foundation = await openFoundation(config, log)
  const team = await openTeam(config, foundation)
  try {
    const auth = await openAuth(team.parts)
    return await act(await openAgents({ ...foundation.ports, auth, publicUrl: config.publicUrl }))
  } finally {
    team.close()
    await foundation.close()
  }
}

export const addAgent: Command = {
  usage: 'EMAIL --name NAME [--role R]   adds a member and prints the link with which they choose a password',
  run: async (call) => {
    const given = readOptions(call.args, ['name', 'role'])
    const [email] = given?.words ?? []
    const name = given?.options['name'] ?? ''
    const role = given?.options['role'] ?? 'agent'
    if (email === undefined || !Email.safeParse(email).success || given?.words.length !== 1 || name.trim() === '' || !isRole(role)) {
      call.say(`amin agent add: say EMAIL --name NAME, and --role with one of ${ROLES.join(', ')}`)
      return WRONG_USE
    }
    return withAgents(call, async (agents) => {
      const invited = await agents.invite({ email, name, role })
      if (invited.status === 'exists') {
        call.say('amin agent add: there is a member with that e-mail address already')
        return 1
      }
      call.print(invited.link)
      return 0
    })
  },
}

export const listAgents: Command = {
  usage: '                 the team as JSON lines',
  run: (call) =>
    withAgents(call, async (agents) => {
      for (const member of await agents.list()) call.print(JSON.stringify(member))
      return 0
    }),
}

export const disableAgent: Command = {
  usage: 'EMAIL            ends every session of a member and keeps them out',
  run: async (call) => {
    const [who] = call.args
    if (who === undefined || call.args.length > 1) {
      call.say('amin agent disable: say EMAIL')
      return WRONG_USE
    }
    return withAgents(call, async (agents) => {
      const { status } = await agents.disable(who)
      if (status === 'unknown') call.say('amin agent disable: there is no member with that e-mail address')
      if (status === 'last_admin') call.say('amin agent disable: that is the last administrator; add another first')
      return status === 'done' ? 0 : 1
    })
  },
}
