import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '../../scripts/deploy/rehearse.ts'
import { IN_PAGES, TABLE, thirdPartyTable } from '../../scripts/deploy/third-party.ts'
import { buildProgram, ROOT } from '../build/built.ts'

const base = mkdtempSync(join(tmpdir(), 'amin-release-test-'))
let home: string

beforeAll(() => {
  buildProgram()
  const made = spawnSync(process.execPath, ['scripts/deploy/release.ts', base], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect([made.status, made.stderr]).toEqual([0, ''])
  const [archive = ''] = readdirSync(base)
  expect(archive).toMatch(/^amin-\d+\.\d+\.\d+-\w+-\w+\.tar\.gz$/)
  expect(spawnSync('tar', ['-xzf', join(base, archive), '-C', base]).status).toBe(0)
  home = join(base, archive.replace('.tar.gz', ''))
}, 300_000)
afterAll(() => rmSync(base, { recursive: true, force: true }))

test(
  'a release starts where it is unpacked, as built, and serves both pages',
  { timeout: 120_000 },
  async () => {
    const port = await freePort()
    const env = {
      PATH: process.env['PATH'],
      HOME: base,
      AMIN_DATA: join(base, 'data'),
      AMIN_PORT: String(port),
      AMIN_LOG_LEVEL: 'fatal',
    }
    const child = spawn(process.execPath, ['bots/dist/main.js'], {
      cwd: home,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
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
      const doctor = spawnSync(process.execPath, ['bots/dist/amin.js', 'doctor', '--inside'], {
        cwd: home,
        env,
        encoding: 'utf8',
      })
      expect(doctor).toMatchObject({ status: 0, stderr: '' })
      expect(doctor.stdout).toContain('ok    page: built from the sources that are here')
    } finally {
      child.kill('SIGTERM')
      await gone
    }
    expect(faults).toBe('')
  },
)

test('it holds no package that only development needs, and the licence of each that it holds', () => {
  for (const name of ['vitest', 'typescript', 'vite', 'rolldown', 'playwright-core'])
    expect([name, existsSync(join(home, 'node_modules', name))]).toEqual([name, false])
  const texts = readFileSync(join(home, 'THIRD-PARTY.txt'), 'utf8')
  for (const name of ['fastify', 'sharp', 'better-auth', ...IN_PAGES])
    expect(texts).toMatch(new RegExp(`^${name} \\d`, 'm'))
  expect(texts).toContain('Permission is hereby granted, free of charge')
})

test('the table of third parties in the repository is the one that the lock file gives', () => {
  const table = readFileSync(TABLE, 'utf8')
  expect(table).toBe(thirdPartyTable(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))
  expect(table).not.toContain('not named')
})

test('what the console’s pages are built from is all among them', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly devDependencies: object
  }
  const ui = readdirSync(join(ROOT, 'adapters/console/ui'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!dist\/).*\.(tsx?|css)$/.test(name))
    .map((name) => readFileSync(join(ROOT, 'adapters/console/ui', name), 'utf8'))
  const used = Object.keys(devDependencies).filter((name) =>
    ui.some((text) => new RegExp(`(?:from|import|import\\()\\s*'${name}(?:/[^']*)?'`).test(text)),
  )
  const building = ['vite', '@vitejs/plugin-react']
  expect(used.filter((name) => !building.includes(name) && !IN_PAGES.includes(name))).toEqual([])
})
