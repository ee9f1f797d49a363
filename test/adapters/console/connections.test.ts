import { once } from 'node:events'
import { get, type ClientRequest, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openHttpServer, type HttpServer } from '../../../adapters/console/server/http/server.ts'
import {
  USUAL_CONNECTIONS,
  type ConnectionLimits,
} from '../../../adapters/console/server/http/connections.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { ms, seconds } from '../../../core/base/units.ts'

let server: HttpServer
let port: number
const sockets: Socket[] = []
const asked: ClientRequest[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const request of asked.splice(0)) request.destroy()
  await server.close()
})

/** With a route for words, one for files, and one that never ends. */
const open = async (limits: Partial<ConnectionLimits>): Promise<void> => {
  server = openHttpServer({ host: '127.0.0.1', port: 0, log: makeMemoryLog(), trustProxy: true, limits })
  const config: Record<string, unknown> = { longBody: true }
  server.app.post('/words', async () => 'ok')
  server.app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  server.app.put('/file', { config }, async () => 'ok')
  server.app.get('/stream', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200)
    reply.raw.write('open')
  })
  server.app.get('/', async () => 'ok')
  port = (await server.listen()).port
}

const begin = (head: string, length = 5_000): Socket => {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => undefined)
  socket.write(`${head} HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n`)
  return socket
}
const ask = async (path: string, from: string): Promise<IncomingMessage> => {
  const request = get({ port, path, agent: false, headers: { 'x-forwarded-for': from } })
  asked.push(request)
  request.on('error', () => undefined)
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return answer.on('error', () => undefined)
}

test('words that do not come to their end are cut, a file that is still coming is not', async () => {
  await open({ body: ms(300) })
  const file = begin('PUT /file')
  file.write('content-type: application/octet-stream\r\n\r\nx')
  const words = begin('POST /words')
  words.write('content-type: application/json\r\n\r\n{')
  await once(words, 'close')
  expect(file.closed).toBe(false)
  file.write('y'.repeat(4_999))
  const [answer] = (await once(file, 'data')) as [Buffer]
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /)
})

test('few words have half a minute, and what takes longer on the slowest network has longer', async () => {
  expect(USUAL_CONNECTIONS.body).toBe(seconds(30))
  await open({ body: ms(300) })
  const json = 'content-type: application/json\r\n\r\n{'
  const long = begin('POST /words', 100_000)
  long.write(json)
  const few = begin('POST /words', 100)
  few.write(json)
  await once(few, 'close')
  expect(long.closed).toBe(false)
  await once(long, 'close')
})

test('one /64 may have so many requests open at a time, streams among them; others are answered, and it is again once some end', async () => {
  await open({ atOnce: 3 })
  const streams = await Promise.all(['1', '2', '3'].map((last) => ask('/stream', `2001:db8:1:1::${last}`)))
  const refused = await ask('/', '2001:db8:1:1::4')
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '5'])
  expect((await ask('/', '2001:db8:1:2::1')).statusCode).toBe(200)
  expect((await ask('/', '198.51.100.1')).statusCode).toBe(200)
  const before = server.app.server
  for (const stream of streams) stream.destroy()
  await new Promise<void>((resolve) => {
    const look = (): void =>
      void before.getConnections((_error, count) => (count > 2 ? setImmediate(look) : resolve()))
    look()
  })
  expect((await ask('/', '2001:db8:1:1::4')).statusCode).toBe(200)
})

test('a server whose connections are used up lets go of those that say nothing before it turns anybody away', async () => {
  await open({ connections: 20 })
  const idle = await Promise.all(
    Array.from({ length: 18 }, async () => {
      const socket = connect(port, '127.0.0.1')
      sockets.push(socket)
      socket.on('error', () => undefined)
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
      await once(socket, 'data')
      return socket
    }),
  )
  for (let i = 0; i < 40; i += 1) expect((await ask('/', '198.51.100.1')).statusCode).toBe(200)
  expect(idle.every(({ destroyed, readableEnded }) => destroyed || readableEnded)).toBe(true)
})
