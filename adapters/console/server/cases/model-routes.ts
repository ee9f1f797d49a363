import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { InboundId } from '../../../../core/base/ids.ts'
import type { Helped } from '../../../../core/services/helper/desk.ts'
import {
  AskTranslation,
  ModelFacts,
  ModelKept,
  ModelState,
  ModelSummary,
  ModelText,
  ModelTried,
} from '../../contract/model.ts'
import { isoOf } from '../http/iso.ts'
import { languageOf } from '../http/language.ts'
import { refuse } from '../http/problem.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { answers, caseCode, CaseParams, LanguageQuery, type Office } from '../office.ts'
import { messagesOf } from './present-findings.ts'
import { isBook } from './reading.ts'

type Unseen = 'unknown' | 'erased'

const isUnseen = <T>(helped: Helped<T>): helped is { readonly status: Unseen } =>
  helped.status === 'unknown' || helped.status === 'erased'

const refuseUnseen = (reply: FastifyReply, { status }: { readonly status: Unseen }): FastifyReply =>
  refuse(reply, status === 'erased' ? 'erased' : 'not_found')

/** The newest facts, and what was heard in voice notes, with the lines that they stand in. */
const keptOf = ({ events, lines }: CaseBook): Omit<ModelKept, 'mayAsk'> => {
  const messages = messagesOf(lines)
  const of = (inbound: InboundId) => {
    const message = messages.get(inbound)
    return message === undefined ? {} : { message }
  }
  const facts =
    events.flatMap(({ event }) => (event.type === 'facts_suggested' ? [event.facts] : [])).at(-1) ?? []
  return {
    facts: facts.map(({ field, words, inbound }) => ({ field, words, ...of(inbound) })),
    heard: events.flatMap(({ event, at }) =>
      event.type === 'voice_transcribed'
        ? [{ text: event.text, model: event.model, at: isoOf(at), ...of(event.inbound) }]
        : [],
    ),
  }
}

/**
 * A language model that helps agents to read. It is asked only by a press of an agent, says nothing
 * to the person, and what it says is gone when the page is: but for facts, which are kept with the
 * words that they are. Without one every route says `off`.
 */
export const modelRoutes =
  ({ parts, gate, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { help, clock } = parts
    const tags = ['model']
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

    app.get(
      '/model',
      {
        onRequest: gate.need('read', 'operate'),
        schema: {
          tags,
          summary: 'Which language model helps, and with what',
          description: '`uses` is empty where none is switched on. `host` is where words would go.',
          response: answers(ModelState),
        },
      },
      async (_request, reply) =>
        reply.send(
          help === undefined ? { uses: [] } : { uses: [...help.uses], ...help.about, health: help.health() },
        ),
    )

    app.post(
      '/model/try',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'Try it with a made-up message',
          description: 'Nothing of anybody leaves: the message is invented. 404 where none is switched on.',
          response: answers(ModelTried),
        },
      },
      async (_request, reply) => {
        if (help === undefined) return refuse(reply, 'not_found')
        const began = clock.now()
        const tried = await help.tries()
        const milliseconds = clock.now() - began
        return reply.send(
          tried.kind === 'said'
            ? { text: tried.value, model: tried.model, milliseconds }
            : { none: tried.why, milliseconds },
        )
      },
    )

    app.get(
      '/cases/:code/model',
      {
        onRequest: gate.need('read'),
        schema: {
          tags,
          summary: 'What machines suggested in a case',
          description:
            'Facts with their words, and voice notes written down. Suggestions: nobody confirmed them.',
          params: CaseParams,
          response: answers(ModelKept),
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        return isBook(book)
          ? reply.send({ ...keptOf(book), mayAsk: help?.mayShow(book.state) === true })
          : book
      },
    )

    const ask = (summary: string, description: string) => ({
      tags,
      summary,
      description: `${description} \`none\` says why nothing was said.`,
      params: CaseParams,
    })

    app.post(
      '/cases/:code/model/summary',
      {
        onRequest: gate.need('work'),
        schema: {
          ...ask(
            'A summary',
            'Each sentence with the words that it rests on; one without is left out. Kept nowhere.',
          ),
          querystring: LanguageQuery,
          response: answers(ModelSummary),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        if (help === undefined) return reply.send({ sentences: [], none: 'off' })
        const helped = await help.summary(code, deskAgentOf(gate.callerOf(request)), languageOf(request))
        if (isUnseen(helped)) return refuseUnseen(reply, helped)
        if (helped.status === 'none') return reply.send({ sentences: [], none: helped.why })
        const messages = messagesOf(book.lines)
        const sentences = helped.value.map(({ text, quotation, inbound }) => {
          const message = messages.get(inbound)
          return { text, quotation, ...(message === undefined ? {} : { message }) }
        })
        return reply.send({ sentences, model: helped.model })
      },
    )

    app.post(
      '/cases/:code/model/reply',
      {
        onRequest: gate.need('work'),
        schema: {
          ...ask(
            'A draft of a reply',
            'In the person’s language, without numbers, links or promises. It is said by nobody: an agent who sends it says so with `helped`.',
          ),
          response: answers(ModelText),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        if (help === undefined) return reply.send({ none: 'off' })
        const helped = await help.reply(code, deskAgentOf(gate.callerOf(request)))
        if (isUnseen(helped)) return refuseUnseen(reply, helped)
        return reply.send(
          helped.status === 'none' ? { none: helped.why } : { text: helped.value, model: helped.model },
        )
      },
    )

    app.post(
      '/cases/:code/model/translate',
      {
        onRequest: gate.need('work'),
        schema: {
          ...ask('A message in another language', 'Beside the original, which counts. Kept nowhere.'),
          body: AskTranslation,
          response: answers(ModelText),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        if (help === undefined) return reply.send({ none: 'off' })
        const { message, into } = request.body
        const line = book.lines.find(({ id }) => id === message)
        if (line?.from !== 'person') return refuse(reply, 'not_found')
        const reader = deskAgentOf(gate.callerOf(request))
        const helped = await help.translate(code, reader, line.inbound, into)
        if (isUnseen(helped)) return refuseUnseen(reply, helped)
        return reply.send(
          helped.status === 'none' ? { none: helped.why } : { text: helped.value, model: helped.model },
        )
      },
    )

    app.post(
      '/cases/:code/model/facts',
      {
        onRequest: gate.need('work'),
        schema: {
          ...ask(
            'Who, where, what, until when',
            'Words of the person’s messages and nothing else. Kept in the case as suggestions of this model.',
          ),
          response: answers(ModelFacts),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        if (help === undefined) return reply.send({ facts: [], none: 'off' })
        const helped = await help.facts(code, deskAgentOf(gate.callerOf(request)))
        if (isUnseen(helped)) return refuseUnseen(reply, helped)
        if (helped.status === 'none') return reply.send({ facts: [], none: helped.why })
        const messages = messagesOf(book.lines)
        const facts = helped.value.map(({ field, words, inbound }) => {
          const message = messages.get(inbound)
          return { field, words, ...(message === undefined ? {} : { message }) }
        })
        return reply.send({ facts, model: helped.model })
      },
    )
  }
