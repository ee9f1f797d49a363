import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { CaseCode, NetworkId } from '../../../../core/base/ids.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import type { NetworkAct as Act, NetworkOutcome } from '../../../../core/services/networks/desk.ts'
import {
  ConfirmNetwork,
  NetworkAct,
  NetworkDone,
  NetworkKey,
  NetworkList,
  NetworkPage,
} from '../../contract/networks.ts'
import { languageOf } from '../http/language.ts'
import { refuse } from '../http/problem.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { answers, LanguageQuery, type Office } from '../office.ts'
import { presentNetwork, presentPage, type Reader } from './present-network.ts'

const Params = z.object({ network: NetworkKey })
const ABOUT = 'Made of the cases that the caller may see and of nothing else.'

const toAct = (body: z.infer<typeof NetworkAct>, agent: DeskAgent): Act =>
  body.do === 'lead' ? { do: 'lead', ...(body.mine ? { agent: agent.id } : {}) } : (body as Act)

const settle = (reply: FastifyReply, outcome: NetworkOutcome): FastifyReply => {
  if (outcome.status === 'done') return reply.send({ key: outcome.key })
  if (outcome.status === 'unknown') return refuse(reply, 'not_found')
  return refuse(reply, outcome.why)
}

/** Cases that hang together, and what people decide of them, for whoever has the right to judge it. */
export const networkRoutes =
  ({ parts, gate, names, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { networks } = parts.desk
    const onRequest = gate.need('networks')
    const agentOf = (request: FastifyRequest): DeskAgent => deskAgentOf(gate.callerOf(request))
    const readerOf = async (request: FastifyRequest): Promise<Reader> => ({
      names: await names(),
      say: (key) => parts.phrases.say(languageOf(request), key),
    })

    app.get(
      '/networks',
      {
        onRequest,
        schema: {
          tags: ['cases'],
          summary: 'Cases that hang together',
          description: `${ABOUT} What hangs together only through another case falls apart. A picture that looks the same binds nobody. What nobody confirmed is a suspicion: nothing here says who did it.`,
          querystring: LanguageQuery,
          response: answers(NetworkList),
        },
      },
      async (request, reply) => {
        const [found, reader] = await Promise.all([networks.list(agentOf(request)), readerOf(request)])
        return reply.send({ networks: found.map((one) => presentNetwork(one, reader)) })
      },
    )

    app.get(
      '/networks/:network',
      {
        onRequest,
        schema: {
          tags: ['cases'],
          summary: 'One network: its cases, what they share, and what was decided of it',
          description: `${ABOUT} That it was read goes into its own chain and into those of its cases, once a shift.`,
          params: Params,
          querystring: LanguageQuery,
          response: answers(NetworkPage),
        },
      },
      async (request, reply) => {
        const key = request.params.network as NetworkId | CaseCode
        const shown = await networks.show(agentOf(request), key, await reading.since(request))
        if (shown === undefined) return refuse(reply, 'not_found')
        for (const { row } of shown.members) await reading.note(request, row.code)
        const [shared, others, reader] = await Promise.all([
          networks.shared(shown),
          networks.named(agentOf(request), shown),
          readerOf(request),
        ])
        return reply.send(presentPage(shown, { shared, others, reader }))
      },
    )

    app.post(
      '/networks',
      {
        onRequest,
        schema: {
          tags: ['commands'],
          summary: 'Confirm that cases are one network',
          description:
            'Opens a ledger of its own, in which every later decision stands. 404 where the caller may not see one of the cases; 409 `already` where two of them are in one that people work with. The same of the same caller again opens no second one.',
          body: ConfirmNetwork,
          response: answers(NetworkDone),
        },
      },
      async (request, reply) => {
        const { codes, reason } = request.body
        return settle(reply, await networks.confirm(agentOf(request), codes as CaseCode[], reason))
      },
    )

    app.post(
      '/networks/:network',
      {
        onRequest,
        schema: {
          tags: ['commands'],
          summary: 'Decide something of a network',
          description:
            'Adds or removes a case, names who leads, puts it under investigation, gives it to an authority, notes that it was dismantled, dissolves, splits or merges it, or answers a case that came after it was dismantled. 409 `already` where it stands so, `too_few` where fewer than two cases would be left on a side, `ended` where it was dissolved, `dismantled` where it cannot go into another any more; 400 `day_invalid` for a day that has not come.',
          params: Params,
          body: NetworkAct,
          response: answers(NetworkDone),
        },
      },
      async (request, reply) => {
        const agent = agentOf(request)
        const key = request.params.network as NetworkId
        return settle(reply, await networks.act(agent, key, toAct(request.body, agent)))
      },
    )
  }
