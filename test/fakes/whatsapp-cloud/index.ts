import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { makeSeeded, makeVirtualClock, type VirtualClock } from '../telegram/clock.ts'
import { serveControl } from './control.ts'
import { GraphFault, says, toBody } from './errors.ts'
import { answerOf, makeFaults, type Fault, type FaultHandle, type FaultRule, type Place } from './faults.ts'
import { makeHook, type Hook } from './hook.ts'
import { readForm } from '../form.ts'
import { makeMedia, type Media } from './media.ts'
import { getPhone, isMarkRead, postMessage } from './methods.ts'
import { makePerson, type Person, type PersonOptions } from './person.ts'
import type { SentEntry, World } from './world.ts'
import { plays } from '../../plays.ts'

export type FakeOptions = {
  readonly token?: string
  readonly appSecret?: string
  readonly phoneId?: string
  /** Where webhooks go; may be told later (`hook.point`). */
  readonly webhook?: string
  readonly templates?: readonly string[]
  readonly retryMs?: number
  readonly seed?: number
  readonly port?: number
}

export type FakeCall = { readonly place: Place; readonly body: unknown }

export type FakeWhatsappCloud = {
  readonly apiRoot: string
  readonly port: number
  readonly token: string
  readonly appSecret: string
  readonly phoneId: string
  readonly world: World
  readonly clock: VirtualClock
  readonly hook: Hook
  readonly media: Media
  /** What the business did, in order. */
  readonly sent: readonly SentEntry[]
  /** Messages only: the texts that a person got. */
  readonly textsTo: (person: Person) => readonly string[]
  /** Every call that came in with a good token, in order. */
  readonly calls: readonly FakeCall[]
  readonly count: (place: Place) => number
  /** What no page of the platform's documents. A test that cares expects it to be empty. */
  readonly violations: readonly string[]
  readonly person: (options?: PersonOptions) => Person
  readonly people: readonly Person[]
  readonly fault: (rule: FaultRule) => FaultHandle
  readonly clearFaults: () => void
  /** The token is no longer accepted (or is again). */
  readonly revoke: (revoked?: boolean) => void
  /** Nobody listens on the port until `up`. */
  readonly down: () => Promise<void>
  readonly up: () => Promise<void>
  /**
   * Resolves when the condition holds; looked at after everything that happens. Rejects after `ms`
   * (default 30 s).
   */
  readonly until: (condition: () => boolean, what?: string, ms?: number) => Promise<void>
  readonly stop: () => Promise<void>
}

const PAGE = '<html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>'
const VERSIONED = /^\/v\d{1,3}\.\d\/([\w-]+)(\/messages|\/media)?$/

const retryAfter = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) }

