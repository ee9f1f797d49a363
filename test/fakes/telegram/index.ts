import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Update, UserFromGetMe } from '@grammyjs/types'
import { makeSeeded, makeVirtualClock, type VirtualClock } from './clock.ts'
import { serveControl } from './control.ts'
import { ApiFault, says } from './errors.ts'
import { answerOf, makeFaults, type Fault, type FaultHandle, type FaultRule } from './faults.ts'
import { readForm } from '../form.ts'
import { makeFiles, type Files } from './files.ts'
import { makeHandlers, type Handlers } from './methods.ts'
import { crowdMessage, makePerson, type Person, type PersonOptions } from './people.ts'
import { makeQueue, type Queue } from './queue.ts'
import { openValidator } from './schema.ts'
import type { SentEntry, World } from './world.ts'
import { plays } from '../../plays.ts'

export type FakeOptions = {
  /** `<bot id>:<secret>`. */
  readonly token?: string
  /**
   * Check every request and every answer and update against `@grammyjs/types`. Costs much; benches
   * switch it off.
   */
  readonly validate?: boolean
  /**
   * The server's rules for repeating an offset at once: one update, and 3 s of waiting. Benches
   * switch it off.
   */
  readonly throttle?: boolean
  /** Milliseconds before an answer leaves, by method. */
  readonly latency?: Readonly<Record<string, number>>
  readonly seed?: number
  readonly port?: number
}

type ApiCall = { readonly method: string; readonly payload: Readonly<Record<string, unknown>> }

