import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Audit } from '../../../adapters/console/contract/audit.ts'
import type { Problem } from '../../../adapters/console/contract/index.ts'
import { TelegramLook, TelegramState, TelegramTest } from '../../../adapters/console/contract/telegram.ts'
import { hours } from '../../../core/base/units.ts'
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/index.ts'
import { aroundNow, openWorld, type World } from './world.ts'

const SECRET = 'TEST-token_for-the-fake'
const OTHER = 'TEST-another_one-of-theirs'

let fake: FakeTelegram
let world: World
let admin: { readonly id: string; readonly cookie: string }
const ends: (() => Promise<void>)[] = []

const open = async (more: { readonly telegramToken?: string } = {}): Promise<void> => {
  world = await openWorld({}, {}, { telegramRoot: fake.apiRoot, ...more })
  ends.push(world.close)
  admin = await world.member('noor', 'admin')
}
beforeEach(async () => {
  fake = await startFakeTelegram({ token: `424242:${SECRET}` })
  ends.push(fake.stop)
  await open()
})
afterEach(async () => {
  vi.useRealTimers()
  for (const end of ends.splice(0).toReversed()) await end()
})

const read = async (): Promise<TelegramState> =>
  TelegramState.parse((await world.get('/api/v1/telegram', { cookie: admin.cookie })).json())
const put = (version: number, token: string | null, more: { readonly anyway?: true } = {}) =>
  world.put('/api/v1/telegram', { version, token, ...more }, { cookie: admin.cookie })
const whysOf = (answer: { readonly json: () => unknown }): readonly string[] =>
  (answer.json() as Problem).faults?.map(({ why }) => why) ?? []
const deeds = async () =>
  (await world.get(`/api/v1/audit?${aroundNow()}`, { cookie: admin.cookie }))
    .json<Audit>()
    .deeds.filter(({ kind }) => kind === 'settings_changed')

