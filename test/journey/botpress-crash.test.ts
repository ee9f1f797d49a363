import { expect, test, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import type { Fault } from '../fakes/botpress/faults.ts'
import { startFakeBotpress } from '../fakes/botpress/index.ts'
import type { FakePerson } from '../fakes/botpress/person.ts'
import { EMAIL, PASSWORD, signIn } from './agent.ts'
import { freePort, makeDataDir, startAmin } from './amin-process.ts'
import { makeBotKey, settingsOf } from './botpress-amin.ts'
import { windDown } from './wind-down.ts'

/** Few by default, so that the suite stays short; AMIN_TEST_BOTPRESS=200/5000 is the full promise. */
const [KILLS = 3, MESSAGES = 40] = (process.env['AMIN_TEST_BOTPRESS'] ?? '')
  .split('/')
  .filter(Boolean)
  .map(Number)
const PEOPLE = Math.min(50, Math.ceil(MESSAGES / 10))
/**
 * Longer than words wait for more of them; who waits for people is called for again and again,
 * later than that.
 */
const QUIET_MS = 4_000
const SEED = 20_261_128
const FAULTS: readonly Fault[] = ['lost', 'reset', 'gateway', 'internal']

const seeded = (start: number) => {
  let seed = start
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
}

/**
 * What each case kept against what its person wrote, and what its person read against what the case
 * says that was said.
 */
const tally = async (foundation: Foundation, people: readonly FakePerson[]) => {
  const sum = {
    cases: 0,
    heard: 0,
    lost: 0,
    doubled: 0,
    disordered: 0,
    said: 0,
    byAgents: 0,
    repliesLost: 0,
    repliesDoubled: 0,
    repliesDisordered: 0,
  }
  /** Said by Amin and read by the person, where the two are not the same. */
  const apart: unknown[] = []
  const { rows } = await foundation.desk.list({}, { limit: 200 })
  for (const row of rows) {
    const book = await foundation.desk.open(row.code)
    if (typeof book !== 'object') continue
    const person = people.find((one) => book.state.address?.chat.endsWith(`/${one.user() ?? '-'}`) === true)
    if (person === undefined) continue
    sum.cases += 1
    const wrote = person.said.map(({ payload }) => String(payload['text']))
    const heard = book.lines.flatMap((line) =>
      line.from === 'person' && line.message.body.kind === 'text' ? [line.message.body.text] : [],
    )
    sum.heard += heard.length
    sum.lost += wrote.filter((text) => !heard.some((one) => one === text)).length
    sum.doubled += heard.length - new Set(heard).size
    if (heard.join('\n') !== wrote.join('\n')) sum.disordered += 1
    // What our bot had not said yet when somebody took the case over is not said any more.
    const isSilenced = (line: { readonly seq: number; readonly row: number }): boolean =>
      book.state.hands.status === 'agent' && book.delivery.get(`${line.seq}.${line.row}`) === 'refused'
    const said = book.lines.flatMap((line) =>
      line.from === 'agent' || (line.from === 'bot' && !isSilenced(line)) ? [line.text] : [],
    )
    sum.byAgents += book.lines.filter(({ from }) => from === 'agent').length
    const read = person.screen.flatMap(({ from, text }) => (from === 'agent' ? [text] : []))
    sum.said += said.length
    sum.repliesLost += Math.max(0, said.length - read.length)
    sum.repliesDoubled += Math.max(0, read.length - said.length)
    if (said.join('\n') !== read.join('\n')) {
      sum.repliesDisordered += 1
      const told = book.lines.flatMap((line) =>
        line.from === 'agent' || line.from === 'bot'
          ? [`${line.from} ${book.delivery.get(`${line.seq}.${line.row}`) ?? '-'}: ${line.text.slice(0, 60)}`]
          : [],
      )
      apart.push({ hands: book.state.hands.status, told, read: read.map((text) => text.slice(0, 60)) })
    }
  }
  const faults: string[] = []
  for await (const fault of verifyStore(foundation.ports)) faults.push(describeFault(fault))
  return { ...sum, faults, apart }
}

const CASES_TAKEN = 2

/** Asks until it is given: the server dies again and again meanwhile. */
const until = async <T>(ask: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const given = await ask().catch(() => undefined)
    if (given !== undefined) return given
    await new Promise((resolve) => void setTimeout(resolve, 50))
  }
}

/**
 * An agent who takes cases and says a line in each whenever they are asked to; each is asked for
 * under a key of its own until it was taken.
 */
