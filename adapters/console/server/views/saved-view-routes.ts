import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { endOfDay, startOfDay } from '../../contract/days.ts'
import {
  MOST_COUNTED,
  NewOwnViews,
  NewSharedViews,
  OwnViews,
  SavedViews,
  SharedViews,
  type SavedView,
} from '../../contract/saved-views.ts'
import { filterOf } from '../cases/case-filter.ts'
import { refuse } from '../http/problem.ts'
import { deskAgentOf, type Caller } from '../identity/caller.ts'
import { answers, type Office } from '../office.ts'
import { changedBy } from '../team-lists/changed-by.ts'
import { keepList, wrongIn } from '../team-lists/keep-list.ts'

const filterOfView = ({ filter }: SavedView, me: Caller) => {
  const { from, to, ...rest } = filter
  return filterOf(
    {
      ...rest,
      ...(from === undefined ? {} : { from: startOfDay(from) }),
      ...(to === undefined ? {} : { to: endOfDay(to) }),
    },
    me.id,
  )
}

const CHANGED = { kind: 'views_changed', subject: 'views' } as const

/** All of them, or one by its id; counting costs, and nobody reads what is not shown. */
const Counted = z.object({ count: z.string().max(64).optional().describe('`*`, or the id of a view') })

/** Views of the queue under a name: what one keeps, and what the team shares. */
export const savedViewRoutes =
  ({ parts, gate, agents, names, savedViews: store }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('read')
    const tags = ['cases']

    const shared = async (): Promise<SharedViews> => {
      const { version, list, changed } = await store.shared.read()
      return { version, views: [...list], ...changedBy(await names(), changed) }
    }
    /** What a list shows of it, so never more than the caller may see. */
    const counted = async (
      views: readonly SavedView[],
      caller: Caller,
    ): Promise<SavedViews['counts'][string][]> =>
      Promise.all(
        views.map(async (view) => {
          const count = await parts.desk.countOf(
            filterOfView(view, caller),
            MOST_COUNTED + 1,
            deskAgentOf(caller),
          )
          return count > MOST_COUNTED ? { count: MOST_COUNTED, more: true as const } : { count }
        }),
      )
    /** For browsers: a program keeps nothing here. */
    const isMember = (request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined =>
      gate.callerOf(request).kind === 'key' ? refuse(reply, 'forbidden') : undefined

    app.get(
      '/queue/views',
      {
        onRequest,
        schema: {
          tags,
          summary: 'Saved views of the queue',
          description:
            'One’s own and the team’s; of those that `count` names with how many cases each has for the caller now: never one that they may not see. Counted to 99; then `more`. Their cases: `filter` as the query of `/cases`.',
          querystring: Counted,
          response: answers(SavedViews),
        },
      },
      async (request, reply) => {
        const refused = isMember(request, reply)
        if (refused !== undefined) return refused
        const caller = gate.callerOf(request)
        const [own, team] = await Promise.all([store.of(caller.id), shared()])
        const { count } = request.query
        const all = [...team.views, ...own.views].filter(({ id }) => count === '*' || count === id)
        const counts = await counted(all, caller)
        return reply.send({
          own,
          shared: team,
          counts: Object.fromEntries(
            all.flatMap(({ id }, i) => (counts[i] === undefined ? [] : [[id, counts[i]]])),
          ),
        })
      },
    )

    app.put(
      '/me/views',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Keep one’s own views of the queue',
          description:
            'The whole list, at most 20. `chosen`: what the queue opens with, one’s own or the team’s. `version` as it was read: 409 `outdated` with `newer` where it was changed in another window.',
          body: NewOwnViews,
          response: answers(OwnViews),
        },
      },
      async (request, reply) => {
        const refused = isMember(request, reply)
        if (refused !== undefined) return refused
        const { id } = gate.callerOf(request)
        const twice = wrongIn(request.body.views)
        if (twice >= 0) return refuse(reply, 'invalid', { fields: [`/body/views/${twice}`] })
        const next = await store.keep(id, request.body, parts.clock.now())
        if (next === undefined) return refuse(reply, 'outdated', { newer: await store.of(id) })
        return reply.send({ ...request.body, version: next })
      },
    )

    app.put(
      '/queue/views',
      {
        onRequest: gate.need('supervise'),
        schema: {
          tags: ['administration'],
          summary: 'Keep the team’s views of the queue',
          description:
            'The whole list, at most 20, for everybody at once. `version` as it was read: 409 `outdated` with `newer` where somebody else was faster. That it was changed stands in the log of administrators, without names.',
          body: NewSharedViews,
          response: answers(SharedViews),
        },
      },
      async (request, reply) => {
        const { version, views } = request.body
        const twice = wrongIn(views)
        if (twice >= 0) return refuse(reply, 'invalid', { fields: [`/body/views/${twice}`] })
        const who = { deeds: agents.deeds, by: gate.callerOf(request).id, at: parts.clock.now() }
        const isKept = await keepList(who, store.shared, { version, list: views }, CHANGED)
        if (!isKept) return refuse(reply, 'outdated', { newer: await shared() })
        return reply.send(await shared())
      },
    )
  }
