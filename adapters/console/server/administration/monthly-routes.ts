import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isFailure } from '../../../../core/base/failure.ts'
import { readMonth } from '../../../../core/services/statistics/month.ts'
import { MonthlyQuery } from '../../contract/statistics.ts'
import { isoOf } from '../http/iso.ts'
import { languageOf } from '../http/language.ts'
import { refuse } from '../http/problem.ts'
import { readerOf } from './statistics-reader.ts'
import { answers, Bytes, LanguageQuery, type Office } from '../office.ts'

/** One is typeset at a time and one waits: more would hold up the reports of cases. */
const AT_ONCE = 2

/** A month as one sheet for who decides and reads no table; who took it stands in the log. */
export const monthlyRoutes =
  ({ parts, gate, agents }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { monthly } = parts
    let running = 0

    app.get(
      '/statistics.pdf',
      {
        onRequest: gate.need('count'),
        schema: {
          tags: ['statistics'],
          summary: 'A month as a sheet of two pages',
          description:
            'PDF (A4, PDF/A-2a) in the asked language: the figures of the whole weeks of which most days lie in `month`, as `/statistics` counts and hides them, beside those of the month before. Goes into the log of administrators. 400 `month_ahead` where none of its weeks has begun, 429 where two are being made already, 503 `report_unset` where it cannot be typeset.',
          querystring: MonthlyQuery.extend(LanguageQuery.shape),
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const month = readMonth(request.query.month)
        if (month === undefined) return refuse(reply, 'invalid', { fields: ['/querystring/month'] })
        if (running >= AT_ONCE) return refuse(reply, 'too_many')
        const language = languageOf(request)
        running += 1
        try {
          const made = await monthly.make(month, language, readerOf(gate.callerOf(request)))
          if (made.status === 'ahead') return refuse(reply, 'month_ahead', { until: isoOf(made.from) })
          const { id } = gate.callerOf(request)
          await agents.deeds.append({
            by: id,
            kind: 'month_reported',
            subject: id,
            detail: { month: request.query.month, language },
          })
          return reply
            .headers({
              'content-type': 'application/pdf',
              'content-disposition': `attachment; filename="amin-${request.query.month}-${language}.pdf"`,
              'cache-control': 'no-store',
            })
            .send(Buffer.from(made.pdf))
        } catch (error) {
          if (isFailure(error, 'part_unavailable')) return refuse(reply, 'report_unset')
          throw error
        } finally {
          running -= 1
        }
      },
    )
  }
