import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { print, round, startFakeProcess, type FakeProcess } from './fake-process.ts'

const BOT = new URL('telegram-bot.ts', import.meta.url).pathname
type Mode = 'bot.start' | 'runner+sequentialize' | 'amin'

/**
 * At least what a durable pipeline must keep of the fastest that is not durable, and gain over the
 * one that waits for each call.
 */
const LEAST_OF_RUNNER = 0.8
const LEAST_OF_START = 30
const ROUNDS = 3
const PATIENCE = 20_000

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

/** Updates per second from the moment they are all there until the last reply has reached the platform. */
const throughput = async (
  fake: FakeProcess,
  mode: Mode,
  updates: number,
  latency: number,
): Promise<{ readonly perSecond: number; readonly cpuMs: number }> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  const child = await startBot(mode, fake, dataDir)
  try {
    await fake.control('reset')
    await fake.control('crowd', { n: 500, chats: 500, text: 'help' })
    await fake.control('until', { sent: 500 })
    await fake.control('reset')
    if (latency > 0) await fake.control('latency', { sendMessage: latency })
    const before = await usage(child)
    const start = performance.now()
    await fake.control('crowd', { n: updates, chats: Math.ceil(updates / 20), text: 'help' })
    await fake.control('until', { sent: updates, ms: 600_000 })
    const seconds = (performance.now() - start) / 1000
    const after = await usage(child)
    return { perSecond: updates / seconds, cpuMs: (after.cpuMs - before.cpuMs) / updates }
  } finally {
    await kill(child)
    await fake.control('reset')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** How many of 300 people never get an answer where the process dies after the 40th and is started again. */
const lostUnderKill = async (fake: FakeProcess, mode: Mode): Promise<number> => {
  const people = 300
  const dataDir = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  await fake.control('reset')
  await fake.control('latency', { sendMessage: 20 })
  const first = await startBot(mode, fake, dataDir)
  await fake.control('crowd', { n: people, chats: people, text: 'help' })
  await fake.control('until', { sent: 40 })
  await kill(first)
  const second = await startBot(mode, fake, dataDir)
  const answered = async (): Promise<number> =>
    new Set(((await fake.control('sent')) as readonly { readonly chat: number }[]).map((entry) => entry.chat))
      .size
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

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const compare = async (
  fake: FakeProcess,
  modes: readonly Mode[],
  updates: number,
  latency: number,
): Promise<Readonly<Record<string, number>>> => {
  const seen: Record<string, number[]> = {}
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    for (const mode of modes) {
      const { perSecond, cpuMs } = await throughput(fake, mode, updates, latency)
      print({
        bench: 'telegram',
        mode,
        updates,
        latencyMs: latency,
        perSecond: Math.round(perSecond),
        cpuMsPerUpdate: round(cpuMs, 3),
      })
      ;(seen[mode] ??= []).push(perSecond)
    }
  }
  return Object.fromEntries(Object.entries(seen).map(([mode, values]) => [mode, median(values)]))
}

/** Updates per second, one reply each, durable, beside grammY's own ways on the same fake in the same run. */
export const benchTelegram = async (): Promise<void> => {
  const fake = await startFakeProcess()
  try {
    const fast = await compare(fake, ['runner+sequentialize', 'amin', 'bot.start'], 20_000, 0)
    const ofRunner = (fast['amin'] ?? 0) / (fast['runner+sequentialize'] ?? 1)
    print({
      bench: 'telegram',
      figure: 'amin / runner+sequentialize at 0 ms',
      ratio: round(ofRunner),
      least: LEAST_OF_RUNNER,
      holds: ofRunner >= LEAST_OF_RUNNER,
    })
    const slow = await compare(fake, ['bot.start', 'runner+sequentialize', 'amin'], 2_000, 20)
    const ofStart = (slow['amin'] ?? 0) / (slow['bot.start'] ?? 1)
    print({
      bench: 'telegram',
      figure: 'amin / bot.start at 20 ms',
      ratio: round(ofStart),
      least: LEAST_OF_START,
      holds: ofStart >= LEAST_OF_START,
    })
    for (const mode of ['runner+sequentialize', 'bot.start', 'amin'] as const)
      print({
        bench: 'telegram',
        figure: 'unanswered of 300 after a SIGKILL',
        mode,
        lost: await lostUnderKill(fake, mode),
      })
  } finally {
    fake.stop()
  }
}
