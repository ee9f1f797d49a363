import type { Feed } from './feed.ts'
import { heardIn, type Presences } from './presences.ts'
import { makeStream, type FeedMessage } from './stream.ts'

const NAME = 'amin-feed'

/** A tab asks who leads, and says from where on it knows everything. */
type Who = { readonly type: 'who'; readonly after: number }

/**
 * Without SharedWorker (some phones): the tab that holds a lock has the stream and passes
 * everything on. When it closes, the lock goes to another tab, which opens a stream after the last
 * position it heard of.
 */
export const openLedFeed = (onMessage: (message: FeedMessage) => void): Feed => {
  const channel = new BroadcastChannel(NAME)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast reaches this origin only, and takes no target
  const tell = (message: FeedMessage | Who): void => channel.postMessage(message)
  const leaving = new AbortController()
  let after: number | undefined
  let leads = false
  let presences: Presences = new Map()
  const hear = (message: FeedMessage): void => {
    if (message.type === 'change') after = message.position
    if (message.type === 'presence') presences = heardIn(presences, message.data)
    if (message.type === 'state') presences = new Map()
    onMessage(message)
  }
  const stream = makeStream((message) => {
    hear(message)
    tell(message)
  })
  channel.addEventListener('message', ({ data }: MessageEvent<FeedMessage | Who>) => {
    if (data.type !== 'who') return hear(data)
    if (!leads) return
    tell({ type: 'state', state: stream.state() })
    // Between that tab's first fetch and its joining something was missed; the others read once
    // more than they need.
    if (data.after < stream.position()) tell({ type: 'reset' })
    for (const told of presences.values()) tell({ type: 'presence', data: JSON.stringify(told) })
  })
  const lead = async (): Promise<void> => {
    leads = true
    if (after !== undefined) stream.start(after)
    await new Promise<void>((resolve) =>
      leaving.signal.addEventListener('abort', () => resolve(), { once: true }),
    )
    stream.stop()
  }
  navigator.locks.request(NAME, { signal: leaving.signal }, lead).catch(() => undefined)
  return {
    start: (position) => {
      after ??= position
      if (leads) stream.start(after)
      else tell({ type: 'who', after })
    },
    poke: () => stream.poke(),
    stop: () => stream.stop(),
    close: () => {
      leaving.abort()
      channel.close()
    },
  }
}
