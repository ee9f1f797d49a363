import { writeSync } from 'node:fs'
import { openMongo } from '../../../adapters/mongo/connection.ts'
import { openMongoStore } from '../../../adapters/mongo/index.ts'
import {
  aCase,
  aCommit,
  anInbound,
  anInboxRow,
  at,
  bytesOf,
  claim,
  TELEGRAM,
} from '../../contract/store-builders.ts'

/**
 * Works until it is killed: says what the store acknowledged, one line each, written before
 * anything else happens.
 */
const [uri = '', run = ''] = process.argv.slice(2)
const store = await openMongoStore(await openMongo({ uri }))
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`)

const converse = async (name: string): Promise<never> => {
  const caseId = aCase(name)
  for (;;) {
    const seq = (await store.ledger.read(caseId)).length + 1
    const inbound = `${name}.${seq}.${run}`
    await store.inbox.put([anInboxRow(inbound, name)])
    say('put', inbound)
    const outcome = await store.ledger.commit(
      aCommit(caseId, seq, {
        outbox: [{ dueAt: at(0) }, { dueAt: at(0), speaker: 'agent' }],
        jobs: [{}],
        cause: anInbound(inbound),
        handles: { inbound: anInbound(inbound) },
      }),
    )
    say(outcome, name, seq, inbound)
  }
}

const deliver = async (): Promise<never> => {
  for (;;) {
    const rows = await store.outbox.claim(claim(`sender ${run}`, 0), TELEGRAM)
    for (const { id } of rows) say('claimed', id)
    await store.outbox.settle(
      rows.map(({ id }) => ({ id, status: 'sent', receipt: bytesOf(id) })),
      at(0),
    )
    for (const { id } of rows) say('sent', id)
    if (rows.length === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

say('started')
await Promise.all([...['a', 'b', 'c', 'd'].map(converse), deliver()])
