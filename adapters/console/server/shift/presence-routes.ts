import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { DeskAgent } from '../../../../core/base/member.ts'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { deskAgentOf, may } from '../identity/caller.ts'
import { Beat, Presence } from '../../contract/presence.ts'
import { answers, caseCode, CaseParams, type Office } from '../office.ts'
import { PERSON, type Here } from './presence.ts'
import type { Names } from '../cases/present-case.ts'
import { refuse } from '../http/problem.ts'

const presentHere = (code: CaseCode, here: Here, names: Names): Presence => ({
  code,
  agents: [...here].flatMap(([who, state]) =>
    who === PERSON ? [] : [{ id: who, name: names.get(who) ?? who, state }],
  ),
  ...(here.has(PERSON) ? { person: 'typing' as const } : {}),
})

/** Tells open consoles who is at a case: all that may see it, or one of them that has just come. */
export const tellPresence =
  ({ parts, names, streams }: Pick<Office, 'parts' | 'names' | 'streams'>) =>
  async (code: CaseCode, here: Here, to?: DeskAgent): Promise<void> => {
    const row = await parts.desk.rowOfCode(code)
    if (row === undefined) return
    await streams.announce({
      event: 'presence',
      data: presentHere(code, here, await names()),
      row,
      ...(to === undefined ? {} : { to }),
    })
  }

/**
 * Who looks at a case and who writes in it, for as long as they say so. No part of the case:
 * nothing of it is kept.
 */
export const presenceRoutes =
  ({ parts, gate, names, presences }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/cases/:code/presence',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['events'],
          summary: 'Say that one looks at a case, or writes in it',
          description:
            'Every 10 seconds; it is forgotten after 25. Others are told by `event: presence`. Programs have no presence: 403.',
          params: CaseParams,
          body: Beat,
          response: answers(Presence),
        },
      },
      async (request, reply) => {
        const caller = gate.callerOf(request)
        if (caller.kind === 'key') return refuse(reply, 'forbidden')
        const code = caseCode(request.params)
        const row = await parts.desk.rowOfCode(code)
        if (row === undefined || !(await parts.desk.sees(row, deskAgentOf(caller))))
          return refuse(reply, 'not_found')
        if (row.status === 'erased') return refuse(reply, 'erased')
        // Who looks over a colleague's shoulder is told apart from who works with them: the chain
        // knows it, and the operator says who else.
        const watches =
          row.status === 'agent' &&
          row.assignee !== caller.id &&
          may(caller, 'supervise') &&
          parts.watchShown !== true
        if (!watches) await presences.note(code, caller.id, request.body.state)
        return reply.send(presentHere(code, presences.of(code), await names()))
      },
    )
  }
