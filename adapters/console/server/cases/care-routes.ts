import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { minuteOfClock } from '../../../../core/model/safe-times.ts'
import { namedIn } from '../../../../core/services/agents/mention.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { deskMember, readers } from '../identity/member-agent.ts'
import { NewNote, SetSafeTimes } from '../../contract/commands.ts'
import { keyOf } from '../http/idempotency.ts'
import { caseCode, command, settle, type Office } from '../office.ts'

/**
 * What agents note of a case and ask about it: of the team, of colleagues, of the person; and when
 * it is safe to write.
 */
export const careRoutes =
  ({ parts, gate, agents }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk } = parts
    const onRequest = gate.need('work')
    const agentOf = (request: FastifyRequest) => deskAgentOf(gate.callerOf(request))

    app.post(
      '/cases/:code/notes',
      {
        onRequest,
        schema: {
          ...command(
            'Add a note',
            'For the team; the person never sees it. A colleague named as `@name` is told (`/me/wanted`); 409 `unseen` where one must not see the case, with their names, and nothing is kept. A repeat with the same Idempotency-Key adds it once; other words under it are refused: 422 `key_reused`.',
          ),
          body: NewNote,
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const { text } = request.body
        const named = text.includes('@') ? namedIn(text, (await readers(agents)).map(deskMember)) : []
        return settle(reply, code, await desk.note(code, agentOf(request), text, keyOf(gate, request), named))
      },
    )

    app.post(
      '/cases/:code/safety',
      {
        onRequest,
        schema: command(
          'Ask whether the person is safe now',
          'With buttons, in their language, as the bot; for who holds the case. 409 `quiet` where it must not appear on their phone.',
        ),
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        return settle(reply, code, await desk.askSafe(code, agentOf(request), keyOf(gate, request)))
      },
    )

    app.post(
      '/cases/:code/age',
      {
        onRequest,
        schema: command(
          'Ask the person for what a file waits for',
          'Their consent where it is missing, else their age: with buttons, in their language, as the bot; for who holds the case. 409 `already` where it is known, `quiet` where it must not appear on their phone.',
        ),
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        return settle(reply, code, await desk.askAge(code, agentOf(request), keyOf(gate, request)))
      },
    )

    app.post(
      '/cases/:code/ask',
      {
        onRequest,
        schema: {
          ...command(
            'Ask for a case',
            'A note that says why, and a word to the colleague who holds it. 409 `already` where nobody else holds it.',
          ),
          body: NewNote,
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        return settle(
          reply,
          code,
          await desk.ask(code, agentOf(request), request.body.text, keyOf(gate, request)),
        )
      },
    )

    app.post(
      '/cases/:code/safe-times',
      {
        onRequest,
        schema: {
          ...command(
            'Say when it is safe to write to the person',
            'By who holds the case: one time of every day, in Baghdad. Otherwise what nobody of that chat asked for waits until then, or until they write. 400 `time_invalid` where both times are the same; 409 `already` where nothing would change.',
          ),
          body: SetSafeTimes,
        },
      },
      async (request, reply) => {
        const times = { from: minuteOfClock(request.body.from), to: minuteOfClock(request.body.to) }
        return settle(
          reply,
          request.params.code,
          await desk.shift.setSafeTimes(caseCode(request.params), agentOf(request), times),
        )
      },
    )

    app.post(
      '/cases/:code/safe-times/clear',
      {
        onRequest,
        schema: command(
          'Take the safe times away',
          'By who holds the case. What waited for them goes out, unless another rule keeps it. 409 `already` where there are none.',
        ),
      },
      async (request, reply) =>
        settle(
          reply,
          request.params.code,
          await desk.shift.clearSafeTimes(caseCode(request.params), agentOf(request)),
        ),
    )
  }
