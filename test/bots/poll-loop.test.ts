import { expect, test } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { makePollLoop } from '../../bots/poll-loop.ts'
import { hours } from '../../core/base/units.ts'
import { eventually } from '../patience.ts'

/** An interval that never comes: only beats make turns. */
const NEVER = hours(24)

test('a beat at the very moment a turn ends still makes a turn', async () => {
  let turns = 0
  let release: () => void = () => undefined
  const pulse = makePollLoop({
    name: 'sweep',
    every: NEVER,
    log: makeMemoryLog(),
    turn: () => {
      turns += 1
      return new Promise((resolve) => (release = resolve))
    },
  })
  for (let round = 1; round <= 20; round += 1) {
    await eventually(() => expect(turns).toBe(round))
    release()
    // After as many steps of the event loop's own queue as the round says: somewhere among them the
    // turn has just ended.
    let step = Promise.resolve()
    for (let i = 1; i < round; i += 1) step = step.then(() => undefined)
    await step
    pulse.beat()
  }
  await eventually(() => expect(turns).toBe(21))
  release()
  await pulse.stop()
})

test('beats during a turn make one more turn, and a turn that fails does not end it and is logged by its name', async () => {
  let turns = 0
  const log = makeMemoryLog()
  const pulse = makePollLoop({
    name: 'sweep',
    every: NEVER,
    log,
    turn: async () => {
      turns += 1
      if (turns === 1) throw new Error('once')
    },
  })
  await eventually(() => expect(log.lines).toHaveLength(1))
  expect(log.lines[0]).toMatchObject({ message: 'a turn failed', fields: { role: 'sweep' } })
  pulse.beat()
  pulse.beat()
  await eventually(() => expect(turns).toBeGreaterThan(1))
  await pulse.stop()
  const before = turns
  pulse.beat()
  expect(turns).toBe(before)
})
