import { hash } from 'node:crypto'
import type { Log } from '../../core/ports/log.ts'
import type { Opinion, SentenceReader } from '../../core/ports/sentence-reader.ts'
import { minutes, seconds, type Ms } from '../../core/base/units.ts'
import { toOpinion } from './protocol.ts'
import { startThread, type Thread } from './thread.ts'

export type SentenceLimits = {
  /** A text that was not read by then is decided without. */
  readonly answer: Ms
  /** What did not answer by then hangs, and is ended. */
  readonly hung: Ms
  /** After a death or a hang nothing is started for so long. */
  readonly pause: Ms
  /** Where nothing was to be read for so long, it ends and its memory is given back. */
  readonly idle: Ms
  /** More texts than this do not wait: they are decided without. */
  readonly mostWaiting: number
}

const DEFAULTS: SentenceLimits = {
  answer: seconds(1.5),
  hung: seconds(15),
  pause: seconds(30),
  idle: minutes(10),
  mostWaiting: 32,
}

/** Calls something later; what it returns takes that back. */
export type Later = (length: Ms, run: () => void) => () => void

const byTimer: Later = (length, run) => {
  const timer = setTimeout(run, length)
  return () => clearTimeout(timer)
}

/** Opinions on texts that come again: a message is read when it comes and once more when it is answered. */
const REMEMBERED = 500

type Waiting = { readonly text: string; readonly tell: (opinion: Opinion | undefined) => void }

/**
 * Reads in a thread of its own, which is started with the first text and ended where nothing comes for
 * a while: one text at a time, in the order they came. `folder` holds the encoder.
 */
export const openSentenceReader = (options: {
  readonly folder: string
  readonly log?: Log
  readonly limits?: Partial<SentenceLimits>
  readonly later?: Later
  readonly start?: (folder: string) => Thread
}): SentenceReader => {
  const { folder, log, later = byTimer, start = startThread } = options
  const limits = { ...DEFAULTS, ...options.limits }
  /** By the hash of the text: words of people are not kept. */
  const known = new Map<string, Opinion>()
  let thread: Thread | undefined
  let asked: Waiting | undefined
  let waiting: readonly Waiting[] = []
  let isPausing = false
  let isClosed = false
  let [stopHung, stopIdle, stopPause] = [() => {}, () => {}, () => {}]

  const tellAll = (): void => {
    const all = asked === undefined ? waiting : [asked, ...waiting]
    asked = undefined
    waiting = []
    for (const { tell } of all) tell(undefined)
  }

  const drop = async (): Promise<void> => {
    stopHung()
    stopIdle()
    const old = thread
    thread = undefined
    tellAll()
    await old?.end()
  }

  const fail = (kind: 'died' | 'hung'): void => {
    log?.warn(
      'what reads sentences ended; danger is read by the first reader alone until it is started anew',
      {
        kind,
      },
    )
    isPausing = true
    stopPause = later(limits.pause, () => (isPausing = false))
    void drop()
  }

  const begin = (): Thread => {
    const begun = start(folder)
    begun.onAnswer((answer) => {
      if (thread !== begun) return
      stopHung()
      const done = asked
      asked = undefined
      const opinion = toOpinion(answer)
      if (done !== undefined && opinion !== undefined) {
        if (known.size >= REMEMBERED) known.clear()
        known.set(keyOf(done.text), opinion)
      }
      done?.tell(opinion)
      next()
    })
    begun.onEnd(() => {
      if (thread === begun) fail('died')
    })
    return begun
  }

  const next = (): void => {
    if (asked !== undefined) return
    stopIdle()
    const [first, ...rest] = waiting
    if (first === undefined) {
      stopIdle = later(limits.idle, () => void drop())
      return
    }
    thread ??= begin()
    asked = first
    waiting = rest
    stopHung = later(limits.hung, () => fail('hung'))
    thread.ask({ text: first.text })
  }

  const readOne = (text: string): Promise<Opinion | undefined> => {
    const before = known.get(keyOf(text))
    if (before !== undefined) return Promise.resolve(before)
    if (isClosed || isPausing || waiting.length >= limits.mostWaiting) return Promise.resolve(undefined)
    const { promise, resolve } = Promise.withResolvers<Opinion | undefined>()
    const one: Waiting = { text, tell: resolve }
    const stop = later(limits.answer, () => {
      waiting = waiting.filter((each) => each !== one)
      resolve(undefined)
    })
    waiting = [...waiting, one]
    next()
    return promise.finally(stop)
  }

  return {
    read: (texts) => Promise.all(texts.map(readOne)),
    state: () => (isPausing ? 'failed' : thread === undefined ? 'resting' : 'reading'),
    close: async () => {
      isClosed = true
      stopPause()
      await drop()
    },
  }
}

const keyOf = (text: string): string => hash('sha256', text, 'base64')
