import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { MacroStep } from '../../../../core/services/agents/macro.ts'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import { instant } from '../../../../core/base/units.ts'
import { Done } from '../../contract/index.ts'
import { PlannedMacros, RunMacro, type PlannedStep } from '../../contract/macros.ts'
import { placeholdersIn } from '../../contract/placeholders.ts'
import { isBook } from '../cases/reading.ts'
import { keyOf } from '../http/idempotency.ts'
import { languageOf } from '../http/language.ts'
import { refuse, type ProblemDetail } from '../http/problem.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { answers, caseCode, CaseParams, LanguageQuery, settle, type Office } from '../office.ts'
import { filledFor, timeFor } from '../replies/filled.ts'
import { teamReplies } from '../replies/ready-texts.ts'
import { planMacro, type Planning } from './plan.ts'

const MacroParams = CaseParams.extend({ macro: z.string().regex(/^[\w-]{1,64}$/) })

type Stop = [why: 'outdated' | 'not_found', detail?: ProblemDetail]

/** As the case takes it; nothing where what a step names is gone. */
const stepOf = (step: PlannedStep, text: string | undefined): MacroStep | undefined => {
  switch (step.do) {
    case 'task': {
      const due = step.dueAt === undefined ? {} : { dueAt: instant(Date.parse(step.dueAt)) }
      return { do: 'task', text: step.text, ...due }
    }
    case 'snooze':
      return { do: 'snooze', until: instant(Date.parse(step.until)) }
    case 'reply':
      return step.gone === true || text === undefined ? undefined : { do: 'reply', text }
    case 'team': {
      const note = step.note === undefined ? {} : { note: step.note }
      return step.gone === true ? undefined : { do: 'team', team: step.team, ...note }
    }
    case 'note':
    case 'severity':
      return step
  }
}

/** What macros would do to a case, and doing it: nothing is done that was not shown. */
export const caseMacroRoutes =
  ({ parts, gate, reading, macros: store, teamReplies: texts }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('work')

    const planningFor = async (request: FastifyRequest, book: CaseBook): Promise<Planning> => ({
      reader: languageOf(request),
      person: book.row.language,
      filled: await filledFor(parts, book, gate.callerOf(request).name),
      replies: teamReplies(parts.replies, (await texts.read()).list),
      now: parts.clock.now(),
      timeFor: (at) => timeFor(parts, at),
    })

    app.get(
      '/cases/:code/macros',
      {
        onRequest,
        schema: {
          tags: ['commands'],
          summary: 'What macros would do to a case',
          description:
            'Every step as it would be done now, in order, with what the case and the installation know filled in; the reply in the language of the person. Nothing is done.',
          params: CaseParams,
          querystring: LanguageQuery,
          response: answers(PlannedMacros),
        },
      },
      async (request, reply) => {
        const book = await reading.open(request, caseCode(request.params), reply)
        if (!isBook(book)) return book
        const { version, list } = await store.read()
        const planning = await planningFor(request, book)
        return reply.send({
          version,
          seq: book.state.seq,
          macros: list.filter(({ off }) => !off).map((macro) => planMacro(parts, macro, planning)),
        })
      },
    )

    app.post(
      '/cases/:code/macros/:macro',
      {
        onRequest,
        schema: {
          tags: ['commands'],
          summary: 'Run a macro',
          description:
            'All steps at once, as the caller’s own acts in one entry of the chain; or none, and `step` names the one that failed. By who holds the case: 409 `held` names who does. `version` of the plan: 409 `outdated` where somebody changed the macros since. A repeat with the same Idempotency-Key is done once, from whatever plan; another reply under it is refused: 422 `key_reused`. With a reply: `text` as the agent left it, `expectedVersion` as for `/messages` (409 `moved`), 400 `placeholder` where `{…}` still stands in it.',
          params: MacroParams,
          body: RunMacro,
          response: answers(Done),
        },
      },
      async (request, reply) => {
        const { version, expectedVersion, text } = request.body
        const code = caseCode(request.params)
        const agent = deskAgentOf(gate.callerOf(request))
        const key = keyOf(gate, request)
        const under = { macro: request.params.macro, ...(key === undefined ? {} : { key }) }
        const book = await reading.open(request, code, reply)
        if (!isBook(book)) return book
        /** What was done already was done, whatever became of the macro since. */
        const stop = async (...[why, detail]: Stop): Promise<FastifyReply> => {
          const before = await parts.desk.macros.ran(code, agent, { ...under, text })
          return before === undefined ? refuse(reply, why, detail) : settle(reply, code, before)
        }
        const kept = await store.read()
        if (kept.version !== version) return stop('outdated')
        const macro = kept.list.find(({ id, off }) => id === request.params.macro && !off)
        if (macro === undefined) return stop('not_found')
        if (text !== undefined && placeholdersIn(text).length > 0)
          return refuse(reply, 'placeholder', { step: 'reply' })
        const planned = planMacro(parts, macro, await planningFor(request, book)).steps
        const steps = planned.map((step) => stepOf(step, text))
        const missing = planned[steps.indexOf(undefined)]
        if (missing !== undefined) return stop('not_found', { step: missing.do })
        const { outcome, failed } = await parts.desk.macros.run(code, agent, {
          ...under,
          steps: steps.filter((step) => step !== undefined),
          version: expectedVersion,
        })
        return settle(reply, code, outcome, failed === undefined ? {} : { step: failed })
      },
    )
  }
