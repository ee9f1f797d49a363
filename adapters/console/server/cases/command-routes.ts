import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { deskAgentOf, may } from '../identity/caller.ts'
import { Done } from '../../contract/index.ts'
import { AlikeCases, Close, NewCase, Release, Say, SetSeverity, Transfer } from '../../contract/commands.ts'
import { placeholdersIn } from '../../contract/placeholders.ts'
import { keyOf } from '../http/idempotency.ts'
import { answers, caseCode, CaseParams, command, settle, type Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import { deskMember } from '../identity/member-agent.ts'
import { roleMay } from '../identity/roles.ts'

/**
 * Hands that a case goes through: opened, claimed, spoken in, handed on, closed. Every command is
 * one entry in its chain.
 */
export const commandRoutes =
  ({ parts, gate, agents }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk } = parts
    const onRequest = gate.need('work')
    const agentOf = (request: FastifyRequest) => deskAgentOf(gate.callerOf(request))

    app.post(
      '/cases',
      {
        onRequest,
        schema: {
          tags: ['commands'],
          summary: 'Open a case from a phone call',
          description:
            'The case is the caller’s at once. Send an Idempotency-Key so that a repeat opens no second case; 422 `key_reused` where it was used for other words.',
          body: NewCase,
          response: answers(Done, 201),
        },
      },
      async (request, reply) => {
        const { language, story, note } = request.body
        const opened = await desk.openByPhone(agentOf(request), language, story, note, keyOf(gate, request))
        if (opened.reused === true) return refuse(reply, 'key_reused')
        return reply.code(201).send({ code: opened.code, version: opened.version, seq: opened.seq })
      },
    )

    app.post(
      '/cases/:code/claim',
      {
        onRequest,
        schema: command(
          'Take over',
          'Silences the bot and assigns the case in one step. 409 `held` names who has it; 409 `wish` says until when it is kept for a woman.',
        ),
      },
      async (request, reply) =>
        settle(reply, request.params.code, await desk.claim(caseCode(request.params), agentOf(request))),
    )

    app.post(
      '/cases/:code/messages',
      {
        onRequest,
        schema: {
          ...command(
            'Say something to the person',
            '`expectedVersion` is the version of the case file or the last page of messages; 409 `moved` where something was said since. A repeat with the same Idempotency-Key says it once; other words under it are refused: 422 `key_reused`. 400 `placeholder` where `{…}` of a ready text still stands in it.',
          ),
          body: Say,
        },
      },
      async (request, reply) => {
        const { text, expectedVersion, helped } = request.body
        if (placeholdersIn(text).length > 0) return refuse(reply, 'placeholder')
        const key = keyOf(gate, request)
        const outcome = await desk.say(caseCode(request.params), agentOf(request), text, expectedVersion, {
          ...(key === undefined ? {} : { key }),
          ...(helped === undefined ? {} : { helped }),
        })
        return settle(reply, request.params.code, outcome)
      },
    )

    app.post(
      '/cases/:code/release',
      {
        onRequest,
        schema: {
          ...command(
            'Hand back',
            'To the bot, which goes on where it stood, or to the queue. `undo`: after ten seconds, whatever becomes of the caller; until then the case is theirs, nothing is said, and it can be taken back. 409 `already` where it was handed back so.',
          ),
          body: Release,
        },
      },
      async (request, reply) => {
        const { to, undo } = request.body
        const code = caseCode(request.params)
        return settle(reply, code, await (undo ? desk.leave : desk.release)(code, agentOf(request), to))
      },
    )

    app.post(
      '/cases/:code/release/undo',
      {
        onRequest,
        schema: command('Take handing back back', '409 `already` where it is not on its way, or has gone.'),
      },
      async (request, reply) =>
        settle(reply, request.params.code, await desk.stay(caseCode(request.params), agentOf(request))),
    )

    app.post(
      '/cases/:code/transfer',
      {
        onRequest,
        schema: {
          ...command(
            'Pass on',
            'To a colleague or to a team’s queue: exactly one of the two. 409 `conflict` where that colleague must not see the case. A supervisor who takes to themselves what another holds says why in `note`: 400 `reason_required`.',
          ),
          body: Transfer,
        },
      },
      async (request, reply) => {
        const { agent, team, note } = request.body
        if (team !== undefined && !parts.teams.some(({ id }) => id === team))
          return refuse(reply, 'not_found')
        const colleague = agent === undefined ? undefined : await agents.find(agent)
        if (
          agent !== undefined &&
          (colleague?.state !== 'active' || colleague.role === 'machine' || !roleMay(colleague.role, 'work'))
        )
          return refuse(reply, 'not_found')
        const to = {
          ...(colleague === undefined ? {} : { agent: deskMember(colleague) }),
          ...(team === undefined ? {} : { team }),
        }
        return settle(
          reply,
          request.params.code,
          await desk.transfer(
            caseCode(request.params),
            agentOf(request),
            to,
            may(gate.callerOf(request), 'supervise'),
            note,
          ),
        )
      },
    )

    app.post(
      '/cases/:code/close',
      {
        onRequest,
        schema: {
          ...command(
            'Close',
            'With an outcome. The person is told. What waits and nobody holds is closed as a duplicate but in danger to life; who supervises closes any such case as a duplicate or as no case, with a `reason`.',
          ),
          body: Close,
        },
      },
      async (request, reply) => {
        const { outcome, reason, seen } = request.body
        const over = may(gate.callerOf(request), 'supervise')
        const unheld = { over, why: reason, ...(seen === undefined ? {} : { seen }) }
        return settle(
          reply,
          request.params.code,
          await desk.close(caseCode(request.params), agentOf(request), outcome, unheld),
        )
      },
    )

    app.get(
      '/cases/:code/alike',
      {
        onRequest,
        schema: {
          tags: ['queue'],
          summary: 'Cases that wait and are alike',
          description:
            'By the same words, or by a network that they began in on the same day: `origin`, which behind a mobile operator says little.',
          params: CaseParams,
          response: answers(AlikeCases),
        },
      },
      async (request, reply) => {
        const code = caseCode(request.params)
        const row = await desk.rowOfCode(code)
        if (row === undefined || !(await desk.sees(row, agentOf(request)))) return refuse(reply, 'not_found')
        const found = await desk.alike(code, agentOf(request))
        return reply.send({
          cases: found.map(({ row: { code: other, severity, seq }, by }) => ({
            code: other,
            severity,
            seen: seq,
            by: [...by],
          })),
        })
      },
    )

    app.post(
      '/cases/:code/severity',
      {
        onRequest,
        schema: {
          ...command('Change the severity', 'Lowering it needs a reason: 400 `reason_required` without one.'),
          body: SetSeverity,
        },
      },
      async (request, reply) => {
        const { severity, reason } = request.body
        return settle(
          reply,
          request.params.code,
          await desk.setSeverity(caseCode(request.params), agentOf(request), severity, reason),
        )
      },
    )
  }
