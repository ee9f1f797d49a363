import { createSecretKey } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import {
  makeHotlineChecks,
  type HotlineChecks,
} from '../../adapters/console/server/administration/hotline-checks.ts'
import { makeHasher } from '../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../adapters/crypto/secrets.ts'
import { makeMemoryClock } from '../../adapters/memory/clock.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { hotlineOf, makeConfirmations, type ConfirmationParts } from '../../bots/confirmations.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import type { Operator } from '../../bots/operator.ts'
import { countingOf, hotlinesFor, withConfirmed, type Confirmed } from '../../bots/operator-rules.ts'
import { openTeam } from '../../bots/team.ts'
import { instant } from '../../core/base/units.ts'
import { mongoAvailable } from '../build/ferretdb.ts'
import { useMongo } from '../build/mongo-server.ts'
import { eventually } from '../patience.ts'

const server = useMongo()

const line = (lastChecked: string, number = '104', name = 'Police') => ({
  id: 'police',
  name: { ar: name, ckb: name, en: name },
  number,
  for: ['emergency' as const],
  source: 'a letter',
  lastChecked,
})
const stating = (...hotlines: NonNullable<Operator['hotlines']>): Operator => ({ official: {}, hotlines })
const at = (text: string) => instant(Date.parse(text))
const called = (text: string): Confirmed => {
  const call = { at: at(text), by: 'noor' }
  return () => call
}

describe('the date that counts', () => {
  const dateOf = (stated: string, call: string, now: string) =>
    withConfirmed(stating(line(stated)), called(call), at(now)).hotlines?.[0]?.lastChecked

  test('is the later of the file and the call', () => {
    expect(dateOf('2025-01-01', '2026-03-01T22:00:00Z', '2026-03-05T00:00:00Z')).toBe('2026-03-01')
    expect(dateOf('2026-03-04', '2026-03-01T22:00:00Z', '2026-03-05T00:00:00Z')).toBe('2026-03-04')
    const now = at('2026-03-05T00:00:00Z')
    expect(countingOf(line('2026-03-04'), called('2026-03-01T22:00:00Z'), now)).toBeUndefined()
    expect(countingOf(line('2026-03-01'), called('2026-03-01T22:00:00Z'), now)).toMatchObject({ by: 'noor' })
  })

  test('is that of the call while the file names a day to come', () => {
    expect(dateOf('2026-09-01', '2026-03-01T22:00:00Z', '2026-03-05T00:00:00Z')).toBe('2026-03-01')
  })

  test('lapses as one of the file does', () => {
    const shown = (now: string): number =>
      hotlinesFor(
        withConfirmed(stating(line('2025-01-01')), called('2026-03-01T22:00:00Z'), at(now)),
        'emergency',
        at(now),
      ).length
    expect([shown('2026-05-30T23:00:00Z'), shown('2026-05-31T00:00:00Z')]).toEqual([1, 0])
  })
})