describe('the bot’s token', () => {
  test('is asked of Telegram, holds from then on, tells which bot it is and who set it, and is taken away', async () => {
    expect(await read()).toEqual({ from: 'nowhere', version: 0 })
    expect((await put(0, ` ${fake.token}\n`)).statusCode).toBe(200)
    expect(await read()).toEqual({
      from: 'here',
      version: 1,
      bot: { id: '424242', name: 'amin_test_bot' },
      changed: { at: new Date(world.clock.now()).toISOString(), by: { id: admin.id, name: 'noor' } },
    })
    expect(world.telegram.inForce()).toEqual({ token: fake.token, apiRoot: fake.apiRoot, from: 'here' })
    expect((await put(1, null)).statusCode).toBe(200)
    expect(await read()).toMatchObject({ from: 'nowhere', version: 2 })
    expect(world.telegram.inForce()).toBeUndefined()
    expect(await deeds()).toMatchObject([
      { by: { id: admin.id }, subject: { id: 'telegram' }, detail: { what: 'token-removed', bot: '424242' } },
      { by: { id: admin.id }, subject: { id: 'telegram' }, detail: { what: 'token-set', bot: '424242' } },
    ])
  })

  test('once it was taken away, the same bot is taken without a question, and another one only after it was said', async () => {
    expect((await put(0, fake.token)).statusCode).toBe(200)
    expect((await put(1, null)).statusCode).toBe(200)
    expect((await put(2, fake.token)).statusCode).toBe(200)
    const another = { id: '515151', name: 'another_bot' }
    const at = world.clock.now()
    await world.telegram.put({ version: 3, at, by: admin.id, set: { token: '515151:TEST', bot: another } })
    for (const version of [4, 5]) expect((await put(version, null)).statusCode).toBe(200)
    expect(await read()).toMatchObject({ from: 'nowhere' })
    expect(whysOf(await put(6, fake.token))).toEqual(['other-bot'])
    expect((await put(6, fake.token, { anyway: true })).statusCode).toBe(200)
  })

  test('stands in no answer, no header, no log, no deed, no section, and in the store only sealed', async () => {
    const answers = [
      await put(0, 'no token at all'),
      await put(0, `424242:${OTHER}`),
      await put(0, fake.token),
      await put(0, fake.token),
      await world.get('/api/v1/telegram', { cookie: admin.cookie }),
      await world.get('/api/v1/settings', { cookie: admin.cookie }),
      await world.post('/api/v1/telegram/look', {}, { cookie: admin.cookie }),
      await world.post('/api/v1/telegram/test', {}, { cookie: admin.cookie }),
    ]
    const said = answers.map(({ headers, body }) => JSON.stringify(headers) + body).join('\n')
    const kept = JSON.stringify(await world.ports.store.settings.list())
    for (const place of [said, kept, JSON.stringify(world.log.lines), JSON.stringify(await deeds())])
      for (const secret of [SECRET, OTHER]) {
        expect(place).not.toContain(secret)
        expect(place).not.toContain(Buffer.from(`424242:${secret}`).toString('base64').slice(0, 24))
      }
  })

  test.each([
    ['that has not its shape', 'format', () => 'amin_test_bot'],
    ['that leads elsewhere in an address', 'format', () => `424242:${OTHER}/../../x?y#z`],
    ['with marks of direction inside', 'format', () => `424242:\u200e${OTHER}`],
    ['that Telegram does not know', 'refused', () => `424242:${OTHER}`],
  ])('%s is not taken, and it is said why', async (_, why, token) => {
    const answer = await put(0, token())
    expect([answer.statusCode, whysOf(answer)]).toEqual([422, [why]])
    expect(await read()).toMatchObject({ from: 'nowhere', version: 0 })
  })

  test.each([
    ['does not answer', 'unreachable', { kind: 'reset_before' }],
    ['wants to be asked later', 'slowed', { kind: '429', retry_after: 3 }],
    ['answers with a fault', 'broken', { kind: '500' }],
  ] as const)('is not taken while Telegram %s', async (_, why, fault) => {
    fake.fault({ fault, method: 'getMe' })
    const answer = await put(0, fake.token)
    expect([answer.statusCode, whysOf(answer)]).toEqual([422, [why]])
  })

  test('of a bot whose messages go to another program, or of another bot than before, is taken only after that was said', async () => {
    fake.world.webhook = 'https://elsewhere.example.org/hook'
    const asked = await put(0, fake.token)
    expect([asked.statusCode, asked.json<Problem>().code, whysOf(asked)]).toEqual([
      409,
      'confirm',
      ['webhook'],
    ])
    expect(await read()).toMatchObject({ from: 'nowhere' })
    expect((await put(0, fake.token, { anyway: true })).statusCode).toBe(200)
    const second = await startFakeTelegram({ token: '515151:TEST-of-a-second-bot' })
    ends.push(second.stop)
    await world.telegram.put({
      version: 1,
      at: world.clock.now(),
      by: admin.id,
      set: { token: second.token, bot: { id: '515151', name: 'another_bot' } },
    })
    fake.world.webhook = ''
    expect(whysOf(await put(2, fake.token))).toEqual(['other-bot'])
    expect((await put(2, fake.token, { anyway: true })).statusCode).toBe(200)
    expect(await read()).toMatchObject({ bot: { id: '424242' } })
  })

  test('is taken without blanks and marks of direction around it, as it is copied between Arabic words', async () => {
    expect((await put(0, `\u200f\u2067 ${fake.token}\u00a0\u2069\u200e`)).statusCode).toBe(200)
    expect(world.telegram.inForce()?.token).toBe(fake.token)
  })

  test('over one that the master key does not open: another bot is asked about all the same, and it is a change', async () => {
    const bot = { id: '515151', name: 'another_bot' }
    const body = JSON.stringify({ bot, sealed: Buffer.from('of another key').toString('base64') })
    await world.ports.store.settings.put({
      name: 'telegram',
      version: 1,
      at: world.clock.now(),
      by: admin.id,
      body,
    })
    expect(await read()).toMatchObject({ from: 'unreadable', bot })
    expect(whysOf(await put(1, fake.token))).toEqual(['other-bot'])
    expect((await put(1, fake.token, { anyway: true })).statusCode).toBe(200)
    expect(await deeds()).toMatchObject([{ detail: { what: 'token-changed', bot: '424242' } }])
  })

  test('is refused to whoever read an older version, with what stands there now', async () => {
    await put(0, fake.token)
    const late = await put(0, null)
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({ code: 'outdated', newer: { from: 'here', version: 1 } })
  })

  test('of the environment leads: it is looked at here, and not changed', async () => {
    await open({ telegramToken: fake.token })
    expect(await read()).toEqual({ from: 'environment', version: 0 })
    for (const token of [fake.token, null])
      expect((await put(0, token)).json()).toMatchObject({ status: 409, code: 'environment' })
    const look = await world.post('/api/v1/telegram/look', {}, { cookie: admin.cookie })
    expect(TelegramLook.parse(look.json())).toEqual({
      status: 'good',
      bot: { id: '424242', name: 'amin_test_bot' },
      webhook: false,
    })
  })

  test('is set only by who proved lately who they are', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours(1) })
    expect((await put(0, fake.token)).json()).toMatchObject({ code: 'proof_required' })
  })
})

test('a test message is a link to the bot in force, and there is none where Telegram refuses the token', async () => {
  const begin = async (): Promise<TelegramTest> =>
    TelegramTest.parse((await world.post('/api/v1/telegram/test', {}, { cookie: admin.cookie })).json())
  expect(await begin()).toEqual({ status: 'none' })
  await put(0, fake.token)
  const { status, link, command } = await begin()
  expect(status).toBe('good')
  expect(link).toMatch(/^https:\/\/t\.me\/amin_test_bot\?start=[\w-]{1,64}$/)
  expect(command).toBe(`/start ${new URL(link!).searchParams.get('start')}`)
  expect((await read()).test).toEqual({ askedAt: new Date(world.clock.now()).toISOString() })
  fake.revoke()
  expect(await begin()).toEqual({ status: 'refused' })
})
