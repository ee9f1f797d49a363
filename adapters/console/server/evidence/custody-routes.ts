import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { hours } from '../../../../core/base/units.ts'
import { CheckpointState } from '../../contract/custody.ts'
import { isoOf } from '../http/iso.ts'
import { answers, type Office } from '../office.ts'

/** What is signed over all cases: nothing of any of them. */
export const custodyRoutes =
  ({ parts, gate }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/custody/checkpoints',
      {
        onRequest: gate.need('operate', 'audit'),
        schema: {
          tags: ['custody'],
          summary: 'The newest checkpoint',
          description:
            'A signed root over the heads of all cases, and when authorities outside last vouched for its time. `text` can be checked with `publicKey` alone.',
          response: answers(CheckpointState),
        },
      },
      async (_request, reply) => {
        const { latest, anchors } = await parts.checkpoints.standing()
        return reply.send({
          publicKey: parts.checkpoints.publicKey,
          ...(latest === undefined
            ? {}
            : {
                latest: {
                  no: latest.no,
                  at: isoOf(latest.at),
                  size: latest.size,
                  root: latest.root,
                  text: latest.text,
                  ageSeconds: Math.max(0, Math.round((parts.clock.now() - latest.at) / 1000)),
                },
              }),
          anchors: anchors.map(({ id, every, last }) => ({
            id,
            everyHours: every / hours(1),
            ...(last === undefined ? {} : { last: { at: isoOf(last.at), no: last.no } }),
          })),
        })
      },
    )
  }
