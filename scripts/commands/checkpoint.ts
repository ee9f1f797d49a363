import { knownKeys } from '../../bots/custody.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { readOperator } from '../../bots/operator.ts'
import { makeCheckpoint, isSound } from '../../core/custody/checkpoint.ts'
import { writePublicKey } from '../../core/custody/note.ts'
import { acceptStore, describeBehind, lookBehind } from '../../core/custody/mark.ts'
import { describeLogFault, verifyLog, type LogCounts } from '../../core/custody/verify.ts'
import type { Checkpoint } from '../../core/ports/store/custody.ts'
import { WRONG_USE, type Call, type Run } from './command.ts'
import { makeProgress } from './progress.ts'

const withCustody = async (
  { config, log, say }: Call,
  work: (foundation: Foundation) => Promise<number>,
): Promise<number> => {
  const operator = readOperator(config.operatorFile)
  if ('faults' in operator) {
    for (const fault of operator.faults) say(`amin checkpoint: ${fault}`)
    return WRONG_USE
  }
  const foundation = await openFoundation(config, log, operator)
  try {
    return await work(foundation)
  } finally {
    await foundation.close()
  }
}

const present = ({ no, size, root, at, publicKey, stamps }: Checkpoint) => ({
  no,
  at: new Date(at).toISOString(),
  size,
  root,
  publicKey,
  stamps: stamps.map(({ anchor, at: stampedAt }) => ({ anchor, at: new Date(stampedAt).toISOString() })),
})

/** Takes up what changed, signs it and asks every authority. */
export const checkpointNow: Run = async (call) => {
  return withCustody(call, async ({ custody }) => {
    const made = await makeCheckpoint(custody, { anchors: custody.anchors, newKey: call.flag('new-key') })
    if (made === undefined) {
      call.say('there is no case yet: nothing to sign')
      return 0
    }
    call.print(JSON.stringify(present(made.checkpoint)))
    for (const { anchor, fault } of made.faults)
      call.say(`amin checkpoint now: no time stamp of ${anchor}: ${fault}`)
    return made.faults.length === 0 ? 0 : 1
  })
}

export const listCheckpoints: Run = async (call) => {
  return withCustody(call, async ({ custody }) => {
    for await (const checkpoint of custody.store.custody.checkpoints())
      call.print(JSON.stringify(present(checkpoint)))
    return 0
  })
}

/** Every leaf against the ledger, every root, signature and time stamp. One line a fault. */
export const verifyCheckpoints: Run = async (call) => {
  return withCustody(call, async ({ custody, ports }) => {
    const progress = makeProgress()
    let counts: LogCounts = { leaves: 0, checkpoints: 0, stamps: 0 }
    let faults = 0
    const parts = { ...custody, store: ports.store, keys: knownKeys(call.config, custody.hasher) }
    for await (const fault of verifyLog(parts, (done) => {
      counts = done
      progress.show(`${done.leaves} leaves, ${done.checkpoints} checkpoints`)
    })) {
      faults += 1
      call.print(describeLogFault(fault))
    }
    progress.end()
    const { leaves, checkpoints, stamps } = counts
    call.say(
      `${leaves} leaves, ${checkpoints} checkpoints, ${stamps} time stamps: ${faults === 0 ? 'all holds' : `${faults} faults`}`,
    )
    return faults === 0 ? 0 : 1
  })
}

/** Says what the store lacks of what was seen, and goes on from what it has. */
export const acceptCheckpoints: Run = async (call) =>
  withCustody(call, async ({ custody }) => {
    for (const fault of await lookBehind(custody)) call.say(describeBehind(fault))
    const { no, size, root, erasures } = await acceptStore(custody)
    call.print(JSON.stringify({ no, size, root, erasures }))
    return 0
  })

/** What others check our signatures with. */
export const checkpointKey: Run = async (call) => {
  return withCustody(call, async ({ custody }) => {
    call.print(writePublicKey(custody.hasher, custody.signer.publicKey).trimEnd())
    // For people: what a verifier shows of a bundle, to be compared with what the operator publishes.
    call.say(`fingerprint: ${custody.hasher.sha256(custody.signer.publicKey)}`)
    const latest = await custody.store.custody.latest()
    if (latest !== undefined && !isSound(custody, latest, custody.signer.publicKey))
      call.say('amin checkpoint key: the newest checkpoint is signed with another key')
    return 0
  })
}
