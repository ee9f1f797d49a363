import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { makeBucket, type Rate } from '../../../core/services/limits/bucket.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { after, minutes, seconds, type Instant } from '../../../core/base/units.ts'
import { isSame, readCall, type Call } from './door.ts'
import type { Health } from './health.ts'
import { record } from '../../kit/json.ts'
import { lookAt, passable } from './operations.ts'
import type { Operations } from './outcome.ts'
import { typeOf } from './api.ts'

/** A page of history with long words fits well; files come as addresses. */
const MOST_BYTES = 1_048_576
/** Anybody can call the address: what is refused is said once in a while, with how often. */
const QUIET = minutes(1)
/**
 * Of one bot. A busy one has some messages a second; what is above waits at the platform, and no
 * other bot for it.
 */
const FLOOD: Rate = { burst: 200, perSecond: 20 }
/** Keys that wrong calls are counted for; the guess of a key costs a look into the database. */
const GUESSES: Rate = { burst: 20, perSecond: 0.5 }
const REMEMBERED = 5_000

/** The SDK's answer to what nobody can repeat with success; bots show the text to whoever runs them. */
const refusal = (says: string): string =>
  JSON.stringify({ id: 'amin', code: 400, type: 'Runtime', message: says })

const answer = (reply: FastifyReply, status: number, body = '{}'): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(body)

type Handler = (request: {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Record<string, string | undefined>
  readonly body: string
}) => Promise<{ readonly status?: number; readonly body?: string } | void>

const parsed = (body: unknown): unknown => {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '')
  } catch {
    return undefined
  }
}

export type RoutesParts = {
  readonly account: string
  /** A secret part of the address. */
  readonly pathKey: string
  /** Whether a bot may hand people over with this key now. */
  readonly opens: (key: string) => Promise<boolean>
  readonly handler: Handler
  readonly operations: Operations
  readonly health: Health
  readonly clock: Clock
  readonly log: Log
  /** Only tests are in a hurry. */
  readonly flood?: Rate
}

/**
 * The address that Botpress calls, to be registered under a prefix of its own. 401: the path, the
 * integration or the bot's key is not ours. 429: too much of this bot. 503: not durable here, to be
 * repeated. The SDK's own server is not used: it decodes letter by letter what the network cuts,
 * and has no limit.
 */
export const makeRoutes = ({
  account,
  pathKey,
  opens,
  handler,
  operations,
  health,
  clock,
  log,
  flood = FLOOD,
}: RoutesParts): FastifyPluginAsync => {
  const about = { channel: 'botpress', account } as const
  const bucket = makeBucket(flood, clock, REMEMBERED)
  const guesses = makeBucket(GUESSES, clock, REMEMBERED)
  const calls = new WeakMap<FastifyRequest, Call>()
  let quietUntil = 0 as Instant
  let count = 0

  const refuse = (reply: FastifyReply, why: 'path' | 'call' | 'key'): FastifyReply => {
    count += 1
    if (clock.now() >= quietUntil) {
      log.warn('a call that is none of a bot of ours was refused', { ...about, code: why, count })
      quietUntil = after(clock.now(), QUIET)
      count = 0
    }
    return answer(reply, 401)
  }
  const later = (reply: FastifyReply, status: 429 | 503, wait: number): FastifyReply =>
    answer(reply.header('retry-after', String(Math.max(1, Math.ceil(wait / 1000)))), status)

  /** Before a byte of the body is read. */
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { path = '' } = request.params as { readonly path?: string }
    if (!isSame(path, pathKey)) return refuse(reply, 'path')
    const call = readCall(request.headers)
    if (call === undefined || !isSame(call.integration, account)) return refuse(reply, 'call')
    const wait = bucket(`${call.bot}/${call.key}`)
    if (wait > 0) return later(reply, 429, wait)
    try {
      if (!(await opens(call.key))) {
        const free = guesses(call.bot)
        return free > 0 ? later(reply, 429, free) : refuse(reply, 'key')
      }
    } catch (error) {
      log.error('a key of a bot could not be looked up', { ...about, error })
      return later(reply, 503, seconds(5))
    }
    calls.set(request, call)
    return undefined
  }

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const call = calls.get(request)
    const body = record(parsed(request.body))
    const asked = call === undefined ? 'malformed' : lookAt(call.operation, body)
    if (asked === 'unknown') return answer(reply, 400, refusal('Amin does not know this operation.'))
    if (asked === 'malformed' || call === undefined || body === undefined)
      return answer(reply, 400, refusal('Amin cannot read this operation.'))
    if (asked === 'unused') return answer(reply, 200)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : undefined,
      ]),
    )
    const { result, verdict } = await operations.run(() =>
      handler({
        method: 'POST',
        path: '/',
        query: '',
        headers,
        body: JSON.stringify(passable(call.operation, body)),
      }),
    )
    if (verdict.status === 503) {
      log.error('what botpress called for could not be done and is left to be repeated', {
        ...about,
        kind: call.operation,
        code: typeOf(verdict.error),
        ...(typeOf(verdict.error) === 'unreachable' ? { error: verdict.error } : {}),
      })
      health.kept(false)
      return later(reply, 503, seconds(5))
    }
    if (verdict.status === 400) return answer(reply, 400, refusal(verdict.says ?? ''))
    const status = result?.status ?? 200
    if (status === 200) health.kept(true)
    return answer(reply, status, result?.body ?? '{}')
  }

  return async (app) => {
    app.removeAllContentTypeParsers()
    // Whole, and only then as text: a letter may be cut between two packets.
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    app.setErrorHandler((error: FastifyError, _request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 400 && status < 500) return answer(reply, status)
      log.error('a call of botpress failed', { ...about, error })
      return later(reply, 503, seconds(5))
    })
    app.post('/:path', { onRequest: admit, bodyLimit: MOST_BYTES }, take)
  }
}
