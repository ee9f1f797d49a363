import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { VirtualClock } from '../telegram/clock.ts'
import { says } from './errors.ts'

/** What is wrong with one file; nothing where it is served as it should be. */
export type MediaFault = {
  /** The platform does not know the id (any more). */
  readonly gone?: boolean
  /** The address answers this status, the first `times` times (always where not said). */
  readonly status?: number
  readonly times?: number
  /** The connection breaks after so many bytes; the declared length stays. */
  readonly truncate?: number
  /** The body ends properly, but so many bytes earlier, or later, than was said. */
  readonly shorter?: number
  readonly longer?: number
  /** Without a Content-Length. */
  readonly chunked?: boolean
  /** Stops after so many bytes without closing. */
  readonly stall?: number
  /** So many bytes at a time. */
  readonly drip?: number
  /** One bit of the bytes is another. */
  readonly flip?: boolean
  /** The hash that the message says, the one that the platform says. */
  readonly messageHash?: string
  readonly platformHash?: string
  /** The platform says no hash, or no size. */
  readonly bare?: boolean
  /** Another address than the platform's. */
  readonly url?: string
}

export type StoredMedia = {
  readonly id: string
  readonly bytes: Uint8Array
  readonly mime: string
  readonly sha256: string
  /** Declared. */
  readonly size: number
  fault: MediaFault
}

export type Media = {
  readonly add: (
    bytes: Uint8Array,
    options: { readonly mime: string; readonly size?: number; readonly fault?: MediaFault },
  ) => StoredMedia
  readonly get: (id: string) => StoredMedia | undefined
  /** How often the bytes of each were asked for. */
  readonly served: ReadonlyMap<string, number>
  /** The same by the bytes, under whatever id. */
  readonly servedOf: (bytes: Uint8Array) => number
  /** What `GET /{media-id}` answers. */
  readonly locate: (id: string) => Record<string, unknown>
  readonly serve: (ticket: string, response: ServerResponse) => void
}

/** An address lives five minutes, an id of a received file seven days (media, June 2026). */
const ADDRESS_LIVES = 5 * 60_000
const ID_LIVES = 7 * 24 * 3_600_000

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const makeMedia = (clock: VirtualClock, origin: () => string): Media => {
  const files = new Map<string, StoredMedia & { readonly since: number }>()
  const tickets = new Map<string, { readonly id: string; readonly until: number }>()
  const served = new Map<string, number>()
  let next = 1

  const send = ({ bytes, fault }: StoredMedia, response: ServerResponse): void => {
    let body = Buffer.from(bytes)
    if (fault.flip === true && body.length > 0) body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1
    if (fault.longer !== undefined) body = Buffer.concat([body, Buffer.alloc(fault.longer, 0x21)])
    if (fault.shorter !== undefined) body = body.subarray(0, Math.max(0, body.length - fault.shorter))
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      ...(fault.chunked === true ? {} : { 'content-length': body.length }),
    })
    if (fault.truncate !== undefined)
      return void response.write(body.subarray(0, fault.truncate), () => response.destroy())
    if (fault.stall !== undefined) return void response.write(body.subarray(0, fault.stall))
    if (fault.drip === undefined) return void response.end(body)
    const step = fault.drip
    const more = (at: number): void => {
      if (at >= body.length) return void response.end()
      response.write(body.subarray(at, at + step), () => setImmediate(() => more(at + step)))
    }
    more(0)
  }

  return {
    served,
    servedOf: (bytes) => {
      const sha256 = hashOf(bytes)
      return [...files.values()]
        .filter((file) => file.sha256 === sha256)
        .reduce((sum, { id }) => sum + (served.get(id) ?? 0), 0)
    },
    get: (id) => files.get(id),
    add: (bytes, { mime, size, fault = {} }) => {
      const id = `9${String(next++).padStart(14, '0')}`
      const sha256 = hashOf(bytes)
      const stored = { id, bytes, mime, sha256, size: size ?? bytes.length, fault, since: clock.now() }
      files.set(id, stored)
      return stored
    },
    locate: (id) => {
      const file = files.get(id)
      if (file === undefined || file.fault.gone === true || clock.now() > file.since + ID_LIVES)
        throw says.noObject()
      const ticket = `${id}-${tickets.size}`
      tickets.set(ticket, { id, until: clock.now() + ADDRESS_LIVES })
      const { fault } = file
      return {
        messaging_product: 'whatsapp',
        id,
        mime_type: file.mime,
        url: fault.url ?? `${origin()}/media/?mid=${ticket}`,
        ...(fault.bare === true ? {} : { sha256: fault.platformHash ?? file.sha256, file_size: file.size }),
      }
    },
    serve: (given, response) => {
      const ticket = tickets.get(given)
      const file = ticket === undefined ? undefined : files.get(ticket.id)
      if (ticket === undefined || file === undefined || clock.now() > ticket.until)
        return void response.writeHead(404).end()
      const asked = (served.get(file.id) ?? 0) + 1
      served.set(file.id, asked)
      const { status, times = Number.POSITIVE_INFINITY } = file.fault
      if (status !== undefined && asked <= times)
        return void response
          .writeHead(status, { 'content-type': 'text/html', location: '/elsewhere' })
          .end('<html></html>')
      send(file, response)
    },
  }
}
