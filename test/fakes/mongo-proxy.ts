import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { Transform } from 'node:stream'

/** Stands between the driver and the server, and does to the connection what networks do. */
export type MongoProxy = {
  /** The address, with the proxy in the place of the server. */
  readonly uri: string
  /** Ends every connection and takes no new one, until `heal`. */
  readonly cut: () => void
  /** The same, in place of what the server says after `answers` more pieces of it. */
  readonly cutAfter: (answers: number) => void
  /** Keeps every connection open and lets nothing through, until `heal`: what was held then arrives. */
  readonly hold: () => void
  readonly heal: () => void
  /** What the server says comes so much later. */
  readonly delay: (ms: number) => void
  readonly close: () => Promise<void>
}

export const startMongoProxy = async (serverUri: string): Promise<MongoProxy> => {
  const target = new URL(serverUri)
  const sockets = new Set<Socket>()
  let state: 'open' | 'cut' | 'held' = 'open'
  let lateMs = 0
  let left = Infinity
  let waiting: (() => void)[] = []

  const through = (pass: () => void, ms: number): void => {
    const go = (): void => {
      if (state === 'held') waiting.push(go)
      else if (ms > 0) setTimeout(pass, ms)
      else pass()
    }
    go()
  }
  const gate = (delayed: boolean): Transform =>
    new Transform({
      transform: (chunk, _, done) => {
        if (delayed && left-- <= 0) return cut()
        through(() => done(null, chunk), delayed ? lateMs : 0)
      },
    })

  const drop = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const cut = (): void => {
    state = 'cut'
    left = Infinity
    waiting = []
    drop()
  }

  const server = createServer((client) => {
    if (state === 'cut') return void client.destroy()
    const upstream = connect(Number(target.port), target.hostname)
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => one.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
    client.pipe(gate(false)).pipe(upstream)
    upstream.pipe(gate(true)).pipe(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const behind = new URL(serverUri)
  // A member of a replica set would tell the driver of the others, and of itself without the proxy.
  behind.searchParams.set('directConnection', 'true')
  behind.searchParams.delete('replicaSet')
  behind.port = String((server.address() as AddressInfo).port)

  return {
    uri: behind.href,
    cut,
    cutAfter: (answers) => {
      left = answers
    },
    hold: () => {
      state = 'held'
    },
    heal: () => {
      state = 'open'
      const held = waiting
      waiting = []
      for (const go of held) go()
    },
    delay: (ms) => {
      lateMs = ms
    },
    close: async () => {
      state = 'cut'
      drop()
      server.close()
      await once(server, 'close')
    },
  }
}
