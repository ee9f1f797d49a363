import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { groupsOf } from '../../../../core/services/limits/address.ts'
import { seconds, type Ms } from '../../../../core/base/units.ts'
import { refuse } from './problem.ts'

export type ConnectionLimits = {
  /**
   * For a body that is no file: from the head to its last byte. A long text on the slowest phone
   * networks gets more, see `SLOWEST`.
   */
  readonly body: Ms
  /**
   * Requests that one address or /64 may have open at a time, streams among them; its /24 or /48
   * four times as many.
   */
  readonly atOnce: number
  /** Connections of the whole process; nothing: as many as the system gives. */
  readonly connections?: number
}

/** A mobile operator has thousands of phones behind one address; the web chat gives them 500 streams. */
export const USUAL_CONNECTIONS: ConnectionLimits = { body: seconds(30), atOnce: 800 }

const NEIGHBOURS = 4
/** Bytes a second: one channel of GPRS in its weakest coding carries 1.1 kB/s (CS-1; 3GPP TS 45.003). */
const SLOWEST = 1_000
/**
 * Above this share of its connections the server lets go of those that say nothing, and of the
 * bodies that have been coming longest.
 */
const FULL = 0.9
/** A body younger than this is not cut to make room, in milliseconds. */
const YOUNG = 2_000

const isLoopback = (address: string | undefined): boolean =>
  address === undefined || /^(?:::ffff:)?127\.|^::1$/.test(address)

/** Counts what is open by address group. `enter` is false where one more would be too many. */
const makeCounter = (most: number) => {
  const open = new Map<string, number>()
  const keysOf = (address: string): readonly (readonly [string, number])[] => {
    const { one, many } = groupsOf(address)
    return [
      [`1 ${one}`, most],
      [`2 ${many}`, most * NEIGHBOURS],
    ]
  }
  return {
    enter: (address: string): boolean => {
      const keys = keysOf(address)
      if (keys.some(([key, bound]) => (open.get(key) ?? 0) >= bound)) return false
      for (const [key] of keys) open.set(key, (open.get(key) ?? 0) + 1)
      return true
    },
    leave: (address: string): void => {
      for (const [key] of keysOf(address)) {
        const left = (open.get(key) ?? 1) - 1
        if (left > 0) open.set(key, left)
        else open.delete(key)
      }
    },
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Keeps slow and many connections from taking the place of others. Who calls is told apart by
 * address group: behind a proxy that is believed by the address that it names, otherwise already
 * when a connection opens. Loopback is this machine and not counted.
 */
export const guardConnections = (
  app: FastifyInstance,
  limits: ConnectionLimits,
  behindProxy: boolean,
): void => {
  const { server } = app
  const requests = makeCounter(limits.atOnce)
  const sockets = makeCounter(limits.atOnce)
  /** Bodies that are still coming, those longest first, with when they began. */
  const bodies = new Map<IncomingMessage, number>()
  let connections = 0

  const makeRoom = (): void => {
    server.closeIdleConnections()
    const now = Date.now()
    for (const [request, since] of bodies) {
      if (now - since < YOUNG) return
      request.destroy()
    }
  }

  if (limits.connections !== undefined) server.maxConnections = limits.connections
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress
    const counted = !behindProxy && address !== undefined && !isLoopback(address)
    if (counted && !sockets.enter(address)) return void socket.destroy()
    connections += 1
    if (limits.connections !== undefined && connections > limits.connections * FULL) makeRoom()
    socket.on('close', () => {
      connections -= 1
      if (counted) sockets.leave(address)
    })
  })

  app.addHook('onRequest', async (request, reply) => {
    const { raw, ip } = request
    if (!isLoopback(ip)) {
      if (!requests.enter(ip))
        return refuse(reply.header('connection', 'close').header('retry-after', '5'), 'too_many')
      reply.raw.once('close', () => requests.leave(ip))
    }
    if (!hasBody(raw)) return undefined
    bodies.set(raw, Date.now())
    const { longBody } = request.routeOptions.config as { readonly longBody?: boolean }
    const length = Number(raw.headers['content-length'] ?? 0)
    // Cut without an answer: what was not taken is sent again by who meant it.
    const patience = Math.max(limits.body, (length / SLOWEST) * 1000)
    const timer =
      longBody === true ? undefined : setTimeout(() => raw.destroy(), Math.min(patience, limits.body * 5))
    const over = (): void => {
      clearTimeout(timer)
      bodies.delete(raw)
    }
    raw.once('end', over)
    raw.once('close', over)
    return undefined
  })
}
