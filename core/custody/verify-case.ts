import { isNetworkId, type CaseId, type NetworkId, type ObjectId } from '../base/ids.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Store } from '../ports/store/store.ts'
import type { CaseRow } from '../ports/store/views.ts'
import type { JobKind } from '../ports/store/jobs.ts'
import type { Entry, SealedObject } from '../ports/store/ledger.ts'
import type { KeyStore } from '../ports/sealer.ts'
import type { Vault } from '../ports/vault.ts'
import { isFailure } from '../base/failure.ts'
import type { Instant } from '../base/units.ts'
import { isHeld } from '../services/agents/hold.ts'
import { verifyLog, type VerifyLogPorts } from './verify.ts'
import { GENESIS, readHeader, verifyChain } from '../model/entry.ts'
import type { StoreFault } from './store-fault.ts'

export type VerifyPorts = {
  readonly store: Store
  readonly vault: Vault
  readonly hasher: Hasher
  /** Whether the key store says the same of a case as its ledger; left out where it is not given. */
  readonly keys?: Pick<KeyStore, 'get'>
  /** What the log of heads and its checkpoints are checked with; they are left out where it is not given. */
  readonly custody?: Pick<VerifyLogPorts, 'signer' | 'keys' | 'anchors' | 'witness' | 'deeds'>
}

/**
 * `erased`, `held`: of the cases. `last`: the case that was checked last; cases come in the order
 * of their ids.
 */
export type Checked = {
  readonly cases: number
  readonly entries: number
  readonly objects: number
  readonly erased: number
  readonly held: number
  readonly last?: CaseId
}
export type Progress = (done: Checked) => void

export type VerifyOptions = {
  /** Goes on after this case; those up to it are only read for what they name. */
  readonly after?: CaseId | undefined
  /** Looks at a case that is not erased with its key, see core/custody/verify-objects. */
  readonly deep?:
    | ((caseId: CaseId, chain: readonly Entry[], row: CaseRow | undefined) => AsyncIterable<StoreFault>)
    | undefined
  /** Whether the timers that cases wait for are there; for a store whose cases this program made. */
  readonly timers?: true
  /** Every object that an entry names, checked or not. */
  readonly named?: ((object: ObjectId) => void) | undefined
}

/**
 * Checks every chain, that the queue's heads are the chains' heads (so that a cut tail is found),
 * and the sealed bytes of every object that an entry commits to; then the log of all heads and its
 * checkpoints. Needs no key: an auditor may run it, and erased cases verify as well.
 */
export const verifyStore = async function* (
  ports: VerifyPorts,
  progress: Progress = () => undefined,
  { after, deep, named, timers }: VerifyOptions = {},
): AsyncIterable<StoreFault> {
  for (const fault of await ports.store.guards()) yield { what: 'schema', ...fault }
  let done: Checked = { cases: 0, entries: 0, objects: 0, erased: 0, held: 0 }
  const ids: CaseId[] = []
  for await (const caseId of ports.store.ledger.cases()) ids.push(caseId)
  const seen = new Set<CaseId>(ids)
  let unreadable = false
  for (const caseId of ids.sort()) {
    const chain = await ports.store.ledger.read(caseId)
    const objects = chain.flatMap(({ seq, header }) =>
      (readHeader(ports.hasher, header)?.objects ?? []).map((object) => ({ seq, object })),
    )
    for (const { object } of objects) named?.(object.id)
    if (after !== undefined && caseId <= after) continue
    if (isNetworkId(caseId)) {
      for (const fault of verifyChain(ports.hasher, caseId, chain)) yield { what: 'entry', ...fault }
      yield* verifyNetworkHead(ports.store, caseId, chain)
      yield* verifyKey(ports, caseId, false)
      done = { ...done, entries: done.entries + chain.length, last: caseId }
      progress(done)
      continue
    }
    const row = await readRow(ports.store, caseId)
    if (row === 'unreadable') unreadable = true
    const erased = isErased(ports.hasher, chain)
    for (const fault of verifyChain(ports.hasher, caseId, chain)) yield { what: 'entry', ...fault }
    yield* verifyHead(
      caseId,
      chain,
      row,
      erased ? readHeader(ports.hasher, chain[0]?.header ?? '')?.at : undefined,
    )
    yield* verifyKey(ports, caseId, erased)
    for (const { seq, object } of objects) {
      if (erased) yield* verifyGone(ports, caseId, seq, object)
      else yield* verifyObject(ports, caseId, seq, object)
    }
    if (!erased && deep !== undefined) yield* deep(caseId, chain, row === 'unreadable' ? undefined : row)
    done = {
      cases: done.cases + 1,
      entries: done.entries + chain.length,
      objects: done.objects + (erased ? 0 : objects.length),
      erased: done.erased + (erased ? 1 : 0),
      held: done.held + (!erased && isHeld(ports.hasher, chain) ? 1 : 0),
      last: caseId,
    }
    progress(done)
  }
  yield* verifyRows(ports.store, seen, unreadable)
  if (timers === true) yield* verifyTimers(ports.store, seen)
  yield* verifyErasures(ports)
  if (ports.custody !== undefined) yield* verifyLog({ ...ports, ...ports.custody })
}

