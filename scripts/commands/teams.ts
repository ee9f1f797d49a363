import { teams as usual } from '../../bots/amin/teams.ts'
import type { Operator } from '../../bots/operator.ts'
import { teamsOf } from '../../bots/operator-rules.ts'
import type { Call } from './command.ts'

/**
 * The teams that `--teams` names, of those that are on now, whether the operator file or the console
 * says so: none where it is not given, so that nobody sees a case by default; `null` where it says
 * `all`. `wrong`: not a team here, and whoever called was told.
 */
export const readTeamsGiven = (
  call: Call,
  command: string,
  operator: Operator,
): readonly string[] | null | 'wrong' => {
  const given = call.text('teams')
  if (given === undefined) return []
  if (given === 'all') return null
  const known: readonly string[] = teamsOf(operator, usual)
  const asked = given.split(',').map((id) => id.trim())
  if (asked.every((id) => known.includes(id))) return asked
  call.say(`amin ${command}: --teams is a comma list of ${known.join(', ')}, or all`)
  return 'wrong'
}
