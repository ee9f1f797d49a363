import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { OpenBundle, Refusal } from '../../../../core/custody/bundle/export.ts'
import { Done, Reason } from '../../contract/index.ts'
import { ExportState, NewExport } from '../../contract/exports.ts'
import { sendOriginal } from '../http/file-answer.ts'
import { answers, barredOf, Bytes, caseCode, CaseParams, refuseBarred, type Office } from '../office.ts'
import { mayAsk, presentExports } from './present-exports.ts'
import { isBook } from '../cases/reading.ts'
import { refuse, type ProblemCode } from '../http/problem.ts'

const RequestParams = CaseParams.extend({ request: z.coerce.number().int().min(1) })

/** Each reads every file of a case several times: more at once would slow down everything else. */
const AT_ONCE = 2

/** What a refusal is called over HTTP. */
export const PROBLEM_OF: Readonly<Record<Extract<Refusal, { status: 'refused' }>['why'], ProblemCode>> = {
  consent: 'consent',
  erasing: 'erasing',
  sealed_only: 'sealed_only',
  recipient_invalid: 'recipient_invalid',
  recipient_unknown: 'recipient_unknown',
  unknown: 'not_found',
  superseded: 'superseded',
  answered: 'already',
  same_person: 'same_person',
  waiting: 'two_persons',
  two_persons: 'two_persons',
  refused: 'export_refused',
  over: 'export_over',
  not_theirs: 'forbidden',
}

const refuseExport = (reply: FastifyReply, refusal: Refusal): FastifyReply => {
  if (refusal.status !== 'refused')
    return refuse(reply, refusal.status === 'unknown' ? 'not_found' : 'erased')
  return refuse(reply, PROBLEM_OF[refusal.why])
}

/**
 * Bundles for others: asked for with a reason, agreed to by somebody else where the operator wants
 * two people, then fetched.
 */
export const exportRoutes =
  ({ parts, gate, names, reading, seconds }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { exports, clock } = parts
    let running = 0

    const whoOf = (request: FastifyRequest) => {
      const { id } = gate.callerOf(request)
      return { by: id as string, actor: `agent:${id}` as const }
    }

    app.get(
      '/cases/:code/exports',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['evidence'],
          summary: 'What may be exported, and what was asked for',
          description:
            'What the person agreed to, scope by scope, what the operator asks for, and the newest request.',
          params: CaseParams,
          response: answers(ExportState),
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const caller = gate.callerOf(request)
        const by = exports.rule.twoPersons ? book.state.handover.request?.by : undefined
        const barred = await barredOf(seconds, caller, by)
        return reply.send(
          presentExports(book, {
            rule: exports.rule,
            caller,
            names: await names(),
            now: clock.now(),
            barred,
          }),
        )
      },
    )

    app.post(
      '/cases/:code/exports',
      {
        onRequest: gate.need('export'),
        schema: {
          tags: ['evidence'],
          summary: 'Ask for a bundle',
          description:
            'By whoever holds the case, or a supervisor; `seq` of the answer names the request. It can be fetched within 24 hours: at once, or after somebody else approved it where the operator wants two people. 409 `consent` where the person did not agree to it.',
          params: CaseParams,
          body: NewExport,
          response: answers(Done, 201),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        if (!mayAsk(book.state, gate.callerOf(request))) return refuse(reply, 'not_yours')
        const { reason, scope, recipients } = request.body
        const outcome = await exports.request(code, whoOf(request), reason, { scope, recipients })
        if (outcome.status !== 'done') return refuseExport(reply, outcome)
        return reply.code(201).send({ code, version: book.state.version, seq: outcome.seq })
      },
    )

    for (const [path, agreed, summary] of [
      ['approve', true, 'Approve a request for a bundle'],
      ['refuse', false, 'Refuse a request for a bundle'],
    ] as const)
      app.post(
        `/cases/:code/exports/:request/${path}`,
        {
          onRequest: gate.need('approve'),
          schema: {
            tags: ['evidence'],
            summary,
            description:
              'By somebody other than who asked: 403 `same_person`; to approve, also 403 `too_new`, `made_by_asker`, `asker_too_new`. 409 `already` where it was answered, `superseded` where another was asked for since.',
            params: RequestParams,
            body: Reason,
            response: answers(Done),
          },
        },
        async (request, reply) => {
          const code = caseCode(request.params)
          const book = await reading.open(request, code, reply)
          if (!isBook(book)) return book
          const asked = book.state.handover.request
          if (agreed && asked?.seq === request.params.request && asked.by !== whoOf(request).by) {
            const barred = await seconds.judge(whoOf(request).by, asked.by)
            if (barred !== undefined) return refuseBarred(reply, barred)
          }
          const outcome = await exports.answer(
            code,
            whoOf(request),
            request.params.request,
            agreed,
            request.body.reason,
          )
          if (outcome.status !== 'done') return refuseExport(reply, outcome)
          return reply.send({ code, version: book.state.version, seq: outcome.seq })
        },
      )

    const send = async (reply: FastifyReply, bundle: OpenBundle): Promise<FastifyReply> => {
      // Read to its end before a byte leaves: what is missing or changed stops it here, and what
      // leaves is in the chain by then.
      const { size } = await bundle.measure()
      const refusal = await bundle.settle()
      if (refusal !== undefined) return refuseExport(reply, refusal)
      const stream = Readable.from(bundle.read(), { objectMode: false })
      running += 1
      stream.once('close', () => (running -= 1))
      return sendOriginal(reply, bundle.name, {
        bytes: stream,
        ...(bundle.name.endsWith('.age') ? {} : { size }),
      })
    }

    app.get(
      '/cases/:code/exports/:request',
      {
        onRequest: gate.need('export'),
        schema: {
          tags: ['evidence'],
          summary: 'Fetch the bundle',
          description:
            'By who asked for it, or who approved it; goes into the chain with its SHA-256. A ZIP, or that sealed with age where recipients were named. 429 where two are being fetched already.',
          params: RequestParams,
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        if (running >= AT_ONCE) return refuse(reply, 'too_many')
        running += 1
        try {
          const bundle = await exports.fetch(code, whoOf(request), request.params.request)
          return bundle.status === 'open' ? await send(reply, bundle) : refuseExport(reply, bundle)
        } finally {
          running -= 1
        }
      },
    )
  }
