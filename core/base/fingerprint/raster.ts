import { single } from './single.ts'

/**
 * Pixels row by row without padding: one channel of light, or red, green, blue and perhaps a fourth
 * that is passed over. 8 bits each.
 */
export type Raster = {
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
}

/** Light of a picture, row by row, in single precision as the reference computes it. */
export type Luma = { readonly data: Float32Array; readonly width: number; readonly height: number }

/** A picture with a longer side is squashed to this square first, whatever its shape. */
const LARGEST = 512

const RED = single(0.299)
const GREEN = single(0.587)
const BLUE = single(0.114)

/**
 * Which of `from` samples stand for `to` of them: the nearest below, never a mixture. Smooth
 * scaling gives other hashes (up to 16 bits).
 */
const picks = (from: number, to: number, stride: number): Int32Array => {
  const picked = new Int32Array(to)
  for (let i = 0; i < to; i += 1) picked[i] = Math.floor((i * from) / to) * stride
  return picked
}

/**
 * A raster whose fingerprint is that of the whole picture, for who holds only a row of it at a
 * time. `readRow` is asked from the top down and gives `width * channels` samples; what it gives
 * may be written over by the next.
 */
export const gatherRaster = (
  width: number,
  height: number,
  channels: 1 | 3 | 4,
  readRow: (y: number) => Uint8Array | Uint8ClampedArray,
): Raster => {
  const isLarge = width > LARGEST || height > LARGEST
  const across = isLarge ? LARGEST : width
  const down = isLarge ? LARGEST : height
  const columns = picks(width, across, channels)
  const data = new Uint8Array(across * down * channels)
  picks(height, down, 1).forEach((y, to) => {
    const row = readRow(y)
    columns.forEach((at, x) => {
      for (let c = 0; c < channels; c += 1) data[(to * across + x) * channels + c] = row[at + c] as number
    })
  })
  return { data, width: across, height: down, channels }
}

type Samples = Raster['data']

/** A row of light as it is; a call for each row, see filter.ts. */
const takeRow = (data: Samples, row: number, columns: Int32Array, light: Float32Array, to: number): void => {
  for (let x = 0; x < columns.length; x += 1) light[to + x] = data[row + (columns[x] as number)] as number
}

/**
 * A row of red, green and blue as light. Rounded after each step: in double precision one bit in
 * some pictures differs.
 */
const weighRow = (data: Samples, row: number, columns: Int32Array, light: Float32Array, to: number): void => {
  for (let x = 0; x < columns.length; x += 1) {
    const at = row + (columns[x] as number)
    const warm = single(single(RED * (data[at] as number)) + single(GREEN * (data[at + 1] as number)))
    light[to + x] = single(warm + single(BLUE * (data[at + 2] as number)))
  }
}

/**
 * `squash`: PDQ's own first step for large pictures; vPDQ leaves it out. Throws where the samples
 * are fewer than the sides say.
 */
export const lumaOf = ({ data, width, height, channels }: Raster, squash = true): Luma => {
  if (data.length < width * height * channels)
    throw new RangeError('a raster has fewer samples than its sides say')
  const isLarge = squash && (width > LARGEST || height > LARGEST)
  const across = isLarge ? LARGEST : width
  const down = isLarge ? LARGEST : height
  const columns = picks(width, across, channels)
  const rows = picks(height, down, width * channels)
  const light = new Float32Array(across * down)
  for (let y = 0; y < down; y += 1) {
    const row = rows[y] as number
    if (channels === 1) takeRow(data, row, columns, light, y * across)
    else weighRow(data, row, columns, light, y * across)
  }
  return { data: light, width: across, height: down }
}
