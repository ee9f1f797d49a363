import { jobId, type AgentId, type CaseCode, type CaseId, type ObjectId } from '../../base/ids.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import { GENESIS, makeEntry, readHeader, type EntryHeader } from '../../model/entry.ts'
import { uploadsIn, type DiscardJob } from '../evidence/uploads.ts'
import type { CaseEvent } from '../../model/events.ts'
import { isFailure } from '../../base/failure.ts'
import { isHeld, type EraseJob } from '../agents/hold.ts'
import { openEvents } from '../casebook/payload.ts'
import { toldTo } from '../casebook/webhook-jobs.ts'
import type { OfficePorts } from '../casebook/ports.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { NewJob } from '../../ports/store/jobs.ts'
import type { NewOutboxRow } from '../../ports/store/outbox.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { Erasure } from '../../ports/witness.ts'
import type { Instant } from '../../base/units.ts'

export type EraseOutcome =
  | { readonly status: 'erased'; readonly seq: number; readonly hash: string; readonly objects: number }
  | { readonly status: 'unknown' }
  | { readonly status: 'already' }
  /** A hold stands. */
  | { readonly status: 'held' }

const REASON_LENGTH = 200

/** The last entry of an erased case; its hash is what a certificate names. */
export type Tombstone = { readonly seq: number; readonly hash: string; readonly at: Instant }

/**
 * What still goes to the chat, in the commit of the tombstone; sealed under no key of the case, for
 * that key goes next.
 */
export type Farewell = (tombstone: Tombstone) => readonly NewOutboxRow[]

type Place = { readonly seq: number; readonly hash: string; readonly before?: true }
/** What is gone: the place of the tombstone, and how many objects there were. */
export type Gone = { readonly seq: number; readonly hash: string; readonly objects: number }
/** Who asked and who agreed (`by`), where two members of the team erase; `reason` is a fixed word then. */
type Agreed = { readonly by: AgentId; readonly asked: AgentId; readonly reason: string }
type Why = {
  readonly by: string
  readonly reason: string
  readonly farewell?: Farewell | undefined
  /** Where the key is gone already: a hold can keep nothing any more, and the ledger must say what is. */
  readonly evenHeld?: true
  readonly agreed?: Agreed
}

/** What erasing takes to do. */
export type ErasePorts = Pick<
  OfficePorts,
  'store' | 'vault' | 'sealer' | 'hasher' | 'clock' | 'erasures' | 'webhooks'
>

const objectsOf = (ports: ErasePorts, entries: readonly Entry[]): readonly ObjectId[] =>
  entries.flatMap(
    (entry) => readHeader(ports.hasher, entry.header)?.objects?.map((object) => object.id) ?? [],
  )

/** What the list of erasures keeps of a chain that ends in a tombstone. */
export const erasureOf = (
  { hasher }: Pick<ErasePorts, 'hasher'>,
  caseId: CaseId,
  entries: readonly Entry[],
): readonly Erasure[] => {
  const last = entries.at(-1)
  const header = last === undefined ? undefined : readHeader(hasher, last.header)
  if (last === undefined || header?.kinds.includes('case_erased') !== true) return []
  return [{ caseId, seq: last.seq, hash: last.hash, at: header.at }]
}

/** Idempotent: a crash in the middle is mended by doing it again. Returns how many objects there were. */
const destroy = async (ports: ErasePorts, casebook: Casebook, caseId: CaseId): Promise<number> => {
  const entries = await ports.store.ledger.read(caseId)
  // Before the key goes: a copy of the store and one of the keys, both from before, are told by nothing else.
  await ports.erasures?.note(erasureOf(ports, caseId, entries))
  await ports.sealer.destroy(caseId)
  casebook.forget(caseId)
  await ports.store.search.remove(caseId)
  const objects = objectsOf(ports, entries)
  for (const object of objects) await ports.vault.remove(object)
  return objects.length
}

