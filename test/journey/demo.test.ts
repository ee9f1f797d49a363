import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import type { PictureWords } from '../../adapters/console/contract/evidence.ts'
import type { CaseFile, CasePage, Done, EvidenceList } from '../../adapters/console/contract/index.ts'
import type { MessagePage } from '../../adapters/console/contract/messages.ts'
import type { Me } from '../../adapters/console/contract/people.ts'
import { chatOf } from '../../scripts/demo/chats.ts'
import { freePort } from './amin-process.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

const MAIN = new URL('../../scripts/demo/main.ts', import.meta.url).pathname
/** The fewest of whom each kind of file comes, two have the same picture, and one is under 18. */
const CASES = 7

type Line = {
  readonly ask: (path: string) => Promise<Response>
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body: object) => Promise<T>
}

describe('npm run demo', () => {
  let dir: string
  let url: string
  let demo: ChildProcessByStdio<null, Readable, Readable>
  let said = ''
  let failed = ''
  let roles: readonly string[] = []
  let desk: Line
  let cases: readonly (CaseFile & { readonly files: z.infer<typeof EvidenceList>['evidence'] })[] = []

  const signIn = async (wanted: string): Promise<Line> => {
    const [, email, password] = new RegExp(`^ {2}(\\S+@\\S+) +(\\S+) {2}${wanted}$`, 'm').exec(said) ?? []
    const entered = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    expect(entered.status).toBe(200)
    const cookie = entered.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ')
    const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const headers = { cookie, origin: url, 'x-amin': '1', 'content-type': 'application/json' }
      const answer = await fetch(`${url}/api/v1${path}`, { headers, ...init })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer
    }
    return {
      ask,
      get: async (path) => (await ask(path)).json() as never,
      post: async (path, body) =>
        (await ask(path, { method: 'POST', body: JSON.stringify(body) })).json() as never,
    }
  }

  const look = async (): Promise<typeof cases> => {
    const { rows } = await desk.get<CasePage>('/cases')
    return Promise.all(
      rows.map(async ({ code }) => {
        const { evidence } = await desk.get<z.infer<typeof EvidenceList>>(`/cases/${code}/evidence`)
        const files = evidence.filter(({ kind }) => kind !== 'statement')
        return { ...(await desk.get<CaseFile>(`/cases/${code}`)), files }
      }),
    )
  }

  beforeAll(async () => {
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    dir = mkdtempSync(join(tmpdir(), 'amin-test-demo-'))
    demo = spawn(process.execPath, [MAIN, '--cases', String(CASES), '--port', String(port)], {
      env: { PATH: process.env['PATH'], HOME: dir, TMPDIR: dir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    demo.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    demo.stderr.setEncoding('utf8').on('data', (text: string) => (failed += text))
    await vi.waitFor(() => expect(said).toContain(`${CASES} people have reported`), {
      timeout: 240_000,
      interval: 100,
    })
    roles = [...said.matchAll(/^ {2}\S+@\S+ +\S+ {2}([\w-]+)$/gm)].map(([, role = '']) => role)
    desk = await signIn('supervisor')
    // The last that becomes of a file: it was examined. Whether there is any is for the tests to say.
    cases = await vi.waitFor(
      async () => {
        const all = await look()
        for (const { mime, examined } of all.flatMap(({ files }) => files))
          expect(examined, mime).toBeDefined()
        return all
      },
      { timeout: 120_000, interval: 1_000 },
    )
  })
  afterAll(() => {
    demo.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  })

  test('lets somebody of each role sign in, and says on its pages that nothing is real', async () => {
    expect(new Set(roles)).toEqual(
      new Set(['admin', 'agent', 'minors-desk', 'supervisor', 'analyst', 'network-analyst', 'auditor']),
    )
    for (const role of new Set(roles))
      expect(await (await signIn(role)).get<Me>('/me')).toMatchObject({ role, practice: true })
    expect(await (await fetch(`${url}/chat`)).text()).toContain('class="practice"')
  })

  test('has people who report in three languages, and wait or are spoken with', () => {
    expect(cases).toHaveLength(CASES)
    expect(new Set(cases.map(({ language }) => language))).toEqual(new Set(['ar', 'ckb', 'en']))
    expect(cases.filter(({ status }) => status === 'waiting' || status === 'agent')).toHaveLength(CASES)
  })

  test('has pictures from people of each language, letters and a film, all sealed', () => {
    const typesOf = (wanted: string): ReadonlySet<string | undefined> =>
      new Set(
        cases
          .filter(({ language }) => language === wanted)
          .flatMap(({ files }) => files.map(({ mime }) => mime)),
      )
    expect(typesOf('ar')).toEqual(new Set(['application/pdf', 'image/png', 'image/webp', 'video/webm']))
    expect(typesOf('ckb')).toEqual(new Set(['application/pdf', 'image/jpeg', 'image/png']))
    expect(typesOf('en')).toEqual(new Set(['image/png']))
    for (const { state } of cases.flatMap(({ files }) => files)) expect(state).toBe('sealed')
  })

  test('has a child who offers a picture, of which nothing is taken', async () => {
    const child = cases.find(({ team }) => team === 'minors')
    expect(child?.files).toEqual([])
    const { messages } = await desk.get<MessagePage>(`/cases/${child?.code}/messages`)
    expect(messages.flatMap(({ media }) => media?.state ?? [])).toEqual(['refused'])
  })

  test('has cases that belong together by what was told, and others by a picture that looks the same', async () => {
    expect(cases.some(({ links }) => links.length > 0)).toBe(true)
    await vi.waitFor(
      async () => {
        const [one, other, ...more] = (await look()).filter(({ alike }) => alike.length > 0)
        expect([one?.alike, other?.alike, more]).toEqual([[other?.code], [one?.code], []])
        expect(one?.files[0]?.sha256).not.toBe(other?.files[0]?.sha256)
      },
      { timeout: 30_000, interval: 1_000 },
    )
  })

  test('has screenshots whose words are read: who wrote each, and the account that is named', async () => {
    const drawn = chatOf('group', 'ar').bubbles
    const told = cases.find(({ language, team }) => language === 'ar' && team === 'deepfake')
    const item = `/cases/${told?.code}/evidence/${told?.files[0]?.id}`
    await desk.post(`${item}/reveal`, { reason: 'practice' })
    const { bubbles, codes } = await desk.get<PictureWords>(`${item}/reading`)
    expect(bubbles.map(({ side }) => side)).toEqual(drawn.map(({ own }) => (own ? 'me' : 'them')))
    expect(codes.map(({ value }) => value)).toEqual(['cash_help_77'])
  })

  test('has a report to hand out, with the files of its case', async () => {
    const withLetter = cases.find(({ files }) => files.some(({ mime }) => mime === 'application/pdf'))
    const asked = { reason: 'practice', scope: 'person' }
    const { seq } = await desk.post<Done>(`/cases/${withLetter?.code}/exports`, asked)
    const bundle = await desk.ask(`/cases/${withLetter?.code}/exports/${seq}`)
    const names = Buffer.from(await bundle.arrayBuffer()).toString('latin1')
    expect(names).toContain('data/report.pdf')
    for (const { sha256 = 'none' } of withLetter?.files ?? []) expect(names).toContain(sha256)
  })

  test('complains of nothing, and leaves nothing behind when it is interrupted twice, as by a terminal and by npm', async () => {
    const gone = once(demo, 'exit')
    demo.kill('SIGINT')
    demo.kill('SIGINT')
    expect((await gone)[0]).toBe(0)
    expect(failed).toBe('')
    expect(readdirSync(dir).filter((name) => name.startsWith('amin-'))).toEqual([])
  })
})
