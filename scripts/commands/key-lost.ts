import { openFoundation } from '../../bots/foundation.ts'
import { keepLost, lookAtKeys } from '../../bots/keyless.ts'
import { describeKeyless } from '../../core/services/erasure/keyless.ts'
import type { Run } from './command.ts'

/**
 * Which cases have no key, and with `--accept` that this is known: Amin starts without them from
 * then on. Nothing of them is removed.
 */
export const lostKeys: Run = async ({ config, log, flag, print, say }) => {
  const foundation = await openFoundation(config, log)
  try {
    const { missing, lost } = await lookAtKeys(config, foundation)
    for (const caseId of missing.cases) print(`case ${caseId} key: missing`)
    if (lost > 0) say(`${lost} cases are known to have lost their key`)
    if (missing.cases.length === 0) {
      say('every other case has its key')
      return 0
    }
    say(describeKeyless(missing))
    if (!flag('accept')) return 1
    keepLost(config, missing.cases)
    say('known from now on: Amin starts without them; a key that is put back later opens its case again')
    return 0
  } finally {
    await foundation.close()
  }
}
