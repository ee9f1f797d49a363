import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { after, minutes, type Instant } from '../../../core/base/units.ts'
import type { Inflow } from './inflow.ts'
import { record, text } from '../../kit/json.ts'
import { isSame, isSigned } from './signature.ts'

/** The platform's calls have up to 3 MB (webhooks, payload size). */
const MOST_BYTES = 3 * 1_048_576 + 65_536
/**
 * What the platform asks to be given back: a number as a rule. Nothing that a browser would take
 * for more than text.
 */
const CHALLENGE = /^[\w-]{1,200}$/
/** Anybody can call the address: what is refused is said once in a while, with how often. */
const QUIET = minutes(1)

const makeComplaint = (clock: Clock, log: Log, account: string) => {
  let until = 0 as Instant
  let count = 0
  return (): void => {
    count += 1
    if (clock.now() < until) return
    log.warn('a webhook without the signature of the app was refused', {
      channel: 'whatsapp',
      account,
      code: 'signature',
      count,
    })
    until = after(clock.now(), QUIET)
    count = 0
  }
}

const answer = (reply: FastifyReply, status: number): FastifyReply =>
  reply.code(status).type('text/plain; charset=utf-8').send('')

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString()) as unknown
  } catch {
    return undefined
  }
}

const askedFor = (request: FastifyRequest, name: string): string =>
  text(record(request.query)?.[`hub.${name}`]) ?? ''

/**
 * The address that Meta calls, to be registered under a prefix of its own. GET: the handshake of
 * the app's settings. POST: what happened; 200 says that it is durable here (law 1), 401 that the
 * signature is not the app's, 503 that it must be sent again, which Meta does for days.
 */
export const makeRoutes = (parts: {
  readonly account: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly inflow: Inflow
  readonly clock: Clock
  readonly log: Log
  /** Whether what arrived could be kept. */
  readonly kept: (ok: boolean) => void
}): FastifyPluginAsync => {
  const { account, appSecret, verifyToken, inflow, clock, log, kept } = parts
  const complain = makeComplaint(clock, log, account)

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const header = request.headers['x-hub-signature-256']
    if (!isSigned(body, typeof header === 'string' ? header : undefined, appSecret)) {
      complain()
      return answer(reply, 401)
    }
    const said = parsed(body)
    if (record(said) === undefined) return answer(reply, 400)
    try {
      await inflow.take(said)
    } catch (error) {
      log.error('a webhook could not be stored and is left to be sent again', {
        channel: 'whatsapp',
        account,
        error,
      })
      kept(false)
      return answer(reply.header('retry-after', '5'), 503)
    }
    kept(true)
    return answer(reply, 200)
  }

  return async (app) => {
    app.removeAllContentTypeParsers()
    // The signature is over the bytes as they came.
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    app.setErrorHandler((error: FastifyError, _request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) log.error('a webhook failed', { channel: 'whatsapp', account, error })
      return answer(reply, status >= 400 && status < 500 ? status : 500)
    })
    app.get('/', async (request, reply) => {
      const challenge = askedFor(request, 'challenge')
      const ours =
        askedFor(request, 'mode') === 'subscribe' && isSame(askedFor(request, 'verify_token'), verifyToken)
      if (!ours || !CHALLENGE.test(challenge)) return answer(reply, 403)
      return reply
        .header('x-content-type-options', 'nosniff')
        .type('text/plain; charset=utf-8')
        .send(challenge)
    })
    app.post('/', { bodyLimit: MOST_BYTES }, take)
  }
}