export const startFakeWhatsappCloud = async (options: FakeOptions = {}): Promise<FakeWhatsappCloud> => {
  plays('whatsapp-cloud')
  const {
    token = 'EAAfaketokenfaketokenfaketoken',
    appSecret = 'app-secret-of-the-fake',
    phoneId = '106540352242922',
    seed = 1,
  } = options
  const random = makeSeeded(seed)
  const clock = makeVirtualClock()
  const faults = makeFaults(random)
  const violations: string[] = []
  const calls: FakeCall[] = []
  const sent: SentEntry[] = []
  const people: Person[] = []
  const waiters = new Set<() => void>()
  const changed = (): void => {
    for (const look of waiters) look()
  }
  let revoked = false
  let port = 0
  const media = makeMedia(clock, () => `http://127.0.0.1:${port}`)
  const hook = makeHook({
    wabaId: '102290129340398',
    appSecret,
    random,
    seconds: clock.seconds,
    retryMs: options.retryMs ?? 10,
    changed,
  })
  hook.point(options.webhook)
  const world: World = {
    clock,
    random,
    phoneId,
    display: '15550783881',
    hook,
    media,
    people: [],
    sent,
    templates: new Set(options.templates ?? ['continue/en', 'continue/ar']),
    errors: 'answer',
    account: {
      display_phone_number: '+1 555-078-3881',
      quality_rating: 'GREEN',
      messaging_limit_tier: 'TIER_1K',
      throughput: { level: 'STANDARD' },
      status: 'CONNECTED',
      health_status: { can_send_message: 'AVAILABLE', entities: [] },
    },
    nextMessage: 1,
    changed,
  }

  // ---- answers

  const write = (
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    body: string,
    fault: Fault | undefined,
  ): void => {
    if (fault?.kind === 'reset_after') return void request.socket.destroy()
    if (fault?.kind === 'hang') return
    const bytes = Buffer.from(fault?.kind === 'garbled' ? body.slice(0, body.length >> 1) : body)
    const retry = retryAfter(fault?.kind === 'error' ? fault.retryAfter : undefined)
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': bytes.length,
      ...retry,
    })
    if (fault?.kind === 'cut')
      return void response.write(bytes.subarray(0, bytes.length >> 1), () => request.socket.destroy())
    if (fault?.kind !== 'drip') return void response.end(bytes)
    const more = (at: number): void => {
      if (at >= bytes.length) return void response.end()
      response.write(bytes.subarray(at, at + 16), () => setImmediate(() => more(at + 16)))
    }
    more(0)
  }
  const answer = (
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    body: string,
    fault?: Fault,
  ): void => {
    if (fault?.kind === 'delay') setTimeout(() => write(request, response, status, body, fault), fault.ms)
    else write(request, response, status, body, fault)
    changed()
  }

  /** Does `work` unless a fault comes before it, and spoils its answer where one comes after. */
  const perform = (
    request: IncomingMessage,
    response: ServerResponse,
    place: Place,
    to: string | undefined,
    work: () => unknown,
  ): void => {
    const fault = faults.next(place, to)
    if (fault?.kind === 'reset_before') return void request.socket.destroy()
    if (fault?.kind === 'hang' && fault.done !== true) return changed()
    if (fault?.kind === 'html') {
      const retry = retryAfter(fault.retryAfter)
      response.writeHead(fault.http, { 'content-type': 'text/html', ...retry }).end(PAGE)
      return changed()
    }
    const error = fault === undefined ? undefined : answerOf(fault)
    try {
      if (error !== undefined) throw error
      const result = work()
      answer(request, response, 200, JSON.stringify(result), fault)
    } catch (error) {
      if (!(error instanceof GraphFault)) violations.push(`${place}: the fake failed: ${String(error)}`)
      const refusal = error instanceof GraphFault ? error : says.wrong()
      answer(request, response, refusal.http, toBody(refusal), fault)
    }
  }

  const read = (request: IncomingMessage, done: (payload: unknown) => void): void => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      try {
        done(chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString()))
      } catch {
        done(undefined)
      }
    })
  }
  const isAllowed = ({ headers }: IncomingMessage): boolean =>
    !revoked && headers.authorization === `Bearer ${token}`

  const serveFile = (request: IncomingMessage, response: ServerResponse, url: URL): void => {
    const fault = faults.next('file')
    if (fault?.kind === 'reset_before') return void request.socket.destroy()
    if (fault?.kind === 'hang') return
    if (!isAllowed(request)) return void response.writeHead(401).end()
    calls.push({ place: 'file', body: undefined })
    media.serve(url.searchParams.get('mid') ?? '', response)
    changed()
  }

  const post = (request: IncomingMessage, response: ServerResponse): void =>
    read(request, (body) => {
      const place = isMarkRead(body) ? 'typing' : 'messages'
      calls.push({ place, body })
      const { to, recipient } = (body ?? {}) as { readonly to?: string; readonly recipient?: string }
      perform(request, response, place, to ?? recipient, () =>
        postMessage(world, body, (what) => void violations.push(what)),
      )
    })

  /** `POST /{phone}/media`: a file that messages name by its id. */
  const upload = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      calls.push({ place: 'media', body: undefined })
      const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1] ?? ''
      perform(request, response, 'media', undefined, () => {
        const kept: Buffer[] = []
        const fields = readForm(Buffer.concat(chunks), boundary, (bytes) => {
          kept.push(bytes)
          return ''
        })
        const { messaging_product: product, type } = fields
        if (product !== 'whatsapp' || typeof type !== 'string' || kept[0] === undefined)
          throw says.invalid('messaging_product, type and file are required')
        return { id: media.add(kept[0], { mime: type }).id }
      })
    })
  }

  const route = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://fake')
    if (url.pathname.startsWith('/ctl/'))
      return read(
        request,
        (args) =>
          void serveControl(fake, url.pathname.slice(5), (args ?? {}) as Record<string, unknown>, response),
      )
    if (url.pathname === '/media/') return serveFile(request, response, url)
    const [, object = '', messages] = VERSIONED.exec(url.pathname) ?? []
    if (!isAllowed(request)) return answer(request, response, 401, toBody(says.unauthorised()))
    if (request.method === 'POST' && object === phoneId && messages === '/media')
      return upload(request, response)
    if (request.method === 'POST' && object === phoneId && messages !== undefined)
      return post(request, response)
    if (request.method === 'GET' && messages === undefined && object === phoneId) {
      calls.push({ place: 'phone', body: undefined })
      return perform(request, response, 'phone', undefined, () =>
        getPhone(world, url.searchParams.get('fields') ?? ''),
      )
    }
    if (request.method === 'GET' && messages === undefined && object !== '') {
      calls.push({ place: 'media', body: undefined })
      return perform(request, response, 'media', undefined, () => media.locate(object))
    }
    answer(request, response, 400, toBody(says.unknownPath()))
  }

  // ---- life

  const sockets = new Set<Socket>()
  let server: Server
  const listen = (at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server = createServer({ keepAliveTimeout: 60_000 }, route)
      server.on('connection', (socket) => {
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket))
      })
      server.on('error', reject)
      server.listen(at, '127.0.0.1', () => resolve())
    })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await listen(options.port ?? 0)
  port = (server!.address() as AddressInfo).port

  const until = (condition: () => boolean, what = 'something', ms = 30_000): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (error?: Error): void => {
        waiters.delete(look)
        clearTimeout(timer)
        if (error === undefined) resolve()
        else reject(error)
      }
      const look = (): void => {
        if (condition()) settle()
      }
      const timer = setTimeout(() => settle(new Error(`waited ${ms} ms for ${what}`)), ms)
      waiters.add(look)
      look()
    })

  const fake: FakeWhatsappCloud = {
    apiRoot: `http://127.0.0.1:${port}`,
    port,
    token,
    appSecret,
    phoneId,
    world,
    clock,
    hook,
    media,
    sent,
    textsTo: (person) => person.inbox().map(({ text }) => text),
    calls,
    count: (place) => calls.filter((call) => call.place === place).length,
    violations,
    person: (given = {}) => {
      const person = makePerson(world, given, people.length + 1)
      people.push(person)
      return person
    },
    people,
    fault: faults.add,
    clearFaults: faults.clear,
    revoke: (to = true) => {
      revoked = to
    },
    down: close,
    up: () => listen(port),
    until,
    stop: async () => {
      hook.stop()
      await close()
    },
  }
  return fake
}
