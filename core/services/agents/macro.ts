import type { CaseCode } from '../../base/ids.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { Severity } from '../../base/severity.ts'
import type { Instant } from '../../base/units.ts'
import type { CaseEvent } from '../../model/events.ts'
import { evolve } from '../../model/evolve.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { CaseState } from '../../model/state.ts'
import type { Decision } from '../casebook/decision.ts'
import type { Deed } from '../casebook/idempotency.ts'
import { decideNewTask, decideSnooze } from './duties.ts'
import { decideNote, type Named } from './mention.ts'
import { notHeard } from './speaking.ts'

/**
 * One of several things that an agent does to a case at once. `named`: by the note. `own`: the
 * agent's reason, without which no severity falls. `promise`: the reply, where it says until when.
 */
export type MacroStep =
  | { readonly do: 'note'; readonly text: string; readonly named?: readonly Named[] }
  | { readonly do: 'task'; readonly text: string; readonly dueAt?: Instant }
  | { readonly do: 'severity'; readonly severity: Severity; readonly reason: string; readonly own?: string }
  | { readonly do: 'reply'; readonly text: string }
  | { readonly do: 'snooze'; readonly until: Instant; readonly promise?: string }
  | { readonly do: 'team'; readonly team: string; readonly note?: string }

/** `version` of the conversation, and `severity`: when the agent was shown what will happen. */
export type MacroRun = {
  /** The macro's id: the same key counts once for the same macro. */
  readonly macro: string
  readonly steps: readonly MacroStep[]
  readonly version: number
  readonly severity: Severity
  readonly key?: string
}

/** `failed`: the step that could not be done. Then none was: all of them are one entry, or there is none. */
export type MacroOutcome = { readonly outcome: DeskOutcome; readonly failed?: MacroStep['do'] }

/**
 * `run`: does it. `ran`: what to answer where it was done under this key already, whatever stands in
 * its way since.
 */
export type MacroDesk = {
  readonly run: (code: CaseCode, agent: DeskAgent, run: MacroRun) => Promise<MacroOutcome>
  readonly ran: (
    code: CaseCode,
    agent: DeskAgent,
    run: Pick<MacroRun, 'macro' | 'key'> & { readonly text: string | undefined },
  ) => Promise<DeskOutcome | undefined>
}

const by = (agent: DeskAgent): Decision['actor'] => `agent:${agent.id}`

type Hides = (member: DeskAgent, state: CaseState) => boolean

