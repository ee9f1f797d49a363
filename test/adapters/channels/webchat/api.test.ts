import { afterEach, describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../../adapters/channels/webchat/limits.ts'
import type { Problem, ViewReply } from '../../../../adapters/channels/webchat/wire.ts'
import { seconds } from '../../../../core/base/units.ts'
import { freshId, makeVisitor, openStage, until, type Stage, type Visitor } from './stage.ts'

let stage: Stage
const open = async (settings: Parameters<typeof openStage>[0] = {}): Promise<Visitor> => {
  stage = await openStage(settings)
  return makeVisitor(stage)
}
afterEach(() => stage.close())

const view = async (visitor: Visitor, query = ''): Promise<ViewReply> =>
  (await (await visitor.send('GET', `/api/view${query}`)).json()) as ViewReply
const problem = async (answer: Response): Promise<Problem> => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return (await answer.json()) as Problem
}
const start = (visitor: Visitor): Promise<Response> => visitor.send('POST', '/api/start', { language: 'ar' })

describe('a conversation', () => {
  test('begins with the first action and not with a look at the page', async () => {
    const visitor = await open()
    await visitor.send('GET', '')
    expect(await view(visitor)).toEqual({ status: 'none' })
    expect(visitor.cookies.size).toBe(0)
    const answer = await visitor.send('POST', '/api/messages', {
      text: 'سلام',
      id: freshId(),
      language: 'ckb',
    })
    expect(answer.status).toBe(202)
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^chat=[0-9A-Z]{52}\.[\w-]{43}; Path=\/chat; SameSite=Strict; HttpOnly$/,
    )
    expect(stage.echo.arrived).toMatchObject([
      {
        v: 1,
        channel: 'webchat',
        account: 'web',
        edit: 0,
        from: { language: 'ckb' },
        body: { kind: 'text', text: 'سلام' },
      },
    ])
  })

  test('is told apart by a hash of a token that nobody keeps', async () => {
    const visitor = await open()
    await start(visitor)
    const token = visitor.cookies.get('chat')!
    const { chat } = stage.echo.arrived[0]!
    expect(chat).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(stage.echo.arrived)).not.toContain(token.slice(0, 52))
    await start(visitor)
    expect(stage.echo.arrived[1]!.chat).toBe(chat)
  })

  test('cannot be opened by an invented or altered token', async () => {
    const visitor = await open()
    await start(visitor)
    const token = visitor.cookies.get('chat')!
    for (const wrong of [
      `A${token.slice(1)}`,
      token.slice(0, -1),
      `${token}x`,
      `${'0'.repeat(52)}.${'a'.repeat(43)}`,
      '',
    ]) {
      if (wrong === token) continue
      visitor.cookies.set('chat', wrong)
      expect(await view(visitor)).toEqual({ status: 'none' })
    }
  })

  test('takes each message once, however often it is sent', async () => {
    const visitor = await open()
    const id = freshId()
    for (let i = 0; i < 3; i += 1)
      expect((await visitor.send('POST', '/api/messages', { text: 'once', id })).status).toBe(202)
    await until(() => stage.echo.chats.get(stage.echo.lastChat())!.view.lines.length > 0)
    const reply = await view(visitor)
    expect(reply.status === 'whole' && reply.lines.map((line) => line.text)).toEqual(['once', 'echo: once'])
  })

  test('takes presses, commands and a choice of language', async () => {
    const visitor = await open()
    await start(visitor)
    await visitor.send('POST', '/api/presses', { token: '1:consent:yes', id: freshId() })
    await visitor.send('POST', '/api/commands', { command: 'human', id: freshId() })
    await visitor.send('POST', '/api/commands', { command: 'language', language: 'en', id: freshId() })
    await visitor.send('POST', '/api/commands', { command: 'language', id: freshId() })
    expect(stage.echo.arrived.map(({ body }) => body)).toEqual([
      { kind: 'start' },
      { kind: 'press', token: '1:consent:yes' },
      { kind: 'command', command: 'human' },
      { kind: 'press', token: '0:!language:en' },
      { kind: 'command', command: 'language' },
    ])
  })

  test('says nothing was taken where it could not be stored, and takes it when it is sent again', async () => {
    const visitor = await open()
    await start(visitor)
    stage.echo.broken = true
    const id = freshId()
    const answer = await visitor.send('POST', '/api/messages', { text: 'keep', id })
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(await problem(answer)).toMatchObject({ status: 503, code: 'unavailable' })
    stage.echo.broken = false
    expect((await visitor.send('POST', '/api/messages', { text: 'keep', id })).status).toBe(202)
  })

  test('gives the end of a long history, what changed since, and what came before', async () => {
    const visitor = await open()
    await start(visitor)
    const chat = stage.echo.lastChat()
    const lines = Array.from({ length: 450 }, (_, n) => ({
      id: `${n + 1}.0`,
      at: stage.clock.now(),
      from: 'bot' as const,
      text: String(n),
    }))
    lines[300] = Object.assign(lines[300]!, { media: { kind: 'photo', state: 'pending' } })
    stage.echo.set(chat, { lines })
    const whole = await view(visitor)
    if (whole.status !== 'whole') throw new Error('expected the whole')
    expect([whole.lines.length, whole.lines[0]!.id, whole.earlier]).toEqual([200, '251.0', true])
    expect(await view(visitor, `?after=${whole.version}&last=450.0`)).toEqual({
      status: 'same',
      version: whole.version,
    })
    stage.echo.say(chat, { from: 'bot', text: 'new' })
    const more = await view(visitor, `?after=${whole.version}&last=450.0`)
    if (more.status !== 'more') throw new Error('expected more')
    // The line with a file, the last one known, and the new one.
    expect(more.lines.map(({ id }) => id)).toEqual(['301.0', '450.0', `${more.version}.0`])
    const earlier = await view(visitor, '?before=251.0')
    if (earlier.status !== 'earlier') throw new Error('expected earlier')
    expect([earlier.lines.length, earlier.lines[0]!.id, earlier.earlier]).toEqual([200, '51.0', true])
    const first = await view(visitor, '?before=51.0')
    expect(first.status === 'earlier' && [first.lines.length, first.earlier]).toEqual([50, false])
    // After a wipe the page's last line is gone: it starts afresh.
    stage.echo.set(chat, { lines: [] })
    expect(await view(visitor, `?after=${more.version}&last=450.0`)).toMatchObject({
      status: 'whole',
      lines: [],
    })
    expect(await problem(await visitor.send('GET', '/api/view?after=x'))).toMatchObject({
      code: 'bad_request',
    })
  })
})

