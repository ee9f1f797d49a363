import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import type { CaseBook } from '../../core/services/desk/desk.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import { startFakeWhatsapp, type FakeWhatsapp } from '../fakes/whatsapp/index.ts'
import type { Person } from '../fakes/whatsapp/person.ts'
import { makeDataDir } from './amin-process.ts'

/** The figure of the promise is 3,000, by `AMIN_TEST_WHATSAPP_MESSAGES=3000`. */
const MESSAGES = Number(process.env['AMIN_TEST_WHATSAPP_MESSAGES'] ?? 300)
/** One for each so many messages. */
const PER_KILL = 12
const PEOPLE = 12
const SEED = 20_261_124
const PARENT = fileURLToPath(new URL('../adapters/channels/whatsapp/crash-parent.ts', import.meta.url))

const seeded = (start: number) => {
  let seed = start
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
}

type Running = {
  readonly child: () => number | undefined
  readonly says: () => readonly string[]
  readonly kill: () => Promise<void>
  readonly tell: (line: string) => void
  readonly end: () => Promise<void>
}

const startParent = (given: unknown): Running => {
  const parent = spawn(process.execPath, [PARENT, JSON.stringify(given)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let child: number | undefined
  let rest = ''
  parent.stdout.setEncoding('utf8').on('data', (text: string) => {
    rest += text
    const whole = rest.split('\n')
    rest = whole.pop() ?? ''
    lines.push(...whole)
    for (const line of whole) child = (JSON.parse(line) as { readonly pid?: number }).pid ?? child
  })
  parent.stdin.on('error', () => undefined)
  const gone = new Promise<void>((resolve) => parent.once('close', () => resolve()))
  return {
    child: () => child,
    says: () => lines,
    tell: (line) => parent.stdin.write(`${line}\n`),
    kill: async () => {
      parent.kill('SIGKILL')
      await gone
    },
    end: async () => {
      parent.stdin.end()
      await gone
    },
  }
}

const killChild = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

const pair = async (fake: FakeWhatsapp, running: Running): Promise<void> => {
  await vi.waitFor(() => expect(running.says().some((line) => line.includes('unpaired'))).toBe(true), {
    timeout: 60_000,
    interval: 20,
  })
  running.tell('pair')
  const qr = await vi.waitFor(
    () => {
      const line = running.says().find((one) => one.includes('"qr"'))
      expect(line).toBeDefined()
      return (JSON.parse(line!) as { readonly step: { readonly qr: string } }).step.qr
    },
    { timeout: 60_000, interval: 20 },
  )
  fake.phone.scan(qr)
  await fake.until(fake.online, 'online')
}

const books = async (foundation: Foundation): Promise<CaseBook[]> => {
  const { rows } = await foundation.desk.list({}, { limit: 200 })
  const opened = await Promise.all(rows.map((row) => foundation.desk.open(row.code)))
  return opened.filter((book): book is CaseBook => typeof book === 'object')
}

const tally = async (foundation: Foundation, written: readonly string[]) => {
  const heard: string[] = []
  const faults: string[] = []
  for (const book of await books(foundation)) {
    heard.push(...book.lines.flatMap((line) => (line.from === 'person' ? [line.message.message] : [])))
  }
  const meant = new Set(written)
  const known = new Set(heard)
  for await (const fault of verifyStore(foundation.ports)) faults.push(describeFault(fault))
  return {
    heard: heard.filter((message) => meant.has(message)).length,
    lost: written.filter((message) => !known.has(message)).length,
    twice: heard.length - known.size,
    // Notes that something could not be read, of messages that could.
    notes: heard.filter((message) => !meant.has(message)).length,
    faults,
  }
}

test(
  `SIGKILL of the WhatsApp process and of its parent at random points over ${MESSAGES} messages, with queues, repeats, stubs and store failures: none lost, none doubled`,
  { timeout: 1_800_000 },
  async () => {
    const random = seeded(SEED)
    const data = makeDataDir()
    const fake = await startFakeWhatsapp()
    const env = { AMIN_DATA: data.dir, AMIN_LOG_LEVEL: 'error' }
    const file = join(data.dir, 'whatsapp', 'main.db')
    const given = {
      env,
      file,
      key: randomBytes(32).toString('base64'),
      url: fake.url,
      root: Buffer.from(fake.root).toString('base64'),
    }
    const people: Person[] = Array.from({ length: PEOPLE }, () => fake.person())
    const written: string[] = []
    let pushed = 0
    let kills = 0
    const write = async (count: number): Promise<void> => {
      for (let i = 0; i < count && pushed < MESSAGES; i += 1) {
        const person = people[Math.floor(random() * PEOPLE)]!
        const kind = random()
        const id = await (async () => {
          if (kind < 0.1) {
            // A note comes first, the message under its id after it.
            const stub = `3ASTUB${pushed}`
            fake.stub(person, stub)
            return fake.says(person, `message ${pushed} of this night`, { id: stub })
          }
          const made = await fake.says(person, pushed % 2 === 0 ? `message ${pushed} of this night` : 'help')
          // WhatsApp's phones send again what they think was not read.
          if (kind > 0.9) await fake.says(person, person.outbox.get(made)!, { id: made })
          return made
        })()
        written.push(id)
        pushed += 1
      }
    }

    let running = startParent(given)
    let foundation: Foundation | undefined
    try {
      await pair(fake, running)
      const goesOn = (): boolean => pushed < MESSAGES
      for (let round = 0; goesOn(); round += 1) {
        await write(PER_KILL / 2)
        await fake.until(fake.online, 'online')
        await write(PER_KILL / 2)
        // Somewhere in the middle of the work.
        const target = Math.floor(random() * fake.pending())
        await fake.until(() => fake.pending() <= target, 'work')
        await new Promise((resolve) => void setTimeout(resolve, random() * 30))
        kills += 1
        if (round % 4 === 3) {
          const other = new DatabaseSync(file, { timeout: 2_000 })
          other.exec('BEGIN IMMEDIATE')
          await write(4)
          await new Promise((resolve) => void setTimeout(resolve, 1_100))
          other.exec('ROLLBACK')
          other.close()
        }
        if (round % 2 === 0) killChild(running.child())
        else {
          const orphan = running.child()
          await running.kill()
          // The child ends with its parent; half of the time both die at once.
          if (random() < 0.5) killChild(orphan)
          await write(3)
          running = startParent(given)
        }
      }
      await fake.until(() => fake.pending() === 0, 'all confirmed')
      const config = readConfig(env) as Config
      foundation = await openFoundation(config, makeMemoryLog())
      const { inbox } = foundation.ports.store
      await vi.waitFor(
        async () => {
          expect((await inbox.depth()).waiting).toBe(0)
          expect(running.says().at(-1)).toContain('connected')
        },
        { timeout: 120_000, interval: 100 },
      )
      const drained = (): number => {
        const db = new DatabaseSync(file, { readOnly: true })
        const row = db.prepare('SELECT count(*) AS n FROM journal WHERE due IS NOT NULL').get()
        db.close()
        return Number(row?.['n'])
      }
      await vi.waitFor(
        async () => {
          expect(drained()).toBe(0)
          expect((await inbox.depth()).waiting).toBe(0)
        },
        { timeout: 120_000, interval: 100 },
      )
      await running.end()
      const report = await tally(foundation, written)
      process.stdout.write(
        `${JSON.stringify({ test: 'whatsapp crash', kills, messages: pushed, logins: fake.logins(), ...report })}\n`,
      )
      expect(report).toEqual({ heard: MESSAGES, lost: 0, twice: 0, notes: 0, faults: [] })
    } finally {
      await running.kill()
      await foundation?.close()
      await fake.stop()
      data.remove()
    }
  },
)
