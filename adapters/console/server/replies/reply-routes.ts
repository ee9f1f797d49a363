import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { OwnReplies, Replies } from '../../contract/replies.ts'
import { languageOf } from '../http/language.ts'
import { answers, caseCode, CaseParams, LanguageQuery, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import { filledFor, teamReplies, useBuilt, useWritten } from './ready-texts.ts'

/**
 * Texts for a conversation that are said again and again: the team's and one's own. Nothing here
 * says them.
 */
export const replyRoutes =
  ({ parts, gate, ownReplies, teamReplies: store }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('work')

    app.get(
      '/cases/:code/replies',
      {
        onRequest,
        schema: {
          tags: ['commands'],
          summary: 'Ready texts for a case',
          description:
            'One’s own first, then the team’s; in the language of the person, named in the language of the reader.',
          params: CaseParams,
          querystring: LanguageQuery,
          response: answers(Replies),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        const code = caseCode(request.params)
        const row = await parts.desk.rowOfCode(code)
        if (row === undefined || !(await parts.desk.sees(row, deskAgentOf(caller))))
          return refuse(reply, 'not_found')
        const { language } = row
        const reader = languageOf(request)
        const filled = filledFor(code, caller.name)
        const own = (await ownReplies.of(caller.id)).flatMap(({ id, name, texts }) => {
          return (
            useWritten({ id, names: { [reader]: name }, texts, own: true }, reader, language, filled) ?? []
          )
        })
        const team = teamReplies(parts.replies, (await store.read()).replies)
          .filter(({ off }) => !off)
          .flatMap((each) =>
            each.built && !each.changed
              ? useBuilt(parts.replies, each.id, reader, language, filled)
              : (useWritten({ ...each, own: false }, reader, language, filled) ?? []),
          )
        return reply.send({ replies: [...own, ...team] })
      },
    )

    app.get(
      '/me/replies',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'One’s own ready texts',
          description: 'As they were written.',
          response: answers(OwnReplies),
        },
      },
      async (request, reply) =>
        reply.send({ replies: [...(await ownReplies.of(gate.callerOf(request).id))] }),
    )

    app.put(
      '/me/replies',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Keep one’s own ready texts',
          description: 'The whole list, at most 50. Each has a text in at least one language: 400 `invalid`.',
          body: OwnReplies,
          response: answers(OwnReplies),
        },
      },
      async (request, reply) => {
        const { replies } = request.body
        if (replies.some(({ texts }) => LANGUAGES.every((language) => texts[language] === undefined)))
          return refuse(reply, 'invalid', { fields: ['/body/replies'] })
        await ownReplies.keep(gate.callerOf(request).id, replies)
        return reply.send({ replies })
      },
    )
  }
