import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import { openErasure } from '../../../../core/model/erasure-request.ts'
import { isFailure } from '../../../../core/base/failure.ts'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { deskAgentOf, may } from '../identity/caller.ts'
import { filterOf } from './case-filter.ts'
import { readCode } from './case-code.ts'
import { CaseFile, CasePage, CaseQuery, Custody, EvidenceList } from '../../contract/index.ts'
import { MessagePage, MessageQuery } from '../../contract/messages.ts'
import { languageOf } from '../http/language.ts'
import { answers, barredOf, caseCode, CaseParams, LanguageQuery, type Office } from '../office.ts'
import { presentCase, presentRow } from './present-case.ts'
import { detailsOf } from '../evidence/present-custody.ts'
import { presentErasure } from '../evidence/present-erasure.ts'
import { presentCustody, presentEvidence } from '../evidence/present-evidence.ts'
import { presentMessages, readPlace } from './present-messages.ts'
import { presentMatch } from './present-network.ts'
import { isBook } from './reading.ts'
import { refuse } from '../http/problem.ts'

/** The queue, and what a case is made of. Nothing here changes anything. */
export const caseRoutes =
  ({ parts, gate, names, reading, presences, seconds }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk, feed, phrases, hasher, clock } = parts
    const onRequest = gate.need('read')
    const readerOf = (request: FastifyRequest) => deskAgentOf(gate.callerOf(request))

    /**
     * Writes down that the caller looks at the chain, and gives the case to who may read it. Nothing
     * where it is erased or does not open: a broken chain must be shown all the same.
     */
    const openedOf = async (code: CaseCode, request: FastifyRequest): Promise<CaseBook | undefined> => {
      try {
        await reading.note(request, code)
        if (!may(gate.callerOf(request), 'read')) return undefined
        const book = await desk.open(code, readerOf(request))
        return book === 'erased' ? undefined : book
      } catch (error) {
        if (isFailure(error, 'seal_broken') || isFailure(error, 'store_broken')) return undefined
        throw error
      }
    }

    app.get(
      '/cases',
      {
        onRequest,
        schema: {
          tags: ['cases'],
          summary: 'Queue and search',
          description:
            'Most urgent first, then who waits longest; without cases that the caller declared a conflict with. `order` puts the first 500 of it in another order: who waits `longest` whatever the urgency, whose time to answer is over, the gravest first and of these the latest, and then whose is over next (`due`), where something happened last (`newest`); `whole` is false where there are more. A program that is shown the last words of a case is written into its chain, once a day. `q` is the beginning of a case code. `position` is where the feed stood before the list was read: follow /events from there.',
          querystring: CaseQuery.extend(LanguageQuery.shape),
          response: answers(CasePage),
        },
      },
      async (request, reply) => {
        const { query } = request
        const position = await feed.head()
        const code = query.q === undefined || query.q.trim() === '' ? undefined : readCode(query.q)
        const nothing = query.q !== undefined && query.q.trim() !== '' && code === undefined
        const filter = {
          ...filterOf(query, gate.callerOf(request).id),
          ...(code === undefined ? {} : { code }),
        }
        const page = { limit: query.limit, ...(query.cursor === undefined ? {} : { cursor: query.cursor }) }
        const [{ rows, cursor, stray, whole }, counts, known] = await Promise.all([
          query.order === undefined
            ? { ...(await desk.list(filter, page, readerOf(request))), whole: true }
            : desk.ordered(query.order, filter, page, readerOf(request)),
          desk.openCounts(readerOf(request), query.team),
          names(),
        ])
        if (stray === true) return refuse(reply, 'invalid', { fields: ['/querystring/cursor'] })
        if (!nothing) await reading.noteRows(request, rows)
        return reply.send({
          rows: nothing
            ? []
            : rows.map((row) => presentRow(row, known, { phrases, language: languageOf(request) })),
          ...(cursor === undefined || nothing ? {} : { cursor }),
          counts,
          position,
          ...(whole ? {} : { whole: false as const }),
        })
      },
    )

    app.get(
      '/cases/:code',
      {
        onRequest,
        schema: {
          tags: ['cases'],
          summary: 'The case file',
          description:
            'Answers, severity with its reasons, dangers, identifiers, links, consents, signals, notes, tasks, and the version that a message must carry. That somebody who does not hold the case read it, here or in any other answer that shows something of it, goes into its chain, once a shift (of a key: once a day).',
          params: CaseParams,
          querystring: LanguageQuery,
          response: answers(CaseFile),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        const watches = caller.kind === 'session' && may(caller, 'supervise')
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const reader = {
          id: caller.id,
          language: languageOf(request),
          names: await names(),
          phrases,
          now: clock.now(),
          watches,
          watchShown: parts.watchShown === true,
          here: new Set<string>(presences.of(caseCode(request.params)).keys()),
          untold: desk.shift.untold,
          isCorrectable: (step: string) => desk.shift.question(step) !== undefined,
        }
        const barred = await barredOf(seconds, caller, openErasure(book.state, reader.now)?.by)
        const erasure = presentErasure(book.state, { caller, names: reader.names, now: reader.now, barred })
        const found = await desk.networks.alarms(deskAgentOf(caller))
        const matches = presentMatch(book.state.caseId, found, may(caller, 'networks'))
        return reply.send({
          ...presentCase(book, reader),
          ...(erasure === undefined ? {} : { erasure }),
          ...(matches === undefined ? {} : { matches }),
        })
      },
    )

    app.get(
      '/cases/:code/messages',
      {
        onRequest,
        schema: {
          tags: ['cases'],
          summary: 'The conversation, newest page first',
          description:
            'Messages of a page stand oldest first. `older` goes into `before` for the page above.',
          params: CaseParams,
          querystring: MessageQuery,
          response: answers(MessagePage),
        },
      },
      async (request, reply) => {
        const { before, limit } = request.query
        const place = before === undefined ? undefined : readPlace(before)
        if (before !== undefined && place === undefined)
          return refuse(reply, 'invalid', { fields: ['/querystring/before'] })
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        return reply.send(presentMessages(book, await names(), { before: place, limit }))
      },
    )

    app.get(
      '/cases/:code/evidence',
      {
        onRequest,
        schema: {
          tags: ['evidence'],
          summary: 'Files and statements of a case, with their hashes',
          params: CaseParams,
          response: answers(EvidenceList),
          description: 'What arrived, how, and its SHA-256. No bytes: see preview, reveal and original.',
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        return isBook(book)
          ? reply.send(presentEvidence(book, { agent: readerOf(request).id, now: clock.now() }))
          : book
      },
    )

    app.get(
      '/cases/:code/custody',
      {
        onRequest: gate.need('read', 'audit'),
        schema: {
          tags: ['evidence'],
          summary: 'The chain of custody, and whether it holds',
          description:
            'Every entry; of what is sealed in it only why files were looked at, what read them, and what was asked of bundles, holds and erasing. After erasure the chain alone is left; and to an auditor, who reads no words.',
          params: CaseParams,
          response: answers(Custody),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const book = await openedOf(code, request)
        const chain = await desk.custody(code, readerOf(request))
        if (chain === undefined) return refuse(reply, 'not_found')
        return reply.send(
          presentCustody(chain, hasher, await names(), book === undefined ? undefined : detailsOf(book)),
        )
      },
    )
  }
