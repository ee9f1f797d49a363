import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from '../../scripts/deploy/rehearse.ts'
import { eventually } from '../patience.ts'

/*
 * The files of scripts/deploy that stand before Amin on one machine, in the real nginx and the real
 * Caddy, with TLS. Only the name, the ports, and the place of the certificate are others. Behind
 * them stands a server that tells what it was sent.
 */
const NGINX = '/usr/sbin/nginx'
const CADDY = '/usr/bin/caddy'
const MIB = 1_048_576
const DEPLOY = new URL('../../scripts/deploy/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, DEPLOY), 'utf8')

const folder = mkdtempSync(join(tmpdir(), 'amin-proxy-'))
const seen: {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly first: Promise<void>
}[] = []
/** Streams that wait to be let go on. */
const goOn: (() => void)[] = []
let behind: Server
const children: ChildProcess[] = []

const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
  let bytes = 0
  const first = new Promise<void>((resolve) => incoming.once('data', () => resolve()))
  seen.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, first })
  if (incoming.url === '/chat/api/events') {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' })
    outgoing.write('data: one\n\n')
    goOn.push(() => outgoing.end('data: two\n\n'))
    return
  }
  incoming.on('data', (chunk: Buffer) => (bytes += chunk.length))
  incoming.on('end', () => outgoing.end(String(bytes)))
}

beforeAll(async () => {
  behind = createServer(answer)
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', () => resolve()))
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'.split(' ')
  const [to, into] = [join(folder, 'key.pem'), join(folder, 'chain.pem')]
  spawnSync('openssl', [
    'req',
    '-x509',
    ...key,
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
    '-keyout',
    to,
    '-out',
    into,
  ])
})
afterAll(async () => {
  behind.closeAllConnections()
  const gone = children.map(
    (child) =>
      new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(undefined))),
  )
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(gone)
  behind.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (program: string, args: readonly string[]): void => {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  children.push(
    spawn(program, args, {
      env: { PATH: '/usr/sbin:/usr/bin:/bin', HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
      stdio: 'ignore',
    }),
  )
}

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }
type Call = {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: Uint8Array
  readonly onData?: (text: string) => void
}

const ask = (
  port: number,
  path: string,
  { method = 'GET', headers = {}, body, onData }: Call = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port,
        path,
        method,
        headers: { host: 'localhost', ...headers },
        rejectUnauthorized: false,
      },
      (given) => {
        let text = ''
        given.setEncoding('utf8').on('data', (part: string) => {
          text += part
          onData?.(text)
        })
        given.on('end', () => resolve({ status: given.statusCode ?? 0, headers: given.headers, text }))
      },
    )
    call.on('error', reject)
    call.end(body)
  })

/** Sends the first half, waits until the program behind has some of it, then sends the other. */
const sendInHalves = async (port: number, path: string): Promise<string> => {
  const half = Buffer.alloc(64 * 1024)
  const before = seen.length
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port,
        path,
        method: 'PUT',
        headers: { host: 'localhost', 'content-length': 2 * half.length },
        rejectUnauthorized: false,
      },
      (given) => {
        let text = ''
        given.setEncoding('utf8').on('data', (part: string) => (text += part))
        given.on('end', () => resolve(text))
      },
    )
    call.on('error', reject)
    call.write(half)
    const sendRest = async (): Promise<void> => {
      await vi.waitFor(() => expect(seen.length).toBeGreaterThan(before), { timeout: 20_000 })
      await seen[before]?.first
      call.end(half)
    }
    sendRest().catch(reject)
  })
}

