import type { JobKind } from '../../ports/store/jobs.ts'
import { after, hours, minutes, type Instant } from '../../base/units.ts'
import { deadlineTurns, hintTurns, type Meanings } from './facts.ts'
import type { Severity } from '../../base/severity.ts'
import type { CaseState } from '../../model/state.ts'
import { pageOf, type PageTo, type Targets } from '../../model/targets.ts'

/**
 * The wait that a timer belongs to. A timer whose wait is over, or goes on at another severity,
 * does nothing.
 */
export type WaitMark = { readonly at: Instant; readonly severity: Severity }

/** What a job of kind `page` is for; sealed in it. */
export type PageJob =
  | ({ readonly do: 'page' } & WaitMark)
  /** To the line outside, apart from the page itself: a line that does not answer holds up nobody else. */
  | ({ readonly do: 'raise'; readonly step: number } & WaitMark)
  /** A time limit of the person comes near: the rules look again. */
  | { readonly do: 'look' }

/** What a job of kind `comfort` is for; `n` counts from 0. */
export type ComfortJob = WaitMark & { readonly n: number }

/**
 * Before each sign of life to somebody in danger (bots/amin/README.md, Urgency): one for each of the
 * texts, each time longer. The same comfort again and again sounds like nobody.
 */
export const COMFORT_AFTER = [minutes(3), minutes(5), minutes(10), minutes(15), minutes(20)] as const

/** Between the words to somebody who waits in no danger, each time longer; then only the answer comes. */
export const STILL_AFTER = [hours(2), hours(6), hours(24)] as const

type NewTimer = { readonly kind: JobKind; readonly dueAt: Instant; readonly payload: PageJob | ComfortJob }

export const markOf = (state: CaseState): WaitMark | undefined => state.wait?.marks.at(-1)

export const isSameWait = (state: CaseState, { at, severity }: WaitMark): boolean => {
  const mark = markOf(state)
  return mark !== undefined && mark.at === at && mark.severity === severity
}

/** The next call after `wait.paged` of them. */
export const nextPage = (
  targets: Targets,
  state: CaseState,
): { readonly at: Instant; readonly to: PageTo; readonly step: number } | undefined =>
  state.wait === undefined
    ? undefined
    : { step: state.wait.paged, ...pageOf(targets, state.wait, state.wait.paged) }

/**
 * Timers that begin with what was just decided, in the same commit. None is ever called off: a
 * timer that comes too late finds another wait, or none, and ends there.
 */
export const alarmJobs = (
  { flow, targets }: { readonly flow: Meanings; readonly targets: Targets },
  before: CaseState,
  next: CaseState,
  now: Instant,
): readonly NewTimer[] => {
  const timers: NewTimer[] = []
  const mark = markOf(next)
  const page = nextPage(targets, next)
  const begins = mark !== undefined && !isSameWait(before, mark)
  if (mark !== undefined && page !== undefined && (begins || next.wait?.paged !== before.wait?.paged))
    timers.push({ kind: 'page', dueAt: page.at, payload: { do: 'page', ...mark } })
  if (begins && next.address !== undefined) {
    const first = mark.severity === 'P1' ? COMFORT_AFTER[0] : STILL_AFTER[0]
    timers.push({ kind: 'comfort', dueAt: after(now, first), payload: { ...mark, n: 0 } })
  }
  const turnsOf = (state: CaseState): readonly Instant[] => [
    ...deadlineTurns(flow, state, now),
    ...hintTurns(state, now),
  ]
  const known = new Set<number>(turnsOf(before))
  const open = next.hands.status !== 'closed' && next.hands.status !== 'erased'
  for (const turn of open ? turnsOf(next) : [])
    if (!known.has(turn)) timers.push({ kind: 'page', dueAt: turn, payload: { do: 'look' } })
  return timers
}
