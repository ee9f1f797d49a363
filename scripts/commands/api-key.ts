import { SCOPES, type Scope } from '../../adapters/console/rights.ts'
import { withAgents } from './agent.ts'
import { readOptions, WRONG_USE, type Command } from './command.ts'

/** A key for another program; shown once. */
export const createApiKey: Command = {
  usage: '--scope S[,S] [--name N]  makes a key for another program and prints it, this once',
  run: async (call) => {
    const given = readOptions(call.args, ['scope', 'name'])
    const asked = (given?.options['scope'] ?? '').split(',')
    const scopes = asked.filter((scope): scope is Scope => SCOPES.some((known) => known === scope))
    if (given === undefined || given.words.length > 0 || scopes.length !== asked.length) {
      call.say(`amin api-key create: --scope is a comma list of ${SCOPES.join(', ')}`)
      return WRONG_USE
    }
    return withAgents(call, async (agents) => {
      call.print((await agents.createKey(given.options['name'] ?? 'key', scopes)).key)
      return 0
    })
  },
}