/**
 * Law 7. The tombstone comes first, so that a crash leaves a case that says it is erased and whose
 * erasure is finished by asking again; then the key goes, and with it every sealed word; then the
 * objects. Needs no key, so it also works where the ledger no longer opens. What a hold stands on
 * is not erased by anybody: the hold is lifted first.
 */
export const eraseCase = async (
  ports: ErasePorts,
  casebook: Casebook,
  code: CaseCode,
  by: string,
  reason: string,
  farewell?: Farewell,
): Promise<EraseOutcome> => {
  const row = await ports.store.views.byCode(code)
  if (row === undefined) return { status: 'unknown' }
  const erased = row.status === 'erased'
  let tombstone: Place | 'held' | undefined = erased ? row : undefined
  while (tombstone === undefined) tombstone = await bury(ports, row.caseId, { by, reason, farewell })
  if (tombstone === 'held') return { status: 'held' }
  const objects = await destroy(ports, casebook, row.caseId)
  return erased
    ? { status: 'already' }
    : { status: 'erased', objects, seq: tombstone.seq, hash: tombstone.hash }
}

/**
 * Erases a case whose newest entry is `seq`: false where somebody wrote in it since, or a hold
 * stands, and nothing was done.
 */
export const eraseUnchanged = async (
  ports: ErasePorts,
  casebook: Casebook,
  caseId: CaseId,
  seq: number,
  why: Why,
): Promise<boolean> => {
  const tombstone = await bury(ports, caseId, why, seq)
  if (tombstone === undefined || tombstone === 'held') return false
  await destroy(ports, casebook, caseId)
  return true
}

/**
 * Erases what two members of the team agreed on, where the newest entry is still `seq`. `changed`:
 * another entry came first, a tombstone among them, and nothing was done. A crash on the way leaves
 * a job in the tombstone's own commit, so that nobody has to ask again.
 */
export const eraseAgreed = async (
  ports: ErasePorts,
  casebook: Casebook,
  caseId: CaseId,
  seq: number,
  agreed: Agreed,
): Promise<Gone | 'held' | 'changed'> => {
  const tombstone = await bury(ports, caseId, { by: agreed.by, reason: agreed.reason, agreed }, seq)
  if (tombstone === 'held') return 'held'
  if (tombstone === undefined || tombstone.before === true) return 'changed'
  const objects = await destroy(ports, casebook, caseId)
  return { seq: tombstone.seq, hash: tombstone.hash, objects }
}

/** Writes the tombstone of a case whose key is gone, and lets its objects go. */
export const buryKeyless = async (
  ports: ErasePorts,
  casebook: Casebook,
  caseId: CaseId,
  by: string,
  reason: string,
): Promise<void> => {
  let tombstone: Place | 'held' | undefined
  while (tombstone === undefined) tombstone = await bury(ports, caseId, { by, reason, evenHeld: true })
  await destroy(ports, casebook, caseId)
}

/** Lets go again what a tombstone says is gone: a key or objects that an older copy brought back. */
export const destroyAgain = destroy

/** Erases again what a crash left of it; under the transit key, for that of the case goes next. */
const finishing = ({ sealer }: ErasePorts, caseId: CaseId, seq: number, at: Instant): NewJob => {
  const id = jobId(caseId, seq, 0)
  return {
    id,
    kind: 'erase',
    caseId,
    dueAt: at,
    sealed: sealer.transit.seal(jobContext(id), {} satisfies EraseJob),
  }
}

/** Numbers in a tombstone's commit that are taken by the two jobs above it. */
const TOLD_FROM = 2

/** That the case is gone, to programs of the agency; under the transit key as well. */
const telling = (ports: ErasePorts, caseId: CaseId, seq: number, at: Instant): readonly NewJob[] =>
  toldTo(ports, { type: 'case.erased', data: { case: caseId } }, at).map(({ payload, ...job }, n) => {
    const id = jobId(caseId, seq, TOLD_FROM + n)
    return { id, caseId, ...job, sealed: ports.sealer.transit.seal(jobContext(id), payload) }
  })

