import type { Inked } from './ink.ts'
import { heightOf, widthOf, type Box } from './raster.ts'

/** Compared with a line's pitch: letters are narrower or lower, pictures larger. */
const LOWEST = 0.5
const TALLEST = 1.5
const NARROWEST = 0.5
/** How much of its box a small picture fills; a word in colour, such as a link, fills a quarter. */
const FULLEST = 0.38

type Piece = { readonly box: Box; readonly pixels: number }

/** Coloured pixels that touch, in all eight directions. */
const piecesOf = (coloured: Uint8Array, width: number, height: number): readonly Piece[] => {
  const left = Uint8Array.from(coloured)
  const stack: number[] = []
  const pieces: Piece[] = []
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] === 0) continue
    left[start] = 0
    stack.push(start)
    let pixels = 0
    let box: Box = { left: width, top: height, right: 0, bottom: 0 }
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      pixels += 1
      const x = at % width
      const y = (at - x) / width
      box = {
        left: Math.min(box.left, x),
        top: Math.min(box.top, y),
        right: Math.max(box.right, x + 1),
        bottom: Math.max(box.bottom, y + 1),
      }
      for (let down = Math.max(0, y - 1); down <= Math.min(height - 1, y + 1); down += 1)
        for (let across = Math.max(0, x - 1); across <= Math.min(width - 1, x + 1); across += 1) {
          const next = down * width + across
          if (left[next] === 0) continue
          left[next] = 0
          stack.push(next)
        }
    }
    pieces.push({ box, pixels })
  }
  return pieces
}

/** Takes the small coloured pictures out of a bubble: they are no letters, and would be read as some. */
export const withoutEmoji = (ink: Inked, pitch: number): Inked => {
  const { plane, coloured } = ink
  const data = Float32Array.from(plane.data)
  for (const { box, pixels } of piecesOf(coloured, plane.width, plane.height)) {
    const w = widthOf(box)
    const h = heightOf(box)
    const isPicture =
      w >= NARROWEST * pitch && h >= LOWEST * pitch && h <= TALLEST * pitch && pixels >= FULLEST * w * h
    if (!isPicture) continue
    for (let y = Math.max(0, box.top - 1); y < Math.min(plane.height, box.bottom + 1); y += 1)
      data.fill(
        0,
        y * plane.width + Math.max(0, box.left - 2),
        y * plane.width + Math.min(plane.width, box.right + 2),
      )
  }
  return { ...ink, plane: { ...plane, data } }
}
