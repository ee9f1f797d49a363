import { get, type IncomingMessage } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../../adapters/channels/webchat/limits.ts'
import { bytes, ms } from '../../../../core/base/units.ts'
import { freshId, makeVisitor, openStage, until, type Stage, type Visitor } from './stage.ts'

let stage: Stage
const opened: IncomingMessage[] = []
const open = async (settings: Parameters<typeof openStage>[0] = {}): Promise<Visitor> => {
  stage = await openStage(settings)
  const visitor = makeVisitor(stage)
  await visitor.send('POST', '/api/start', {})
  await until(() => stage.echo.chats.get(stage.echo.lastChat())!.seq > 0)
  return visitor
}
afterEach(async () => {
  for (const stream of opened.splice(0)) stream.destroy()
  await stage.close()
})

type Listened = { readonly events: string[]; readonly answer: IncomingMessage; ended: boolean }

const listen = (visitor: Visitor, from = '127.0.0.1'): Promise<Listened> =>
  new Promise((resolve, reject) => {
    const cookie = `chat=${visitor.cookies.get('chat') ?? ''}`
    get(`${stage.url()}/chat/api/events`, { headers: { cookie, 'x-forwarded-for': from } }, (answer) => {
      opened.push(answer)
      const listened: Listened = { events: [], answer, ended: false }
      let text = ''
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          listened.events.push(text.slice(0, end).replace('event: ', '').replace('\ndata: ', ' '))
          text = text.slice(end + 2)
        }
      })
      answer.on('close', () => (listened.ended = true))
      answer.on('error', () => (listened.ended = true))
      resolve(listened)
    }).on('error', reject)
  })

const chat = (): string => stage.echo.lastChat()
const version = (): number => stage.echo.chats.get(chat())!.view.version

