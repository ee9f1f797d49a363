import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Agents } from './agents.ts'
import { SessionList, Role } from '../../contract/people.ts'
import { Teams } from '../../contract/terms.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'

const Nothing = z.object({})
const AgentParams = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) })
const Changes = z
  .object({ role: Role.optional(), teams: Teams.nullable().optional() })
  .refine(({ role, teams }) => role !== undefined || teams !== undefined)

type Outcome = Awaited<ReturnType<Agents['change']>>

/** What administrators do to a member who is there. */
export const memberRoutes =
  ({ parts, gate, agents, streams, tellChanged }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('administer')
    const proved = gate.needProved('administer')
    const answer = async (reply: FastifyReply, outcome: Outcome): Promise<FastifyReply> => {
      if (outcome.status === 'unknown') return refuse(reply, 'not_found')
      if (outcome.status === 'last_admin') return refuse(reply, 'last_admin')
      await streams.recheck()
      return reply.send({})
    }
    const schema = (summary: string, description: string) => ({
      tags: ['people'],
      summary,
      description,
      params: AgentParams,
      response: answers(Nothing),
    })
    const byOf = (request: FastifyRequest): string => gate.callerOf(request).id

    app.post(
      '/agents/:id/rights',
      {
        onRequest: proved,
        schema: {
          ...schema(
            'Change the role or the teams of a member',
            'Counts at once, also in open streams. `teams: null` takes the limit away: then they see the cases of every team. They are told of it, and by whom. 403 `proof_required`.',
          ),
          body: Changes,
        },
      },
      async (request, reply) => {
        const { role, teams } = request.body
        if (teams?.some((id) => !parts.teams.some((team) => team.id === id)) === true)
          return refuse(reply, 'invalid', { fields: ['/body/teams'] })
        const changes = { ...(role === undefined ? {} : { role }), ...(teams === undefined ? {} : { teams }) }
        const outcome = await agents.change(request.params.id, changes, byOf(request))
        if (outcome.status === 'done') await tellChanged(outcome.id)
        return answer(reply, outcome)
      },
    )

    app.post(
      '/agents/:id/unlock',
      { onRequest, schema: schema('Lift a lockout', 'Passwords and codes are taken again at once.') },
      async (request, reply) => answer(reply, await agents.unlock(request.params.id, byOf(request))),
    )

    app.post(
      '/agents/:id/second-factor/reset',
      {
        onRequest: proved,
        schema: schema(
          'Take the second factor away',
          'For a lost telephone: passkeys, codes and every session end; they set up another, and are told who did it. 403 `proof_required`.',
        ),
      },
      async (request, reply) => {
        const outcome = await agents.resetFactor(request.params.id, byOf(request))
        if (outcome.status === 'done') await tellChanged(outcome.id)
        return answer(reply, outcome)
      },
    )

    app.post(
      '/agents/:id/sessions/end',
      {
        onRequest,
        schema: schema('Sign a member out everywhere', 'Every session ends, with its streams, at once.'),
      },
      async (request, reply) => answer(reply, await agents.endSessions(request.params.id, byOf(request))),
    )

    app.get(
      '/agents/:id/sessions',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Where a member is signed in',
          description: 'The last seen first.',
          params: AgentParams,
          response: answers(SessionList),
        },
      },
      async (request, reply) => {
        const member = await agents.find(request.params.id)
        if (member === undefined || member.role === 'machine') return refuse(reply, 'not_found')
        const { bound } = gate.callerOf(request)
        const sessions = await agents.sessions.of(member.id)
        return reply.send({
          sessions: sessions.map(({ id, device, address, since, lastSeen }) => ({
            id,
            ...device,
            address,
            since: since.toISOString(),
            lastSeen: lastSeen.toISOString(),
            current: id === bound,
          })),
        })
      },
    )
  }
