import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeStanding } from '../../../core/custody/standing.ts'
import type { Checkpoint } from '../../../core/ports/store/custody.ts'
import { hours, minutes, instant } from '../../../core/base/units.ts'
import { aCheckpoint } from '../../contract/store-custody.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const URL = '/api/v1/custody/checkpoints'

test('administrators see the newest checkpoint with its age; others do not', async () => {
  const admin = await world.member('Admin', 'admin')
  expect((await world.get(URL, admin)).json()).toEqual({
    publicKey: expect.stringContaining('BEGIN PUBLIC KEY'),
    anchors: [],
  })
  const at = world.clock.now()
  await world.ports.store.custody.keep(aCheckpoint(0, 3, { at }))
  world.clock.advance(minutes(5))
  expect((await world.get(URL, admin)).json()).toMatchObject({
    latest: {
      no: 0,
      size: 3,
      at: new Date(at).toISOString(),
      ageSeconds: 300,
      text: 'checkpoint 0\n',
      root: aCheckpoint(0, 3).root,
    },
  })
  for (const role of ['agent', 'supervisor', 'analyst'] as const)
    expect((await world.get(URL, await world.member(`A${role}`, role))).statusCode).toBe(403)
  expect((await world.get(URL)).statusCode).toBe(401)
})

test('authorities stand there with their newest token', async () => {
  await world.close()
  const anchor = {
    id: 'one',
    every: hours(24),
    stamp: async () => ({ fault: 'timeout' }) as const,
    check: async () => ({ fault: 'timeout' }) as const,
  }
  const checkpoint: Checkpoint = aCheckpoint(0, 3, {
    stamps: [{ anchor: 'one', at: instant(1_795_000_000_000), token: new Uint8Array(), certificates: '' }],
  })
  const store = {
    custody: {
      checkpoints: async function* () {
        yield checkpoint
      },
    },
  }
  const standing = makeStanding({ store: store as never, anchors: [anchor, { ...anchor, id: 'two' }] })
  world = await openWorld({ checkpoints: { standing, publicKey: 'key' } })
  expect((await world.get(URL, await world.member('Admin', 'admin'))).json()).toMatchObject({
    anchors: [
      { id: 'one', everyHours: 24, last: { at: new Date(1_795_000_000_000).toISOString(), no: 0 } },
      { id: 'two', everyHours: 24 },
    ],
  })
})
