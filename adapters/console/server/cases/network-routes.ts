import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { optionKey } from '../../../../core/model/keys.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Money } from '../../../../core/policy/figures.ts'
import type { Network as Found } from '../../../../core/services/linkage/networks.ts'
import { NetworkList, type Network } from '../../contract/networks.ts'
import { isoOf } from '../http/iso.ts'
import { languageOf } from '../http/language.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { answers, LanguageQuery, type Office } from '../office.ts'
import type { Names } from './present-case.ts'

/** The question that says where somebody lives. */
const REGION = 'governorate'

const sumsOf = (all: readonly (Money | undefined)[]): Network['demanded'] =>
  [
    ...Map.groupBy(
      all.filter((one) => one !== undefined),
      ({ currency }) => currency,
    ),
  ].map(([currency, sums]) => ({
    currency,
    hundredths: sums.reduce((sum, { hundredths }) => sum + hundredths, 0),
    cases: sums.length,
  }))

type Reader = { readonly names: Names; readonly say: (key: string) => string }

const present = ({ members, bonds, told }: Found, { names, say }: Reader): Network => {
  const codes = new Map(members.map(({ row }) => [row.caseId, row.code]))
  const provinces = new Set(told.flatMap(({ figures }) => figures.governorate ?? []))
  return {
    cases: members.map(({ row, bonds: to }) => {
      const holder = row.assignee === undefined ? undefined : names.get(row.assignee)
      return {
        code: row.code,
        openedAt: isoOf(row.openedAt),
        status: row.status,
        severity: row.severity,
        team: row.team,
        ...(holder === undefined ? {} : { holder }),
        bonds: to.flatMap(({ to: other, by }) => {
          const code = codes.get(other)
          return code === undefined ? [] : [{ code, by: [...by] }]
        }),
      }
    }),
    bonds: [...bonds],
    lastAt: members.map(({ row }) => isoOf(row.lastAt)).reduce((latest, at) => (at > latest ? at : latest)),
    demanded: sumsOf(told.map(({ figures }) => figures.demanded)),
    paid: sumsOf(told.map(({ figures }) => figures.paidSum)),
    provinces: [...provinces].map((one) => say(optionKey(REGION, one))),
    services: [...new Set(told.flatMap(({ services }) => services))].toSorted(),
  }
}

/** Cases that hang together, for whoever looks after several of them. */
export const networkRoutes =
  ({ parts, gate, names }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/networks',
      {
        onRequest: gate.need('supervise'),
        schema: {
          tags: ['cases'],
          summary: 'Cases that hang together',
          description:
            'Made of the cases that the caller may see and of nothing else: what hangs together only through another case falls apart. A picture that looks the same binds nobody. A suspicion: nothing here says who did it.',
          querystring: LanguageQuery,
          response: answers(NetworkList),
        },
      },
      async (request, reply) => {
        const found = await parts.desk.networks(deskAgentOf(gate.callerOf(request)))
        const language: Language = languageOf(request)
        const reader = { names: await names(), say: (key: string) => parts.phrases.say(language, key) }
        return reply.send({ networks: found.map((one) => present(one, reader)) })
      },
    )
  }
