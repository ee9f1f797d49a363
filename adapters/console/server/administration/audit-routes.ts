import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { writeCsv } from '../../../../core/custody/bundle/csv.ts'
import type { AgentId, CaseCode } from '../../../../core/base/ids.ts'
import { after, hours, instant, type Instant } from '../../../../core/base/units.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { readCode } from '../cases/case-code.ts'
import { Audit, AuditQuery } from '../../contract/audit.ts'
import { makeAuditNames } from './audit-names.ts'
import { languageOf } from '../http/language.ts'
import { MOST_DEEDS, type Deed } from './deeds.ts'
import { isoOf } from '../http/iso.ts'
import { answers, Bytes, LanguageQuery, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'

const DAY = hours(24)
const MOST_DAYS = 92

type Asked = z.infer<typeof AuditQuery>

const spanOf = ({ from, to }: Asked): { readonly from: Instant; readonly to: Instant } | undefined => {
  const span = {
    from: instant(Date.parse(`${from}T00:00:00Z`)),
    to: after(instant(Date.parse(`${to}T00:00:00Z`)), DAY),
  }
  return span.to > span.from && span.to - span.from <= MOST_DAYS * DAY ? span : undefined
}

/**
 * Who did what: to cases by their open headers, to people and keys by the log of administrators. No
 * word of anybody.
 */
export const auditRoutes =
  (office: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { parts, gate, agents, names } = office
    const { desk } = parts
    const namesIn = makeAuditNames(office)
    const onRequest = gate.need('audit')

    const readAudit = async (request: FastifyRequest, asked: Asked): Promise<Audit | undefined> => {
      const span = spanOf(asked)
      const typed = asked.code?.trim() ?? ''
      const code = typed === '' ? undefined : readCode(typed)
      if (span === undefined || (typed !== '' && code === undefined)) return undefined
      const { member } = asked
      const query = {
        ...span,
        ...(member === undefined ? {} : { agent: member as AgentId }),
        ...(code === undefined ? {} : { code: code as CaseCode }),
      }
      const [{ acts, whole }, done, log, known] = await Promise.all([
        desk.trail(query, deskAgentOf(gate.callerOf(request))),
        // What was done to people is of no case.
        code === undefined ? agents.deeds.read(span.from, span.to) : [],
        agents.deeds.verify(),
        names(),
      ])
      const whoIs = (id: string) => ({ id, name: known.get(id) ?? '' })
      const presentDeed = ({ no, at, by, kind, subject, detail = {} }: Deed): Audit['deeds'][number] => ({
        no,
        at: isoOf(at),
        ...(by === 'command' || by === 'setup' || by === 'stranger' ? { how: by } : { by: whoIs(by) }),
        kind,
        subject: whoIs(subject),
        detail: { ...detail },
      })
      return {
        acts: acts.map(({ at, agent, code: of, seq, kinds }) => ({
          at: isoOf(at),
          code: of,
          seq,
          kinds: [...kinds],
          ...(agent === undefined ? {} : { by: whoIs(agent) }),
        })),
        deeds: done
          .filter(({ by, subject }) => member === undefined || by === member || subject === member)
          .map(presentDeed),
        names: await namesIn(request, done, languageOf(request)),
        cut: !whole || done.length >= MOST_DEEDS,
        log,
      }
    }

    app.get(
      '/audit',
      {
        onRequest,
        schema: {
          tags: ['audit'],
          summary: 'Who did what',
          description:
            'To cases: kinds of entries with their time and who made them. To people, keys and settings: what administrators did, from a log of its own, each line chained to the one before.',
          querystring: AuditQuery.extend(LanguageQuery.shape),
          response: answers(Audit),
        },
      },
      async (request, reply) => {
        const audit = await readAudit(request, request.query)
        return audit === undefined
          ? refuse(reply, 'invalid', { fields: ['/querystring'] })
          : reply.send(audit)
      },
    )

    app.get(
      '/audit.csv',
      {
        onRequest,
        schema: {
          tags: ['audit'],
          summary: 'The same as a table',
          description: 'CSV (RFC 4180, UTF-8): at, by, name, subject, seq, what, detail.',
          querystring: AuditQuery,
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const audit = await readAudit(request, request.query)
        if (audit === undefined) return refuse(reply, 'invalid', { fields: ['/querystring'] })
        const rows = [
          ['at', 'by', 'name', 'subject', 'seq', 'what', 'detail'],
          ...audit.acts.map(({ at, by, code, seq, kinds }) => [
            at,
            by?.id ?? 'command',
            by?.name ?? '',
            code,
            String(seq),
            kinds.join(' '),
            '',
          ]),
          ...audit.deeds.map(({ no, at, by, how, kind, subject, detail }) => [
            at,
            by?.id ?? how ?? '',
            by?.name ?? '',
            subject.id,
            String(no),
            kind,
            Object.entries(detail)
              .map(([name, value]) => `${name}=${value}`)
              .join(' '),
          ]),
        ]
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="amin-audit.csv"')
          .send(`\uFEFF${writeCsv(rows)}`)
      },
    )
  }
