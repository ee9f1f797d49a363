import { isDeepStrictEqual } from 'node:util'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Sha256Hex } from '../../../core/base/ids.ts'
import type { LastingKind, Moved, OpenRow } from '../../../core/ports/store/transfer.ts'
import type { Instant } from '../../../core/base/units.ts'
import { copyKeys, differingKeys } from './keys.ts'
import { checkTarget, copyEntries, readReach, verifyLedgers } from './ledgers.ts'
import { copyObjects, verifyObjects, type ObjectCounts } from './objects.ts'
import { checkPeople, copyPeople, differingPeople } from './people.ts'
import { changes, differing, isMovedLease, replaceUnderWay } from './records.ts'
import { Refusal, refuseFaults } from './refusal.ts'
import type { Side } from './side.ts'

export type PassParts = {
  readonly source: Side
  readonly target: Side
  readonly hasher: Hasher
  readonly now: Instant
  /** Whether nobody works on the source: then everything is copied, and verified. */
  readonly rests: boolean
  /** Asked between steps: throws where the target is no longer ours to write to. */
  readonly check: () => void
  readonly show: (text: string) => void
}

export type PassResult = {
  readonly counts: Readonly<Record<string, number>>
  /** Only of a pass that copied everything. */
  readonly verified?: { readonly heads: Sha256Hex; readonly people: Readonly<Record<string, number>> }
  /** What the store itself does not hold, and so the target neither. */
  readonly faults: readonly string[]
}

const ends = ({ source, target }: PassParts) => ({ source: source.store, target: target.store })

const openRowsOf = async ({ source }: PassParts): Promise<readonly OpenRow[]> => {
  const rows: OpenRow[] = []
  for await (const row of source.store.transfer.read('outbox')) rows.push(row)
  return rows
}

/**
 * What is open here and has ended there was said by an Amin that ran on the target: to move it
 * again would say it twice.
 */
const checkDeliveries = async ({ target }: PassParts, open: readonly OpenRow[]): Promise<void> => {
  const ids = new Set<string>(open.map(({ id }) => id))
  if (ids.size === 0) return
  for await (const { id } of target.store.transfer.read('delivery'))
    if (ids.has(id)) throw new Refusal('the target has sent what still waits here: Amin has run on it since')
}

/** The same of what arrived: handled there and waiting here, or waiting there and not known here. */
const copyHandled = async (parts: PassParts): Promise<number> => {
  const { source, target } = parts
  const waiting = new Set<string>()
  for await (const { id } of source.store.transfer.read('waiting')) waiting.add(id)
  const strange = new Set<string>()
  for await (const { id } of target.store.transfer.read('waiting')) if (!waiting.has(id)) strange.add(id)
  const found: {
    readonly add: readonly Moved['handled'][]
    readonly remove: readonly string[]
    readonly seen: number
  }[] = []
  for await (const change of changes('handled', ends(parts))) {
    found.push(change)
    if (change.remove.some((id) => waiting.has(id)))
      throw new Refusal('the target has handled what still waits here: Amin has run on it since')
    for (const { id } of change.add) strange.delete(id)
  }
  if (strange.size > 0)
    throw new Refusal('the target holds messages that this store does not know: Amin has run on it since')
  for (const { add, remove } of found) {
    await target.store.transfer.write('handled', add)
    if (parts.rests) await target.store.transfer.remove('handled', remove)
  }
  return found.at(-1)?.seen ?? 0
}

const copyLasting = async <K extends Exclude<LastingKind, 'handled'>>(
  parts: PassParts,
  kind: K,
  isMoved?: (record: Moved[K]) => boolean,
): Promise<number> => {
  const { transfer } = parts.target.store
  let count = 0
  for await (const { add, remove, seen } of changes(kind, ends(parts), isMoved)) {
    if (remove.length > 0) {
      if (kind === 'view' || kind === 'network' || kind === 'words' || kind === 'lease')
        await transfer.remove(kind, remove)
      else
        throw new Refusal(
          `the target holds ${remove.length} records (${kind}) that this store does not have: Amin has run on it since`,
        )
    }
    await transfer.write(kind, add)
    count = seen
    parts.check()
    parts.show(`${kind}: ${count}`)
  }
  return count
}

const NO_OBJECTS: ObjectCounts = { objects: 0, bytes: 0 }

