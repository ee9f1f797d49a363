import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { deskAgentOf } from '../identity/caller.ts'
import { Brief } from '../../contract/brief.ts'
import { languageOf } from '../http/language.ts'
import { answers, caseCode, CaseParams, LanguageQuery, type Office } from '../office.ts'
import { isBook } from './reading.ts'
import { presentBrief } from './present-brief.ts'

/** The case in short, for whoever takes it up. */
export const briefRoutes =
  ({ parts, gate, names, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/cases/:code/brief',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['cases'],
          summary: 'What to know before the first word',
          description:
            'Answers, severity with its reasons, identifiers, promises, guidance that was given, and what was asked without an answer.',
          params: CaseParams,
          querystring: LanguageQuery,
          response: answers(Brief),
        },
      },
      async (request, reply) => {
        const reader = deskAgentOf(gate.callerOf(request))
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const { phrases, clock } = parts
        return reply.send(
          presentBrief(book, {
            id: reader.id,
            language: languageOf(request),
            names: await names(),
            phrases,
            now: clock.now(),
          }),
        )
      },
    )
  }
