import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NewCodeJudgement, PictureWords } from '../../contract/evidence.ts'
import { refuse } from '../http/problem.ts'
import { answers, command, EvidenceParams, settle, type Office } from '../office.ts'
import { presentReading } from './present-reading.ts'
import { isRevealed, makeRevealed } from './revealed.ts'

/**
 * What a machine read in a picture of a chat, beside the picture: like it only after a reveal. A code
 * counts once somebody says that it was read right.
 */
export const readingRoutes =
  (office: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const {
      parts: { desk },
      gate,
      names,
    } = office
    const revealed = makeRevealed(office)

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
        const found = await revealed(request, reply)
        if (!isRevealed(found)) return found
        const words = presentReading(found.item, await names())
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
        const found = await revealed(request, reply)
        if (!isRevealed(found)) return found
        const { code, agent } = found
        const where = { evidence: found.id, place: request.params.place }
        return settle(reply, code, await desk.shift.judgeCode(code, agent, where, request.body))
      },
    )
  }
