import { backoff } from '../delivery/backoff.ts'
import type { CaseCode } from '../../base/ids.ts'
import type { AlarmCall } from '../../ports/alarm.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import { after, minutes, type Instant, type Ms } from '../../base/units.ts'
import type { WaitMark } from '../../policy/triage/alarm.ts'
import { CROWD, makeCrowds, type Crowd } from './crowd.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { Severity } from '../../base/severity.ts'

/** Up to so many that wait each have a call of their own. */
const FEW = 3
/** Between two calls for many, where somebody is new who is like nobody else. */
const NEWS = minutes(1)
/** Between two calls for the same: growing while nobody comes. */
const FIRST_GAP = minutes(10)
const LAST_GAP = minutes(60)
/** Codes that one call names. */
const NAMED = 20

type Raise = WaitMark & { readonly step: number }
type Told = { codes: ReadonlySet<CaseCode>; at: Instant; gap: Ms }

/**
 * Tells the line outside, until it says that it heard or somebody came. Where more than a few wait,
 * one call is for all of them: it says how many, and is repeated ever more rarely. Who is new and
 * like none of a crowd is called for within a minute all the same. What was called stands in
 * memory: after a start, and for each process, there is one call more.
 */
export type Crier = (job: JobRow, call: Raise) => Promise<void>

export const makeCrier = (ports: Pick<CasePorts, 'store' | 'sealer' | 'clock' | 'alarm'>): Crier => {
  const { store, clock, alarm } = ports
  const crowds = makeCrowds(ports)
  const told = new Map<Severity, Told>()
  /** A call for many is on its way, or failed a moment ago: the others wait for what comes of it. */
  const busy = new Map<Severity, Instant>()

  const single = async (job: JobRow, call: AlarmCall): Promise<void> => {
    const outcome = await alarm?.raise(call)
    if (outcome === 'taken') await store.jobs.finish(job.id)
    else await store.jobs.postpone(job.id, after(clock.now(), backoff(job.attempts)))
  }

  /** Whether it belongs to a crowd of which somebody was called for. */
  const isKnown = (crowd: Crowd, code: CaseCode, before: ReadonlySet<CaseCode>): boolean =>
    crowd.of(code).some(({ codes }) => codes.length >= CROWD && codes.some((one) => before.has(one)))

  const forMany = async (job: JobRow, row: CaseRow, call: AlarmCall, crowd: Crowd): Promise<void> => {
    const now = clock.now()
    const { severity, code } = row
    const wait = busy.get(severity)
    if (wait !== undefined && now < wait) return store.jobs.postpone(job.id, wait)
    const {
      codes: before,
      at,
      gap,
    } = told.get(severity) ?? { codes: new Set<CaseCode>(), at: 0 as Instant, gap: FIRST_GAP }
    const isNews = (one: CaseCode): boolean => !before.has(one) && !isKnown(crowd, one, before)
    const due = after(at, isNews(code) ? NEWS : gap)
    // Its own next page, or another's, asks again.
    if (now < due) return isNews(code) ? store.jobs.postpone(job.id, due) : store.jobs.finish(job.id)
    const codes = crowd.waiting.map((one) => one.code)
    const news = codes.filter(isNews)
    const alike = Math.max(0, ...codes.flatMap((one) => crowd.of(one).map((list) => list.codes.length)))
    busy.set(severity, after(now, NEWS))
    const together = {
      waiting: codes.length,
      fresh: codes.filter((one) => !before.has(one)).length,
      alike,
      codes: [code, ...news].slice(0, NAMED),
    }
    const outcome = await alarm?.raise({
      ...call,
      together: { ...together, codes: [...new Set(together.codes)] },
    })
    if (outcome !== 'taken') {
      const again = after(clock.now(), backoff(job.attempts))
      busy.set(severity, again)
      return store.jobs.postpone(job.id, again)
    }
    busy.delete(severity)
    const longer = (before.size === 0 ? gap : Math.min(LAST_GAP, gap * 2)) as Ms
    told.set(severity, {
      codes: new Set(codes),
      at: now,
      gap: isNews(code) && before.size > 0 ? gap : longer,
    })
    return store.jobs.finish(job.id)
  }

  return async (job, call) => {
    const row = await store.views.byId(job.caseId)
    if (
      row?.waitingSince === undefined ||
      row.waitingSince > call.at ||
      row.severity !== call.severity ||
      alarm === undefined
    )
      return store.jobs.finish(job.id)
    const { code, severity, team, waitingSince } = row
    const crowd = await crowds({ severity: [severity] })
    const own = { code, severity, team, step: call.step, waitingSince }
    if (crowd.waiting.length > FEW) return forMany(job, row, own, crowd)
    told.delete(severity)
    return single(job, own)
  }
}
