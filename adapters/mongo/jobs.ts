import type { JobId } from '../../core/base/ids.ts'
import type { Claim } from '../../core/ports/store/claim.ts'
import type { JobRow, Jobs, NewJob } from '../../core/ports/store/jobs.ts'
import type { Instant } from '../../core/base/units.ts'
import type { Claims } from './claims.ts'
import { makeTurns } from './group.ts'
import type { Stamp } from './order.ts'
import { jobIdOf, keyOf, placeOf } from './place.ts'
import { inRounds } from './rounds.ts'
import type { JobDoc } from './shapes.ts'
import type { Tables } from './table.ts'

export type JobTable = {
  readonly port: Jobs
  readonly add: (jobs: readonly NewJob[]) => Promise<void>
  /** Ends jobs; unknown ones are passed over. */
  readonly finish: (ids: readonly JobId[]) => Promise<void>
  /** Makes jobs ready at their due time, whatever claim they were under. */
  readonly free: (keys: readonly string[]) => Promise<void>
}

const earliest = (times: readonly (number | undefined)[]): Instant | undefined => {
  const known = times.filter((time) => time !== undefined)
  return known.length === 0 ? undefined : (Math.min(...known) as Instant)
}

const toRow = ({ _id, kind, caseId, dueAt, sealed, attempts }: JobDoc): readonly JobRow[] => {
  const place = placeOf(_id)
  return place === undefined ? [] : [{ id: jobIdOf(place), kind, caseId, dueAt, sealed, attempts }]
}

/**
 * A job waits as long as its document is there. To finish it is to insert its key under `finished`,
 * then to remove it, like an inbox row.
 */
export const makeJobs = (
  { job, finished }: Tables,
  claims: Claims,
  stamp: Stamp,
  sweep: () => Promise<void>,
): JobTable => {
  const inTurn = makeTurns()

  const finish = async (ids: readonly JobId[]): Promise<void> => {
    const found = await job.byIds(
      ids.flatMap((id) => keyOf(id) ?? []),
      ['dueAt'],
    )
    if (found.size === 0) return
    const keys = [...found.keys()]
    await finished.insert(keys.map((key) => ({ _id: key, at: Date.now() })))
    await Promise.all([job.drop(keys), claims.end('job', keys)])
  }

  /** Of jobs that we hold, those that are still to be done, with this attempt counted. */
  const begin = async (keys: readonly string[], { owner, now, until }: Claim): Promise<readonly JobRow[]> => {
    const [docs, over] = await Promise.all([job.byIds(keys), finished.byIds(keys)])
    if (over.size > 0) await job.drop([...over.keys()])
    const due = keys
      .flatMap((key) => (over.has(key) ? [] : (docs.get(key) ?? [])))
      .filter(({ readyAt }) => readyAt <= now)
    const begun = new Set(due.map(({ _id }) => _id))
    const left = keys.filter((key) => !begun.has(key))
    await Promise.all([
      job.changeMany(
        due.map(({ _id }) => ({ id: _id, change: { $set: { readyAt: until }, $inc: { attempts: 1 } } })),
      ),
      claims.release('job', left, owner),
    ])
    return due.flatMap((doc) => toRow({ ...doc, attempts: doc.attempts + 1 }))
  }

  const free = async (keys: readonly string[]): Promise<void> => {
    const docs = await job.byIds(keys, ['dueAt'])
    await job.changeMany(
      [...docs.values()].map(({ _id, dueAt }) => ({ id: _id, change: { $set: { readyAt: dueAt } } })),
    )
  }

  const claim: Jobs['claim'] = async (claim, limit) => {
    await sweep()
    await claims.recover()
    const passed = new Set<string>()
    return inRounds(limit, async (room) => {
      const unseen = passed.size === 0 ? {} : { _id: { $nin: [...passed] } }
      const looks = { fields: ['readyAt'], sort: { readyAt: 1, order: 1 }, limit: room } as const
      const keys = (await job.find({ readyAt: { $lte: claim.now }, ...unseen }, looks)).map(({ _id }) => _id)
      if (keys.length === 0) return undefined
      for (const key of keys) passed.add(key)
      return claims.begin(
        'job',
        keys.map((key) => ({ key })),
        claim,
        (ours) => begin([...ours], claim),
        (ours) => free([...ours]),
      )
    })
  }

  const port: Jobs = {
    claim: (asked, limit) => inTurn(() => claim(asked, limit)),
    finish: (id) => finish([id]),
    postpone: async (id, dueAt) => {
      const key = keyOf(id)
      if (key === undefined) return
      await job.change(key, { $set: { dueAt, readyAt: dueAt } })
      await claims.end('job', [key])
    },
    nextDue: async () => {
      const held = await claims.held('job')
      const keys = [...held.keys()]
      const [[first], claimed] = await Promise.all([
        job.find(keys.length === 0 ? {} : { _id: { $nin: keys } }, {
          fields: ['readyAt'],
          sort: { readyAt: 1 },
          limit: 1,
        }),
        job.byIds(keys, ['readyAt']),
      ])
      // A claim whose taker died before it was written in the job holds it all the same.
      return earliest([
        first?.readyAt,
        ...[...claimed.values()].map(({ _id, readyAt }) => Math.max(readyAt, held.get(_id) ?? 0)),
      ])
    },
    depth: async () => {
      const [count, [first]] = await Promise.all([
        job.count(),
        job.find({}, { fields: ['dueAt'], sort: { dueAt: 1 }, limit: 1 }),
      ])
      return first === undefined ? { waiting: 0 } : { waiting: count, oldest: first.dueAt }
    },
  }

  return {
    port,
    free,
    finish: (ids) => (ids.length === 0 ? Promise.resolve() : finish(ids)),
    add: async (jobs) => {
      await job.insert(
        jobs.flatMap(({ id, ...each }) => {
          const key = keyOf(id)
          return key === undefined
            ? []
            : [{ _id: key, ...each, order: stamp.next(), readyAt: each.dueAt, attempts: 0 }]
        }),
      )
    },
  }
}
