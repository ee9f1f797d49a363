import { randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { post, type Answer } from '../../../adapters/webhook/index.ts'
import { instant, ms } from '../../../core/base/units.ts'

type Got = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly url: string | undefined }
type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

const secret = randomBytes(32)
const message = { id: 'msg_1', body: '{"type":"case.opened"}' }

const openServer = async () => {
  const got: Got[] = []
  let behaviour: Behaviour = (_, response) => void response.writeHead(204).end()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), url: request.url })
      behaviour(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    got,
    url,
    behave: (next: Behaviour) => {
      behaviour = next
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

let server: Awaited<ReturnType<typeof openServer>>
beforeEach(async () => {
  server = await openServer()
})
afterEach(() => server.close())

const now = () => instant(Date.now())
const send = (patience = ms(20_000)): Promise<Answer> =>
  post({ url: `${server.url}/in`, secret }, message, { now: now(), patience })

describe('a message', () => {
  test('is taken for ours by another library of Standard Webhooks, and not with a byte changed or another secret', async () => {
    expect(await send()).toEqual({ ok: true })
    const [got] = server.got
    const headers = Object.fromEntries(
      ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
        name,
        String(got?.headers[name]),
      ]),
    )
    const other = new Webhook(`whsec_${secret.toString('base64')}`)
    const stranger = new Webhook(`whsec_${randomBytes(32).toString('base64')}`)
    expect(headers['webhook-id']).toBe('msg_1')
    expect(other.verify(got?.body ?? '', headers)).toEqual({ type: 'case.opened' })
    expect(() => other.verify(`${got?.body} `, headers)).toThrow('No matching signature')
    expect(() => other.verify(got?.body ?? '', { ...headers, 'webhook-id': 'msg_2' })).toThrow()
    expect(() => stranger.verify(got?.body ?? '', headers)).toThrow('No matching signature')
  })

  test.each<[string, Behaviour, Answer]>([
    [
      'an error of the other side',
      (_, response) => void response.writeHead(500).end(),
      { ok: false, fault: 'http-500' },
    ],
    ['a refusal', (_, response) => void response.writeHead(410).end(), { ok: false, fault: 'http-410' }],
    ['a closed connection', (request) => void request.socket.destroy(), { ok: false, fault: 'unreachable' }],
    [
      'what is no HTTP',
      (request) => void request.socket.end('nonsense\r\n\r\n'),
      { ok: false, fault: 'unreachable' },
    ],
  ])('is not taken with %s', async (_, behaviour, answer) => {
    server.behave(behaviour)
    expect(await send()).toEqual(answer)
  })

  test('is not taken where nobody answers, and is given up waiting for', async () => {
    server.behave(() => undefined)
    expect(await send(ms(200))).toEqual({ ok: false, fault: 'timeout' })
  })

  test('is not taken where nobody listens', async () => {
    await server.close()
    expect(await send()).toEqual({ ok: false, fault: 'unreachable' })
    server = await openServer()
  })

  test('goes nowhere else than to the address of the operator', async () => {
    const elsewhere = await openServer()
    try {
      for (const status of [301, 302, 303, 307, 308]) {
        server.behave((_, response) => void response.writeHead(status, { location: elsewhere.url }).end())
        expect(await send()).toEqual({ ok: false, fault: 'redirect' })
      }
      expect(elsewhere.got).toEqual([])
    } finally {
      await elsewhere.close()
    }
  })

  test('is taken with an answer that never ends, and nothing of that is waited for', async () => {
    const cut = new Promise<void>((resolve) => {
      server.behave((_, response) => {
        response.writeHead(200)
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        }
        response.on('drain', more)
        response.on('close', resolve)
        more()
      })
    })
    expect(await send()).toEqual({ ok: true })
    await cut
  })

  test('is not taken with headers without end', async () => {
    server.behave((request) => {
      request.socket.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(1_000_000)}`)
    })
    expect(await send()).toEqual({ ok: false, fault: 'unreachable' })
  })
})
