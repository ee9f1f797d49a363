import { compareBytes, fromHex, fromText, toHex } from './bytes.ts'
import type { Link } from './chain.ts'
import { textOf, type Contents } from './contents.ts'
import type { Tell } from './finding.ts'
import { canonicalJson, integerAt, listAt, readObject, stringAt } from './json.ts'
import { leafHash, rootOf } from './merkle.ts'
import type { Checkpoint } from './signature.ts'

const INCLUSION = 'data/custody/inclusion.json'
/** What says that a bundle was prepared: of a case, and of a network of cases. */
const PREPARED: ReadonlySet<string> = new Set(['export_prepared', 'network_dossier_made'])

/**
 * That the last entry shown stands in the signed log, and that it is the one which says that this
 * bundle was prepared.
 */
export const checkInclusion = (
  contents: Contents,
  links: readonly Link[],
  checkpoint: Checkpoint | undefined,
  tell: Tell,
): void => {
  const json = readObject(textOf(contents, INCLUSION) ?? '')
  const seq = integerAt(json, 'seq')
  const hash = stringAt(json, 'hash')
  const index = integerAt(json, 'leafIndex')
  const size = integerAt(json, 'treeSize')
  const leaf = fromHex(stringAt(json, 'leaf') ?? '-')
  const steps = listAt(json, 'proof')?.map((step) => fromHex(String(step)))
  const proof = steps?.flatMap((step) => (step?.length === 32 ? [step] : []))
  const whole = proof !== undefined && proof.length === steps?.length
  if (
    seq === undefined ||
    hash === undefined ||
    index === undefined ||
    index < 0 ||
    size === undefined ||
    leaf === undefined ||
    !whole
  ) {
    tell.fault('inclusion-unreadable', INCLUSION)
    return
  }
  const entry = links.find((link) => link.seq === seq)
  if (entry === undefined || entry.hash !== hash || links[links.length - 1] !== entry)
    tell.fault('inclusion-entry', String(seq))
  else if (!entry.kinds.some((kind) => PREPARED.has(kind))) tell.fault('inclusion-kind', String(seq))
  if (compareBytes(leaf, fromText(canonicalJson({ hash, seq, v: 1 }) ?? '')) !== 0)
    tell.fault('inclusion-leaf', INCLUSION)
  if (checkpoint === undefined) {
    tell.fault('inclusion-no-checkpoint', INCLUSION)
    return
  }
  if (size !== checkpoint.size) tell.fault('inclusion-size', INCLUSION)
  const root = rootOf(leafHash(leaf), index, size, proof)
  if (root === undefined || compareBytes(root, checkpoint.root) !== 0) tell.fault('inclusion-root', INCLUSION)
  tell.holds('inclusion-holds', {
    seq: String(seq),
    index: String(index),
    n: String(size),
    root: toHex(checkpoint.root),
  })
}
