import type { CodePlace } from '../../model/reading-events.ts'
import { decideCode, type CodeSaid } from '../evidence/judge-code.ts'
import type { SafeTimes } from '../../model/safe-times.ts'
import { untoldSteps } from '../../policy/conversation/steps.ts'
import type { CaseCode } from '../../base/ids.ts'
import type { CaseFilter, CaseRow } from '../../ports/store/views.ts'
import type { Instant } from '../../base/units.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import {
  decideAssign,
  decideCorrection,
  decideDangerReview,
  decideHelp,
  decideHelped,
  decideLook,
  decideNewTask,
  decideNoSafeTimes,
  decideOwner,
  type Whose,
  decideReopen,
  decideSafeTimes,
  decideSnooze,
  decideTask,
  decideWake,
  decideDue,
  type Correction,
} from './duties.ts'
import { decideLink, type Judgement } from './judge-link.ts'
import { receiptOf, settleWaiting } from '../evidence/waiting.ts'
import { evolve } from '../../model/evolve.ts'
import { decideLeave } from './leaving.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CrisisLabel } from '../../base/danger.ts'
import type { InboundId } from '../../base/ids.ts'
import type { DangerVerdict } from '../../model/team-events.ts'
import type { CaseState } from '../../model/state.ts'
import type { JobRow } from '../../ports/store/jobs.ts'

/**
 * What agents do in a shift, beyond speaking. All of it is refused with `unknown` where the agent
 * may not see the case.
 */
export type Shift = {
  /**
   * Claims the case that comes first in the queue and that this agent may have: most urgent first,
   * then who waits longest. `only`: of this team. Nothing where no case is left for them.
   */
  readonly takeNext: (
    agent: DeskAgent,
    only?: { readonly team?: string },
  ) => Promise<{ readonly code: CaseCode; readonly outcome: DeskOutcome } | undefined>
  /**
   * Until when, at most a month ahead, and what the person is told of it. Refused with
   * `time_invalid` for a time that is over.
   */
  readonly snooze: (
    code: CaseCode,
    agent: DeskAgent,
    until: Instant,
    promise?: string,
  ) => Promise<DeskOutcome>
  /**
   * By who holds the case. Refused with `time_invalid` where they are no times of a day, with
   * `already` where nothing would change.
   */
  readonly setSafeTimes: (code: CaseCode, agent: DeskAgent, times: SafeTimes) => Promise<DeskOutcome>
  readonly clearSafeTimes: (code: CaseCode, agent: DeskAgent) => Promise<DeskOutcome>
  /** To the queue of another team, while it waits. */
  readonly assign: (code: CaseCode, agent: DeskAgent, team: string) => Promise<DeskOutcome>
  /**
   * Writes down that somebody looked who does not hold the case, see decideLook. Refused with
   * `already` where there is nothing to write.
   */
  readonly look: (code: CaseCode, agent: DeskAgent, watches: boolean, since: Instant) => Promise<DeskOutcome>
  /**
   * What can be said to a question, to correct its answer; nothing where it has no answer that a
   * form could hold.
   */
  readonly question: (step: string) => ShiftQuestion | undefined
  /** Questions that nobody is asked and that what is known leaves open, see untoldSteps. */
  readonly untold: (state: CaseState) => readonly string[]
  readonly wake: (code: CaseCode, agent: DeskAgent) => Promise<DeskOutcome>
  readonly reopen: (code: CaseCode, agent: DeskAgent) => Promise<DeskOutcome>
  readonly addTask: (code: CaseCode, agent: DeskAgent, text: string, dueAt?: Instant) => Promise<DeskOutcome>
  readonly setTask: (code: CaseCode, agent: DeskAgent, task: string, done: boolean) => Promise<DeskOutcome>
  readonly correct: (
    code: CaseCode,
    agent: DeskAgent,
    step: string,
    correction: Correction,
    reason: string,
  ) => Promise<DeskOutcome>
  /** What a message of the person says or does not say. Refused with `already` where that was said last. */
  readonly reviewDanger: (
    code: CaseCode,
    agent: DeskAgent,
    review: { readonly inbound: InboundId; readonly label: CrisisLabel; readonly verdict: DangerVerdict },
  ) => Promise<DeskOutcome>
  /**
   * Says that a code in a picture was read right, as it is (`fixed`: as it should be), or wrong.
   * Refused as `already` where it was confirmed; `answer_invalid` where what it should be is no code.
   */
  readonly judgeCode: (
    code: CaseCode,
    agent: DeskAgent,
    where: CodePlace,
    said: CodeSaid,
  ) => Promise<DeskOutcome>
  readonly judgeIdentifier: (code: CaseCode, agent: DeskAgent, whose: Whose) => Promise<DeskOutcome>
  /**
   * Says that the link to another case is wrong, or that it is right after all, or that both belong
   * together whatever they share, or that nobody can tell; with a reason, and in both cases.
   * `unknown` also where the other one is none that the agent may know of, or no link was there.
   */
  readonly judgeLink: (
    code: CaseCode,
    agent: DeskAgent,
    other: CaseCode,
    judgement: Judgement,
  ) => Promise<DeskOutcome>
  readonly askHelp: (code: CaseCode, agent: DeskAgent, text: string) => Promise<DeskOutcome>
  readonly giveHelp: (code: CaseCode, agent: DeskAgent) => Promise<DeskOutcome>
  /**
   * Nobody's case gets lost when they go home: what they hold goes to its team's queue with the
   * note. Returns those that went.
   */
  readonly end: (agent: DeskAgent, note: string) => Promise<readonly CaseCode[]>
}

