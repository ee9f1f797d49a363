import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { instant, type Instant } from '../../../../core/base/units.ts'
import { deskAgentOf, may } from '../identity/caller.ts'
import {
  Assign,
  NewAnswer,
  NewHelp,
  NewSnooze,
  NewTask,
  Question,
  SetTask,
  Timeline,
} from '../../contract/shift.ts'
import { placeholdersIn } from '../../contract/placeholders.ts'
import { languageOf } from '../http/language.ts'
import { answers, caseCode, CaseParams, command, LanguageQuery, settle, type Office } from '../office.ts'
import { casesInTimeline, presentQuestion, presentTimeline } from './present-work.ts'
import { isBook } from '../cases/reading.ts'
import { refuse } from '../http/problem.ts'

const StepParams = CaseParams.extend({ step: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/) })
const TaskParams = CaseParams.extend({ task: z.string().regex(/^\d{1,15}\.\d{1,6}$/) })

const timeOf = (iso: string): Instant => instant(Date.parse(iso))

/** What agents do to a case beyond speaking: its team, its time, tasks, answers put right, help. */
export const workRoutes =
  ({ parts, gate, names, reading }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const { desk, phrases } = parts
    const { shift } = desk
    const onRequest = gate.need('work')
    const agentOf = (request: FastifyRequest) => deskAgentOf(gate.callerOf(request))
    const isTeam = (id: string): boolean => parts.teams.some((team) => team.id === id)

    app.post(
      '/cases/:code/team',
      {
        onRequest,
        schema: {
          ...command(
            'Send to another team',
            'While it waits, by whoever sees it: nothing of the wait begins anew. Who holds a case transfers it.',
          ),
          body: Assign,
        },
      },
      async (request, reply) => {
        if (!isTeam(request.body.team)) return refuse(reply, 'not_found')
        return settle(
          reply,
          request.params.code,
          await shift.assign(caseCode(request.params), agentOf(request), request.body.team),
        )
      },
    )

    app.post(
      '/cases/:code/snooze',
      {
        onRequest,
        schema: {
          ...command(
            'Set aside until a time',
            'Ends by itself then, or when the person writes or the case changes hands. `promise` is said to the person. 400 `time_invalid` for a time that is over or more than 31 days away, `placeholder` where `{…}` still stands in the promise.',
          ),
          body: NewSnooze,
        },
      },
      async (request, reply) => {
        const { until, promise } = request.body
        if (placeholdersIn(promise).length > 0) return refuse(reply, 'placeholder')
        return settle(
          reply,
          request.params.code,
          await shift.snooze(caseCode(request.params), agentOf(request), timeOf(until), promise),
        )
      },
    )

    app.post(
      '/cases/:code/wake',
      {
        onRequest,
        schema: command(
          'End the time set aside',
          'By who holds the case; 409 `already` where it is not set aside.',
        ),
      },
      async (request, reply) =>
        settle(reply, request.params.code, await shift.wake(caseCode(request.params), agentOf(request))),
    )

    app.post(
      '/cases/:code/reopen',
      {
        onRequest,
        schema: command(
          'Open a closed case again',
          'The case is the caller’s at once, and the person is told who is there.',
        ),
      },
      async (request, reply) =>
        settle(reply, request.params.code, await shift.reopen(caseCode(request.params), agentOf(request))),
    )

    app.post(
      '/cases/:code/tasks',
      {
        onRequest,
        schema: { ...command('Add a task', 'For the team; the person never sees it.'), body: NewTask },
      },
      async (request, reply) => {
        const { text, dueAt } = request.body
        const due = dueAt === undefined ? undefined : timeOf(dueAt)
        return settle(
          reply,
          request.params.code,
          await shift.addTask(caseCode(request.params), agentOf(request), text, due),
        )
      },
    )

    app.post(
      '/cases/:code/tasks/:task',
      {
        onRequest,
        schema: {
          ...command('Tick a task, or open it again', '409 `already` where it is so.'),
          params: TaskParams,
          body: SetTask,
        },
      },
      async (request, reply) => {
        const { code, task } = request.params
        return settle(
          reply,
          code,
          await shift.setTask(caseCode(request.params), agentOf(request), task, request.body.done),
        )
      },
    )

    app.get(
      '/cases/:code/answers/:step',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['cases'],
          summary: 'What can be said to a question',
          description: 'For correcting its answer; 404 for a question whose answer no form can hold.',
          params: StepParams,
          querystring: LanguageQuery,
          response: answers(Question),
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const known = shift.question(request.params.step)
        if (known === undefined) return refuse(reply, 'not_found')
        return reply.send(
          presentQuestion(book, request.params.step, known, { language: languageOf(request), phrases }),
        )
      },
    )

    app.post(
      '/cases/:code/answers/:step',
      {
        onRequest,
        schema: {
          ...command(
            'Correct an answer',
            'What the bot understood, with a reason; what the person wrote stays, and rules judge anew. 400 `answer_invalid` where it does not fit the question.',
          ),
          params: StepParams,
          body: NewAnswer,
        },
      },
      async (request, reply) => {
        const { reason, options, text, amount } = request.body
        const correction = {
          ...(options === undefined ? {} : { options }),
          ...(text === undefined ? {} : { text }),
          ...(amount === undefined ? {} : { amount }),
        }
        const { code, step } = request.params
        return settle(
          reply,
          code,
          await shift.correct(caseCode(request.params), agentOf(request), step, correction, reason),
        )
      },
    )

    app.post(
      '/cases/:code/help',
      {
        onRequest,
        schema: { ...command('Ask for help', 'The holder calls a supervisor to the case.'), body: NewHelp },
      },
      async (request, reply) =>
        settle(
          reply,
          request.params.code,
          await shift.askHelp(caseCode(request.params), agentOf(request), request.body.text),
        ),
    )

    app.post(
      '/cases/:code/help/done',
      { onRequest, schema: command('Help was given', '409 `already` where nobody asks for help any more.') },
      async (request, reply) =>
        settle(reply, request.params.code, await shift.giveHelp(caseCode(request.params), agentOf(request))),
    )

    app.get(
      '/cases/:code/timeline',
      {
        onRequest: gate.need('read'),
        schema: {
          tags: ['cases'],
          summary: 'What happened, and what the bot told the person to do',
          description:
            'Newest first, without what was said. Of links to other cases those that the caller may see.',
          params: CaseParams,
          querystring: LanguageQuery,
          response: answers(Timeline),
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const watches = may(gate.callerOf(request), 'supervise')
        const reader = {
          names: await names(),
          language: languageOf(request),
          phrases,
          watches,
          watchShown: parts.watchShown === true,
          codes: await desk.codesSeen(casesInTimeline(book), deskAgentOf(gate.callerOf(request))),
        }
        return reply.send(presentTimeline(book, reader))
      },
    )
  }
