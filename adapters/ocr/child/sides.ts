import { SMALL } from './bubbles.ts'
import { STEP, type Fine, type Raster } from './raster.ts'
import type { Region } from './regions.ts'

/** Which edge of the screen the phone's owner writes at: in a right-to-left interface it is the left one. */
export type Edge = 'left' | 'right'

export const edgeOf = ({ box }: Region): Edge => (box.left < SMALL - box.right ? 'left' : 'right')

/**
 * A colour's distance from grey. Whoever holds the phone writes in the coloured bubbles: green, blue, purple.
 */
const chroma = ({ colours }: Region): number =>
  colours.reduce((sum, colour) => sum + Math.max(...colour) - Math.min(...colour), 0) /
  Math.max(1, colours.length)

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, n) => sum + n, 0) / Math.max(1, numbers.length)

const opposite = (edge: Edge): Edge => (edge === 'left' ? 'right' : 'left')

/** Fills of the two edges that differ by less say nothing. */
const LEAST_CHROMA = 9
/** A lone fill of more is nobody's grey. */
const COLOURFUL = 60

const byColour = (bubbles: readonly Region[]): Edge | undefined => {
  const [left, right] = (['left', 'right'] as const).map((edge) =>
    bubbles.filter((bubble) => edgeOf(bubble) === edge).map(chroma),
  ) as [number[], number[]]
  if (left.length === 0 || right.length === 0) {
    const edge = left.length > 0 ? 'left' : 'right'
    const only = mean([...left, ...right])
    if (only > COLOURFUL) return edge
    return only < LEAST_CHROMA ? opposite(edge) : undefined
  }
  const difference = mean(left) - mean(right)
  if (Math.abs(difference) < LEAST_CHROMA) return undefined
  return difference > 0 ? 'left' : 'right'
}

/** Pixels as blue as the ticks of a message that was read, on a fill of another colour. */
const blues = ({ data, width }: Raster, { box, colours }: Region): number => {
  const ratio = width / SMALL
  let count = 0
  for (let y = Math.ceil(box.top * ratio); y < Math.floor(box.bottom * ratio); y += 1) {
    const fill = colours[Math.min(colours.length - 1, Math.floor(y / ratio - box.top))]
    if (fill === undefined) continue
    for (let x = Math.ceil((box.left + 2) * ratio); x < (box.right - 2) * ratio; x += 1) {
      const at = (y * width + x) * 3
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
      const far = Math.abs(red - fill[0]) + Math.abs(green - fill[1]) + Math.abs(blue - fill[2])
      if (blue - red > 70 && green - red > 30 && far > 90) count += 1
    }
  }
  return count / (ratio * ratio)
}

const byTicks = (picture: Raster, bubbles: readonly Region[]): Edge | undefined => {
  const ticked = bubbles.filter((bubble) => {
    const count = blues(picture, bubble)
    return count > 4 && count < 120
  })
  const left = ticked.filter((bubble) => edgeOf(bubble) === 'left').length
  const right = ticked.length - left
  if (left === right) return undefined
  return left > right ? 'left' : 'right'
}

/** Pieces of the header from left to right, told by columns that differ from the header's own colour. */
const piecesOf = (
  { data, width, height }: Fine,
  bottom: number,
): readonly { readonly from: number; readonly to: number; readonly rows: number }[] => {
  const top = Math.round(0.03 * height)
  const columns = new Int32Array(width)
  for (let y = top; y < bottom; y += 1) {
    const row = Array.from({ length: width }, (_, x) => (data[(y * width + x) * 3 + 1] ?? 0) / STEP)
    const ground = row.toSorted((a, b) => a - b)[width >> 1] ?? 0
    for (const [x, value] of row.entries())
      if (Math.abs(value - ground) > 30) columns[x] = (columns[x] ?? 0) + 1
  }
  const pieces: { from: number; to: number; rows: number }[] = []
  for (let x = 0; x < width; x += 1) {
    if ((columns[x] ?? 0) === 0) continue
    const last = pieces.at(-1)
    if (last !== undefined && x - last.to <= 4)
      Object.assign(last, { to: x + 1, rows: Math.max(last.rows, columns[x] ?? 0) })
    else pieces.push({ from: x, to: x + 1, rows: columns[x] ?? 0 })
  }
  return pieces
}

/**
 * The picture of whom the chat is with stands at the side where lines begin: a full disc, as wide as it is
 * high.
 */
const byHeader = (small: Fine, bottom: number): Edge | undefined => {
  const disc = piecesOf(small, bottom).find(({ from, to, rows }) => {
    const w = to - from
    return w > 0.055 * SMALL && w < 0.2 * SMALL && rows > 0.75 * w && rows < 1.4 * w
  })
  if (disc === undefined) return undefined
  const centre = (disc.from + disc.to) / 2 / SMALL
  if (Math.abs(centre - 0.5) < 0.12) return undefined
  return centre < 0.5 ? 'right' : 'left'
}

/**
 * Where the owner of the phone writes: what most of the three signs say; nothing where they contradict each
 * other.
 */
export const ownEdge = (
  picture: Raster,
  small: Fine,
  bubbles: readonly Region[],
  headerBottom: number,
): Edge | undefined => {
  const said = [byColour(bubbles), byTicks(picture, bubbles), byHeader(small, headerBottom)]
  const left = said.filter((edge) => edge === 'left').length
  const right = said.filter((edge) => edge === 'right').length
  if (left === right) return undefined
  return left > right ? 'left' : 'right'
}
