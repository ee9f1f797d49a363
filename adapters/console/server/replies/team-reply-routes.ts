import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { NewTeamReplies, TeamReplies } from '../../contract/replies.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import { hasUnknownVariable, hasWords, teamReplies } from './ready-texts.ts'

/** The ready texts that everybody is offered: who looks after the team's work puts them right. */
export const teamReplyRoutes =
  ({ parts, gate, agents, teamReplies: store }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('supervise', 'operate')
    const tags = ['administration']

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
      async (_request, reply) => {
        const { version, replies } = await store.read()
        return reply.send({ version, replies: [...teamReplies(parts.replies, replies)] })
      },
    )

    app.put(
      '/replies',
      {
        onRequest,
        schema: {
          tags,
          summary: 'Keep the team’s ready texts',
          description:
            'The whole list, for everybody at once. `version` as it was read: 409 `outdated` where somebody else was faster. A text that came with the program cannot be removed, only be off.',
          body: NewTeamReplies,
          response: answers(TeamReplies),
        },
      },
      async (request, reply) => {
        const { version, replies } = request.body
        const wrong = replies.findIndex(
          ({ id, words }, place) =>
            replies.findIndex((each) => each.id === id) !== place ||
            (words === undefined
              ? !parts.replies.ids.includes(id)
              : !hasWords(words) || hasUnknownVariable(words.texts)),
        )
        if (wrong >= 0) return refuse(reply, 'invalid', { fields: [`/body/replies/${wrong}`] })
        const next = await store.keep(version, replies)
        if (next === undefined) return refuse(reply, 'outdated')
        await agents.deeds.append({
          by: gate.callerOf(request).id,
          kind: 'replies_changed',
          subject: 'replies',
        })
        return reply.send({ version: next, replies: [...teamReplies(parts.replies, replies)] })
      },
    )
  }
