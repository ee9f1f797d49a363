import { writeSync } from 'node:fs'
import { openSqliteStore } from '../../../adapters/sqlite/index.ts'
import { claim, TELEGRAM } from '../../contract/store-builders.ts'

/** Claims everything it can get, in small bites, says what it got, and leaves. */
const [file = '', owner = ''] = process.argv.slice(2)
const store = await openSqliteStore({ file })
const say = (...words: readonly string[]): void => void writeSync(1, `${words.join(' ')}\n`)
say('lease', String(await store.leases.take('poller', claim(owner, 0))))
for (let got = 1; got > 0;) {
  const [chats, rows, jobs] = await Promise.all([
    store.inbox.claim(claim(owner, 0), { chats: 3, perChat: 9 }),
    store.outbox.claim(claim(owner, 0), { ...TELEGRAM, limit: 3 }),
    store.jobs.claim(claim(owner, 0), 3),
  ])
  for (const { chatKey, rows } of chats) say('chat', chatKey, String(rows.length))
  for (const { id } of rows) say('row', id)
  for (const { id } of jobs) say('job', id)
  got = chats.length + rows.length + jobs.length
}
await store.close()
