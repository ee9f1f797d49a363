import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { deskAgentOf, may } from '../identity/caller.ts'
import { Done, Reason } from '../../contract/index.ts'
import { Erased, NewErasure } from '../../contract/erasure.ts'
import { answers, caseCode, CaseParams, refuseBarred, settle, type Office } from '../office.ts'

const RequestParams = CaseParams.extend({ request: z.coerce.number().int().min(1) })

/** Erasing a case for ever: asked for with a reason, agreed to by somebody else, always. */
export const erasureRoutes =
  ({ parts, gate, seconds }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk, certify, log } = parts

    app.post(
      '/cases/:code/erasure',
      {
        onRequest: gate.need('export'),
        schema: {
          tags: ['commands'],
          summary: 'Ask that the case be erased',
          description:
            'By whoever holds the case, or a supervisor; `seq` of the answer names the request, which somebody else can answer within 24 hours. A later request takes its place. `reason` is sealed and goes with the case, `ground` stays in its tombstone. 409 `hold` where a hold stands.',
          params: CaseParams,
          body: NewErasure,
          response: answers(Done, 201),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        const code = caseCode(request.params)
        const outcome = await desk.erasure.ask(
          code,
          deskAgentOf(caller),
          request.body,
          may(caller, 'approve'),
        )
        if (outcome.status === 'done') reply.code(201)
        return settle(reply, code, outcome)
      },
    )

    app.post(
      '/cases/:code/erasure/:request/approve',
      {
        onRequest: gate.need('approve'),
        schema: {
          tags: ['commands'],
          summary: 'Agree, and erase the case',
          description:
            'At once and for ever: the key is destroyed, files are removed, the person is told nothing. By somebody other than who asked: 403 `same_person`, and `too_new`, `made_by_asker` or `asker_too_new` where one of the two may be the other in disguise. 409 `written_since` where the person wrote after it was asked for, `hold` where a hold stands, `superseded`, `already` (it was refused), `lapsed`. The answer is the certificate, as `amin erase` prints it; who agreed and asks again gets it again.',
          params: RequestParams,
          response: answers(Erased),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const agent = deskAgentOf(gate.callerOf(request))
        const book = await desk.open(code, agent)
        const asked = book === undefined || book === 'erased' ? undefined : book.state.erasure
        // Another request than this one is refused below, whoever asked for it.
        const barred =
          asked?.seq === request.params.request && asked.by !== agent.id
            ? await seconds.judge(agent.id, asked.by)
            : undefined
        if (barred !== undefined) return refuseBarred(reply, barred)
        const outcome = await desk.erasure.approve(code, agent, request.params.request)
        if (outcome.status !== 'gone') return settle(reply, code, outcome)
        const certified = await certify(code)
        if (certified === undefined) throw new Error('a case that was just erased has no tombstone')
        if (certified.unsigned !== undefined)
          log.error('the certificate of an erasure is not signed', { error: certified.unsigned })
        return reply.send({ code, certificate: Erased.shape.certificate.parse(certified.certificate) })
      },
    )

    app.post(
      '/cases/:code/erasure/:request/refuse',
      {
        onRequest: gate.need('approve'),
        schema: {
          tags: ['commands'],
          summary: 'Refuse to erase the case',
          description:
            'By somebody other than who asked: 403 `same_person`. 409 `already` where it was refused, `superseded` where it was asked for anew, `lapsed` after 24 hours.',
          params: RequestParams,
          body: Reason,
          response: answers(Done),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const agent = deskAgentOf(gate.callerOf(request))
        return settle(
          reply,
          code,
          await desk.erasure.refuse(code, agent, request.params.request, request.body.reason),
        )
      },
    )
  }
