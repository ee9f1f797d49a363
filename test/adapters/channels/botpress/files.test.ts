import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { isPublic, makeDownload, type FileParts } from '../../../../adapters/channels/botpress/files.ts'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { ms } from '../../../../core/base/units.ts'

const log = makeMemoryLog()
const make = (parts: Partial<FileParts> = {}) =>
  makeDownload({
    hosts: ['files.example.org', '.cdn.example.org'],
    idle: ms(2000),
    account: 'i',
    log,
    resolve: async () => ['93.184.216.34'],
    ...parts,
  })

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})
const serve = async (handle: RequestListener): Promise<string> => {
  server = createServer(handle)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

describe('a file is never fetched', () => {
  test.each([
    'http://files.example.org/a',
    'https://elsewhere.example.org/a',
    'https://cdn.example.org/a',
    'https://files.example.org.evil.example/a',
    'https://files.example.org:8443/a',
    'https://user:word@files.example.org/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://localhost/a',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'ftp://files.example.org/a',
    'nonsense',
  ])('from %s', async (ref) => {
    let asked = 0
    const download = make({ resolve: async () => ((asked += 1), ['127.0.0.1']) })
    expect(await download(ref)).toEqual({ status: 'gone' })
    expect(asked).toBe(0)
  })

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.9',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.1.1',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ])('where its host leads to %s, alone or beside an open address', async (address) => {
    expect(isPublic(address)).toBe(false)
    for (const found of [[address], ['93.184.216.34', address]])
      expect(await make({ resolve: async () => found })('https://files.example.org/a')).toEqual({
        status: 'gone',
      })
  })

  test('without any host that the operator named', async () => {
    expect(await make({ hosts: [] })('https://files.example.org/a')).toEqual({ status: 'gone' })
  })

  test('over a redirect', async () => {
    let calls = 0
    const trial = await serve((_request, response) => {
      calls += 1
      response.writeHead(302, { location: '/other' }).end()
    })
    expect(await make({ trial })(`${trial}a`)).toEqual({ status: 'gone' })
    expect(calls).toBe(1)
  })

  test('where it is larger than what is taken: said before, or found out on the way', async () => {
    const said = await serve((_request, response) =>
      response.writeHead(200, { 'content-length': String(2 ** 31) }).write('x'),
    )
    expect(await make({ trial: said })(`${said}a`)).toEqual({ status: 'too_large' })
  })

  test('twice: the address that was looked at is the one that is called', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']]
    let asked = 0
    const download = make({ idle: ms(1), resolve: async () => answers[asked++] ?? [] })
    await expect(download('https://files.example.org/a')).rejects.toThrow()
    expect(asked).toBe(1)
  })
})

describe('a file', () => {
  test('arrives whole', async () => {
    const trial = await serve((_request, response) => response.end('picture'))
    const opened = await make({ trial })(`${trial}a`)
    const parts: Uint8Array[] = []
    if (opened.status === 'open') for await (const part of opened.bytes) parts.push(part)
    expect(Buffer.concat(parts).toString()).toBe('picture')
  })

  test('that ends early is no file', async () => {
    const trial = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    const opened = await make({ trial })(`${trial}a`)
    const read = async () => {
      if (opened.status === 'open') for await (const _ of opened.bytes);
    }
    await expect(read()).rejects.toMatchObject({ code: 'download_failed' })
  })
})

test('no address of a file is ever logged', () => {
  expect(log.lines.length).toBeGreaterThan(0)
  expect(JSON.stringify(log.lines)).not.toMatch(/example|127\.0|169\.254|http/)
})