describe('what does not fit is refused', () => {
  test.each([
    ['messages', { text: 'x' }, 400, 'bad_request'],
    ['messages', { text: 5, id: 'message-1' }, 400, 'bad_request'],
    ['messages', { text: 'x', id: '../../etc' }, 400, 'bad_request'],
    ['messages', { text: ' \n\t', id: 'message-1' }, 400, 'text_empty'],
    ['messages', { text: 'x'.repeat(20_001), id: 'message-1' }, 413, 'text_too_long'],
    ['messages', { text: 'س'.repeat(1_000_000), id: 'message-1' }, 413, 'text_too_long'],
    ['presses', { token: 'a b', id: 'message-1' }, 400, 'bad_request'],
    ['presses', { token: 'س', id: 'message-1' }, 400, 'bad_request'],
    ['commands', { command: 'erase-everything', id: 'message-1' }, 400, 'bad_request'],
    ['commands', { command: 'constructor', id: 'message-1' }, 400, 'bad_request'],
    ['nowhere', {}, 404, 'not_found'],
  ])('%s %#', async (path, body, status, code) => {
    const visitor = await open()
    const answer = await visitor.send('POST', `/api/${path}`, body)
    expect(answer.status).toBe(status)
    expect(await problem(answer)).toMatchObject({ type: 'about:blank', status, code })
    expect(stage.echo.arrived).toEqual([])
    expect(visitor.cookies.size).toBe(0)
  })

  test('broken JSON and other kinds of body get a problem without their content', async () => {
    const visitor = await open()
    for (const [type, status] of [
      ['application/json', 400],
      ['text/plain', 400],
      ['application/x-www-form-urlencoded', 415],
    ] as const) {
      const answer = await visitor.send(
        'POST',
        '/api/messages',
        new TextEncoder().encode('{"text":"CANARY'),
        { 'content-type': type },
      )
      expect([type, answer.status]).toEqual([type, status])
      expect(await answer.text()).not.toContain('CANARY')
    }
  })

  test('20,000 characters are taken whole, in any script', async () => {
    const visitor = await open()
    const text = 'ێ'.repeat(20_000)
    expect((await visitor.send('POST', '/api/messages', { text, id: freshId() })).status).toBe(202)
    expect(stage.echo.arrived[0]!.body).toEqual({ kind: 'text', text })
  })

  test('half a character becomes a replacement sign', async () => {
    const visitor = await open()
    await visitor.send('POST', '/api/messages', { text: 'a\ud83db', id: freshId() })
    expect(stage.echo.arrived[0]!.body).toEqual({ kind: 'text', text: 'a\ufffdb' })
  })
})

describe('writes of other sites', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: '' }],
    ['an opaque origin', { origin: 'null' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site but other origin', { 'sec-fetch-site': 'same-site' }],
    ['no header of our own', { 'x-chat': '' }],
  ])('are refused: %s', async (_, headers) => {
    const visitor = await open()
    for (const [method, path] of [
      ['POST', '/api/messages'],
      ['POST', '/api/presses'],
      ['POST', '/api/start'],
      ['POST', '/api/commands'],
      ['POST', '/api/exit'],
      ['PUT', '/api/uploads?kind=photo&id=message-1'],
    ] as const) {
      const answer = await visitor.send(
        method,
        path,
        method === 'PUT' ? new Uint8Array([1]) : { text: 'x', id: 'message-1' },
        headers,
      )
      expect(await problem(answer)).toMatchObject({ status: 403, code: 'foreign_origin' })
    }
    expect(stage.echo.arrived).toEqual([])
    expect(stage.spool.read.puts).toBe(0)
  })

  test('a browser that says same-origin is believed', async () => {
    const visitor = await open()
    const answer = await visitor.send(
      'POST',
      '/api/start',
      {},
      { 'sec-fetch-site': 'same-origin', origin: '' },
    )
    expect(answer.status).toBe(202)
  })
})

