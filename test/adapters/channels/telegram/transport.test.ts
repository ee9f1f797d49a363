import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import {
  BrokenCall,
  openTransport,
  type Transport,
} from '../../../../adapters/channels/telegram/transport.ts'
import { ms } from '../../../../core/base/units.ts'

let server: Server | undefined
let transport: Transport | undefined
afterEach(() => {
  transport?.close()
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

const serve = async (handle: Parameters<typeof createServer>[1]): Promise<string> => {
  server = createServer(handle as never)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/botTOKEN/getMe`
}
const broken = async (call: Promise<unknown>): Promise<BrokenCall> => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof BrokenCall)) throw new Error(`not broken: ${String(error)}`)
  return error
}
const open = (timeout = 5000): Transport =>
  (transport = openTransport({ secure: false, maxSockets: 4, timeout: ms(timeout) }))

test('one connection serves many calls', async () => {
  const ports = new Set<number | undefined>()
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort)
    response.end('{"ok":true}')
  })
  const { fetch } = open()
  for (let n = 0; n < 5; n += 1)
    expect(await (await fetch(url, { method: 'POST', body: '{}' })).json()).toEqual({ ok: true })
  expect(ports.size).toBe(1)
})

test('a call that is aborted while it waits is over at once, and one aborted before never leaves', async () => {
  let asked = 0
  const url = await serve(() => {
    asked += 1
    controller.abort()
  })
  const controller = new AbortController()
  const { fetch } = open()
  expect(await broken(fetch(url, { method: 'POST', body: '{}', signal: controller.signal }))).toMatchObject({
    reached: true,
    code: 'EABORTED',
  })
  expect(await broken(fetch(url, { method: 'POST', body: '{}', signal: controller.signal }))).toMatchObject({
    reached: false,
    code: 'EABORTED',
  })
  expect(asked).toBe(1)
})

test('a call that waits for a free connection until its time is over certainly did nothing', async () => {
  const url = await serve(() => {})
  const { fetch } = (transport = openTransport({ secure: false, maxSockets: 1, timeout: ms(60) }))
  const [first, second] = await Promise.all([
    broken(fetch(url, { method: 'POST', body: '{}' })),
    broken(fetch(url, { method: 'POST', body: '{}' })),
  ])
  expect([first.reached, first.code]).toEqual([true, 'ETIMEOUT'])
  expect([second.reached, second.code]).toEqual([false, 'ETIMEOUT'])
})

test('an answer that is no JSON names its status and quotes nothing', async () => {
  const url = await serve((_, response) => response.writeHead(502).end('<html>SECRET</html>'))
  const reply = await open().fetch(url, { method: 'POST', body: '{}' })
  const error = await broken(reply.json())
  expect(error).toMatchObject({ reached: true, code: 'E502' })
  expect(String(error.stack)).not.toContain('SECRET')
})

test('an answer without end is given up', async () => {
  const url = await serve((_, response) => {
    const more = (): void => void response.write(Buffer.alloc(1024 * 1024, 0x20), () => setImmediate(more))
    response.on('error', () => {})
    more()
  })
  expect(await broken(open().fetch(url, { method: 'POST', body: '{}' }))).toMatchObject({
    reached: true,
    code: 'ECUT',
  })
})

test('no error says the address, which holds the token', async () => {
  const url = await serve((request) => request.socket.destroy())
  const { fetch } = open()
  const reset = await broken(fetch(url, { method: 'POST', body: '{}' }))
  server?.close()
  server?.closeAllConnections()
  const refused = await broken(fetch(url, { method: 'POST', body: '{}' }))
  expect([reset.reached, refused.reached]).toEqual([true, false])
  for (const error of [reset, refused])
    expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.toContain('TOKEN')
})

test('what is no text is not sent', async () => {
  expect(
    await broken(open().fetch('http://127.0.0.1:1/', { method: 'POST', body: undefined })),
  ).toMatchObject({
    reached: false,
    code: 'EBODY',
  })
})
