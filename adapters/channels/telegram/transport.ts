import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import type { Ms } from '../../../core/base/units.ts'

/** The platform's answers hold 4 MiB at most; more than this is not an answer. */
const MOST_BYTES = 8 * 1024 * 1024
/**
 * Shorter than any server's own limit for idle connections, so that we do not write into one that
 * is being closed.
 */
const IDLE_MS = 10_000

/**
 * A call that brought no answer. `reached` is false where the connection never stood, so the
 * request certainly did nothing; otherwise nobody knows. Says nothing about the address, which
 * holds the token.
 */
export class BrokenCall extends Error {
  readonly reached: boolean
  readonly code: string
  constructor(reached: boolean, code: string) {
    super(`the call broke: ${code}`)
    this.name = 'BrokenCall'
    this.reached = reached
    this.code = code
  }
}

/** What grammY hands to `fetch`; the body of a call with a file is a stream of its parts. */
type Init = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: {
    readonly aborted: boolean
    readonly addEventListener: (type: 'abort', listener: () => void) => void
    readonly removeEventListener: (type: 'abort', listener: () => void) => void
  }
}
/** The part of a Response that grammY reads. */
type Reply = {
  readonly ok: boolean
  readonly status: number
  readonly statusText: string
  readonly json: () => Promise<unknown>
}

export type Transport = {
  readonly fetch: (url: string | URL, init?: Init) => Promise<Reply>
  /** Breaks every connection, also those in use. */
  readonly close: () => void
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'EUNKNOWN'

/** A file is in memory already: sent with its length, as every server takes it. */
const bodyOf = async (body: unknown): Promise<string | Uint8Array | undefined> => {
  if (typeof body === 'string') return body
  return body instanceof Readable ? Buffer.concat(await body.toArray()) : undefined
}

/**
 * `fetch` for grammY straight on node:http(s) with kept connections. grammY's own (node-fetch 2)
 * takes half as much CPU again, and the built-in fetch, which refuses grammY's abort signal, two
 * and a half times as much.
 */
export const openTransport = (options: {
  readonly secure: boolean
  /** Calls at the same time; more of them wait. */
  readonly maxSockets: number
  /** From the call to the end of the answer, waiting for a free connection included. */
  readonly timeout: Ms
}): Transport => {
  const { secure, maxSockets, timeout } = options
  const settings = { keepAlive: true, maxSockets, timeout: IDLE_MS, scheduling: 'lifo' } as const
  const agent = secure ? new HttpsAgent(settings) : new HttpAgent(settings)
  const start = secure ? httpsRequest : httpRequest

  const collect = (
    response: IncomingMessage,
    broke: (code: string) => void,
    done: (body: Buffer) => void,
  ): void => {
    const chunks: Buffer[] = []
    let size = 0
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > MOST_BYTES) response.destroy()
    })
    response.on('error', (error) => broke(codeOf(error)))
    // An answer that stops early closes without an end.
    response.on('close', () => broke('ECUT'))
    response.on('end', () => done(Buffer.concat(chunks)))
  }

  const call = (url: string | URL, init: Init, body: string | Uint8Array): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { signal } = init
      if (signal?.aborted === true) {
        reject(new BrokenCall(false, 'EABORTED'))
        return
      }
      let reached = false
      let over = false
      const headers = { ...init.headers, 'content-length': String(Buffer.byteLength(body)) }
      const request = start(url, { method: init.method ?? 'POST', headers, agent })
      const giveUp = (code: string) => (): void => {
        broke(code)
        request.destroy()
      }
      const abort = giveUp('EABORTED')
      const timer = setTimeout(giveUp('ETIMEOUT'), timeout)
      const settle = (): void => {
        over = true
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
      }
      const broke = (code: string): void => {
        // Every answer closes in the end; only an early close is a break.
        if (over) return
        settle()
        reject(new BrokenCall(reached, code))
      }
      signal?.addEventListener('abort', abort)
      request.on('socket', (socket) => {
        if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', () => void (reached = true))
        else reached = true
      })
      request.on('error', (error) => broke(codeOf(error)))
      request.on('response', (response) => {
        collect(response, broke, (bytes) => {
          settle()
          const status = response.statusCode ?? 0
          resolve({
            ok: status >= 200 && status < 300,
            status,
            statusText: response.statusMessage ?? '',
            // Proxies answer in HTML; the parser's message would quote it.
            json: async () => {
              try {
                return JSON.parse(bytes.toString()) as unknown
              } catch {
                throw new BrokenCall(true, `E${status}`)
              }
            },
          })
        })
      })
      request.end(body)
    })

  const fetch = async (url: string | URL, init: Init = {}): Promise<Reply> => {
    const body = await bodyOf(init.body)
    if (body === undefined) throw new BrokenCall(false, 'EBODY')
    return call(url, init, body)
  }

  return { fetch, close: () => agent.destroy() }
}
