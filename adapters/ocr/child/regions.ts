import { STEP, type Box, type Fine } from './raster.ts'

/** Pixels that hang together and are nearly of one colour, with what they enclose. */
export type Region = {
  readonly box: Box
  /** For each row of the box, the first and the last pixel. */
  readonly spans: readonly (readonly [from: number, to: number])[]
  /**
   * For each row of the box, the mean colour of its own pixels, of 0 to 255: bubbles may be painted in a
   * gradient.
   */
  readonly colours: readonly (readonly [red: number, green: number, blue: number])[]
  /** How much of its box the spans cover: 1 of a rectangle, 0.79 of a disc. */
  readonly squareness: number
  /** How much of the spans it fills itself; the rest is what stands on it. */
  readonly fill: number
}

/** A region of fewer pixels is a letter's inside. */
const FEWEST = 150

type Fill = { readonly labels: Int32Array; readonly queue: Int32Array }

const near = (data: Uint16Array, one: number, other: number, tolerance: number): boolean =>
  Math.abs((data[one] ?? 0) - (data[other] ?? 0)) <= tolerance &&
  Math.abs((data[one + 1] ?? 0) - (data[other + 1] ?? 0)) <= tolerance &&
  Math.abs((data[one + 2] ?? 0) - (data[other + 2] ?? 0)) <= tolerance

/**
 * Fills from one pixel over neighbours that differ by no more than `tolerance`; the queue's first `n` are
 * then its pixels.
 */
const flood = (
  { data, width, height }: Fine,
  start: number,
  tolerance: number,
  { labels, queue }: Fill,
): number => {
  let n = 1
  queue[0] = start
  labels[start] = 1
  for (let at = 0; at < n; at += 1) {
    const here = queue[at] ?? 0
    const x = here % width
    const y = (here - x) / width
    const visit = (next: number): void => {
      if (labels[next] !== 0 || !near(data, here * 3, next * 3, tolerance)) return
      labels[next] = 1
      queue[n] = next
      n += 1
    }
    if (x > 0) visit(here - 1)
    if (x < width - 1) visit(here + 1)
    if (y > 0) visit(here - width)
    if (y < height - 1) visit(here + width)
  }
  return n
}

const measure = ({ data, width }: Fine, pixels: Int32Array): Region => {
  let [left, right, top, bottom] = [width, 0, Infinity, 0]
  for (const pixel of pixels) {
    const x = pixel % width
    const y = (pixel - x) / width
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  }
  const rows = bottom - top
  const from = new Int32Array(rows).fill(width)
  const to = new Int32Array(rows)
  const sums = new Float64Array(rows * 4)
  for (const pixel of pixels) {
    const x = pixel % width
    const row = (pixel - x) / width - top
    from[row] = Math.min(from[row] ?? width, x)
    to[row] = Math.max(to[row] ?? 0, x + 1)
    for (const channel of [0, 1, 2])
      sums[row * 4 + channel] = (sums[row * 4 + channel] ?? 0) + (data[pixel * 3 + channel] ?? 0)
    sums[row * 4 + 3] = (sums[row * 4 + 3] ?? 0) + 1
  }
  const spans = Array.from(from, (begin, row) => [begin, to[row] ?? begin] as const)
  const covered = spans.reduce((sum, [begin, end]) => sum + Math.max(0, end - begin), 0)
  const mean = (row: number, channel: number): number =>
    (sums[row * 4 + channel] ?? 0) / Math.max(1, sums[row * 4 + 3] ?? 0) / STEP
  return {
    box: { left, right, top, bottom },
    spans,
    colours: spans.map((_, row) => [mean(row, 0), mean(row, 1), mean(row, 2)] as const),
    squareness: covered / (rows * (right - left)),
    fill: pixels.length / Math.max(1, covered),
  }
}

/**
 * All regions of a picture at one tolerance, the largest of them hundreds of thousands of pixels: the picture
 * has to be small.
 */
export const regionsOf = (picture: Fine, tolerance: number): readonly Region[] => {
  const size = picture.width * picture.height
  const fill: Fill = { labels: new Int32Array(size), queue: new Int32Array(size) }
  const regions: Region[] = []
  for (let start = 0; start < size; start += 1) {
    if (fill.labels[start] !== 0) continue
    const n = flood(picture, start, tolerance, fill)
    if (n >= FEWEST) regions.push(measure(picture, fill.queue.subarray(0, n)))
  }
  return regions
}
