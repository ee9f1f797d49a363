import { randomBytes } from 'node:crypto'
import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { Failure } from '../../../core/base/failure.ts'
import { seconds, type Ms } from '../../../core/base/units.ts'

/** The platform's answers are a few kilobytes; more than this is not an answer. */
const MOST_BYTES = 1_048_576
/**
 * Shorter than any server's own limit for idle connections, so that we do not write into one that
 * is being closed.
 */
const IDLE_MS = 10_000
/** A Retry-After beyond this is not believed. */
const LONGEST_WAIT = 3600

/**
 * What a call came to. `broken`: no answer; `reached` is false where no connection ever stood, so
 * the request certainly did nothing. `json` is missing where the answer is none of the platform's
 * (a proxy's page).
 */
export type Reply =
  | { readonly status: 'answered'; readonly http: number; readonly json?: unknown; readonly retryAfter?: Ms }
  | { readonly status: 'broken'; readonly reached: boolean; readonly code: string }

/** A file's address opened: the response with its body unread. */
export type Opened =
  | { readonly status: 'open'; readonly response: IncomingMessage }
  | { readonly status: 'broken'; readonly code: string }

export type UploadedFile = { readonly bytes: Uint8Array; readonly mime: string; readonly name: string }

export type Graph = {
  /** `path` below the version, without a slash at its beginning. */
  readonly get: (path: string) => Promise<Reply>
  readonly post: (path: string, body: unknown) => Promise<Reply>
  /** Puts a file onto the platform; longer than any other call may take. */
  readonly upload: (path: string, file: UploadedFile) => Promise<Reply>
  /**
   * Asks for an address that the platform gave; see `isOurs`. Redirects are not followed: they
   * would carry the token elsewhere.
   */
  readonly open: (url: URL, limits: { readonly idle: Ms; readonly longest: Ms }) => Promise<Opened>
  /** Whether the token may be sent to this address. */
  readonly isOurs: (url: URL) => boolean
  /** Breaks every call that is still open. */
  readonly close: () => void
}

/** Sending 16 MB on a slow line, within the sender's claim of its row. */
const UPLOAD = seconds(100)

