import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { WebhookParams, WebhooksState, WebhookTest } from '../../contract/webhooks.ts'
import { refuse } from '../http/problem.ts'
import { answers, type Office } from '../office.ts'

/** Programs of the agency that are told of cases: what became of it, and a test. */
export const webhookRoutes =
  ({ parts, gate, agents }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { webhooks } = parts.administration
    const tags = ['administration']
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

    app.get(
      '/webhooks',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'The webhooks of the operator file, and the last messages to each',
          description: 'As this machine knows them. No secret, and of addresses the host alone.',
          response: answers(WebhooksState),
        },
      },
      async (_request, reply) => reply.send(webhooks.state()),
    )

    app.post(
      '/webhooks/:id/test',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'Send a webhook a message that is about no case',
          description: 'One that is taken switches it on again where it was switched off.',
          params: WebhookParams,
          response: answers(WebhookTest),
        },
      },
      async (request, reply) => {
        const { id } = request.params
        const answer = await webhooks.test(id)
        if (answer === undefined) return refuse(reply, 'not_found')
        await agents.deeds.append({
          by: gate.callerOf(request).id,
          kind: 'webhook_tested',
          subject: 'webhooks',
          detail: { webhook: id },
        })
        return reply.send(answer)
      },
    )
  }
