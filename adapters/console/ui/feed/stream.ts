import { makeFrameReader } from './frames.ts'

/**
 * `lost` while a broken stream is being opened again; `signed_out` where the server knows no
 * session: it stays shut.
 */
export type FeedState = 'opening' | 'live' | 'lost' | 'signed_out'
export type FeedMessage =
  | { readonly type: 'state'; readonly state: FeedState }
  | { readonly type: 'change'; readonly position: number; readonly data: string }
  | { readonly type: 'reset' }
  /** Who is at a case now; no position, for it is not replayed. */
  | { readonly type: 'presence'; readonly data: string }

export type Stream = {
  /** Opens it after a position; without effect where it is open. */
  readonly start: (after: number) => void
  /** Tries again at once, and makes sure that a stream that looks open still is (after sleep). */
  readonly poke: () => void
  readonly stop: () => void
  readonly state: () => FeedState
  /** The last position heard of. */
  readonly position: () => number
}

/** The server's heartbeat is 15 s: three missed and the line is taken for dead. */
const SILENCE = 45_000
const LONGEST_WAIT = 20_000

/**
 * The feed of changes over fetch, not EventSource: that shows neither heartbeats nor the status of
 * a refusal, so a line that died while the machine slept would look alive.
 */
export const makeStream = (say: (message: FeedMessage) => void): Stream => {
  let state: FeedState = 'opening'
  let after = 0
  let run: AbortController | undefined
  let line: AbortController | undefined
  let wake: (() => void) | undefined
  let heardAt = 0

  const turn = (next: FeedState): void => {
    state = next
    say({ type: 'state', state })
  }

  const listen = async (signal: AbortSignal): Promise<void> => {
    const answer = await fetch(`/api/v1/events?after=${after}`, {
      headers: { accept: 'text/event-stream', 'last-event-id': String(after) },
      cache: 'no-store',
      signal,
    })
    if (answer.status === 401) return turn('signed_out')
    if (!answer.ok || answer.body === null) return
    turn('live')
    const take = makeFrameReader((frame) => {
      const position = Number(frame.id)
      if (frame.id !== undefined && Number.isSafeInteger(position)) after = position
      if (frame.event === 'change') say({ type: 'change', position: after, data: frame.data })
      else if (frame.event === 'reset') say({ type: 'reset' })
      else if (frame.event === 'presence') say({ type: 'presence', data: frame.data })
    })
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      heardAt = Date.now()
      const { done, value } = await reader.read()
      if (done) return
      take(value)
    }
  }

  const keep = async (stopped: AbortSignal): Promise<void> => {
    for (let failures = 0; !stopped.aborted; failures += 1) {
      const current = new AbortController()
      line = current
      heardAt = Date.now()
      const watch = setInterval(() => {
        if (Date.now() - heardAt > SILENCE) current.abort()
      }, 5_000)
      await listen(AbortSignal.any([stopped, current.signal])).catch(() => undefined)
      clearInterval(watch)
      if (stopped.aborted || state === 'signed_out') break
      if (state === 'live') failures = 0
      turn('lost')
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(LONGEST_WAIT, 500 * 2 ** failures))
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    if (run?.signal === stopped) run = undefined
  }

  return {
    start: (position) => {
      if (run !== undefined) return
      after = position
      run = new AbortController()
      turn('opening')
      void keep(run.signal)
    },
    poke: () => {
      // A live line is heard from every 15 s; timers stood still while the machine slept, so the
      // clock is asked here as well.
      if (state === 'live' && Date.now() - heardAt > SILENCE) line?.abort()
      wake?.()
    },
    stop: () => {
      run?.abort()
      run = undefined
      wake?.()
    },
    state: () => state,
    position: () => after,
  }
}
