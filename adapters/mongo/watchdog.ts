import { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { mongo } from 'mongoose'
import type { Log } from '../../core/ports/log.ts'

/**
 * Gets the driver's client going again where it hangs: for two of its waits (7.8) nothing ever ends
 * (both measured in test/adapters/mongo/faults.test.ts).
 *
 * 1. A connection is accepted and closed again before it has begun to listen to it, as what stands
 *    before a server that is away may do: then its look for servers, or its pool, never goes on, and
 *    no call would ever find the server again. The client is started anew; all that it has given out
 *    stays good.
 * 2. A command is written to a socket that was destroyed and has not said so yet: it waits until the
 *    socket has taken it, which it never does. It is told to go on, sees that its connection is closed,
 *    and fails, or is tried again, as the driver does with any call whose connection broke.
 */
export type Watchdog = { readonly stop: () => void }

const LOOK_MS = 500

/** As much of the driver's inside as is looked at; pinned with it. Where it looks otherwise, nothing is done. */
type Inside = {
  readonly topology?: {
    readonly s?: {
      readonly servers?: ReadonlyMap<
        string,
        {
          readonly pool?: {
            readonly checkedOut?: ReadonlySet<{ readonly closed?: boolean; readonly socket?: Socket }>
          }
        }
      >
    }
  }
}

/** Lets go what waits for a socket that is closed to take what was written to it. */
const letGo = (client: mongo.MongoClient): void => {
  const servers = (client as unknown as Inside).topology?.s?.servers
  for (const { pool } of servers instanceof Map ? servers.values() : [])
    for (const { closed, socket } of pool?.checkedOut instanceof Set ? pool.checkedOut : [])
      if (closed === true && socket instanceof Socket && socket.listenerCount('drain') > 0)
        socket.emit('drain')
}

/**
 * `limitMs`: how long the opening of a connection takes at most. `beatMs`: how long a server may
 * wait before it answers a heartbeat that it may hold.
 */
export const watchClient = (
  client: mongo.MongoClient,
  {
    limitMs,
    beatMs,
    log,
  }: { readonly limitMs: number; readonly beatMs: number; readonly log?: Log | undefined },
): Watchdog => {
  /** What has begun, with the time by which it has ended unless it hangs. */
  const deadlines = new Map<string, number>()
  let restarting = false
  const ending = new AbortController()

  const begun = (what: string, withinMs: number): void =>
    void deadlines.set(what, performance.now() + withinMs)
  const ended = (what: string): void => void deadlines.delete(what)
  const beat = ({ connectionId }: { readonly connectionId: string }): string => `beat ${connectionId}`
  const opening = ({
    address,
    connectionId,
  }: {
    readonly address: string
    readonly connectionId: number | '<monitor>'
  }): string => `${address} ${connectionId}`

  client.on('serverHeartbeatStarted', (event) =>
    begun(beat(event), event.awaited ? beatMs + limitMs : limitMs),
  )
  client.on('serverHeartbeatSucceeded', (event) => ended(beat(event)))
  client.on('serverHeartbeatFailed', (event) => ended(beat(event)))
  client.on('serverClosed', ({ address }) => ended(`beat ${address}`))
  client.on('connectionCreated', (event) => begun(opening(event), limitMs))
  client.on('connectionReady', (event) => ended(opening(event)))
  client.on('connectionClosed', (event) => ended(opening(event)))

  const restart = async (): Promise<void> => {
    log?.warn('the MongoDB driver hangs, it is started anew')
    await client.close().catch(() => undefined)
    deadlines.clear()
    while (!ending.signal.aborted) {
      try {
        await client.connect()
        return
      } catch {
        // Still away: calls say so meanwhile.
        await setTimeout(LOOK_MS, undefined, { ref: false })
      }
    }
  }

  const look = async (): Promise<void> => {
    letGo(client)
    const now = performance.now()
    if (restarting || ![...deadlines.values()].some((deadline) => deadline < now)) return
    restarting = true
    await restart()
    restarting = false
  }
  const timer = setInterval(() => void look(), LOOK_MS).unref()

  return {
    stop: () => {
      ending.abort()
      clearInterval(timer)
    },
  }
}
