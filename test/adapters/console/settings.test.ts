import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import { SettingsPreview, SettingsState } from '../../../adapters/console/contract/settings.ts'
import { hours } from '../../../core/base/units.ts'
import { aroundNow, openWorld, type World } from './world.ts'

const POLICE = {
  id: 'police',
  name: { ar: 'شرطة النجدة', ckb: 'پۆلیسی فریاکەوتن', en: 'Emergency police' },
  number: '104',
  for: ['emergency'],
  source: 'a letter',
  lastChecked: '2026-03-31',
}

let world: World
let admin: { readonly id: string; readonly cookie: string }

const open = async (operator?: Parameters<typeof openWorld>[2]): Promise<void> => {
  world = await openWorld({}, {}, operator)
  admin = await world.member('noor', 'admin')
}
beforeEach(() => open())
afterEach(async () => {
  vi.useRealTimers()
  await world.close()
})

const read = async (): Promise<SettingsState> =>
  SettingsState.parse((await world.get('/api/v1/settings', { cookie: admin.cookie })).json())
const put = (section: string, version: number, value: unknown) =>
  world.put(`/api/v1/settings/${section}`, { version, value }, { cookie: admin.cookie })
const preview = async (file: unknown): Promise<SettingsPreview> =>
  SettingsPreview.parse(
    (await world.post('/api/v1/settings/preview', { file }, { cookie: admin.cookie })).json(),
  )

describe('a section that an administrator sets', () => {
  test('holds from then on, says who set it, and is taken away again', async () => {
    expect(await read()).toMatchObject({ hotlines: { from: 'nowhere', version: 0 } })
    const answer = await put('hotlines', 0, [POLICE])
    expect(answer.statusCode).toBe(200)
    expect((await read()).hotlines).toEqual({
      from: 'here',
      version: 1,
      value: [POLICE],
      changed: {
        at: new Date(world.clock.now()).toISOString(),
        by: { id: admin.id, name: 'noor' },
      },
    })
    expect((await put('hotlines', 1, null)).statusCode).toBe(200)
    expect((await read()).hotlines).toMatchObject({ from: 'nowhere', version: 2 })
    expect((await read()).hotlines).not.toHaveProperty('value')
  })

  test('is in the log of administrators with what became another, and no word that was entered', async () => {
    await put('hotlines', 0, [POLICE, { ...POLICE, id: 'children' }])
    await put('hotlines', 1, [
      { ...POLICE, number: '911' },
      { ...POLICE, id: 'women' },
    ])
    const { deeds } = (
      await world.get(`/api/v1/audit?${aroundNow()}`, { cookie: admin.cookie })
    ).json<Audit>()
    expect(deeds.filter(({ kind }) => kind === 'settings_changed')).toMatchObject([
      {
        by: { id: admin.id },
        subject: { id: 'hotlines' },
        detail: { added: 'women', removed: 'children', changed: 'police' },
      },
      { detail: { added: 'police,children' } },
    ])
    expect(JSON.stringify(deeds)).not.toContain('911')
  })

  test('is refused to whoever read an older version, with what stands there now', async () => {
    await put('teams', 0, [{ id: 'account', on: false }])
    const late = await put('teams', 0, [{ id: 'women-family', on: false }])
    expect(late.json()).toMatchObject({
      status: 409,
      code: 'outdated',
      newer: { from: 'here', version: 1, value: [{ id: 'account', on: false }] },
    })
    expect((await read()).teams.value).toEqual([{ id: 'account', on: false }])
  })

  test('of two that are sent at once one is kept and the other is told so', async () => {
    const both = await Promise.all([
      put('official', 0, { telegram: '@one' }),
      put('official', 0, { telegram: '@two' }),
    ])
    expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
    const won = both[0]?.statusCode === 200 ? '@one' : '@two'
    expect((await read()).official).toMatchObject({ version: 1, value: { telegram: won } })
  })

  test('is refused field by field, with a word that says why and nothing that was entered', async () => {
    const faults = async (section: string, value: unknown): Promise<unknown> => {
      const answer = await put(section, 0, value)
      expect(answer.statusCode).toBe(422)
      return answer.json<{ faults: unknown }>().faults
    }
    const wrong = { ...POLICE, number: 'call us', for: [], name: { ...POLICE.name, ckb: '' } }
    expect(await faults('hotlines', [POLICE, { ...wrong, id: 'second' }])).toEqual([
      { path: 'hotlines.1.name.ckb', why: 'missing' },
      { path: 'hotlines.1.number', why: 'format' },
      { path: 'hotlines.1.for', why: 'missing' },
    ])
    expect(await faults('hotlines', [POLICE, POLICE])).toEqual([{ path: 'hotlines', why: 'twice' }])
    expect(await faults('targets', { P1: { replyMinutes: 0 } })).toEqual([
      { path: 'targets.P1.replyMinutes', why: 'small' },
    ])
    expect(await faults('organisation', { name: POLICE.name, kind: 'army' })).toEqual([
      { path: 'organisation.kind', why: 'choice' },
    ])
    expect(await faults('official', { telegram: 'x'.repeat(101) })).toEqual([
      { path: 'official.telegram', why: 'long' },
    ])
    expect(await faults('targets', { hurry: 1 })).toEqual([{ path: 'targets', why: 'strange' }])
    const off = ['minors', 'violence', 'women-family', 'deepfake', 'account', 'financial']
    expect(
      await faults(
        'teams',
        off.map((id) => ({ id, on: false })),
      ),
    ).toEqual([{ path: 'teams', why: 'last' }])
    expect((await read()).hotlines.version).toBe(0)
  })

  test('is set by an administrator who proved lately who they are, and by no program', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours(1) })
    expect((await put('official', 0, { telegram: '@us' })).json()).toMatchObject({ code: 'proof_required' })
    vi.useRealTimers()
    const { key } = await world.console.agents.createKey({ name: 'all', scopes: ['admin'], teams: null })
    const asked = { version: 0, value: { telegram: '@us' } }
    expect((await world.put('/api/v1/settings/official', asked, { key })).json()).toMatchObject({
      code: 'forbidden',
    })
    expect((await read()).official.version).toBe(0)
  })
})

