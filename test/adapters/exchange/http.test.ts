import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openExchangeServer, type ExchangeServer } from '../../../adapters/exchange/serve.ts'
import { makeSend } from '../../../adapters/exchange/send.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { ms, type Ms } from '../../../core/base/units.ts'
import { ask } from '../../../core/custody/exchange/ask.ts'
import type { Answer } from '../../../core/custody/exchange/parts.ts'
import { makeResponder } from '../../../core/custody/exchange/answer.ts'
import { longestMessage } from '../../../core/custody/exchange/message.ts'
import { agreed, anItem, ANNE, aSide, BASIM, foundBy, STRANGER } from '../../core/custody/exchange/world.ts'

const held = agreed()
const longest = longestMessage(held.terms.run)
const log = makeMemoryLog()

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const serve = async (
  take: (text: string) => Promise<Answer>,
  patience?: Ms,
  answered?: () => void,
): Promise<ExchangeServer & { readonly port: number }> => {
  const served = await openExchangeServer({
    host: '127.0.0.1',
    port: 0,
    longest,
    take,
    log,
    ...(patience === undefined ? {} : { patience }),
    ...(answered === undefined ? {} : { answered }),
  })
  ends.push(served.close)
  return { ...served, port: Number(new URL(served.url).port) }
}

const serveBasim = async (patience?: Ms) => {
  const basim = aSide(BASIM, [anItem('phone:+9647701'), anItem('phone:+9647702')])
  const { take } = makeResponder(basim.ports, [held])
  return { basim, ...(await serve(take, patience)) }
}

/** Whatever comes back for these bytes on a line of our own, until it is closed there. */
const raw = async (port: number, bytes: string, end = true): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  let got = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    got += text
  })
  socket.on('error', () => undefined)
  if (end) socket.end(bytes)
  else socket.write(bytes)
  await once(socket, 'close')
  return got
}

const post = (body: string, length = Buffer.byteLength(body)): string =>
  `POST /exchange/v1 HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`

