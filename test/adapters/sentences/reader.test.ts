import { afterEach, describe, expect, test } from 'vitest'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { openSentenceReader } from '../../../adapters/sentences/index.ts'
import { startThread, type Thread } from '../../../adapters/sentences/thread.ts'
import { ENCODER } from '../../../bots/content.ts'
import { minutes, seconds, type Ms } from '../../../core/base/units.ts'
import type { SentenceReader } from '../../../core/ports/sentence-reader.ts'
import { describeSentences } from '../../../bots/readers.ts'

/** Time that passes when a test says so. */
const makeTime = () => {
  let now = 0
  let due: readonly { readonly at: number; readonly run: () => void }[] = []
  return {
    later: (length: Ms, run: () => void) => {
      const one = { at: now + length, run }
      due = [...due, one]
      return () => {
        due = due.filter((each) => each !== one)
      }
    },
    pass: (length: Ms): void => {
      now += length
      const ripe = due.filter(({ at }) => at <= now)
      due = due.filter(({ at }) => at > now)
      for (const { run } of ripe) run()
    },
  }
}

const SCORES = [3, 2, 1, 0, -1, -2, -3]

/** A thread that answers when it is told to. */
const makeThread = () => {
  const asked: string[] = []
  let answer: (of: { readonly scores: readonly number[] }) => void = () => {}
  let ended = (): void => {}
  const thread: Thread = {
    ask: ({ text }) => void asked.push(text),
    onAnswer: (listen) => (answer = listen),
    onEnd: (listen) => (ended = listen),
    end: async () => ended(),
  }
  return { thread, asked, answer: (scores = SCORES) => answer({ scores }), die: () => ended() }
}

const open: SentenceReader[] = []
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close()
})

const begin = () => {
  const time = makeTime()
  const log = makeMemoryLog()
  const threads: ReturnType<typeof makeThread>[] = []
  const reader = openSentenceReader({
    folder: 'nowhere',
    log,
    later: time.later,
    start: () => {
      const made = makeThread()
      threads.push(made)
      return made.thread
    },
  })
  open.push(reader)
  return { reader, time, log, threads }
}

describe('the reader of sentences', () => {
  test('is not started before there is something to read, and ends where nothing comes for a while', async () => {
    const { reader, time, threads } = begin()
    expect([threads.length, reader.state()]).toEqual([0, 'resting'])
    const read = reader.read(['he will find me'])
    expect([threads.length, reader.state()]).toEqual([1, 'reading'])
    threads[0]?.answer()
    expect(await read).toEqual([
      {
        any: 3,
        labels: { self_harm: 2, violence: 1, sexual_abuse: 0, minor: -1, meeting: -2, deadline: -3 },
      },
    ])
    time.pass(minutes(10))
    expect(reader.state()).toBe('resting')
  })

  test('reads one text at a time, in the order they came, and one that comes again is not read again', async () => {
    const { reader, threads } = begin()
    const read = reader.read(['one', 'two'])
    expect(threads[0]?.asked).toEqual(['one'])
    threads[0]?.answer()
    expect(threads[0]?.asked).toEqual(['one', 'two'])
    threads[0]?.answer()
    await read
    expect(await reader.read(['two', 'one'])).toEqual(await read)
    expect(threads[0]?.asked).toEqual(['one', 'two'])
  })

  test('that does not answer in time is done without, and one that hangs is ended and started anew after a pause', async () => {
    const { reader, time, log, threads } = begin()
    const read = reader.read(['one'])
    time.pass(seconds(1.5))
    expect(await read).toEqual([undefined])
    // What was asked behind it waits no longer either.
    const behind = reader.read(['two'])
    time.pass(seconds(1.5))
    expect(await behind).toEqual([undefined])
    time.pass(seconds(12))
    expect(reader.state()).toBe('failed')
    expect(describeSentences(reader)).toMatch(/^down: .* first reader of danger reads alone$/)
    expect(log.lines.map(({ level, fields }) => [level, fields['kind']])).toEqual([['warn', 'hung']])
    expect(await reader.read(['three'])).toEqual([undefined])
    expect(threads).toHaveLength(1)
    time.pass(seconds(30))
    const again = reader.read(['one'])
    threads[1]?.answer()
    expect(await again).toHaveLength(1)
    expect((await again)[0]?.any).toBe(3)
  })

  test('that dies over a text leaves all that waited to the first reader, and comes back after a pause', async () => {
    const { reader, time, threads } = begin()
    const read = reader.read(['one', 'two'])
    threads[0]?.die()
    expect(await read).toEqual([undefined, undefined])
    expect(reader.state()).toBe('failed')
    time.pass(seconds(30))
    expect(reader.state()).toBe('resting')
    const again = reader.read(['one'])
    threads[1]?.answer()
    expect((await again)[0]?.any).toBe(3)
  })

  test('lets no more wait than it can read in time', async () => {
    const { reader, threads } = begin()
    const reads = reader.read(Array.from({ length: 40 }, (_, n) => `message ${n}`))
    for (let n = 0; n < 33; n += 1) threads[0]?.answer()
    const told = await reads
    expect(told.filter((one) => one === undefined)).toHaveLength(7)
  })

  test('says nothing where what answers is no opinion', async () => {
    const { reader, threads } = begin()
    const read = reader.read(['one'])
    threads[0]?.answer([1, 2])
    expect(await read).toEqual([undefined])
    const next = reader.read(['two'])
    threads[0]?.answer([NaN, 0, 0, 0, 0, 0, 0])
    expect(await next).toEqual([undefined])
  })

  test('is said to be switched off where it is', () => {
    expect(describeSentences(undefined)).toMatch(/^off: .*AMIN_READ_SENTENCES/)
  })
})

describe('the thread it runs in', () => {
  /** Its own limits: what other tests take of the machine is none of its business. */
  const patient = { answer: minutes(2), hung: minutes(2) }

  test('reads with the weights that lie there; killed in the middle it is started anew, and says the same', async () => {
    const time = makeTime()
    const threads: Thread[] = []
    const reader = openSentenceReader({
      folder: ENCODER,
      limits: patient,
      later: time.later,
      start: (folder) => {
        const thread = startThread(folder)
        threads.push(thread)
        return thread
      },
    })
    open.push(reader)
    const text = 'I want to die, I will end my life tonight'
    const [first] = await reader.read([text])
    expect(first?.any).toBeGreaterThan(0)
    const cut = reader.read([`${text} tomorrow`])
    await threads[0]?.end()
    expect(await cut).toEqual([undefined])
    expect(reader.state()).toBe('failed')
    time.pass(seconds(30))
    const [again] = await reader.read([`${text} tomorrow`])
    expect(again?.any).toBeGreaterThan(0)
    expect(threads).toHaveLength(2)
  }, 120_000)

  test('is not there where the weights are not: the first reader is left to read alone', async () => {
    const reader = openSentenceReader({ folder: '/nowhere/', limits: patient, later: makeTime().later })
    open.push(reader)
    expect(await reader.read(['one two three'])).toEqual([undefined])
    expect(reader.state()).toBe('failed')
  }, 120_000)
})
