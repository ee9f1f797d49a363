import { isDeepStrictEqual } from 'node:util'
import { readHeader, verifyChain } from '../../../core/model/entry.ts'
import type { CaseId, ObjectId, Sha256Hex } from '../../../core/base/ids.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Store } from '../../../core/ports/store/store.ts'
import type { Entry, SealedObject } from '../../../core/ports/store/ledger.ts'
import type { Head, OpenRow, Span } from '../../../core/ports/store/transfer.ts'
import { Refusal, refuseFaults } from './refusal.ts'

/** Entries read and written at once. */
const PAGE = 500

/** How far each chain reaches, by case, sorted. */
export type Reach = ReadonlyMap<CaseId, number>
export type Ledgers = { readonly source: Store; readonly target: Store }
type Show = (text: string) => void

const headsOf = async (store: Store): Promise<readonly Head[]> => {
  const heads: Head[] = []
  for await (const head of store.transfer.heads()) heads.push(head)
  return heads
}

/** Throws a `Refusal` where a chain of the source has a gap: what comes after it would be left behind. */
export const readReach = async (store: Store): Promise<Reach> => {
  const heads = await headsOf(store)
  refuseFaults(
    heads
      .filter(({ seq, entries }) => seq !== entries)
      .map(({ caseId, seq }) => `case ${caseId} entry ${seq + 1}: gap`),
    'entries are missing in the store itself; amin verify --store says what',
  )
  return new Map(heads.map(({ caseId, seq }) => [caseId, seq]))
}

