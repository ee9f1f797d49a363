import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { NetworkId } from '../../../../core/base/ids.ts'
import { bytes } from '../../../../core/base/units.ts'
import type { DossierRefusal, Seer } from '../../../../core/custody/bundle/dossier-orders.ts'
import type { NetworkShown } from '../../../../core/services/networks/arrange.ts'
import { DossierAsked, DossierState, NewDossier } from '../../contract/dossiers.ts'
import { Reason } from '../../contract/index.ts'
import { NetworkId as NetworkIdText } from '../../contract/networks.ts'
import { sendOriginal } from '../http/file-answer.ts'
import { refuse } from '../http/problem.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { answers, barredOf, Bytes, refuseBarred, type Office } from '../office.ts'
import { PROBLEM_OF } from './export-routes.ts'
import { DOSSIER_SCOPES, presentDossier } from './present-dossier.ts'

const Params = z.object({ network: NetworkIdText })
const RequestParams = Params.extend({ request: z.coerce.number().int().min(1) })

/** Each opens every case of a network: more at once would slow down everything else. */
const AT_ONCE = 2

const PROBLEMS = { ...PROBLEM_OF, too_few: 'few_agreed', ended: 'ended', taken_back: 'consent' } as const

const refuseDossier = (reply: FastifyReply, refusal: DossierRefusal): FastifyReply =>
  refuse(reply, refusal.status === 'unknown' ? 'not_found' : PROBLEMS[refusal.why])

const bytesOf = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

/**
 * The dossier of a network for somebody outside: asked for with a reason, agreed to by somebody else where
 * the operator wants two people, then fetched. It is made of the cases that who asks sees.
 */
export const dossierRoutes =
  ({ parts, gate, names, seconds }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { dossiers, desk, clock } = parts
    let running = 0

    const seerOf = (request: FastifyRequest, { members }: NetworkShown): Seer => {
      const { id } = gate.callerOf(request)
      return { by: id, actor: `agent:${id}`, sees: members.map(({ row }) => row.caseId) }
    }
    /** The network with its cases that the caller sees; nothing where they may not be shown it. */
    const find = (request: FastifyRequest, network: string): Promise<NetworkShown | undefined> =>
      desk.networks.find(deskAgentOf(gate.callerOf(request)), network as NetworkId)

    app.get(
      '/networks/:network/dossier',
      {
        onRequest: gate.need('networks'),
        schema: {
          tags: ['evidence'],
          summary: 'What a dossier of the network would name, and what was asked for',
          description:
            'Scope by scope how many of the cases that the caller sees may be named, what the operator asks for, and the newest request, where they see every case of it.',
          params: Params,
          response: answers(DossierState),
        },
      },
      async (request, reply) => {
        const { network } = request.params
        const shown = await find(request, network)
        if (shown === undefined) return refuse(reply, 'not_found')
        const caller = gate.callerOf(request)
        const { sees } = seerOf(request, shown)
        const asked = await dossiers.requestFor(network as NetworkId, sees)
        const counts = DOSSIER_SCOPES.map(async (scope) => ({
          scope,
          ...(await dossiers.count(sees, scope)),
        }))
        return reply.send(
          presentDossier(shown, asked, {
            rule: dossiers.rule,
            caller,
            names: await names(),
            now: clock.now(),
            barred: await barredOf(seconds, caller, dossiers.rule.twoPersons ? asked?.by : undefined),
            scopes: await Promise.all(counts),
          }),
        )
      },
    )

    app.post(
      '/networks/:network/dossier',
      {
        onRequest: gate.need('networks'),
        schema: {
          tags: ['evidence'],
          summary: 'Ask for a dossier of the network',
          description:
            'Of the cases that the caller sees now; `seq` of the answer names the request. It can be fetched within 24 hours: at once, or after somebody else approved it where the operator wants two people. 409 `few_agreed` where fewer than two of the people agreed to it.',
          params: Params,
          body: NewDossier,
          response: answers(DossierAsked, 201),
        },
      },
      async (request, reply) => {
        const { network } = request.params
        const shown = await find(request, network)
        if (shown === undefined) return refuse(reply, 'not_found')
        const { reason, scope, recipients } = request.body
        const seer = seerOf(request, shown)
        const outcome = await dossiers.request(network as NetworkId, seer, reason, { scope, recipients })
        if (outcome.status !== 'done') return refuseDossier(reply, outcome)
        return reply.code(201).send({ key: network, seq: outcome.seq })
      },
    )

    for (const [path, agreed, summary] of [
      ['approve', true, 'Approve a request for a dossier'],
      ['refuse', false, 'Refuse a request for a dossier'],
    ] as const)
      app.post(
        `/networks/:network/dossier/:request/${path}`,
        {
          onRequest: gate.need('approve'),
          schema: {
            tags: ['evidence'],
            summary,
            description:
              'By somebody other than who asked, who sees every case of it: 404 where they do not, 403 `same_person`; to approve, also 403 `too_new`, `made_by_asker`, `asker_too_new`. 409 `already` where it was answered, `superseded` where another was asked for since.',
            params: RequestParams,
            body: Reason,
            response: answers(DossierAsked),
          },
        },
        async (request, reply) => {
          const { network, request: named } = request.params
          const shown = await find(request, network)
          if (shown === undefined) return refuse(reply, 'not_found')
          const seer = seerOf(request, shown)
          const asked = await dossiers.requestFor(network as NetworkId, seer.sees)
          if (agreed && asked?.seq === named && asked.by !== seer.by) {
            const barred = await seconds.judge(gate.callerOf(request).id, asked.by)
            if (barred !== undefined) return refuseBarred(reply, barred)
          }
          const answer = { request: named, agreed, reason: request.body.reason }
          const outcome = await dossiers.answer(network as NetworkId, seer, answer)
          if (outcome.status !== 'done') return refuseDossier(reply, outcome)
          return reply.send({ key: network, seq: outcome.seq })
        },
      )

    app.get(
      '/networks/:network/dossier/:request',
      {
        onRequest: gate.need('networks'),
        schema: {
          tags: ['evidence'],
          summary: 'Fetch the dossier',
          description:
            'By who asked for it, or who approved it; that it was made goes into the chain of the network, and that they were handed on, with the SHA-256, into those of the cases that it names. A ZIP, or that sealed with age where recipients were named. 409 `consent` where somebody took their yes back meanwhile: fetched again, it names them no more. 429 where two are being fetched already.',
          params: RequestParams,
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const { network, request: named } = request.params
        const shown = await find(request, network)
        if (shown === undefined) return refuse(reply, 'not_found')
        if (running >= AT_ONCE) return refuse(reply, 'too_many')
        running += 1
        try {
          const dossier = await dossiers.fetch(network as NetworkId, seerOf(request, shown), named)
          if (dossier.status !== 'open') return refuseDossier(reply, dossier)
          // Whole before a byte leaves: what leaves is in every chain by then.
          const content = await bytesOf(dossier.read())
          const why = await dossier.settle()
          if (why !== undefined) return refuseDossier(reply, { status: 'refused', why })
          const name = `amin-${dossier.code}.zip${dossier.isSealed ? '.age' : ''}`
          return sendOriginal(reply, name, { bytes: Readable.from([content]), size: bytes(content.length) })
        } finally {
          running -= 1
        }
      },
    )
  }
