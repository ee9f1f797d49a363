import { Failure } from '../base/failure.ts'
import type { CaseId, Sha256Hex } from '../base/ids.ts'
import type { Checkpoint, Leaf } from '../ports/store/custody.ts'
import { fromHex, toHex } from '../base/bytes.ts'
import { isSound, logEntry, logHeads, signLog, type CustodyPorts } from './checkpoint.ts'
import { leafData } from './leaf.ts'
import { consistencyRanges, hashRanges, inclusionRanges, verifyInclusion } from './merkle.ts'
import { signNote, writePublicKey } from './note.ts'

/**
 * That an entry is a leaf of the log; binary values in lower-case hexadecimal. `leaf` is the leaf's
 * data, see core/custody/leaf.ts.
 */
export type Inclusion = {
  readonly leafIndex: number
  readonly treeSize: number
  readonly leaf: string
  readonly proof: readonly string[]
  /** Of the entry that the leaf names. */
  readonly seq: number
  readonly hash: Sha256Hex
}

/** What goes into a bundle, `data/custody/`. */
export type Proofs = {
  /** The signed note of the first checkpoint that covers the entry. */
  readonly checkpointText: string
  readonly inclusion: Inclusion
  /** The verifier key of C2SP on the first line, then PEM. Of the key that signed the checkpoint. */
  readonly publicKey: string
  /**
   * RFC 3161 responses (DER) over the bytes of `checkpointText`; `certificates` is PEM, what they
   * are verified against.
   */
  readonly timestamps: readonly {
    readonly name: string
    readonly token: Uint8Array
    readonly certificates: string
  }[]
}

/**
 * The inclusion of a leaf in a checkpoint that covers it, from one reading of the leaves. Throws
 * `store_broken` where they do not give its root.
 */
const proveLeaf = async (
  { store, hasher }: CustodyPorts,
  leaf: Leaf,
  { size, root }: Checkpoint,
): Promise<Inclusion> => {
  const proof = await hashRanges(
    hasher.digest,
    store.custody.leaves(0, size),
    inclusionRanges(leaf.index, size),
  )
  const stated = {
    leaf: leaf.leaf,
    index: leaf.index,
    size,
    proof: proof ?? [],
    root: fromHex(root) ?? new Uint8Array(),
  }
  if (proof === undefined || !verifyInclusion(hasher.digest, stated))
    throw new Failure('store_broken', 'the custody log contradicts its checkpoint')
  return {
    leafIndex: leaf.index,
    treeSize: size,
    leaf: toHex(leafData(hasher, leaf)),
    proof: proof.map(toHex),
    seq: leaf.seq,
    hash: leaf.hash,
  }
}

/**
 * Proof that an entry of a case, or the first one after it that is a leaf, stands in the log: `seq`
 * of the answer says which. The chain leads from the one to the other. Nothing as long as no
 * checkpoint covers it.
 */
export const proveEntry = async (
  ports: CustodyPorts,
  caseId: CaseId,
  seq: number,
): Promise<{ readonly checkpoint: Checkpoint; readonly inclusion: Inclusion } | undefined> => {
  const leaf = await ports.store.custody.leafOf(caseId, seq)
  const checkpoint = leaf === undefined ? undefined : await ports.store.custody.covering(leaf.index + 1)
  return leaf === undefined || checkpoint === undefined
    ? undefined
    : { checkpoint, inclusion: await proveLeaf(ports, leaf, checkpoint) }
}

/** The nodes of the consistency proof between two checkpoints; nothing where leaves are missing. */
export const proveConsistency = (
  ports: Pick<CustodyPorts, 'store' | 'hasher'>,
  first: number,
  second: number,
) => hashRanges(ports.hasher.digest, ports.store.custody.leaves(0, second), consistencyRanges(first, second))

/**
 * Proofs for a bundle that shows a case up to and with entry `seq`. The entry itself becomes a leaf
 * where it is none yet, and a checkpoint is made where none covers it, with every authority asked
 * once. Asked again it answers the same, byte by byte: what was kept is never added to. Throws
 * `store_broken`, `settings_invalid` (another key signs this log), and what the store may.
 */
export const makeProofs =
  (ports: CustodyPorts) =>
  async (caseId: CaseId, seq: number): Promise<Proofs> => {
    await logEntry(ports, caseId, seq)
    const leaf = await ports.store.custody.leafOf(caseId, seq)
    if (leaf === undefined) throw new Failure('store_broken', 'a leaf of the custody log is gone')
    if ((await ports.store.custody.covering(leaf.index + 1)) === undefined) {
      await logHeads(ports)
      await signLog(ports, { anchors: ports.anchors })
    }
    const proved = await proveEntry(ports, caseId, seq)
    const key = proved === undefined ? undefined : fromHex(proved.checkpoint.publicKey)
    if (proved === undefined || key === undefined) throw new Failure('store_broken', 'a checkpoint is gone')
    const { checkpoint, inclusion } = proved
    if (!isSound(ports, checkpoint, key)) throw new Failure('store_broken', 'a checkpoint was changed')
    return {
      checkpointText: checkpoint.text,
      inclusion,
      publicKey: writePublicKey(ports.hasher, key),
      timestamps: checkpoint.stamps.map(({ anchor, token, certificates }) => ({
        name: anchor,
        token,
        certificates,
      })),
    }
  }

/** A signed note over `text`, whole lines of plain text, by the key of the checkpoints. */
export const makeSign =
  ({ signer, hasher }: Pick<CustodyPorts, 'signer' | 'hasher'>) =>
  (text: string): string =>
    signNote(signer, hasher, text)
