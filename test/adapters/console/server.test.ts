import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openHttpServer } from '../../../adapters/console/server/http/server.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { Failure } from '../../../core/base/failure.ts'
import { openWorld, type World } from './world.ts'

const open = (port = 0) =>
  openHttpServer({ host: '127.0.0.1', port, log: makeMemoryLog(), trustProxy: false })

describe('the HTTP server', () => {
  test('says that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const server = open(typeof address === 'object' && address !== null ? address.port : 0)
    await expect(server.listen()).rejects.toMatchObject({ code: 'port_taken' })
    await server.close()
    other.close()
  })

  test('says that an address is not its own', async () => {
    const server = openHttpServer({ host: '203.0.113.1', port: 0, log: makeMemoryLog(), trustProxy: false })
    await expect(server.listen()).rejects.toMatchObject({ code: 'settings_invalid' })
    await server.close()
  })

  test('reveals nothing of what broke, and sends its headers even then', async () => {
    const log = makeMemoryLog()
    const server = openHttpServer({ host: '127.0.0.1', port: 0, log, trustProxy: false, https: true })
    server.app.get('/broken', async () => {
      throw new Error('the words of Zaynab')
    })
    server.app.get('/busy', async () => {
      throw new Failure('store_unavailable', 'detail')
    })
    server.app.get('/gone', async () => {
      throw new Failure('key_destroyed')
    })
    const [broken, busy, gone, nowhere, garbled] = await Promise.all(
      ['/broken', '/busy', '/gone', '/Zaynab', '/%ZZZaynab'].map((url) => server.app.inject({ url })),
    )
    expect(broken!.json()).toEqual({
      type: 'about:blank',
      title: expect.any(String),
      status: 500,
      code: 'internal',
    })
    expect(busy!.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect(busy!.headers['retry-after']).toBe('2')
    expect(gone!.statusCode).toBe(410)
    expect(nowhere!.json()).toMatchObject({ status: 404, code: 'not_found' })
    expect(garbled!.json()).toMatchObject({ status: 400, code: 'invalid' })
    for (const answer of [broken, busy, gone, nowhere, garbled]) {
      expect(answer!.body + JSON.stringify(answer!.headers)).not.toContain('Zaynab')
      expect(answer!.headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
        'strict-transport-security': 'max-age=63072000',
      })
    }
    const said = JSON.stringify(
      log.lines.map(({ message, fields }) => ({ message, ...fields, error: undefined })),
    )
    expect(said).not.toContain('Zaynab')
    expect(server.metrics()).toContain(
      'amin_http_requests_total{method="GET",route="/broken",status="5xx"} 1',
    )
    expect(server.metrics()).not.toContain('Zaynab')
    await server.close()
  })

  test('drops a client that speaks no HTTP without a word of it', async () => {
    const server = open()
    const { port } = await server.listen()
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.write('Zaynab\r\n\r\n')
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toContain('Zaynab')
    await server.close()
  })

  test('closes although a client keeps its connection open', async () => {
    const server = open()
    server.app.get('/', async () => 'ok')
    const { port } = await server.listen()
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await once(socket, 'data')
    const closed = once(socket, 'close')
    await server.close()
    await closed
  })
})

