import '../../../../adapters/channels/whatsapp/harden.ts'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as soon } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { makeCourier } from '../../../../adapters/channels/whatsapp/courier.ts'
import { makeJournal } from '../../../../adapters/channels/whatsapp/journal.ts'
import type { Mapping, PrivateMapping } from '../../../../adapters/channels/whatsapp/mapping.ts'
import type { ToParent } from '../../../../adapters/channels/whatsapp/protocol.ts'
import { makeSealing } from '../../../../adapters/channels/whatsapp/sealing.ts'
import { openSessionFile } from '../../../../adapters/channels/whatsapp/session-file.ts'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { Failure } from '../../../../core/base/failure.ts'
import { makeManualTimers } from './rig.ts'
import { makeStandIn } from './stand-in.ts'

const cleanups: (() => unknown)[] = []
afterEach(() => {
  for (const clean of cleanups.splice(0).toReversed()) clean()
})

/** A courier over a real journal with one row of one chat; what fails is in the test's hand. */
const open = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-courier-'))
  const file = openSessionFile(join(dir, 'main.db'))
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }), file.close)
  const timers = makeManualTimers()
  const journal = makeJournal(file, makeSealing(randomBytes(32)), 'main')
  journal.add({
    id: 'A',
    kind: 'message',
    receivedAt: timers.now(),
    bytes: new Uint8Array(),
    facts: { endToEnd: true, offline: false, chat: '200@lid', fromMe: false },
  })
  const full: { at?: 'leave' | 'open' | 'map' | 'journal'; error: Error } = {
    error: new Failure('disk_full'),
  }
  const failing = (at: typeof full.at): void => {
    if (full.at === at) throw full.error
  }
  let isPrivate = true
  let left = 0
  const stand = makeStandIn({ account: 'main' })
  const privates: PrivateMapping = {
    learn: () => undefined,
    left: () => left,
    covers: () => isPrivate,
    glimpse: stand.toInbound,
    open: () => (failing('open'), void (isPrivate = false)),
    leave: () => (failing('leave'), void (left += 1)),
  }
  const mapping: Mapping = { ...stand, privates, toInbound: (row) => (failing('map'), stand.toInbound(row)) }
  const said: { row: number; isPrivate: boolean }[] = []
  const courier = makeCourier({
    journal: { ...journal, done: (rows) => (failing('journal'), journal.done(rows)) },
    mapping,
    timers,
    log: makeMemoryLog(),
    say: (message: ToParent) => {
      if (message.type === 'row') said.push({ row: message.row, isPrivate: message.private === true })
    },
  })
  cleanups.push(courier.stop)
  const turn = async (): Promise<void> => {
    await soon()
    await soon()
  }
  courier.wake()
  await turn()
  return {
    courier,
    full,
    journal,
    said,
    turn,
    opened: () => void (isPrivate = false),
    left: () => left,
    /** As time goes on, and the disk has room again. */
    later: async (by: number) => {
      delete full.at
      timers.advance(by)
      await turn()
    },
  }
}

const ONCE = [{ row: 1, isPrivate: true }]

test.each(['leave', 'journal'] as const)(
  'a private row whose end cannot be written down (%s) is said again, without a restart, and counted',
  async (at) => {
    const { courier, full, journal, said, later, left } = await open()
    full.at = at
    courier.done([1])
    await later(1_000)
    expect(said).toEqual([...ONCE, ...ONCE])
    courier.done([1])
    expect([journal.waiting(), left() > 0]).toEqual([0, true])
  },
)

test.each(['open', 'map'] as const)(
  'a private row that opens a case and cannot be taken (%s) is said again, and is lost nowhere',
  async (at) => {
    const { courier, full, journal, said, later } = await open()
    full.at = at
    courier.take(1)
    await later(1_000)
    expect(said).toEqual([...ONCE, { row: 1, isPrivate: at === 'open' }])
    if (at === 'open') courier.take(1)
    courier.done([1])
    expect(journal.waiting()).toBe(0)
  },
)

test('a row whose chat became a case while it was looked at, and that the mapping breaks over, is tried again in an hour', async () => {
  const { courier, full, journal, said, opened, later, turn } = await open()
  opened()
  full.at = 'map'
  full.error = new Error('a fault of the mapping')
  courier.done([1])
  await turn()
  expect([said, journal.waiting()]).toEqual([ONCE, 1])
  await later(3_600_000)
  expect(said).toEqual([...ONCE, { row: 1, isPrivate: false }])
})

test('a row of anybody that cannot be ticked off is said again without a restart', async () => {
  const { courier, full, journal, said, opened, later } = await open()
  opened()
  courier.done([1])
  // Private when it was said, and a case's by now: it is said as such.
  expect(said).toEqual([...ONCE, { row: 1, isPrivate: false }])
  full.at = 'journal'
  courier.done([1])
  await later(1_000)
  expect(said).toHaveLength(3)
  courier.done([1])
  expect(journal.waiting()).toBe(0)
})
