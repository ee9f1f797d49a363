import { randomBytes } from 'node:crypto'
import { isFailure } from '../../core/base/failure.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Commit, Entry, Ledger } from '../../core/ports/store/ledger.ts'
import type { Mongo } from './connection.ts'
import type { Finisher } from './finisher.ts'
import { makeGroup } from './group.ts'
import type { Stamp } from './order.ts'
import { entryKey } from './place.ts'
import type { EntryDoc } from './shapes.ts'
import { effectsOf, handle, type Parts, type Spread } from './spread.ts'
import type { Tables } from './table.ts'

type Outcome = 'done' | 'conflict' | 'repeated'

const GROUP_MAX = 128
/** Bounds the document that carries what a group causes; a document may have 16 MiB. */
const GROUP_BYTES = 4_194_304
/** Groups under way at once: while one is being spread, the next is inserted. */
const LANES = 2
const CASES_PAGE = 500
/** Cases whose newest entry is remembered. */
const REMEMBERED = 20_000
/** Where no index gives a range, entries are looked for one by one, so many at a time at most. */
const STRIDES = [1, 4, 16, 32] as const
/**
 * An insert whose answer was lost is asked again so often; what it did the first time is known by
 * its batch.
 */
const INSERTS = 2

type LedgerParts = {
  readonly parts: Parts
  readonly spread: Spread
  readonly finisher: Finisher
  readonly stamp: Stamp
  readonly log?: Log | undefined
}

export type LedgerTable = { readonly port: Ledger; readonly idle: () => Promise<void> }

const weigh = ({ outbox, jobs, view, entry }: Commit): number =>
  [entry, ...(view === undefined ? [] : [view]), ...outbox, ...jobs].reduce(
    (sum, { sealed }) => sum + sealed.length,
    1024,
  )

/** What is given is apart from what is made up. */
const causeOf = ({ entry, cause }: Commit): string =>
  cause === undefined ? `~${entryKey(entry.caseId, entry.seq)}` : `=${cause}`

const toDoc = (commit: Commit, batch: string): EntryDoc => {
  const { caseId, seq, header, sealed, prev, hash } = commit.entry
  const first = seq === 1 ? { first: caseId } : {}
  return {
    _id: entryKey(caseId, seq),
    caseId,
    seq,
    header,
    sealed,
    prev,
    hash,
    cause: causeOf(commit),
    batch,
    ...first,
  }
}

const toEntry = ({ caseId, seq, header, sealed, prev, hash }: EntryDoc): Entry => ({
  caseId,
  seq,
  header,
  sealed,
  prev,
  hash,
})

/**
 * A commit is done when its entry is inserted: its `_id` is the place in the chain and its cause is
 * unique, so of several the server takes one. What the entry causes is written down before (spread
 * documents, one for a group), carried out after, then removed. Entry n + 1 is inserted only when
 * all that entry n causes is spread, so what follows from a case's entries comes in their order.
 */
