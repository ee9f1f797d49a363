import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { inspectErasure, writeErasure, type Erasure } from '../../core/case/certificate.ts'
import { makeProofs, makeSign } from '../../core/custody/proof.ts'
import { isFailure } from '../../core/failure.ts'
import type { CaseCode } from '../../core/ids.ts'
import { readOptions, refuseFaults, WRONG_USE, type Command } from './command.ts'

/** The certificate: what was looked at, signed by the key of the checkpoints, and that the tombstone stands in a signed checkpoint. */
const certify = async ({ ports, custody }: Foundation, erasure: Erasure, say: (line: string) => void): Promise<object> => {
  const { code, tombstone, by, reason, objects, key } = erasure
  const erasedAt = new Date(tombstone.at).toISOString()
  const stated = { case: code, erasedAt, by, reason, tombstone: { entry: tombstone.seq, hash: tombstone.hash }, objects, key }
  try {
    const { checkpointText, inclusion, publicKey, timestamps } = await makeProofs(custody)(erasure.caseId, tombstone.seq)
    const stamps = timestamps.map(({ name, token, certificates }) => ({ name, token: Buffer.from(token).toString('base64'), certificates }))
    const note = makeSign(custody)(writeErasure(ports.hasher, erasure, erasedAt))
    return { ...stated, note, publicKey, checkpoint: checkpointText, inclusion, ...(stamps.length === 0 ? {} : { timestamps: stamps }) }
  } catch (error) {
    // Erased it is all the same; who needs the signature asks again when the log is mended.
    if (!isFailure(error)) throw error
    say(`amin erase: the certificate is not signed: ${error.message}; mend that and give the command again`)
    return stated
  }
}

/** Destroys a case's key and prints the certificate as JSON. Of a case that was erased before it finishes what is left, and prints it again. */
export const erase: Command = {
  usage: 'CODE --reason TEXT      destroys the case key, leaves a tombstone, prints the certificate',
  run: async ({ config, log, args, say, print }) => {
    const given = readOptions(args, ['reason'])
    const [code] = given?.words ?? []
    const reason = given?.options['reason'] ?? ''
    if (given === undefined || code === undefined || given.words.length > 1 || reason.trim() === '') {
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
        say('amin erase: that case is on hold, so nothing was erased; `amin release CODE --reason TEXT` lifts the hold')
        return 1
      }
      if (outcome.status === 'already') say('amin erase: that case was erased before; what was left of it is gone now')
      const { ports, keys } = foundation
      const erasure = await inspectErasure({ ...ports, keys }, code.toUpperCase() as CaseCode)
      if (erasure === undefined) {
        say('amin erase: the tombstone is not in the ledger; `amin verify --store` says more')
        return 1
      }
      print(JSON.stringify(await certify(foundation, erasure, say)))
      if (erasure.key === 'destroyed' && erasure.objects.left === 0) return 0
      say('amin erase: something is left of that case, as the certificate says; give the command again')
      return 1
    } finally {
      await foundation.close()
    }
  },
}
