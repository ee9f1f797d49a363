import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { SetupState } from '../../adapters/console/contract/people.ts'
import { openDeskServer } from '../adapters/console-ui/desk-server.ts'
import { everyPage } from '../adapters/console-ui/pages.ts'
import { textsOf } from '../adapters/console-ui/texts.ts'
import { freePort, makeDataDir, startAmin } from '../journey/amin-process.ts'

vi.setConfig({ testTimeout: 240_000 })

const MAIN = new URL('../../scripts/dev/main.ts', import.meta.url).pathname
const EMAIL = 'noor@example.org'
const PASSWORD = 'correct horse battery'

/** `npm run dev` without npm, until the test ends. Resolves when it has said where its pages are. */
const startDev = async (
  ...options: readonly string[]
): Promise<{ readonly url: string; readonly child: ChildProcess; readonly dir: string }> => {
  const port = await freePort()
  // What it leaves behind would be found here.
  const dir = mkdtempSync(join(tmpdir(), 'amin-test-dev-'))
  const child = spawn(process.execPath, [MAIN, '--port', String(port), ...options], {
    env: { PATH: process.env['PATH'], HOME: dir, TMPDIR: dir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    if (child.exitCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    rmSync(dir, { recursive: true, force: true })
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await vi.waitFor(() => expect(said).toContain('Web chat:'), { timeout: 180_000, interval: 100 })
  return { url: `http://127.0.0.1:${port}`, child, dir }
}

const textOf = async (address: string): Promise<string> =>
  (await fetch(address, { headers: { accept: '*/*' } })).text()

test('npm run dev serves console and web chat from their sources, each with its server behind it, and the gallery lists every page', async () => {
  const { url, child, dir } = await startDev()

  expect(await textOf(`${url}/cases/ABCDEFGH`)).toContain('/@vite/client')
  expect(await textOf(`${url}/main.tsx`)).toContain('createRoot')
  // The page's own sources lie in folders that are called as the servers' addresses.
  expect(await textOf(`${url}/api/fault.ts`)).toContain('export')
  expect(await (await fetch(`${url}/api/v1/me`)).json()).toMatchObject({ role: 'admin' })

  const chat = await textOf(`${url}/chat`)
  expect(chat).toContain('/@vite/client')
  expect(await textOf(`${url}${/src="([^"]+app\.js)"/.exec(chat)?.[1]}`)).toContain('use strict')
  expect(await (await fetch(`${url}/chat/api/view`)).json()).toEqual({ status: 'none' })

  const nobody = { blurred: Buffer.alloc(0), clear: Buffer.alloc(0), sound: Buffer.alloc(0) }
  const server = await openDeskServer('', nobody, 1)
  const names = everyPage(server, await textsOf('en'), false).map(({ name }) => name)
  await server.stop()
  const gallery = await textOf(`${url}/gallery`)
  expect([...gallery.matchAll(/<tr><th>([^<]+)<\/th>/g)].map(([, name]) => name)).toEqual(names)
  for (const look of ['ar', 'ckb', 'en'].flatMap((language) => [`${language}-light`, `${language}-dark`]))
    expect(gallery).toContain(`/gallery/take?look=${look}-1440`)

  const gone = once(child, 'exit')
  // Twice, as it comes from a terminal and from npm.
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect((await gone)[0]).toBe(0)
  expect(readdirSync(dir).filter((name) => name.startsWith('amin-dev-'))).toEqual([])
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})

test('npm run dev --real lets a running Amin answer: signing in, and a stream that stays open', async () => {
  const { dir, remove } = makeDataDir()
  onTestFinished(remove)
  const amin = await startAmin({ AMIN_DATA: dir, AMIN_ADMIN_EMAIL: EMAIL, AMIN_ADMIN_PASSWORD: PASSWORD })
  onTestFinished(() => amin.kill())
  await amin.says(/Console:/)
  const { url } = await startDev('--real', amin.url)

  expect(SetupState.parse(await (await fetch(`${url}/api/v1/setup`)).json())).toMatchObject({ needed: false })
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  })
  expect(signedIn.status).toBe(200)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  const stream = await fetch(`${url}/api/v1/events`, { headers: { cookie } })
  const { value } = (await stream.body?.getReader().read()) ?? {}
  expect(Buffer.from(value ?? []).toString()).toContain('event: hello')
  expect(await textOf(`${url}/chat`)).toContain('/@vite/client')
})
