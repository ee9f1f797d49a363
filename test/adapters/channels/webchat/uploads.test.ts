import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { fastify } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../../adapters/channels/webchat/limits.ts'
import { bytes, ms } from '../../../../core/base/units.ts'
import { freshId, makeVisitor, openStage, until, type Stage, type Visitor } from './stage.ts'

let stage: Stage
const open = async (settings: Parameters<typeof openStage>[0] = {}): Promise<Visitor> => {
  stage = await openStage(settings)
  const visitor = makeVisitor(stage)
  await visitor.send('POST', '/api/start', {})
  return visitor
}
afterEach(() => stage.close())

const upload = (
  visitor: Visitor,
  body: Uint8Array | ReadableStream,
  headers: Record<string, string> = {},
  id = freshId(),
  kind = 'photo',
): Promise<Response> => visitor.send('PUT', `/api/uploads?kind=${kind}&id=${id}`, body, headers)
const codeOf = async (answer: Response): Promise<unknown> => ((await answer.json()) as { code: string }).code

/**
 * A request whose body never comes, spoken by hand. Resolves with the answer's text when the server
 * ends or `stop` is seen.
 */
const speak = (
  headers: readonly string[],
  body: string | Uint8Array = '',
): Promise<{ readonly text: string; readonly socket: Socket }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(stage.url())
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write([...headers, '', ''].join('\r\n'))
      if (body !== '') socket.write(body)
    })
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
      if (text.includes('"code"')) resolve({ text, socket })
    })
    socket.on('close', () => resolve({ text, socket }))
    socket.on('error', reject)
  })

const headOf = (
  visitor: Visitor,
  length: number,
  path = `/chat/api/uploads?kind=photo&id=${freshId()}`,
): string[] => [
  `PUT ${path} HTTP/1.1`,
  `Host: ${new URL(stage.url()).host}`,
  `Origin: ${stage.url()}`,
  'X-Chat: 1',
  'Content-Type: application/octet-stream',
  `Content-Length: ${length}`,
  `Cookie: chat=${visitor.cookies.get('chat')!}`,
]

test('a file arrives byte for byte, is announced as sent, and leaves the waiting room when it is sealed', async () => {
  const visitor = await open()
  const file = randomBytes(3_000_000)
  const id = freshId()
  const answer = await upload(
    visitor,
    file,
    { 'x-file-name': encodeURIComponent('لقطة شاشة 1.png'), 'x-file-type': 'image/png' },
    id,
  )
  expect(answer.status).toBe(202)
  expect(await answer.json()).toEqual({ id })
  expect(stage.echo.arrived.at(-1)).toMatchObject({
    message: id,
    body: {
      kind: 'media',
      media: {
        kind: 'photo',
        capture: 'as_sent',
        fileName: 'لقطة شاشة 1.png',
        mime: 'image/png',
        size: 3_000_000,
      },
    },
  })
  await until(() => stage.echo.files.has(id) && stage.spool.held.size === 0)
  expect(stage.echo.files.get(id)!.equals(file)).toBe(true)
})

test('a file may take as long as its network needs: it alone is without the clock of words', async () => {
  await open()
  const long: unknown[] = []
  const app = fastify()
  app.addHook('onRoute', ({ method, url, config }) => {
    if ((config as { readonly longBody?: boolean } | undefined)?.longBody === true) long.push([method, url])
  })
  await app.register(stage.webchat().routes, { prefix: '/chat' })
  expect(long).toEqual([['PUT', '/chat/api/uploads']])
  await app.close()
})

test('a voice message says how long it is', async () => {
  const visitor = await open()
  await upload(
    visitor,
    randomBytes(100),
    { 'x-file-type': 'audio/webm', 'x-duration': '12' },
    freshId(),
    'voice',
  )
  expect(stage.echo.arrived.at(-1)!.body).toMatchObject({
    media: { kind: 'voice', duration: 12, mime: 'audio/webm' },
  })
})

test.each([
  ['age', 'media_age'],
  ['consent', 'media_consent'],
] as const)(
  'where files are not taken (%s), the answer comes before a byte of the body',
  async (media, code) => {
    const visitor = await open()
    stage.echo.set(stage.echo.lastChat(), { media })
    const { text, socket } = await speak([
      ...headOf(visitor, 10_000_000),
      'X-File-Name: private.jpg',
      'X-File-Type: image/jpeg',
    ])
    socket.destroy()
    expect(text).toContain('HTTP/1.1 403')
    expect(text).toContain(`"code":"${code}"`)
    expect(text).toContain('connection: close')
    expect(stage.spool.read).toEqual({ bytes: 0, puts: 0 })
    expect(stage.echo.arrived.at(-1)!.body).toEqual({
      kind: 'media',
      media: { kind: 'photo', capture: 'as_sent', ref: '', mime: 'image/jpeg', size: 10_000_000 },
    })
  },
)

