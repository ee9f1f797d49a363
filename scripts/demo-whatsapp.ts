import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { freePort } from './bench/fake-process.ts'

/**
 * `npm run demo:whatsapp`: the whole way on WhatsApp without WhatsApp. A stand-in for its server,
 * the real program with its console, and somebody who writes. Everything lies in a folder that goes
 * with the end of it.
 */
const MAIN = new URL('../bots/main.ts', import.meta.url).pathname
const SERVE = new URL('../test/fakes/whatsapp/serve.ts', import.meta.url).pathname
const EMAIL = 'demo@example.org'
/** Times faster than a person would type. */
const HASTE = 3
const LOOK_MS = 300
/** Nothing more comes after this. */
const QUIET_MS = 2_500
/** For the program to start, the account to be linked, the bot to answer. */
const PATIENCE_MS = 60_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Control = (verb: Readonly<Record<string, unknown>>) => Promise<unknown>
type Fake = { readonly trial: string; readonly control: Control; readonly child: ChildProcess }

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('no output')
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return line
}

const startFake = async (): Promise<Fake> => {
  const child = spawn(process.execPath, [SERVE], { stdio: ['pipe', 'pipe', 'inherit'] })
  const { control, ...server } = JSON.parse(await firstLine(child)) as { readonly control: string }
  return {
    child,
    trial: JSON.stringify({ ...server, haste: HASTE }),
    control: async (verb) => {
      const answer = await fetch(control, { method: 'POST', body: JSON.stringify(verb) })
      if (!answer.ok) throw new Error(`the stand-in refused ${String(verb['do'])}`)
      return answer.json()
    },
  }
}

/** The first thing that is not nothing, within a minute. */
const awaited = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    const found = await look().catch(() => undefined)
    if (found !== undefined) return found
    await pause(LOOK_MS)
  }
  throw new Error(`not within a minute: ${what}`)
}

/** Links the account as an administrator does in the console. */
const link = async (url: string, password: string, control: Control): Promise<void> => {
  await awaited('the program', async () => ((await fetch(`${url}/healthz`)).ok ? true : undefined))
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  const headers = { cookie, origin: url, 'x-amin': '1', 'content-type': 'application/json' }
  type Account = {
    readonly linked?: { readonly status: string }
    readonly pairing?: { readonly qr?: string }
  }
  const account = async (): Promise<Account> =>
    (await (await fetch(`${url}/api/v1/whatsapp`, { headers })).json()) as Account
  await awaited('an account to be linked', async () =>
    (await account()).linked?.status === 'unpaired' ? true : undefined,
  )
  await fetch(`${url}/api/v1/whatsapp/pairing`, { method: 'POST', headers, body: '{"ownNumber":true}' })
  await control({ do: 'scan', qr: await awaited('a QR code', async () => (await account()).pairing?.qr) })
  await awaited('the link', async () => ((await account()).linked?.status === 'connected' ? true : undefined))
}

const makePicture = async (red: number): Promise<string> => {
  const picture = sharp({
    create: { width: 480, height: 800, channels: 3, background: { r: red, g: 110, b: 140 } },
  })
  return (await picture.jpeg().toBuffer()).toString('base64')
}

/**
 * Somebody's phone: writes what is on the list, each after the bot has said what it had to say, and
 * shows both in this terminal.
 */
const play = async (control: Control): Promise<void> => {
  const { person } = (await control({ do: 'person', name: 'V' })) as { readonly person: number }
  let shown = 0
  const listen = async (): Promise<number> => {
    const read = (await control({ do: 'read', person })) as readonly string[]
    const news = read.slice(shown)
    for (const text of news) say(`\n  ${text.replaceAll('\n', '\n  ')}`)
    shown = read.length
    return news.length
  }
  /** Until the other side has been quiet for a while. */
  const hear = async (): Promise<void> => {
    await awaited('an answer', async () => ((await listen()) > 0 ? true : undefined))
    for (let quiet = 0; quiet < QUIET_MS; quiet += LOOK_MS) {
      await pause(LOOK_MS)
      if ((await listen()) > 0) quiet = 0
    }
  }
  const write = async (text: string): Promise<void> => {
    say(`\n> ${text}`)
    await control({ do: 'says', person, text })
    await hear()
  }
  for (const text of [
    'hello',
    '1',
    '1',
    'none',
    '1',
    'A man I met online threatens to publish my pictures if I do not pay him 500 dollars',
  ])
    await write(text)
  say('\n> [two screenshots and a document]')
  for (const red of [90, 190]) await control({ do: 'photo', person, base64: await makePicture(red) })
  const base64 = Buffer.from('%PDF-1.7\nan invoice that nobody owes\n').toString('base64')
  await control({ do: 'document', person, base64, name: 'invoice.pdf', mime: 'application/pdf' })
  await hear()
  say('\nNow take the case over in the console and write; what you write shows here. Ctrl-C ends it.')
  // First it is said that a person came, then the person writes.
  for (let heard = 0, answered = false; ; await pause(LOOK_MS)) {
    heard += await listen()
    if (heard < 2 || answered) continue
    answered = true
    await pause(QUIET_MS)
    say('\n> Thank you. Are you a person?')
    await control({ do: 'says', person, text: 'Thank you. Are you a person?' })
  }
}

const dir = mkdtempSync(join(tmpdir(), 'amin-demo-'))
const children: ChildProcess[] = []
const end = async (code: number): Promise<never> => {
  for (const child of children.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  rmSync(dir, { recursive: true, force: true })
  process.exit(code)
}
let ending = false
const leave = (code: number): void => {
  if (ending) return
  ending = true
  void end(code)
}
process.on('SIGINT', () => leave(0))
process.on('SIGTERM', () => leave(0))

try {
  const fake = await startFake()
  children.push(fake.child)
  const port = process.env['AMIN_PORT'] ?? String(await freePort())
  const password = randomBytes(9).toString('base64url')
  const url = `http://127.0.0.1:${port}`
  const amin = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      AMIN_DATA: dir,
      AMIN_PORT: port,
      AMIN_LOG_LEVEL: 'fatal',
      AMIN_ADMIN_EMAIL: EMAIL,
      AMIN_ADMIN_PASSWORD: password,
      WHATSAPP: 'baileys',
      AMIN_TEST_WHATSAPP: fake.trial,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(amin)
  amin.once('exit', () => leave(1))
  await link(url, password, fake.control)
  say(`Console:  ${url}/`)
  say(`Sign in:  ${EMAIL}  ${password}`)
  say('WhatsApp is linked. Below is the phone of somebody who writes to it; what they write begins with ">".')
  await play(fake.control)
} catch (error) {
  if (!ending) process.stderr.write(`demo: ${error instanceof Error ? error.message : 'it did not work'}\n`)
  leave(1)
}
