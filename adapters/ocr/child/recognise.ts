import type { Plane } from './raster.ts'
import type { Layer, Weights } from './weights.ts'

/** Numbers of `channels` planes, one after the other. */
type Tensor = {
  readonly data: Float32Array
  readonly channels: number
  readonly height: number
  readonly width: number
}

/** Blocks that look along the line, each at the eight columns around a column. */
const BLOCKS = 5
const REACH = 4

const relu = (data: Float32Array): void => {
  for (let i = 0; i < data.length; i += 1) if ((data[i] ?? 0) < 0) data[i] = 0
}

/**
 * Weights times columns, with the bias: four rows and two columns at a time, so that what is loaded is used
 * often.
 */
const multiply = (
  { rows, columns: depth, weights, bias }: Layer,
  input: Float32Array,
  width: number,
): Float32Array => {
  const output = new Float32Array(rows * width)
  for (let row = 0; row < rows; row += 4) {
    const count = Math.min(4, rows - row)
    const [w0, w1, w2, w3] = [0, 1, 2, 3].map((i) => (row + Math.min(i, count - 1)) * depth) as [
      number,
      number,
      number,
      number,
    ]
    for (let x = 0; x < width; x += 2) {
      const next = x + 1 < width ? 1 : 0
      let [a0, a1, b0, b1, c0, c1, d0, d1] = [0, 0, 0, 0, 0, 0, 0, 0]
      for (let k = 0, at = x; k < depth; k += 1, at += width) {
        const p = input[at] ?? 0
        const q = input[at + next] ?? 0
        const wa = weights[w0 + k] ?? 0
        const wb = weights[w1 + k] ?? 0
        const wc = weights[w2 + k] ?? 0
        const wd = weights[w3 + k] ?? 0
        a0 += wa * p
        a1 += wa * q
        b0 += wb * p
        b1 += wb * q
        c0 += wc * p
        c1 += wc * q
        d0 += wd * p
        d1 += wd * q
      }
      const sums = [a0, a1, b0, b1, c0, c1, d0, d1]
      for (let i = 0; i < count; i += 1) {
        output[(row + i) * width + x] = (sums[2 * i] ?? 0) + (bias[row + i] ?? 0)
        if (next === 1) output[(row + i) * width + x + 1] = (sums[2 * i + 1] ?? 0) + (bias[row + i] ?? 0)
      }
    }
  }
  return output
}

/** For each pixel the nine around it, as columns for `multiply`. */
const unfold = ({ data, channels, height, width }: Tensor): Float32Array => {
  const size = height * width
  const output = new Float32Array(9 * channels * size)
  for (let channel = 0; channel < channels; channel += 1)
    for (let tap = 0; tap < 9; tap += 1) {
      const down = Math.floor(tap / 3) - 1
      const across = (tap % 3) - 1
      const target = (channel * 9 + tap) * size
      for (let y = Math.max(0, -down); y < Math.min(height, height - down); y += 1) {
        const from = channel * size + (y + down) * width + across
        const begin = Math.max(0, -across)
        const end = Math.min(width, width - across)
        output.set(data.subarray(from + begin, from + end), target + y * width + begin)
      }
    }
  return output
}

const convolve = (input: Tensor, layer: Layer): Tensor => {
  const data = multiply(layer, unfold(input), input.height * input.width)
  relu(data)
  return { ...input, data, channels: layer.rows }
}

/** The larger of neighbours: two rows, and `across` columns. */
const pool = ({ data, channels, height, width }: Tensor, across: 1 | 2): Tensor => {
  const to = { height: height / 2, width: width / across }
  const output = new Float32Array(channels * to.height * to.width)
  for (let row = 0, at = 0; row < channels * to.height; row += 1)
    for (let x = 0; x < to.width; x += 1, at += 1) {
      const here = 2 * row * width + across * x
      const beside = here + across - 1
      output[at] = Math.max(
        data[here] ?? 0,
        data[beside] ?? 0,
        data[here + width] ?? 0,
        data[beside + width] ?? 0,
      )
    }
  return { data: output, channels, ...to }
}

/** Each row of numbers with its own nine weights. */
const alongRows = (
  { rows, columns, weights, bias }: Layer,
  input: Float32Array,
  width: number,
): Float32Array => {
  const output = new Float32Array(rows * width)
  for (let row = 0; row < rows; row += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = bias[row] ?? 0
      for (let tap = Math.max(0, REACH - x); tap < Math.min(columns, width + REACH - x); tap += 1)
        sum += (weights[row * columns + tap] ?? 0) * (input[row * width + x + tap - REACH] ?? 0)
      output[row * width + x] = sum
    }
  return output
}

/**
 * For each second column of a line, how likely each character is (logarithms, larger is likelier); `outputs`
 * numbers a column.
 */
export const score = (
  line: Plane,
  weights: Weights,
): { readonly columns: number; readonly outputs: number; readonly data: Float32Array } => {
  let planes: Tensor = { data: line.data, channels: 1, height: line.height, width: line.width }
  planes = pool(convolve(planes, weights.layer('c1')), 2)
  planes = pool(convolve(planes, weights.layer('c2')), 1)
  planes = pool(convolve(planes, weights.layer('c3')), 1)
  planes = convolve(planes, weights.layer('c4'))
  const { width } = planes
  // A column of the picture, its rows and channels one after the other, as the layer was taught.
  let along = multiply(weights.layer('p'), planes.data, width)
  relu(along)
  for (let block = 0; block < BLOCKS; block += 1) {
    const inner = multiply(
      weights.layer(`t${block}.a`),
      alongRows(weights.layer(`t${block}.d`), along, width),
      width,
    )
    relu(inner)
    const more = multiply(weights.layer(`t${block}.b`), inner, width)
    along = along.map((value, i) => value + (more[i] ?? 0))
  }
  const last = weights.layer('o')
  return { columns: width, outputs: last.rows, data: multiply(last, along, width) }
}
