import { SMALL } from './bubbles.ts'
import { luminance, quantile, type Box, type Plane, type Raster } from './raster.ts'
import type { Region } from './regions.ts'

/** How much brighter or darker the letters are than their ground, at the least: less is noise. */
const LEAST_CONTRAST = 24
/** Letters cover some hundredths of a bubble; what lies above this part of all pixels is their full ink. */
const PEAK = 0.993

/** Ink of a bubble, cut out with its box in the full picture. */
export type Inked = { readonly plane: Plane; readonly box: Box; readonly contrast: number }

/**
 * What stands on a fill: the difference in brightness, row by row, for the fill may be a gradient. Brightness
 * alone, so that coloured
 * ticks and emoji fade. Outside the fill's own outline (round corners, shadows) there is none.
 */
export const inkOf = (
  picture: Raster,
  { box, spans, colours }: Pick<Region, 'box' | 'spans' | 'colours'>,
): Inked | undefined => {
  const ratio = picture.width / SMALL
  const clip = (n: number, most: number): number => Math.max(0, Math.min(most, Math.round(n)))
  const full: Box = {
    left: clip(box.left * ratio, picture.width),
    right: clip(box.right * ratio, picture.width),
    top: clip(box.top * ratio, picture.height),
    bottom: clip(box.bottom * ratio, picture.height),
  }
  const width = full.right - full.left
  const height = full.bottom - full.top
  const data = new Float32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(spans.length - 1, Math.max(0, (full.top + y + 0.5) / ratio - box.top - 0.5))
    const low = Math.floor(row)
    const high = Math.min(spans.length - 1, low + 1)
    const [red, green, blue] = [0, 1, 2].map((channel) => {
      const a = colours[low]?.[channel] ?? 0
      return a + (row - low) * ((colours[high]?.[channel] ?? a) - a)
    })
    const ground = 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0)
    const from = Math.max(spans[low]?.[0] ?? 0, spans[high]?.[0] ?? 0)
    const to = Math.min(spans[low]?.[1] ?? 0, spans[high]?.[1] ?? 0)
    const begin = Math.max(full.left, Math.ceil((from + 1) * ratio))
    const end = Math.min(full.right, Math.floor((to - 1) * ratio))
    for (let x = begin; x < end; x += 1)
      data[y * width + x - full.left] =
        luminance(picture.data, ((full.top + y) * picture.width + x) * 3) - ground
  }
  return stretch(data, width, height, full)
}

/** Signs as the stronger side says: bright letters on dark, or dark ones on bright. */
const stretch = (data: Float32Array, width: number, height: number, box: Box): Inked | undefined => {
  const dark = -quantile(data, 1 - PEAK)
  const bright = quantile(data, PEAK)
  const contrast = Math.max(dark, bright)
  if (contrast < LEAST_CONTRAST) return undefined
  const sign = dark > bright ? -1 : 1
  return {
    plane: {
      data: data.map((value) => Math.max(0, Math.min(1.2, (sign * value) / contrast))),
      width,
      height,
    },
    box,
    contrast,
  }
}
