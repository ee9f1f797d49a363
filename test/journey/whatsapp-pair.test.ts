import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { startFakeWhatsapp, type FakeWhatsapp } from '../fakes/whatsapp/index.ts'
import { EMAIL, PASSWORD, signIn } from './agent.ts'
import { makeDataDir, startAmin } from './amin-process.ts'
import { pairByConsole, trialOf } from './whatsapp-phone.ts'
import { sameClock } from '../same-clock.ts'
import { builtCommands } from '../build/built.ts'

const AMIN = builtCommands()

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

type Run = {
  readonly out: () => string
  readonly says: (what: RegExp) => Promise<RegExpExecArray>
  readonly interrupt: () => void
  readonly done: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
}

const run = (settings: Readonly<Record<string, string>>, ...args: readonly string[]): Run =>
  pair(settings, '--own-number', ...args)

const pair = (settings: Readonly<Record<string, string>>, ...args: readonly string[]): Run => {
  const child = spawn(process.execPath, [AMIN, 'whatsapp', 'pair', ...args], {
    env: { PATH: process.env['PATH'], HOME: tmpdir(), ...sameClock(), AMIN_LOG_LEVEL: 'trace', ...settings },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  cleanups.push(() => child.kill('SIGKILL'))
  let out = ''
  let err = ''
  let look = (): void => undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    look()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text))
  const done = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (code) => {
      resolve({ code, out, err })
      look()
    }),
  )
  return {
    done,
    out: () => out,
    interrupt: () => child.kill('SIGINT'),
    says: (what) =>
      new Promise((resolve, reject) => {
        void done.then(() => reject(new Error(`it ended without ${what}: ${out}${err}`)))
        look = () => {
          const found = what.exec(out)
          if (found !== null) resolve(found)
        }
        look()
      }),
  }
}

const start = async (): Promise<{
  readonly fake: FakeWhatsapp
  readonly settings: Readonly<Record<string, string>>
}> => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const fake = await startFakeWhatsapp()
  cleanups.push(fake.stop)
  return { fake, settings: { AMIN_DATA: data.dir, WHATSAPP: 'baileys', AMIN_TEST_WHATSAPP: trialOf(fake) } }
}

test('a number is linked only by whoever confirms that nobody uses it for anything else', async () => {
  const { settings } = await start()
  const { code, out, err } = await pair(settings).done
  expect(code).toBe(2)
  expect(`${out}${err}`).toMatch(/Link only a number that nobody uses for anything else/)
})

test(
  'a code typed on the phone links the account from the terminal; the program then is connected, and pairing again says so',
  { timeout: 120_000 },
  async () => {
    const { fake, settings } = await start()
    const pairing = run(settings, '--phone', '+964 770 000 0000')
    const [, first = '', last = ''] = await pairing.says(/^(\w{4})-(\w{4})$/m)
    await fake.phone.enter(`${first}${last}`)
    const { code, err } = await pairing.done
    expect(err).toContain('Linked. Start Amin now.')
    expect(code).toBe(0)
    // Neither the code nor the number is in what was logged.
    for (const secret of [first + last, '9647700000000', '7700000000']) expect(err).not.toContain(secret)

    const again = await run(settings).done
    expect(again.err).toContain('linked already')
    expect(again.code).toBe(1)

    const amin = await startAmin({ ...settings, AMIN_ADMIN_EMAIL: EMAIL, AMIN_ADMIN_PASSWORD: PASSWORD })
    cleanups.push(amin.kill)
    await amin.says(/Console/)
    await fake.until(fake.online, 'online')
    const beside = await run(settings).done
    expect(beside.err).toContain('another process has the account')
    expect(beside.code).toBe(1)

    // In the console: cut off from the phone, then linked to it again.
    const agent = await signIn(amin.url)
    expect((await agent.post('/whatsapp/unlink')).status).toBe(200)
    await pairByConsole(agent, fake)
    await fake.until(fake.online, 'online again')
    expect(await amin.stop()).toBe(0)
  },
)

test(
  'a QR code is drawn in the terminal; who changes their mind leaves nothing behind',
  { timeout: 60_000 },
  async () => {
    const { settings } = await start()
    const pairing = run(settings)
    await pairing.says(/[▀▄█]{3}/)
    const lines = pairing.out().trimEnd().split('\n')
    const widths = new Set(lines.map((line) => stripVTControlCharacters(line).length))
    expect(widths.size).toBe(1)
    expect([...widths][0]).toBeGreaterThan(50)
    pairing.interrupt()
    const { code, err } = await pairing.done
    expect(err).toContain('given up')
    expect(code).toBe(1)
  },
)

test.each([
  [{ WHATSAPP: 'off' }, [], 'set WHATSAPP to baileys'],
  [{ WHATSAPP: 'baileys' }, ['--phone', 'abc'], '--phone is the number'],
  [{ WHATSAPP: 'baileys' }, ['now'], 'one word too many'],
  [{ WHATSAPP: 'cloud' }, [], 'WHATSAPP_CLOUD_APP_SECRET is needed'],
  [{ WHATSAPP: 'signal' }, [], 'WHATSAPP must be off, baileys or cloud'],
])('wrong use (%j %j) is refused in one line', async (settings, args, says) => {
  const data = makeDataDir()
  cleanups.push(data.remove)
  const { code, err } = await run({ AMIN_DATA: data.dir, ...settings }, ...args).done
  expect(err).toContain(says)
  expect(code).toBe(2)
})
