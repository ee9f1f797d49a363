import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { may } from './caller.ts'
import { Notice, NoticeList, NoticesSeen } from '../../contract/notices.ts'
import { isoOf } from '../http/iso.ts'
import type { Notices } from './notices.ts'
import { answers, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'

const Nothing = z.object({})

/** What was done to the caller's own way in and rights, by whom. */
export const noticeRoutes =
  ({
    gate,
    names,
    notices,
  }: Pick<Office, 'gate' | 'names'> & { readonly notices: Notices }): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('any')

    app.get(
      '/me/notices',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'What others changed of my way in',
          description:
            'A new link for my password, my second factor taken away, another role or other teams; to supervisors also who was slowed for opening or searching too much. Until I say that I read it. For browsers.',
          response: answers(NoticeList),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        const [found, known] = await Promise.all([notices.of(caller.id, may(caller, 'supervise')), names()])
        return reply.send({
          notices: found.map(({ no, at, kind, by, subject, detail = {} }) => ({
            no,
            at: isoOf(at),
            kind: Notice.shape.kind.parse(kind),
            ...(kind === 'member_slowed' ? { about: known.get(subject) ?? subject } : {}),
            ...(by === 'command' || by === 'setup' ? {} : { by: known.get(by) ?? by }),
            detail: { ...detail },
          })),
        })
      },
    )

    app.post(
      '/me/notices/seen',
      {
        onRequest,
        schema: {
          tags: ['people'],
          summary: 'Say that I read them',
          description: 'Up to the one with this number.',
          body: NoticesSeen,
          response: answers(Nothing),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind !== 'session') return refuse(reply, 'forbidden')
        await notices.seen(caller.id, request.body.no)
        return reply.send({})
      },
    )
  }
