import type { FastifyPluginAsync } from 'fastify'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import type { Instant } from '../../../../core/base/units.ts'
import { refuse } from './problem.ts'

/**
 * Whether the public address leads to this Amin, and how large a body gets there: `amin doctor`
 * sends one, and both show that they hold the same master key. Whoever does not hold it is told
 * that there is nothing.
 */
export const REACH_PATH = '/reach'
export const REACH_HEADER = 'x-amin-reach'
/** More than any proxy lets through that was left as it came. */
export const REACH_BYTES = 2 * 1_048_576

type Keyed = Pick<Hasher, 'keyed'>

const proofOf = (hasher: Keyed, nonce: string): string => hasher.keyed('session', 'reach asks', nonce)

export const reachHeader = (hasher: Keyed, nonce: string): string => `${nonce}.${proofOf(hasher, nonce)}`
export const reachAnswer = (hasher: Keyed, nonce: string): string =>
  hasher.keyed('session', 'reach answers', nonce)

/** What is answered: `at` by the clock of the process that took it. */
export type Reached = { readonly answer: string; readonly bytes: number; readonly at: string }

export const reachRoutes =
  (hasher: Keyed, now: () => Instant): FastifyPluginAsync =>
  async (app) => {
    // Counted as it comes, and kept nowhere.
    app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))
    app.post(
      REACH_PATH,
      {
        bodyLimit: 2 * REACH_BYTES,
        schema: { hide: true },
        onRequest: async (request, reply) => {
          const given = request.headers[REACH_HEADER]
          const [, nonce] = typeof given === 'string' ? (/^([\w-]{16,64})\.[\w-]{43}$/.exec(given) ?? []) : []
          if (nonce === undefined || given !== reachHeader(hasher, nonce))
            return refuse(reply.header('connection', 'close'), 'not_found')
          return undefined
        },
      },
      async (request): Promise<Reached> => {
        const [nonce = ''] = String(request.headers[REACH_HEADER]).split('.')
        let bytes = 0
        for await (const chunk of request.body as AsyncIterable<Uint8Array>) {
          bytes += chunk.length
          if (bytes > REACH_BYTES) break
        }
        return { answer: reachAnswer(hasher, nonce), bytes, at: new Date(now()).toISOString() }
      },
    )
  }
