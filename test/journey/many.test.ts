import { mongo } from 'mongoose'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import type { CaseBook } from '../../core/services/desk/desk.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import type { CaseCode } from '../../core/base/ids.ts'
import { rehearse, type Actor, type Rehearsal } from '../../scripts/deploy/rehearse.ts'
import { buildProgram } from '../build/built.ts'
import { guardMongo } from '../build/mongo-guard.ts'
import { startMongo, type MongoServer } from '../build/mongo-server.ts'
import { enterChat } from './web-person.ts'
import { reachStory } from './first-questions.ts'
import { startFakeTelegram, type FakeTelegram } from '../fakes/telegram/index.ts'

/**
 * Messages; a tenth as many chats, a twentieth as many races of two agents. The figures of the
 * promise are 20,000, 2,000 and 1,000.
 */
const MESSAGES = Number(process.env['AMIN_TEST_MANY'] ?? 200)
const CHATS = Math.ceil(MESSAGES / 10)
const RACES = Math.ceil(MESSAGES / 20)
/**
 * From here on processes are killed for as long as there is work, pollers too; a dead sender's
 * claims end after two minutes.
 */
const LONG = 5_000
/** Written at once, and about as much may wait. */
const AT_ONCE = 100
/** Of one person, so that several workers have to do with one case. */
const PICTURES = 6
const SEED = 20_261_124
/** A server that does ten messages a second is slow and not broken. */
const PATIENCE = { timeout: Math.max(700_000, MESSAGES * 120), interval: 250 } as const

const seeded = (start: number) => {
  let seed = start
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
}
const random = seeded(SEED)
const aMoment = (most: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, random() * most))
const some = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!

let server: MongoServer
let guard: ReturnType<typeof guardMongo>
let uri: string
let fake: FakeTelegram
let stage: Rehearsal
let foundation: Foundation

const nameOf = (address: string): string => new URL(address).pathname.slice(1)

const dropDatabases = async (): Promise<void> => {
  const client = new mongo.MongoClient(uri)
  for (const name of [nameOf(uri), `${nameOf(uri)}_keys`]) await client.db(name).dropDatabase()
  await client.close()
}

const actor = (name: string): Actor => {
  const found = stage.actors.find((one) => one.name === name)
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}

const readiness = async (
  url: string,
): Promise<{ readonly status: number; readonly parts: Readonly<Record<string, string>> }> => {
  const answer = await fetch(`${url}/readyz`)
  return {
    status: answer.status,
    parts: ((await answer.json()) as { readonly parts: Record<string, string> }).parts,
  }
}

type Session = {
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, body?: unknown) => Promise<Response>
}

/** A browser of an agent as the proxy passes it on. */
const browse = (url: string, cookie?: string): Session => {
  const headers = {
    'content-type': 'application/json',
    'x-amin': '1',
    'x-forwarded-for': '192.0.2.7',
    'x-forwarded-proto': 'https',
    origin: stage.publicUrl,
    ...(cookie === undefined ? {} : { cookie }),
  }
  return {
    get: (path) => fetch(url + path, { headers }),
    post: (path, body = {}) => fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) }),
  }
}

/** A request is made again for as long as the server says that it cannot at the moment. */
const answered = (ask: () => Promise<Response>): Promise<Response> =>
  vi.waitFor(async () => {
    const answer = await ask()
    expect(answer.status).toBeLessThan(500)
    return answer
  }, PATIENCE)

const signIn = async (url: string, email: string, password: string): Promise<Session> => {
  const answer = await answered(() => browse(url).post('/api/auth/sign-in/email', { email, password }))
  expect(answer.status).toBe(200)
  return browse(
    url,
    answer.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; '),
  )
}

/** The first administrator at one console, and somebody whom they invited at the other. */
const twoAgents = async (): Promise<readonly [Session, Session]> => {
  const [one, two] = stage.of('console').map(({ url }) => url ?? '')
  const first = await signIn(one!, stage.admin.email, stage.admin.password)
  const email = `second${Math.floor(random() * 1e9)}@example.org`
  const invited = (await (
    await first.post('/api/v1/agents', { email, name: 'Second', role: 'agent', teams: null })
  ).json()) as {
    readonly link: string
  }
  const joined = await browse(two!).post('/api/v1/invitations/accept', {
    token: invited.link.split('#')[1],
    password: stage.admin.password,
  })
  expect(joined.status).toBeLessThan(300)
  return [first, await signIn(two!, email, stage.admin.password)]
}

