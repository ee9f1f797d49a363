import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { headersOf, post } from '../../../fakes/botpress/operations.ts'
import { KEY, openRig, PATH_KEY, type Rig } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await openRig()
})
afterAll(() => rig.stop())
beforeEach(() => {
  rig.items.length = 0
  rig.puts.length = 0
})

const started = (settings: Partial<{ bot: string; key: string }>, integration = rig.fake.integration) => {
  const installed = { bot: 'bot-1', alias: 'amin', key: KEY, textsAreOurs: false, ...settings }
  return headersOf(integration, installed, 'action_triggered')
}
const start = (userId: string): string =>
  JSON.stringify({ type: 'startHitl', input: { userId, title: 'x', messageHistory: [] } })

describe('who may call', () => {
  test.each([
    ['another path', () => post(`${rig.base}/${'x'.repeat(43)}`, started({}), start('u')), 401],
    ['no path', () => post(rig.base, started({}), start('u')), 404],
    ['another integration', () => post(rig.fake.url, started({}, 'integration-0002'), start('u')), 401],
    ['a key that nobody made', () => post(rig.fake.url, started({ key: `${KEY}x` }), start('u')), 401],
    ['no headers', () => post(rig.fake.url, { 'content-type': 'application/json' }, start('u')), 401],
    [
      'a user that the platform does not know',
      () => post(rig.fake.url, started({}), start('user_99999999')),
      400,
    ],
  ])('%s is refused, and nothing is stored', async (_what, call, status) => {
    expect((await call()).status).toBe(status)
    expect(rig.puts).toEqual([])
  })

  test('a user of another bot opens nothing here', async () => {
    const other = rig.fake.bot('bot-2', KEY)
    const sara = other.person('Sara')
    await sara.handOver()
    rig.puts.length = 0
    expect((await post(rig.fake.url, started({ bot: 'bot-1' }), start(sara.user() ?? ''))).status).toBe(400)
    expect(rig.puts).toEqual([])
  })

  test('a key that was withdrawn opens nothing from then on, and what runs stays', async () => {
    const bot = rig.fake.bot('bot-3', `${KEY}3`)
    rig.keys.add(`${KEY}3`)
    const sara = bot.person('Sara')
    await sara.handOver()
    await sara.says('one')
    rig.keys.delete(`${KEY}3`)
    bot.repeats = false
    expect((await sara.says('two'))?.status).toBe(401)
    expect(rig.items.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))).toEqual(['one'])
    const said = await rig.send(rig.items[0]!, { kind: 'text', text: 'still here' }, 'row-1')
    expect(said.status).toBe('sent')
    expect(sara.screen.at(-1)).toMatchObject({ from: 'agent', text: 'still here' })
  })

  test('a body above a mebibyte is refused as too large', async () => {
    const answered = await post(
      rig.fake.url,
      started({}),
      JSON.stringify({ type: 'startHitl', input: { text: 'x'.repeat(1_100_000) } }),
    )
    expect(answered.status).toBe(413)
  })

  test.each([
    ['message_updated', '{}'],
    ['constructor', '{}'],
    ['action_triggered', '{"type":"toString","input":{}}'],
    ['action_triggered', '{"type":"startHitl"}'],
    ['action_triggered', 'not json'],
    ['message_created', '{"type":"text","payload":{}}'],
    ['message_created', '[]'],
    [
      'message_created',
      '{"type":"text","payload":{},"conversation":{"id":"c","channel":"canary"},"message":{"id":"m"}}',
    ],
  ])(
    'an operation %s that is none (%s) is answered with 400, and the SDK prints nothing',
    async (operation, body) => {
      const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log'), vi.spyOn(console, 'info')]
      const headers = { ...started({}), 'x-bp-operation': operation }
      const answered = await post(rig.fake.url, headers, body)
      expect(answered.status).toBe(400)
      expect(JSON.parse(answered.body)).toMatchObject({ type: 'Runtime', code: 400 })
      for (const spy of printed) expect(spy).not.toHaveBeenCalled()
      vi.restoreAllMocks()
    },
  )

  test('ping, register and unregister are answered with 200', async () => {
    for (const operation of ['ping', 'register', 'unregister'])
      expect(
        (await rig.bot.operation(operation, { webhookUrl: 'https://webhook.botpress.cloud/x' })).status,
      ).toBe(200)
  })

  test('a link leads to the page where nobody reads along', async () => {
    const answered = await rig.bot.operation('action_triggered', { type: 'createHandoffLink', input: {} })
    expect(JSON.parse(answered.body)).toMatchObject({ output: { url: 'https://amin.example.org/chat' } })
  })
})

test('what is refused is logged without path, key or address', async () => {
  const written = JSON.stringify(rig.lines)
  for (const secret of [PATH_KEY, KEY, rig.fake.token, 'x'.repeat(43)]) expect(written).not.toContain(secret)
})

describe('a flood', () => {
  test('of one bot is slowed with 429 and does not touch another', async () => {
    const small = await openRig({ timing: { flood: { burst: 5, perSecond: 0.001 } } })
    const other = small.fake.bot('bot-2', KEY)
    const answers = await Promise.all(Array.from({ length: 20 }, () => small.bot.operation('ping', {})))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(
      answers.filter(({ status }) => status === 429).every(({ retryAfter }) => Number(retryAfter) > 0),
    ).toBe(true)
    expect((await other.operation('ping', {})).status).toBe(200)
    await small.stop()
  })
})