test('a page hears the version it joins at, and each one that follows, and never what was said', async () => {
  const visitor = await open()
  const listened = await listen(visitor)
  expect(listened.answer.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  await until(() => listened.events.length === 1)
  expect(listened.events).toEqual([`hello {"version":${version()}}`])
  stage.echo.say(chat(), { from: 'agent', alias: 'CANARY-alias', text: 'CANARY-text' })
  await until(() => listened.events.length === 2)
  expect(listened.events[1]).toBe(`view {"version":${version()}}`)
})

test('the channel wakes the pages of its chat, shows typing, and wipes', async () => {
  const visitor = await open()
  const other = makeVisitor(stage)
  await other.send('POST', '/api/start', {})
  const theirs = await listen(other)
  const [one, two] = [await listen(visitor), await listen(visitor)]
  const [mine] = stage.echo.arrived
  const { channel } = stage.webchat()
  expect(await channel.send(mine!.chat, { kind: 'typing' })).toEqual({
    status: 'sent',
    at: stage.clock.now(),
  })
  expect(await channel.send(mine!.chat, { kind: 'wipe', messages: ['x'] })).toMatchObject({ status: 'sent' })
  expect(await channel.send(mine!.chat, { kind: 'pressed', press: 'x' })).toMatchObject({ status: 'sent' })
  expect(await channel.send('nobody', { kind: 'text', text: 'x' })).toMatchObject({ status: 'sent' })
  await until(() => one.events.includes('wipe {}') && two.events.includes('wipe {}'))
  expect(one.events.slice(1)).toEqual(['typing {}', 'wipe {}'])
  expect(theirs.events.filter((event) => !event.startsWith('hello') && !event.startsWith('view'))).toEqual([])
})

test('sending wakes a page even where the history said nothing', async () => {
  const visitor = await open()
  const listened = await listen(visitor)
  await until(() => listened.events.length === 1)
  const known = stage.echo.chats.get(chat())!
  known.view = { ...known.view, version: known.view.version + 1 }
  await stage.webchat().channel.send(chat(), { kind: 'text', text: 'x' })
  await until(() => listened.events.length === 2)
  expect(listened.events[1]).toBe(`view {"version":${version()}}`)
})

test('a quick exit closes the conversation in every window', async () => {
  const visitor = await open()
  const listened = await listen(visitor)
  await visitor.send('POST', '/api/exit', { id: freshId() })
  await until(() => listened.events.includes('exit {}'))
})

test('a sign of life is given, and what could not be read then is told later', async () => {
  const visitor = await open({ limits: { heartbeat: ms(20) } })
  const listened = await listen(visitor)
  // A beat may have come with the greeting.
  await until(() => listened.events.length > 0)
  stage.echo.broken = true
  stage.echo.say(chat(), { from: 'bot', text: 'x' })
  await until(
    () => stage.log.lines.some(({ level }) => level === 'warn') && listened.events.includes('beat {}'),
  )
  expect(listened.events.filter((event) => event.startsWith('view'))).toEqual([])
  stage.echo.broken = false
  await until(() => listened.events.includes(`view {"version":${version()}}`))
})

test('a reader that does not read is dropped', async () => {
  const visitor = await open({ limits: { unsent: bytes(1_000), heartbeat: ms(1_000_000) } })
  const listened = await listen(visitor)
  await until(() => listened.events.length === 1)
  listened.answer.socket.pause()
  const { channel } = stage.webchat()
  await until(() => {
    for (let i = 0; i < 2_000; i += 1) void channel.send(chat(), { kind: 'typing' })
    return stage.echo.chats.get(chat())!.wakes.size === 0
  })
})

test('only so many streams are open for one chat; one that closes makes room', async () => {
  const visitor = await open({ limits: { streams: { perChat: 2, perAddress: 3, all: 10 } } })
  const first = await listen(visitor)
  await listen(visitor)
  expect((await listen(visitor)).answer.statusCode).toBe(429)
  first.answer.destroy()
  let again = await listen(visitor)
  while (again.answer.statusCode === 429) again = await listen(visitor)
  expect(again.answer.statusCode).toBe(200)
})

test('where all are taken the oldest of the address that has most gives way, and its page is told to ask again in a minute', async () => {
  const one = await open({ limits: { streams: { perChat: 6, perAddress: 3, all: 4 } } })
  const others = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const visitor = makeVisitor(stage)
      await visitor.send('POST', '/api/start', {})
      return visitor
    }),
  )
  const flood = [
    await listen(one, '2001:db8:1:1::1'),
    await listen(others[0]!, '2001:db8:1:1::2'),
    await listen(others[1]!, '2001:db8:1:1::3'),
  ]
  const victim = await listen(others[2]!, '198.51.100.1')
  // The fourth of one /64 takes the place of its own first, and a newcomer that of the flood, never
  // that of somebody who is alone.
  expect((await listen(others[3]!, '2001:db8:1:1::4')).answer.statusCode).toBe(200)
  await until(() => flood[0]!.ended)
  expect(flood[0]!.events.at(-1)).toBe('retry: 60000')
  expect((await listen(others[3]!, '203.0.113.9')).answer.statusCode).toBe(200)
  await until(() => flood[1]!.ended)
  expect([flood[2]!.ended, victim.ended]).toEqual([false, false])
})

test('streams are opened only so often', async () => {
  const rate = { burst: 1, perSecond: 0.1 }
  const visitor = await open({
    limits: {
      rates: { ...DEFAULT_LIMITS.rates, stream: { chat: rate, address: { burst: 9, perSecond: 9 } } },
    },
  })
  await listen(visitor)
  const { answer } = await listen(visitor)
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '10'])
})

test('who has no conversation has nothing to hear', async () => {
  await open()
  expect((await listen(makeVisitor(stage))).answer.statusCode).toBe(404)
})

test('stopping ends the streams, and nobody is subscribed afterwards', async () => {
  const visitor = await open()
  const listened = await listen(visitor)
  await stage.webchat().stop()
  await until(() => listened.ended)
  expect(stage.echo.chats.get(chat())!.wakes.size).toBe(0)
})
