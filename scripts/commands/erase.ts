import { openFoundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { makeCertify } from '../../core/custody/certify.ts'
import type { CaseCode } from '../../core/base/ids.ts'
import { refuseFaults, WRONG_USE, type Run } from './command.ts'

/**
 * Destroys a case's key and prints the certificate as JSON. Of a case that was erased before it
 * finishes what is left, and prints it again.
 */
export const erase: Run = async ({ config, log, words: [code = ''], text, say, print }) => {
  const reason = text('reason') ?? ''
  if (reason.trim() === '') {
    say('amin erase: say CODE --reason TEXT')
    return WRONG_USE
  }
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) return refuseFaults(say, 'erase', operator.faults)
  const foundation = await openFoundation(config, log, operator)
  try {
    const outcome = await foundation.desk.erase(code.toUpperCase() as CaseCode, 'command-line', reason)
    if (outcome.status === 'unknown') {
      say('amin erase: there is no case with that code')
      return 1
    }
    if (outcome.status === 'held') {
      say(
        'amin erase: that case is on hold, so nothing was erased; `amin release CODE --reason TEXT` lifts the hold',
      )
      return 1
    }
    if (outcome.status === 'already')
      say('amin erase: that case was erased before; what was left of it is gone now')
    const { ports, keys, custody } = foundation
    const certified = await makeCertify({ ...ports, keys }, custody)(code.toUpperCase() as CaseCode)
    if (certified === undefined) {
      say('amin erase: the tombstone is not in the ledger; `amin verify --store` says more')
      return 1
    }
    const { certificate, unsigned } = certified
    if (unsigned !== undefined)
      say(
        `amin erase: the certificate is not signed: ${unsigned.message}; mend that and give the command again`,
      )
    print(JSON.stringify(certificate))
    if (certificate.key === 'destroyed' && certificate.objects.left === 0) return 0
    say('amin erase: something is left of that case, as the certificate says; give the command again')
    return 1
  } finally {
    await foundation.close()
  }
}
