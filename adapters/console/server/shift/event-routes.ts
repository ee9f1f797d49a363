import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isInSight, sightOf } from '../../../../core/policy/visibility/sight.ts'
import { deskAgentOf, may, type Caller } from '../identity/caller.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'

const EventQuery = z.object({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional() })

/**
 * A browser sends what it was given, or nothing. Whatever else stands there would be a reader who
 * believes to have missed nothing.
 */
const lastSeen = (header: string | string[] | undefined): number | undefined | 'stray' => {
  if (header === undefined || header === '') return undefined
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : 'stray'
}

/** A stream was opened for what its reader saw then: who is of other teams now comes back for another. */
const sameTeams = (now: Caller, then: Caller): boolean =>
  deskAgentOf(now).teams?.join() === deskAgentOf(then).teams?.join()

/** What changed, as it changes. */
export const eventRoutes =
  ({ gate, streams, greet }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/events',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['events'],
          summary: 'Server-sent events',
          description:
            '`hello` first, then `change` with {code, seq, kinds} and the position as id; `reset` means: fetch everything anew. Resumes after Last-Event-ID, or after `?after=`; 400 where that is no position. `presence` says who is at a case, see there; it has no id. A comment every 15 seconds.',
          querystring: EventQuery,
          response: answers(z.unknown().meta({ type: 'string', description: 'text/event-stream' })),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        const isAllowed = async (): Promise<boolean> => {
          const now = await gate.identify(request)
          return now !== undefined && now.bound === caller.bound && may(now, 'read') && sameTeams(now, caller)
        }
        const seen = lastSeen(request.headers['last-event-id'])
        if (seen === 'stray') return refuse(reply, 'invalid', { fields: ['/headers/last-event-id'] })
        const sight = sightOf(deskAgentOf(caller))
        const opened = streams.open({
          raw: reply.raw,
          headers: reply.getHeaders(),
          bound: caller.bound,
          isAllowed,
          sees: (row) => sight === undefined || isInSight(sight, row),
          ...(caller.kind === 'key'
            ? {}
            : { reader: deskAgentOf(caller), onLive: () => greet(deskAgentOf(caller)) }),
          after: seen ?? request.query.after,
        })
        if (opened === 'too_many') return refuse(reply, 'too_many')
        reply.hijack()
        return reply
      },
    )
  }
