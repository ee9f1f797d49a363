import { keepsQuiet } from '../../policy/access/quiet.ts'
import { isTimes, type SafeTimes } from '../../model/safe-times.ts'
import type { Answer } from '../../model/answer.ts'
import type { Flow } from '../../model/flow.ts'
import type { CrisisLabel } from '../../base/danger.ts'
import type { InboundId } from '../../base/ids.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { DangerVerdict, Outcome } from '../../model/team-events.ts'
import { untrusted } from '../../base/untrusted.ts'
import { after, hours, type Instant } from '../../base/units.ts'
import type { LinkJob } from '../casebook/link-lapse.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import { sayJoined } from '../../policy/access/says.ts'
import type { DeskAgent } from '../../base/member.ts'
import { evolve } from '../../model/evolve.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { reviewKey } from '../../model/findings.ts'
import type { CaseState } from '../../model/state.ts'
import { MOST_TASKS } from '../../model/work.ts'

/** What a member of the team says that an answer should be; what fits the question is taken. */
export type Correction = {
  readonly options?: readonly string[]
  readonly text?: string
  readonly amount?: { readonly amount: number; readonly currency: string }
}

/** Longer than a month is no promise. */
const LONGEST_SNOOZE = hours(24 * 31)

const by = (agent: DeskAgent): Decision['actor'] => `agent:${agent.id}`
const only = (agent: DeskAgent, event: CaseEvent): Decision => ({ actor: by(agent), events: [event] })
const holds = ({ hands }: CaseState, agent: DeskAgent): boolean =>
  hands.status === 'agent' && hands.agent === agent.id

/** Sets the case aside until then, and says so to the person where there is something to say. */
export const decideSnooze = (
  state: CaseState,
  agent: DeskAgent,
  {
    until,
    promise,
    now,
  }: { readonly until: Instant; readonly promise: string | undefined; readonly now: Instant },
): Decision | DeskOutcome => {
  if (!holds(state, agent)) return { status: 'not_yours' }
  if (until <= now || until > after(now, LONGEST_SNOOZE)) return { status: 'refused', why: 'time_invalid' }
  const told = promise === undefined || promise.trim() === '' ? undefined : promise.trim()
  if (told !== undefined && (state.address === undefined || state.access.erasing))
    return { status: 'refused', why: 'no_chat' }
  if (told !== undefined && state.blocked) return { status: 'refused', why: 'blocked' }
  return {
    actor: by(agent),
    events: [
      { type: 'case_snoozed', agent: agent.id, until, ...(told === undefined ? {} : { promise: told }) },
    ],
    ...(told === undefined ? {} : { agentSays: { agent: agent.id, alias: agent.alias, text: told } }),
    jobs: [{ kind: 'wake', dueAt: until, payload: {} }],
  }
}

export const decideWake = (state: CaseState, agent: DeskAgent): Decision | DeskOutcome => {
  if (!holds(state, agent)) return { status: 'not_yours' }
  return state.work.snooze === undefined
    ? { status: 'refused', why: 'already' }
    : only(agent, { type: 'snooze_ended', why: 'agent' })
}

/** Nothing where it was set aside for longer, or is not set aside any more. */
export const decideDue = ({ work }: CaseState, now: Instant): Decision | undefined =>
  work.snooze === undefined || work.snooze.until > now
    ? undefined
    : { actor: 'system', events: [{ type: 'snooze_ended', why: 'due' }] }

/**
 * What waited by the rule that was, and would not wait by the one that is, goes out at once:
 * nothing else would ever say it.
 */
const ruled = (
  { flow, access }: Pick<CasePorts, 'flow' | 'access'>,
  state: CaseState,
  { agent, event, now }: { readonly agent: DeskAgent; readonly event: CaseEvent; readonly now: Instant },
): Decision => {
  const next = evolve(state, event, { seq: state.seq + 1, at: now })
  const releases = next.access.held.length > 0 && !keepsQuiet(flow, access, next, now)
  return { ...only(agent, event), ...(releases ? { releases } : {}) }
}

