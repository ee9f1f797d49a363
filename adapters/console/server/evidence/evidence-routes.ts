import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { EvidenceId } from '../../../../core/base/ids.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { Reason, RevealTicket } from '../../contract/index.ts'
import { Examination, Place } from '../../contract/evidence.ts'
import { endingOf, sendOriginal, sendPreview, sendView } from '../http/file-answer.ts'
import { isoOf } from '../http/iso.ts'
import { answers, Bytes, caseCode, EvidenceParams, type Office } from '../office.ts'
import { reasonOfReveal } from './present-evidence.ts'
import { placeOf, presentExamination } from './present-examined.ts'
import { isRevealed, makeRevealed } from './revealed.ts'
import { isBook } from '../cases/reading.ts'
import { refuse } from '../http/problem.ts'

/** Enough of an id to tell the files of a case apart in a folder. */
const NAME_LENGTH = 8

/**
 * Looking at files. A preview is blurred; seeing more takes a reason, which goes into the chain
 * before a byte is handed out.
 */
export const evidenceRoutes =
  (office: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { parts, gate, views, shifts, reading, slow } = office
    const { desk, images, clock } = parts
    const revealed = makeRevealed(office)

    app.get(
      '/cases/:code/evidence/:id/preview',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['evidence'],
          summary: 'The blurred preview',
          description: 'A small WebP made by this server. 404 where there is none.',
          params: EvidenceParams,
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        await reading.note(request, caseCode(request.params))
        const preview = await desk.preview(
          caseCode(request.params),
          request.params.id as EvidenceId,
          deskAgentOf(gate.callerOf(request)),
        )
        return preview === undefined
          ? refuse(reply, 'not_found')
          : sendPreview(reply, preview.bytes, preview.mime)
      },
    )

    app.get(
      '/cases/:code/evidence/:id/derived/:n',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['evidence'],
          summary: 'A blurred frame or page',
          description:
            'A small WebP, blurred again by this server. `n` as in the list of evidence; 404 where there is none.',
          params: EvidenceParams.extend({ n: z.coerce.number().int().min(0).max(999) }),
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const { id, n } = request.params
        await reading.note(request, caseCode(request.params))
        const derived = await desk.derived(
          caseCode(request.params),
          id as EvidenceId,
          n,
          deskAgentOf(gate.callerOf(request)),
        )
        if (derived === undefined) return refuse(reply, 'not_found')
        // Made in a process that read the file itself: it is taken at its word for nothing that anybody sees.
        const shown = await images.preview(derived.bytes)
        return shown.status === 'made'
          ? sendPreview(reply, shown.bytes, shown.mime)
          : refuse(reply, 'not_found')
      },
    )

    app.get(
      '/cases/:code/evidence/:id/examination',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['evidence'],
          summary: 'Everything that was read off a file',
          description:
            'Each result with the tool and its version, but for where a picture was taken: see place. The words read from a picture only for 15 minutes after the same agent’s reveal of it.',
          params: EvidenceParams,
          response: answers(Examination),
        },
      },
      async (request, reply) => {
        const agent = deskAgentOf(gate.callerOf(request))
        const id = request.params.id as EvidenceId
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const item = book.state.evidence[id]
        if (item === undefined) return refuse(reply, 'not_found')
        const wasRevealed = reasonOfReveal(book, id, agent.id, clock.now()) !== undefined
        return reply.send(presentExamination(item, wasRevealed))
      },
    )

    app.get(
      '/cases/:code/evidence/:id/place',
      {
        onRequest: gate.need('evidence'),
        schema: {
          tags: ['evidence'],
          summary: 'Where a file says it was taken',
          description:
            'For 15 minutes after the same agent’s reveal of the same item; 404 where the file says nothing.',
          params: EvidenceParams,
          response: answers(Place),
        },
      },
      async (request, reply) => {
        const found = await revealed(request, reply)
        if (!isRevealed(found)) return found
        const place = placeOf(found.item)
        return place === undefined ? refuse(reply, 'not_found') : reply.send(place)
      },
    )

    app.post(
      '/cases/:code/evidence/:id/reveal',
      {
        onRequest: gate.need('evidence'),
        schema: {
          tags: ['evidence'],
          summary: 'Look at a file, with a reason',
          description:
            'Writes into the chain who looks and why, then gives an address that shows the file once, within 60 seconds, to the same session. 429 `slowed` after 40 in an hour; supervisors are told.',
          params: EvidenceParams,
          body: Reason,
          response: answers(RevealTicket),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        const code = caseCode(request.params)
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        const id = request.params.id as EvidenceId
        const kind = book.state.evidence[id]?.kind
        if (kind === undefined) return refuse(reply, 'not_found')
        const slowed = await slow(request, reply, 'reveal')
        if (slowed !== undefined) return slowed
        const view = await desk.view(code, id, deskAgentOf(caller), 'reveal', request.body.reason)
        if (view.status !== 'open')
          return refuse(reply, view.status === 'unknown' ? 'not_found' : view.status)
        if (caller.kind === 'session') await shifts.revealed(caller.id)
        const { ticket, expiresAt } = views.issue(caller.bound, { size: view.size, bytes: view.bytes, kind })
        return reply.send({ url: `/api/v1/views/${ticket}`, expiresAt: isoOf(expiresAt) })
      },
    )

    app.get(
      '/views/:ticket',
      {
        onRequest: gate.need('evidence'),
        schema: {
          tags: ['evidence'],
          summary: 'What a reveal opened',
          description:
            'Pictures written anew without metadata, sound as it is, statements as plain text; 415 `no_view` for everything else. Works once.',
          params: z.object({ ticket: z.string().max(64) }),
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const view = views.take(request.params.ticket, gate.callerOf(request).bound)
        if (view === undefined) return refuse(reply, 'not_found')
        const sent = await sendView(reply, images, view)
        return sent ?? refuse(reply, 'no_view')
      },
    )

    app.get(
      '/cases/:code/evidence/:id/original',
      {
        onRequest: gate.need('evidence'),
        schema: {
          tags: ['evidence'],
          summary: 'The bytes as they arrived',
          description:
            'For 15 minutes after the same agent’s reveal of the same item; goes into the chain with that reason. The file may be hostile: open it only where that does no harm.',
          params: EvidenceParams,
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const found = await revealed(request, reply)
        if (!isRevealed(found)) return found
        const { code, id, agent, reason } = found
        const view = await desk.view(code, id, agent, 'original', reason)
        if (view.status !== 'open')
          return refuse(reply, view.status === 'unknown' ? 'not_found' : view.status)
        return sendOriginal(reply, `${code}-${id.slice(0, NAME_LENGTH)}${endingOf(view.mime)}`, view)
      },
    )
  }
