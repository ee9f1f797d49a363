import type { StreamEvent, ViewReply } from '../wire.ts'
import { makePause } from './pause.ts'
import { get } from './wire.ts'

export type Live = {
  /** Asks what changed; calls in between are joined. Resolves when it was asked. */
  readonly look: () => Promise<void>
  /** Forgets what it knows, so that the next look brings everything. */
  readonly forget: () => void
  /** Opens the stream, or opens it again. */
  readonly listen: () => void
  readonly stop: () => void
}

/** Without a sign for so long (milliseconds; three of the server's heartbeats) a stream is taken for dead. */
const SILENCE = 45_000
/** How often it is asked where no stream can be had, and how often the stream is watched. */
const POLL = 10_000

export const makeLive = (parts: {
  readonly base: string
  readonly lastLine: () => string | undefined
  readonly view: (reply: ViewReply) => void
  readonly signal: (event: 'typing' | 'wipe' | 'exit') => void
  readonly connected: (ok: boolean) => void
}): Live => {
  let version: number | undefined
  let looking: Promise<void> | undefined
  let again = false
  let missed = false
  let stream: EventSource | undefined
  let listening = false
  let heardAt = 0
  const pause = makePause()

  const ask = async (): Promise<void> => {
    do {
      again = false
      const last = parts.lastLine()
      const query =
        version === undefined ? '' : `?after=${version}${last === undefined ? '' : `&last=${last}`}`
      const reply = await get<ViewReply>(parts.base, `view${query}`)
      missed = reply === undefined
      if (reply === undefined) return parts.connected(false)
      parts.connected(true)
      if ('version' in reply) version = reply.version
      parts.view(reply)
    } while (again)
  }

  const look = (): Promise<void> => {
    again = true
    if (looking === undefined) looking = ask().finally(() => (looking = undefined))
    return looking
  }

  const open = (): void => {
    if (stream !== undefined) stream.close()
    const source = new EventSource(`${parts.base}/api/events`)
    stream = source
    heardAt = Date.now()
    const on = (name: StreamEvent, run: (data: string) => void): void =>
      source.addEventListener(name, (event) => {
        heardAt = Date.now()
        run((event as MessageEvent<string>).data)
      })
    const onVersion = (data: string): void => {
      if ((JSON.parse(data) as { readonly version: number }).version !== version) void look()
    }
    on('hello', (data) => {
      pause.reset()
      parts.connected(true)
      onVersion(data)
    })
    on('view', onVersion)
    on('beat', () => undefined)
    for (const name of ['typing', 'wipe', 'exit'] as const) on(name, () => parts.signal(name))
    source.addEventListener('error', () => {
      if (stream !== source) return
      // A browser gives up for good after an answer that is no stream (too many, not possible at the moment).
      if (source.readyState === EventSource.CLOSED)
        void pause.wait(0).then(() => listening && stream === source && open())
      void look()
    })
  }

  setInterval(() => {
    if (missed) void look()
    if (!listening || stream === undefined) return
    if (stream.readyState !== EventSource.OPEN) void look()
    else if (Date.now() - heardAt > SILENCE) open()
  }, POLL)

  return {
    look,
    forget: () => {
      version = undefined
    },
    listen: () => {
      listening = true
      if (stream === undefined || stream.readyState === EventSource.CLOSED || Date.now() - heardAt > SILENCE)
        open()
      pause.cut()
    },
    stop: () => {
      listening = false
      if (stream !== undefined) stream.close()
      stream = undefined
    },
  }
}
