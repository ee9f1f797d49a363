/** Pixels of a decoded picture, three numbers each (red, green, blue), row by row. */
export type Raster<T extends Uint8Array | Uint16Array = Uint8Array> = {
  readonly data: T
  readonly width: number
  readonly height: number
}
/**
 * With 16 bits a channel: a picture that was made smaller knows shades between those of 8 bits, and faint
 * bubbles live there.
 */
export type Fine = Raster<Uint16Array>
/** Of 16 bits, one step of 8. */
export const STEP = 257

/** One number a pixel, row by row: how much ink there is, from 0 (the fill of the bubble) to 1 (its text). */
export type Plane = { readonly data: Float32Array; readonly width: number; readonly height: number }

/** In pixels; `right` and `bottom` are the first ones outside. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const widthOf = ({ left, right }: Box): number => right - left
export const heightOf = ({ top, bottom }: Box): number => bottom - top

/** Rec. 601, which JPEG codes brightness by: of all colours it is the one that compression spares. */
export const luminance = (data: Uint8Array, at: number): number =>
  0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)

/** The value below which `part` of the numbers lie; sorts a copy. 0 where there are none. */
export const quantile = (numbers: ArrayLike<number>, part: number): number => {
  const sorted = Float64Array.from(numbers).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

export const median = (numbers: ArrayLike<number>): number => quantile(numbers, 0.5)

/**
 * A smaller copy of a plane's part, each pixel the mean of those it covers; where it grows, by straight lines
 * between pixels.
 */
export const scale = (plane: Plane, from: Box, width: number, height: number): Plane => {
  const across = resize(plane, from, width)
  const data = new Float32Array(width * height)
  const step = heightOf(from) / height
  for (let y = 0; y < height; y += 1)
    mix(y, step, heightOf(from), (row, weight) => {
      for (let x = 0; x < width; x += 1)
        data[y * width + x] = (data[y * width + x] ?? 0) + weight * (across[row * width + x] ?? 0)
    })
  return { data, width, height }
}

const resize = (plane: Plane, from: Box, width: number): Float32Array => {
  const rows = heightOf(from)
  const data = new Float32Array(width * rows)
  const step = widthOf(from) / width
  for (let x = 0; x < width; x += 1)
    mix(x, step, widthOf(from), (column, weight) => {
      const source = from.left + column
      if (source < 0 || source >= plane.width) return
      for (let y = 0; y < rows; y += 1) {
        const row = from.top + y
        if (row < 0 || row >= plane.height) continue
        data[y * width + x] =
          (data[y * width + x] ?? 0) + weight * (plane.data[row * plane.width + source] ?? 0)
      }
    })
  return data
}

/** Which source pixels make up the one at `at`, and with what weight (together 1). */
const mix = (
  at: number,
  step: number,
  length: number,
  use: (source: number, weight: number) => void,
): void => {
  const clamp = (n: number): number => Math.max(0, Math.min(length - 1, n))
  if (step <= 1) {
    const centre = (at + 0.5) * step - 0.5
    const low = Math.floor(centre)
    use(clamp(low), 1 - (centre - low))
    use(clamp(low + 1), centre - low)
    return
  }
  const begin = at * step
  const end = begin + step
  for (let source = Math.floor(begin); source < end; source += 1) {
    const covered = Math.min(end, source + 1) - Math.max(begin, source)
    if (covered > 0) use(clamp(source), covered / step)
  }
}
