import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClose, reactTo, type Close } from '../../../../adapters/channels/whatsapp/disconnects.ts'
import {
  makeSupervisor,
  waitAfter,
  type AttemptEvents,
  type Link,
} from '../../../../adapters/channels/whatsapp/supervisor.ts'
import { hours, minutes, seconds } from '../../../../core/base/units.ts'
import { makeManualTimers } from './rig.ts'

const start = (paired = true) => {
  const timers = makeManualTimers()
  const attempts: AttemptEvents[] = []
  const closed: number[] = []
  const links: Link[] = []
  let isPaired = paired
  let forgotten = 0
  const supervisor = makeSupervisor({
    timers,
    paired: () => isPaired,
    forget: () => {
      forgotten += 1
      isPaired = false
    },
    tell: (link) => links.push(link),
    start: (events) => {
      const number = attempts.push(events)
      return { close: () => void closed.push(number) }
    },
  })
  return { timers, attempts, closed, links, supervisor, forgotten: () => forgotten }
}
const told = (code: number): Close => ({ kind: 'told', code })

test('failures wait longer and longer, up to five minutes, never less than half of that', () => {
  const { supervisor, attempts, timers } = start()
  supervisor.connect()
  const waits: number[] = []
  for (let n = 0; n < 12; n += 1) {
    attempts.at(-1)!.closed({ kind: 'lost' })
    const [wait] = timers.waits()
    waits.push(wait!)
    expect(attempts).toHaveLength(n + 1)
    timers.advance(wait!)
    expect(attempts).toHaveLength(n + 2)
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[0]).toBe(1_500)
  expect(waits.at(-1)).toBe(225_000)
})

test('the spread of a wait stays in its second half', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (n, random) => {
        const most = Math.min(minutes(5), seconds(2) * 2 ** Math.min(n - 1, 20))
        const wait = waitAfter(n, random)
        return wait >= most / 2 && wait <= most
      },
    ),
  )
})

test('a connection that stood for a minute makes the next failure the first; one that fell at once does not', () => {
  const { supervisor, attempts, timers } = start()
  supervisor.connect()
  for (let n = 0; n < 5; n += 1) {
    attempts.at(-1)!.opened()
    attempts.at(-1)!.closed({ kind: 'lost' })
    timers.advance(timers.waits()[0]!)
  }
  attempts.at(-1)!.closed({ kind: 'lost' })
  expect(timers.waits()[0]).toBeGreaterThan(seconds(30))
  timers.advance(timers.waits()[0]!)
  attempts.at(-1)!.opened()
  timers.advance(seconds(60))
  attempts.at(-1)!.closed({ kind: 'lost' })
  expect(timers.waits()).toEqual([1_500])
})

describe.each([401, 402, 403, 405, 406, 411, 440, 463])('after %i', (code) => {
  test('nothing is tried, however long it lasts, until a person asks', () => {
    const { supervisor, attempts, timers, forgotten } = start()
    supervisor.connect()
    attempts[0]!.closed(told(code))
    timers.advance(hours(24 * 30))
    expect(attempts).toHaveLength(1)
    expect(supervisor.state()).toMatchObject({ status: 'stopped', code })
    expect(forgotten()).toBe(code === 401 ? 1 : 0)
    supervisor.connect()
    expect(attempts).toHaveLength(code === 401 ? 1 : 2)
    expect(supervisor.state().status).toBe(code === 401 ? 'unpaired' : 'connecting')
  })
})

test('a restart that WhatsApp asks for comes at once, but not for ever', () => {
  const { supervisor, attempts, timers } = start()
  supervisor.connect()
  for (let n = 0; n < 3; n += 1) attempts.at(-1)!.closed(told(515))
  expect(attempts).toHaveLength(4)
  attempts.at(-1)!.closed(told(515))
  expect(attempts).toHaveLength(4)
  expect(timers.waits()).toHaveLength(1)
})

test('there is one attempt at a time, and an old one is not listened to', () => {
  const { supervisor, attempts, closed, links } = start()
  supervisor.connect()
  supervisor.connect()
  expect(attempts).toHaveLength(1)
  supervisor.halt('restored')
  expect(closed).toEqual([1])
  attempts[0]!.opened()
  attempts[0]!.closed({ kind: 'lost' })
  expect(links.at(-1)).toEqual({ status: 'stopped', advice: 'restored' })
  supervisor.connect()
  expect(attempts).toHaveLength(2)
  supervisor.stop()
  attempts[1]!.closed({ kind: 'lost' })
  supervisor.connect()
  expect(attempts).toHaveLength(2)
})

test('an account that is not paired does not connect', () => {
  const { supervisor, attempts } = start(false)
  supervisor.connect()
  expect(attempts).toHaveLength(0)
  expect(supervisor.state()).toEqual({ status: 'unpaired', advice: 'pair' })
})

test.each([
  [undefined, { kind: 'lost' }],
  [
    { message: 'WebSocket Error (Unexpected server response: 401)', output: { statusCode: 401 } },
    { kind: 'lost' },
  ],
  [{ message: 'noise certificate signature invalid', output: { statusCode: 400 } }, { kind: 'untrusted' }],
  [
    {
      message: 'Stream Errored (conflict)',
      output: { statusCode: 401 },
      data: { tag: 'conflict', attrs: { type: 'replaced' } },
    },
    told(440),
  ],
  [
    {
      message: 'Stream Errored (conflict)',
      output: { statusCode: 401 },
      data: { tag: 'conflict', attrs: { type: 'device_removed' } },
    },
    told(401),
  ],
  [{ message: 'Connection Failure', output: { statusCode: 403 } }, told(403)],
  [new Error('odd'), { kind: 'lost' }],
])('an end that the library describes as %j is read as %j', (error, close) => {
  expect(readClose(error)).toEqual(close)
})

test('an unknown number backs off, whatever it is', () => {
  fc.assert(fc.property(fc.integer(), (code) => reactTo(told(code)).next !== 'again' || code === 515))
  expect(reactTo(told(599))).toEqual({ next: 'back_off', advice: 'wait' })
})
