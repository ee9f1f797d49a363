import type { Feed, FeedItem } from '../../core/ports/store/feed.ts'
import type { Instant } from '../../core/base/units.ts'
import { Failure } from '../../core/base/failure.ts'
import type { Mongo } from './connection.ts'
import { makeGroup } from './group.ts'
import type { Stamp } from './order.ts'
import type { FeedDoc } from './shapes.ts'
import type { Table } from './table.ts'
import { makeWaker } from './wake.ts'

type Item = Omit<FeedItem, 'position'>
/** What is told once: of one key all items, however often and by whom it is asked. */
export type News = { readonly key: string; readonly items: readonly Item[] }

export type FeedTable = {
  readonly port: Feed
  /** Resolves when it can be read. Wakes who listens in this process. */
  readonly tell: (news: News) => Promise<void>
  /** Raises the stamp above every number that was given before what the feed tells by now. */
  readonly catchUp: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Positions of a run: its number times this, plus the place of the item. A run has fewer items. */
const RUN = 1024
const GROUP_MAX = 64
const DIGITS = 12
const PRUNE_PAGE = 200

const runId = (no: number): string => String(no).padStart(DIGITS, '0')
const noOf = (doc: Pick<FeedDoc, '_id'>): number => Number(doc._id)
const position = (doc: FeedDoc, i: number): number => noOf(doc) * RUN + doc.from + i
const same = (a: Item, b: Item): boolean => a.caseId === b.caseId && a.seq === b.seq

/**
 * Runs are numbered without holes: a run is inserted under the number after the newest, and where
 * that is taken, under the next. So none becomes visible after a higher one, whichever process made
 * it. The newest run is never removed, so no number is given twice.
 */
export const makeFeed = (mongo: Mongo, table: Table<FeedDoc>, stamp: Stamp): FeedTable => {
  const { server } = mongo
  /** The highest number known to exist; the stamp is above that of its run. */
  let newest: number | undefined

  const saw = (doc: FeedDoc): number => {
    stamp.raise(doc.stamp)
    return (newest = Math.max(newest ?? 0, noOf(doc)))
  }
  const newestByIndex = async (): Promise<number> => {
    const [doc] = await table.find({}, { fields: ['stamp'], sort: { _id: -1 }, limit: 1 })
    return doc === undefined ? (newest ??= 0) : saw(doc)
  }
  const newestNo = async (): Promise<number> => {
    if (newest === undefined || server.indexed) return newestByIndex()
    for (;;) {
      const doc: FeedDoc | undefined = await table.byId(runId(newest + 1))
      if (doc === undefined) return newest
      saw(doc)
    }
  }

  /** What of these items a run of their key does not tell. What was pruned from it was told. */
  const untold = (items: readonly Item[], told: FeedDoc): readonly Item[] =>
    told.from > 0 ? [] : items.filter((item) => !told.items.some((other) => same(item, other)))

  /**
   * The first of `waiting` was refused, for its number or its key is taken. Returns what is still
   * to be told.
   */
  const afterRefusal = async (waiting: readonly News[], no: number): Promise<readonly News[]> => {
    const [news, ...rest] = waiting
    if (news === undefined) return waiting
    const there = await table.byId(runId(no + 1))
    if (there !== undefined) saw(there)
    if (there !== undefined && there.key !== news.key) return waiting
    const told = there ?? (await table.find({ key: news.key }, { limit: 1 }))[0]
    const left = told === undefined ? news.items : untold(news.items, told)
    const again =
      left.length === 0 ? [] : [{ key: told === undefined ? news.key : `${news.key}+`, items: left }]
    return [...again, ...rest]
  }

  const tellTogether = async (all: readonly News[]): Promise<readonly true[]> => {
    newest ??= await newestNo()
    for (let waiting = all; waiting.length > 0;) {
      const from: number = newest
      const docs = waiting.map(({ key, items }, i): FeedDoc => ({
        _id: runId(from + 1 + i),
        key,
        stamp: stamp.next(),
        count: items.length,
        from: 0,
        items,
      }))
      const inserted = await table.insertInOrder(docs)
      newest = Math.max(newest, from + inserted)
      waiting = waiting.slice(inserted)
      if (waiting.length > 0) waiting = await afterRefusal(waiting, from + inserted)
    }
    waker.told(newest)
    return all.map(() => true)
  }
  const group = makeGroup(tellTogether, { max: GROUP_MAX })

  const waker = makeWaker(mongo, newestNo, () => newest ?? 0)

  /**
   * Runs from a number on. Numbers have no holes, so one by one they are found where no index gives
   * a range.
   */
  const runsFrom = async (no: number, limit: number): Promise<readonly FeedDoc[]> => {
    const byRange = (): Promise<readonly FeedDoc[]> =>
      table.find({ _id: { $gte: runId(no) } }, { sort: { _id: 1 }, limit })
    if (server.indexed || no === 0) return byRange()
    const runs: FeedDoc[] = []
    for (let next = no; runs.length < limit; next++) {
      const doc = await table.byId(runId(next))
      if (doc !== undefined) runs.push(doc)
      else if (next > no) return runs
      // The first is not there: it was pruned, or is to come.
      else if (next <= (newest ?? Infinity)) return byRange()
      else return runs
    }
    return runs
  }

  const prune = async (before: Instant): Promise<void> => {
    for (let after = ''; ;) {
      const runs = await table.find({ _id: { $gt: after } }, { sort: { _id: 1 }, limit: PRUNE_PAGE })
      const head = await newestNo()
      const edge = runs.findIndex((run) => noOf(run) === head || run.items.some((item) => item.at >= before))
      const old = edge === -1 ? runs : runs.slice(0, edge)
      if (old.length > 0) await table.drop(old.map(({ _id }) => _id))
      const run = edge === -1 ? undefined : runs[edge]
      if (run !== undefined) {
        const young = run.items.findIndex((item) => item.at >= before)
        const cut = young === -1 ? run.items.length : young
        if (cut > 0)
          await table.change(run._id, { $set: { items: run.items.slice(cut), from: run.from + cut } })
        return
      }
      const last = runs.at(-1)
      if (last === undefined) return
      after = last._id
    }
  }

  const head = async (): Promise<number> => {
    const no = await newestNo()
    if (no === 0) return 0
    const doc = await table.byId(runId(no))
    if (doc === undefined) throw new Failure('store_broken', 'the newest run of the feed is gone')
    return no * RUN + doc.count - 1
  }

  const port: Feed = {
    read: async (after, limit) => {
      if (limit <= 0) return []
      const runs = await runsFrom(Math.max(0, Math.floor(after / RUN)), limit + 1)
      return runs
        .flatMap((run) => run.items.map((item, i) => ({ position: position(run, i), ...item })))
        .filter((item) => item.position > after)
        .slice(0, limit)
    },
    head,
    floor: async () => {
      const [oldest] = await table.find({}, { sort: { _id: 1 }, limit: 1 })
      // Of the newest run all may be pruned; then others may have come after it.
      return oldest === undefined ? 0 : position(oldest, 0) - 1
    },
    subscribe: (wake) => waker.subscribe(wake),
    prune,
  }
  return {
    port,
    catchUp: async () => void (await newestNo()),
    tell: async (news) => void (news.items.length > 0 && (await group.ask(news))),
    close: async () => {
      await group.idle()
      await waker.close()
    },
  }
}
