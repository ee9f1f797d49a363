import { isShut } from '../../policy/access/lock.ts'
import { keepsQuiet } from '../../policy/access/quiet.ts'
import { isDiscreet } from '../../policy/conversation/steps.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import { refusesPeople } from '../../policy/conversation/gates.ts'
import { after, hours, minutes, type Instant } from '../../base/units.ts'
import {
  COMFORT_AFTER,
  isSameWait,
  nextPage,
  STILL_AFTER,
  type ComfortJob,
  type PageJob,
} from '../../policy/triage/alarm.ts'
import type { Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { Decision } from '../casebook/decision.ts'
import type { Crier } from './crier.ts'
import { judgeAgain } from '../../policy/triage/judge.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { isNight, pageOf, type PageTo } from '../../model/targets.ts'

/** Texts `comfort-1` to this, in turn. */
/**
 * Signs of life end after this: they promise that somebody comes, and may not be believed for ever.
 * The pages go on.
 */
const COMFORT_FOR = minutes(60)

const RANK: Readonly<Record<PageTo, number>> = { team: 0, supervisor: 1, external: 2 }
const higher = (a: PageTo, b: PageTo): PageTo => (RANK[a] >= RANK[b] ? a : b)

const payloadOf = async (ports: CasePorts, job: JobRow): Promise<unknown> =>
  (await ports.sealer.forCase(job.caseId)).open(jobContext(job.id), job.sealed)

/**
 * Does a job of kind `page`. Throws `key_destroyed` where the case was erased: then there is nobody
 * to come to any more.
 */
export const callAgain = async (
  ports: CasePorts,
  casebook: Casebook,
  job: JobRow,
  cry: Crier,
): Promise<void> => {
  const payload = (await payloadOf(ports, job)) as PageJob
  if (payload.do === 'raise') return cry(job, payload)
  const { status } = await casebook.append(job.caseId, (state) => {
    const now = ports.clock.now()
    if (payload.do === 'page')
      return isSameWait(state, payload) ? pageDecision(ports, state, now, job) : undefined
    const open = state.hands.status !== 'closed' && state.hands.status !== 'erased'
    // The casebook judges every entry; an empty one is worth writing only where that changes something.
    return open && judgeAgain(ports, state, now).length > 0
      ? { actor: 'system', events: [], handles: { job: job.id } }
      : undefined
  })
  if (status === 'nothing') await ports.store.jobs.finish(job.id)
}

/**
 * Calls whoever is due by now. Calls that were missed while this program did not run are one call,
 * to the highest of those they were for.
 */
const pageDecision = (
  { triage, alarm }: CasePorts,
  state: CaseState,
  now: Instant,
  job: JobRow,
): Decision | undefined => {
  const { targets } = triage
  const due = nextPage(targets, state)
  if (state.wait === undefined || due === undefined) return undefined
  let { step, to } = due
  for (
    let later = pageOf(targets, state.wait, step + 1);
    later.at <= now;
    later = pageOf(targets, state.wait, step + 1)
  ) {
    step += 1
    to = higher(to, later.to)
  }
  const { severity } = state
  const at = state.wait.marks.at(-1)?.at ?? now
  const outside = to === 'external' && alarm !== undefined
  const payload: PageJob = { do: 'raise', step, at, severity }
  return {
    actor: 'system',
    events: [{ type: 'paged', step, to: outside || to === 'team' ? to : 'supervisor', severity }],
    jobs: outside ? [{ kind: 'page', dueAt: now, payload }] : [],
    handles: { job: job.id },
  }
}

/**
 * Does a job of kind `comfort`: a short sign of life to somebody in danger while they wait. Where
 * it may not be said now (somebody looks over the shoulder, the person left) it is not said later
 * in one heap either: the turn passes.
 */
export const comfort = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const payload = (await payloadOf(ports, job)) as ComfortJob
  if (payload.severity !== 'P1') return stillInLine(ports, casebook, job, payload)
  let again: Instant | undefined
  const { status } = await casebook.append(job.caseId, (state): Decision | undefined => {
    const now = ports.clock.now()
    again = undefined
    const gap = COMFORT_AFTER[payload.n]
    if (gap === undefined || !isSameWait(state, payload) || now >= after(payload.at, COMFORT_FOR))
      return undefined
    const quiet = after(state.lastAt, gap)
    if (!mayComfort(ports, state, now) || now < quiet) {
      again = now < quiet ? quiet : after(now, gap)
      return undefined
    }
    const next: ComfortJob = { ...payload, n: payload.n + 1 }
    const nextGap = COMFORT_AFTER[next.n]
    return {
      actor: 'bot',
      events: [],
      says: [{ key: `comfort-${payload.n + 1}` }],
      jobs: nextGap === undefined ? [] : [{ kind: 'comfort', dueAt: after(now, nextGap), payload: next }],
      handles: { job: job.id },
    }
  })
  if (status !== 'nothing') return
  if (again === undefined) await ports.store.jobs.finish(job.id)
  else await ports.store.jobs.postpone(job.id, again)
}

/** Nobody is woken for it, nor interrupted while they write. */
const WHEN_CALM = hours(1)

/**
 * Does a job of kind `comfort` of somebody who waits in no danger: rarer each time, and never at
 * night. Where it may not be said now the turn passes.
 */
const stillInLine = async (
  ports: CasePorts,
  casebook: Casebook,
  job: JobRow,
  payload: ComfortJob,
): Promise<void> => {
  let again: Instant | undefined
  const { status } = await casebook.append(job.caseId, (state): Decision | undefined => {
    const now = ports.clock.now()
    again = undefined
    if (!isSameWait(state, payload)) return undefined
    const isBusy = now < after(state.lastAt, WHEN_CALM)
    if (isBusy || isNight(ports.triage.targets, now)) {
      again = after(now, WHEN_CALM)
      return undefined
    }
    const gap = STILL_AFTER[payload.n + 1]
    const next: ComfortJob = { ...payload, n: payload.n + 1 }
    const may = mayComfort(ports, state, now) && !refusesPeople(ports.flow, state.conversation)
    if (!may && gap === undefined) return undefined
    return {
      actor: 'bot',
      events: [],
      says: may ? [{ key: `still-in-line-${payload.n + 1}` }] : [],
      jobs: gap === undefined ? [] : [{ kind: 'comfort', dueAt: after(now, gap), payload: next }],
      handles: { job: job.id },
    }
  })
  if (status !== 'nothing') return
  if (again === undefined) await ports.store.jobs.finish(job.id)
  else await ports.store.jobs.postpone(job.id, again)
}

/**
 * Where words would be held until the person writes, signs of life are not kept for then: they
 * would come in one heap.
 */
const mayComfort = ({ flow, access }: CasePorts, state: CaseState, now: Instant): boolean =>
  state.address !== undefined &&
  !state.onPhone &&
  !state.blocked &&
  // Left, and still locked: somebody else may hold the phone.
  !isShut(state) &&
  state.conversation.paused === undefined &&
  !isDiscreet(flow, state.conversation) &&
  !keepsQuiet(flow, access, state, now)