/** Two processes over one store: one has the console, the other talks to people. */
describe.each([
  { name: 'SQLite', open: async () => undefined, able: true },
  { name: 'MongoDB', open: async () => (await server()).uri(), able: mongoAvailable },
])('a call that was confirmed in a console, on $name', ({ open, able }) => {
  const OLD = '2020-01-01'
  let dir: string
  let settings: Record<string, string>
  const closes: (() => Promise<void> | void)[] = []

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'amin-confirmations-'))
    const uri = able ? await open() : undefined
    settings = { AMIN_DATA: dir, ...(uri === undefined ? {} : { AMIN_STORE: uri }) }
  })
  afterEach(async () => {
    vi.useRealTimers()
    for (const close of closes.splice(0).toReversed()) await close()
    rmSync(dir, { recursive: true, force: true })
  })

  const openBot = async (operator: Operator): Promise<Foundation> => {
    const foundation = await openFoundation(readConfig(settings) as Config, makeMemoryLog(), operator)
    closes.push(foundation.close)
    return foundation
  }
  const openOffice = async (foundation: Foundation): Promise<HotlineChecks> => {
    const team = await openTeam(readConfig(settings) as Config, foundation)
    closes.push(team.close)
    const auth = await openAuth(team.parts)
    return makeHotlineChecks(async () => (await auth.$context).adapter)
  }
  const shownBy = ({ ports }: Foundation) => ports.emergency(ports.clock.now())
  const confirm = async (checks: HotlineChecks, bot: Foundation, operator: Operator, by = 'noor') =>
    checks.keep({
      line: hotlineOf(bot.ports.hasher, operator, 'police')?.line ?? '',
      at: bot.ports.clock.now(),
      by,
    })

  test.skipIf(!able)(
    'is seen by a bot that runs, and counts for this number under this name alone',
    async () => {
      const operator = stating(line(OLD))
      const bot = await openBot(operator)
      // There before the first console made any table: no reason to stop.
      const watch = await bot.confirmations.watch()
      onTestFinished(watch.stop)
      expect(shownBy(bot)).toBeUndefined()
      const checks = await openOffice(await openBot({ official: {} }))
      await confirm(checks, bot, operator)
      await bot.confirmations.look()
      expect(shownBy(bot)).toBe('104')

      for (const other of [line(OLD, '105'), line(OLD, '104 '), line(OLD, '104', 'Police of Erbil')]) {
        const started = await openBot(stating(other))
        await started.confirmations.look()
        expect(shownBy(started)).toBeUndefined()
      }
      const back = await openBot(stating({ ...line(OLD), source: 'another letter' }))
      await back.confirmations.look()
      expect(shownBy(back)).toBe('104')
    },
  )

  test.skipIf(!able)('is known once, by its last caller, however many say so at once', async () => {
    const operator = stating(line(OLD))
    const bot = await openBot(operator)
    const checks = await openOffice(bot)
    await Promise.all(['a', 'b', 'c', 'd'].map((by) => confirm(checks, bot, operator, by)))
    await confirm(checks, bot, operator, 'last')
    expect(await checks.read()).toMatchObject([{ by: 'last' }])
  })

  test.skipIf(!able)('reaches every process by itself within its next look', async () => {
    const operator = stating(line(OLD))
    const bot = await openBot(operator)
    const checks = await openOffice(bot)
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const watch = await bot.confirmations.watch()
    onTestFinished(watch.stop)
    await confirm(checks, bot, operator)
    expect(shownBy(bot)).toBeUndefined()
    vi.advanceTimersByTime(15_000)
    await eventually(() => expect(shownBy(bot)).toBe('104'))
  })
})

describe('a people’s database that does not answer', () => {
  const SECRET = 'a secret of at least thirty-two characters'
  const PARTS = {
    publicUrl: 'http://127.0.0.1:8080',
    clock: makeMemoryClock(at('2026-03-05T00:00:00Z')),
    hasher: makeHasher(deriveSecrets(createSecretKey(Buffer.alloc(32, 7)))),
  }
  const watched = async (openPeople: ConfirmationParts['openPeople']) => {
    const log = makeMemoryLog()
    const confirmations = makeConfirmations({
      ...PARTS,
      operator: stating(line('2020-01-01')),
      log,
      authSecret: () => SECRET,
      openPeople,
    })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const watch = await confirmations.watch()
    onTestFinished(watch.stop)
    const failed = () => log.lines.filter(({ message }) => message.includes('cannot be read'))
    const said = () =>
      log.lines.filter(({ level }) => level !== 'debug').map(({ level, message }) => `${level}: ${message}`)
    return { said, looks: () => failed().length, lookAgain: () => void vi.advanceTimersByTime(15_000) }
  }
  const WARNED = expect.stringMatching(/^warn: which hotlines were called cannot be read/)
  const INFORMED = expect.stringMatching(/^info: which hotlines were called can be read again/)

  test('is told once when it begins and once when it is over, not at every look, and anew when it comes again', async () => {
    const db = new DatabaseSync(':memory:')
    await openAuth({ ...PARTS, log: makeMemoryLog(), agentsDb: db, authSecret: SECRET })
    let away = true
    const { said, looks, lookAgain } = await watched(async () => {
      if (away) throw new Error('away')
      return { agentsDb: db, close: () => undefined }
    })
    for (let i = 1; i < 5; i += 1) {
      lookAgain()
      await eventually(() => expect(looks()).toBeGreaterThan(i))
    }
    expect(said()).toEqual([WARNED])
    away = false
    lookAgain()
    await eventually(() => expect(said()).toEqual([WARNED, INFORMED]))
    db.close()
    lookAgain()
    await eventually(() => expect(said()).toEqual([WARNED, INFORMED, WARNED]))
  })

  test('is not one that no console has used yet: nobody called, and nothing is wrong', async () => {
    const db = new DatabaseSync(':memory:')
    onTestFinished(() => db.close())
    const { said } = await watched(async () => ({ agentsDb: db, close: () => undefined }))
    expect(said()).toEqual([])
  })
})

test('where no number is stated nobody looks', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'amin-confirmations-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const foundation = await openFoundation(readConfig({ AMIN_DATA: dir }) as Config, makeMemoryLog())
  await (await foundation.confirmations.watch()).stop()
  await foundation.close()
  expect(existsSync(join(dir, 'agents.db'))).toBe(false)
})
