import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { OwnReplies, Replies } from '../../contract/replies.ts'
import { languageOf } from '../http/language.ts'
import { answers, caseCode, CaseParams, LanguageQuery, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import { isBook } from '../cases/reading.ts'
import { filledFor } from './filled.ts'
import { offeredIn, useTeamReply, useWritten } from './ready-texts.ts'

/**
 * Texts for a conversation that are said again and again: the team's and one's own. Nothing here
 * says them.
 */
export const replyRoutes =
  ({ parts, gate, ownReplies, reading, teamReplies: store }: Office): FastifyPluginAsyncZod =>
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
            'One’s own first, then the team’s; in the language of the person, named in the language of the reader. What the case and the installation know is filled in; `missing` names what neither does, and stands in the text as `{name}`: such a text is refused by `/messages`. Without `text` where nobody wrote it in that language. A text that asks for pictures is not among those for a case of a child.',
          params: CaseParams,
          querystring: LanguageQuery,
          response: answers(Replies),
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const caller = gate.callerOf(request)
        const heard = {
          reader: languageOf(request),
          person: book.row.language,
          filled: await filledFor(parts, book, caller.name),
        }
        const own = (await ownReplies.of(caller.id)).map(({ id, name, texts }) =>
          useWritten({ id, names: { [heard.reader]: name }, texts, own: true }, heard),
        )
        const team = offeredIn(book, parts.replies, (await store.read()).list).map((each) =>
          useTeamReply(parts.replies, each, heard),
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
