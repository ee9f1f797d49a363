import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFakeProcess, type FakeProcess } from './fake-process.ts'
import { median, part, print, round, type Given } from './figures.ts'

const BOT = new URL('telegram-bot.ts', import.meta.url).pathname
type Mode = 'bot.start' | 'runner+sequentialize' | 'amin'

/**
 * What everybody sends. Amin answers it at once and by one message each time; other words of one
 * chat wait 2.5 s for more and are answered together (core/services/inbound/quiet.ts), so that
 * there would be no answer to each update to count.
 */
const TEXT = '/start'
/** Below what one chat may be sent in one go (core/services/delivery/pace.ts), the greeting included. */
const PER_CHAT = 10

/**
 * At least what a durable pipeline must keep of the fastest that is not durable, and gain over the
 * one that waits for each call.
 */
const LEAST: Readonly<Record<string, number>> = { 'runner+sequentialize 0': 0.8, 'bot.start 20': 30 }
const PATIENCE = 20_000
const LOOK_MS = 20

type Size = {
  readonly rounds: number
  /** By latency in milliseconds. */
  readonly updates: readonly (readonly [latency: number, updates: number])[]
  readonly people: number
  readonly killedAfter: number
  readonly killed: readonly Mode[]
}
const MODES: readonly Mode[] = ['runner+sequentialize', 'bot.start', 'amin']
const FULL: Size = {
  rounds: 3,
  updates: [
    [0, 20_000],
    [20, 2_000],
  ],
  people: 300,
  killedAfter: 40,
  killed: MODES,
}
const SMALLEST: Size = {
  rounds: 1,
  updates: [[20, 20]],
  people: 4,
  killedAfter: 1,
  killed: ['bot.start'],
}

const startBot = async (mode: Mode, fake: FakeProcess, dataDir: string): Promise<ChildProcess> => {
  const child = fork(BOT, [mode, fake.apiRoot, fake.token, dataDir], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await new Promise((resolve) => child.once('message', resolve))
  return child
}

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

const usage = (child: ChildProcess): Promise<{ readonly cpuMs: number; readonly rss: number }> =>
  new Promise((resolve) => {
    child.once('message', (answer) => resolve(answer as { cpuMs: number; rss: number }))
    child.send('usage')
  })

/** Messages that have reached the platform since it began; edits and signs of typing are none. */
const answers = async (fake: FakeProcess): Promise<number> =>
  ((await fake.control('stats')) as { readonly calls: { readonly sendMessage: number } }).calls.sendMessage

/** `n` updates of `chats` people; resolves when as many answers have reached the platform. */
const exchange = async (fake: FakeProcess, n: number, chats: number): Promise<void> => {
  const before = await answers(fake)
  await fake.control('crowd', { n, chats, text: TEXT })
  while ((await answers(fake)) < before + n) await delay(LOOK_MS)
}

/** Updates per second from the moment they are all there until the last reply has reached the platform. */
const throughput = async (
  fake: FakeProcess,
  mode: Mode,
  updates: number,
  latency: number,
): Promise<{ readonly perSecond: number; readonly cpuMs: number }> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const chats = updates / PER_CHAT
  const child = await startBot(mode, fake, dataDir)
  try {
    await fake.control('reset')
    await exchange(fake, chats, chats)
    // Of all that anybody calls for an answer: Amin takes the buttons off the question before.
    if (latency > 0)
      await fake.control('latency', {
        sendMessage: latency,
        editMessageText: latency,
        editMessageReplyMarkup: latency,
      })
    const before = await usage(child)
    const start = performance.now()
    await exchange(fake, updates, chats)
    const seconds = (performance.now() - start) / 1000
    const after = await usage(child)
    return { perSecond: updates / seconds, cpuMs: (after.cpuMs - before.cpuMs) / updates }
  } finally {
    await kill(child)
    await fake.control('reset')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** How many people never get an answer where the process dies after the first of them and is started again. */
const lostUnderKill = async (
  fake: FakeProcess,
  mode: Mode,
  { people, killedAfter }: Size,
): Promise<number> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  await fake.control('reset')
  await fake.control('latency', { sendMessage: 20 })
  const answered = async (): Promise<number> => {
    const sent = (await fake.control('sent')) as readonly { readonly kind: string; readonly chat: number }[]
    return new Set(sent.filter(({ kind }) => kind === 'message').map(({ chat }) => chat)).size
  }
  const first = await startBot(mode, fake, dataDir)
  await fake.control('crowd', { n: people, chats: people, text: TEXT })
  while ((await answered()) < killedAfter) await delay(1)
  await kill(first)
  const second = await startBot(mode, fake, dataDir)
  // Whoever has no answer after this long gets none: nothing waits on either side any more.
  const end = performance.now() + PATIENCE
  let reached = await answered()
  while (reached < people && performance.now() < end) {
    await delay(100)
    reached = await answered()
  }
  await kill(second)
  await fake.control('reset')
  rmSync(dataDir, { recursive: true, force: true })
  return people - reached
}

/** Medians of updates a second by mode; the modes take turns. */
const compare = async (
  fake: FakeProcess,
  {
    rounds,
    latency,
    updates,
  }: { readonly rounds: number; readonly latency: number; readonly updates: number },
): Promise<ReadonlyMap<Mode, number>> => {
  const seen = new Map(MODES.map((mode) => [mode, [] as number[]]))
  for (let n = 1; n <= rounds; n += 1)
    for (const [mode, values] of seen) {
      part(`${mode} at ${latency} ms, round ${n} of ${rounds}`)
      const { perSecond, cpuMs } = await throughput(fake, mode, updates, latency)
      print({
        bench: 'telegram',
        mode,
        updates,
        latencyMs: latency,
        perSecond: Math.round(perSecond),
        cpuMsPerUpdate: round(cpuMs, 3),
      })
      values.push(perSecond)
    }
  return new Map([...seen].map(([mode, values]) => [mode, median(values)]))
}

/**
 * Updates per second of conversations that go on, one answer each, durable, beside grammY's own
 * ways on the same fake in the same run. Amin calls twice for an answer: the buttons of the last
 * question go.
 */
export const benchTelegram = async ({ smallest }: Given): Promise<void> => {
  const size = smallest ? SMALLEST : FULL
  const fake = await startFakeProcess()
  try {
    for (const [latency, updates] of size.updates) {
      const found = await compare(fake, { rounds: size.rounds, latency, updates })
      for (const peer of ['runner+sequentialize', 'bot.start'] as const) {
        const ratio = (found.get('amin') ?? 0) / (found.get(peer) ?? 1)
        const least = LEAST[`${peer} ${latency}`]
        const judged = smallest || least === undefined ? {} : { least, holds: ratio >= least }
        print({
          bench: 'telegram',
          figure: `amin / ${peer} at ${latency} ms`,
          ratio: round(ratio),
          ...judged,
        })
      }
    }
    for (const mode of size.killed) {
      part(`${mode} killed`)
      const lost = await lostUnderKill(fake, mode, size)
      print({ bench: 'telegram', figure: `unanswered of ${size.people} after a SIGKILL`, mode, lost })
    }
  } finally {
    fake.stop()
  }
}