describe('a section that stands in the operator file', () => {
  beforeEach(async () => {
    await world.close()
    await open({ operator: { official: {}, teams: [{ id: 'account', on: false }] } })
  })

  test('leads, and cannot be set beside it', async () => {
    expect((await read()).teams).toEqual({ from: 'file', version: 0, value: [{ id: 'account', on: false }] })
    expect((await put('teams', 0, [])).json()).toMatchObject({ status: 409, code: 'stated' })
    expect((await put('official', 0, { telegram: '@us' })).statusCode).toBe(200)
    expect((await read()).official.from).toBe('here')
  })
})

test('an operator file is looked through before anything of it is set: what it changes, what is wrong, what stays in the file', async () => {
  await put('hotlines', 0, [POLICE])
  await put('official', 0, { telegram: '@us' })
  const found = await preview({
    official: { telegram: '@us' },
    hotlines: [{ ...POLICE, number: '911' }],
    organisation: { name: POLICE.name },
    women: ['someone@example.org'],
    alarm: { webhook: 'https://x', secretFile: 'y' },
  })
  const none = { added: [], removed: [], changed: [] }
  expect(found).toEqual({
    sections: [
      { section: 'official', outcome: 'same', changes: none, faults: [] },
      { section: 'hotlines', outcome: 'changes', changes: { ...none, changed: ['police'] }, faults: [] },
      {
        section: 'organisation',
        outcome: 'wrong',
        changes: none,
        faults: [{ path: 'organisation.kind', why: 'missing' }],
      },
    ],
    left: ['women', 'alarm'],
  })
  expect((await read()).hotlines).toMatchObject({ version: 1, value: [POLICE] })
})
