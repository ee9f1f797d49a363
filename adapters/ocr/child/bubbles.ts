import { heightOf, STEP, widthOf, type Box, type Fine } from './raster.ts'
import { regionsOf, type Region } from './regions.ts'

/** Fills are looked for in a copy of this width: letters close up, edges of bubbles stay. */
export const SMALL = 360
/**
 * How far neighbours may differ: what is faint, what is flat, what was compressed, what is a gradient or was
 * compressed twice.
 */
const TOLERANCES = [0.6, 1, 2, 3, 4, 7, 11].map((steps) => steps * STEP)

const share = (one: Box, other: Box): number => {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > 0 && down > 0 ? across * down : 0
}
const areaOf = (box: Box): number => widthOf(box) * heightOf(box)

/** By its form alone: no header, no wallpaper, no disc, no letter. */
const mayBe = ({ box, squareness, fill }: Region, height: number): boolean => {
  const w = widthOf(box)
  const h = heightOf(box)
  if (box.left <= 1 && box.right >= SMALL - 1) return false
  return (
    w >= 0.1 * SMALL &&
    h >= 0.045 * SMALL &&
    h <= 0.7 * height &&
    w >= 1.3 * h - 0.3 * SMALL &&
    w >= 0.7 * h &&
    squareness >= 0.84 &&
    fill >= 0.4
  )
}

/**
 * Of fills found at several tolerances the squarest is kept; what lies in another one (a quotation, a
 * picture) is a part of that.
 */
const settle = (regions: readonly Region[]): readonly Region[] => {
  const best = regions.toSorted(
    (a, b) => b.squareness * Math.min(1, b.fill + 0.3) - a.squareness * Math.min(1, a.fill + 0.3),
  )
  const kept: Region[] = []
  for (const region of best) {
    const twin = kept.some(
      (other) => share(region.box, other.box) > 0.6 * Math.max(areaOf(region.box), areaOf(other.box)),
    )
    if (!twin) kept.push(region)
  }
  return kept.filter(
    (region) =>
      !kept.some(
        (other) =>
          other !== region &&
          areaOf(other.box) > areaOf(region.box) &&
          share(region.box, other.box) > 0.7 * areaOf(region.box),
      ),
  )
}

/** The day between messages, or a notice: in the middle, with air on both sides. */
const isNotice = ({ box }: Region): boolean => {
  const left = box.left
  const right = SMALL - box.right
  return Math.abs(left - right) < 0.08 * SMALL && Math.min(left, right) > 0.1 * SMALL
}

/** Where the next message is typed: as wide as the screen, at its end. */
const isEntry = ({ box }: Region, height: number): boolean =>
  box.bottom > 0.9 * height && (widthOf(box) > 0.55 * SMALL || box.top > 0.92 * height)

/** Next to one edge of the screen, or to a small picture of who wrote it. */
const hugs = ({ box }: Region): boolean => Math.min(box.left, SMALL - box.right) < 0.2 * SMALL

/** Bubbles of a picture of width `SMALL`, from the top; `notices` are what stands between them. */
export const bubblesOf = ({
  small,
  softer,
}: {
  readonly small: Fine
  readonly softer: Fine
}): { readonly bubbles: readonly Region[]; readonly notices: readonly Region[] } => {
  const found = settle(
    [small, softer].flatMap((copy) =>
      TOLERANCES.flatMap((tolerance) =>
        regionsOf(copy, tolerance).filter((region) => mayBe(region, small.height)),
      ),
    ),
  )
  const within = found.filter(
    (region) => !isEntry(region, small.height) && region.box.top > 0.05 * small.height,
  )
  const order = (regions: readonly Region[]): readonly Region[] =>
    regions.toSorted((a, b) => a.box.top - b.box.top)
  return {
    bubbles: order(within.filter((region) => !isNotice(region) && hugs(region))),
    notices: order(within.filter(isNotice)),
  }
}
