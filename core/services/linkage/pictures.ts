import type { Examination } from '../../base/examination.ts'
import type { Sha256Hex } from '../../base/ids.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Bytes } from '../../base/units.ts'

/**
 * PDQ below this quality tells too little: flat pictures match each other (the authors of PDQ
 * discard 49 and less).
 */
export const LEAST_QUALITY = 50

/**
 * A picture's PDQ, as 64 hexadecimal digits. `turned` holds the hashes of the picture as it is,
 * turned and mirrored, itself first: a mirrored copy has quite another hash.
 */
export type Print = { readonly hash: string; readonly turned: readonly string[] }

const HASH = /^[0-9a-f]{64}$/
/**
 * Facts with the hashes of the whole picture turned and mirrored (core/base/fingerprint/pdq.ts: the
 * second to the eighth); those of frames have other names.
 */
const TURNED = /^d[1-7]$/

/** The picture's own print, where it was read and is good enough to tell pictures apart by. */
export const printOf = (
  results: readonly Examination[],
  least: number = LEAST_QUALITY,
): Print | undefined => {
  const facts = results.find(({ aspect, found }) => aspect === 'fingerprint' && found === 'found')?.facts
  if (facts === undefined) return undefined
  const { pdq, quality } = facts
  if (typeof pdq !== 'string' || typeof quality !== 'number' || quality < least) return undefined
  if (!HASH.test(pdq)) return undefined
  const turned = Object.entries(facts).flatMap(([name, value]) =>
    TURNED.test(name) && typeof value === 'string' && HASH.test(value) ? [value] : [],
  )
  return { hash: pdq, turned: [...new Set([pdq, ...turned])] }
}

/**
 * Keyed marks by which cases that hold the same file find each other, or the same picture in
 * whatever file: by its reference hash, and by the least of its turned hashes, which a losslessly
 * turned copy shares. Only for looking up: nothing near is found by them
 * (core/services/linkage/near.ts). An empty file is everybody's.
 */
export const fileMarks = (
  hasher: Pick<Hasher, 'keyed'>,
  file: { readonly sha256: Sha256Hex; readonly size: Bytes; readonly print?: Print | undefined },
): readonly string[] => {
  const { sha256, size, print } = file
  const least = print?.turned.toSorted()[0]
  return [
    ...(size === 0 ? [] : [hasher.keyed('identifier', 'file', sha256)]),
    ...(print === undefined ? [] : [hasher.keyed('identifier', 'picture', print.hash)]),
    ...(least === undefined ? [] : [hasher.keyed('identifier', 'picture-turned', least)]),
  ]
}
