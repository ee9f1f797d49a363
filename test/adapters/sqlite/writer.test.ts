import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { makeWriter, type Writer } from '../../../adapters/sqlite/writer.ts'

let folder: string
let db: DatabaseSync
let writer: Writer
let commits: number
const log = makeMemoryLog()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amin-writer-'))
  db = new DatabaseSync(join(folder, 'w.db'))
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER PRIMARY KEY, body TEXT) STRICT')
  commits = 0
  writer = makeWriter(db, { log, committed: () => commits++, patienceMs: 500 })
})
afterEach(async () => {
  await writer.close()
  await rm(folder, { recursive: true })
})

const add = (n: number): Promise<number> =>
  writer.write(() => {
    db.prepare('INSERT INTO t (n) VALUES (?)').run(n)
    return n
  })
const kept = (): readonly unknown[] => {
  const other = new DatabaseSync(join(folder, 'w.db'), { readOnly: true })
  const rows = other.prepare('SELECT n FROM t ORDER BY n').all()
  other.close()
  return rows.map(({ n }) => n)
}

test('changes of one turn share a transaction and run in the order of the calls', async () => {
  const order: number[] = []
  await Promise.all([3, 1, 2].map((n) => writer.write(() => order.push(n))))
  expect(order).toEqual([3, 1, 2])
  expect(commits).toBe(1)
})

test('nothing is acknowledged before others can see it', async () => {
  const adding = add(1)
  expect(kept()).toEqual([])
  expect(await adding).toBe(1)
  expect(kept()).toEqual([1])
})

test('a change that fails does so alone: those before and after it in the same turn are kept', async () => {
  const before = add(1)
  const clash = add(1)
  const thrower = writer.write(() => {
    db.exec('INSERT INTO t (n) VALUES (7)')
    throw new Error('changed its mind')
  })
  const after = add(2)
  const outcomes = await Promise.allSettled([before, clash, thrower, after])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(kept()).toEqual([1, 2])
  expect(log.lines.at(-1)?.fields).toMatchObject({ count: 4 })
})

test('a flood is cut into transactions, so that the loop turns between them', async () => {
  await Promise.all(Array.from({ length: 1100 }, (_, n) => add(n)))
  expect(commits).toBe(3)
  expect(kept()).toHaveLength(1100)
})

test('changes wait for another connection’s transaction, and are done after it', async () => {
  const other = new DatabaseSync(join(folder, 'w.db'))
  other.exec('BEGIN IMMEDIATE; INSERT INTO t (n) VALUES (100)')
  const adding = Promise.all([add(1), add(2)])
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
  expect(commits).toBe(0)
  other.exec('COMMIT')
  other.close()
  await adding
  expect(kept()).toEqual([1, 2, 100])
})

test('changes that waited too long for another connection say that it is busy', async () => {
  const hasty = makeWriter(db, { patienceMs: 0 })
  const other = new DatabaseSync(join(folder, 'w.db'))
  other.exec('BEGIN IMMEDIATE')
  await expect(hasty.write(() => 1)).rejects.toMatchObject({ name: 'Failure', code: 'store_busy' })
  other.exec('ROLLBACK')
  other.close()
  expect(await hasty.write(() => 1)).toBe(1)
})

test('closing commits what was asked for before, and refuses what comes after', async () => {
  const adding = add(1)
  await writer.close()
  expect(await adding).toBe(1)
  expect(kept()).toEqual([1])
  await expect(add(2)).rejects.toMatchObject({ code: 'store_unavailable' })
  await expect(writer.read(() => db.prepare('SELECT 1').get())).rejects.toMatchObject({
    code: 'store_unavailable',
  })
  await writer.close()
})
