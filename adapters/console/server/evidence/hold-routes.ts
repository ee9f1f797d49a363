import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { deskAgentOf } from '../identity/caller.ts'
import { Done, Reason } from '../../contract/index.ts'
import { answers, caseCode, CaseParams, refuseBarred, settle, type Office } from '../office.ts'

/** What keeps a case from being erased, by anybody and by time. */
export const holdRoutes =
  ({ parts, gate, seconds }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk } = parts
    const onRequest = gate.need('supervise')
    const schema = (summary: string, description: string) => ({
      tags: ['commands'],
      summary,
      description,
      params: CaseParams,
      body: Reason,
      response: answers(Done),
    })

    app.post(
      '/cases/:code/hold',
      {
        onRequest,
        schema: schema(
          'Set a hold',
          'A court or a prosecutor asked that nothing be erased. 409 `already` where a hold stands, but while nobody said what becomes of the person’s wish to have everything erased: setting it anew says that it stays.',
        ),
      },
      async (request, reply) => {
        const agent = deskAgentOf(gate.callerOf(request))
        return settle(
          reply,
          request.params.code,
          await desk.hold(caseCode(request.params), agent, request.body.reason),
        )
      },
    )

    app.post(
      '/cases/:code/hold/lift',
      {
        onRequest,
        schema: schema(
          'Lift the hold',
          'What the person wanted erased meanwhile is erased then. 409 `already` where none stands; 403 `too_new` where the caller was made, invited anew, reset or given a role in the last 72 hours.',
        ),
      },
      async (request, reply) => {
        const agent = deskAgentOf(gate.callerOf(request))
        // Somebody else wanted it kept: lifting it is the second half of having it erased.
        const until = await seconds.settles(agent.id)
        if (until !== undefined) return refuseBarred(reply, { why: 'too_new', until })
        return settle(
          reply,
          request.params.code,
          await desk.liftHold(caseCode(request.params), agent, request.body.reason),
        )
      },
    )
  }
