import { openAgents } from '../../adapters/console/server/identity/agents.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { ROLES } from '../../adapters/console/contract/rights.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { openTeam } from '../../bots/team.ts'

const PASSWORD = 'correct horse battery'

/** People of every role and of all teams, what their browsers send, and the keys of two programs. */
export const openTeamOf = async (
  config: Parameters<typeof openFoundation>[0],
  url: string,
): Promise<{
  readonly botKey: string
  readonly caseKey: string
  readonly signIn: () => Promise<readonly string[]>
}> => {
  const foundation = await openFoundation(config, makeMemoryLog())
  const team = await openTeam(config, foundation)
  const agents = await openAgents({
    ...foundation.ports,
    auth: await openAuth(team.parts),
    publicUrl: config.publicUrl,
  })
  await agents.createFirstAdmin({ email: 'first@example.org', password: PASSWORD })
  for (const role of ROLES) {
    const invited = await agents.invite({ email: `${role}@example.org`, name: role, role, teams: null })
    if (invited.status === 'invited')
      await agents.accept(
        new URL(invited.link).hash.slice(1) || (invited.link.split('/').at(-1) ?? ''),
        PASSWORD,
      )
  }
  const { key: botKey } = await agents.createKey({ name: 'bot', scopes: ['handover'] })
  const { key: caseKey } = await agents.createKey({
    name: 'cases',
    scopes: ['read', 'write', 'evidence'],
    teams: null,
  })
  team.close()
  await foundation.close()
  const signIn = () =>
    Promise.all(
      [...ROLES, 'first'].map(async (role) => {
        const answer = await fetch(`${url}/api/auth/sign-in/email`, {
          method: 'POST',
          headers: { origin: url, 'content-type': 'application/json' },
          body: JSON.stringify({ email: `${role}@example.org`, password: PASSWORD }),
        })
        return answer.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; ')
      }),
    )
  return { botKey, caseKey, signIn }
}