/** When it is safe to write to the person. Other rules of contact stay as they are: the strictest holds. */
export const decideSafeTimes = (
  ports: Pick<CasePorts, 'flow' | 'access'>,
  state: CaseState,
  { agent, times, now }: { readonly agent: DeskAgent; readonly times: SafeTimes; readonly now: Instant },
): Decision | DeskOutcome => {
  if (!holds(state, agent)) return { status: 'not_yours' }
  if (!isTimes(times)) return { status: 'refused', why: 'time_invalid' }
  const { from, to } = times
  const { safeTimes } = state.access
  if (safeTimes?.from === from && safeTimes.to === to) return { status: 'refused', why: 'already' }
  return ruled(ports, state, { agent, event: { type: 'safe_times_set', agent: agent.id, from, to }, now })
}

export const decideNoSafeTimes = (
  ports: Pick<CasePorts, 'flow' | 'access'>,
  state: CaseState,
  agent: DeskAgent,
  now: Instant,
): Decision | DeskOutcome => {
  if (!holds(state, agent)) return { status: 'not_yours' }
  if (state.access.safeTimes === undefined) return { status: 'refused', why: 'already' }
  return ruled(ports, state, { agent, event: { type: 'safe_times_cleared', agent: agent.id }, now })
}

export const decideNewTask = (
  state: CaseState,
  agent: DeskAgent,
  text: string,
  dueAt: Instant | undefined,
): Decision | DeskOutcome => {
  if (state.work.tasks.length >= MOST_TASKS) return { status: 'refused', why: 'full' }
  const due = dueAt === undefined ? {} : { dueAt }
  return only(agent, { type: 'task_added', agent: agent.id, alias: agent.alias, text: text.trim(), ...due })
}

export const decideTask = (
  state: CaseState,
  agent: DeskAgent,
  task: string,
  done: boolean,
): Decision | DeskOutcome => {
  const found = state.work.tasks.find(({ id }) => id === task)
  if (found === undefined) return { status: 'unknown' }
  if ((found.doneAt !== undefined) === done) return { status: 'refused', why: 'already' }
  return only(agent, { type: done ? 'task_done' : 'task_reopened', agent: agent.id, task })
}

/** A closed case is worked on again by whoever opens it. */
export const decideReopen = (state: CaseState, agent: DeskAgent): Decision | DeskOutcome => {
  if (state.hands.status !== 'closed') return { status: 'refused', why: 'already' }
  return {
    actor: by(agent),
    events: [{ type: 'case_reopened' }, { type: 'case_claimed', agent: agent.id, alias: agent.alias }],
    says: state.address === undefined || state.exited || state.blocked ? [] : [sayJoined(agent)],
    silence: true,
  }
}

/**
 * Somebody who waits is sent to the right team by whoever sees that it is the wrong one; nothing of
 * the wait begins anew.
 */
export const decideAssign = (state: CaseState, agent: DeskAgent, team: string): Decision | DeskOutcome => {
  if (state.hands.status !== 'waiting') return { status: 'not_yours' }
  if (state.team === team) return { status: 'refused', why: 'already' }
  return only(agent, { type: 'case_transferred', agent: agent.id, to: { team } })
}

/**
 * How a case may be closed that nobody holds. `over`: by who may supervise; `seen`: the newest
 * entry that they knew of.
 */
export type Unheld = { readonly over: boolean; readonly why: string; readonly seen?: number }

/**
 * Of a case that nobody holds: it belongs to another one, and no life is in danger in it. Who
 * supervises may close any that waits, as such or as no case at all, and says why: of a flood
 * nobody takes each into their hands. Writing opens it again.
 */
export const closesUnheld = (
  { hands, severity }: CaseState,
  outcome: Outcome,
  { over, why }: Unheld,
): boolean => {
  if (hands.status !== 'waiting') return false
  if (outcome === 'duplicate' && severity !== 'P1') return true
  return over && why !== '' && (outcome === 'duplicate' || outcome === 'not_a_case')
}

/**
 * Who looks into a case that they do not hold is written down, once as each since `since`, the
 * beginning of their shift. `watches`: they may look over a colleague's shoulder.
 */
export const decideLook = (
  state: CaseState,
  agent: DeskAgent,
  watches: boolean,
  since: Instant,
): Decision | DeskOutcome => {
  if (holds(state, agent)) return { status: 'refused', why: 'already' }
  const as = watches && state.hands.status === 'agent' ? 'watch' : 'member'
  const known = state.work.viewed.some((one) => one.agent === agent.id && one.as === as && one.at >= since)
  return known
    ? { status: 'refused', why: 'already' }
    : only(agent, { type: 'case_viewed', agent: agent.id, as })
}

