import { median, type Box, type Plane } from './raster.ts'

/** Rows of a plane with one line's letters. */
export type Band = { readonly top: number; readonly bottom: number }

/** Ink of letters; the time beside them is printed fainter. */
const STRONG = 0.68
/** Fewer strong pixels in a row are specks. */
const FEWEST = 1.5

const profileOf = ({ data, width, height }: Plane): Float32Array => {
  const rows = new Float32Array(height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if ((data[y * width + x] ?? 0) > STRONG) rows[y] = (rows[y] ?? 0) + 1
  return rows
}

const rawBands = (rows: Float32Array): readonly Band[] => {
  const bands: Band[] = []
  let top: number | undefined
  for (let y = 0; y <= rows.length; y += 1) {
    const inked = (rows[y] ?? 0) >= FEWEST
    if (inked && top === undefined) top = y
    if (!inked && top !== undefined) {
      bands.push({ top, bottom: y })
      top = undefined
    }
  }
  return bands
}

const tall = ({ top, bottom }: Band): number => bottom - top
const centre = ({ top, bottom }: Band): number => (top + bottom) / 2

/** From line to line, as it shows where bubbles have several; else by the height of their letters. */
export const pitchOf = (planes: readonly Plane[]): number => {
  const all = planes.map((plane) => rawBands(profileOf(plane)))
  const heights = all
    .flat()
    .map(tall)
    .filter((height) => height > 5)
  const typical = median(heights)
  const steps = all.flatMap((bands) => {
    const whole = bands.filter((band) => tall(band) > 0.6 * typical && tall(band) < 1.6 * typical)
    return whole.slice(1).map((band, i) => centre(band) - centre(whole[i] ?? band))
  })
  const near = steps.filter((step) => step > 1.0 * typical && step < 2.2 * typical)
  return near.length >= 3 ? median(near) : 1.45 * typical
}

/**
 * Dots and marks that came off join the line they are nearest to; what is two lines high is cut where there
 * is least ink.
 */
export const linesOf = (plane: Plane, pitch: number): readonly Band[] => {
  const rows = profileOf(plane)
  const parted = rawBands(rows).flatMap((band) => part(rows, band, pitch))
  const merged: Band[] = []
  for (const band of parted) {
    const last = merged.at(-1)
    const together = last === undefined ? Infinity : band.bottom - last.top
    const small = Math.min(tall(band), last === undefined ? Infinity : tall(last)) < 0.36 * pitch
    if (last !== undefined && small && together < 1.15 * pitch && band.top - last.bottom < 0.3 * pitch)
      merged[merged.length - 1] = { top: last.top, bottom: band.bottom }
    else merged.push(band)
  }
  return merged.filter((band) => tall(band) > 0.16 * pitch)
}

const part = (rows: Float32Array, band: Band, pitch: number): readonly Band[] => {
  const count = Math.round((tall(band) + 0.15 * pitch) / pitch)
  if (count < 2 || tall(band) < 1.45 * pitch) return [band]
  const cuts = [band.top]
  for (let i = 1; i < count; i += 1) {
    const expected = band.top + (i * tall(band)) / count
    let best = Math.round(expected)
    for (let y = Math.round(expected - 0.3 * pitch); y <= expected + 0.3 * pitch; y += 1)
      if ((rows[y] ?? 0) < (rows[best] ?? 0)) best = y
    cuts.push(best)
  }
  return cuts.map((top, i) => ({ top, bottom: cuts[i + 1] ?? band.bottom }))
}

/**
 * The part of a line that holds ink, with air on both sides; nothing where there is none. `strong`: without
 * what is printed fainter.
 */
export const extentOf = (
  { data, width }: Plane,
  { top, bottom }: Band,
  least: number,
): { readonly left: number; readonly right: number } | undefined => {
  let [left, right] = [width, 0]
  for (let y = top; y < bottom; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[y * width + x] ?? 0) > least) {
        left = Math.min(left, x)
        right = Math.max(right, x + 1)
      }
  return left < right ? { left, right } : undefined
}

/**
 * Where most of a line's ink is: a little above the foot of its letters, whatever rises or hangs beside them.
 */
const weightOf = ({ data, width }: Plane, { top, bottom }: Band): number => {
  let [sum, moment] = [0, 0]
  for (let y = top; y < bottom; y += 1)
    for (let x = 0; x < width; x += 1) {
      const ink = data[y * width + x] ?? 0
      if (ink <= STRONG) continue
      sum += ink
      moment += ink * (y + 0.5)
    }
  return sum === 0 ? (top + bottom) / 2 : moment / sum
}

/** The middle of a line lies above its weight by this part of the pitch. */
const ABOVE = 0.05
const HEIGHT = 1.1

/**
 * What is cut out to be read: always as high as a line and at the same place of it, for "9" and "و" differ in
 * little else.
 */
export const cutOf = (plane: Plane, band: Band, pitch: number): Box | undefined => {
  const extent = extentOf(plane, band, 0.4)
  if (extent === undefined) return undefined
  const height = Math.round(HEIGHT * pitch)
  const top = Math.round(weightOf(plane, band) - ABOVE * pitch - height / 2)
  const air = Math.round(0.2 * pitch)
  return { left: extent.left - air, right: extent.right + air, top, bottom: top + height }
}
