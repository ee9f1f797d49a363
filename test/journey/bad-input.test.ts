import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startFakeTelegram } from '../fakes/telegram/index.ts'
import { makeDataDir, startAmin } from './amin-process.ts'
import { sameClock } from '../same-clock.ts'
import { builtMain } from '../build/built.ts'

const MAIN = builtMain()
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const dataDir = (): string => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  return data.dir
}

/** Starts, and must leave by itself. */
const refused = (settings: Readonly<Record<string, string>>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], ...sameClock(), AMIN_LOG_LEVEL: 'silent', ...settings },
    cwd: dataDir(),
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: status, lines: stderr.trim().split('\n'), stdout }
}

const snapshot = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dir, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, name)).toString('base64')]),
  )

describe('a wrong setting', () => {
  test.each([
    ['AMIN_PORT', 'eighty'],
    ['AMIN_PORT', '70000'],
    ['AMIN_HOST', 'not a host'],
    ['AMIN_PUBLIC_URL', 'http://amin.example.org'],
    ['AMIN_PUBLIC_URL', 'ftp://amin.example.org'],
    ['AMIN_STORE', 'postgres://db.example.org/amin'],
    ['AMIN_VAULT', 'gridfs'],
    ['AMIN_PROXY', 'the-proxy'],
    ['AMIN_ROLES', 'all,of,them'],
    ['AMIN_LOG_LEVEL', 'loud'],
    ['TELEGRAM_BOT_TOKEN', 'no-token'],
    ['TELEGRAM_BOT_TOKEN', '1:a/../b'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['AMIN_ADMIN_EMAIL', 'nobody'],
    ['WHATSAPP', 'on'],
    ['AMIN_PROT', '8080'],
  ])('%s=%s is one line that names it, says what is right, and does not repeat the value', (name, value) => {
    const { code, lines } = refused({
      [name]: value,
      ...(name === 'AMIN_ADMIN_EMAIL' ? { AMIN_ADMIN_PASSWORD: 'long enough to pass' } : {}),
    })
    expect(code).toBe(2)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`^amin: ${name}`))
    // Where a value may be one of a few words, the line names them: the one that was given may
    // stand among them.
    if (name !== 'WHATSAPP' && name !== 'AMIN_VAULT') expect(lines[0]).not.toContain(` ${value}`)
  })

  test('does not hide the others: all are said at once', () => {
    const { lines } = refused({ AMIN_PORT: '-1', AMIN_ROLES: 'x', TELEGRAM_BOT_TOKEN: 'x' })
    expect(lines).toHaveLength(3)
  })

  test('in the operator file is named by its place', () => {
    const dir = dataDir()
    writeFileSync(join(dir, 'operator.json'), '{"official": "not a table"}')
    const { code, lines } = refused({ AMIN_DATA: dir })
    expect(code).toBe(2)
    expect(lines).toEqual([expect.stringMatching(/^amin: AMIN_OPERATOR_FILE: official: /)])
  })
})

describe('what the machine refuses', () => {
  test('a data folder that cannot be made is one line', () => {
    const dir = dataDir()
    writeFileSync(join(dir, 'file'), '')
    const { code, lines } = refused({ AMIN_DATA: join(dir, 'file', 'data') })
    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^amin: the data folder cannot be written/)])
  })

  test('a port in use is one line, and nothing is left running', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    cleanups.push(() => server.close())
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, lines } = refused({ AMIN_DATA: dataDir(), AMIN_PORT: String(port) })
    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^amin: the address is in use by another program/)])
  })

  test('a second start on the same data folder is refused, and the first goes on', async () => {
    const dir = dataDir()
    const first = await startAmin({ AMIN_DATA: dir })
    cleanups.push(first.kill)
    await first.says(/Console/)
    const { code, lines } = refused({ AMIN_DATA: dir, AMIN_PORT: '0' })
    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^amin: another process holds this store/)])
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  })

  test('a full disk is said, and nothing that was acknowledged is lost', async ({ skip }) => {
    const dir = dataDir()
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1200k', 'tmpfs', dir])
    // Without the right to mount there is no small disk to be had; the store's own tests cover the
    // mapping of the error.
    if (mounted.status !== 0) return skip('needs the right to mount')
    cleanups.push(() => spawnSync('umount', ['-l', dir]))
    const fake = await startFakeTelegram({ token: '424242:TEST' })
    cleanups.push(fake.stop)
    const amin = await startAmin({
      AMIN_DATA: dir,
      AMIN_ROLES: 'telegram,worker',
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
    })
    cleanups.push(amin.kill)
    await amin.says(/Amin runs/)
    const person = fake.person()
    person.starts()
    await person.hearsCount(1)
    for (let i = 0; i < 400; i += 1) person.says('x'.repeat(4000))
    await vi.waitFor(() => expect(amin.stderr()).toContain('disk_full'), { timeout: 60_000, interval: 100 })
    expect(amin.child.exitCode).toBeNull()
    expect(fake.queue.pending()).toBeGreaterThan(0)
  })
})

