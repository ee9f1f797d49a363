import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import type { Message, MessagePage } from '../../../adapters/console/contract/messages.ts'
import type { Timeline } from '../../../adapters/console/contract/shift.ts'
import { hours, minutes } from '../../../core/base/units.ts'
import { openStage, reachStory, type Person, type Stage } from '../../build/stage.ts'
import { openWorld, type World } from './world.ts'

/** The console over the whole core, at three at night in Baghdad, and somebody whom an agent talks with. */
let stage: Stage
let world: World
let noor: { readonly id: string; readonly cookie: string }
let amal: Person
let path: string
beforeEach(async () => {
  stage = await openStage()
  world = await openWorld({ desk: stage.desk, feed: stage.store.feed, clock: stage.clock })
  noor = await world.member('noor')
  amal = stage.person('amal')
  await reachStory(amal)
  await amal.says('human')
  path = `/api/v1/cases/${await amal.code()}`
  await post('/claim')
  await stage.sendAll()
  stage.clock.advance(minutes(6))
})
afterEach(() => world.close())

const post = (what: string, body: unknown = {}, as: { readonly cookie: string } = noor) =>
  world.post(`${path}${what}`, body, as)
const read = async <T>(what: string): Promise<T> => (await world.get(`${path}${what}`, noor)).json<T>()
const signals = async () => (await read<CaseFile>('?lang=en')).signals
const messages = async (): Promise<readonly Message[]> =>
  (await read<MessagePage>('/messages?limit=200')).messages
const EVENING = { from: '18:00', to: '22:00' }

test('safe times are set, stand in the file, hold what is said, and are told in the thread and the timeline', async () => {
  expect((await post('/safe-times', EVENING)).statusCode).toBe(200)
  expect(await signals()).toMatchObject({
    waits: 'yes',
    safeTimes: EVENING,
    opensAt: '2026-01-01T15:00:00.000Z',
  })
  const { version } = await read<CaseFile>('')
  expect((await post('/messages', { text: 'We found a way.', expectedVersion: version })).statusCode).toBe(
    200,
  )
  expect((await messages()).findLast(({ from }) => from === 'agent')).toMatchObject({
    text: 'We found a way.',
    held: true,
  })
  expect((await messages()).find(({ event }) => event === 'safe-times-set')).toMatchObject({
    author: 'noor',
    detail: '18:00-22:00',
  })
  await stage.passTime(hours(15))
  expect(amal.hears()).toBe('We found a way.')
  expect((await messages()).findLast(({ from }) => from === 'agent')).toMatchObject({ delivery: 'sent' })
  expect(await signals()).toMatchObject({ waits: 'no', safeTimes: EVENING })
  expect((await post('/safe-times/clear')).statusCode).toBe(200)
  expect(await signals()).not.toHaveProperty('safeTimes')
  const told = (await read<Timeline>('/timeline?lang=en')).entries.filter(({ kind }) =>
    kind.startsWith('safe_times'),
  )
  expect(told).toMatchObject([
    { kind: 'safe_times_cleared', by: 'noor' },
    { kind: 'safe_times_set', by: 'noor', detail: '18:00-22:00' },
  ])
})

test('a time over midnight is shown as it was set, to the minute', async () => {
  await post('/safe-times', { from: '23:05', to: '00:00' })
  expect((await signals()).safeTimes).toEqual({ from: '23:05', to: '00:00' })
})

describe('safe times are refused', () => {
  test('from whoever does not hold the case, a supervisor too', async () => {
    for (const as of [await world.member('reem'), await world.member('zeinab', 'supervisor')]) {
      expect((await post('/safe-times', EVENING, as)).json()).toMatchObject({
        status: 403,
        code: 'not_yours',
      })
      expect((await post('/safe-times/clear', {}, as)).json()).toMatchObject({
        status: 403,
        code: 'not_yours',
      })
    }
    expect(await signals()).not.toHaveProperty('safeTimes')
  })

  test.each([
    ['the same twice', { from: '18:00', to: '18:00' }, 'time_invalid'],
    ['no time of a day', { from: '24:00', to: '22:00' }, 'invalid'],
    ['an hour in one digit', { from: '8:00', to: '22:00' }, 'invalid'],
    ['half of them', { from: '18:00' }, 'invalid'],
  ])('that are %s', async (_what, body, code) => {
    expect((await post('/safe-times', body)).json()).toMatchObject({ status: 400, code })
  })

  test('where nothing would change', async () => {
    expect((await post('/safe-times/clear')).json()).toMatchObject({ status: 409, code: 'already' })
    await post('/safe-times', EVENING)
    expect((await post('/safe-times', EVENING)).json()).toMatchObject({ status: 409, code: 'already' })
  })
})
