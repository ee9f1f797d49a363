import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readAssets } from '../../adapters/channels/webchat/assets.ts'
import { BUILD, ROOT } from '../build/built.ts'
import { EMAIL, PASSWORD, signIn } from './agent.ts'
import { makeDataDir, startAmin, type AminProcess } from './amin-process.ts'
import { reachStory } from './first-questions.ts'
import { enterChat } from './web-person.ts'

/*
 * The built program (bots/dist): the server and `amin`, each in a process of its own, with every
 * process that they start. Built anew where what lies there is of other sources.
 */
vi.setConfig({ testTimeout: 180_000 })

const data = makeDataDir()
const away = mkdtempSync(join(tmpdir(), 'amin-built-away-'))
let server: AminProcess

const env = { PATH: process.env['PATH'], HOME: away, AMIN_DATA: data.dir, AMIN_LOG_LEVEL: 'fatal' }
const amin = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(BUILD, 'amin.js'), ...args], { env, encoding: 'utf8' })

beforeAll(async () => {
  server = await startAmin({ AMIN_DATA: data.dir, AMIN_ADMIN_EMAIL: EMAIL, AMIN_ADMIN_PASSWORD: PASSWORD })
  await server.says(/Console:/)
}, 180_000)
afterAll(async () => {
  await server.stop()
  data.remove()
  rmSync(away, { recursive: true, force: true })
})

const noise = async (side: number): Promise<Buffer> => {
  const pixels = Buffer.from(Array.from({ length: side * side * 3 }, (_, at) => (at * 7919) % 251))
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .jpeg()
    .toBuffer()
}

test('somebody tells their story and sends a picture: it is looked at, shown small, and leaves in a bundle with its report', async () => {
  const person = enterChat(server.url, 'en')
  await person.says('hello')
  await reachStory(person, 'en')
  await person.says('he wants money or he shows my pictures to my father')
  await person.sendsPicture(await noise(256))

  const agent = await signIn(server.url)
  const code = await agent.onlyCase()
  // The small one by the process that makes views, what it is by the one that examines files.
  await vi.waitFor(
    async () => {
      const found = (await agent.evidence(code)).filter(({ kind }) => kind === 'photo')
      expect(found).toMatchObject([{ preview: 'ready', examined: { type: { found: 'found' } } }])
    },
    { timeout: 60_000, interval: 200 },
  )

  const file = join(away, 'bundle.zip')
  expect(amin('export', code, '--out', file, '--scope', 'person')).toMatchObject({ status: 0 })
  expect(amin('verify', file)).toMatchObject({ status: 0 })
  const listed = spawnSync('unzip', ['-Z1', file], { encoding: 'utf8' }).stdout.split('\n')
  expect(listed.filter((name) => /report.*\.pdf$/.test(name))).not.toEqual([])
})

test('its chat page is the one of the sources, byte for byte', async () => {
  const asset = readAssets().get('app.js')
  const answer = await fetch(`${server.url}/chat/assets/now/app.js`, {
    headers: { 'accept-encoding': 'identity' },
  })
  expect(answer.headers.get('etag')).toBe(asset?.etag)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(asset?.plain)
})

describe('beside other sources than its own', () => {
  const other = join(away, 'other')
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, { env, cwd: other, encoding: 'utf8' })

  beforeAll(() => {
    mkdirSync(join(other, 'bots'), { recursive: true })
    for (const name of ['core', 'adapters', 'scripts', 'node_modules', 'package.json', 'package-lock.json'])
      symlinkSync(join(ROOT, name), join(other, name))
    for (const name of readdirSync(join(ROOT, 'bots')).filter((name) => !name.startsWith('dist')))
      cpSync(join(ROOT, 'bots', name), join(other, 'bots', name), { recursive: true })
    cpSync(BUILD, join(other, 'bots/dist'), { recursive: true })
  })

  test('it runs as long as they are the same', () => {
    expect(run('bots/dist/amin.js', '--version')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^amin \d/),
    })
  })

  test('it says what to do once one differs, and the sources do the work', () => {
    appendFileSync(join(other, 'bots/config.ts'), '// changed\n')
    expect(run('bots/dist/amin.js', '--version')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^amin \d/),
      stderr: expect.stringContaining('older than its sources'),
    })
  })

  test('where nothing is built the sources run, and that is said', () => {
    rmSync(join(other, 'bots/dist'), { recursive: true })
    const { status, stdout, stderr } = spawnSync('sh', ['scripts/run', 'amin', '--version'], {
      env,
      cwd: other,
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^amin \d/)])
    expect(stderr).toContain('npm run build')
  })
})
