import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeMemoryRandom } from '../../adapters/memory/random.ts'
import { openMongo } from '../../adapters/mongo/connection.ts'
import { openMongoStore } from '../../adapters/mongo/index.ts'
import type { InboundId, Sha256Hex } from '../../core/base/ids.ts'
import { instant } from '../../core/base/units.ts'
import { standInAvailable, startStandIn } from '../deploy/stand-in.ts'
import { freePort } from './fake-process.ts'
import { part, print, round, type Given } from './figures.ts'
import { bytesOf, filled, makeChats, makeCommit, measure, summarise, type Tally } from './store-turn.ts'

type Size = { readonly commits: number; readonly stretch: number; readonly cases: number }
const FULL: Size = { commits: 1_500, stretch: 250, cases: 250 }
const SMALLEST: Size = { commits: 10, stretch: 10, cases: 10 }
const CHILD = new URL('store-mongo-child.ts', import.meta.url).pathname
const NOW = instant(1_767_225_600_000)

const freshTally = (): Tally => ({ count: 0, seconds: 0, cpuMicros: 0, latencies: [] })

/**
 * Commits of one process over a database, and beside them, stretch by stretch, inserts of as many
 * bytes by the bare driver on the same server.
 */
export const commitTo = async (
  uri: string,
  name: string,
  { commits: wanted, stretch: length, cases }: Size,
): Promise<{ readonly ours: Tally; readonly raw: Tally; readonly bytes: number }> => {
  const mongo = await openMongo({ uri })
  const store = await openMongoStore(mongo)
  const bare = mongo.db().collection(`bench_${name}`)
  // Two workers have cases of their own.
  const chats = makeChats(cases, makeMemoryRandom(name.length))
  const ours = freshTally()
  const raw = freshTally()
  let bytes = 0
  let n = 0
  while (ours.count < wanted) {
    const stretch = Array.from({ length }, () => {
      n += 1
      const chat = chats[n % cases]
      if (chat === undefined) throw new Error('the bench counts wrongly')
      const inbound = `${name}-${n}`.padStart(43, '0') as InboundId
      return { chat, row: { id: inbound, chatKey: chat.chatKey, receivedAt: NOW, sealed: filled(400) } }
    })
    await store.inbox.put(stretch.map(({ row }) => row))
    // One commit of a case at a time: within a stretch each case comes once.
    const commits = stretch.map(({ chat, row }) => {
      const commit = makeCommit(
        chat,
        row.id,
        `${name.charCodeAt(0)}${chat.seq}`.padStart(64, '0') as Sha256Hex,
      )
      chat.seq += 1
      chat.hash = commit.entry.hash
      bytes = bytesOf(commit)
      return commit
    })
    await measure(
      ours,
      commits.map((commit) => async () => {
        if ((await store.ledger.commit(commit)) !== 'done')
          throw new Error('a commit of the bench was refused')
      }),
    )
    await measure(
      raw,
      commits.map(() => () => bare.insertOne({ body: filled(bytes) })),
    )
    const claim = { owner: name, now: NOW, until: instant(NOW + 60_000) }
    for (;;) {
      const rows = await store.outbox.claim(claim, { channel: 'telegram', account: 'bot1', limit: 64 })
      if (rows.length === 0) break
      await store.outbox.settle(
        rows.map(({ id }) => ({ id, status: 'sent' })),
        NOW,
      )
    }
  }
  await store.close()
  await mongo.close()
  return { ours, raw, bytes }
}

/**
 * `npm run bench -- store-mongo`: the MongoDB engine beside the bare driver on the same server, and
 * one worker beside two.
 */
export const benchStoreMongo = async ({ smallest }: Given): Promise<void> => {
  const size = smallest ? SMALLEST : FULL
  const given = process.env['AMIN_TEST_MONGODB_URI']
  if (given === undefined && !standInAvailable()) {
    process.stderr.write(
      'bench: no MongoDB server; .ci/ferretdb builds one, or name yours in AMIN_TEST_MONGODB_URI\n',
    )
    process.exitCode = 2
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const server = given === undefined ? await startStandIn(folder, await freePort()) : undefined
  const at = (database: string): string => {
    const url = new URL(given ?? server?.uri ?? '')
    url.pathname = `/${database}`
    return url.href
  }
  try {
    part('one worker, and the bare driver')
    const { ours, raw, bytes } = await commitTo(at('amin_bench_one'), 'one', size)
    const alone = summarise(ours)
    const bare = summarise(raw)
    print({ bench: 'store-mongo', what: 'commits', ...alone })
    print({ bench: 'store-mongo', what: 'bare driver, insertOne', bytes, ...bare })
    print({
      bench: 'store-mongo',
      what: 'ratio',
      commitsToInserts: round((alone['perSecond'] ?? 0) / (bare['perSecond'] ?? 1), 3),
    })
    part('two workers')
    const children = await Promise.all(
      ['left', 'right'].map((name) =>
        promisify(execFile)(process.execPath, [CHILD, name, JSON.stringify(size)], {
          env: { ...process.env, BENCH_URI: at('amin_bench_two') },
        }),
      ),
    )
    const both = children.map(({ stdout }) => JSON.parse(stdout) as { perSecond: number })
    const perSecond = both.reduce((sum, one) => sum + one.perSecond, 0)
    print({
      bench: 'store-mongo',
      what: 'two workers',
      perSecond,
      timesOfOne: round(perSecond / (alone['perSecond'] ?? 1)),
    })
  } finally {
    await server?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
