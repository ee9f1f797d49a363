import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteKeys } from '../../../adapters/sqlite/keys.ts'
import { openSqliteStore } from '../../../adapters/sqlite/index.ts'
import { aCase, anInbound, collect } from '../../contract/store-builders.ts'
import { startChild } from './children.ts'
import { openChance } from '../../chance.ts'

const KILLS = 40
/** Longer than one turn of the child: put, commit, keys. */
const TURN_MS = 8

/**
 * A line is heard just after a transaction ended. Killing there would never meet one under way, so
 * the moment is moved by a random part of a turn; spun, since timers are as coarse as transactions
 * are short.
 */
const drift = (part: number): void => {
  const end = performance.now() + part * TURN_MS
  while (performance.now() < end);
}

/** What is in the file, without our code: one set of places for each table that a commit spreads to. */
const spread = (file: string): Record<'chain' | 'outbox' | 'job' | 'feed' | 'handled', readonly string[]> => {
  const db = new DatabaseSync(file, { readOnly: true })
  const places = (sql: string): readonly string[] =>
    db
      .prepare(sql)
      .all()
      .map(({ place }) => String(place))
      .sort()
  const found = {
    chain: places("SELECT case_id || '.' || seq AS place FROM chain JOIN entry ON entry.no = entry_no"),
    outbox: places(
      "SELECT case_id || '.' || seq AS place FROM outbox GROUP BY case_id, seq HAVING count(*) = 2",
    ),
    job: places("SELECT case_id || '.' || seq AS place FROM job"),
    feed: places("SELECT case_id || '.' || seq AS place FROM feed"),
    handled: places(
      'SELECT cause.cause AS place FROM cause JOIN inbox ON inbox.id = cause AND waiting = 0 AND length(sealed) = 0',
    ),
  }
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(
    db
      .prepare(
        "SELECT count(*) AS n FROM outbox WHERE speaker <> 'bot' OR (status = 'sent') <> (receipt IS NOT NULL)",
      )
      .get(),
  ).toEqual({ n: 0 })
  db.close()
  return found
}

test(`after ${KILLS} SIGKILLs at random moments all that was acknowledged is there, and nothing is there by half`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amin-crash-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const storeFile = join(folder, 'amin.db')
  const keysFile = join(folder, 'keys.db')
  const said: string[][] = []
  const chance = openChance()
  for (let run = 0; run < KILLS; run++) {
    const child = startChild('crash-child.ts', [storeFile, keysFile, `${run}`])
    // The moment is a number of lines, so that a slow machine is killed in the middle of work too.
    const enough = chance.within(0, 250)
    await child.until((lines) => lines.length > enough)
    drift(chance.next())
    child.process.kill('SIGKILL')
    await child.ended
    said.push(...child.lines.map((line) => line.split(' ')))
  }
  const of = (what: string): readonly string[][] =>
    said.filter(([word]) => word === what).map(([, ...rest]) => rest)
  expect(of('conflict').length + of('repeated').length).toBe(0)
  expect(of('done').length).toBeGreaterThan(KILLS)

  const found = spread(storeFile)
  const committed = new Set(found.chain)
  const lost = of('done').filter(([name = '', seq]) => !committed.has(`${aCase(name)}.${seq}`))
  expect(lost).toEqual([])
  for (const table of ['outbox', 'job', 'feed'] as const) expect(found[table]).toEqual(found.chain)
  expect(found.handled).toHaveLength(found.chain.length)

  const store = await openSqliteStore({ file: storeFile })
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const entries = await store.ledger.read(aCase(name))
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1))
    expect((await store.views.byId(aCase(name)))?.seq ?? 0).toBe(entries.length)
  }
  const handled = new Set(found.handled)
  const arrived = of('put').map(([inbound = '']) => anInbound(inbound))
  const waiting = (await store.inbox.depth()).waiting
  // Every row that arrived is either handled by a commit or still waits; at most one a chat was on
  // its way unacknowledged at each kill.
  expect(arrived.filter((id) => !handled.has(id)).length).toBeLessThanOrEqual(waiting)
  const delivery = new Map(
    (await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => store.outbox.ofCase(aCase(name)))))
      .flat()
      .map((row) => [row.id as string, row.status]),
  )
  expect(of('sent').filter(([id = '']) => delivery.get(id) !== 'sent')).toEqual([])
  expect(of('claimed').filter(([id = '']) => delivery.get(id) === 'queued')).toEqual([])
  await store.close()

  const keys = await openSqliteKeys({ file: keysFile })
  const kept = new Map((await collect(keys.list())).map(({ caseId, wrapped }) => [caseId as string, wrapped]))
  await keys.close()
  expect(of('destroyed').filter(([name = '']) => kept.get(aCase(name)) !== 'destroyed')).toEqual([])
  expect(of('kept').filter(([name = '']) => !kept.has(aCase(name)))).toEqual([])
})