describe('a run over HTTP', () => {
  test('goes from end to end', async () => {
    const { basim, url } = await serveBasim()
    const anne = aSide(ANNE, [anItem('phone:+9647702'), anItem('phone:+9647703')])
    expect((await ask(anne.ports, held, makeSend({ url, longest }))).status).toBe('done')
    expect([foundBy(anne), foundBy(basim)]).toEqual([['phone:+9647702'], ['phone:+9647702']])
  })

  test('does not go by fetch, whose patience ends before a large run does', async () => {
    const { url } = await serveBasim()
    const fetching = vi.spyOn(globalThis, 'fetch')
    const anne = aSide(ANNE, [anItem('phone:+9647702')])
    expect((await ask(anne.ports, held, makeSend({ url, longest }))).status).toBe('done')
    expect(fetching).not.toHaveBeenCalled()
    fetching.mockRestore()
  })

  test('whoever is no party is refused in a word, with nothing of the agreement', async () => {
    const { basim, url } = await serveBasim()
    const stranger = aSide(STRANGER, [])
    const response = await fetch(`${url}/exchange/v1`, { method: 'POST', body: 'hello' })
    expect([response.status, await response.text()]).toEqual([403, 'refused stranger\n'])
    const forged = {
      ...held,
      terms: {
        ...held.terms,
        parties: { ...held.terms.parties, a: { ...held.terms.parties.a, key: STRANGER.publicKey } },
      },
    }
    expect(await ask(stranger.ports, forged, makeSend({ url, longest }))).toEqual({
      status: 'refused',
      why: 'stranger',
      theirs: true,
    })
    expect([basim.counts, basim.notes]).toEqual([[], []])
  })

  test('no other address and no other way of asking is answered', async () => {
    const { url } = await serveBasim()
    for (const [path, method] of [
      ['/', 'GET'],
      ['/exchange/v1', 'GET'],
      ['/exchange/v1/', 'POST'],
      ['/exchange/v1?x=1', 'POST'],
      ['/api', 'POST'],
    ] as const) {
      const response = await fetch(`${url}${path}`, { method })
      expect([path, response.status, await response.text()]).toEqual([path, 404, ''])
    }
  })

  test('what is too long, cut or no HTTP is not answered, and the next one is', async () => {
    const { basim, url, port } = await serveBasim()
    expect(await raw(port, post('x'.repeat(longest + 1)))).toMatch(/^HTTP\/1\.1 413 /)
    await raw(port, post('{"agreement":"half', 5_000))
    expect(await raw(port, '\u0000\u0001\r\n\r\n')).toMatch(/^(?:HTTP\/1\.1 400 |$)/)
    expect([basim.counts, basim.notes, basim.kept]).toEqual([[], [], []])
    const anne = aSide(ANNE, [anItem('phone:+9647702')])
    expect((await ask(anne.ports, held, makeSend({ url, longest }))).status).toBe('done')
  })

  test('a message that never ends is given up, and nothing is counted for it', async () => {
    const { basim, port } = await serveBasim(ms(50))
    expect(await raw(port, post('{"agreement":"', 5_000), false)).toMatch(/^HTTP\/1\.1 408 /)
    expect(basim.counts).toEqual([])
  })

  test('who serves is told that an answer is over also where whoever asked went away before it', async () => {
    const [asked, gone, told] = [0, 1, 2].map(() => Promise.withResolvers<void>())
    const { port } = await serve(
      async () => {
        asked?.resolve()
        await gone?.promise
        return { status: 'answered', text: 'x' }
      },
      undefined,
      () => told?.resolve(),
    )
    const socket = connect(port, '127.0.0.1')
    socket.write(post('hello'))
    await asked?.promise
    const [server] = [once(socket, 'close')]
    socket.destroy()
    await server
    // The server hears of it before it answers another line.
    await raw(port, 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
    gone?.resolve()
    await told?.promise
  })

  test('a fault here is told to nobody outside', async () => {
    const { url } = await serve(() => Promise.reject(new Error('phone:+9647701 in table x')))
    const response = await fetch(`${url}/exchange/v1`, { method: 'POST', body: 'hello' })
    expect([response.status, await response.text()]).toEqual([500, ''])
  })
})

describe('what comes back from somewhere else', () => {
  const other = async (handler: Parameters<typeof createServer>[1]): Promise<string> => {
    const server: Server = createServer(handler ?? (() => undefined)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    ends.push(
      () =>
        new Promise((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    )
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const answered = async (handler: Parameters<typeof createServer>[1]): Promise<Answer> =>
    makeSend({ url: await other(handler), longest, patience: ms(2_000) })('hello')

  test('is no answer, whatever it is', async () => {
    const none: Answer = { status: 'refused', why: 'unanswered' }
    expect(await answered((_, response) => response.writeHead(404).end('not here'))).toEqual(none)
    expect(
      await answered((_, response) => response.writeHead(400).end('refused because_i_say_so\n')),
    ).toEqual(none)
    expect(await answered((_, response) => response.end('x'.repeat(longest + 1)))).toEqual(none)
    expect(
      await answered((_, response) => response.writeHead(200, { 'content-length': '900' }).end('cut')),
    ).toEqual(none)
    expect(await answered((request) => request.socket.destroy())).toEqual(none)
    expect(
      await answered((_, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end()),
    ).toEqual(none)
    expect(await makeSend({ url: 'http://127.0.0.1:1', longest })('hello')).toEqual(none)
  })

  test('a run with it ends with a reason, and the set that was sent is counted', async () => {
    const url = await other((_, response) => response.end('{}\n'))
    const anne = aSide(ANNE, [anItem('phone:+9647702')])
    expect(await ask(anne.ports, held, makeSend({ url, longest }))).toEqual({
      status: 'refused',
      why: 'wrong_party',
      theirs: false,
    })
    expect(anne.counts).toHaveLength(1)
  })
})
