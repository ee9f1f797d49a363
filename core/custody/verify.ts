import type { CaseId } from '../base/ids.ts'
import { never } from '../base/never.ts'
import type { Anchor } from '../ports/anchor.ts'
import type { Checkpoint, Leaf } from '../ports/store/custody.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Signer } from '../ports/signer.ts'
import type { Store } from '../ports/store/store.ts'
import type { DeedLog, Witness } from '../ports/witness.ts'
import { fromHex, sameBytes, toHex } from '../base/bytes.ts'
import { isSound } from './checkpoint.ts'
import { DEEDS, makeLeaf } from './leaf.ts'
import { describeBehind, lookBehind, placeOf, type Behind, type CheckpointPlace } from './mark.ts'
import { addLeaf, rootOf, sizeOf, type Peaks } from './merkle.ts'

/** Something about the log that is not as it was signed. Names places, never content. */
export type LogFault =
  | {
      readonly what: 'leaf'
      readonly index: number
      readonly caseId: CaseId
      readonly seq: number
      readonly fault: 'gap' | 'leaf_differs' | 'entry_missing' | 'entry_differs'
    }
  | {
      readonly what: 'checkpoint'
      readonly no: number
      readonly fault: 'falls_back' | 'key_unknown' | 'signature_wrong' | 'root_differs' | 'leaves_missing'
    }
  /** Those between `before` and `after` are not here, or stand twice; without `before`, the first ones. */
  | {
      readonly what: 'checkpoint'
      readonly no: number
      readonly fault: 'gap'
      readonly before?: CheckpointPlace
      readonly after: CheckpointPlace
    }
  | { readonly what: 'stamp'; readonly no: number; readonly anchor: string }
  /**
   * Of the administrators' log: `missing`, `differs`: what a leaf was made of. `broken`: its own
   * chain, after `no`.
   */
  | { readonly what: 'deeds'; readonly no: number; readonly fault: 'missing' | 'differs' | 'broken' }
  | { readonly what: 'behind'; readonly fault: Behind }

export type VerifyLogPorts = {
  readonly store: Pick<Store, 'custody' | 'transfer'>
  readonly hasher: Hasher
  readonly signer: Pick<Signer, 'verify'>
  /** Public keys that checkpoints may be signed with. */
  readonly keys: readonly Uint8Array[]
  /**
   * Kept tokens of these are verified again; those of authorities that nobody names any more are
   * passed over.
   */
  readonly anchors: readonly Anchor[]
  /** What the store is measured by; left out where it is not given. */
  readonly witness?: Witness
  /** What the leaves of the administrators' log are compared with; left out where it is not given. */
  readonly deeds?: DeedLog
}

export type LogCounts = { readonly leaves: number; readonly checkpoints: number; readonly stamps: number }

/** Leaves whose entries are read at once. */
const PAGE = 500

/** Whether each leaf is what its row says, and its entry the ledger's. */
const verifyLeaves = async function* (
  { store, hasher, deeds }: VerifyLogPorts,
  page: readonly Leaf[],
): AsyncIterable<LogFault> {
  const keyed = (caseId: CaseId, seq: number): string => `${caseId}.${seq}`
  const hashes = new Map<string, string>()
  const spans = page
    .filter(({ caseId }) => caseId !== DEEDS)
    .map(({ caseId, seq }) => ({ caseId, after: seq - 1, to: seq }))
  for await (const { caseId, seq, hash } of store.transfer.readEntries(spans))
    hashes.set(keyed(caseId, seq), hash)
  for (const leaf of page) {
    const { index, caseId, seq } = leaf
    const place = { what: 'leaf', index, caseId, seq } as const
    const hash = hashes.get(keyed(caseId, seq))
    if (caseId === DEEDS) {
      const said = deeds === undefined ? leaf.hash : await deeds.hashAt(seq)
      if (said !== leaf.hash)
        yield { what: 'deeds', no: seq, fault: said === undefined ? 'missing' : 'differs' }
    } else if (hash === undefined) yield { ...place, fault: 'entry_missing' }
    else if (hash !== leaf.hash) yield { ...place, fault: 'entry_differs' }
    if (!sameBytes(makeLeaf(hasher, leaf).leaf, leaf.leaf)) yield { ...place, fault: 'leaf_differs' }
  }
}

/** What a checkpoint says by itself, and beside the one before. */
const verifyNote = function* (
  ports: VerifyLogPorts,
  checkpoint: Checkpoint,
  before: Checkpoint | undefined,
): Iterable<LogFault> {
  const { no, size, at } = checkpoint
  const place = { what: 'checkpoint', no } as const
  if (no !== (before === undefined ? 0 : before.no + 1))
    yield { ...place, fault: 'gap', after: checkpoint, ...(before === undefined ? {} : { before }) }
  if (size < Math.max(1, before?.size ?? 0) || at < (before?.at ?? 0)) yield { ...place, fault: 'falls_back' }
  const key = fromHex(checkpoint.publicKey)
  if (key === undefined || !ports.keys.some((known) => sameBytes(known, key)))
    yield { ...place, fault: 'key_unknown' }
  if (key === undefined || !isSound(ports, checkpoint, key)) yield { ...place, fault: 'signature_wrong' }
}

