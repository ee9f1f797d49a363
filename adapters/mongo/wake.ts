import type { mongo as driver } from 'mongoose'
import type { Mongo } from './connection.ts'

/** How often other processes' commits are looked for while somebody listens: half of what the port allows. */
const POLL_MS = 250
/**
 * Where the server tells by itself the look is a net below it: a stream that has died without a
 * word must not leave a console asleep.
 */
const NET_MS = 500
/** How long after a stream that broke another is tried. */
const STREAM_PAUSE_MS = 5_000

export type Waker = {
  /** This process has made runs up to `no` visible. */
  readonly told: (no: number) => void
  readonly subscribe: (wake: () => void) => () => void
  readonly close: () => Promise<void>
}

/**
 * Wakes who listens to the feed: at once for this process, by change stream where the server has
 * them, else by looking. `newestNo` asks the server for the newest run, `known` is what it said
 * last.
 */
export const makeWaker = (
  { server, db }: Mongo,
  newestNo: () => Promise<number>,
  known: () => number,
): Waker => {
  const listeners = new Set<() => void>()
  let seen = 0
  let poll: NodeJS.Timeout | undefined
  let looking = false
  let stream: driver.ChangeStream | undefined
  let streamAgain: NodeJS.Timeout | undefined

  const told = (no: number): void => {
    if (no <= seen) return
    seen = no
    for (const wake of listeners) queueMicrotask(wake)
  }

  const look = async (): Promise<void> => {
    if (looking) return
    looking = true
    try {
      told(await newestNo())
    } catch {
      // Away: what the store is for will say so; here the next look does.
    } finally {
      looking = false
    }
  }

  const openStream = (): void => {
    if (!server.streams || listeners.size === 0) return
    const opened = db()
      .collection('feed')
      .watch([{ $match: { operationType: 'insert' } }])
    stream = opened
    opened.on('change', () => void look())
    opened.on('error', () => {
      void opened.close().catch(() => undefined)
      if (stream !== opened) return
      stream = undefined
      streamAgain = setTimeout(openStream, STREAM_PAUSE_MS).unref()
    })
  }

  const stop = async (): Promise<void> => {
    clearInterval(poll)
    clearTimeout(streamAgain)
    poll = undefined
    const closing = stream
    stream = undefined
    await closing?.close().catch(() => undefined)
  }

  const start = (): void => {
    // Looks at once: what came since this process last knew, and before it listens, must not be slept over.
    seen = Math.max(seen, known())
    void look()
    poll = setInterval(() => void look(), server.streams ? NET_MS : POLL_MS).unref()
    openStream()
  }

  return {
    told,
    subscribe: (wake) => {
      const listener = (): void => wake()
      if (listeners.size === 0) start()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) void stop()
      }
    },
    close: async () => {
      listeners.clear()
      await stop()
    },
  }
}
