import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { deskAgentOf } from '../identity/caller.ts'
import { EndShift, MyShift, NextCase, ShiftEnd, Taken } from '../../contract/shift.ts'
import { isoOf } from '../http/iso.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'

/** Rows read for one's own list: more than anybody holds. */
const MOST_HELD = 200
/** Files an agent opens in a shift before they are asked to pass on, where the operator says nothing. */
const EXPOSURE = 20

/** An agent's own shift: the next case, what they hold, its end. */
export const shiftRoutes =
  ({ parts, gate, shifts }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk } = parts
    const { shift } = desk
    const onRequest = gate.need('work')
    const agentOf = (request: FastifyRequest) => deskAgentOf(gate.callerOf(request))

    app.post(
      '/next',
      {
        onRequest,
        schema: {
          tags: ['commands'],
          summary: 'Take the next case',
          description:
            'Claims the case that comes first of those the caller may have: the most urgent, then who waits longest. `team`: of this team only. No code where nobody is left.',
          body: NextCase,
          response: answers(Taken),
        },
      },
      async (request, reply) => {
        const { team } = request.body
        const taken = await shift.takeNext(agentOf(request), team === undefined ? {} : { team })
        return reply.send(taken === undefined ? {} : { code: taken.code })
      },
    )

    /** For browsers: a program has no shift. */
    const isMember = (request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined =>
      gate.callerOf(request).kind === 'key' ? refuse(reply, 'forbidden') : undefined

    app.get(
      '/me/shift',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'One’s own shift',
          description:
            'What the caller holds, and how many files they opened since their shift began. Programs have none: 403.',
          response: answers(MyShift),
        },
      },
      async (request, reply) => {
        const refused = isMember(request, reply)
        if (refused !== undefined) return refused
        const agent = agentOf(request)
        const [known, { rows }] = await Promise.all([
          shifts.of(agent.id),
          desk.list({ status: ['agent'], assignee: agent.id }, { limit: MOST_HELD }, agent),
        ])
        return reply.send({
          ...(known === undefined ? {} : { since: isoOf(known.since) }),
          held: rows.map(({ code, severity, unread, answerSince, snoozedUntil }) => ({
            code,
            severity,
            unread,
            ...(answerSince === undefined ? {} : { answerSince: isoOf(answerSince) }),
            ...(snoozedUntil === undefined ? {} : { snoozedUntil: isoOf(snoozedUntil) }),
          })),
          exposure: { seen: known?.reveals ?? 0, of: parts.exposurePerShift ?? EXPOSURE },
        })
      },
    )

    app.post(
      '/me/shift/end',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'End one’s shift',
          description:
            'Everything the caller holds goes to its team’s queue, with the note for whoever takes it up. Programs have no shift: 403.',
          body: EndShift,
          response: answers(ShiftEnd),
        },
      },
      async (request, reply) => {
        const refused = isMember(request, reply)
        if (refused !== undefined) return refused
        return reply.send({ handedOver: [...(await shift.end(agentOf(request), request.body.note))] })
      },
    )
  }