const makeSpeaker = (url: string): ((line: number) => Promise<void>) => {
  type Row = { readonly code: string; readonly status: string; readonly version: number }
  const take = async () => {
    const agent = await until(() => signIn(url))
    const rows = await until(async () => {
      const page = await agent.get<{ readonly rows: readonly Row[] }>('/cases')
      return page.rows.length < CASES_TAKEN ? undefined : page.rows.slice(0, CASES_TAKEN)
    })
    for (const { code } of rows)
      await until(async () => {
        await agent.post(`/cases/${code}/claim`)
        return (await agent.get<Row>(`/cases/${code}`)).status === 'agent' ? true : undefined
      })
    return { agent, codes: rows.map(({ code }) => code) }
  }
  const taken = take()
  return async (line) => {
    const { agent, codes } = await taken
    for (const code of codes)
      await until(async () => {
        const { version } = await agent.get<Row>(`/cases/${code}`)
        const words = { text: `line ${line} of the agent`, expectedVersion: version }
        const key = { 'idempotency-key': `${code}-${line}` }
        return (await agent.post(`/cases/${code}/messages`, words, key)).ok ? true : undefined
      })
  }
}

test(
  `${KILLS} kills at random points over ${MESSAGES} messages that a Botpress bot hands on, with an agent speaking meanwhile and the platform failing as well, lose, double and disorder nothing, and every chain holds`,
  { timeout: 5_400_000 },
  async () => {
    const random = seeded(SEED)
    const data = makeDataDir()
    const fake = await startFakeBotpress()
    const port = await freePort()
    const settings: Readonly<Record<string, string>> = {
      ...settingsOf(fake, data.dir, port),
      AMIN_ROLES: 'console,botpress,worker',
      AMIN_ADMIN_EMAIL: EMAIL,
      AMIN_ADMIN_PASSWORD: PASSWORD,
      AMIN_LOG_LEVEL: 'error',
    }
    const first = await startAmin(settings)
    await first.says(/Console/)
    const bots = await Promise.all(
      ['one', 'two', 'three', 'four', 'five'].map(async (name) =>
        fake.bot(`bot-${name}`, await makeBotKey(settings, name)),
      ),
    )
    await first.kill()
    fake.url = `http://127.0.0.1:${port}/botpress/${settings['BOTPRESS_PATH_KEY']}`
    fake.api.chance = () => (random() < 0.02 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined)
    for (const bot of bots) {
      bot.settings.textsAreOurs = true
      bot.texts = { ...bot.texts, handoff: 'NULL', assigned: 'NULL' }
      // Now and then the platform tells twice what was taken.
      bot.twice = bot.id === 'bot-two'
    }
    const people = Array.from({ length: PEOPLE }, (_, n) => bots[n % bots.length]!.person(`Person ${n}`))
    let pushed = 0
    let taken = 0
    /** One after the other in a chat, as somebody writes; the platform repeats each until it is taken. */
    const lines = people.map((person) => ({ person, last: person.handOver() as Promise<unknown> }))
    const write = (count: number): void => {
      for (let i = 0; i < count && pushed < MESSAGES; i += 1) {
        const line = lines[Math.floor(random() * lines.length)]!
        const text = pushed % 2 === 0 ? `message ${pushed} of this night` : `help ${pushed}`
        line.last = line.last.then(() => line.person.says(text)).then(() => (taken += 1))
        pushed += 1
      }
    }
    let foundation: Foundation | undefined
    let amin = await startAmin(settings)
    const speak = makeSpeaker(amin.url)
    const spoken: Promise<void>[] = []
    try {
      for (let kills = 0; kills < KILLS; kills += 1) {
        await amin.says(/Console/)
        write(Math.ceil(MESSAGES / KILLS))
        const target = Math.min(pushed, taken + Math.floor(random() * 25))
        await vi.waitFor(() => expect(taken).toBeGreaterThanOrEqual(target), { timeout: 60_000, interval: 5 })
        // One line of the agent is on its way at each kill, and no two.
        await spoken.at(-1)
        spoken.push(speak(kills))
        await new Promise((resolve) => void setTimeout(resolve, random() * 80))
        await amin.kill()
        amin = await startAmin(settings)
      }
      await amin.says(/Console/)
      write(MESSAGES)
      await Promise.all(lines.map(({ last }) => last))
      await Promise.all(spoken)
      fake.api.chance = () => undefined
      foundation = await openFoundation(readConfig(settings) as Config, makeMemoryLog())
      await windDown(foundation, amin, async () => (amin = await startAmin(settings)), {
        quietMs: QUIET_MS,
        timeout: 120_000,
      })
      const report = await tally(foundation, people)
      process.stdout.write(
        `${JSON.stringify({ test: 'botpress-crash', kills: KILLS, messages: pushed, ...report })}\n`,
      )
      expect(report).toMatchObject({
        cases: PEOPLE,
        lost: 0,
        doubled: 0,
        disordered: 0,
        repliesLost: 0,
        repliesDoubled: 0,
        repliesDisordered: 0,
        byAgents: CASES_TAKEN * KILLS,
        faults: [],
      })
      expect(report.heard).toBe(MESSAGES)
      expect(report.said).toBeGreaterThan(PEOPLE)
    } finally {
      await foundation?.close()
      await amin.kill()
      await fake.stop()
      data.remove()
    }
  },
)