const answerOf = (flow: Flow, id: string, { options, text, amount }: Correction): Answer | undefined => {
  const step = flow.steps.find((one) => one.id === id)
  if (step === undefined) return undefined
  switch (step.kind) {
    case 'choice':
    case 'choices': {
      const known = options?.filter((option) => step.options.some((one) => one.id === option)) ?? []
      if (known.length === 0 || known.length !== options?.length) return undefined
      const [first] = known
      if (step.kind === 'choices') return { kind: 'choices', options: known }
      return first !== undefined && known.length === 1 ? { kind: 'choice', option: first } : undefined
    }
    case 'text':
      return text === undefined || text.trim() === ''
        ? undefined
        : { kind: 'text', text: untrusted(text.trim()) }
    case 'amount':
      return amount === undefined ? undefined : { kind: 'amount', ...amount, raw: untrusted('') }
    default:
      return undefined
  }
}

/** `everywhere`: in all cases that name it; what is the person's own is so in their case alone. */
export type Whose = {
  readonly normal: string
  readonly owner: 'perpetrator' | 'self' | 'other'
  readonly reason: string
  readonly everywhere?: boolean
}

/** What the bot understood is put right; what the person wrote stays in the thread. Rules judge anew. */
export const decideCorrection = (
  flow: Flow,
  agent: DeskAgent,
  {
    step,
    correction,
    reason,
  }: { readonly step: string; readonly correction: Correction; readonly reason: string },
): Decision | DeskOutcome => {
  if (reason.trim() === '') return { status: 'refused', why: 'reason_required' }
  const answer = answerOf(flow, step, correction)
  if (answer === undefined) return { status: 'refused', why: 'answer_invalid' }
  return only(agent, { type: 'answer_corrected', agent: agent.id, step, answer, reason: reason.trim() })
}

export const decideOwner = (
  state: CaseState,
  agent: DeskAgent,
  { normal, owner, reason, everywhere = false }: Whose,
  now: Instant,
): Decision | DeskOutcome => {
  const said = reason.trim()
  if (said === '') return { status: 'refused', why: 'reason_required' }
  const found = state.identifiers.find((one) => one.normal === normal)
  if (found === undefined) return { status: 'unknown' }
  // What was read in words can be confirmed for all cases.
  if (found.owner === owner && (found.judged === true || !everywhere))
    return { status: 'refused', why: 'already' }
  const judged = only(agent, { type: 'identifier_judged', agent: agent.id, normal, owner, reason: said })
  if (!everywhere || owner === 'self') return judged
  const marks = Object.entries(state.marks).flatMap(([mark, of]) => (of === normal ? [mark] : []))
  const payload: LinkJob = { marks, whose: { owner, agent: agent.id, reason: said } }
  return { ...judged, jobs: [{ kind: 'link', dueAt: now, payload }] }
}

/**
 * What a message says, by somebody who read it: for who judges the readers, and without a
 * consequence for the case.
 */
export const decideDangerReview = (
  state: CaseState,
  agent: DeskAgent,
  {
    inbound,
    label,
    verdict,
  }: { readonly inbound: InboundId; readonly label: CrisisLabel; readonly verdict: DangerVerdict },
): Decision | DeskOutcome =>
  state.reviews?.[reviewKey(inbound, label)] === verdict
    ? { status: 'refused', why: 'already' }
    : only(agent, { type: 'danger_reviewed', agent: agent.id, inbound, label, verdict })

export const decideHelp = (state: CaseState, agent: DeskAgent, text: string): Decision | DeskOutcome => {
  if (!holds(state, agent)) return { status: 'not_yours' }
  return only(agent, { type: 'help_asked', agent: agent.id, alias: agent.alias, text: text.trim() })
}

export const decideHelped = (state: CaseState, agent: DeskAgent): Decision | DeskOutcome =>
  state.work.help === undefined
    ? { status: 'refused', why: 'already' }
    : only(agent, { type: 'help_given', agent: agent.id })