export const makeLedger = (
  { server }: Mongo,
  { entry: entries, spread: batches }: Tables,
  { parts, spread, finisher, stamp, log }: LedgerParts,
): LedgerTable => {
  /**
   * The highest entry of a case that is known to be there, all spread. Entries never go, so this is
   * never too high.
   */
  const known = new Map<CaseId, number>()
  const leftovers = new Set<Promise<void>>()

  const note = (caseId: CaseId, seq: number): void => {
    const highest = Math.max(seq, known.get(caseId) ?? 0)
    known.delete(caseId)
    known.set(caseId, highest)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
  }

  /** Whether the entry before is there, and what it causes is spread. */
  const stands = async (
    { entry: { caseId, seq } }: Commit,
    before: ReadonlyMap<string, EntryDoc>,
  ): Promise<boolean> => {
    if (seq === 1 || (known.get(caseId) ?? 0) >= seq - 1) return true
    const doc = before.get(entryKey(caseId, seq - 1))
    if (doc === undefined) return false
    await finisher.ensure(doc.batch)
    note(caseId, seq - 1)
    return true
  }

  /** Those that may be inserted: nothing says that they have lost. */
  const contenders = async (commits: readonly Commit[]): Promise<readonly Commit[]> => {
    const unknown = commits.filter(
      ({ entry: { caseId, seq } }) => seq > 1 && (known.get(caseId) ?? 0) < seq - 1,
    )
    const before = await entries.byIds(
      unknown.map(({ entry: { caseId, seq } }) => entryKey(caseId, seq - 1)),
      ['batch'],
    )
    const standing = await Promise.all(commits.map((commit) => stands(commit, before)))
    return commits.filter(
      ({ entry: { caseId, seq } }, i) => standing[i] === true && (known.get(caseId) ?? 0) < seq,
    )
  }

  /**
   * Inserts; returns the batch's own entries. Where the answer is lost the same is asked again:
   * what is there then of this batch was inserted before.
   */
  const insert = async (commits: readonly Commit[], batch: string): Promise<readonly Commit[]> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const refused = await entries.insert(commits.map((commit) => toDoc(commit, batch)))
        const keyed = (commit: Commit): string => entryKey(commit.entry.caseId, commit.entry.seq)
        const there =
          attempt === 1 ? new Map<string, EntryDoc>() : await entries.byIds([...refused], ['batch'])
        return commits.filter(
          (commit) => !refused.has(keyed(commit)) || there.get(keyed(commit))?.batch === batch,
        )
      } catch (error) {
        if (attempt === INSERTS || !isFailure(error, 'store_unavailable')) throw error
      }
    }
  }

  /**
   * Of commits that were not inserted: whether each is a repeat, or has lost its place. Where
   * neither can be seen yet (what refused it is not with a majority) it has lost: who decides again
   * will see.
   */
  const explain = async (commits: readonly Commit[]): Promise<ReadonlyMap<Commit, Outcome>> => {
    const causes = commits.filter(({ cause }) => cause !== undefined).map(causeOf)
    const found =
      causes.length === 0
        ? []
        : await entries.find({ cause: { $in: causes } }, { fields: ['cause', 'batch'] })
    const batchOf = new Map(found.map(({ cause, batch }) => [cause, batch]))
    const repeats = commits.filter((commit) => batchOf.has(causeOf(commit)))
    await Promise.all([
      handle(parts, repeats),
      ...[...new Set(batchOf.values())].map((batch) => finisher.ensure(batch)),
    ])
    const repeated = new Set(repeats)
    return new Map(commits.map((commit) => [commit, repeated.has(commit) ? 'repeated' : 'conflict']))
  }

  const write = async (commits: readonly Commit[], batch: string): Promise<readonly Commit[]> => {
    const effects = new Map(commits.map((commit) => [commit, effectsOf(commit, stamp)]))
    await Promise.all([
      parts.feed.catchUp(),
      batches.insert([{ _id: batch, born: Date.now(), commits: [...effects.values()] }]),
    ])
    const won = await insert(commits, batch)
    try {
      await spread(
        batch,
        won.flatMap((commit) => effects.get(commit) ?? []),
      )
    } catch (error) {
      if (!isFailure(error, 'store_unavailable')) throw error
      // The entries are there, and what they cause is written down: it is carried out when the
      // server is back. To say that the commit failed would make the caller decide, and speak,
      // twice.
      log?.warn('entries are kept, what they cause comes later', { count: won.length, error })
      return won
    }
    for (const { entry } of won) note(entry.caseId, entry.seq)
    // Nobody waits for this: until it is gone it tells others only that there may be something to finish.
    const leaving = batches
      .drop([batch])
      .catch(() => undefined)
      .finally(() => leftovers.delete(leaving))
    leftovers.add(leaving)
    return won
  }

  const commitTogether = async (commits: readonly Commit[]): Promise<readonly Outcome[]> => {
    const running = await contenders(commits)
    const batch = randomBytes(12).toString('hex')
    const work = running.length === 0 ? Promise.resolve([]) : write(running, batch)
    finisher.begun(batch, work)
    const won = new Set(await work)
    const lost = await explain(commits.filter((commit) => !won.has(commit)))
    return commits.map((commit) => lost.get(commit) ?? 'done')
  }

  const group = makeGroup(commitTogether, {
    max: GROUP_MAX,
    weigh,
    maxWeight: GROUP_BYTES,
    lanes: LANES,
    keyOf: ({ entry }) => entry.caseId,
  })

  /** The end of every id of a case, as '/' follows '.'. */
  const byRange = (caseId: CaseId, afterSeq: number): Promise<readonly EntryDoc[]> =>
    entries.find({ _id: { $gt: entryKey(caseId, afterSeq), $lt: `${caseId}/` } }, { sort: { _id: 1 } })

  const oneByOne = async (caseId: CaseId, afterSeq: number): Promise<readonly EntryDoc[]> => {
    const found: EntryDoc[] = []
    for (let stride = 0; ; stride++) {
      const count = STRIDES[stride] ?? 32
      const keys = Array.from({ length: count }, (_, i) => entryKey(caseId, afterSeq + found.length + 1 + i))
      const docs = await entries.byIds(keys)
      const end = keys.findIndex((key) => !docs.has(key))
      found.push(...keys.slice(0, end === -1 ? count : end).flatMap((key) => docs.get(key) ?? []))
      if (end !== -1) return found
    }
  }

  const chain = server.indexed ? byRange : oneByOne

  const port: Ledger = {
    commit: (commit) => group.ask(commit),
    read: async (caseId, afterSeq = 0) => {
      const docs = await chain(caseId, afterSeq)
      const last = docs.at(-1)
      if (last !== undefined && (known.get(caseId) ?? 0) < last.seq) {
        await finisher.ensure(last.batch)
        note(caseId, last.seq)
      }
      return docs.map(toEntry)
    },
    cases: async function* () {
      for (let after = ''; ;) {
        const page = await entries.find(
          { first: { $gt: after } },
          { fields: ['caseId'], sort: { first: 1 }, limit: CASES_PAGE },
        )
        for (const { caseId } of page) yield caseId
        const last = page.at(-1)
        if (last === undefined) return
        after = last.caseId
      }
    },
  }
  return {
    port,
    idle: async () => {
      await group.idle()
      await Promise.all(leftovers)
    },
  }
}
