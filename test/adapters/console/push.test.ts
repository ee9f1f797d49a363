import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { openPush } from '../../../adapters/push/index.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { minutes } from '../../../core/base/units.ts'
import { openFakePushService, type FakeBrowser, type FakePushService } from '../../fakes/push/server.ts'
import { aCase as anyCase, openWorld, type World } from './world.ts'

let service: FakePushService
let folder: string
let world: World
let mine = true
beforeAll(async () => {
  service = await openFakePushService()
})
afterAll(() => service.close())
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amin-push-world-'))
  service.calls.length = 0
  service.answers.clear()
  mine = true
  const push = openPush({
    keyFile: join(folder, 'push.key'),
    contact: 'https://amin.example',
    log: makeMemoryLog(),
    services: [/^localhost$/],
    agent: service.agent,
  })
  const { publicKey, takes, send } = push
  world = await openWorld({
    push: {
      publicKey: async () => publicKey(),
      takes: async (endpoint) => takes(endpoint),
      send,
      isMine: async () => mine,
    },
  })
})
afterEach(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const aCase = async (severity: 'P1' | 'P2' | 'P3' = 'P1') => {
  const built = await anyCase(world, { status: 'bot' })
  await built.append(
    { type: 'severity_judged', severity, reasons: [], ruled: severity },
    { type: 'handoff_requested', why: 'person' },
  )
  return built
}
type Member = Awaited<ReturnType<World['member']>>
const subscribe = async ({ cookie }: Member, name: string, language = 'en'): Promise<FakeBrowser> => {
  const browser = service.browser(name)
  const answer = await world.post(
    '/api/v1/me/push',
    { endpoint: browser.endpoint, keys: browser.keys, language },
    { cookie },
  )
  expect(answer.statusCode).toBe(200)
  return browser
}
const browsersOf = async ({ cookie }: Member): Promise<number> =>
  (await world.get('/api/v1/me/push', { cookie })).json<{ browsers: number }>().browsers
const woken = () => service.calls.map(({ path }) => path)
const untilWoken = (count: number) =>
  vi.waitFor(() => expect(woken()).toHaveLength(count), { timeout: 60_000 })

describe('asking to be woken', () => {
  test('is off until asked for, and per person', async () => {
    const [noor, dana] = [await world.member('noor'), await world.member('dana')]
    expect((await world.get('/api/v1/me/push', { cookie: noor.cookie })).json()).toEqual({
      browsers: 0,
      publicKey: expect.any(String),
    })
    await subscribe(noor, 'noor')
    expect([await browsersOf(noor), await browsersOf(dana)]).toEqual([1, 0])
  })

  test('by a colleague at the same browser moves it to them', async () => {
    const [noor, dana] = [await world.member('noor'), await world.member('dana')]
    const browser = await subscribe(noor, 'shared')
    await world.post(
      '/api/v1/me/push',
      { endpoint: browser.endpoint, keys: browser.keys, language: 'ar' },
      { cookie: dana.cookie },
    )
    expect([await browsersOf(noor), await browsersOf(dana)]).toEqual([0, 1])
  })

  test('may not end what is another’s', async () => {
    const [noor, dana] = [await world.member('noor'), await world.member('dana')]
    const { endpoint } = await subscribe(noor, 'hers')
    await world.post('/api/v1/me/push/end', { endpoint }, { cookie: dana.cookie })
    expect(await browsersOf(noor)).toBe(1)
    await world.post('/api/v1/me/push/end', { endpoint }, { cookie: noor.cookie })
    expect(await browsersOf(noor)).toBe(0)
  })

  test('with an address of our own network is refused', async () => {
    const { cookie } = await world.member('noor')
    const { keys } = service.browser('x')
    for (const endpoint of [
      'https://169.254.169.254/x',
      'https://127.0.0.1/x',
      'http://localhost/x',
      'javascript:alert(1)',
    ]) {
      const answer = await world.post('/api/v1/me/push', { endpoint, keys, language: 'en' }, { cookie })
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid'])
    }
  })

  test('keeps five browsers of a person, the newest', async () => {
    const noor = await world.member('noor')
    for (let n = 0; n < 7; n += 1) {
      world.clock.advance(minutes(1))
      await subscribe(noor, `b${n}`)
    }
    expect(await browsersOf(noor)).toBe(5)
  })
})

describe('a grave case that begins to wait', () => {
  test('wakes who may see it, with one word and nothing of the case', async () => {
    const [noor, analyst] = [await world.member('noor'), await world.member('dana', 'analyst')]
    const browser = await subscribe(noor, 'noor', 'ckb')
    await subscribe(analyst, 'dana')
    const { code } = await aCase()
    await untilWoken(1)
    const [call] = service.calls
    expect(call?.path).toBe('/noor')
    expect(browser.read(call!.body)).toBe('ckb')
    expect(JSON.stringify(call?.headers)).not.toContain(code)
  })

  test('wakes for the two gravest kinds only', async () => {
    const noor = await world.member('noor')
    await subscribe(noor, 'noor')
    await aCase('P3')
    await aCase('P2')
    await untilWoken(1)
    expect(woken()).toEqual(['/noor'])
  })

  test('wakes nobody of another team', async () => {
    const [noor, dana] = [
      await world.member('noor', 'agent', ['financial']),
      await world.member('dana', 'agent', ['women-family']),
    ]
    await subscribe(noor, 'noor')
    await subscribe(dana, 'dana')
    // Where the rules send a case that says nothing yet.
    await aCase()
    await untilWoken(1)
    expect(woken()).toEqual(['/dana'])
  })

  test('wakes nobody who is disabled', async () => {
    const [noor, dana] = [await world.member('noor'), await world.member('dana')]
    await subscribe(noor, 'noor')
    await subscribe(dana, 'dana')
    await world.console.agents.disable(noor.id)
    await aCase()
    await untilWoken(1)
    expect(woken()).toEqual(['/dana'])
  })

  test('wakes a person once a minute, however many come', async () => {
    const noor = await world.member('noor')
    await subscribe(noor, 'noor')
    await aCase()
    await untilWoken(1)
    await aCase()
    await aCase()
    world.clock.advance(minutes(2))
    await aCase()
    await untilWoken(2)
    expect(woken()).toEqual(['/noor', '/noor'])
  })

  test('is left to another process where that one wakes', async () => {
    const noor = await world.member('noor')
    await subscribe(noor, 'noor')
    mine = false
    await aCase()
    mine = true
    world.clock.advance(minutes(2))
    await aCase()
    await untilWoken(1)
  })
})

test('a note wakes those whom it names, and not those whom an earlier one named', async () => {
  const [noor, dana, sara] = [
    await world.member('noor'),
    await world.member('dana'),
    await world.member('sara'),
  ]
  const { code } = await aCase('P3')
  const write = (text: string) => world.post(`/api/v1/cases/${code}/notes`, { text }, { cookie: noor.cookie })
  await write('@dana, do you know her?')
  await subscribe(noor, 'noor')
  await subscribe(dana, 'dana')
  await subscribe(sara, 'sara')
  await write('@sara, do you?')
  await untilWoken(1)
  expect(woken()).toEqual(['/sara'])
})

test('words of a person wake whoever holds the case, and nobody else', async () => {
  const [noor, dana] = [await world.member('noor'), await world.member('dana')]
  await subscribe(dana, 'dana')
  const built = await aCase('P3')
  await world.post(`/api/v1/cases/${built.code}/claim`, {}, { cookie: noor.cookie })
  await subscribe(noor, 'noor')
  await built.receive({ kind: 'text', text: untrusted('are you there') })
  await untilWoken(1)
  expect(woken()).toEqual(['/noor'])
})

describe('a browser that cannot be woken', () => {
  test('is forgotten at once where its service does not know it any more', async () => {
    const noor = await world.member('noor')
    await subscribe(noor, 'gone')
    service.answers.set('/gone', 410)
    await aCase()
    await vi.waitFor(async () => expect(await browsersOf(noor)).toBe(0), { timeout: 60_000 })
  })

  test('is dropped after five failures in a row, and one success forgives', async () => {
    const noor = await world.member('noor')
    await subscribe(noor, 'weak')
    const wake = async (status: number): Promise<void> => {
      const before = service.calls.length
      service.answers.set('/weak', status)
      world.clock.advance(minutes(2))
      await aCase()
      await untilWoken(before + 1)
    }
    for (const status of [500, 500, 500, 500, 201, 500, 500, 500, 500]) await wake(status)
    expect(await browsersOf(noor)).toBe(1)
    await wake(0)
    await vi.waitFor(async () => expect(await browsersOf(noor)).toBe(0), { timeout: 60_000 })
  })
})

describe('a change of somebody’s account', () => {
  test('wakes their own browsers and nobody else’s, with one word that says so in their language', async () => {
    const amal = await world.member('amal', 'admin')
    const [noor, dana] = [await world.member('noor'), await world.member('dana')]
    const browser = await subscribe(noor, 'noor', 'ckb')
    await subscribe(dana, 'dana')
    await world.post(`/api/v1/agents/${noor.id}/second-factor/reset`, {}, { cookie: amal.cookie })
    await untilWoken(1)
    expect(service.calls.map(({ path, body }) => [path, browser.read(body)])).toEqual([
      ['/noor', 'account-ckb'],
    ])
    await world.post(`/api/v1/agents/${noor.id}/rights`, { role: 'supervisor' }, { cookie: amal.cookie })
    await world.post(`/api/v1/agents/${noor.id}/invitation`, {}, { cookie: amal.cookie })
    await untilWoken(3)
  })
})
