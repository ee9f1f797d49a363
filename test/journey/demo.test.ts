import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { CasePage, EvidenceList } from '../../adapters/console/contract/index.ts'
import type { Me } from '../../adapters/console/contract/people.ts'
import type { z } from 'zod'
import { freePort } from './amin-process.ts'

vi.setConfig({ testTimeout: 300_000 })

const MAIN = new URL('../../scripts/demo/main.ts', import.meta.url).pathname
const CASES = 6

test('npm run demo: agents of each role sign in, invented people have reported with files and shared accounts, all of it marked as practice; it ends clean', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const dir = mkdtempSync(join(tmpdir(), 'amin-test-demo-'))
  const demo = spawn(process.execPath, [MAIN, '--cases', String(CASES), '--port', String(port)], {
    env: { PATH: process.env['PATH'], HOME: dir, TMPDIR: dir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    demo.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  })
  let said = ''
  let failed = ''
  demo.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  demo.stderr.setEncoding('utf8').on('data', (text: string) => (failed += text))
  await vi.waitFor(() => expect(said).toContain('Ctrl C'), { timeout: 120_000, interval: 100 })

  const accounts = [...said.matchAll(/^ {2}(\S+@\S+) +(\S+) {2}([\w-]+)$/gm)].map(
    ([, email, password, role]) => ({
      email,
      password,
      role,
    }),
  )
  expect(new Set(accounts.map(({ role }) => role))).toEqual(
    new Set(['admin', 'agent', 'minors-desk', 'supervisor', 'analyst', 'network-analyst', 'auditor']),
  )
  const signIn = async (role: string): Promise<<T>(path: string) => Promise<T>> => {
    const { email, password } = accounts.find((account) => account.role === role)!
    const answer = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    expect(answer.status).toBe(200)
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ')
    return async (path) =>
      (await (await fetch(`${url}/api/v1${path}`, { headers: { cookie } })).json()) as never
  }
  for (const { role } of accounts) if (role !== 'agent') await signIn(role ?? '')
  const get = await signIn('agent')
  expect(await get<Me>('/me')).toMatchObject({ role: 'agent', practice: true })
  expect(await (await fetch(`${url}/chat`)).text()).toContain('class="practice"')

  await vi.waitFor(() => expect(said).toContain(`${CASES} people have reported`), {
    timeout: 240_000,
    interval: 200,
  })
  const { rows } = await get<CasePage>('/cases')
  expect(rows).toHaveLength(CASES)
  expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['ar', 'ckb', 'en']))
  expect(rows.filter(({ status }) => status === 'waiting' || status === 'agent')).toHaveLength(CASES)
  const files = await Promise.all(
    rows.map(({ code }) => get<z.infer<typeof EvidenceList>>(`/cases/${code}/evidence`)),
  )
  expect(files.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(0)
  const linked = await Promise.all(
    rows.map(({ code }) => get<{ readonly links: readonly unknown[] }>(`/cases/${code}`)),
  )
  expect(linked.some(({ links }) => links.length > 0)).toBe(true)

  const gone = once(demo, 'exit')
  // Twice, as it comes from a terminal and from npm.
  demo.kill('SIGINT')
  demo.kill('SIGINT')
  expect((await gone)[0]).toBe(0)
  expect(failed).toBe('')
  expect(existsSync(dir) ? readdirSync(dir).filter((name) => name.startsWith('amin-')) : []).toEqual([])
})
