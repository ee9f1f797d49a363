import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { NewDangerReview } from '../../contract/findings.ts'
import { NewLinkJudgement, NewOwner } from '../../contract/shift.ts'
import { caseCode, command, settle, type Office } from '../office.ts'
import { identifiersOf } from './present-findings.ts'
import { isBook } from './reading.ts'
import { refuse } from '../http/problem.ts'

/**
 * What a member of the team says of what rules found: whose a number is, and whether two cases
 * belong together.
 */
export const findingRoutes =
  ({ parts, gate, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { shift } = parts.desk
    const onRequest = gate.need('work')
    const agentOf = (request: FastifyRequest) => deskAgentOf(gate.callerOf(request))

    app.post(
      '/cases/:code/identifiers/owner',
      {
        onRequest,
        schema: {
          ...command(
            'Say whose a number or name is',
            'With a reason. What is the person’s own links no cases. `everywhere`: it holds in every case that names it, and whom it links is judged anew. 404 where the list has changed.',
          ),
          body: NewOwner,
        },
      },
      async (request, reply) => {
        const { place, value, ...whose } = request.body
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const known = book.state.identifiers[place]
        if (known === undefined || identifiersOf(book)[place]?.value !== value)
          return refuse(reply, 'not_found')
        const outcome = await shift.judgeIdentifier(caseCode(request.params), agentOf(request), {
          normal: known.normal,
          ...whose,
        })
        return settle(reply, request.params.code, outcome)
      },
    )

    app.post(
      '/cases/:code/dangers',
      {
        onRequest,
        schema: {
          ...command(
            'Say of a message that it speaks of a danger, or that what was read there is none',
            'For who judges the readers: the case’s urgency stays as it is. 404 where the case has no such message of the person, 409 `already` where that was said last.',
          ),
          body: NewDangerReview,
        },
      },
      async (request, reply) => {
        const { message, label, verdict } = request.body
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const line = book.lines.find(({ id }) => id === message)
        if (line?.from !== 'person') return refuse(reply, 'not_found')
        const review = { inbound: line.inbound, label, verdict }
        return settle(
          reply,
          request.params.code,
          await shift.reviewDanger(caseCode(request.params), agentOf(request), review),
        )
      },
    )

    app.post(
      '/cases/:code/links',
      {
        onRequest,
        schema: {
          ...command(
            'Say of another case that it is another matter, the same, or that nobody can tell',
            'With a reason, and in both cases: what the link alone had raised is taken back. Something else that both share later links them anew. With `verdict`: both belong together for good, whatever they share, or whoever looked cannot tell. 404 where no such link is there, 409 `already` where it was judged so.',
          ),
          body: NewLinkJudgement,
        },
      },
      async (request, reply) => {
        const { code, verdict, ...judged } = request.body
        const judgement = verdict === undefined ? judged : { ...judged, verdict }
        const outcome = await shift.judgeLink(
          caseCode(request.params),
          agentOf(request),
          code as CaseCode,
          judgement,
        )
        return settle(reply, request.params.code, outcome)
      },
    )
  }
