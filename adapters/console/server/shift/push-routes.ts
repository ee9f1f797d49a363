import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { EndPush, NewPush, PushState } from '../../contract/push.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import type { PushBook } from './push-book.ts'

const Nothing = z.object({})

/** Being woken while the console is closed: off until a member asks for it in a browser. */
export const pushRoutes =
  ({
    parts,
    gate,
    book,
  }: Pick<Office, 'parts' | 'gate'> & { readonly book: PushBook }): FastifyPluginAsyncZod =>
  async (app) => {
    const { push: line } = parts
    const onRequest = gate.need('any')

    app.get(
      '/me/push',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Whether my browsers are woken',
          description:
            'With the key to subscribe with; none where this server wakes nobody. For browsers; an API key has none.',
          response: answers(PushState),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        return reply.send({
          browsers: await book.count(caller.id),
          ...(line === undefined ? {} : { publicKey: await line.publicKey() }),
        })
      },
    )

    app.post(
      '/me/push',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Wake this browser',
          description:
            'For waiting cases of the two gravest kinds and for one’s own. What is sent is one fixed word. 400 where the address is none of a known push service.',
          body: NewPush,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        if (line === undefined) return refuse(reply, 'not_found')
        const { endpoint, keys, language } = request.body
        if (!(await line.takes(endpoint))) return refuse(reply, 'invalid', { fields: ['/body/endpoint'] })
        await book.add({ member: caller.id, endpoint, ...keys, language, key: await line.publicKey() })
        return reply.send({})
      },
    )

    app.post(
      '/me/push/end',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Wake this browser no more',
          description: 'Without effect where it was not woken.',
          body: EndPush,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        await book.remove(caller.id, request.body.endpoint)
        return reply.send({})
      },
    )
  }