const nginx = async (text: string): Promise<number> => {
  const [port, plain] = [await freePort(), await freePort()]
  const site = text
    .replaceAll('amin.example.org', 'localhost')
    .replaceAll(/listen \[::\]:\d+.*;/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('/etc/letsencrypt/live/localhost/fullchain.pem', join(folder, 'chain.pem'))
    .replace('/etc/letsencrypt/live/localhost/privkey.pem', join(folder, 'key.pem'))
    .replace('http://127.0.0.1:8080', `http://127.0.0.1:${(behind.address() as AddressInfo).port}`)
  const own = mkdtempSync(join(folder, 'nginx-'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${own}/${name};`)
    .join('\n')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    join(own, 'nginx.conf'),
    `daemon off;\n${user}\npid ${own}/pid;\nevents {}\nhttp {\n${temporary}\n${site}\n}\n`,
  )
  start(NGINX, ['-e', 'stderr', '-p', own, '-c', join(own, 'nginx.conf')])
  await vi.waitFor(() => ask(port, '/'), { timeout: 30_000, interval: 100 })
  return port
}

const caddy = async (text: string): Promise<number> => {
  const [port, plain] = [await freePort(), await freePort()]
  const site = text
    .replace(
      '\tadmin off\n',
      `\tadmin off\n\thttp_port ${plain}\n\thttps_port ${port}\n\tlocal_certs\n\tskip_install_trust\n`,
    )
    .replace('\namin.example.org {', '\nlocalhost {')
    .replace('127.0.0.1:8080', `127.0.0.1:${(behind.address() as AddressInfo).port}`)
  const file = join(folder, 'Caddyfile')
  writeFileSync(file, site)
  start(CADDY, ['run', '--adapter', 'caddyfile', '--config', file])
  await vi.waitFor(() => ask(port, '/'), { timeout: 30_000, interval: 100 })
  return port
}

describe.each([
  { name: 'nginx.conf', run: nginx },
  { name: 'one-machine.Caddyfile', run: caddy },
])('behind $name', ({ name, run }) => {
  let port = 0
  beforeAll(async () => {
    port = await run(read(name))
  })

  test('a photo of 2.8 MB and a film of 60 MB arrive whole, and what is larger than any that the chat takes is refused', async () => {
    for (const size of [2.8 * MIB, 60 * MIB]) {
      const { status, text } = await ask(port, '/chat/api/uploads?x', {
        method: 'PUT',
        body: new Uint8Array(size),
      })
      expect([status, text]).toEqual([200, String(Math.floor(size))])
    }
    // Where it is cut off before it ends, the connection may be gone with it.
    const refused = await ask(port, '/chat/api/uploads', {
      method: 'PUT',
      body: new Uint8Array(66 * MIB),
    }).catch(() => undefined)
    expect(refused?.status).not.toBe(200)
  })

  test('what people send goes on while it comes, so that nothing of it lies on this machine’s disk in clear', async () => {
    expect(await sendInHalves(port, '/chat/api/uploads')).toBe(String(128 * 1024))
  })

  test('words of a stream are handed on before it ends', async () => {
    const first: string[] = []
    const whole = ask(port, '/chat/api/events', {
      headers: { accept: 'text/event-stream' },
      onData: (text) => void first.push(text),
    })
    await vi.waitFor(() => expect(first[0]).toBe('data: one\n\n'), { timeout: 20_000 })
    await eventually(() => expect(goOn.length).toBeGreaterThan(0))
    goOn.shift()?.()
    expect((await whole).text).toBe('data: one\n\ndata: two\n\n')
  })

  test.each(['/metrics', '/readyz'])(
    '%s is not to be had from outside, and is not even asked for inside',
    async (path) => {
      const before = seen.length
      expect((await ask(port, path)).status).toBe(404)
      expect(seen.slice(before).map(({ url }) => url)).not.toContain(path)
    },
  )

  test('the caller’s address is what the proxy saw, whatever the caller claims', async () => {
    const forged = {
      'x-forwarded-for': '203.0.113.9',
      'x-real-ip': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      'x-forwarded-proto': 'http',
    }
    await ask(port, '/whoami', { headers: forged })
    const headers: IncomingHttpHeaders = seen.findLast(({ url }) => url === '/whoami')?.headers ?? {}
    expect(headers['x-forwarded-for']).toBe('127.0.0.1')
    expect([headers['x-real-ip'], headers['forwarded']]).toEqual([undefined, undefined])
    expect([headers['x-forwarded-proto'], headers['host']]).toEqual(['https', 'localhost'])
  })
})

test('nginx as it comes refuses a photo, which is why the line stands there', async () => {
  const port = await nginx(read('nginx.conf').replace(/client_max_body_size .*;/, ''))
  expect(
    (
      await ask(port, '/chat/api/uploads', { method: 'PUT', body: new Uint8Array(2.8 * MIB) }).catch(() => ({
        status: 413,
      }))
    ).status,
  ).toBe(413)
})
