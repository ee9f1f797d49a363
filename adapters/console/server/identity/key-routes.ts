import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { KeyList, MadeKey, NewKey } from '../../contract/people.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'

const Nothing = z.object({})
const KeyParams = z.object({ key: z.string().regex(/^[\w-]{1,64}$/) })

/** Keys of other programs. */
export const keyRoutes =
  ({
    parts,
    gate,
    agents,
    streams,
    forgetNames,
  }: Office & { readonly forgetNames: () => void }): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('administer')

    app.get(
      '/keys',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'API keys',
          description: 'The newest first; never the keys themselves.',
          response: answers(KeyList),
        },
      },
      async (_request, reply) => {
        const keys = await agents.keys.list()
        return reply.send({
          keys: keys.map(({ since, until, lastUsed, scopes, teams, ...key }) => ({
            ...key,
            scopes: [...scopes],
            ...(teams === undefined ? {} : { teams: [...teams] }),
            since: since.toISOString(),
            ...(until === undefined ? {} : { until: until.toISOString() }),
            ...(lastUsed === undefined ? {} : { lastUsed: lastUsed.toISOString() }),
          })),
        })
      },
    )

    app.post(
      '/keys',
      {
        onRequest: gate.needProved('administer'),
        schema: {
          tags: ['people'],
          summary: 'Make an API key',
          description:
            'The answer shows it this once. It may what its scopes say, in the teams that are named (`null`: every team), in none where they are not, until it ends or `days` are over; never anything with people, keys or second factors. 403 `proof_required`.',
          body: NewKey,
          response: answers(MadeKey, 201),
        },
      },
      async (request, reply) => {
        const { teams = [], days, ...key } = request.body
        if (teams?.some((id) => !parts.teams.some((team) => team.id === id)) === true)
          return refuse(reply, 'invalid', { fields: ['/body/teams'] })
        const made = await agents.createKey(
          { ...key, teams, ...(days === undefined ? {} : { days }) },
          gate.callerOf(request).id,
        )
        forgetNames()
        return reply.code(201).send(made)
      },
    )

    app.post(
      '/keys/:key/end',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'End an API key',
          description: 'It opens nothing any more, and its streams end at once.',
          params: KeyParams,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        if (!(await agents.keys.end(request.params.key, gate.callerOf(request).id)))
          return refuse(reply, 'not_found')
        await streams.recheck()
        return reply.send({})
      },
    )
  }
