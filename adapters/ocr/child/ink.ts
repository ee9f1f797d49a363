import { SMALL } from './bubbles.ts'
import { luminance, quantile, type Box, type Plane, type Raster } from './raster.ts'
import type { Region } from './regions.ts'

/** How much brighter or darker the letters are than their ground, at the least: less is noise. */
const LEAST_CONTRAST = 24
/** Letters cover some hundredths of a bubble; what lies above this part of all pixels is their full ink. */
const PEAK = 0.993

/** Ink of a bubble, cut out with its box in the full picture. */
export type Inked = {
  readonly plane: Plane
  readonly box: Box
  /** 1 where a pixel is no mixture of the fill with black or white, as those of emoji are. */
  readonly coloured: Uint8Array
}

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
  const coloured = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(spans.length - 1, Math.max(0, (full.top + y + 0.5) / ratio - box.top - 0.5))
    const low = Math.floor(row)
    const high = Math.min(spans.length - 1, low + 1)
    const fill = [0, 1, 2].map((channel) => {
      const a = colours[low]?.[channel] ?? 0
      return a + (row - low) * ((colours[high]?.[channel] ?? a) - a)
    })
    const ground = 0.299 * (fill[0] ?? 0) + 0.587 * (fill[1] ?? 0) + 0.114 * (fill[2] ?? 0)
    const from = Math.max(spans[low]?.[0] ?? 0, spans[high]?.[0] ?? 0)
    const to = Math.min(spans[low]?.[1] ?? 0, spans[high]?.[1] ?? 0)
    const begin = Math.max(full.left, Math.ceil((from + 1) * ratio))
    const end = Math.min(full.right, Math.floor((to - 1) * ratio))
    for (let x = begin; x < end; x += 1) {
      const at = ((full.top + y) * picture.width + x) * 3
      const here = y * width + x - full.left
      data[here] = luminance(picture.data, at) - ground
      coloured[here] = isColoured(picture.data, at, fill) ? 1 : 0
    }
  }
  const plane = stretch(data, width, height)
  return plane === undefined ? undefined : { plane, box: full, coloured }
}

/** Farther from every mixture of the fill with black or white than compression takes a letter. */
const COLOURED = 60

const isColoured = (data: Uint8Array, at: number, fill: readonly number[]): boolean => {
  const away = [0, 1, 2].map((channel) => (data[at + channel] ?? 0) - (fill[channel] ?? 0))
  const brighter = (away[0] ?? 0) + (away[1] ?? 0) + (away[2] ?? 0) > 0
  const towards = fill.map((value) => (brighter ? 255 - value : -value))
  const length = towards.reduce((sum, value) => sum + value * value, 0)
  const along = away.reduce((sum, value, i) => sum + value * (towards[i] ?? 0), 0) / Math.max(1, length)
  return away.reduce((sum, value, i) => sum + (value - along * (towards[i] ?? 0)) ** 2, 0) > COLOURED ** 2
}

/** Signs as the stronger side says: bright letters on dark, or dark ones on bright. */
const stretch = (data: Float32Array, width: number, height: number): Plane | undefined => {
  const dark = -quantile(data, 1 - PEAK)
  const bright = quantile(data, PEAK)
  const contrast = Math.max(dark, bright)
  if (contrast < LEAST_CONTRAST) return undefined
  const sign = dark > bright ? -1 : 1
  return { data: data.map((value) => Math.max(0, Math.min(1.2, (sign * value) / contrast))), width, height }
}