test('where files are not taken, bytes that are sent nevertheless are not read either', async () => {
  const visitor = await open()
  stage.echo.set(stage.echo.lastChat(), { media: 'age' })
  expect(await codeOf(await upload(visitor, randomBytes(1_000)))).toBe('media_age')
  expect(stage.spool.read).toEqual({ bytes: 0, puts: 0 })
})

test('a file without a conversation is refused before consent, not kept', async () => {
  stage = await openStage()
  stage.echo.media = 'consent'
  const visitor = makeVisitor(stage)
  expect(await codeOf(await upload(visitor, randomBytes(10)))).toBe('media_consent')
  expect(visitor.cookies.has('chat')).toBe(true)
})

test('a file that says it is too large is refused unread; one that proves to be is dropped', async () => {
  const visitor = await open({ limits: { upload: bytes(100_000) } })
  const { text, socket } = await speak(headOf(visitor, 100_001))
  socket.destroy()
  expect(text).toContain('"code":"file_too_large"')
  expect(stage.spool.read.puts).toBe(0)
  const endless = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(new Uint8Array(10_000)) })
  const answer = await upload(visitor, endless).catch(() => undefined)
  if (answer !== undefined) expect(await codeOf(answer)).toBe('file_too_large')
  await until(() => stage.spool.read.puts === 1 && stage.spool.read.bytes <= 110_000)
  expect(stage.spool.held.size).toBe(0)
  expect(stage.echo.arrived.map(({ body }) => body.kind)).toEqual(['start'])
  expect((await upload(visitor, randomBytes(100_000))).status).toBe(202)
})

test('a file that is cut leaves nothing behind', async () => {
  const visitor = await open()
  const pending = speak(headOf(visitor, 1_000_000), randomBytes(50_000))
  await until(() => stage.spool.read.bytes > 0)
  // The person's phone loses its network: the server sees the connection end.
  await stage.down()
  await pending
  await stage.up()
  expect(stage.spool.held.size).toBe(0)
  expect(stage.echo.arrived.map(({ body }) => body.kind)).toEqual(['start'])
})

test('a quick exit ends what is on its way of this chat, and nothing of it is kept; that of others goes on', async () => {
  const visitor = await open()
  const other = makeVisitor(stage)
  await other.send('POST', '/api/start', {})
  const pending = speak(headOf(visitor, 1_000_000), randomBytes(50_000))
  let more: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (to) => {
      more = to
      to.enqueue(randomBytes(50_000))
    },
  })
  const theirs = upload(other, body)
  await until(() => stage.spool.read.bytes >= 100_000)
  expect((await visitor.send('POST', '/api/exit', { id: freshId() })).status).toBe(202)
  expect((await pending).text).toBe('')
  expect(stage.spool.held.size).toBe(0)
  expect(stage.echo.arrived.filter(({ body }) => body.kind === 'media')).toEqual([])
  more?.close()
  expect((await theirs).status).toBe(202)
  expect(stage.echo.arrived.filter(({ body }) => body.kind === 'media')).toHaveLength(1)
})

test('a file whose bytes stop coming is given up', async () => {
  const visitor = await open({ limits: { stall: ms(50) } })
  const { text } = await speak(headOf(visitor, 1_000_000), randomBytes(1_000))
  expect(text).toBe('')
  expect(stage.spool.held.size).toBe(0)
})

test('an empty file is refused', async () => {
  const visitor = await open()
  expect(await codeOf(await upload(visitor, new Uint8Array(0)))).toBe('file_empty')
  const nothing = new ReadableStream({ start: (to) => to.close() })
  expect(await codeOf(await upload(visitor, nothing))).toBe('file_empty')
  expect(stage.spool.held.size).toBe(0)
})

