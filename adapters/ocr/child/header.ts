import type { Character } from './decode.ts'
import { cutOf, linesOf } from './lines.ts'
import { luminance, quantile, type Box, type Plane, type Raster } from './raster.ts'

/** Clock and battery stand above. */
const STATUS_BAR = 0.032
/** Words of a name are parted by less. */
const WORD_GAP = 1.1
const LEAST_CONTRAST = 30

/** Ink of the head of the screen: what differs from each row's own colour. */
const inkOfHead = (
  { data, width, height }: Raster,
  bottom: number,
): { readonly plane: Plane; readonly top: number } | undefined => {
  const top = Math.round(STATUS_BAR * height)
  const rows = Math.floor(bottom) - top
  if (rows < 12) return undefined
  const raw = new Float32Array(width * rows)
  for (let y = 0; y < rows; y += 1) {
    const row = Float32Array.from({ length: width }, (_, x) => luminance(data, ((top + y) * width + x) * 3))
    const ground = quantile(row, 0.5)
    for (let x = 0; x < width; x += 1) raw[y * width + x] = (row[x] ?? 0) - ground
  }
  const dark = -quantile(raw, 0.01)
  const bright = quantile(raw, 0.99)
  const contrast = Math.max(dark, bright)
  if (contrast < LEAST_CONTRAST) return undefined
  const sign = dark > bright ? -1 : 1
  return {
    plane: {
      data: raw.map((value) => Math.max(0, Math.min(1.2, (sign * value) / contrast))),
      width,
      height: rows,
    },
    top,
  }
}

/** Stretches of columns with ink, over a gap no wider than between words. */
const piecesOf = (
  { data, width, height }: Plane,
  gap: number,
): readonly { readonly from: number; readonly to: number }[] => {
  const pieces: { from: number; to: number }[] = []
  for (let x = 0; x < width; x += 1) {
    let inked = 0
    for (let y = 0; y < height; y += 1) if ((data[y * width + x] ?? 0) > 0.5) inked += 1
    if (inked === 0) continue
    const last = pieces.at(-1)
    if (last !== undefined && x - last.to <= gap) last.to = x + 1
    else pieces.push({ from: x, to: x + 1 })
  }
  return pieces
}

const part = ({ data, width, height }: Plane, from: number, to: number): Plane => {
  const out = new Float32Array((to - from) * height)
  for (let y = 0; y < height; y += 1)
    out.set(data.subarray(y * width + from, y * width + to), y * (to - from))
  return { data: out, width: to - from, height }
}

/**
 * The name in the head of a chat: the upper line of the widest piece that is no picture and no arrow.
 * `bottom`: where the chat begins.
 * Read twice, for it may be a number.
 */
export const headerOf = (
  picture: Raster,
  bottom: number,
  pitch: number,
  read: (plane: Plane, cut: Box) => readonly Character[],
): { readonly first: readonly Character[]; readonly second: readonly Character[] } | undefined => {
  const head = inkOfHead(picture, bottom)
  if (head === undefined) return undefined
  const names = piecesOf(head.plane, WORD_GAP * 0.6 * pitch)
    .map(({ from, to }) => part(head.plane, from, to))
    .filter(({ width }) => width > 1.1 * pitch)
    .flatMap((plane) => {
      const [line] = linesOf(plane, pitch).filter(
        ({ top, bottom: end }) => end - top > 0.45 * pitch && end - top < 1.6 * pitch,
      )
      const cut = line === undefined ? undefined : cutOf(plane, line, pitch)
      return cut === undefined ? [] : [{ plane, cut }]
    })
  const [name] = names.toSorted((a, b) => b.plane.width - a.plane.width)
  if (name === undefined) return undefined
  const { plane, cut } = name
  const more = Math.round(0.08 * (cut.bottom - cut.top))
  const first = read(plane, cut)
  return first.length === 0
    ? undefined
    : { first, second: read(plane, { ...cut, top: cut.top - more, bottom: cut.bottom + more }) }
}
