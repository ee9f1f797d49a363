import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../../../adapters/sqlite/index.ts'
import { holdProcessLock } from '../../../adapters/sqlite/process-lock.ts'
import { aCase, aCommit, anInboxRow } from '../../contract/store-builders.ts'
import { startChild } from './children.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amin-processes-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('processes that share a store never get the same chat, row or job, and leave none; one of them gets the lease', async () => {
  const file = join(folder, 'amin.db')
  const store = await openSqliteStore({ file })
  const names = Array.from({ length: 60 }, (_, i) => `s${i}x`)
  await store.inbox.put(names.flatMap((name) => [anInboxRow(`${name}1`, name), anInboxRow(`${name}2`, name)]))
  await Promise.all(
    names.map((name) => store.ledger.commit(aCommit(aCase(name), 1, { outbox: [{}, {}], jobs: [{}] }))),
  )
  const children = ['one', 'two', 'three'].map((owner) => startChild('claim-child.ts', [file, owner]))
  await Promise.all(children.map(({ ended }) => ended))
  const said = children.flatMap(({ lines }) => lines)
  for (const what of ['chat', 'row', 'job']) {
    const got = said.filter((line) => line.startsWith(`${what} `))
    expect(got).toHaveLength(60)
    expect(new Set(got).size).toBe(60)
  }
  expect(said.filter((line) => line.startsWith('chat ')).every((line) => line.endsWith(' 2'))).toBe(true)
  expect(said.filter((line) => line.startsWith('lease')).sort()).toEqual([
    'lease false',
    'lease false',
    'lease true',
  ])
  await store.close()
})

test('one who subscribes is woken by the commits of another connection, until the end of it', async () => {
  const file = join(folder, 'amin.db')
  const [one, two] = [await openSqliteStore({ file }), await openSqliteStore({ file })]
  const next = (): Promise<() => void> =>
    new Promise((resolve) => {
      const end = one.feed.subscribe(() => resolve(end))
    })
  const waking = next()
  await two.ledger.commit(aCommit(aCase('a'), 1))
  const end = await waking
  expect((await one.feed.read(0, 9)).map(({ caseId }) => caseId)).toEqual([aCase('a')])
  end()
  const again = next()
  await two.ledger.commit(aCommit(aCase('a'), 2))
  ;(await again)()
  await one.close()
  await two.close()
})

test('many that open a new store at once all get it', async () => {
  const stores = await Promise.all(
    Array.from({ length: 4 }, () => openSqliteStore({ file: join(folder, 'new.db') })),
  )
  expect(
    await Promise.all(stores.map((store, i) => store.ledger.commit(aCommit(aCase(`c${i}`), 1)))),
  ).toEqual(['done', 'done', 'done', 'done'])
  for (const store of stores) await store.close()
})

test('a process lock keeps others out until it is released', () => {
  const file = join(folder, 'role.lock')
  const lock = holdProcessLock(file)
  expect(() => holdProcessLock(file)).toThrowError(expect.objectContaining({ code: 'store_busy' }))
  lock.release()
  lock.release()
  holdProcessLock(file).release()
})

test('a process lock ends with its process, however that ends', async () => {
  const file = join(folder, 'role.lock')
  const child = startChild('lock-child.ts', [file])
  await child.until((lines) => lines.includes('held'))
  expect(() => holdProcessLock(file)).toThrowError(expect.objectContaining({ code: 'store_busy' }))
  child.process.kill('SIGKILL')
  await child.ended
  holdProcessLock(file).release()
})

test('a process lock in a folder that is not there says that it cannot be written', () => {
  expect(() => holdProcessLock(join(folder, 'none', 'role.lock'))).toThrowError(
    expect.objectContaining({ code: 'data_unwritable' }),
  )
})
