import { lumaOf, type Luma, type Raster } from './raster.ts'
import { fingerprintOf, type Fingerprint } from './pdq.ts'

/**
 * Parts of a picture that are hashed beside the whole: what somebody put around it (a frame, a status bar, a
 * line of text) changes the hash of the whole and not of the part. `trimmed`: without margins of one colour.
 * `block`: the largest part between lines of one colour. `lower`, `upper`: without the top or the bottom.
 * `centre`, `inner`: without a twentieth, or three in a hundred, at each side: what a hand that cuts takes
 * away.
 */
export const READINGS = ['trimmed', 'block', 'lower', 'upper', 'centre', 'inner'] as const
export type Reading = (typeof READINGS)[number]

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Brightness within which a line counts as of one colour: compression leaves some noise. */
const FLAT = 12
/** How far a line's mean may be from the margin's. */
const SAME = 10
/** Share of the height that bars and lines of text take at most. */
const BAR = 0.1
const RIM = 0.05
const NARROW_RIM = 0.03
/** Smaller parts of a picture tell nothing. */
const LEAST = 0.3

type Line = { readonly mean: number; readonly spread: number }

/** Mean and spread of each row, or of each column, within a box; every second sample does. */
const linesOf = ({ data, width }: Luma, box: Box, across: boolean): readonly Line[] => {
  const lines: Line[] = []
  const [many, long] = across ? [box.height, box.width] : [box.width, box.height]
  for (let i = 0; i < many; i += 1) {
    let sum = 0
    let squares = 0
    let count = 0
    for (let k = 0; k < long; k += 2) {
      const at = across ? (box.top + i) * width + box.left + k : (box.top + k) * width + box.left + i
      const value = data[at] as number
      sum += value
      squares += value * value
      count += 1
    }
    const mean = sum / count
    lines.push({ mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) })
  }
  return lines
}

/** How many lines from the beginning are margin: of one colour, and of the same. */
const marginOf = (lines: readonly Line[]): number => {
  const [first] = lines
  if (first === undefined || first.spread > FLAT) return 0
  const end = lines.findIndex(({ mean, spread }) => spread > FLAT || Math.abs(mean - first.mean) > SAME)
  return end === -1 ? 0 : end
}

const trim = (luma: Luma, box: Box): Box => {
  const rows = linesOf(luma, box, true)
  const [top, bottom] = [marginOf(rows), marginOf(rows.toReversed())]
  const upright = { ...box, top: box.top + top, height: box.height - top - bottom }
  if (upright.height < 2) return box
  const columns = linesOf(luma, upright, false)
  const [left, right] = [marginOf(columns), marginOf(columns.toReversed())]
  return { ...upright, left: upright.left + left, width: upright.width - left - right }
}

/** The longest run of lines that are not of one colour; single flat lines inside of it belong to it. */
const busiest = (lines: readonly Line[]): readonly [from: number, length: number] => {
  const gap = Math.max(2, Math.floor(lines.length / 60))
  let best: readonly [number, number] = [0, 0]
  let from = -1
  let last = -1
  lines.forEach(({ spread }, i) => {
    if (spread <= FLAT) return
    if (from === -1 || i - last > gap) from = i
    last = i
    if (last - from + 1 > best[1]) best = [from, last - from + 1]
  })
  return best
}

const blockOf = (luma: Luma, box: Box): Box => {
  const [top, height] = busiest(linesOf(luma, box, true))
  if (height < 2) return box
  const rows = { ...box, top: box.top + top, height }
  const [left, width] = busiest(linesOf(luma, rows, false))
  return width < 2 ? rows : { ...rows, left: box.left + left, width }
}

const boxesOf = (luma: Luma): Readonly<Record<Reading, Box>> => {
  const whole = { left: 0, top: 0, width: luma.width, height: luma.height }
  const bar = Math.round(luma.height * BAR)
  const without = (rim: number): Box => {
    const [x, y] = [Math.round(luma.width * rim), Math.round(luma.height * rim)]
    return { left: x, top: y, width: whole.width - 2 * x, height: whole.height - 2 * y }
  }
  const trimmed = trim(luma, whole)
  return {
    trimmed,
    block: blockOf(luma, trimmed),
    lower: { ...whole, top: bar, height: whole.height - bar },
    upper: { ...whole, height: whole.height - bar },
    centre: without(RIM),
    inner: without(NARROW_RIM),
  }
}

const cut = ({ data, width }: Luma, box: Box): Raster => {
  const part = new Uint8Array(box.width * box.height)
  for (let y = 0; y < box.height; y += 1)
    for (let x = 0; x < box.width; x += 1)
      part[y * box.width + x] = Math.round(data[(box.top + y) * width + box.left + x] as number)
  return { data: part, width: box.width, height: box.height, channels: 1 }
}

const area = ({ width, height }: Box): number => width * height
const same = (a: Box, b: Box): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height

/**
 * Hashes of the parts of a picture, those that are parts, and each once. Read from its light at PDQ's own
 * first size.
 */
export const readingsOf = (raster: Raster): ReadonlyMap<Reading, Fingerprint> => {
  const luma = lumaOf(raster)
  const boxes = boxesOf(luma)
  const whole = { left: 0, top: 0, width: luma.width, height: luma.height }
  const seen: Box[] = [whole]
  const found = new Map<Reading, Fingerprint>()
  for (const reading of READINGS) {
    const box = boxes[reading]
    if (box.width < 5 || box.height < 5 || area(box) < LEAST * area(whole) * (reading === 'block' ? 0.4 : 1))
      continue
    if (seen.some((one) => same(one, box))) continue
    seen.push(box)
    found.set(reading, fingerprintOf(cut(luma, box)))
  }
  return found
}
