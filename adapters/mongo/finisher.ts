import { setTimeout } from 'node:timers/promises'
import type { Log } from '../../core/ports/log.ts'
import type { FeedTable } from './feed.ts'
import type { SpreadDoc } from './shapes.ts'
import type { Spread } from './spread.ts'
import type { Tables } from './table.ts'

/**
 * Finishes what a crash interrupted between an entry and what it causes. A living process does that
 * within milliseconds, so another's work is left alone for `graceMs` after it was first seen here;
 * doing it as well would be harmless, but costs.
 */
export type Finisher = {
  /** Resolves when what belongs to a batch is spread, by whomever. */
  readonly ensure: (batch: string) => Promise<void>
  /** Looks at once for everything that is left, and finishes it. */
  readonly sweep: () => Promise<void>
  /** The same, where the last look is a while ago. */
  readonly sweepIfDue: () => Promise<void>
  /** This process has begun a batch; it ends when `work` does. */
  readonly begun: (batch: string, work: Promise<unknown>) => void
  readonly close: () => Promise<void>
}

export type FinisherOptions = {
  readonly graceMs?: number
  /** How often is looked. */
  readonly sweepMs?: number
  /** How old the last look may be when work is claimed. */
  readonly freshMs?: number
}

const GRACE_MS = 500
const SWEEP_MS = 1_000
const LOOK_MS = 10
/**
 * What belongs to no entry is looked at again after this, and thrown away after a day: by then no
 * insert can be under way that it would belong to.
 */
const ORPHAN_LOOK_MS = 60_000
const ORPHAN_AGE_MS = 86_400_000
/** Of finished jobs: how long a late write is guarded against. */
const FINISHED_AGE_MS = 86_400_000
const CLEAN_MS = 3_600_000

export const makeFinisher = (
  { entry, spread: batches, finished }: Tables,
  { spread, feed }: { readonly spread: Spread; readonly feed: FeedTable },
  {
    graceMs = GRACE_MS,
    sweepMs = SWEEP_MS,
    freshMs = sweepMs,
    log,
  }: FinisherOptions & { readonly log?: Log | undefined },
): Finisher => {
  const ours = new Map<string, Promise<unknown>>()
  /** Batches of others: when they were first seen, on this process's own clock. */
  const seen = new Map<string, number>()
  const orphans = new Map<string, number>()
  let lastSweep = -Infinity
  let lastClean = performance.now()
  let sweeping: Promise<void> | undefined
  let closed = false

  const old = (batch: string): boolean => {
    const since = seen.get(batch) ?? performance.now()
    seen.set(batch, since)
    return performance.now() - since >= graceMs
  }

  const forget = (batch: string): void => {
    seen.delete(batch)
    orphans.delete(batch)
  }

  const finish = async (doc: SpreadDoc): Promise<void> => {
    const entries = await entry.byIds(
      doc.commits.map(({ entryId }) => entryId),
      ['batch'],
    )
    const stands = ({ entryId }: { readonly entryId: string }): boolean =>
      entries.get(entryId)?.batch === doc._id
    const open = doc.commits.filter(({ entryId }) => !entries.has(entryId))
    await feed.catchUp()
    await spread(doc._id, doc.commits.filter(stands))
    if (doc.commits.some(stands))
      log?.warn('what a process had left undone was finished', { count: doc.commits.filter(stands).length })
    // No entry is there: its insert may still come, and then its process or another finishes it.
    if (open.length > 0 && Date.now() - doc.born < ORPHAN_AGE_MS) {
      orphans.set(doc._id, performance.now())
      if (open.length < doc.commits.length) await batches.change(doc._id, { $set: { commits: open } })
      return
    }
    await batches.drop([doc._id])
    forget(doc._id)
  }

  const ensure = async (batch: string): Promise<void> => {
    for (;;) {
      const work = ours.get(batch)
      if (work !== undefined) {
        await work.catch(() => undefined)
        continue
      }
      const doc = await batches.byId(batch)
      if (doc === undefined) return forget(batch)
      if (old(batch)) return finish(doc)
      await setTimeout(Math.min(LOOK_MS, graceMs))
    }
  }

  const clean = async (): Promise<void> => {
    if (performance.now() - lastClean < CLEAN_MS) return
    lastClean = performance.now()
    await finished.dropWhere({ at: { $lt: Date.now() - FINISHED_AGE_MS } })
  }

  const look = async (): Promise<void> => {
    const ids = (await batches.find({}, { fields: [] })).map(({ _id }) => _id)
    const there = new Set(ids)
    for (const batch of seen.keys()) if (!there.has(batch)) forget(batch)
    for (const batch of ids) {
      const rested = performance.now() - (orphans.get(batch) ?? -Infinity) >= ORPHAN_LOOK_MS
      if (ours.has(batch) || !rested || !old(batch)) continue
      const doc = await batches.byId(batch)
      if (doc !== undefined) await finish(doc)
    }
    await clean()
    lastSweep = performance.now()
  }

  const sweep = (): Promise<void> => {
    sweeping ??= look().finally(() => (sweeping = undefined))
    return sweeping
  }

  const timer = setInterval(() => {
    // Away: what the store is for will say so; here the next look does.
    if (!closed)
      sweep().catch((error: unknown) => log?.debug('a look for work left undone failed', { error }))
  }, sweepMs).unref()

  return {
    ensure,
    sweep,
    sweepIfDue: async () => {
      if (performance.now() - lastSweep >= freshMs) await sweep()
    },
    begun: (batch, work) => {
      ours.set(batch, work)
      const end = (): void => void ours.delete(batch)
      work.then(end, end)
    },
    close: async () => {
      closed = true
      clearInterval(timer)
      await sweeping?.catch(() => undefined)
    },
  }
}
