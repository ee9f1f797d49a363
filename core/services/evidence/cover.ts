import type { Derived } from '../../base/examination.ts'

/**
 * What stands for a file that is no picture, or one that the preview's decoder does not know; the
 * first that there is.
 */
const STANDS_FOR = [
  'preview',
  'poster',
  'page',
  'frame',
  'thumbnail',
] as const satisfies readonly Derived['what'][]

/**
 * The picture that a file is shown by (blurred, like every preview) where it has no preview of its
 * own making.
 */
export const coverOf = (derived: readonly Derived[] | undefined): Derived | undefined => {
  for (const what of STANDS_FOR) {
    const [first] = (derived ?? []).filter((one) => one.what === what).toSorted((a, b) => a.index - b.index)
    if (first !== undefined) return first
  }
  return undefined
}
