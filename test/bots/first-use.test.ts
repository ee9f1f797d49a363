import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { startAmin } from '../journey/amin-process.ts'

vi.setConfig({ testTimeout: 120_000 })

const MAIN = new URL('../../bots/main.ts', import.meta.url).pathname
const AMIN = new URL('../../scripts/amin.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'amin-first-use-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes the names of all packages that a process loaded, when it ends. */
const watched = (file: string): readonly string[] => {
  const code = `
    import { registerHooks } from 'node:module'
    import { writeFileSync } from 'node:fs'
    const names = new Set()
    registerHooks({
      load: (url, context, next) => {
        const found = url.match(/.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//)
        if (found !== null) names.add(found[1])
        return next(url, context)
      },
    })
    process.on('exit', () => writeFileSync(${JSON.stringify(file)}, [...names].join('\\n')))`
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
}
const loaded = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n')

/** What reads files, typesets, keeps cases on a server, or talks to a platform that is not switched on. */
const LATER = [
  '@contentauth/c2pa-wasm',
  '@myriaddreamin/typst-ts-node-compiler',
  '@whiskeysockets/baileys',
  'exifr',
  'exiftool-vendored.pl',
  'file-type',
  'grammy',
  'heic-decode',
  'mongodb',
  'mongoose',
  'mupdf',
  'node-fetch',
  'pkijs',
  'sharp',
  'web-push',
]
/** What serves pages and signs people in. */
const SERVING = ['better-auth', 'fastify', 'kysely', '@simplewebauthn/server', '@fastify/swagger']
const both = (file: string, names: readonly string[]): readonly string[] =>
  loaded(file).filter((name) => names.includes(name))

test('with the web chat alone a start loads nothing that reads files, typesets, or talks to another platform or a server', async () => {
  const file = join(folder, 'start')
  const amin = await startAmin({ AMIN_DATA: join(folder, 'data') }, [...watched(file), MAIN])
  await amin.says(/Console:/)
  expect(await amin.stop()).toBe(0)
  expect(loaded(file)).toContain('fastify')
  expect(both(file, LATER)).toEqual([])
})

test.each(['case list', 'help', 'checkpoint key'])(
  'amin %s loads neither those nor what serves pages and signs people in',
  (command) => {
    const file = join(folder, command)
    const { status } = spawnSync(process.execPath, [...watched(file), AMIN, ...command.split(' ')], {
      env: { PATH: process.env['PATH'], AMIN_DATA: join(folder, 'data') },
    })
    expect(status).toBe(0)
    expect(loaded(file)).toContain('zod')
    expect(both(file, [...LATER, ...SERVING])).toEqual([])
  },
)