const codes = async (): Promise<readonly CaseCode[]> => {
  const found: CaseCode[] = []
  let cursor: string | undefined
  do {
    const page = await foundation.desk.list({}, { limit: 200, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.rows.map(({ code }) => code))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

const open = async (code: CaseCode): Promise<CaseBook> => {
  const book = await foundation.desk.open(code)
  if (typeof book !== 'object') throw new Error('a case does not open')
  return book
}

/** Everything that was written is in a case, and everything that is to be said is said. */
const drained = (): Promise<void> =>
  vi.waitFor(async () => {
    const { inbox, outbox } = foundation.ports.store
    const depths = await Promise.all([inbox.depth(), outbox.depth()])
    expect([fake.queue.pending(), ...depths.map((depth) => depth.waiting)]).toEqual([0, 0, 0])
  }, PATIENCE)

/**
 * `sent` against `meant`: how often something came again, how much never came, and whether first
 * comings kept the order.
 */
const compare = (
  meant: readonly string[],
  sent: readonly string[],
): { repeats: number; lost: number; disordered: number } => {
  let at = 0
  let repeats = 0
  let disordered = 0
  for (const text of sent) {
    if (text === meant[at]) at += 1
    else if (text === meant[at - 1]) repeats += 1
    else disordered += 1
  }
  return { repeats, lost: meant.length - at, disordered }
}

const tally = async (written: ReadonlyMap<number, readonly string[]>) => {
  const sum = {
    cases: 0,
    lost: 0,
    twice: 0,
    disordered: 0,
    replies: 0,
    repliesLost: 0,
    repliesDisordered: 0,
    repliesRepeated: 0,
  }
  const met = new Set<number>()
  for (const code of await codes()) {
    const book = await open(code)
    const chat = Number(book.state.address?.chat)
    const meant = written.get(chat)
    if (meant === undefined) continue
    sum.cases += 1
    if (met.has(chat)) sum.twice += meant.length
    met.add(chat)
    const heard = book.lines.flatMap((line) => (line.from === 'person' ? [line.message.message] : []))
    sum.lost += meant.filter((message) => !heard.includes(message)).length
    sum.twice += heard.length - new Set(heard).size
    if (heard.join('\n') !== meant.join('\n')) sum.disordered += 1
    // Where an agent took over, what the bot was about to say is held back.
    if (book.state.hands.status === 'agent') continue
    const said = book.lines.flatMap((line) => (line.from === 'bot' ? [line.text] : []))
    const replies = compare(
      said,
      fake
        .sentTo(chat)
        .flatMap((entry) => (entry.kind === 'message' && entry.text !== '✓' ? [entry.text] : [])),
    )
    sum.replies += said.length
    sum.repliesLost += replies.lost
    sum.repliesRepeated += replies.repeats
    sum.repliesDisordered += replies.disordered
  }
  for (const [chat, meant] of written) if (!met.has(chat)) sum.lost += meant.length
  return sum
}

/** Longer than words wait for more of them before they are answered, and than a dead sender's claims last. */
const ANSWERED = { timeout: 200_000, interval: 1_000 } as const

/**
 * The tally once it stands still: words are answered a moment after the last of them, by a job, so
 * that what is said last may be written down already and on its way. A reply that never comes stays
 * lost for all that.
 */
const settledTally = async (written: ReadonlyMap<number, readonly string[]>) => {
  let report = await tally(written)
  await vi
    .waitFor(async () => {
      report = await tally(written)
      expect(report.repliesLost).toBe(0)
    }, ANSWERED)
    .catch(() => undefined)
  return report
}

const faults = async (): Promise<readonly string[]> => {
  const found: string[] = []
  for await (const fault of verifyStore(foundation.ports)) found.push(describeFault(fault))
  return found
}

describe('three workers, two consoles and a poller with a standby over one database', () => {
  beforeAll(async () => {
    server = await startMongo()
    uri = server.uri()
    guard = guardMongo(server, server.ours ? [uri, `${uri}_keys`] : [])
    fake = await startFakeTelegram({ validate: false, throttle: false, seed: SEED })
    buildProgram()
    stage = await rehearse({ store: uri, telegram: fake, scale: { worker: 3 }, logLevel: 'warn' })
    await Promise.all(stage.actors.map((one) => one.ready()))
    foundation = await openFoundation(readConfig(stage.settings) as Config, makeMemoryLog())
  }, 300_000)

  afterAll(async () => {
    await foundation?.close()
    await stage?.stop()
    await fake?.stop()
    await guard?.stop()
    if (uri !== undefined) await dropDatabases().catch(() => undefined)
    await server?.stop()
  }, 120_000)

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    process.stderr.write(`database, started again ${guard.restarts()} times: ${await server.lastWords()}\n`)
    for (const one of stage.actors)
      process.stderr.write(`${one.name}, fallen ${one.falls()} times: ${one.said().slice(-2_000)}\n`)
  })

  test('come up together on an empty database, and each is well by its own check', async () => {
    expect(stage.actors.map(({ name }) => name)).toEqual([
      'worker-1',
      'worker-2',
      'worker-3',
      'telegram-1',
      'telegram-2',
      'console-1',
      'console-2',
    ])
    for (const one of stage.actors) expect([one.name, await one.health()]).toEqual([one.name, true])
    expect(stage.actors.filter((one) => one.falls() > 0).map((one) => one.name + one.said())).toEqual([])
  })

  test(
    `${MESSAGES} messages of ${CHATS} chats while processes are killed: none lost, none out of order, none twice, one winner in each of ${RACES} races`,
    { timeout: PATIENCE.timeout + 100_000 },
    async () => {
      const began = performance.now()
      const [agentOne, agentTwo] = await twoAgents()
      const people = Array.from({ length: CHATS }, () => fake.person({ language: 'en' }))
      const written = new Map<number, string[]>(people.map((person) => [person.id, []]))
      const kills = { worker: 0, telegram: 0 }
      let pushed = 0
      const push = (count: number): void => {
        for (let i = 0; i < count && pushed < MESSAGES; i += 1) {
          const person = pushed < CHATS ? people[pushed]! : some(people)
          // Half of them get an answer each, however often they come.
          const { message_id } = person.says(pushed % 2 === 0 ? `message ${pushed} of this night` : 'help')
          written.get(person.id)!.push(String(message_id))
          pushed += 1
        }
      }
      /** As people do: not all of the night at once. */
      const write = async (count: number): Promise<void> => {
        for (let left = count; left > 0; left -= AT_ONCE) {
          push(Math.min(AT_ONCE, left))
          await vi.waitFor(async () => {
            const { waiting } = await foundation.ports.store.inbox.depth()
            expect(fake.queue.pending() + waiting).toBeLessThan(2 * AT_ONCE)
          }, PATIENCE)
        }
      }
      const die = async (role: 'worker' | 'telegram', who = some(stage.of(role))): Promise<void> => {
        await who.kill()
        kills[role] += 1
        who.start()
      }

      // The second stops, so that the first polls, and stands by from then on.
      await actor('telegram-2').stop()
      await fake.until(fake.polling, 'a poll', 60_000)
      actor('telegram-2').start()
      await actor('telegram-2').ready()

      // Each worker dies in the middle of its work.
      const writing = write(Math.ceil(MESSAGES * 0.4))
      for (const worker of stage.of('worker')) {
        const target = fake.sent.length + Math.ceil(random() * 10)
        await fake.until(() => fake.sent.length >= target, 'work', 180_000)
        await die('worker', worker)
      }
      await writing
      const given = fake.stats.delivered
      push(AT_ONCE)
      await fake.until(() => fake.stats.delivered > given, 'updates', 60_000)
      // Perhaps before what it was just given is durable: then the platform gives it to the other.
      await die('telegram', actor('telegram-1'))
      const lost = performance.now()
      const left = fake.stats.delivered
      const rest = write(MESSAGES - pushed)

      const chaos = { on: MESSAGES >= LONG }
      const killing = (async () => {
        while (chaos.on) {
          await aMoment(20_000)
          if (chaos.on) await die(kills.worker % 10 === 9 ? 'telegram' : 'worker')
          if (kills.worker % 10 === 9) await die('worker')
        }
      })()

      await fake.until(() => fake.stats.delivered > left, 'the standby', 180_000)
      const tookOver = performance.now() - lost

      // Each of two agents at a console of their own reaches for the same case at the same moment.
      await vi.waitFor(async () => expect((await codes()).length).toBeGreaterThanOrEqual(RACES), PATIENCE)
      const raced = (await codes()).slice(0, RACES)
      const ends = { winners: 0, losers: 0, other: [] as string[] }
      for (const [i, code] of raced.entries()) {
        const racers = i % 2 === 0 ? [agentOne, agentTwo] : [agentTwo, agentOne]
        const answers = await Promise.all(
          racers.map((one) => answered(() => one.post(`/api/v1/cases/${code}/claim`))),
        )
        for (const answer of answers) {
          const body = (await answer.json()) as { readonly code?: string }
          if (answer.status === 200) ends.winners += 1
          else if (answer.status === 409 && body.code === 'held') ends.losers += 1
          else ends.other.push(`${answer.status} ${body.code}`)
        }
      }
      await rest
      chaos.on = false
      await killing
      await drained()
      const took = performance.now() - began

      const report = await settledTally(written)
      const held: number[] = []
      // One after the other: a thousand at once would wait for each other longer than the store
      // lets anybody wait.
      for (const code of raced)
        held.push((await open(code)).events.filter(({ event }) => event.type === 'case_claimed').length)
      const broken = await faults()
      process.stdout.write(
        `${JSON.stringify({ test: 'many', messages: pushed, chats: CHATS, races: RACES, kills, tookOverSeconds: Math.round(tookOver / 1000), seconds: Math.round(took / 1000), perSecond: Math.round((pushed / took) * 1000), ...report, faults: broken.length, databaseRestarts: guard.restarts() })}\n`,
      )
      expect(report).toMatchObject({
        cases: CHATS,
        lost: 0,
        twice: 0,
        disordered: 0,
        repliesLost: 0,
        repliesDisordered: 0,
      })
      expect(ends).toEqual({ winners: RACES, losers: RACES, other: [] })
      expect(held).toEqual(raced.map(() => 1))
      expect(broken).toEqual([])
      expect(pushed).toBe(MESSAGES)
    },
  )

  test(
    'pictures that came in through the poller are sealed, examined and made ready to be shown, whichever worker does what of it, and any console shows them',
    { timeout: 420_000 },
    async () => {
      const [, agent] = await twoAgents()
      const person = fake.person({ language: 'en' })
      person.starts()
      for (const text of ['continue', 'I am 22']) person.says(text)
      await person.hears(/happened/i)
      for (let n = 0; n < PICTURES; n += 1)
        person.sendsPhoto(
          await sharp({ create: { width: 320, height: 240 + n, channels: 3, background: '#a63' } })
            .jpeg()
            .toBuffer(),
        )
      const found = await vi.waitFor(
        async () => {
          for (const code of await codes()) {
            const { evidence } = (await (await agent.get(`/api/v1/cases/${code}/evidence`)).json()) as {
              readonly evidence: readonly {
                readonly id: string
                readonly state: string
                readonly preview: string
                readonly examined?: object
              }[]
            }
            const pictures = evidence.filter(({ preview }) => preview !== 'none')
            if (pictures.length === 0) continue
            const states = pictures.map(
              ({ state, preview, examined }) =>
                `${state}, preview ${preview}, ${examined === undefined ? 'not examined' : 'examined'}`,
            )
            expect(states).toEqual(Array.from({ length: PICTURES }, () => 'sealed, preview ready, examined'))
            return { code, id: pictures[0]!.id }
          }
          throw new Error('nothing came')
        },
        { timeout: 320_000, interval: 500 },
      )
      for (const { url } of stage.of('console')) {
        const { get } = await signIn(url!, stage.admin.email, stage.admin.password)
        const preview = await get(`/api/v1/cases/${found.code}/evidence/${found.id}/preview`)
        expect([preview.status, preview.headers.get('content-type')]).toEqual([
          200,
          expect.stringMatching(/^image\//),
        ])
      }
    },
  )

  test(
    'a person in the web chat and an agent understand each other though every request goes to another console',
    { timeout: 420_000 },
    async () => {
      const [agentOne, agentTwo] = await twoAgents()
      const consoles = stage.of('console').map(({ url }) => url ?? '')
      let requests = 0
      const person = enterChat(stage.publicUrl, 'en', {
        at: () => consoles[(requests += 1) % consoles.length] ?? '',
        headers: {
          'x-forwarded-for': '192.0.2.9',
          'x-forwarded-proto': 'https',
          'x-forwarded-host': new URL(stage.publicUrl).host,
        },
      })
      await person.says('good evening')
      await reachStory(person, 'en')
      await person.sendsPicture(
        await sharp({ create: { width: 300, height: 200, channels: 3, background: '#36a' } })
          .png()
          .toBuffer(),
      )
      const { rows } = await foundation.desk.list({}, { limit: 200 })
      const code = rows.find(({ channel }) => channel === 'webchat')?.code ?? ''
      const ask = async <T>(who: Session, path: string): Promise<T> =>
        (await (await who.get(`/api/v1/cases/${code}${path}`)).json()) as T
      await vi.waitFor(
        async () => {
          const { evidence } = await ask<{
            readonly evidence: readonly { readonly state: string; readonly preview: string }[]
          }>(agentOne, '/evidence')
          expect(evidence).toEqual([expect.objectContaining({ state: 'sealed', preview: 'ready' })])
        },
        { timeout: 100_000, interval: 500 },
      )
      await person.isWith('bot')
      expect((await agentOne.post(`/api/v1/cases/${code}/claim`)).status).toBe(200)
      await person.isWith('agent')
      expect((await agentTwo.post(`/api/v1/cases/${code}/claim`)).status).toBe(409)
      const { version } = await ask<{ readonly version: number }>(agentOne, '')
      expect(
        (
          await agentOne.post(`/api/v1/cases/${code}/messages`, {
            text: 'I am here with you.',
            expectedVersion: version,
          })
        ).status,
      ).toBe(200)
      await person.hears('I am here with you.')
      await person.says('thank you, I was afraid')
      await vi.waitFor(
        async () =>
          expect(JSON.stringify(await ask(agentOne, '/messages'))).toContain('thank you, I was afraid'),
        {
          timeout: 60_000,
          interval: 250,
        },
      )
      expect((await agentOne.post(`/api/v1/cases/${code}/release`, { to: 'bot' })).status).toBe(200)
      await person.isWith('bot')
      // Whoever has it now, the other console lets it be taken.
      expect((await agentTwo.post(`/api/v1/cases/${code}/claim`)).status).toBe(200)
      await person.isWith('agent')
    },
  )

  // Only a server of our own can be taken away.
  test.skipIf(process.env['AMIN_TEST_MONGODB_URI'] !== undefined)(
    'without the database nothing is acknowledged and readiness says so; when it is back all goes on by itself',
    { timeout: 300_000 },
    async () => {
      const [one, two] = stage.of('console')
      const person = fake.person({ language: 'en' })
      person.starts()
      await fake.until(() => person.received().length > 0, 'the first words', 120_000)
      await vi.waitFor(() => expect(fake.queue.pending()).toBe(0), PATIENCE)
      await guard.stop()
      await one!.kill()
      await server.kill()

      const before = person.received().length
      for (const text of ['continue', 'help']) person.says(text)
      await vi.waitFor(
        async () =>
          expect(await readiness(two!.url!)).toMatchObject({ status: 503, parts: { store: 'down' } }),
        PATIENCE,
      )
      await vi.waitFor(
        () =>
          expect(stage.of('telegram').some((each) => each.said().includes('the inbox does not take'))).toBe(
            true,
          ),
        PATIENCE,
      )
      expect(fake.queue.pending()).toBe(2)
      expect(await two!.health()).toBe(false)

      // One that comes up now waits, and says that it lives and is not ready.
      one!.start()
      await vi.waitFor(
        async () =>
          expect(await readiness(one!.url!)).toMatchObject({ status: 503, parts: { store: 'down' } }),
        PATIENCE,
      )
      expect((await fetch(`${one!.url}/healthz`)).status).toBe(200)

      await server.restart()
      for (const each of [one!, two!])
        await vi.waitFor(async () => expect((await readiness(each.url!)).status).toBe(200), PATIENCE)
      // A poller that lost its lease with the store waits up to a minute before it asks again.
      await fake.until(() => person.received().length > before, 'words after the outage', 180_000)
      await drained()
      expect(fake.queue.pending()).toBe(0)
      expect(stage.actors.filter((each) => each.falls() > 0).map(({ name }) => name)).toEqual([])
      expect(await faults()).toEqual([])
    },
  )
})