const decideStep = (
  state: CaseState,
  agent: DeskAgent,
  step: MacroStep,
  {
    key,
    version,
    now,
    hides,
  }: Pick<MacroRun, 'key' | 'version'> & { readonly now: Instant; readonly hides: Hides },
): Decision | DeskOutcome => {
  const who = { agent: agent.id, alias: agent.alias }
  switch (step.do) {
    case 'note':
      return decideNote(state, agent, { text: step.text, named: step.named ?? [], hides })
    case 'task':
      return decideNewTask(state, agent, step.text, step.dueAt)
    case 'severity': {
      const { severity, reason, own = '' } = step
      // Law 9: only a person lowers a severity, and says why. P4 is the lowest.
      const lowers = severity > state.severity
      const why = lowers ? own.trim() : reason
      if (lowers && why === '') return { status: 'refused', why: 'reason_required' }
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
    case 'snooze': {
      const set = decideSnooze(state, agent, { until: step.until, promise: step.promise, now })
      if ('status' in set) return set
      // The reply says it: nobody reads it twice.
      const { agentSays: _, ...aside } = set
      return aside
    }
    case 'team': {
      const { team, note } = step
      const event = { type: 'case_transferred', agent: agent.id, to: { team } } as const
      return { actor: by(agent), events: [note === undefined ? event : { ...event, note }] }
    }
  }
}

/** Why somebody may not act on the case now, whoever holds it named. */
const notTheirs = ({ hands }: CaseState, agent: DeskAgent): DeskOutcome | undefined => {
  if (hands.status !== 'agent') return { status: 'not_yours' }
  return hands.agent === agent.id ? undefined : { status: 'held', by: hands.agent, alias: hands.alias }
}

/** What the agent was shown is not so any more: somebody spoke, or the case became more urgent or less. */
const staleFor = (state: CaseState, { version, severity, steps }: MacroRun): MacroOutcome | undefined => {
  const has = (does: MacroStep['do']): { readonly failed?: MacroStep['do'] } =>
    steps.some((step) => step.do === does) ? { failed: does } : {}
  const outcome = { status: 'moved', version: state.version } as const
  if (state.version !== version) return { outcome, ...has('reply') }
  return state.severity === severity ? undefined : { outcome, ...has('severity') }
}

type Joined =
  { readonly decision: Decision } | { readonly outcome: DeskOutcome; readonly failed: MacroStep['do'] }

/** Every step on the case as the ones before it leave it. */
const joinSteps = (
  state: CaseState,
  agent: DeskAgent,
  run: MacroRun,
  how: { readonly now: Instant; readonly hides: Hides },
): Joined => {
  const place = { seq: state.seq + 1, at: how.now }
  let decision: Decision = { actor: by(agent), events: [] }
  let reached = state
  for (const step of run.steps) {
    const chosen = decideStep(reached, agent, step, { ...run, ...how })
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
    agent: DeskAgent,
    decide: (state: CaseState) => Decision | DeskOutcome,
    deed: Deed | undefined,
  ) => Promise<DeskOutcome>
  readonly now: () => Instant
  /** Whether the case is hidden from a member. */
  readonly hides: Hides
  /** What is done under a key. */
  readonly deed: (
    what: string,
    code: CaseCode,
    key: string | undefined,
    stands: Deed['stands'],
  ) => Deed | undefined
}

/** A run with a reply is the one that said it; one without leaves its cause alone. */
const standsFor =
  (key: string | undefined, text: string | undefined): Deed['stands'] =>
  (event) =>
    text === undefined || (event.type === 'agent_said' && event.key === key && event.text === text)

const replyIn = (steps: readonly MacroStep[]): string | undefined =>
  steps.find((step) => step.do === 'reply')?.text

/** Nothing was done under the key, and nothing is to be. */
const NOT_RUN: DeskOutcome = { status: 'not_yours' }

/**
 * Does several things to a case as one: all of them are one entry of its chain, or none is done and
 * the step that failed is named. Only by who holds the case, and as they were shown it: `moved` where
 * somebody spoke since or its severity is another. Under one key it is done once, also
 * where the answer was lost and the case went on since.
 */
export const makeMacroDesk = ({ act, deed, now, hides }: Tools): MacroDesk => ({
  run: async (code, agent, run) => {
    let failed: MacroStep['do'] | undefined
    const decide = (state: CaseState): Decision | DeskOutcome => {
      failed = undefined
      // Said under this key already: as this run, or as something else that was said with it.
      if (run.key !== undefined && state.saidKeys.includes(run.key))
        return { status: 'refused', why: 'key_reused' }
      const refused = notTheirs(state, agent)
      if (refused !== undefined) return refused
      const stale = staleFor(state, run)
      if (stale !== undefined) {
        failed = stale.failed
        return stale.outcome
      }
      const joined = joinSteps(state, agent, run, { now: now(), hides })
      if ('decision' in joined) {
        const { events, agentSays } = joined.decision
        return events.length === 0 && agentSays === undefined
          ? { status: 'done', version: state.version, seq: state.seq }
          : joined.decision
      }
      failed = joined.failed
      return joined.outcome
    }
    const stands = standsFor(run.key, replyIn(run.steps))
    const outcome = await act(code, agent, decide, deed(`macro ${run.macro}`, code, run.key, stands))
    return failed === undefined || outcome.status === 'done' ? { outcome } : { outcome, failed }
  },
  ran: async (code, agent, { macro, key, text }) => {
    if (key === undefined) return undefined
    const known = deed(`macro ${macro}`, code, key, standsFor(key, text))
    const outcome = await act(code, agent, () => NOT_RUN, known)
    return outcome.status === NOT_RUN.status ? undefined : outcome
  },
})
