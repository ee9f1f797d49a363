import { heardIn, type Presences } from './presences.ts'
import { makeStream, type FeedMessage } from './stream.ts'
import type { FeedRequest } from './feed.ts'

/**
 * One stream for all tabs: HTTP/1.1 allows six connections to an origin, and six tabs with a stream
 * each leave none for anything else.
 */
const ports = new Set<MessagePort>()
let presences: Presences = new Map()
const tell = (message: FeedMessage): void => {
  if (message.type === 'presence') presences = heardIn(presences, message.data)
  // A stream that begins anew tells it all again.
  if (message.type === 'state') presences = new Map()
  for (const port of ports) port.postMessage(message)
}
const stream = makeStream(tell)

/**
 * What happened between the tab's first fetch and its joining reached only the tabs that were here:
 * it has to read again.
 */
const welcome = (port: MessagePort, after: number): void => {
  stream.start(after)
  port.postMessage({ type: 'state', state: stream.state() } satisfies FeedMessage)
  if (after < stream.position()) port.postMessage({ type: 'reset' } satisfies FeedMessage)
  for (const told of presences.values())
    port.postMessage({ type: 'presence', data: JSON.stringify(told) } satisfies FeedMessage)
}

const attend = (port: MessagePort): void => {
  ports.add(port)
  port.addEventListener('message', ({ data }: MessageEvent<FeedRequest>) => {
    if (data.type === 'start') welcome(port, data.after)
    else if (data.type === 'poke') stream.poke()
    else if (data.type === 'stop') stream.stop()
    else ports.delete(port)
  })
  port.start()
}

// The worker's own scope has no type under the DOM library.
globalThis.addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports
  if (port !== undefined) attend(port)
})
