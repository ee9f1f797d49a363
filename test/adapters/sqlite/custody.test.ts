import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCheckpointKey } from '../../../adapters/crypto/checkpoint-key.ts'
import { openSqliteStore } from '../../../adapters/sqlite/index.ts'
import { makeCheckpoint } from '../../../core/custody/checkpoint.ts'
import { aCase, collect } from '../../contract/store-builders.ts'
import { A, B, grow, logFaults, openCustodyWorld } from '../../core/custody/world.ts'
import { startChild } from './children.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amin-custody-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('processes that make checkpoints at once, one of them killed in the middle, leave one log in which all that was said holds', async () => {
  const [file, key] = [join(folder, 'amin.db'), join(folder, 'checkpoint.key')]
  const signer = await openCheckpointKey(key)
  const store = await openSqliteStore({ file })
  const children = ['k', 'l', 'm'].map((name) =>
    startChild('custody-child.ts', [file, key, name, name === 'k' ? '100000' : '25']),
  )
  const [killed] = children
  await killed?.until((lines) => lines.length > 10)
  killed?.process.kill('SIGKILL')
  await Promise.all(children.map(({ ended }) => ended))
  const checkpoints = await collect(store.custody.checkpoints())
  expect(checkpoints.map(({ no }) => no)).toEqual(checkpoints.map((_, i) => i))
  const said = children.flatMap(({ lines }) => lines)
  expect(said.length).toBeGreaterThan(60)
  expect(checkpoints.map(({ no, root }) => `${no} ${root}`)).toEqual(expect.arrayContaining(said))
  const world = await openCustodyWorld({ store, signer })
  await grow(world, aCase('after'))
  await makeCheckpoint(world, { anchors: [] })
  expect(await logFaults(world)).toEqual([])
  await store.close()
})

test('neither a leaf nor a checkpoint can be changed, removed or replaced', async () => {
  const file = join(folder, 'amin.db')
  const anchor = {
    id: 'one',
    every: 1 as never,
    stamp: async () => ({
      stamp: { anchor: 'one', at: 5 as never, token: new Uint8Array([1]), certificates: 'pem' },
    }),
    check: async () => ({ at: 5 as never }),
  }
  const world = await openCustodyWorld({ store: await openSqliteStore({ file }), anchors: [anchor] })
  await grow(world, A)
  await grow(world, B)
  await makeCheckpoint(world, { anchors: world.anchors })
  const db = new DatabaseSync(file)
  for (const sql of [
    "UPDATE leaf SET hash = 'x'",
    'DELETE FROM leaf',
    `REPLACE INTO leaf VALUES (0, 'x', 1, 'x', x'00')`,
    `REPLACE INTO leaf VALUES (9, '${A}', 1, 'x', x'00')`,
    'UPDATE checkpoint SET size = 1',
    'DELETE FROM checkpoint',
    "REPLACE INTO checkpoint VALUES (0, 1, 'x', '[]', 1, 'x', 'x')",
    "UPDATE stamp SET token = x'00'",
    'DELETE FROM stamp',
    "REPLACE INTO stamp VALUES (0, 0, 'x', 1, x'00', 'x')",
  ])
    expect(() => db.exec(sql), sql).toThrow(/never change/)
  db.close()
  expect(await logFaults(world)).toEqual([])
  await world.store.close()
})