test('a file whose arrival cannot be stored is removed again, and counts when it is sent anew', async () => {
  const visitor = await open()
  const id = freshId()
  const { put } = stage.echo.sink
  Object.assign(stage.echo.sink, { put: () => Promise.reject(new Error('CANARY-detail')) })
  const answer = await upload(visitor, randomBytes(5_000), {}, id)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('CANARY')
  expect(stage.spool.read.puts).toBe(1)
  expect(stage.spool.held.size).toBe(0)
  Object.assign(stage.echo.sink, { put })
  expect((await upload(visitor, randomBytes(5_000), {}, id)).status).toBe(202)
})

test('a file that was taken is not stored a second time when its answer got lost', async () => {
  const visitor = await open()
  const id = freshId()
  const file = randomBytes(400_000)
  expect((await upload(visitor, file, {}, id)).status).toBe(202)
  expect((await upload(visitor, file, {}, id)).status).toBe(202)
  expect(stage.spool.read.puts).toBe(1)
  expect(stage.echo.arrived.filter(({ message }) => message === id)).toHaveLength(1)
})

test('a second try takes over from one that hangs', async () => {
  const visitor = await open()
  const id = freshId()
  const hanging = speak(
    headOf(visitor, 1_000_000, `/chat/api/uploads?kind=photo&id=${id}`),
    randomBytes(1_000),
  )
  await until(() => stage.spool.read.bytes > 0)
  expect((await upload(visitor, randomBytes(2_000), {}, id)).status).toBe(202)
  expect((await hanging).text).toBe('')
  await until(() => stage.echo.files.has(id))
  expect(stage.echo.files.get(id)!.length).toBe(2_000)
})

test('only so many files of one chat arrive at a time', async () => {
  const visitor = await open({ limits: { uploads: { ...DEFAULT_LIMITS.uploads, perChat: 2, all: 10 } } })
  const sockets = [
    speak(headOf(visitor, 1_000_000), randomBytes(1_000)),
    speak(headOf(visitor, 1_000_000), randomBytes(1_000)),
  ]
  await until(() => stage.spool.read.puts === 2)
  const answer = await upload(visitor, randomBytes(10))
  expect([answer.status, await codeOf(answer)]).toEqual([429, 'too_many'])
  await stage.down()
  await Promise.all(sockets)
})

test.each([
  ['../../etc/passwd', '../../etc/passwd'],
  ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
  ['a\r\nSet-Cookie: chat=stolen', 'a\r\nSet-Cookie: chat=stolen'],
  ['\u202egpj.exe', '\u202egpj.exe'],
  ['con\u0000.txt', 'con\u0000.txt'],
  ['x'.repeat(4_000), 'x'.repeat(255)],
  ['صورة'.repeat(3), 'صورة'.repeat(3)],
])('a hostile file name is data and nothing else: %#', async (name, kept) => {
  const visitor = await open()
  const id = freshId()
  const answer = await upload(visitor, randomBytes(10), { 'x-file-name': encodeURIComponent(name) }, id)
  expect(answer.status).toBe(202)
  expect([...answer.headers.keys()]).not.toContain('set-cookie')
  expect(stage.echo.arrived.at(-1)!.body).toMatchObject({ media: { fileName: kept } })
  await until(() => stage.echo.files.has(id))
})

test.each([
  ['a name that is not percent-encoded', '?kind=photo&id=message-1', { 'x-file-name': '%E0%A4%A' }],
  ['an unknown kind', '?kind=virus&id=message-1', {}],
  ['no id', '?kind=photo', {}],
  ['an id that is a path', '?kind=photo&id=..%2F..%2Fx', {}],
  ['an id twice', '?kind=photo&id=message-1&id=message-2', {}],
])('%s is refused', async (_, query, headers) => {
  const visitor = await open()
  expect(await codeOf(await visitor.send('PUT', `/api/uploads${query}`, randomBytes(10), headers))).toBe(
    'bad_request',
  )
  expect(stage.spool.read.puts).toBe(0)
})

test('a kind of content that is no kind is left out', async () => {
  const visitor = await open()
  await upload(visitor, randomBytes(10), { 'x-file-type': 'text/html<script>' })
  expect(stage.echo.arrived.at(-1)!.body).toEqual({
    kind: 'media',
    media: expect.not.objectContaining({ mime: expect.anything() }),
  })
})

test('a ref that is not there is gone, and may be discarded any number of times', async () => {
  await open()
  const { channel } = stage.webchat()
  for (const ref of ['', '0'.repeat(26)]) {
    expect(await channel.download(ref)).toEqual({ status: 'gone' })
    await channel.discard(ref)
    await channel.discard(ref)
  }
})