/** What comes, a page at a time. */
const pagesOf = async function* (entries: AsyncIterable<Entry>): AsyncIterable<readonly Entry[]> {
  let page: Entry[] = []
  for await (const entry of entries) {
    page.push(entry)
    if (page.length < PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** Entries of one case after the other, together. */
const chainsOf = async function* (entries: AsyncIterable<Entry>): AsyncIterable<readonly Entry[]> {
  let chain: Entry[] = []
  for await (const entry of entries) {
    if (chain[0] !== undefined && chain[0].caseId !== entry.caseId) {
      yield chain
      chain = []
    }
    chain.push(entry)
  }
  if (chain.length > 0) yield chain
}

/** Two walks over the same cases, side by side; one of them may lack some. */
const sideBySide = async function* (
  ids: Iterable<CaseId>,
  ends: readonly [AsyncIterable<Entry>, AsyncIterable<Entry>],
): AsyncIterable<readonly [caseId: CaseId, ours: readonly Entry[], theirs: readonly Entry[]]> {
  const [a, b] = [chainsOf(ends[0])[Symbol.asyncIterator](), chainsOf(ends[1])[Symbol.asyncIterator]()]
  let [ours, theirs] = await Promise.all([a.next(), b.next()])
  for (const caseId of ids) {
    const [here, there] = [
      ours.done !== true && ours.value[0]?.caseId === caseId,
      theirs.done !== true && theirs.value[0]?.caseId === caseId,
    ]
    yield [caseId, here ? ours.value : [], there ? theirs.value : []]
    if (here) ours = await a.next()
    if (there) theirs = await b.next()
  }
}

/**
 * How far the chains of the target reach. Throws a `Refusal` where it holds what the source does
 * not: another Amin's cases, or this one's own life after an earlier migration.
 */
export const checkTarget = async ({ source, target }: Ledgers, reach: Reach): Promise<Reach> => {
  const heads = await headsOf(target)
  const strange = heads.filter(({ caseId }) => !reach.has(caseId))
  if (strange.length > 0)
    throw new Refusal(
      `the target holds ${strange.length} cases that this store does not have: they are another Amin's, or newer ones`,
    )
  const ahead = heads.filter(({ caseId, seq }) => seq > (reach.get(caseId) ?? 0))
  if (ahead.length > 0)
    throw new Refusal(`the target is ahead of this store in ${ahead.length} cases: Amin has run on it since`)
  const spans = heads
    .filter(({ seq }) => seq > 0)
    .map(({ caseId, seq }) => ({ caseId, after: seq - 1, to: seq }))
  const ids = spans.map(({ caseId }) => caseId)
  for await (const [caseId, ours, theirs] of sideBySide(ids, [
    source.transfer.readEntries(spans),
    target.transfer.readEntries(spans),
  ]))
    if (!isDeepStrictEqual(ours, theirs))
      throw new Refusal(`case ${caseId} entry ${ours[0]?.seq}: the target holds another entry`)
  return new Map(heads.map(({ caseId, seq }) => [caseId, seq]))
}

/**
 * What follows the entries of each case that may go first, in an order that keeps the open rows of
 * a chat in theirs.
 */
const heldSpans = (
  open: readonly OpenRow[],
  first: ReadonlyMap<CaseId, number>,
  reach: Reach,
  there: Reach,
): readonly Span[] => {
  const done = new Map([...first].map(([caseId, seq]) => [caseId, Math.max(seq - 1, there.get(caseId) ?? 0)]))
  const spans: Span[] = []
  const goTo = (caseId: CaseId, to: number): void => {
    const after = done.get(caseId) ?? 0
    if (to <= after) return
    spans.push({ caseId, after, to })
    done.set(caseId, to)
  }
  for (const { caseId, seq } of open) goTo(caseId, Math.min(seq, reach.get(caseId) ?? 0))
  for (const caseId of first.keys()) goTo(caseId, reach.get(caseId) ?? 0)
  return spans
}

/**
 * Copies the entries that the target lacks. An engine may number them as they come, and say the
 * open rows of a chat in that order, whatever cases they are of. So a case waits from its first
 * entry with an open row on: those entries go last, in the order of the rows, and only when the
 * source rests (`all`). Returns how many were copied.
 */
export const copyEntries = async (
  { source, target }: Ledgers,
  reach: Reach,
  there: Reach,
  { open, all, show }: { readonly open: readonly OpenRow[]; readonly all: boolean; readonly show: Show },
): Promise<number> => {
  const first = new Map<CaseId, number>()
  for (const { caseId, seq } of open) first.set(caseId, Math.min(seq, first.get(caseId) ?? Infinity))
  const free = [...reach].map(([caseId, seq]) => ({
    caseId,
    after: there.get(caseId) ?? 0,
    to: Math.min(seq, (first.get(caseId) ?? Infinity) - 1),
  }))
  const total = [...reach].reduce((sum, [caseId, seq]) => sum + seq - (there.get(caseId) ?? 0), 0)
  let copied = 0
  const spans = [...free, ...(all ? heldSpans(open, first, reach, there) : [])].filter(
    ({ after, to }) => to > after,
  )
  for await (const entries of pagesOf(source.transfer.readEntries(spans))) {
    const differing = await target.transfer.writeEntries(entries)
    refuseFaults(
      differing.map(({ caseId, seq }) => `case ${caseId} entry ${seq}: the target holds another entry`),
      'entries never change: nothing was replaced',
    )
    copied += entries.length
    show(`entries: ${copied} of ${total}`)
  }
  return copied
}

export type Verified = {
  readonly entries: number
  /** Over one line a case, sorted: `<caseId> <seq> <hash>`. */
  readonly heads: Sha256Hex
  /** Objects that entries of cases that were not erased commit to. */
  readonly objects: ReadonlyMap<ObjectId, SealedObject>
  /** Of chains whose entries are the same at both ends: the store itself has them. */
  readonly faults: readonly string[]
}

const isErased = (hasher: Hasher, chain: readonly Entry[]): boolean => {
  const last = chain.at(-1)
  return last !== undefined && readHeader(hasher, last.header)?.kinds.includes('case_erased') === true
}

/**
 * Compares every entry of both ends, byte by byte, and checks every chain of the target. Throws a
 * `Refusal` with a line for each that differs.
 */
export const verifyLedgers = async (
  { source, target }: Ledgers,
  reach: Reach,
  hasher: Hasher,
  show: Show,
): Promise<Verified> => {
  const faults: string[] = []
  const inherited: string[] = []
  const heads = hasher.stream()
  const objects = new Map<ObjectId, SealedObject>()
  let entries = 0
  const there = await headsOf(target)
  for (const { caseId, entries: count } of there)
    if (count !== reach.get(caseId))
      faults.push(`case ${caseId}: the target holds ${count} entries, this store ${reach.get(caseId) ?? 0}`)

  const verifyCase = (caseId: CaseId, ours: readonly Entry[], theirs: readonly Entry[]): void => {
    if (ours.length !== theirs.length) faults.push(`case ${caseId}: entries are missing`)
    theirs.forEach((entry, i) => {
      if (!isDeepStrictEqual(entry, ours[i])) faults.push(`case ${caseId} entry ${entry.seq}: differs`)
    })
    for (const { seq, fault } of verifyChain(hasher, caseId, theirs))
      inherited.push(`case ${caseId} entry ${seq}: ${fault}`)
    const last = theirs.at(-1)
    heads.update(`${caseId} ${last?.seq ?? 0} ${last?.hash ?? ''}\n`)
    entries += theirs.length
    if (isErased(hasher, theirs)) return
    for (const { header } of theirs)
      for (const object of readHeader(hasher, header)?.objects ?? []) objects.set(object.id, object)
  }

  let cases = 0
  const spans = [...reach].map(([caseId, to]) => ({ caseId, after: 0, to }))
  for await (const chains of sideBySide(reach.keys(), [
    source.transfer.readEntries(spans),
    target.transfer.readEntries(spans),
  ])) {
    verifyCase(...chains)
    cases += 1
    show(`verified: ${cases} of ${reach.size} cases, ${entries} entries`)
  }
  refuseFaults(faults, 'the ledgers of the target do not hold')
  return { entries, heads: heads.digest(), objects, faults: inherited }
}