describe('a wrong master key', () => {
  test('refuses to start and touches nothing', async () => {
    const dir = dataDir()
    const first = await startAmin({ AMIN_DATA: dir })
    await first.says(/Console/)
    expect(await first.stop()).toBe(0)
    const other = dataDir()
    const second = await startAmin({ AMIN_DATA: other })
    await second.says(/Console/)
    await second.stop()
    copyFileSync(join(other, 'master.key'), join(dir, 'master.key'))
    const before = snapshot(dir)
    const { code, lines } = refused({ AMIN_DATA: dir })
    expect(code).toBe(1)
    expect(lines).toEqual(['amin: the master key does not open this store'])
    expect(snapshot(dir)).toEqual(before)
  })

  test('that is missing is not made anew where there is a store', async () => {
    const dir = dataDir()
    const first = await startAmin({ AMIN_DATA: dir })
    await first.says(/Console/)
    await first.stop()
    const { code, lines } = refused({ AMIN_DATA: dir, AMIN_MASTER_KEY_FILE: join(dir, 'elsewhere.key') })
    expect(code).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(/^amin: this store has a master key, but its file is not there/),
    ])
    expect(readdirSync(dir)).not.toContain('elsewhere.key')
  })

  test('that others can read is refused', async () => {
    const dir = dataDir()
    mkdirSync(join(dir, 'keys'))
    const file = join(dir, 'keys', 'master.key')
    writeFileSync(file, `${Buffer.alloc(32, 1).toString('base64')}\n`)
    chmodSync(file, 0o644)
    const { code, lines } = refused({ AMIN_DATA: dir, AMIN_MASTER_KEY_FILE: file })
    expect(code).toBe(2)
    expect(lines[0]).toContain('chmod 600')
  })
})

describe('a revoked token', () => {
  test('alarms and shows in readiness, and everything else goes on', async () => {
    const fake = await startFakeTelegram({ token: '424242:TEST' })
    cleanups.push(fake.stop)
    const amin = await startAmin({
      AMIN_DATA: dataDir(),
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
    })
    cleanups.push(amin.kill)
    await amin.says(/Console/)
    const person = fake.person()
    person.starts()
    await person.hearsCount(1)
    fake.revoke()
    await vi.waitFor(
      async () =>
        expect(
          ((await (await fetch(`${amin.url}/readyz`)).json()) as { parts: Record<string, string> }).parts[
            'telegram'
          ],
        ).toContain('unauthorised'),
      { timeout: 60_000, interval: 100 },
    )
    expect(amin.stderr()).toContain('"level":"error"')
    expect((await fetch(`${amin.url}/chat`)).status).toBe(200)
    expect((await fetch(`${amin.url}/`)).status).toBe(200)
  })
})

describe('what a hostile sender sends', () => {
  test('a million characters, names that are paths, bombs, SVG and HTML are kept as evidence and harm nothing', async () => {
    const fake = await startFakeTelegram({ token: '424242:TEST' })
    cleanups.push(fake.stop)
    const amin = await startAmin({
      AMIN_DATA: dataDir(),
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      AMIN_ADMIN_EMAIL: 'a@example.org',
      AMIN_ADMIN_PASSWORD: 'correct horse battery',
    })
    cleanups.push(amin.kill)
    await amin.says(/Console/)
    const person = fake.person({ language: 'en', firstName: '../../etc/passwd\u202e', username: 'x' })
    person.starts()
    for (const text of ['continue', 'I am 22']) person.says(text)
    await person.hears(/happened/i)
    person.says('story '.repeat(166_667))
    fake.world.push({
      message: { message_id: 0, date: -1, chat: { id: person.id, type: 'private' } },
    } as never)
    fake.world.push({ message: 7 } as never)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    const html = '<html><script>alert(1)</script></html>'
    person.sendsDocument(Buffer.from(svg), { fileName: '../../../tmp/pwned.svg', mime: 'image/svg+xml' })
    person.sendsDocument(Buffer.from(html), { fileName: 'C:\\con\u0000.jpg', mime: 'image/jpeg' })
    person.sendsPhoto(Buffer.from('not a picture at all'))
    const session = await signIn(amin.url, 'a@example.org', 'correct horse battery')
    await vi.waitFor(
      async () => {
        const { rows } = (await (await session('/api/v1/cases')).json()) as { rows: { code: string }[] }
        const list = (await (await session(`/api/v1/cases/${rows[0]!.code}/evidence`)).json()) as {
          evidence: { state: string; preview: string }[]
        }
        expect(list.evidence.map((item) => item.state)).toEqual(['sealed', 'sealed', 'sealed', 'sealed'])
        expect(list.evidence.every((item) => item.preview === 'none')).toBe(true)
      },
      { timeout: 60_000, interval: 200 },
    )
    expect((await fetch(`${amin.url}/readyz`)).status).toBe(200)
  })
})

const signIn = async (
  url: string,
  email: string,
  password: string,
): Promise<(path: string) => Promise<Response>> => {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'x-amin': '1' },
    body: JSON.stringify({ email, password }),
  })
  expect(response.status).toBe(200)
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  return (path) => fetch(url + path, { headers: { cookie } })
}
