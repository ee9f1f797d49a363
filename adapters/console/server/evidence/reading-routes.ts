import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { EvidenceId } from '../../../../core/base/ids.ts'
import { NewCodeJudgement, PictureWords } from '../../contract/evidence.ts'
import { isBook } from '../cases/reading.ts'
import { refuse } from '../http/problem.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { answers, caseCode, command, EvidenceParams, settle, type Office } from '../office.ts'
import { reasonOfReveal } from './present-evidence.ts'
import { presentReading } from './present-reading.ts'

/**
 * What a machine read in a picture of a chat, beside the picture: like it only after a reveal. A code
 * counts once somebody says that it was read right.
 */
export const readingRoutes =
  ({ parts, gate, names, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { clock, desk } = parts

    app.get(
      '/cases/:code/evidence/:id/reading',
      {
        onRequest: gate.need('evidence'),
        schema: {
          tags: ['evidence'],
          summary: 'The words in a picture of a chat',
          description:
            'Bubble by bubble with who wrote it, and codes to be confirmed. For 15 minutes after the same agent’s reveal of the same item; 404 where no words were read.',
          params: EvidenceParams,
          response: answers(PictureWords),
        },
      },
      async (request, reply) => {
        const agent = deskAgentOf(gate.callerOf(request))
        const id = request.params.id as EvidenceId
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const item = book.state.evidence[id]
        if (item === undefined) return refuse(reply, 'not_found')
        if (reasonOfReveal(book, id, agent.id, clock.now()) === undefined)
          return refuse(reply, 'reveal_first')
        const words = presentReading(item, await names())
        return words === undefined ? refuse(reply, 'not_found') : reply.send(words)
      },
    )

    app.post(
      '/cases/:code/evidence/:id/codes/:place',
      {
        onRequest: gate.need('evidence'),
        schema: {
          ...command(
            'Say whether a code was read right',
            'Right, right as it is put (`fixed`), or wrong. What is right counts like a told one: it is found and links cases. For 15 minutes after the same agent’s reveal of the same item; 409 `already` where it was confirmed.',
          ),
          params: EvidenceParams.extend({ place: z.coerce.number().int().min(0).max(99) }),
          body: NewCodeJudgement,
        },
      },
      async (request, reply) => {
        const agent = deskAgentOf(gate.callerOf(request))
        const code = caseCode(request.params)
        const evidence = request.params.id as EvidenceId
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        if (book.state.evidence[evidence] === undefined) return refuse(reply, 'not_found')
        if (reasonOfReveal(book, evidence, agent.id, clock.now()) === undefined)
          return refuse(reply, 'reveal_first')
        const where = { evidence, place: request.params.place }
        return settle(reply, code, await desk.shift.judgeCode(code, agent, where, request.body))
      },
    )
  }
