import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { writeCsv } from '../../../../core/custody/bundle/csv.ts'
import { optionKey, titleKey } from '../../../../core/model/keys.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Counted } from '../../../../core/services/statistics/cells.ts'
import type { Durations } from '../../../../core/services/statistics/replies.ts'
import { DIMENSIONS, type Dimension, type Span } from '../../../../core/services/statistics/tally.ts'
import { after, hours, instant, type Ms } from '../../../../core/base/units.ts'
import { Counts, Statistics, StatisticsQuery } from '../../contract/statistics.ts'
import { isoOf } from '../http/iso.ts'
import { languageOf } from '../http/language.ts'
import { answers, Bytes, LanguageQuery, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import { readerOf } from './statistics-reader.ts'
import { nameOfTeam } from './team-name.ts'

const DAY = hours(24)
/** A longer span is a mistake of typing. */
const MOST_DAYS = 5 * 366

type Asked = { readonly from: string; readonly to: string }

const spanOf = ({ from, to }: Asked): Span | undefined => {
  const span = {
    from: instant(Date.parse(`${from}T00:00:00Z`)),
    to: after(instant(Date.parse(`${to}T00:00:00Z`)), DAY),
  }
  return span.to > span.from && span.to - span.from <= MOST_DAYS * DAY ? span : undefined
}

const secondsOf = (length: Ms | undefined): number | undefined =>
  length === undefined ? undefined : Math.round(length / 1000)

type NetworkLines = Statistics['networks']['cases']

const countedStates = (counted: readonly Counted[]): NetworkLines =>
  counted.map(({ key, cases }) => ({ key: key as NetworkLines[number]['key'], cases }))

const presentDurations = ({ of, median, p90, within }: Durations) => ({
  of,
  ...(median === undefined ? {} : { medianSeconds: secondsOf(median) }),
  ...(p90 === undefined ? {} : { p90Seconds: secondsOf(p90) }),
  ...(within === undefined ? {} : { within }),
})

const PARTS = ['of', 'medianSeconds', 'p90Seconds', 'within'] as const

/** As lines of the table. */
const linesOf = (table: string, durations: Statistics['firstReply']) =>
  PARTS.map((part) => [table, part, '', durations[part]])

/** Numbers about all cases: nothing by which one of them could be told. */
export const statisticsRoutes =
  ({ parts, gate }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { phrases, statistics } = parts
    const onRequest = gate.need('count')

    /** Codes that the questions name; the others are named by who shows them. */
    const nameOf = (dimension: Dimension, key: string, language: Language): string => {
      switch (dimension) {
        case 'material':
        case 'demand':
        case 'governorate':
        case 'paid':
          return phrases.say(language, optionKey(dimension, key))
        case 'team':
          return nameOfTeam(parts, key, language)
        case 'week':
          return new Date(Number(key)).toISOString().slice(0, 10)
        default:
          return key
      }
    }
    type Read = Awaited<ReturnType<typeof statistics.read>>
    const present = (figures: Read, language: Language): Statistics => {
      const named = (dimension: Dimension) =>
        figures.by[dimension].map(({ key, cases }) => {
          const code = dimension === 'week' ? nameOf('week', key, language) : key
          return { key: code, name: nameOf(dimension, key, language), cases }
        })
      const stopped = figures.stopped.map(({ key, cases }: Counted) => ({
        key,
        name: phrases.say(language, titleKey(key)),
        cases,
      }))
      return {
        from: isoOf(figures.from),
        to: isoOf(figures.to),
        cases: figures.cases,
        by: Object.fromEntries(
          DIMENSIONS.map((dimension) => [dimension, named(dimension)]),
        ) as Statistics['by'],
        map: Object.entries(figures.tiles).map(([key, tile]) => ({
          key,
          name: nameOf('governorate', key, language),
          ...tile,
        })),
        firstReply: presentDurations(figures.firstReply),
        firstReplyBy: figures.firstReplyBy.map(({ key, ...of }) => ({ key, ...presentDurations(of) })),
        resolution: presentDurations(figures.resolution),
        money: [...figures.money],
        moneyPaid: [...figures.moneyPaid],
        stopped,
        networks: {
          networks: countedStates(figures.networks.networks),
          cases: countedStates(figures.networks.cases),
          money: [...figures.networks.money],
          moneyPaid: [...figures.networks.moneyPaid],
        },
      }
    }

    app.get(
      '/counts',
      {
        onRequest,
        schema: {
          tags: ['statistics'],
          summary: 'How many cases there are in each state',
          description:
            'Of all cases, whoever may see them, under the rule of `/statistics`: one to four is `few`, and so is what would give such a number away. How many of those that one sees wait is exact in `/cases`.',
          response: answers(Counts),
        },
      },
      async (request, reply) =>
        reply.send({ counts: await statistics.states(readerOf(gate.callerOf(request))) }),
    )

    app.get(
      '/statistics',
      {
        onRequest,
        schema: {
          tags: ['statistics'],
          summary: 'Numbers of a span of weeks',
          description:
            'Of cases opened between the two days, widened to whole weeks. A count of one to four is `few`, and so is what would give one away; to who sees some cases and not others also where one to four of it are out of their sight. Figures may be a minute old.',
          querystring: StatisticsQuery.extend(LanguageQuery.shape),
          response: answers(Statistics),
        },
      },
      async (request, reply) => {
        const span = spanOf(request.query)
        if (span === undefined) return refuse(reply, 'invalid', { fields: ['/querystring/to'] })
        return reply.send(
          present(await statistics.read(span, readerOf(gate.callerOf(request))), languageOf(request)),
        )
      },
    )

    app.get(
      '/statistics.csv',
      {
        onRequest,
        schema: {
          tags: ['statistics'],
          summary: 'The same as a table',
          description:
            'CSV (RFC 4180, UTF-8): table, key, name, cases. `few` stands for one to four, and for what would give one away. Of the table `networks` the last column counts networks.',
          querystring: StatisticsQuery.extend(LanguageQuery.shape),
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const span = spanOf(request.query)
        if (span === undefined) return refuse(reply, 'invalid', { fields: ['/querystring/to'] })
        const figures = present(
          await statistics.read(span, readerOf(gate.callerOf(request))),
          languageOf(request),
        )
        const rows = [
          ['table', 'key', 'name', 'cases'],
          ['cases', `${figures.from.slice(0, 10)}/${figures.to.slice(0, 10)}`, '', figures.cases],
          ...DIMENSIONS.flatMap((dimension) =>
            figures.by[dimension].map(({ key, name, cases }) => [dimension, key, name, cases]),
          ),
          ...figures.stopped.map(({ key, name, cases }) => ['stopped', key, name, cases]),
          ...figures.networks.networks.map(({ key, cases }) => ['networks', key, '', cases]),
          ...figures.networks.cases.map(({ key, cases }) => ['networkCases', key, '', cases]),
          ...linesOf('firstReply', figures.firstReply),
          ...figures.firstReplyBy.flatMap(({ key, ...of }) => linesOf(`firstReply${key}`, of)),
          ...linesOf('resolution', figures.resolution),
          ...figures.money.map(({ currency, hundredths, cases }) => [
            'demanded',
            currency,
            String(hundredths / 100),
            cases,
          ]),
          ...figures.moneyPaid.map(({ currency, hundredths, cases }) => [
            'paidSum',
            currency,
            String(hundredths / 100),
            cases,
          ]),
        ]
        // With the mark by which spreadsheets know UTF-8.
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="amin-statistics.csv"')
          .send(`\uFEFF${writeCsv(rows)}`)
      },
    )
  }
