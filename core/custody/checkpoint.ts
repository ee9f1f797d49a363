import { Failure, isFailure } from '../base/failure.ts'
import type { CaseId, Sha256Hex } from '../base/ids.ts'
import type { Anchor, AnchorFault } from '../ports/anchor.ts'
import type { Clock } from '../ports/clock.ts'
import type { CaseHead, Checkpoint, NewLeaf, Stamp } from '../ports/store/custody.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Log } from '../ports/log.ts'
import type { Signer } from '../ports/signer.ts'
import type { Store } from '../ports/store/store.ts'
import type { DeedLog, Witness } from '../ports/witness.ts'
import type { Instant } from '../base/units.ts'
import { fromHex, toHex } from '../base/bytes.ts'
import { DEEDS, makeDeedsLeaf, makeLeaf } from './leaf.ts'
import { tryRaise } from './mark.ts'
import { addLeaf, peakSizes, rootOf, type Peaks } from './merkle.ts'
import { openNote, originOf, signNote, writeCheckpoint } from './note.ts'

export type CustodyPorts = {
  readonly store: Pick<Store, 'custody' | 'ledger'>
  readonly hasher: Hasher
  readonly clock: Clock
  readonly signer: Signer
  readonly log: Log
  readonly anchors: readonly Anchor[]
  /** What is kept apart from the store, where there is such a place. */
  readonly witness?: Witness
  /** The administrators' log, where there are administrators. */
  readonly deeds?: DeedLog
}

/** Leaves written at once. */
const PAGE = 500
/** Losing the race for a place in the log this often means that the store lies. */
const MAX_MOVES = 100

const losing = (): Failure =>
  new Failure('store_broken', 'the custody log could not be written: its places are taken again and again')

/**
 * The peaks of a checkpoint, where they are what its signed root says; the row around the note
 * could have been changed.
 */
const keptPeaks = (
  { hasher }: Pick<CustodyPorts, 'hasher'>,
  { size, peaks, root }: Checkpoint,
): Peaks | undefined => {
  const sizes = peakSizes(size)
  const hashes = peaks.map(fromHex)
  if (hashes.length !== sizes.length) return undefined
  const read = sizes.flatMap((size, i) => {
    const hash = hashes[i]
    return hash?.length === 32 ? [{ size, hash }] : []
  })
  return read.length === sizes.length && toHex(rootOf(hasher.digest, read)) === root ? read : undefined
}

/** Whether the note is this key's, and says what the row says. */
export const isSound = (
  ports: { readonly hasher: Hasher; readonly signer: Pick<Signer, 'verify'> },
  checkpoint: Checkpoint,
  publicKey: Uint8Array,
): boolean => {
  const text = openNote(ports.signer, ports.hasher, checkpoint.text, publicKey)
  const { size, root, at } = checkpoint
  const raw = fromHex(root)
  return (
    raw !== undefined &&
    text === writeCheckpoint({ origin: originOf(ports.hasher, publicKey), size, root: raw, at })
  )
}

/** Peaks of the log up to `size`, going on from `peaks`. Throws `store_broken` where leaves are missing. */
const grow = async (
  { store, hasher }: CustodyPorts,
  peaks: Peaks,
  from: number,
  size: number,
): Promise<Peaks> => {
  let grown = peaks
  let at = from
  for await (const { index, leaf } of store.custody.leaves(from, size)) {
    if (index !== at) break
    grown = addLeaf(hasher.digest, grown, leaf)
    at += 1
  }
  if (at !== size) throw new Failure('store_broken', 'the custody log lacks leaves')
  return grown
}

/**
 * The tree to sign, going on from the newest checkpoint. So nothing is ever signed that contradicts
 * what was signed before, whatever became of the leaves in the store: that is for `verifyLog` to
 * find. Throws `store_broken` where the newest checkpoint is not ours or was changed.
 */
const treeOf = async (ports: CustodyPorts, latest: Checkpoint | undefined, size: number): Promise<Peaks> => {
  if (latest === undefined) return grow(ports, [], 0, size)
  const peaks = keptPeaks(ports, latest) ?? (await grow(ports, [], 0, latest.size))
  if (toHex(rootOf(ports.hasher.digest, peaks)) !== latest.root)
    throw new Failure('store_broken', 'the custody log contradicts its newest checkpoint')
  return grow(ports, peaks, latest.size, size)
}

/** Adds leaves page by page. `false`: somebody else wrote meanwhile, look again what is still to be added. */
const appendAll = async ({ store }: CustodyPorts, leaves: readonly NewLeaf[]): Promise<boolean> => {
  let size = await store.custody.size()
  for (let at = 0; at < leaves.length; at += PAGE) {
    const page = leaves.slice(at, at + PAGE)
    if ((await store.custody.append(size, page)) === 'moved') return false
    size += page.length
  }
  return true
}

const changedHeads = async ({ store }: CustodyPorts): Promise<readonly CaseHead[]> => {
  const heads: CaseHead[] = []
  for await (const head of store.custody.changed()) heads.push(head)
  return heads
}

/**
 * The head of the administrators' log, where it is no leaf yet. Of a log that is shorter than a
 * leaf says none is made: that is for `verifyLog` to find. The people's database may be away: then
 * it comes with a later checkpoint.
 */
const newDeeds = async ({ store, hasher, deeds, log }: CustodyPorts): Promise<readonly NewLeaf[]> => {
  try {
    const head = await deeds?.head()
    if (head === undefined || (await store.custody.leafOf(DEEDS, head.no)) !== undefined) return []
    return [makeDeedsLeaf(hasher, head)]
  } catch (error) {
    if (isFailure(error)) throw error
    log.warn("the administrators' log cannot be read: this checkpoint goes without its head", { error })
    return []
  }
}

