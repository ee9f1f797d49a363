import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { deskAgentOf } from '../identity/caller.ts'
import { deskMember, readers } from '../identity/member-agent.ts'
import { CaseColleagues, NoteId } from '../../contract/mentions.ts'
import { answers, caseCode, CaseParams, command, settle, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'

/** Colleagues whom a note can name, and that whoever was named has seen it. */
export const mentionRoutes =
  ({ parts, gate, agents }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk } = parts

    app.get(
      '/cases/:code/colleagues',
      {
        // Whoever may only write is told of nobody.
        onRequest: [gate.need('read'), gate.need('work')],
        schema: {
          tags: ['cases'],
          summary: 'Whom a note can name',
          description:
            'Active members who see this case, without the caller. Who does not see it is not listed, ' +
            'and a note that names them is refused. Takes the right to read as well as to work.',
          params: CaseParams,
          response: answers(CaseColleagues),
        },
      },
      async (request, reply) => {
        const reader = deskAgentOf(gate.callerOf(request))
        const row = await desk.rowOfCode(caseCode(request.params))
        if (row === undefined || !(await desk.sees(row, reader))) return refuse(reply, 'not_found')
        if (row.status === 'erased') return refuse(reply, 'erased')
        const others = (await readers(agents)).filter(({ id }) => id !== reader.id)
        const colleagues = others.map(async (member) =>
          (await desk.sees(row, deskMember(member))) ? [{ id: member.id, name: member.name }] : [],
        )
        return reply.send({ colleagues: (await Promise.all(colleagues)).flat() })
      },
    )

    app.post(
      '/cases/:code/notes/:note/seen',
      {
        onRequest: gate.need('read'),
        schema: {
          ...command(
            'Say that I have seen a note that names me',
            'It no longer stands in `/me/wanted` then. ' +
              '409 `already` where it names the caller not, or they have seen it.',
          ),
          params: CaseParams.extend({ note: NoteId }),
        },
      },
      async (request, reply) => {
        const { note } = request.params
        const agent = deskAgentOf(gate.callerOf(request))
        return settle(
          reply,
          request.params.code,
          await desk.seeMention(caseCode(request.params), agent, note),
        )
      },
    )
  }
