import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { deskAgentOf, may } from '../identity/caller.ts'
import { WantedList } from '../../contract/wanted.ts'
import { isoOf } from '../http/iso.ts'
import { answers, type Office } from '../office.ts'

/**
 * What waits for whoever asks: calls of colleagues, what a second person has to agree to, people in
 * danger to whom nobody came.
 */
export const wantedRoutes =
  ({ parts, gate, names }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/me/wanted',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['cases'],
          summary: 'What waits for the caller to answer',
          description:
            'A call for help, a request that needs a second person, and who waits in danger for longer than was promised: only what the caller may answer, people first. It changes with the feed of changes, and at `next` by time alone.',
          response: answers(WantedList),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        const role = {
          work: may(caller, 'work'),
          supervise: may(caller, 'supervise'),
          approve: may(caller, 'approve'),
        }
        const [{ wanted, next }, known] = await Promise.all([
          parts.desk.wanted(deskAgentOf(caller), role, parts.exports.rule.twoPersons),
          names(),
        ])
        return reply.send({
          wanted: wanted.map(({ kind, code, severity, at, by, note }) => ({
            kind,
            code,
            severity,
            at: isoOf(at),
            ...(by === undefined ? {} : { by: known.get(by) ?? by }),
            ...(note === undefined ? {} : { note }),
          })),
          ...(next === undefined ? {} : { next: isoOf(next) }),
        })
      },
    )
  }
