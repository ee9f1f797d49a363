import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { LARGEST_SENT } from '../../../../core/base/sent-file.ts'
import { prepareFile, type Preparing } from '../../../../core/services/sending/prepare.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { SendFileQuery } from '../../contract/commands.ts'
import { sendOriginal, sendSent } from '../http/file-answer.ts'
import { keyOf } from '../http/idempotency.ts'
import { answers, Bytes, caseCode, CaseParams, command, settle, type Office } from '../office.ts'
import { refuse, type ProblemCode } from '../http/problem.ts'

const WHY: Readonly<Record<Extract<Preparing, { status: 'refused' }>['why'], ProblemCode>> = {
  type: 'file_type',
  damaged: 'file_damaged',
  size: 'file_size',
  empty: 'invalid',
}

/** See `longBody` of the server. */
const LONG_BODY: Record<string, unknown> = { longBody: true }

/** A name travels in a header, for addresses are written down by proxies (law 8). */
const nameIn = (header: unknown): string => {
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : ''
  } catch {
    return ''
  }
}

/** Files of the team to the person, and back to the team's screens. */
export const fileRoutes =
  ({ parts, gate, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk, images } = parts
    app.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: LARGEST_SENT },
      (_request, body, done) => done(null, body),
    )

    app.post(
      '/cases/:code/files',
      {
        onRequest: gate.need('work'),
        bodyLimit: LARGEST_SENT,
        config: LONG_BODY,
        schema: {
          ...command(
            'Send a file to the person',
            'The body is the file (`application/octet-stream`), `x-file-name` its name, percent-encoded. Pictures are written anew without what a camera puts beside them; recordings become Ogg; PDF goes as it is; anything else is 415 `file_type`. `sends` of the case file says what its channel takes and how large: 409 `file_kind`, `file_size` otherwise. Refused and repeated like words.',
          ),
          consumes: ['application/octet-stream'],
          querystring: SendFileQuery,
        },
      },
      async (request, reply) => {
        const body: unknown = request.body
        if (!Buffer.isBuffer(body)) return refuse(reply, 'unsupported_type')
        const prepared = await prepareFile(images, {
          bytes: body,
          name: nameIn(request.headers['x-file-name']),
        })
        if (prepared.status === 'refused') return refuse(reply, WHY[prepared.why])
        const key = keyOf(gate, request)
        const outcome = await desk.sendFile(
          caseCode(request.params),
          deskAgentOf(gate.callerOf(request)),
          prepared.file,
          { expectedVersion: request.query.expectedVersion, ...(key === undefined ? {} : { key }) },
        )
        return settle(reply, request.params.code, outcome)
      },
    )

    app.get(
      '/cases/:code/files/:line',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['cases'],
          summary: 'A file that the team sent',
          description:
            'By the id of its message. Pictures and sound to be shown, anything else to be saved. 404 where that message has none.',
          params: CaseParams.extend({ line: z.string().regex(/^\d{1,15}\.\d{1,6}$/) }),
          response: answers(Bytes),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        await reading.note(request, code)
        const sent = await desk.sentFile(code, request.params.line, deskAgentOf(gate.callerOf(request)))
        if (sent === undefined) return refuse(reply, 'not_found')
        const { file, bytes } = sent
        return file.kind === 'document'
          ? sendOriginal(reply, `${code}-${request.params.line}.pdf`, {
              size: file.size,
              bytes: (async function* () {
                yield bytes
              })(),
            })
          : sendSent(reply, bytes, file.mime)
      },
    )
  }
