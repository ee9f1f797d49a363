import type { CaseCode, CaseId } from '../../base/ids.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { Severity } from '../../base/severity.ts'
import type { Instant } from '../../base/units.ts'
import type { CaseEvent } from '../../model/events.ts'
import { evolve } from '../../model/evolve.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { CaseState } from '../../model/state.ts'
import type { Decision } from '../casebook/decision.ts'
import type { Opened } from '../casebook/event-cache.ts'
import { decideNewTask, decideSnooze } from './duties.ts'
import { notHeard } from './speaking.ts'

/** One of several things that an agent does to a case at once. */
export type MacroStep =
  | { readonly do: 'note'; readonly text: string }
  | { readonly do: 'task'; readonly text: string; readonly dueAt?: Instant }
  | { readonly do: 'severity'; readonly severity: Severity; readonly reason: string }
  | { readonly do: 'reply'; readonly text: string }
  | { readonly do: 'snooze'; readonly until: Instant }
  | { readonly do: 'team'; readonly team: string; readonly note?: string }

/**
 * `seen`: the newest entry, and `version` the conversation, as they were when the agent was shown
 * what will happen.
 */
export type MacroRun = {
  readonly steps: readonly MacroStep[]
  readonly seen: number
  readonly version: number
  readonly key?: string
}

/** `failed`: the step that could not be done. Then none was: all of them are one entry, or there is none. */
export type MacroOutcome = { readonly outcome: DeskOutcome; readonly failed?: MacroStep['do'] }

export type RunMacro = (code: CaseCode, agent: DeskAgent, run: MacroRun) => Promise<MacroOutcome>

const by = (agent: DeskAgent): Decision['actor'] => `agent:${agent.id}`

const decideStep = (
  state: CaseState,
  agent: DeskAgent,
  step: MacroStep,
  { key, version, now }: Pick<MacroRun, 'key' | 'version'> & { readonly now: Instant },
): Decision | DeskOutcome => {
  const who = { agent: agent.id, alias: agent.alias }
  switch (step.do) {
    case 'note':
      return { actor: by(agent), events: [{ type: 'note_added', ...who, text: step.text }] }
    case 'task':
      return decideNewTask(state, agent, step.text, step.dueAt)
    case 'severity': {
      const { severity, reason: why } = step
      if (severity > state.severity && why.trim() === '') return { status: 'refused', why: 'reason_required' }
      // It is so already: nothing has to be done.
      const events: readonly CaseEvent[] =
        severity === state.severity ? [] : [{ type: 'severity_set', severity, agent: agent.id, why }]
      return { actor: by(agent), events }
    }
    case 'reply':
      return (
        notHeard(state, agent, version) ?? {
          actor: by(agent),
          events: [],
          agentSays: { ...who, text: step.text, ...(key === undefined ? {} : { key }) },
        }
      )
    case 'snooze':
      return decideSnooze(state, agent, { until: step.until, promise: undefined, now })
    case 'team': {
      const { team, note } = step
      const event = { type: 'case_transferred', agent: agent.id, to: { team } } as const
      return { actor: by(agent), events: [note === undefined ? event : { ...event, note }] }
    }
  }
}

/** Each step as it is written down; a severity that was so already leaves nothing. */
const isOf = (step: MacroStep, event: CaseEvent): boolean => {
  switch (step.do) {
    case 'note':
      return event.type === 'note_added' && event.text === step.text
    case 'task':
      return event.type === 'task_added' && event.text === step.text.trim()
    case 'severity':
      return event.type === 'severity_set' && event.severity === step.severity
    case 'reply':
      return event.type === 'agent_said' && event.text === step.text
    case 'snooze':
      return event.type === 'case_snoozed'
    case 'team':
      return event.type === 'case_transferred' && event.to.team === step.team
  }
}

/** Whether one entry since then holds all of it, done by this agent: they pressed twice. */
const wasRun = ({ entries, events }: Opened, agent: DeskAgent, { steps, seen }: MacroRun): boolean => {
  const left = steps.filter((step) => step.do !== 'severity')
  return entries.some(
    ({ header, seq }, at) =>
      seq > seen &&
      (JSON.parse(header) as { readonly actor?: unknown }).actor === by(agent) &&
      left.length > 0 &&
      left.every((step) => events[at]?.some((event) => isOf(step, event))),
  )
}

/** Why somebody may not act on the case now, whoever holds it named. */
const notTheirs = ({ hands }: CaseState, agent: DeskAgent): DeskOutcome | undefined => {
  if (hands.status !== 'agent') return { status: 'not_yours' }
  return hands.agent === agent.id ? undefined : { status: 'held', by: hands.agent, alias: hands.alias }
}

type Joined =
  { readonly decision: Decision } | { readonly outcome: DeskOutcome; readonly failed: MacroStep['do'] }

/** Every step on the case as the ones before it leave it. */
const joinSteps = (state: CaseState, agent: DeskAgent, run: MacroRun, now: Instant): Joined => {
  const place = { seq: state.seq + 1, at: now }
  let decision: Decision = { actor: by(agent), events: [] }
  let reached = state
  for (const step of run.steps) {
    const chosen = decideStep(reached, agent, step, { ...run, now })
    if ('status' in chosen) return { outcome: chosen, failed: step.do }
    reached = chosen.events.reduce((before, event) => evolve(before, event, place), reached)
    const jobs = [...(decision.jobs ?? []), ...(chosen.jobs ?? [])]
    decision = { ...decision, ...chosen, events: [...decision.events, ...chosen.events], jobs }
  }
  return { decision }
}

type Tools = {
  readonly act: (
    code: CaseCode,
    agent: DeskAgent | undefined,
    decide: (state: CaseState) => Promise<Decision | DeskOutcome>,
  ) => Promise<DeskOutcome>
  readonly recall: (caseId: CaseId) => Promise<Opened>
  readonly now: () => Instant
}

/**
 * Does several things to a case as one: all of them are one entry of its chain, or none is done and
 * the step that failed is named. Only by who holds the case. The same again from the same picture of
 * the case is done once.
 */
export const makeRunMacro =
  ({ act, recall, now }: Tools): RunMacro =>
  async (code, agent, run) => {
    let failed: MacroStep['do'] | undefined
    const outcome = await act(code, agent, async (state) => {
      failed = undefined
      const done = { status: 'done', version: state.version, seq: state.seq } as const
      if (state.seq > run.seen && wasRun(await recall(state.caseId), agent, run)) return done
      const refused = notTheirs(state, agent)
      if (refused !== undefined) return refused
      const joined = joinSteps(state, agent, run, now())
      if ('decision' in joined) {
        const { events, agentSays } = joined.decision
        return events.length === 0 && agentSays === undefined ? done : joined.decision
      }
      failed = joined.failed
      return joined.outcome
    })
    return failed === undefined ? { outcome } : { outcome, failed }
  }