/**
 * Has channels let go what they hold of files that were not sealed yet. Only the case's own words
 * name them, and its key goes next.
 */
const discarding = async (
  { sealer }: ErasePorts,
  caseId: CaseId,
  entries: readonly Entry[],
  at: Instant,
): Promise<readonly NewJob[]> => {
  const uploads = uploadsIn(await readable(sealer, caseId, entries))
  if (uploads.length === 0) return []
  const id = jobId(caseId, (entries.at(-1)?.seq ?? 0) + 1, 1)
  return [
    {
      id,
      kind: 'discard',
      caseId,
      dueAt: at,
      sealed: sealer.transit.seal(jobContext(id), { uploads } satisfies DiscardJob),
    },
  ]
}

/** What still opens of a ledger. The rest is erased all the same. */
const readable = async (
  sealer: ErasePorts['sealer'],
  caseId: CaseId,
  entries: readonly Entry[],
): Promise<readonly CaseEvent[]> => {
  try {
    const key = await sealer.forCase(caseId)
    return entries.flatMap((entry) => orNone(() => openEvents(key, entry)))
  } catch (error) {
    if (isErased(error) || isFailure(error, 'seal_broken') || isFailure(error, 'keys_missing')) return []
    throw error
  }
}

const orNone = (open: () => readonly CaseEvent[]): readonly CaseEvent[] => {
  try {
    return open()
  } catch (error) {
    if (isFailure(error)) return []
    throw error
  }
}

/** Nothing where another entry came first; `before` where that was a tombstone. */
const bury = async (
  ports: ErasePorts,
  caseId: CaseId,
  { by, reason, farewell, evenHeld, agreed }: Why,
  standsAt?: number,
): Promise<Place | 'held' | undefined> => {
  const [row, entries] = await Promise.all([ports.store.views.byId(caseId), ports.store.ledger.read(caseId)])
  const last = entries.at(-1)
  // The ledger is asked as well: the row may come a moment after it.
  const ended =
    last !== undefined && readHeader(ports.hasher, last.header)?.kinds.includes('case_erased') === true
  if (row === undefined || row.status === 'erased' || ended)
    return { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS, before: true }
  if (standsAt !== undefined && last?.seq !== standsAt) return undefined
  if (evenHeld !== true && isHeld(ports.hasher, entries)) return 'held'
  const at = ports.clock.now()
  const header: EntryHeader = {
    v: 1,
    case: caseId,
    seq: (last?.seq ?? 0) + 1,
    at,
    actor: agreed === undefined ? 'system' : `agent:${agreed.by}`,
    kinds: agreed === undefined ? ['case_erased'] : ['erasure_approved', 'case_erased'],
    by,
    reason: reason.slice(0, REASON_LENGTH),
    ...(agreed === undefined ? {} : { asked: agreed.asked }),
  }
  const entry = makeEntry(ports.hasher, last?.hash ?? GENESIS, header, new Uint8Array())
  const outcome = await ports.store.ledger.commit({
    entry,
    outbox: farewell?.({ seq: entry.seq, hash: entry.hash, at }) ?? [],
    jobs: [
      ...(agreed === undefined ? [] : [finishing(ports, caseId, entry.seq, at)]),
      ...(evenHeld === true ? [] : await discarding(ports, caseId, entries, at)),
      ...telling(ports, caseId, entry.seq, at),
    ],
    view: tombstoneRow(row, entry),
    kinds: header.kinds,
    at,
    silence: true,
  })
  return outcome === 'done' ? { seq: entry.seq, hash: entry.hash } : undefined
}

const tombstoneRow = (row: CaseRow, entry: Entry): CaseRow => {
  const gone: ReadonlySet<string> = new Set(['assignee', 'waitingSince', 'dueAt'])
  const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !gone.has(name))) as CaseRow
  return {
    ...kept,
    copies: [],
    seq: entry.seq,
    hash: entry.hash,
    status: 'erased',
    unread: 0,
    marks: [],
    sealed: new Uint8Array(),
  }
}
