import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { BENCHES } from '../../scripts/bench/benches.ts'
import type { Person } from '../../scripts/bench/people/person.ts'
import { drawChat } from '../adapters/ocr/chats.ts'
import { mongoAvailable } from '../build/ferretdb.ts'
import { useMongo } from '../build/mongo-server.ts'
import { CHROMIUM } from '../chromium.ts'
import { eventually } from '../patience.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'amin-bench-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const mongo = useMongo()

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** As `npm run bench` is called. What was compiled for one bench is there for the next. */
const bench = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const cache = join(folder, 'compiled')
    execFile(
      process.execPath,
      ['scripts/bench/main.ts', ...words],
      { cwd: root, env: { ...process.env, TMPDIR: folder, NODE_COMPILE_CACHE: cache, ...env } },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })

const folderOf = (name: string, files: Readonly<Record<string, string | Uint8Array>>): string => {
  const dir = join(folder, name)
  mkdirSync(dir)
  for (const [file, content] of Object.entries(files)) writeFileSync(join(dir, file), content)
  return dir
}

const person: Person = {
  id: 'one',
  language: 'en',
  form: 'en',
  style: 'all-at-once',
  opening: [['I am 24. @haider_love_77 has my photos and wants 500 dollars']],
  facts: { age: 24 },
  answers: {},
  expects: 'report',
}

/** Tiny files for the benches that ask for some. */
const makeFiles = async (): Promise<Readonly<Record<string, string>>> => ({
  people: folderOf('people', { 'one.json': JSON.stringify(person) }),
  questions: folderOf('questions', {
    'questions.jsonl': `${JSON.stringify({ language: 'en', text: 'How do I report an account on Instagram?', topic: 'report-account-instagram' })}\n`,
  }),
  reading: folderOf('reading', {
    'chat.png': await drawChat('Unknown', [{ own: false, text: 'send it' }], {
      rightToLeft: false,
      dark: false,
    }),
    'chat.json': JSON.stringify({
      header: { ids: [] },
      bubbles: [{ side: 'them', lang: 'en', text: 'send it', ids: [] }],
    }),
  }),
})

test('every bench runs at its smallest size, prints lines of figures that say so, and nothing else', async () => {
  const here: Readonly<Record<string, boolean>> = {
    'store-mongo': process.env['CI'] !== undefined || mongoAvailable(),
    console: process.env['CI'] !== undefined || existsSync(CHROMIUM),
  }
  const names = Object.keys(BENCHES).filter((name) => here[name] !== false)
  const files = await makeFiles()
  const plain = names.filter((name) => BENCHES[name]?.asks === undefined)
  const env = plain.includes('store-mongo') ? { AMIN_TEST_MONGODB_URI: (await mongo()).uri() } : {}
  // Two side by side, since some wait: each takes every other one.
  const lanes = await Promise.all([
    bench(['--smallest', ...plain.filter((_, n) => n % 2 === 0)], env),
    bench(['--smallest', ...plain.filter((_, n) => n % 2 === 1)], env),
  ])
  const asking = await Promise.all(
    Object.entries(files).map(([name, dir]) => bench(['--smallest', name, '--dir', dir])),
  )
  const ended = [...lanes, ...asking]
  for (const { code, stderr } of ended) expect(code, stderr).toBe(0)
  const lines = ended
    .flatMap(({ stdout }) => stdout.trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  for (const line of lines) {
    expect(line).toMatchObject({ bench: expect.any(String), smallest: true })
    expect(line).not.toHaveProperty('holds')
    expect(line).not.toHaveProperty('ok')
  }
  expect(new Set(lines.map((line) => line['bench']))).toEqual(new Set(names))
}, 600_000)

/** Processes that were started with our temporary folder, and so by a bench of this test. */
const left = (): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'latin1').includes(folder)
    } catch {
      return false
    }
  })

test('a bench that is not done in time is stopped with all that it started, and the part in which it hung is named', async () => {
  const { code, stderr, stdout } = await bench(['events', '--limit', '2'])
  expect(code).toBe(1)
  expect(stdout).toBe('')
  const told = [...stderr.matchAll(/^bench events, \d+ s: (.+)$/gm)].map(([, part]) => part)
  const hung = /^bench: events is not done after 2 s; it hung for \d+ s in: (.+)$/m.exec(stderr)?.[1]
  expect(hung).toBe(told.at(-1) ?? 'its start')
  await eventually(() => expect(left()).toEqual([]))
  expect(readdirSync(folder).filter((name) => name.startsWith('amin-bench-'))).toEqual([])
})

test('a bench that fails is named with its part, and the next one runs all the same', async () => {
  const dir = folderOf('broken', { 'questions.jsonl': 'no JSON' })
  const { code, stderr, stdout } = await bench(['--smallest', 'questions', 'reading', '--dir', dir])
  expect(code).toBe(1)
  expect(stderr).toContain('bench: questions failed (1) in: its start')
  expect(stdout).toMatch(/^{"bench":"reading","pictures":0,[^\n]+}\n$/)
})