const verifyStamps = async function* (
  ports: VerifyLogPorts,
  { no, text, stamps }: Checkpoint,
): AsyncIterable<LogFault> {
  for (const { anchor, token, at } of stamps) {
    const authority = ports.anchors.find(({ id }) => id === anchor)
    const verdict = await authority?.check(ports.hasher.utf8(text), token)
    if (verdict !== undefined && ('fault' in verdict || verdict.at !== at))
      yield { what: 'stamp', no, anchor }
  }
}

/**
 * Checks the whole log: that each leaf is of an entry as the ledger has it, that every checkpoint
 * is signed by a known key, and that the leaves give each checkpoint's root. Roots are taken from
 * one growing tree, so those that hold are consistent with each other: each log is the beginning of
 * the next. Needs no key of a case; erased cases verify as well. Memory: the peaks of the tree, and
 * a page of leaves.
 */
export const verifyLog = async function* (
  ports: VerifyLogPorts,
  progress: (counts: LogCounts) => void = () => undefined,
): AsyncIterable<LogFault> {
  const { store, hasher } = ports
  let counts: LogCounts = { leaves: 0, checkpoints: 0, stamps: 0 }
  const count = (more: Partial<LogCounts>): void => {
    counts = { ...counts, ...more }
    progress(counts)
  }
  const checkpoints = store.custody.checkpoints()[Symbol.asyncIterator]()
  let next = await checkpoints.next()
  let before: Checkpoint | undefined
  let peaks: Peaks = []

  /** Every checkpoint of no more leaves than the tree has now. */
  const reached = async function* (): AsyncIterable<LogFault> {
    while (next.done !== true && next.value.size <= sizeOf(peaks)) {
      const checkpoint = next.value
      yield* verifyNote(ports, checkpoint, before)
      // One that covers less than the one before is said above; its root cannot be told any more.
      if (checkpoint.size === sizeOf(peaks) && toHex(rootOf(hasher.digest, peaks)) !== checkpoint.root)
        yield { what: 'checkpoint', no: checkpoint.no, fault: 'root_differs' }
      yield* verifyStamps(ports, checkpoint)
      count({ checkpoints: counts.checkpoints + 1, stamps: counts.stamps + checkpoint.stamps.length })
      before = checkpoint
      next = await checkpoints.next()
    }
  }

  let page: Leaf[] = []
  let expected = 0
  for await (const leaf of store.custody.leaves(0, Number.MAX_SAFE_INTEGER)) {
    const { index, caseId, seq } = leaf
    if (index !== expected) yield { what: 'leaf', index, caseId, seq, fault: 'gap' }
    expected = index + 1
    peaks = addLeaf(hasher.digest, peaks, leaf.leaf)
    page.push(leaf)
    if (page.length === PAGE) {
      yield* verifyLeaves(ports, page)
      page = []
    }
    count({ leaves: counts.leaves + 1 })
    yield* reached()
  }
  yield* verifyLeaves(ports, page)
  for (; next.done !== true; next = await checkpoints.next()) {
    yield* verifyNote(ports, next.value, before)
    yield { what: 'checkpoint', no: next.value.no, fault: 'leaves_missing' }
    before = next.value
  }
  const chain = await ports.deeds?.verify()
  if (chain?.intact === false) yield { what: 'deeds', no: chain.count, fault: 'broken' }
  if (ports.witness !== undefined)
    for (const fault of await lookBehind({ store, witness: ports.witness })) yield { what: 'behind', fault }
}

const describeGap = ({ before, after }: Extract<LogFault, { fault: 'gap'; what: 'checkpoint' }>): string => {
  const [first, last] = [before === undefined ? 0 : before.no + 1, after.no - 1]
  const since = before === undefined ? 'nothing' : placeOf(before)
  if (first > last) return `it stands after ${since}`
  return `${first === last ? `${first} is` : `${first} to ${last} are`} not here; before stands ${since}, after it ${placeOf(after)}`
}

/** One line for an operator. */
export const describeLogFault = (fault: LogFault): string => {
  switch (fault.what) {
    case 'leaf':
      return `custody log leaf ${fault.index} (case ${fault.caseId} entry ${fault.seq}): ${fault.fault}`
    case 'checkpoint':
      return `checkpoint ${fault.no}: ${fault.fault === 'gap' ? `gap, ${describeGap(fault)}` : fault.fault}`
    case 'stamp':
      return `checkpoint ${fault.no} time stamp ${fault.anchor}: does not verify`
    case 'deeds':
      return `administrators' log line ${fault.no}: ${fault.fault}`
    case 'behind':
      return describeBehind(fault.fault)
    default:
      return never(fault)
  }
}
