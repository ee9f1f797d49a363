import { SCOPES, type Scope } from '../../adapters/console/contract/rights.ts'
import { withAgents } from './agent.ts'
import { WRONG_USE, type Run } from './command.ts'
import { readTeamsGiven } from './teams.ts'

/** A key for another program; shown once. */
export const createApiKey: Run = async (call) => {
  const asked = (call.text('scope') ?? '').split(',')
  const scopes = asked.filter((scope): scope is Scope => SCOPES.some((known) => known === scope))
  if (scopes.length !== asked.length) {
    call.say(`amin api-key create: --scope is a comma list of ${SCOPES.join(', ')}`)
    return WRONG_USE
  }
  return withAgents(call, async (agents, _clock, operator) => {
    const teams = readTeamsGiven(call, 'api-key create', operator)
    if (teams === 'wrong') return WRONG_USE
    call.print((await agents.createKey({ name: call.text('name') ?? 'key', scopes, teams })).key)
    if (teams?.length === 0) call.say('amin api-key create: it sees no case; name teams with --teams, or all')
    return 0
  })
}

export const listApiKeys: Run = (call) =>
  withAgents(call, async (agents) => {
    for (const key of await agents.keys.list()) call.print(JSON.stringify(key))
    return 0
  })

export const endApiKey: Run = (call) =>
  withAgents(call, async (agents) => {
    if (await agents.keys.end(call.words[0] ?? '')) return 0
    call.say('amin api-key end: there is no such key; `amin api-key list` names them by id')
    return 1
  })