export type FakeTelegram = {
  readonly apiRoot: string
  readonly port: number
  readonly token: string
  readonly botId: number
  readonly world: World
  readonly clock: VirtualClock
  readonly queue: Queue
  readonly files: Files
  /** What the bot did, in order; `sentTo` for one chat. */
  readonly sent: readonly SentEntry[]
  readonly sentTo: (chat: number) => readonly SentEntry[]
  /** Every call that came in, in order, with its payload; only while `validate` is on. Counted always. */
  readonly calls: readonly ApiCall[]
  readonly count: (method: string) => number
  /** What broke the Bot API's types, either side. A test that cares expects it to be empty. */
  readonly violations: readonly string[]
  readonly stats: { delivered: number; conflicts: number }
  readonly person: (options?: PersonOptions) => Person
  readonly people: ReadonlyMap<number, Person>
  /** `n` messages of `chats` people without names: a flood. */
  readonly crowd: (n: number, chats?: number, text?: string) => void
  readonly fault: (rule: FaultRule) => FaultHandle
  readonly clearFaults: () => void
  readonly latency: Record<string, number>
  /** The token is no longer accepted (or is again). */
  readonly revoke: (revoked?: boolean) => void
  /** Nobody listens on the port until `up`. */
  readonly down: () => Promise<void>
  readonly up: () => Promise<void>
  /** Whether a long poll waits now. */
  readonly polling: () => boolean
  /**
   * Resolves when the condition holds; looked at after everything that happens. Rejects after `ms`
   * (default 30 s).
   */
  readonly until: (condition: () => boolean, what?: string, ms?: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The server caps a long poll there. */
const LONGEST_POLL = 50
/** Repeating an offset within 0.5 s gives one update, within 3 s waits 3 s. */
const THROTTLE_ONE = 500
const THROTTLE_WAIT = 3000
const PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n'

type Poll = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly offset: number
  readonly limit: number
  readonly fault: Fault | undefined
  timer: NodeJS.Timeout
}

export const startFakeTelegram = async (options: FakeOptions = {}): Promise<FakeTelegram> => {
  plays('telegram')
  const { token = '424242:TEST-token_for-the-fake', validate = true, throttle = true, seed = 1 } = options
  const botId = Number(token.split(':', 1)[0])
  const random = makeSeeded(seed)
  const clock = makeVirtualClock()
  const validator = validate ? openValidator() : undefined
  const violations: string[] = []
  const breach = (found: string | undefined): void => {
    if (found !== undefined) violations.push(found)
  }
  const waiters = new Set<() => void>()
  const changed = (): void => {
    for (const look of waiters) look()
  }

  let poll: Poll | undefined
  let waking = false
  let revoked = false
  let previousOffset = -1
  let previousStart = 0
  const counts = new Map<string, number>()
  const calls: ApiCall[] = []
  const latency: Record<string, number> = { ...options.latency }
  const faults = makeFaults(random)
  const files = makeFiles(clock)
  const stats = { delivered: 0, conflicts: 0 }

  /**
   * The server waits a millisecond or two before it answers a waiting poll, so that what comes
   * together leaves together.
   */
  const wake = (): void => {
    changed()
    if (poll === undefined || waking) return
    waking = true
    setImmediate(() => {
      waking = false
      if (poll === undefined || queue.pending() === 0) return
      const { request, response, offset, limit, fault, timer } = poll
      poll = undefined
      clearTimeout(timer)
      deliver(request, response, offset, limit, fault)
    })
  }
  const queue = makeQueue({
    clock,
    random,
    check: (update) => breach(validator?.update(update)),
    changed: wake,
  })
  const me: UserFromGetMe = {
    id: botId,
    is_bot: true,
    first_name: 'Amin',
    username: 'amin_test_bot',
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }
  const world: World = {
    clock,
    random,
    me,
    queue,
    files,
    chats: new Map(),
    sent: [],
    commands: new Map(),
    presses: new Map(),
    names: new Map(),
    webhook: '',
    nextMessageId: 1,
    changed,
    push: (body) => void queue.push(body),
  }
  const handlers = makeHandlers(world)

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
    const bytes = Buffer.from(body)
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
    if (fault?.kind === 'cut')
      return void response.write(bytes.subarray(0, Math.max(1, bytes.length >> 1)), () =>
        request.socket.destroy(),
      )
    if (fault?.kind !== 'drip') return void response.end(bytes)
    let offset = 0
    const timer = setInterval(() => {
      response.write(bytes.subarray(offset, offset + 16))
      offset += 16
      if (offset < bytes.length) return
      clearInterval(timer)
      response.end()
    }, 1)
    response.on('close', () => clearInterval(timer))
  }
  const answer = (
    request: IncomingMessage,
    response: ServerResponse,
    method: string,
    status: number,
    body: string,
    fault?: Fault,
  ): void => {
    const wait = (latency[method] ?? 0) + (fault?.kind === 'delay' ? fault.ms : 0)
    if (wait > 0) setTimeout(() => write(request, response, status, body, fault), wait)
    else write(request, response, status, body, fault)
    changed()
  }
  const refuse = (
    request: IncomingMessage,
    response: ServerResponse,
    method: string,
    error: ApiFault,
    fault?: Fault,
  ): void => {
    const { code, message, parameters } = error
    const body = {
      ok: false,
      error_code: code,
      description: message,
      ...(parameters === undefined ? {} : { parameters }),
    }
    answer(request, response, method, code, JSON.stringify(body), fault)
  }

  // ---- getUpdates

  const deliver = (
    request: IncomingMessage,
    response: ServerResponse,
    offset: number,
    limit: number,
    fault?: Fault,
  ): void => {
    const updates = queue.take(offset, limit)
    stats.delivered += updates.length
    answer(request, response, 'getUpdates', 200, `{"ok":true,"result":[${updates.join(',')}]}`, fault)
  }
  const getUpdates = (
    request: IncomingMessage,
    response: ServerResponse,
    payload: Record<string, unknown>,
    fault?: Fault,
  ): void => {
    if (world.webhook !== '') return refuse(request, response, 'getUpdates', says.webhookActive(), fault)
    const int = (value: unknown, otherwise: number): number =>
      Number.isSafeInteger(Number(value ?? Number.NaN)) ? Number(value) : otherwise
    const offset = int(payload['offset'], 0)
    let limit = Math.min(100, Math.max(1, int(payload['limit'], 100)))
    let timeout = Math.min(LONGEST_POLL, Math.max(0, int(payload['timeout'], 0)))
    queue.allow(payload['allowed_updates'] as string[] | undefined)
    const now = performance.now()
    if (throttle && offset === previousOffset) {
      if (timeout < 3 && now < previousStart + THROTTLE_WAIT) timeout = 3
      if (now < previousStart + THROTTLE_ONE) limit = 1
    }
    previousOffset = offset
    previousStart = now
    const updates = queue.take(offset, limit)
    if (updates.length > 0 || timeout === 0) {
      stats.delivered += updates.length
      return answer(
        request,
        response,
        'getUpdates',
        200,
        `{"ok":true,"result":[${updates.join(',')}]}`,
        fault,
      )
    }
    if (poll !== undefined) {
      const old = poll
      clearTimeout(old.timer)
      stats.conflicts += 1
      refuse(old.request, old.response, 'getUpdates', says.otherPoller())
    }
    const mine: Poll = {
      request,
      response,
      offset,
      limit,
      fault,
      timer: setTimeout(() => {
        if (poll === mine) poll = undefined
        answer(request, response, 'getUpdates', 200, '{"ok":true,"result":[]}', fault)
      }, timeout * 1000),
    }
    poll = mine
    response.on('close', () => {
      if (poll !== mine) return
      clearTimeout(mine.timer)
      poll = undefined
      changed()
    })
    changed()
  }

  // ---- calls

  const perform = (
    request: IncomingMessage,
    response: ServerResponse,
    method: string,
    payload: Record<string, unknown>,
  ): void => {
    counts.set(method, (counts.get(method) ?? 0) + 1)
    if (validator !== undefined) {
      calls.push({ method, payload })
      breach(validator.request(method, payload))
    }
    const chat = payload['chat_id']
    const fault = faults.next(
      method,
      typeof chat === 'number' || typeof chat === 'string' ? Number(chat) : undefined,
    )
    if (fault !== undefined) {
      if (fault.kind === 'reset_before' || (fault.kind === 'hang' && fault.done !== true)) {
        if (fault.kind === 'reset_before') request.socket.destroy()
        return changed()
      }
      if (fault.kind === '502_html') {
        response.writeHead(502, { 'content-type': 'text/html' })
        response.end(PAGE)
        return changed()
      }
      const error = answerOf(fault)
      if (error !== undefined) return refuse(request, response, method, error)
    }
    if (method === 'getUpdates') return getUpdates(request, response, payload, fault)
    if (!(method in handlers)) return refuse(request, response, method, says.methodNotFound())
    try {
      const handle = handlers[method as keyof Handlers] as (args: Record<string, unknown>) => unknown
      const result = handle(payload)
      if (validator !== undefined) breach(validator.result(method, JSON.parse(JSON.stringify(result))))
      answer(request, response, method, 200, `{"ok":true,"result":${JSON.stringify(result)}}`, fault)
    } catch (error) {
      if (!(error instanceof ApiFault)) violations.push(`${method}: the fake failed: ${String(error)}`)
      refuse(request, response, method, error instanceof ApiFault ? error : says.internal(), fault)
    }
  }
  const read = (
    request: IncomingMessage,
    done: (payload: Record<string, unknown> | undefined) => void,
  ): void => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      if (chunks.length === 0) return done({})
      const boundary = /^multipart\/form-data;\s*boundary=(.+)$/i.exec(
        request.headers['content-type'] ?? '',
      )?.[1]
      if (boundary !== undefined)
        return done(readForm(Buffer.concat(chunks), boundary, (bytes) => files.add(bytes).id))
      try {
        const value: unknown = JSON.parse(
          (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString(),
        )
        done(typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined)
      } catch {
        done(undefined)
      }
    })
  }
  const byToken = (
    request: IncomingMessage,
    response: ServerResponse,
    given: string,
    then: () => void,
  ): void => {
    const refusal = !/^\d+:[\w-]+$/.test(given)
      ? says.notFound()
      : revoked || given !== token
        ? says.unauthorised()
        : undefined
    if (refusal !== undefined) return refuse(request, response, '', refusal)
    then()
  }
  const route = (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? ''
    if (url.startsWith('/bot')) {
      const slash = url.indexOf('/', 4)
      const query = url.indexOf('?')
      const method = url.slice(slash + 1, query < 0 ? undefined : query)
      return read(request, (payload) =>
        byToken(request, response, url.slice(4, slash), () => {
          if (payload !== undefined) return perform(request, response, method, payload)
          refuse(request, response, method, says.unreadable())
        }),
      )
    }
    if (url.startsWith('/file/bot')) {
      const slash = url.indexOf('/', 9)
      return byToken(request, response, url.slice(9, slash), () => {
        const fault = faults.next('file', undefined)
        if (fault?.kind === 'reset_before') return void request.socket.destroy()
        if (fault?.kind === 'hang') return
        files.serve(decodeURIComponent(url.slice(slash + 1)), response)
        changed()
      })
    }
    if (url.startsWith('/ctl/')) {
      return read(request, (payload) => void serveControl(fake, url.slice(5), payload ?? {}, response))
    }
    response.writeHead(404).end()
  }

  // ---- life

  const sockets = new Set<Socket>()
  let server: Server
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server = createServer({ keepAliveTimeout: 60_000 }, route)
      server.on('connection', (socket) => {
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket))
      })
      server.on('error', reject)
      server.listen(port, '127.0.0.1', () => resolve())
    })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await listen(options.port ?? 0)
  const { port } = server!.address() as AddressInfo

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
  const people = new Map<number, Person>()
  let nextPerson = 1001

  const fake: FakeTelegram = {
    apiRoot: `http://127.0.0.1:${port}`,
    port,
    token,
    botId,
    world,
    clock,
    queue,
    files,
    sent: world.sent,
    sentTo: (chat) => world.sent.filter((entry) => entry.chat === chat),
    calls,
    count: (method) => counts.get(method) ?? 0,
    violations,
    stats,
    person: (given = {}) => {
      const id = given.id ?? nextPerson++
      const person = makePerson(world, id, given, until)
      people.set(id, person)
      return person
    },
    people,
    crowd: (n, chats = 1, text) => {
      for (let index = 0; index < n; index += 1) {
        const message = crowdMessage(world, 1 + (index % chats), text ?? `m${index}`)
        queue.push({ message } satisfies Omit<Update, 'update_id'>)
      }
    },
    fault: faults.add,
    clearFaults: faults.clear,
    latency,
    revoke: (to = true) => {
      revoked = to
    },
    down: close,
    up: () => listen(port),
    polling: () => poll !== undefined,
    until,
    stop: async () => {
      if (poll !== undefined) clearTimeout(poll.timer)
      poll = undefined
      await close()
    },
  }
  return fake
}