describe('what watches over it', () => {
  test('is told that it lives, and what is ready', async () => {
    let ok = true
    const world = await openWorld({ readiness: async () => ({ ok, parts: { store: ok ? 'ok' : 'down' } }) })
    expect((await world.get('/healthz')).json()).toEqual({ ok: true })
    expect((await world.get('/readyz')).json()).toEqual({ ok: true, parts: { store: 'ok' } })
    ok = false
    const down = await world.get('/readyz')
    expect(down.statusCode).toBe(503)
    expect(down.json()).toEqual({ ok: false, parts: { store: 'down' } })
    expect((await world.server.app.inject({ method: 'HEAD', url: '/healthz' })).statusCode).toBe(200)
    await world.close()
  })

  test('is told 503 where readiness itself breaks', async () => {
    const world = await openWorld({
      readiness: async () => {
        throw new Error('no')
      },
    })
    expect((await world.get('/readyz')).statusCode).toBe(503)
    await world.close()
  })

  test('gets metrics from this machine, and from elsewhere only with a key or as an administrator', async () => {
    const world = await openWorld()
    const { key } = await world.console.agents.createKey({
      name: 'prometheus',
      scopes: ['read'],
      teams: null,
    })
    const { cookie: admin } = await world.member('amal', 'admin')
    const { cookie: agent } = await world.member('noor')
    const status = async (call: Parameters<World['get']>[1]) => (await world.get('/metrics', call)).statusCode
    expect(await status({})).toBe(200)
    expect((await world.get('/metrics')).body).toContain('amin_console_streams 0')
    const from = '203.0.113.7'
    expect(await status({ from })).toBe(401)
    expect(await status({ from, key })).toBe(200)
    expect(await status({ from, cookie: admin })).toBe(200)
    expect(await status({ from, cookie: agent })).toBe(403)
    expect(await status({ headers: { 'x-forwarded-for': from } })).toBe(401)
    await world.close()
  })
})

describe('the web app', () => {
  let dir: string
  let world: World
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'amin-ui-'))
    mkdirSync(join(dir, 'ui', 'assets'), { recursive: true })
    writeFileSync(join(dir, 'secret.js'), 'outside')
    world = await openWorld({ uiDir: join(dir, 'ui') })
  })
  afterEach(async () => {
    await world.close()
    rmSync(dir, { recursive: true })
  })
  const build = (): void => {
    writeFileSync(join(dir, 'ui', 'index.html'), '<!doctype html><title>Amin</title>')
    writeFileSync(join(dir, 'ui', 'assets', 'main-abc.js'), 'export {}\n'.repeat(500))
    writeFileSync(join(dir, 'ui', 'assets', 'notes.txt'), 'not of the app')
  }
  const page = { headers: { accept: 'text/html' } }

  test('that is not built says how to build it, and is there once it is', async () => {
    const missing = await world.get('/', page)
    expect(missing.statusCode).toBe(503)
    expect(missing.json()).toMatchObject({
      code: 'ui_missing',
      title: expect.stringContaining('npm run build'),
    })
    build()
    expect((await world.get('/', page)).statusCode).toBe(200)
  })

  test('is one page under every address a browser opens, under a strict policy', async () => {
    build()
    for (const url of ['/', '/cases/ABCDEFGH', '/setup', '/join?x=1']) {
      const answer = await world.get(url, page)
      expect(answer.body).toContain('<title>Amin</title>')
      expect(answer.headers['cache-control']).toBe('no-cache')
      expect(answer.headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
      )
    }
    for (const url of ['/api/nowhere', '/api/v1/nowhere', '/chat/nowhere', '/assets/gone.js', '/metrics/x'])
      expect([url, (await world.get(url, page)).statusCode]).toEqual([url, 404])
    expect((await world.get('/cases/ABCDEFGH', { headers: { accept: 'application/json' } })).statusCode).toBe(
      404,
    )
  })

  test('has files that may be kept for ever, squeezed for whoever takes that', async () => {
    build()
    const plain = await world.get('/assets/main-abc.js')
    expect(plain.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const squeezed = await world.get('/assets/main-abc.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(squeezed.headers['content-encoding']).toBe('br')
    expect(squeezed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 10)
    expect(
      (await world.get('/assets/main-abc.js', { headers: { 'accept-encoding': 'gzip' } })).headers[
        'content-encoding'
      ],
    ).toBe('gzip')
  })

  test.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/../../secret.js',
    '/assets/notes.txt',
    '//etc/passwd',
  ])('has no file %s', async (url) => {
    build()
    expect((await world.get(url)).statusCode).toBe(404)
  })
})
