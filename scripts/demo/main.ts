import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { filesOf } from './files.ts'
import { makePerson, type Person } from './person.ts'
import { storyOf } from './stories.ts'
import { inviteTeam, makePassword, openDesk, type Account } from './team.ts'

/**
 * `npm run demo`: the whole product on practice data. The real program on a folder that goes with
 * the end of it, a team with somebody of each role, and invented people who report by the web chat,
 * answer the bot, send screenshots, letters and recordings, and go on writing.
 */
const MAIN = new URL('../../bots/main.ts', import.meta.url).pathname
const USAGE = `usage: npm run demo -- [--cases 60] [--port 8080]
  --cases  how many people report
  --port   where console and web chat are served`

/** How many write at the same time at first. */
const AT_ONCE = 16
/** Every so often somebody writes another line, or somebody new comes. */
const NEXT_MS = 15_000
/** Of so many cases one is taken over by somebody of the team. */
const TAKEN_OF = 6
const ADMIN = 'admin@demo.example'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const readOptions = (): { readonly cases: number; readonly port: string } => {
  try {
    const { values } = parseArgs({
      options: {
        cases: { type: 'string', default: '60' },
        port: { type: 'string', default: process.env['AMIN_PORT'] ?? '8080' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (!values.help && /^\d{1,4}$/.test(values.cases) && /^\d{1,5}$/.test(values.port))
      return { cases: Number(values.cases), port: values.port }
    say(USAGE)
    return process.exit(values.help ? 0 : 2)
  } catch (error) {
    process.stderr.write(`demo: ${error instanceof Error ? error.message : 'wrong use'}\n${USAGE}\n`)
    return process.exit(2)
  }
}

/**
 * What the agency states about itself: the pages say that it is practice, and nobody is slowed for
 * coming in a crowd.
 */
const OPERATOR = {
  practice: true,
  organisation: { name: { ar: 'جهة للتدريب', ckb: 'دەزگای ڕاهێنان', en: 'Practice agency' }, kind: 'other' },
  newConversations: { burst: 10_000, perMinute: 10_000 },
}

const { cases, port } = readOptions()
const url = `http://127.0.0.1:${port}`
const dir = mkdtempSync(join(tmpdir(), 'amin-demo-'))
let program: ChildProcess | undefined
const ending = new AbortController()

const leave = async (code: number): Promise<void> => {
  if (ending.signal.aborted) return
  ending.abort()
  if (program !== undefined && program.exitCode === null && program.signalCode === null) {
    const gone = once(program, 'exit')
    program.kill('SIGTERM')
    await gone
  }
  rmSync(dir, { recursive: true, force: true })
  process.exit(code)
}
// A terminal tells all of us, and npm may tell us again: what is thrown away goes all the same.
process.on('SIGINT', () => void leave(0))
process.on('SIGTERM', () => void leave(0))

/**
 * Pictures are drawn with the letters that Amin ships, whatever this machine has: fontconfig reads
 * where they are when the first word is drawn.
 */
const shipFonts = (): void => {
  const fonts = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/'))
  const file = join(dir, 'fonts.conf')
  writeFileSync(
    file,
    `<fontconfig><dir>${fonts}</dir><cachedir>${join(dir, 'fonts')}</cachedir></fontconfig>`,
  )
  process.env['FONTCONFIG_FILE'] = file
}

const start = async (password: string): Promise<void> => {
  const operatorFile = join(dir, 'operator.json')
  writeFileSync(operatorFile, JSON.stringify(OPERATOR))
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      AMIN_DATA: join(dir, 'data'),
      AMIN_PORT: port,
      AMIN_LOG_LEVEL: 'error',
      AMIN_OPERATOR_FILE: operatorFile,
      AMIN_ADMIN_EMAIL: ADMIN,
      AMIN_ADMIN_PASSWORD: password,
      // Each of the people comes from an address of their own.
      AMIN_PROXY: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  program = child
  const isReady = (): Promise<boolean> =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error('Amin did not start; the line above says why')
    await pause(100)
  }
  child.once('exit', () => void leave(1))
}

const introduce = (accounts: readonly Account[]): void => {
  say(`Web chat: ${url}/chat`)
  say(`Console:  ${url}/`)
  say('Sign in as one of these; the passwords are of this run alone:')
  const width = Math.max(...accounts.map(({ email }) => email.length))
  for (const { email, password, role } of accounts) say(`  ${email.padEnd(width)}  ${password}  ${role}`)
  say('Nothing here is real, and all of it goes with Ctrl C.')
}

const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`

const people: Person[] = []
/** Somebody new comes, and reports. */
const arrive = async (n: number): Promise<void> => {
  const story = storyOf(n)
  const person = makePerson({ url, story, from: addressOf(n + 1), files: await filesOf(story, n) })
  await person.report()
  people.push(person)
}

/** A line that did not come through in a demonstration ends nothing. */
const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!ending.signal.aborted)
      process.stderr.write(`demo: ${what}: ${error instanceof Error ? error.message : 'it did not work'}\n`)
  }
}

try {
  shipFonts()
  const password = makePassword()
  await start(password)
  const accounts = await inviteTeam(url, { email: ADMIN, password })
  introduce(accounts)
  const [, first] = accounts
  if (first === undefined) throw new Error('there is nobody to answer')
  const desk = await openDesk(url, first)

  let next = 0
  const work = async (): Promise<void> => {
    for (let n = next++; n < cases && !ending.signal.aborted; n = next++) {
      await attempt('somebody could not report', () => arrive(n))
      if (n % TAKEN_OF === 1) await attempt('a case could not be taken over', desk.takeOne)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  say(`${people.length} people have reported. They go on writing, and now and then somebody new comes.`)
  for (let turn = 0; !ending.signal.aborted; turn += 1) {
    await pause(NEXT_MS)
    const person = people[turn % people.length]
    if (turn % 4 === 3 || person === undefined)
      await attempt('somebody could not report', () => arrive(cases + turn))
    else await attempt('somebody could not write', person.goOn)
    for (const each of people) await attempt('somebody could not answer', each.confirm)
  }
} catch (error) {
  if (!ending.signal.aborted)
    process.stderr.write(`demo: ${error instanceof Error ? error.message : 'it did not work'}\n`)
  await leave(1)
}
