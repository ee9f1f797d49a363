import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionList } from '../../contract/people.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import type { Session } from './sessions.ts'

const Nothing = z.object({})
const SessionParams = z.object({ session: z.string().regex(/^[\w-]{1,64}$/) })

const present = (sessions: readonly Session[], current: string) => ({
  sessions: sessions.map(({ id, device, address, since, lastSeen }) => ({
    id,
    ...device,
    address,
    since: since.toISOString(),
    lastSeen: lastSeen.toISOString(),
    current: id === current,
  })),
})

/** One's own signed-in browsers. */
export const sessionRoutes =
  ({ gate, agents, streams }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('any')
    const { sessions } = agents

    app.get(
      '/me/sessions',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Where I am signed in',
          description: 'The last seen first. For browsers; an API key has none.',
          response: answers(SessionList),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        return reply.send(present(await sessions.of(caller.id), caller.bound))
      },
    )

    app.post(
      '/me/active',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Say that somebody is here',
          description:
            'A session in which nothing is done for `idleMinutes` (of `/me`) ends. What is written counts as done, what is read does not, as pages read by themselves: so a page says it at most once a minute while somebody types or points.',
          response: answers(Nothing),
        },
      },
      async (request, reply) =>
        gate.callerOf(request).kind === 'session' ? reply.send({}) : refuse(reply, 'forbidden'),
    )

    app.post(
      '/me/sessions/:session/end',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Sign out elsewhere',
          description: 'Ends one of the caller’s own sessions, with its streams, at once.',
          params: SessionParams,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        if (!(await sessions.end(caller.id, request.params.session))) return refuse(reply, 'not_found')
        await streams.recheck()
        return reply.send({})
      },
    )

    app.post(
      '/me/sessions/end-others',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Sign out everywhere else',
          description: 'Ends every session of the caller but this one, with their streams, at once.',
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        await sessions.endOthers(caller.id, caller.bound)
        await streams.recheck()
        return reply.send({})
      },
    )
  }
