import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { HealthState } from './contract/health.ts'
import { OperatorState } from './contract/operator.ts'
import { BotTexts } from './contract/texts.ts'
import { answers, type Office } from './office.ts'

/** What administrators read about the machine and its operator. */
export type Administration = {
  readonly operator: () => OperatorState
  readonly texts: () => BotTexts
  readonly health: () => Promise<HealthState>
}

/** What holds here, what people read, and how the parts are: to be looked at, and changed elsewhere. */
export const administrationRoutes =
  ({ parts, gate }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { administration } = parts
    const tags = ['administration']
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

    app.get(
      '/operator',
      {
        onRequest: gate.need('administer'),
        schema: {
          tags,
          summary: 'What the operator states',
          description: 'As the operator file says it, or as it is where the file says nothing. Changed in the file; read at the start.',
          response: answers(OperatorState),
        },
      },
      async (_request, reply) => reply.send(administration.operator()),
    )

    app.get(
      '/texts',
      {
        onRequest: gate.need('administer'),
        schema: {
          tags,
          summary: 'Everything the bot can say',
          description: 'In each language, with made-up arguments.',
          response: answers(BotTexts),
        },
      },
      async (_request, reply) => reply.send(administration.texts()),
    )

    app.get(
      '/health',
      {
        onRequest: gate.need('administer'),
        schema: {
          tags,
          summary: 'How the parts are',
          description: 'Channels, queues, storage, checkpoints and tools. The store is asked: not more often than every few seconds.',
          response: answers(HealthState),
        },
      },
      async (_request, reply) => reply.send(await administration.health()),
    )
  }
