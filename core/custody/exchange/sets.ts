import { fromBase64, toBase64, toHex } from '../../base/bytes.ts'
import { POINT_BYTES, type Blind } from '../../ports/blinding.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Agreement, ItemKind, Side } from './agreement.ts'

/** `tag`: 32 bytes by which what both sides hid is compared, never the point itself. */
const TAG_BYTES = 32

/** What is hidden of an item: equal where kind and normal form are. The version is part of it. */
export const hiddenText = (kind: ItemKind, normal: string): string => `amin-psi-v1\n${kind}\n${normal}`

/** The size of a set of so many items as it is sent: a power of two, so that growth by a few shows nothing. */
export const paddedSize = (items: number, least: number): number => {
  let size = least
  while (size < items) size *= 2
  return size
}

/** Whether a set may have this size under the agreement. */
export const isSize = (size: number, { run, least }: Pick<Agreement, 'run' | 'least'>): boolean =>
  size <= run && size === paddedSize(size, least)

/**
 * A set as it is sent, and which item stands where; nothing where a point stands for none. In the order of the
 * points, which has nothing to do with that of the items.
 */
export type HiddenSet<T> = {
  readonly points: readonly Uint8Array[]
  readonly places: readonly (T | undefined)[]
}

export const hideSet = async <T>(
  blind: Blind,
  items: readonly T[],
  textOf: (item: T) => string,
  size: number,
): Promise<HiddenSet<T>> => {
  const hidden = await blind.hide(items.map(textOf), size - items.length)
  const sorted = hidden
    .map((point, at) => ({ point, item: items[at], order: toHex(point) }))
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
  return { points: sorted.map(({ point }) => point), places: sorted.map(({ item }) => item) }
}

/** Whether each is greater than the one before: nothing stands twice, and the order says nothing. */
export const isAscending = (points: readonly Uint8Array[]): boolean =>
  points.every((point, at) => at === 0 || toHex(points[at - 1] ?? new Uint8Array()) < toHex(point))

/**
 * Points that both sides hid, as tags that only say whether two are the same. `learner`: whom they are for: what
 * one side was sent cannot be sent back as if it were its own answer.
 */
export const tagsOf = (
  hasher: Pick<Hasher, 'digest'>,
  {
    agreement,
    session,
    learner,
  }: { readonly agreement: string; readonly session: string; readonly learner: Side },
  points: readonly Uint8Array[],
): readonly Uint8Array[] =>
  points.map((point) => hasher.digest(`amin-psi-v1 tag\n${agreement}\n${session}\n${learner}\n`, point))

/** Those of our places whose tag the other side has as well. `ours`: in the order of `places`. */
export const common = <T>(
  places: readonly (T | undefined)[],
  ours: readonly Uint8Array[],
  theirs: readonly Uint8Array[],
): readonly T[] => {
  const known = new Set(theirs.map(toHex))
  return places.flatMap((item, at) => {
    const tag = ours[at]
    return item !== undefined && tag !== undefined && known.has(toHex(tag)) ? [item] : []
  })
}

/** No two are the same. */
export const isDistinct = (tags: readonly Uint8Array[]): boolean =>
  new Set(tags.map(toHex)).size === tags.length

/** One after the other, as base64. Points and tags have the same length. */
export const packed = (each: readonly Uint8Array[]): string => {
  const all = new Uint8Array(each.length * POINT_BYTES)
  each.forEach((one, at) => all.set(one, at * POINT_BYTES))
  return toBase64(all)
}

/** Nothing where it is no base64 in its one form, or no whole number of them. */
export const unpacked = (text: string): readonly Uint8Array[] | undefined => {
  const all = fromBase64(text)
  if (all === undefined || all.length % TAG_BYTES !== 0) return undefined
  return Array.from({ length: all.length / TAG_BYTES }, (_, at) =>
    all.slice(at * TAG_BYTES, (at + 1) * TAG_BYTES),
  )
}