export type ShiftQuestion =
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'text' | 'amount' }

/** `agent`: who must be able to see the case; nobody where that must not matter. */
type Act = (
  code: CaseCode,
  agent: DeskAgent | undefined,
  decide: (state: CaseState) => Decision | DeskOutcome,
) => Promise<DeskOutcome>

type Tools = {
  readonly act: Act
  readonly rows: (
    filter: CaseFilter,
    page: { readonly limit: number; readonly cursor?: string },
    agent: DeskAgent | undefined,
  ) => Promise<{ readonly rows: readonly CaseRow[]; readonly cursor?: string }>
  readonly claim: (code: CaseCode, agent: DeskAgent) => Promise<DeskOutcome>
  /** The row of a case that the agent may know of. */
  readonly rowSeen: (code: CaseCode, agent: DeskAgent) => Promise<CaseRow | undefined>
}

/** Rows looked at in one go: others may be faster with the first ones. */
const PAGE = 20

export const makeShift = (
  ports: Pick<CasePorts, 'flow' | 'access' | 'clock' | 'capabilities' | 'printPage' | 'hasher' | 'checks'>,
  { act, rows, claim, rowSeen }: Tools,
): Shift => ({
  takeNext: async (agent, only = {}) => {
    let cursor: string | undefined
    do {
      const page = await rows(
        { status: ['waiting'], ...only },
        { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
        agent,
      )
      for (const { code } of page.rows) {
        const outcome = await claim(code, agent)
        if (outcome.status === 'done') return { code, outcome }
      }
      cursor = page.cursor
    } while (cursor !== undefined)
    return undefined
  },
  snooze: (code, agent, until, promise) =>
    act(code, agent, (state) => decideSnooze(state, agent, { until, promise, now: ports.clock.now() })),
  wake: (code, agent) => act(code, agent, (state) => decideWake(state, agent)),
  setSafeTimes: (code, agent, times) =>
    act(code, agent, (state) => decideSafeTimes(ports, state, { agent, times, now: ports.clock.now() })),
  clearSafeTimes: (code, agent) =>
    act(code, agent, (state) => decideNoSafeTimes(ports, state, agent, ports.clock.now())),
  reopen: (code, agent) => act(code, agent, (state) => decideReopen(state, agent)),
  assign: (code, agent, team) => act(code, agent, (state) => decideAssign(state, agent, team)),
  look: (code, agent, watches, since) =>
    act(code, agent, (state) => decideLook(state, agent, watches, since)),
  question: (id) => {
    const step = ports.flow.steps.find((one) => one.id === id)
    if (step?.kind === 'choice' || step?.kind === 'choices')
      return { kind: step.kind, options: step.options.map((option) => option.id) }
    return step?.kind === 'text' || step?.kind === 'amount' ? { kind: step.kind } : undefined
  },
  untold: ({ conversation }) => untoldSteps(ports.flow, conversation),
  addTask: (code, agent, text, dueAt) =>
    act(code, agent, (state) => decideNewTask(state, agent, text, dueAt)),
  setTask: (code, agent, task, done) => act(code, agent, (state) => decideTask(state, agent, task, done)),
  correct: (code, agent, step, correction, reason) =>
    act(code, agent, (state) =>
      withFiles(ports, state, decideCorrection(ports.flow, agent, { step, correction, reason })),
    ),
  reviewDanger: (code, agent, review) =>
    act(code, agent, (state) => decideDangerReview(state, agent, review)),
  judgeCode: (code, agent, where, said) =>
    act(code, agent, (state) => decideCode(ports, state, agent, { where, said })),
  judgeIdentifier: (code, agent, whose) =>
    act(code, agent, (state) => decideOwner(state, agent, whose, ports.clock.now())),
  judgeLink: async (code, agent, of, judgement) => {
    const other = await rowSeen(of, agent)
    if (other === undefined || other.status === 'erased') return { status: 'unknown' }
    return act(code, agent, (state) => decideLink(state, agent, { other, ...judgement }, ports.clock.now()))
  },
  askHelp: (code, agent, text) => act(code, agent, (state) => decideHelp(state, agent, text)),
  giveHelp: (code, agent) => act(code, agent, (state) => decideHelped(state, agent)),
  end: async (agent, note) => {
    const gone: CaseCode[] = []
    for (let before = -1; gone.length > before;) {
      before = gone.length
      // Also what they must not see any more: nobody would come to it.
      const page = await rows({ status: ['agent'], assignee: agent.id }, { limit: PAGE }, undefined)
      for (const { code } of page.rows) {
        const outcome = await act(code, undefined, (state) => leave(state, agent, note))
        if (outcome.status === 'done') gone.push(code)
      }
    }
    return gone
  },
})

/**
 * With what becomes of the files that waited for the answer that was put right: fetched where they
 * may be taken now, let go where they may not. What the team knows counts for those as well that
 * waited when the chat was left.
 */
const withFiles = (
  ports: Pick<CasePorts, 'flow' | 'clock' | 'capabilities' | 'printPage'>,
  state: CaseState,
  decided: Decision | DeskOutcome,
): Decision | DeskOutcome => {
  if ('status' in decided) return decided
  const now = ports.clock.now()
  const place = { seq: state.seq + 1, at: now }
  const reached = decided.events.reduce((before, event) => evolve(before, event, place), state)
  const { apart: _, ...conversation } = reached.conversation
  const { events, jobs, says, signals } = settleWaiting(ports, { ...reached, conversation }, now)
  const receipt = events.some(({ type }) => type === 'evidence_announced')
    ? receiptOf(reached, now)
    : { events: [], jobs: [] }
  return {
    ...decided,
    events: [...decided.events, ...events, ...receipt.events],
    jobs: [...(decided.jobs ?? []), ...jobs, ...receipt.jobs],
    says: [...(decided.says ?? []), ...says],
    signals: [...(decided.signals ?? []), ...signals],
  }
}

/** To the queue of the team that has it: the person is told nothing, since somebody comes. */
const leave = (state: CaseState, agent: DeskAgent, note: string): Decision | DeskOutcome => {
  if (state.hands.status !== 'agent' || state.hands.agent !== agent.id) return { status: 'not_yours' }
  const told = note.trim() === '' ? {} : { note: note.trim() }
  // To no team by name: rules go on choosing it where they did.
  return {
    actor: `agent:${agent.id}`,
    events: [{ type: 'case_transferred', agent: agent.id, to: {}, ...told }],
  }
}

/**
 * The time until which a case was set aside, or until which letting it go could be taken back. An
 * earlier job, of one that was changed since, finds nothing to do.
 */
export const wakeCase = async (
  ports: Pick<CasePorts, 'clock' | 'store' | 'flow' | 'emergency' | 'checks' | 'triage'>,
  casebook: Casebook,
  job: JobRow,
): Promise<void> => {
  const { status } = await casebook.append(job.caseId, (state) => {
    const now = ports.clock.now()
    const decision = decideLeave(ports, state, now) ?? decideDue(state, now)
    return decision === undefined ? undefined : { ...decision, handles: { job: job.id } }
  })
  if (status !== 'done') await ports.store.jobs.finish(job.id)
}
