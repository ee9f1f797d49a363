import { expect, test } from 'vitest'
import { describeStanding, startCheckpoints } from '../../bots/checkpoints.ts'
import { makeStanding } from '../../core/custody/standing.ts'
import { hours, instant } from '../../core/base/units.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { A, aKey, grow, logFaults, openCustodyWorld } from '../core/custody/world.ts'
import { eventually } from '../patience.ts'

const opened = async () => {
  const store = makeMemoryStore()
  const signer = await aKey()
  return Promise.all([openCustodyWorld({ store, signer }), openCustodyWorld({ store, signer })])
}

test('of two workers one makes the checkpoint, and the other one the next where the first is gone', async () => {
  const [one, two] = await opened()
  await grow(one, A)
  const pulses = [
    startCheckpoints(one, one.store.leases, 'one'),
    startCheckpoints(two, two.store.leases, 'two'),
  ]
  await eventually(async () => expect(await one.store.custody.latest()).toMatchObject({ no: 0 }))
  await Promise.all(pulses.map(({ stop }) => stop()))
  expect((await one.store.custody.latest())?.no).toBe(0)
  await grow(one, A)
  for (const { clock } of [one, two]) clock.advance(hours(2))
  const next = startCheckpoints(two, two.store.leases, 'two')
  await eventually(async () => expect(await one.store.custody.latest()).toMatchObject({ no: 1, size: 2 }))
  await next.stop()
  expect(await logFaults(one)).toEqual([])
})

test('nothing is made while another process holds the turn', async () => {
  const [one] = await opened()
  await grow(one, A)
  const now = one.clock.now()
  await one.store.leases.take('checkpoint', { owner: 'other', now, until: instant(now + hours(1)) })
  const pulse = startCheckpoints(one, one.store.leases, 'one')
  await pulse.stop()
  expect(await one.store.custody.latest()).toBeUndefined()
})

test('where the checkpoints stand is told in a line each', async () => {
  const [one] = await opened()
  const anchor = {
    id: 'far',
    every: hours(24),
    stamp: async () => ({ fault: 'timeout' }) as const,
    check: async () => ({ fault: 'timeout' }) as const,
  }
  const ports = { ...one, anchors: [anchor] }
  expect(describeStanding(await makeStanding(ports)())).toEqual({
    checkpoints: 'none yet',
    'anchor far': 'nothing yet',
  })
  await grow(one, A)
  const pulse = startCheckpoints(one, one.store.leases, 'one')
  await eventually(async () => expect(await one.store.custody.latest()).toBeDefined())
  await pulse.stop()
  expect(describeStanding(await makeStanding(ports)())).toEqual({
    checkpoints: `newest ${new Date(one.clock.now()).toISOString()}`,
    'anchor far': 'nothing yet',
  })
})
