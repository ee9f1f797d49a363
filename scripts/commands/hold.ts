import { openFoundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import type { Desk } from '../../core/services/desk/desk.ts'
import type { CaseCode } from '../../core/base/ids.ts'
import { refuseFaults, WRONG_USE, type Run } from './command.ts'

/** Longer ones are no reason but a document; it is kept elsewhere, under the number that the reason names. */
const LONGEST = 500

const command =
  (
    name: 'hold' | 'release',
    act: (desk: Desk) => Desk['hold'],
    done: string,
    refusals: Readonly<Record<string, string>>,
  ): Run =>
  async ({ config, log, words: [code = ''], text, say }) => {
    const reason = text('reason')?.trim() ?? ''
    if (reason === '' || reason.length > LONGEST) {
      say(`amin ${name}: say CODE --reason TEXT, at most ${LONGEST} characters`)
      return WRONG_USE
    }
    const operator = readOperator(config.operatorFile)
    if ('faults' in operator) return refuseFaults(say, name, operator.faults)
    const foundation = await openFoundation(config, log, operator)
    try {
      const outcome = await act(foundation.desk)(code.toUpperCase() as CaseCode, undefined, reason)
      if (outcome.status === 'done') {
        say(`${code.toUpperCase()}: ${done}`)
        return 0
      }
      say(
        `amin ${name}: ${refusals[outcome.status === 'refused' ? outcome.why : outcome.status] ?? 'that did not work'}`,
      )
      return 1
    } finally {
      await foundation.close()
    }
  }

const COMMON = { unknown: 'there is no case with that code', erased: 'that case was erased' }

/** A court or a prosecutor asked that a case be kept: nothing erases it until the hold is lifted. */
export const hold = command('hold', (desk) => desk.hold, 'nothing erases it until the hold is lifted', {
  ...COMMON,
  already: 'a hold stands there already; `amin case show CODE` tells why',
})

export const release = command('release', (desk) => desk.liftHold, 'the hold is lifted', {
  ...COMMON,
  already: 'there is no hold on that case',
})
