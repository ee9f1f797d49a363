import { isHeartbeat } from '../../../bots/heartbeat.ts'
import { isDeepStrictEqual } from 'node:util'
import type { Store } from '../../../core/ports/store/store.ts'
import {
  movedKey,
  type LastingKind,
  type Moved,
  type MovedKind,
  type UnderWayKind,
} from '../../../core/ports/store/transfer.ts'
import type { Instant } from '../../../core/base/units.ts'

const PAGE = 500

export type Ends = { readonly source: Store; readonly target: Store }

/** Names of the leases with which migrations keep each other away; they are of no other use. */
export const LEASE = 'migration'

type Pair<T> = { readonly key: string; readonly ours: T | undefined; readonly theirs: T | undefined }

/** Keys are compared as the engines sort them: by the bytes of their text. */
const compareKeys = (a: string, b: string): number =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))

/** Both ends side by side, by key; both are sorted, so neither is held in memory. */
const pairs = async function* <K extends LastingKind>(
  kind: K,
  { source, target }: Ends,
): AsyncIterable<Pair<Moved[K]>> {
  const [a, b] = [
    source.transfer.read(kind)[Symbol.asyncIterator](),
    target.transfer.read(kind)[Symbol.asyncIterator](),
  ]
  let [ours, theirs] = await Promise.all([a.next(), b.next()])
  while (ours.done !== true || theirs.done !== true) {
    const ourKey = ours.done === true ? undefined : movedKey(kind, ours.value)
    const theirKey = theirs.done === true ? undefined : movedKey(kind, theirs.value)
    const order = ourKey === undefined ? 1 : theirKey === undefined ? -1 : compareKeys(ourKey, theirKey)
    yield {
      key: (order <= 0 ? ourKey : theirKey) ?? '',
      ours: order <= 0 && ours.done !== true ? ours.value : undefined,
      theirs: order >= 0 && theirs.done !== true ? theirs.value : undefined,
    }
    if (order <= 0) ours = await a.next()
    if (order >= 0) theirs = await b.next()
  }
}

export type Change<K extends LastingKind> = {
  readonly add: readonly Moved[K][]
  readonly remove: readonly string[]
  readonly seen: number
}

/** What is to be written, and removed, so that the target has what the source has; a page at a time. */
export const changes = async function* <K extends LastingKind>(
  kind: K,
  ends: Ends,
  isMoved: (record: Moved[K]) => boolean = () => true,
): AsyncIterable<Change<K>> {
  let add: Moved[K][] = []
  let remove: string[] = []
  let seen = 0
  for await (const { key, ours, theirs } of pairs(kind, ends)) {
    const wanted = ours !== undefined && isMoved(ours) ? ours : undefined
    if (wanted !== undefined) seen += 1
    if (wanted !== undefined && !isDeepStrictEqual(wanted, theirs)) add.push(wanted)
    if (wanted === undefined && theirs !== undefined && isMoved(theirs)) remove.push(key)
    if (add.length + remove.length < PAGE) continue
    yield { add, remove, seen }
    add = []
    remove = []
  }
  yield { add, remove, seen }
}

/** A lease that has ended says nothing any more, and who runs here does not run there. */
export const isMovedLease =
  (now: Instant) =>
  ({ name, until }: Moved['lease']): boolean =>
    !name.startsWith(LEASE) && !isHeartbeat(name) && until > now

/** Replaces what is under way, whole. Returns how many there are. */
export const replaceUnderWay = async (kind: UnderWayKind, { source, target }: Ends): Promise<number> => {
  await target.transfer.clear(kind)
  let page: Moved[UnderWayKind][] = []
  let count = 0
  const flush = async (): Promise<void> => {
    await target.transfer.write(kind, page)
    count += page.length
    page = []
  }
  for await (const record of source.transfer.read(kind)) {
    page.push(record)
    if (page.length === PAGE) await flush()
  }
  await flush()
  return count
}

const collect = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** The order that counts is that within a chat. */
const byChat = (
  records: readonly Moved[UnderWayKind][],
): ReadonlyMap<string, readonly Moved[UnderWayKind][]> =>
  Map.groupBy(records, (record) => ('chatKey' in record ? record.chatKey : record.id))

/** The kinds in which the ends differ, with a word about how. */
export const differing = async (ends: Ends, now: Instant): Promise<readonly string[]> => {
  const faults: string[] = []
  const lasting = async <K extends LastingKind>(
    kind: K,
    isMoved?: (record: Moved[K]) => boolean,
  ): Promise<void> => {
    let differ = 0
    for await (const { add, remove } of changes(kind, ends, isMoved)) differ += add.length + remove.length
    if (differ > 0) faults.push(`${kind}: ${differ} records differ`)
  }
  const underWay = async (kind: UnderWayKind): Promise<void> => {
    const [ours, theirs] = await Promise.all([
      collect(ends.source.transfer.read(kind)),
      collect(ends.target.transfer.read(kind)),
    ])
    if (!isDeepStrictEqual(byChat(ours), byChat(theirs)))
      faults.push(`${kind}: ${ours.length} records here, ${theirs.length} in the target`)
  }
  for (const kind of [
    'cause',
    'handled',
    'delivery',
    'chat',
    'view',
    'network',
    'setting',
    'words',
    'leaf',
    'checkpoint',
  ] as const satisfies readonly MovedKind[])
    await lasting(kind)
  await lasting('lease', isMovedLease(now))
  for (const kind of ['waiting', 'outbox', 'job'] as const) await underWay(kind)
  return faults
}
