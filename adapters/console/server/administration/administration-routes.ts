import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { HealthState } from '../../contract/health.ts'
import { CalledHotline, HotlineParams, OperatorState } from '../../contract/operator.ts'
import { BotTexts } from '../../contract/texts.ts'
import type { WebhooksState, WebhookTest } from '../../contract/webhooks.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'

/** What administrators read about the machine and its operator. */
export type Administration = {
  /** `nameOf`: what a member is called. */
  readonly operator: (nameOf: (id: string) => string) => Promise<OperatorState>
  /**
   * A stated number with the name under which a call of it is kept (hotline-checks.ts); nothing
   * where none has this id.
   */
  readonly hotline: (id: string) => (CalledHotline & { readonly line: string }) | undefined
  readonly texts: () => BotTexts
  /** Programs of the agency that are told of cases (bots/webhook-desk.ts). */
  readonly webhooks: {
    readonly state: () => WebhooksState
    /** Nothing where there is none of that id. */
    readonly test: (id: string) => Promise<WebhookTest | undefined>
  }
  readonly health: () => Promise<HealthState>
}

/** What holds here, what people read, and how the parts are: to be looked at, and changed elsewhere. */
export const administrationRoutes =
  ({ parts, gate, agents, names, hotlineChecks }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { administration, clock } = parts
    const tags = ['administration']
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

    const describe = async (): Promise<OperatorState> => {
      const known = await names()
      return administration.operator((id) => known.get(id) ?? '')
    }

    app.get(
      '/operator',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'What the operator states',
          description:
            'As the operator file says it, as it was set in the console (`/settings`), or as it is where nobody said anything.',
          response: answers(OperatorState),
        },
      },
      async (_request, reply) => reply.send(await describe()),
    )

    app.post(
      '/operator/hotlines/:id/confirm',
      {
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'Say that a number was called today and answers',
          description:
            'Counts for this number under this name only, and from now on in every process; the later of this and the date of the file holds. 409 `outdated` where the operator states another number or name by now. Not for programs: none can call.',
          params: HotlineParams,
          body: CalledHotline,
          response: answers(OperatorState),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        const { id } = request.params
        const { number, name } = request.body
        const stated = administration.hotline(id)
        if (stated === undefined) return refuse(reply, 'not_found')
        if (
          stated.number !== number ||
          LANGUAGES.some((language) => stated.name[language] !== name[language])
        )
          return refuse(reply, 'outdated')
        await hotlineChecks.keep({ line: stated.line, at: clock.now(), by: caller.id })
        await agents.deeds.append({
          by: caller.id,
          kind: 'hotline_checked',
          subject: 'hotlines',
          detail: { hotline: id, number },
        })
        return reply.send(await describe())
      },
    )

    app.get(
      '/texts',
      {
        onRequest: gate.need('operate'),
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
        onRequest: gate.need('operate'),
        schema: {
          tags,
          summary: 'How the parts are',
          description:
            'Channels, queues, storage, checkpoints and tools. The store is asked: not more often than every few seconds.',
          response: answers(HealthState),
        },
      },
      async (_request, reply) => reply.send(await administration.health()),
    )
  }
