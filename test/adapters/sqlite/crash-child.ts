import { writeSync } from 'node:fs'
import { openSqliteKeys } from '../../../adapters/sqlite/keys.ts'
import { openSqliteStore } from '../../../adapters/sqlite/index.ts'
import { outboxId } from '../../../core/base/ids.ts'
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
const [storeFile = '', keysFile = '', run = ''] = process.argv.slice(2)
const store = await openSqliteStore({ file: storeFile })
const keys = await openSqliteKeys({ file: keysFile })
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`)

const converse = async (name: string): Promise<never> => {
  const caseId = aCase(name)
  for (let seq = (await store.ledger.read(caseId)).length + 1; ; seq++) {
    const inbound = `${name}.${seq}.${run}`
    await store.inbox.put([anInboxRow(inbound, name)])
    say('put', inbound)
    const outcome = await store.ledger.commit(
      aCommit(caseId, seq, {
        outbox: [{ dueAt: at(0) }, { dueAt: at(0) }],
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

const makeKeys = async (): Promise<never> => {
  for (let i = 0; ; i++) {
    const name = `k${run}x${i}z`
    await keys.keep(aCase(name), bytesOf(name))
    say('kept', name)
    if (i % 2 === 1) continue
    await keys.destroy(aCase(name))
    say('destroyed', name)
  }
}

say('started', outboxId(aCase('none'), 1, 0))
await Promise.all([...['a', 'b', 'c', 'd', 'e', 'f'].map(converse), deliver(), makeKeys()])