const isErased = (hasher: Hasher, chain: readonly Entry[]): boolean => {
  const last = chain.at(-1)
  return last !== undefined && readHeader(hasher, last.header)?.kinds.includes('case_erased') === true
}

/**
 * A row may hold what is no row any more; then the store says that it is broken, though its ledger
 * is whole.
 */
const readRow = async (
  { views }: Pick<Store, 'views'>,
  caseId: CaseId,
): Promise<CaseRow | 'unreadable' | undefined> => {
  try {
    return await views.byId(caseId)
  } catch (error) {
    if (isFailure(error) && error.code !== 'store_broken') throw error
    return 'unreadable'
  }
}

/**
 * Rows of cases that no ledger has. `unreadable`: a row was told to be so, and may stand in the way
 * of the others.
 */
const verifyRows = async function* (
  { views }: Pick<Store, 'views'>,
  seen: ReadonlySet<CaseId>,
  unreadable: boolean,
): AsyncIterable<StoreFault> {
  try {
    for (let cursor: string | undefined; ;) {
      const page = await views.list({}, { limit: 200, ...(cursor === undefined ? {} : { cursor }) })
      for (const row of page.rows)
        if (!seen.has(row.caseId)) yield { what: 'head', caseId: row.caseId, fault: 'entries_missing' }
      if (page.cursor === undefined) return
      cursor = page.cursor
    }
  } catch (error) {
    if (!unreadable) throw error
  }
}

type Timers = ReadonlyMap<JobKind, ReadonlySet<CaseId>>

const readTimers = async ({ transfer }: Pick<Store, 'transfer'>): Promise<Timers> => {
  const timers = new Map<JobKind, Set<CaseId>>([
    ['page', new Set()],
    ['expire', new Set()],
  ])
  for await (const { kind, caseId } of transfer.read('job')) timers.get(kind)?.add(caseId)
  return timers
}

/**
 * Every case that is not erased has the timer of its end, which puts itself off; one in which
 * somebody waits has the next call to the team.
 */
const timersOf = (row: CaseRow | undefined): readonly JobKind[] => {
  if (row === undefined || row.status === 'erased') return []
  return row.status === 'waiting' ? ['expire', 'page'] : ['expire']
}

/**
 * Beside a working Amin a timer may end while it is looked for: what is missing is looked for
 * again, in a case that nothing happened to meanwhile.
 */
const verifyTimers = async function* (store: Store, cases: ReadonlySet<CaseId>): AsyncIterable<StoreFault> {
  const lacks = (timers: Timers, row: CaseRow): readonly JobKind[] =>
    timersOf(row).filter((kind) => timers.get(kind)?.has(row.caseId) !== true)
  const missing: CaseRow[] = []
  let timers = await readTimers(store)
  for (const caseId of cases) {
    const row = await readRow(store, caseId)
    if (row !== undefined && row !== 'unreadable' && lacks(timers, row).length > 0) missing.push(row)
  }
  if (missing.length > 0) timers = await readTimers(store)
  for (const before of missing) {
    const row = await readRow(store, before.caseId)
    if (row === undefined || row === 'unreadable' || row.seq !== before.seq) continue
    for (const kind of lacks(timers, row)) yield { what: 'job', caseId: row.caseId, kind }
  }
}

