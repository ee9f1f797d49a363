import { describe, expect, onTestFinished, test } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { triageRules } from '../../bots/amin/triage.ts'
import { teams } from '../../bots/amin/teams.ts'
import { derived, live } from '../../bots/live.ts'
import type { Operator } from '../../bots/operator.ts'
import { openSettings } from '../../bots/settings.ts'
import { rulesOf } from '../../bots/operator-rules.ts'
import { instant, minutes } from '../../core/base/units.ts'
import { eventually } from '../patience.ts'

const at = instant(1_767_225_600_000)
const nothing: Operator = { official: {} }
const put = { version: 0, at, by: 'noor' }

describe('what was set in the console', () => {
  test('holds in a process that had begun before, in rules that somebody already holds', async () => {
    const { settings: store } = makeMemoryStore()
    const here = await openSettings(store, nothing, makeMemoryLog())
    const there = await openSettings(store, nothing, makeMemoryLog())
    const ports = { triage: derived(there.operator, (now) => rulesOf(now, triageRules, teams)) }
    const operator = live(there.operator)
    const pulse = there.watch()
    onTestFinished(() => pulse.stop())
    expect(ports.triage.targets.P1.reply).toBe(minutes(5))
    await here.put('targets', { ...put, value: { P1: { replyMinutes: 3 } } })
    await here.put('teams', { ...put, value: [{ id: 'account', on: false }] })
    await eventually(() => {
      expect(ports.triage.targets.P1.reply).toBe(minutes(3))
      expect(ports.triage.routes.map(({ team }) => team)).not.toContain('account')
      expect({ ...operator }.teams).toEqual([{ id: 'account', on: false }])
    })
  })

  test('gives way to the operator file, section by section, and holds again once the file says nothing', async () => {
    const { settings: store } = makeMemoryStore()
    const before = await openSettings(store, nothing, makeMemoryLog())
    await before.put('official', { ...put, value: { telegram: '@here' } })
    await before.put('targets', { ...put, value: { P1: { replyMinutes: 3 } } })
    const stated = await openSettings(store, { official: { telegram: '@file' } }, makeMemoryLog())
    expect(stated.operator()).toEqual({
      official: { telegram: '@file' },
      targets: { P1: { replyMinutes: 3 } },
    })
    expect(stated.section('official')).toMatchObject({ from: 'file', kept: { version: 1 } })
    expect((await openSettings(store, nothing, makeMemoryLog())).operator().official.telegram).toBe('@here')
  })

  test('stays the same object while nothing changes, so that nothing is made anew for each message', async () => {
    const { settings: store } = makeMemoryStore()
    const settings = await openSettings(store, nothing, makeMemoryLog())
    await settings.put('official', { ...put, value: { telegram: '@here' } })
    const now = settings.operator()
    await settings.look()
    expect(settings.operator()).toBe(now)
  })

  test('does not hold where it cannot be read, which the log says, and the rest holds', async () => {
    const { settings: store } = makeMemoryStore()
    await store.put({ name: 'teams', version: 1, at, by: 'noor', body: '[{"id":"nobody"}]' })
    await store.put({ name: 'official', version: 1, at, by: 'noor', body: '{"telegram":"@here"}' })
    const log = makeMemoryLog()
    const settings = await openSettings(store, nothing, log)
    expect(settings.operator()).toEqual({ official: { telegram: '@here' } })
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  test('what was known holds while the store does not answer, and it is said once that it does not', async () => {
    const { settings: store } = makeMemoryStore()
    let away = false
    const log = makeMemoryLog()
    let asked = 0
    const settings = await openSettings(
      {
        ...store,
        list: async () => {
          asked += 1
          if (away) throw new Error('away')
          return store.list()
        },
      },
      nothing,
      log,
    )
    await settings.put('official', { ...put, value: { telegram: '@here' } })
    away = true
    const from = asked
    const pulse = settings.watch()
    await eventually(() => expect(asked).toBeGreaterThan(from + 1))
    await pulse.stop()
    expect(settings.operator().official.telegram).toBe('@here')
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
  })
})