/** Names are ours, or kept to what stands in quotes without harm. */
const formOf = ({ bytes, mime, name }: UploadedFile, boundary: string): Uint8Array => {
  const field = (key: string, value: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`
  const head =
    field('messaging_product', 'whatsapp') +
    field('type', mime) +
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name.replace(/["\r\n]/g, ' ')}"\r\nContent-Type: ${mime}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

/** Where Meta serves media from; each is asked over https only. */
const MEDIA_HOSTS = /(?:^|\.)(?:fbsbx\.com|fbcdn\.net|whatsapp\.net|facebook\.com)$/
const TOKEN = /^[\x21-\x7e]{8,1024}$/
const VERSION = /^v\d{1,3}\.\d$/

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'EUNKNOWN'

const parsed = (bytes: Buffer): { readonly json?: unknown } => {
  try {
    return { json: JSON.parse(bytes.toString()) as unknown }
  } catch {
    return {}
  }
}

const waitOf = (response: IncomingMessage): { readonly retryAfter?: Ms } => {
  const asked = Number(response.headers['retry-after'] ?? Number.NaN)
  return asked >= 0 && asked <= LONGEST_WAIT ? { retryAfter: seconds(asked) } : {}
}

/** Whether a request's connection ever stood; until then nothing of it left. */
const watch = (request: ClientRequest, secure: boolean): { readonly reached: () => boolean } => {
  let reached = false
  request.on('socket', (socket) => {
    if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', () => void (reached = true))
    else reached = true
  })
  return { reached: () => reached }
}

/**
 * Meta's Graph API over node:http(s), certificates always verified. The token is in a header and in
 * nothing else: no address, no error, no log. `apiRoot` without a slash at its end; http only for a
 * stand-in on this machine (bots/config.ts). Throws `settings_invalid`.
 */
export const openGraph = (options: {
  readonly token: string
  readonly apiRoot: string
  /** `v26.0` */
  readonly version: string
  /** From the call to the end of the answer, waiting for a free connection included. */
  readonly timeout: Ms
  /** Calls at the same time; more of them wait. */
  readonly maxSockets: number
}): Graph => {
  const { token, apiRoot, version, timeout, maxSockets } = options
  if (!TOKEN.test(token))
    throw new Failure('settings_invalid', 'the WhatsApp access token has characters that no token has')
  if (!VERSION.test(version))
    throw new Failure('settings_invalid', 'the Graph API version must look like v26.0')
  const root = new URL(apiRoot)
  const settings = { keepAlive: true, maxSockets, timeout: IDLE_MS, scheduling: 'lifo' } as const
  const plain = new HttpAgent(settings)
  const secured = new HttpsAgent({ ...settings, rejectUnauthorized: true })
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  const begin = (
    url: URL,
    more: { readonly method: string; readonly headers: Record<string, string> },
  ): ClientRequest =>
    url.protocol === 'https:'
      ? httpsRequest(url, { ...more, agent: secured })
      : httpRequest(url, { ...more, agent: plain })

  const call = (
    method: 'GET' | 'POST',
    path: string,
    sent?: { readonly type: string; readonly body: string | Uint8Array },
    patience: Ms = timeout,
  ): Promise<Reply> =>
    new Promise((resolve) => {
      const url = new URL(`${apiRoot}/${version}/${path}`)
      const about =
        sent === undefined
          ? {}
          : { 'content-type': sent.type, 'content-length': String(Buffer.byteLength(sent.body)) }
      const request = begin(url, { method, headers: { ...headers, ...about } })
      const { reached } = watch(request, url.protocol === 'https:')
      let over = false
      const end = (reply: Reply): void => {
        // Every answer closes in the end; only an early close is a break.
        if (over) return
        over = true
        clearTimeout(timer)
        resolve(reply)
      }
      const broke = (code: string): void => end({ status: 'broken', reached: reached(), code })
      const timer = setTimeout(() => {
        broke('ETIMEOUT')
        request.destroy()
      }, patience)
      request.on('error', (error) => broke(codeOf(error)))
      request.on('response', (response) => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          size += chunk.length
          if (size > MOST_BYTES) response.destroy()
        })
        response.on('error', (error) => broke(codeOf(error)))
        response.on('close', () => broke('ECUT'))
        response.on('end', () =>
          end({
            status: 'answered',
            http: response.statusCode ?? 0,
            ...parsed(Buffer.concat(chunks)),
            ...waitOf(response),
          }),
        )
      })
      request.end(sent?.body)
    })

  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, { type: 'application/json', body: JSON.stringify(body) }),
    upload: (path, file) => {
      const boundary = `amin-${randomBytes(16).toString('hex')}`
      const type = `multipart/form-data; boundary=${boundary}`
      return call('POST', path, { type, body: formOf(file, boundary) }, UPLOAD)
    },
    isOurs: (url) =>
      url.origin === root.origin ||
      (url.protocol === 'https:' && url.port === '' && MEDIA_HOSTS.test(url.hostname)),
    open: (url, { idle, longest }) =>
      new Promise((resolve) => {
        const request = begin(url, { method: 'GET', headers: { authorization: headers.authorization } })
        const end = (): void => void request.destroy(new Error('too slow'))
        const limit = setTimeout(end, longest)
        request.setTimeout(idle, end)
        request.on('error', (error) => {
          clearTimeout(limit)
          resolve({ status: 'broken', code: codeOf(error) })
        })
        request.on('response', (response) => {
          response.on('close', () => clearTimeout(limit))
          resolve({ status: 'open', response })
        })
        request.end()
      }),
    close: () => {
      plain.destroy()
      secured.destroy()
    },
  }
}
