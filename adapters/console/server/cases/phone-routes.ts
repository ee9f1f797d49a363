import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { titleKey } from '../../../../core/model/keys.ts'
import type { PhoneOutcome } from '../../../../core/services/phone/phone.ts'
import { instant } from '../../../../core/base/units.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { Done } from '../../contract/index.ts'
import { Call, Calls, GivenAnswer, NewPin } from '../../contract/phone.ts'
import { isoOf } from '../http/iso.ts'
import { languageOf } from '../http/language.ts'
import { answers, caseCode, CaseParams, LanguageQuery, settle, type Office } from '../office.ts'
import { sayOrKey } from './say-or-key.ts'
import { refuse } from '../http/problem.ts'

/** The intake for somebody who called. A case is opened by POST /cases. */
export const phoneRoutes =
  ({ parts, gate, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { phone } = parts.desk
    const onRequest = gate.need('work')
    const agentOf = (request: FastifyRequest) => deskAgentOf(gate.callerOf(request))

    const show = (reply: FastifyReply, code: string, outcome: PhoneOutcome): FastifyReply => {
      if (outcome.status === 'unclear') return refuse(reply, 'answer_invalid')
      return outcome.status === 'call' ? reply.send(outcome.call) : settle(reply, code, outcome)
    }

    app.get(
      '/calls',
      {
        onRequest,
        schema: {
          tags: ['phone'],
          summary: 'Calls that did not come to their end',
          description: 'The caller’s own cases without a chat whose questions were not all asked.',
          querystring: LanguageQuery,
          response: answers(Calls),
        },
      },
      async (request, reply) => {
        const language = languageOf(request)
        const calls = await phone.unfinished(agentOf(request))
        return reply.send({
          calls: calls.map(({ code, openedAt, step }) => ({
            code,
            openedAt: isoOf(instant(openedAt)),
            ...(step === undefined ? {} : { title: sayOrKey(parts.phrases, language, titleKey(step), step) }),
          })),
        })
      },
    )

    app.get(
      '/cases/:code/call',
      {
        onRequest,
        schema: {
          tags: ['phone'],
          summary: 'Where a call stands',
          description:
            'The question whose turn it is, in the caller’s language and in the asked one. 409 `already` where the case has a chat.',
          params: CaseParams,
          querystring: LanguageQuery,
          response: answers(Call),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        await reading.note(request, code)
        return show(reply, code, await phone.read(code, agentOf(request), languageOf(request)))
      },
    )

    app.post(
      '/cases/:code/answers',
      {
        onRequest,
        schema: {
          tags: ['phone'],
          summary: 'Answer a question for the caller',
          description:
            'What was typed is read for danger and for numbers and names like any message. 409 `moved` where the question or the case moved on since, 400 `answer_invalid` where the words answer nothing.',
          params: CaseParams,
          querystring: LanguageQuery,
          body: GivenAnswer,
          response: answers(Call),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const given = { ...request.body, language: languageOf(request) }
        return show(reply, code, await phone.answer(code, agentOf(request), given))
      },
    )

    app.post(
      '/cases/:code/pin',
      {
        onRequest,
        schema: {
          tags: ['phone'],
          summary: 'Keep a PIN that the caller chose',
          description:
            'Only its seal is kept. 409 `already` where there is one, 400 `pin_unfit` where it is none: 4 to 12 digits, or one word.',
          params: CaseParams,
          body: NewPin,
          response: answers(Done),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const outcome = await phone.keepPin(code, agentOf(request), request.body.pin)
        return outcome.status === 'unfit' ? refuse(reply, 'pin_unfit') : settle(reply, code, outcome)
      },
    )
  }
