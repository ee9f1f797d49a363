import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { NewTeamReplies, TeamReplies } from '../../contract/replies.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import { changedBy } from '../team-lists/changed-by.ts'
import { keepList, wrongIn } from '../team-lists/keep-list.ts'
import { hasUnknownVariable, hasWords, teamReplies } from './ready-texts.ts'

const CHANGED = { kind: 'replies_changed', subject: 'replies' } as const

/** The ready texts that everybody is offered: who looks after the team's work puts them right. */
export const teamReplyRoutes =
  ({ parts, gate, agents, names, teamReplies: store }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('supervise', 'operate')
    const tags = ['administration']

    const describe = async (): Promise<TeamReplies> => {
      const { version, list, changed } = await store.read()
      return {
        version,
        replies: [...teamReplies(parts.replies, list)],
        ...changedBy(await names(), changed),
      }
    }

    app.get(
      '/replies',
      {
        onRequest,
        schema: {
          tags,
          summary: 'The team’s ready texts',
          description: 'As they are written, also those that are off.',
          response: answers(TeamReplies),
        },
      },
      async (_request, reply) => reply.send(await describe()),
    )

    app.put(
      '/replies',
      {
        onRequest,
        schema: {
          tags,
          summary: 'Keep the team’s ready texts',
          description:
            'The whole list, for everybody at once. `version` as it was read: 409 `outdated` where somebody else was faster. A text that came with the program cannot be removed, only be off. 400 `invalid` for `{...}` that nothing is filled into.',
          body: NewTeamReplies,
          response: answers(TeamReplies),
        },
      },
      async (request, reply) => {
        const { version, replies } = request.body
        const wrong = wrongIn(replies, ({ id, words }) =>
          words === undefined
            ? !parts.replies.ids.includes(id)
            : !hasWords(words) || hasUnknownVariable(words.texts),
        )
        if (wrong >= 0) return refuse(reply, 'invalid', { fields: [`/body/replies/${wrong}`] })
        const who = { deeds: agents.deeds, by: gate.callerOf(request).id, at: parts.clock.now() }
        const asShown = (list: Parameters<typeof teamReplies>[1]) => teamReplies(parts.replies, list)
        const isKept = await keepList(who, store, { version, list: replies }, CHANGED, asShown)
        if (!isKept) return refuse(reply, 'outdated')
        return reply.send(await describe())
      },
    )
  }
