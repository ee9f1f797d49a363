import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { groupsOf } from '../../../../core/services/limits/address.ts'
import { makeBucket } from '../../../../core/services/limits/bucket.ts'
import type { Clock } from '../../../../core/ports/clock.ts'
import { SIGN_INS_A_MINUTE, type Auth } from './auth.ts'
import { refuse } from '../http/problem.ts'

/**
 * What of better-auth a browser may call. Nothing else of it has an address: people and keys are
 * ours (people-routes.ts, agents.ts).
 */
const OPEN: readonly (readonly ['GET' | 'POST', string])[] = [
  ['POST', '/sign-in/email'],
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
  ['GET', '/list-sessions'],
  ['POST', '/revoke-session'],
  ['POST', '/revoke-sessions'],
  ['POST', '/revoke-other-sessions'],
  ['POST', '/change-password'],
  ['POST', '/two-factor/enable'],
  ['POST', '/two-factor/disable'],
  ['POST', '/two-factor/verify-totp'],
  ['POST', '/two-factor/verify-backup-code'],
  ['POST', '/two-factor/generate-backup-codes'],
  ['GET', '/passkey/generate-register-options'],
  ['POST', '/passkey/verify-registration'],
  ['GET', '/passkey/generate-authenticate-options'],
  ['POST', '/passkey/verify-authentication'],
  ['GET', '/passkey/list-user-passkeys'],
  ['POST', '/passkey/delete-passkey'],
]

/** After these a stream may have lost its session. */
const ENDS_SESSIONS = /^\/(?:sign-out|revoke|change-password|two-factor\/(?:enable|disable)|passkey\/delete)/

/**
 * Where something is tried that could be guessed: counted for the whole /24 or /48 as well, beside
 * the library's own count of each address.
 */
const TRIES = /^\/(?:sign-in|two-factor\/verify|passkey\/verify-authentication|change-password)/
const NEIGHBOURS = 4
const NEIGHBOURHOODS = 20_000

const BODY_LIMIT = 16_384
const PASSED = [
  'cookie',
  'origin',
  'referer',
  'content-type',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
] as const
const ANSWERED = ['content-type', 'retry-after', 'x-retry-after'] as const

const headersOf = (request: FastifyRequest): Headers => {
  const headers = new Headers()
  for (const name of PASSED) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  // The only address that limits are counted by: ours, never the client's word for it. Of IPv6 the
  // network, without its length.
  headers.set('x-real-ip', groupsOf(request.ip).one.split('/')[0] ?? request.ip)
  return headers
}

/** Signing in and out. In a scope of its own, as better-auth reads bodies itself. */
export const routeAuth = async (
  app: FastifyInstance,
  parts: {
    readonly auth: Auth
    readonly publicUrl: string
    readonly clock: Clock
    readonly sessionsEnded: () => Promise<void>
  },
): Promise<void> => {
  const rate = { burst: SIGN_INS_A_MINUTE * NEIGHBOURS, perSecond: (SIGN_INS_A_MINUTE * NEIGHBOURS) / 60 }
  const triesAround = makeBucket(rate, parts.clock, NEIGHBOURHOODS)
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, body),
    )

    for (const [method, path] of OPEN) {
      const url = `/api/auth${path}`
      // Made of the route and not of what was asked for: no second spelling of a path reaches another limit.
      const address = new URL(url, parts.publicUrl)
      scope.route({
        method,
        url,
        schema: { hide: true },
        handler: async (request: FastifyRequest, reply: FastifyReply) => {
          const wait = TRIES.test(path) ? triesAround(groupsOf(request.ip).many) : 0
          if (wait > 0) return refuse(reply.header('retry-after', String(Math.ceil(wait / 1000))), 'too_many')
          const body = method === 'POST' ? ((request.body as Buffer<ArrayBuffer> | undefined) ?? '{}') : null
          const headers = headersOf(request)
          if (body !== null) headers.set('content-type', 'application/json')
          const answer = await parts.auth.handler(new Request(address, { method, headers, body }))
          for (const name of ANSWERED) {
            const value = answer.headers.get(name)
            if (value !== null) void reply.header(name, value)
          }
          for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie)
          if (answer.ok && ENDS_SESSIONS.test(path)) await parts.sessionsEnded()
          return reply.code(answer.status).send(Buffer.from(await answer.arrayBuffer()))
        },
      })
    }
  })
}
