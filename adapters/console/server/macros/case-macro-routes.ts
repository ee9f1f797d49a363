import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { MacroStep } from '../../../../core/services/agents/macro.ts'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { hours, instant, type Instant } from '../../../../core/base/units.ts'
import { namedIn } from '../../../../core/services/agents/mention.ts'
import { Done } from '../../contract/index.ts'
import { PlannedMacros, RunMacro, type PlannedStep } from '../../contract/macros.ts'
import { placeholdersIn } from '../../contract/placeholders.ts'
import { isBook } from '../cases/reading.ts'
import { keyOf } from '../http/idempotency.ts'
import { languageOf } from '../http/language.ts'
import { refuse, type ProblemDetail } from '../http/problem.ts'
import { isoOf } from '../http/iso.ts'
import { deskAgentOf } from '../identity/caller.ts'
import { deskMember, readers } from '../identity/member-agent.ts'
import { answers, caseCode, CaseParams, LanguageQuery, settle, type Office } from '../office.ts'
import { filledFor, timeFor } from '../replies/filled.ts'
import { offeredIn } from '../replies/ready-texts.ts'
import { planMacro, type Planning } from './plan.ts'

const MacroParams = CaseParams.extend({ macro: z.string().regex(/^[\w-]{1,64}$/) })

type Stop = [why: 'outdated' | 'not_found' | 'not_yours' | 'held', detail?: ProblemDetail]

/** Who looks at a plan for longer looks at another case. */
const LONGEST_LOOK = hours(1)

type Ran = {
  readonly body: z.output<typeof RunMacro>
  readonly said: string | undefined
  readonly team: readonly DeskAgent[]
}

/** As the case takes it; nothing where what a step names is gone. */
const stepOf = (step: PlannedStep, { body: { text, reason }, said, team }: Ran): MacroStep | undefined => {
  switch (step.do) {
    case 'task': {
      const due = step.dueAt === undefined ? {} : { dueAt: instant(Date.parse(step.dueAt)) }
      return { do: 'task', text: step.text, ...due }
    }
    case 'snooze': {
      const promise =
        text === undefined || said === undefined || !text.includes(said) ? {} : { promise: text }
      return { do: 'snooze', until: instant(Date.parse(step.until)), ...promise }
    }
    case 'reply':
      return step.gone === true || text === undefined ? undefined : { do: 'reply', text }
    case 'team': {
      const note = step.note === undefined ? {} : { note: step.note }
      return step.gone === true ? undefined : { do: 'team', team: step.team, ...note }
    }
    case 'note':
      return { ...step, named: namedIn(step.text, team) }
    case 'severity':
      return {
        do: 'severity',
        severity: step.severity,
        reason: step.reason,
        ...(reason === undefined ? {} : { own: reason }),
      }
  }
}

/** What macros would do to a case, and doing it: nothing is done that was not shown. */
export const caseMacroRoutes =
  ({ parts, gate, agents, reading, macros: store, teamReplies: texts }: Office): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = gate.need('work')

    const planningFor = async (request: FastifyRequest, book: CaseBook, now: Instant): Promise<Planning> => ({
      reader: languageOf(request),
      person: book.row.language,
      filled: await filledFor(parts, book, gate.callerOf(request).name),
      replies: offeredIn(book, parts.replies, (await texts.read()).list),
      now,
      severity: book.state.severity,
      timeFor: (at) => timeFor(parts, at),
    })

    /** Whom a note may name, where one may. */
    const namable = async (steps: readonly PlannedStep[]): Promise<readonly DeskAgent[]> =>
      steps.some((step) => step.do === 'note' && step.text.includes('@'))
        ? (await readers(agents)).map(deskMember)
        : []

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
        const now = parts.clock.now()
        const planning = await planningFor(request, book, now)
        return reply.send({
          version,
          conversation: book.state.version,
          severity: book.state.severity,
          at: isoOf(now),
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
            'All steps at once, as the caller’s own acts in one entry of the chain; or none, and `step` names the one that failed. By who holds the case: 409 `held` names who does. `version`, `at` and `plan` of the plan: 409 `outdated` where anything of it would be done otherwise now, or it is an hour old. 409 `moved` where somebody spoke since `expectedVersion`, or the case has another `severity` than was shown. Where the severity falls, `reason` in the caller’s words: 400 `reason_required`. A colleague whom a note names as `@name` is told; 409 `unseen` where one must not see the case. A reply that names the time until which the case is set aside is kept as the promise. A repeat with the same Idempotency-Key is done once, from whatever plan; another reply under it is refused: 422 `key_reused`. With a reply: `text` as the agent left it, 400 `placeholder` where `{…}` still stands in it.',
          params: MacroParams,
          body: RunMacro,
          response: answers(Done),
        },
      },
      async (request, reply) => {
        const { version, expectedVersion, severity, text } = request.body
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
        const { hands } = book.state
        if (hands.status !== 'agent') return stop('not_yours')
        if (hands.agent !== agent.id) return stop('held', { holder: hands.alias })
        if (text !== undefined && placeholdersIn(text).length > 0)
          return refuse(reply, 'placeholder', { step: 'reply' })
        // As it was planned, to the minute: what is done is what was shown.
        const at = instant(Date.parse(request.body.at))
        const { steps: planned, plan } = planMacro(parts, macro, await planningFor(request, book, at))
        const now = parts.clock.now()
        if (plan !== request.body.plan || at > now || at < now - LONGEST_LOOK) return stop('outdated')
        const said = planned.find((step) => step.do === 'snooze')?.said
        const team = await namable(planned)
        const steps = planned.map((step) => stepOf(step, { body: request.body, said, team }))
        const missing = planned[steps.indexOf(undefined)]
        if (missing !== undefined) return stop('not_found', { step: missing.do })
        const { outcome, failed } = await parts.desk.macros.run(code, agent, {
          ...under,
          steps: steps.filter((step) => step !== undefined),
          version: expectedVersion,
          severity,
        })
        return settle(reply, code, outcome, failed === undefined ? {} : { step: failed })
      },
    )
  }
