import type { Sha256Hex } from '../base/ids.ts'
import type { Hasher } from '../ports/hasher.ts'

/** Characters of a seal or a root that a person can compare by eye. */
const BY_EYE = 8
const ROOT_BY_EYE = 16

/**
 * The seal of a receipt: SHA-256 over the items' SHA-256 in lower-case hexadecimal, with a newline
 * between two, in the order of the event `receipt_given`. By hand: `printf '%s\n%s' HASH1 HASH2 |
 * sha256sum`. Whoever keeps it can tell later that a file was put in the place of another.
 */
export const sealOf = (hasher: Pick<Hasher, 'sha256'>, items: readonly Sha256Hex[]): Sha256Hex =>
  hasher.sha256(items.join('\n'))

/** As it stands in a message: the first 32 bits. The whole value is in the chain, and in every bundle. */
export const shortSeal = (seal: Sha256Hex): string => seal.slice(0, BY_EYE)

/** A checkpoint's root as it stands in a message: the first 64 bits. */
export const shortRoot = (root: Sha256Hex): string => root.slice(0, ROOT_BY_EYE)
