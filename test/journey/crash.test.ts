import { expect, test, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import type { CaseBook } from '../../core/services/desk/desk.ts'
import { runs } from '../property/runs.ts'
import { startFakeTelegram, type FakeTelegram } from '../fakes/telegram/index.ts'
import { makeDataDir, startAmin } from './amin-process.ts'
import { windDown } from './wind-down.ts'

/** A part of the promise in each run of the suite; "npm run fuzz -- --way laws" goes beyond its 200 kills over 5,000 messages. */
const KILLS = runs(25).numRuns
const MESSAGES = 25 * KILLS
const PEOPLE = 50
const SEED = 20_261_124

const seeded = (start: number) => {
  let seed = start
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
}

/** What takes the app's key for a place away where no words are due (adapters/channels/telegram): it says nothing. */
const KEY_TAKEN = '✓'

/** Longer than words wait for more of them, and than any step of work that follows another. */
const QUIET_MS = 60_000

const books = async (foundation: Foundation): Promise<CaseBook[]> => {
  const { rows } = await foundation.desk.list({}, { limit: 200 })
  const opened = await Promise.all(rows.map((row) => foundation.desk.open(row.code)))
  return opened.filter((book): book is CaseBook => typeof book === 'object')
}

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

const tally = async (
  foundation: Foundation,
  fake: FakeTelegram,
  written: ReadonlyMap<number, readonly string[]>,
) => {
  const sum = {
    lost: 0,
    twice: 0,
    disordered: 0,
    repliesLost: 0,
    repliesDisordered: 0,
    repliesRepeated: 0,
    replies: 0,
  }
  for (const book of await books(foundation)) {
    const chat = Number(book.state.address?.chat)
    const heard = book.lines.flatMap((line) => (line.from === 'person' ? [line.message.message] : []))
    const meant = written.get(chat) ?? []
    sum.lost += meant.filter((message) => !heard.includes(message)).length
    sum.twice += heard.length - new Set(heard).size
    if (heard.join('\n') !== meant.join('\n')) sum.disordered += 1
    const said = book.lines.flatMap((line) => (line.from === 'bot' ? [line.text] : []))
    const sent = fake
      .sentTo(chat)
      .flatMap((entry) => (entry.kind === 'message' && entry.text !== KEY_TAKEN ? [entry.text] : []))
    const replies = compare(said, sent)
    sum.replies += said.length
    sum.repliesLost += replies.lost
    sum.repliesRepeated += replies.repeats
    sum.repliesDisordered += replies.disordered
  }
  const faults: string[] = []
  for await (const fault of verifyStore(foundation.ports)) faults.push(describeFault(fault))
  return { ...sum, faults }
}

test(
  `${KILLS} kills at random points over ${MESSAGES} messages, with the platform failing as well, lose nothing, disorder nothing and leave every ledger whole`,
  { timeout: 2_400_000 },
  async () => {
    const random = seeded(SEED)
    const data = makeDataDir()
    const fake = await startFakeTelegram({ validate: false, seed: SEED })
    const settings = {
      AMIN_DATA: data.dir,
      AMIN_ROLES: 'telegram,worker',
      AMIN_LOG_LEVEL: 'error',
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
    }
    for (const kind of ['500', 'reset_before', 'reset_after', 'cut', '502_html'] as const)
      fake.fault({ fault: { kind }, method: 'sendMessage', probability: 0.01 })
    for (const kind of ['reset_after', 'cut', '500'] as const)
      fake.fault({ fault: { kind }, method: 'getUpdates', probability: 0.02 })
    fake.fault({ fault: { kind: '429', retry_after: 1 }, method: 'sendMessage', probability: 0.001 })

    const people = Array.from({ length: PEOPLE }, () => fake.person({ language: 'en' }))
    const written = new Map<number, string[]>(people.map((person) => [person.id, []]))
    let pushed = 0
    const write = (count: number): void => {
      for (let i = 0; i < count && pushed < MESSAGES; i += 1) {
        const person = people[Math.floor(random() * PEOPLE)]!
        // Half of them get an answer each, however often they come.
        const { message_id } = person.says(pushed % 2 === 0 ? `message ${pushed} of this night` : 'help')
        written.get(person.id)!.push(String(message_id))
        pushed += 1
      }
    }

    let foundation: Foundation | undefined
    try {
      for (let kills = 0; kills < KILLS; kills += 1) {
        // Half of the work is there when it starts, half comes while it works; it dies somewhere in
        // the middle of it.
        write(Math.ceil(MESSAGES / KILLS / 2))
        const amin = await startAmin(settings)
        await amin.says(/Amin runs/)
        write(Math.ceil(MESSAGES / KILLS / 2))
        const target = fake.stats.delivered + Math.floor(random() * 15)
        await fake.until(() => fake.stats.delivered >= target || fake.queue.pending() === 0, 'work')
        await new Promise((resolve) => void setTimeout(resolve, random() * 80))
        await amin.kill()
      }
      write(MESSAGES)
      fake.clearFaults()
      const amin = await startAmin(settings)
      await amin.says(/Amin runs/)
      foundation = await openFoundation(readConfig(settings) as Config, makeMemoryLog())
      await vi.waitFor(() => expect(fake.queue.pending()).toBe(0), { timeout: 600_000, interval: 100 })
      await windDown(foundation, amin, () => startAmin(settings), { quietMs: QUIET_MS, timeout: 600_000 })

      const report = await tally(foundation, fake, written)
      process.stdout.write(
        `${JSON.stringify({ test: 'crash', kills: KILLS, messages: pushed, ...report })}\n`,
      )
      expect(report).toMatchObject({
        lost: 0,
        twice: 0,
        disordered: 0,
        repliesLost: 0,
        repliesDisordered: 0,
        faults: [],
      })
      expect(pushed).toBe(MESSAGES)
    } finally {
      await foundation?.close()
      await fake.stop()
      data.remove()
    }
  },
)
