import { openAgents } from '../../adapters/console/server/identity/agents.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { COMMAND } from '../../adapters/console/server/administration/deeds.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { openStatistics } from '../../bots/monthly.ts'
import { readOperator } from '../../bots/operator.ts'
import { openTeam } from '../../bots/team.ts'
import { dayOf } from '../../core/base/calendar.ts'
import { isFailure } from '../../core/base/failure.ts'
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../core/base/language.ts'
import { readMonth, writeMonth } from '../../core/services/statistics/month.ts'
import { refuseFaults, WRONG_USE, type Call, type Run } from './command.ts'
import { isFileFault, makeFile } from './whole-file.ts'

/** Into the log of administrators, as from the console. */
const note = async (
  { config }: Call,
  foundation: Foundation,
  detail: Readonly<Record<string, string>>,
): Promise<void> => {
  const team = await openTeam(config, foundation)
  try {
    const auth = await openAuth(team.parts)
    const agents = await openAgents({ ...foundation.ports, auth, publicUrl: config.publicUrl })
    await agents.deeds.append({ by: COMMAND, kind: 'month_reported', subject: COMMAND, detail })
  } finally {
    team.close()
  }
}

/** Writes the report of a month; that it was made stands in the log before the file has its name. */
export const statistics: Run = async (call) => {
  const { config, log, text, say, print } = call
  const month = readMonth(text('month') ?? '')
  const language = LANGUAGES.find((one) => one === (text('lang') ?? DEFAULT_LANGUAGE))
  const file = text('pdf') ?? ''
  if (month === undefined || language === undefined || file === '') {
    say('amin statistics: say --month YYYY-MM, --pdf FILE, and if wanted --lang ar, ckb or en')
    return WRONG_USE
  }
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, 'statistics', operator.faults)
  const foundation = await openFoundation(config, log, operator)
  try {
    const { monthly } = openStatistics(foundation)
    const made = await monthly.make(month, language, undefined)
    if (made.status === 'ahead') {
      say(
        `amin statistics: no week of ${writeMonth(month)} has begun; the first one does on ${dayOf(made.from)}`,
      )
      return 1
    }
    await makeFile(file, async () => {
      await note(call, foundation, { month: writeMonth(month), language })
      return made.pdf
    })
    print(JSON.stringify({ month: writeMonth(month), language, file }))
    return 0
  } catch (error) {
    if (isFailure(error, 'part_unavailable')) {
      say(
        'amin statistics: the report could not be typeset, and nothing was written: try again; where it stays so, `npm ci` puts the typesetter back',
      )
      return 1
    }
    if (!isFileFault(error)) throw error
    say(`amin statistics: the report cannot be written (${error.code})`)
    return 1
  } finally {
    await foundation.close()
  }
}