const copyVault = async (
  parts: PassParts,
  of: 'vault' | 'spool',
  committed?: Parameters<typeof copyObjects>[0]['committed'],
): Promise<ObjectCounts> => {
  const { source, target, rests, show } = parts
  const shared = source.onDisk.objects && target.onDisk.objects
  if (shared) return NO_OBJECTS
  const known = committed === undefined ? {} : { committed }
  return copyObjects({ source: source[of], target: target[of], ...known, exactly: rests, show })
}

/** What only the whole, and a source that rests, gives; then the proof. */
const finish = async (
  parts: PassParts,
  reach: Awaited<ReturnType<typeof readReach>>,
  position: number,
): Promise<PassResult> => {
  const { source, target, hasher, now, show, check } = parts
  const chats = await copyLasting(parts, 'chat')
  const views = await copyLasting(parts, 'view')
  const networks = await copyLasting(parts, 'network')
  const settings = await copyLasting(parts, 'setting')
  const words = await copyLasting(parts, 'words')
  const leases = await copyLasting(parts, 'lease', isMovedLease(now))
  const waiting = await replaceUnderWay('waiting', ends(parts))
  const outbox = await replaceUnderWay('outbox', ends(parts))
  const jobs = await replaceUnderWay('job', ends(parts))
  check()
  const samePeople = source.onDisk.people && target.onDisk.people
  const people = samePeople ? {} : await copyPeople(await source.people(), await target.people())
  await target.store.transfer.restartFeed(position)

  const ledgers = await verifyLedgers(ends(parts), reach, hasher, show)
  check()
  const vault = await copyVault(parts, 'vault', ledgers.objects)
  const spool = await copyVault(parts, 'spool')
  const missing = await verifyObjects(source.vault, target.vault, ledgers.objects)
  refuseFaults(
    [
      ...(await differing(ends(parts), now)),
      ...(await differingKeys(source.keys, target.keys)),
      ...(samePeople ? [] : await differingPeople(await source.people(), await target.people())),
      ...((await source.store.feed.head()) === position ? [] : ['feed: this store has news']),
      ...(isDeepStrictEqual(await readReach(source.store), reach)
        ? []
        : ['entries: this store has new ones']),
    ],
    'the target differs: something worked on one of the two meanwhile; stop every process of Amin and give this command again',
  )
  return {
    counts: {
      entries: ledgers.entries,
      chats,
      views,
      networks,
      settings,
      words,
      leases,
      waiting,
      outbox,
      jobs,
      ...vault,
      uploads: spool.objects,
    },
    verified: { heads: ledgers.heads, people },
    faults: [...ledgers.faults, ...missing],
  }
}

/**
 * One pass from the source to the target. Beside a working source it copies what only grows, and
 * may be given again as often as one likes; when the source rests it copies the rest and proves
 * that both ends hold the same. Interrupted at any instant and given again it ends the same. Throws
 * a `Refusal` where it must not go on, and what the engines throw.
 */
export const runPass = async (parts: PassParts): Promise<PassResult> => {
  const { source, target, rests, check, show } = parts
  // Chains first, which also ends what a process that died had left undone; then what is open: what
  // is open later was so when its chain was read.
  const reach = await readReach(source.store)
  const position = await source.store.feed.head()
  const there = await checkTarget(ends(parts), reach)
  const open = await openRowsOf(parts)
  await checkDeliveries(parts, open)
  const samePeople = source.onDisk.people && target.onDisk.people
  if (!samePeople) await checkPeople(await source.people(), await target.people())
  const keys =
    source.onDisk.keys && target.onDisk.keys
      ? await copyKeys(source.keys, source.keys)
      : await copyKeys(source.keys, target.keys)
  check()
  const handled = await copyHandled(parts)
  const copied = await copyEntries(ends(parts), reach, there, { open, all: rests, show })
  check()
  const causes = await copyLasting(parts, 'cause')
  const deliveries = await copyLasting(parts, 'delivery')
  // The log after the entries that it names; a checkpoint that is newer than the leaves that were
  // copied waits for the next pass.
  const leaves = await copyLasting(parts, 'leaf')
  const checkpoints = await copyLasting(parts, 'checkpoint')
  const counts = { cases: reach.size, ...keys, handled, causes, deliveries, leaves, checkpoints }
  if (rests) {
    const { counts: more, ...result } = await finish(parts, reach, position)
    return { counts: { ...counts, copied, ...more }, ...result }
  }
  const vault = await copyVault(parts, 'vault')
  return { counts: { ...counts, copied, ...vault }, faults: [] }
}