describe('quick exit', () => {
  test('is stored, takes the cookie, and asks the browser to forget', async () => {
    const visitor = await open()
    await start(visitor)
    const answer = await visitor.send('POST', '/api/exit', { id: freshId() })
    expect(answer.status).toBe(202)
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(visitor.cookies.size).toBe(0)
    expect(stage.echo.arrived.at(-1)!.body).toEqual({ kind: 'command', command: 'exit' })
    expect(await view(visitor)).toEqual({ status: 'none' })
  })

  test('that never reached us hides the conversation and is made good by the next page', async () => {
    const visitor = await open()
    await start(visitor)
    visitor.cookies.set('left', 'exit-00000001')
    expect(await view(visitor)).toEqual({ status: 'none' })
    await visitor.send('GET', '')
    expect(stage.echo.arrived.at(-1)).toMatchObject({
      message: 'exit-00000001',
      body: { kind: 'command', command: 'exit' },
    })
    expect(visitor.cookies.size).toBe(0)
  })

  test('that cannot be stored is kept as wish of the browser until it can', async () => {
    const visitor = await open()
    await start(visitor)
    stage.echo.broken = true
    expect((await visitor.send('POST', '/api/exit', { id: 'exit-00000002' })).status).toBe(503)
    expect(visitor.cookies.get('left')).toBe('exit-00000002')
    expect((await visitor.send('GET', '/away?lang=en')).status).toBe(200)
    expect(visitor.cookies.has('chat')).toBe(true)
    stage.echo.broken = false
    await start(visitor)
    expect(stage.echo.arrived.map(({ body, message }) => [body.kind, message === 'exit-00000002'])).toEqual([
      ['start', false],
      ['command', true],
      ['start', false],
    ])
    expect(new Set(stage.echo.arrived.map(({ chat }) => chat)).size).toBe(2)
    expect(visitor.cookies.has('left')).toBe(false)
  })
})

describe('limits', () => {
  const slow = { burst: 2, perSecond: 0.1 }
  const wide = { burst: 1_000, perSecond: 1_000 }

  test('a chat that writes too fast is told how long to wait, and no other chat with it', async () => {
    const visitor = await open({
      limits: { rates: { ...DEFAULT_LIMITS.rates, message: { chat: slow, address: wide } } },
    })
    await start(visitor)
    for (const status of [202, 202, 429, 429]) {
      const answer = await visitor.send('POST', '/api/messages', { text: 'x', id: freshId() })
      expect(answer.status).toBe(status)
      if (status === 429)
        expect([answer.headers.get('retry-after'), (await problem(answer)).code]).toEqual(['10', 'too_many'])
    }
    expect((await start(makeVisitor(stage))).status).toBe(202)
    stage.clock.advance(seconds(10))
    expect((await visitor.send('POST', '/api/messages', { text: 'x', id: freshId() })).status).toBe(202)
  })

  test('an address that begins too many conversations has to wait; those begun go on', async () => {
    const visitor = await open({
      limits: { rates: { ...DEFAULT_LIMITS.rates, session: { chat: slow, address: slow } } },
    })
    await start(visitor)
    await start(makeVisitor(stage))
    expect((await start(makeVisitor(stage))).status).toBe(429)
    expect((await start(visitor)).status).toBe(202)
  })

  test('an address that floods is slowed over all its chats', async () => {
    const visitor = await open({
      limits: { rates: { ...DEFAULT_LIMITS.rates, message: { chat: wide, address: slow } } },
    })
    await start(visitor)
    await start(makeVisitor(stage))
    expect((await start(visitor)).status).toBe(429)
  })
})

describe('typing', () => {
  test('is told with the address of the chat and nothing else, and only where there is a conversation', async () => {
    const visitor = await open()
    const told: unknown[] = []
    stage.webchat().hearTyping((address) => told.push(address))
    expect((await visitor.send('POST', '/api/typing', {})).status).toBe(202)
    expect(told).toEqual([])
    await start(visitor)
    expect((await visitor.send('POST', '/api/typing', { text: 'half a sentence' })).status).toBe(202)
    expect(told).toEqual([{ channel: 'webchat', account: 'web', chat: stage.echo.arrived[0]!.chat }])
    // It is no message: nothing of it is kept.
    expect(stage.echo.arrived).toHaveLength(1)
  })

  test('is limited, and takes nothing from what may be said', async () => {
    const visitor = await open()
    await start(visitor)
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => visitor.send('POST', '/api/typing', {})),
    )
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(10)
    expect(
      (await visitor.send('POST', '/api/messages', { text: 'here', id: freshId(), language: 'en' })).status,
    ).toBe(202)
  })
})