/**
 * Adds a leaf for every case that changed since its last one, and one for the administrators' log.
 * Returns how many were added here.
 */
export const logHeads = async (ports: CustodyPorts): Promise<number> => {
  for (let moves = 0; moves < MAX_MOVES; moves += 1) {
    const heads = await changedHeads(ports)
    const leaves = [...heads.map((head) => makeLeaf(ports.hasher, head)), ...(await newDeeds(ports))]
    if (await appendAll(ports, leaves)) return leaves.length
  }
  throw losing()
}

/** Makes sure that this very entry is a leaf. Throws `store_broken` where there is no such entry. */
export const logEntry = async (ports: CustodyPorts, caseId: CaseId, seq: number): Promise<void> => {
  for (let moves = 0; moves < MAX_MOVES; moves += 1) {
    if ((await ports.store.custody.leafOf(caseId, seq))?.seq === seq) return
    const [entry] = await ports.store.ledger.read(caseId, seq - 1)
    if (entry?.seq !== seq) throw new Failure('store_broken', 'there is no such entry to prove')
    await appendAll(ports, [makeLeaf(ports.hasher, { caseId, seq, hash: entry.hash })])
  }
  throw losing()
}

/** Asks these authorities, all at once; each bounds its own time. */
const askAnchors = async (
  { hasher, log }: CustodyPorts,
  anchors: readonly Anchor[],
  text: string,
): Promise<{
  readonly stamps: readonly Stamp[]
  readonly faults: readonly { readonly anchor: string; readonly fault: AnchorFault }[]
}> => {
  const data = hasher.utf8(text)
  const answers = await Promise.all(
    anchors.map(async (anchor) => ({ anchor, answer: await anchor.stamp(data) })),
  )
  const faults = answers.flatMap(({ anchor, answer }) =>
    'fault' in answer ? [{ anchor: anchor.id, fault: answer.fault }] : [],
  )
  for (const { anchor, fault } of faults)
    log.warn('an authority gave no time stamp', { role: anchor, code: fault })
  return { stamps: answers.flatMap(({ answer }) => ('stamp' in answer ? [answer.stamp] : [])), faults }
}

export type Made = {
  readonly checkpoint: Checkpoint
  /** Authorities that were asked and gave nothing. */
  readonly faults: readonly { readonly anchor: string; readonly fault: AnchorFault }[]
}

export type CheckpointOptions = {
  /**
   * The authorities to ask. Their tokens are kept with the checkpoint or never: what was made once
   * stays the same, byte by byte.
   */
  readonly anchors: readonly Anchor[]
  /** Sign with our key although the newest checkpoint has another: the operator said that the key changed. */
  readonly newKey?: boolean
  /**
   * Make none where nothing changed since the newest, unless an authority gives a token: only that
   * is worth a second one of the same leaves.
   */
  readonly onlyIfNew?: boolean
}

const checkKey = (ports: CustodyPorts, latest: Checkpoint | undefined, newKey: boolean): void => {
  if (latest === undefined) return
  const own = toHex(ports.signer.publicKey)
  if (latest.publicKey === own) {
    if (!isSound(ports, latest, ports.signer.publicKey))
      throw new Failure('store_broken', 'the newest checkpoint was changed')
  } else if (!newKey)
    throw new Failure(
      'settings_invalid',
      'checkpoints are signed with another key: put its file at AMIN_CHECKPOINT_KEY_FILE, or run amin checkpoint now --new-key',
    )
}

/**
 * A checkpoint over all leaves there are. Nothing where there are none, or nothing new. Throws
 * `store_broken` where the log contradicts itself, `settings_invalid` where the newest checkpoint
 * is signed with another key, and what the store may.
 */
export const signLog = async (
  ports: CustodyPorts,
  { anchors, newKey = false, onlyIfNew = false }: CheckpointOptions,
): Promise<Made | undefined> => {
  const { store, hasher, signer, clock } = ports
  for (let moves = 0; moves < MAX_MOVES; moves += 1) {
    const latest = await store.custody.latest()
    checkKey(ports, latest, newKey)
    const size = await store.custody.size()
    if (size === 0) return undefined
    if (latest !== undefined && size < latest.size)
      throw new Failure('store_broken', 'the custody log lacks leaves')
    const fresh = latest === undefined || size > latest.size || latest.publicKey !== toHex(signer.publicKey)
    if (!fresh && onlyIfNew && anchors.length === 0) return undefined
    const peaks = await treeOf(ports, latest, size)
    const root = rootOf(hasher.digest, peaks)
    const at = Math.max(clock.now(), latest?.at ?? 0) as Instant
    const text = signNote(
      signer,
      hasher,
      writeCheckpoint({ origin: originOf(hasher, signer.publicKey), size, root, at }),
    )
    const { stamps, faults } = await askAnchors(ports, anchors, text)
    if (!fresh && onlyIfNew && stamps.length === 0) return undefined
    const checkpoint: Checkpoint = {
      no: latest === undefined ? 0 : latest.no + 1,
      size,
      root: toHex(root) as Sha256Hex,
      peaks: peaks.map(({ hash }) => toHex(hash) as Sha256Hex),
      at,
      text,
      publicKey: toHex(signer.publicKey),
      stamps,
    }
    if ((await store.custody.keep(checkpoint)) === 'done') {
      if (ports.witness !== undefined) await tryRaise({ store, witness: ports.witness }, ports.log)
      return { checkpoint, faults }
    }
  }
  throw losing()
}

/** Logs what changed and signs it. */
export const makeCheckpoint = async (
  ports: CustodyPorts,
  options: CheckpointOptions,
): Promise<Made | undefined> => {
  await logHeads(ports)
  return signLog(ports, options)
}
