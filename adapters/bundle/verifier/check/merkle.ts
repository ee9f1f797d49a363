import { joinBytes } from './bytes.ts'
import { sha256 } from './sha256.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const leafHash = (data: Uint8Array): Uint8Array => sha256(joinBytes([LEAF, data]))

const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(joinBytes([NODE, left, right]))

/**
 * RFC 9162, 2.1.3.2: the root that a leaf and its proof lead to; nothing where the proof has not
 * the length that this place in the tree needs.
 */
export const rootOf = (
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined => {
  if (index >= size) return undefined
  let at = index
  let last = size - 1
  let root = leaf
  for (const step of proof) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      root = nodeHash(step, root)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = Math.floor(last / 2)
      }
    } else root = nodeHash(root, step)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? root : undefined
}
