import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { deskAgentOf } from '../identity/caller.ts'
import { filterOf } from './case-filter.ts'
import { readCode } from './case-code.ts'
import { SearchAsked, SearchPage } from '../../contract/search.ts'
import { answers, type Office } from '../office.ts'
import { presentRow } from './present-case.ts'
import { languageOf } from '../http/language.ts'
import { refuse } from '../http/problem.ts'

/**
 * Finds cases by what is known of them. What was asked for is written down nowhere, that and how
 * somebody searched is.
 */
export const searchRoutes =
  ({ parts, gate, agents, names, slow, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/search',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['cases'],
          summary: 'Find cases',
          description:
            'By the beginning of a code; by a number, name, wallet or link in any spelling; by words of the person or the team, all of them, whole words, whatever letters of a kind they are written with. Only what the caller may see. Searches by words or identifiers are counted in the log, without what was asked for; in the chain of each case of which a sentence is shown stands who read it, as with the case file. 429 `slowed` after 200 calls in an hour; supervisors are told.',
          body: SearchAsked,
          response: answers(SearchPage),
        },
      },
      async (request, reply) => {
        const { body } = request
        const caller = gate.callerOf(request)
        const slowed = await slow(request, reply, 'search')
        if (slowed !== undefined) return slowed
        const speech = { phrases: parts.phrases, language: languageOf(request) }
        const code = body.q.trim() === '' ? undefined : readCode(body.q)
        const asked = {
          text: body.q,
          filter: filterOf(body, caller.id),
          ...(code === undefined ? {} : { code }),
        }
        const page = { limit: body.limit, ...(body.cursor === undefined ? {} : { cursor: body.cursor }) }
        const [{ rows, cursor, stray, whole, by }, known] = await Promise.all([
          parts.desk.search(asked, page, deskAgentOf(caller)),
          names(),
        ])
        if (stray === true) return refuse(reply, 'invalid', { fields: ['/body/cursor'] })
        const read = by.filter((one) => one === 'words' || one === 'identifier')
        if (read.length > 0)
          await agents.deeds.append({
            by: caller.id,
            kind: 'cases_searched',
            subject: caller.id,
            detail: { by: read.join(' '), found: String(rows.length) },
          })
        await reading.noteRows(request, rows)
        return reply.send({
          rows: rows.map((row) => ({
            ...presentRow(row, known, speech),
            by: row.by,
            ...(row.sentence === undefined ? {} : { sentence: row.sentence }),
          })),
          ...(cursor === undefined ? {} : { cursor }),
          whole,
        })
      },
    )
  }