const verifyErasures = async function* ({ store, custody }: VerifyPorts): AsyncIterable<StoreFault> {
  for (const { caseId } of (await custody?.witness?.erasures.read()) ?? []) {
    const row = await readRow(store, caseId)
    if (row !== undefined && row !== 'unreadable' && row.status !== 'erased')
      yield { what: 'erasure', caseId }
  }
}

/**
 * `opened`: of an erased case, when it began; of its row that and what a tombstone leaves of one is
 * all that can be known without a key.
 */
const verifyHead = function* (
  caseId: CaseId,
  chain: readonly Entry[],
  row: CaseRow | 'unreadable' | undefined,
  opened: Instant | undefined,
): Iterable<StoreFault> {
  const last = chain.at(-1)
  if (row === undefined) return yield { what: 'head', caseId, fault: 'view_missing' }
  if (row === 'unreadable') return yield { what: 'head', caseId, fault: 'view_unreadable' }
  const stands = row.hash === (last?.hash ?? GENESIS) && row.seq === (last?.seq ?? 0)
  if (!stands || (opened !== undefined && !isBare(row, opened)))
    yield { what: 'head', caseId, fault: 'view_differs' }
}

/** Its row stands at its newest entry, like that of a case. */
const verifyNetworkHead = async function* (
  { networks }: Pick<Store, 'networks'>,
  networkId: NetworkId,
  chain: readonly Entry[],
): AsyncIterable<StoreFault> {
  const row = await networks.byId(networkId)
  const last = chain.at(-1)
  if (row === undefined) yield { what: 'head', caseId: networkId, fault: 'view_missing' }
  else if (row.seq !== last?.seq || row.hash !== last.hash)
    yield { what: 'head', caseId: networkId, fault: 'view_differs' }
}

const isBare = (row: CaseRow, opened: Instant): boolean =>
  row.status === 'erased' &&
  row.openedAt === opened &&
  row.unread === 0 &&
  row.sealed.length + row.marks.length + row.copies.length === 0 &&
  row.assignee === undefined &&
  row.waitingSince === undefined &&
  row.dueAt === undefined

const verifyKey = async function* (
  { keys }: VerifyPorts,
  caseId: CaseId,
  erased: boolean,
): AsyncIterable<StoreFault> {
  if (keys === undefined) return
  const key = await keys.get(caseId)
  if (erased && key !== 'destroyed') yield { what: 'key', caseId, fault: 'left' }
  if (!erased && (key === undefined || key === 'destroyed'))
    yield { what: 'key', caseId, fault: key ?? 'missing' }
}

const verifyGone = async function* (
  ports: VerifyPorts,
  caseId: CaseId,
  seq: number,
  object: SealedObject,
): AsyncIterable<StoreFault> {
  const source = await ports.vault.open(object.id)
  if (source === undefined) return
  await source.close()
  yield { what: 'object', caseId, seq, object: object.id, fault: 'left' }
}

/** Reads the sealed bytes of an object against what its entry commits to. Needs no key. */
export const verifyObject = async function* (
  ports: Pick<VerifyPorts, 'vault' | 'hasher'>,
  caseId: CaseId,
  seq: number,
  object: SealedObject,
): AsyncIterable<Extract<StoreFault, { what: 'object' }>> {
  const place = { what: 'object', caseId, seq, object: object.id } as const
  try {
    const source = await ports.vault.open(object.id)
    if (source === undefined) return yield { ...place, fault: 'missing' }
    try {
      if (source.size !== object.size) return yield { ...place, fault: 'size_differs' }
      const hash = ports.hasher.stream()
      const step = 1_048_576
      for (let at = 0; at < source.size; at += step)
        hash.update(await source.read(at, Math.min(at + step, source.size)))
      if (hash.digest() !== object.sha256) yield { ...place, fault: 'differs' }
    } finally {
      await source.close()
    }
  } catch (error) {
    // A disk that does not give back what it has; a vault that is not there at all is no fault of an object.
    if (!isFailure(error, 'data_unwritable') && !isFailure(error, 'object_missing')) throw error
    yield { ...place, fault: 'unreadable' }
  }
}
