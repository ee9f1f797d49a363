import type { Luma } from './raster.ts'
import { single } from './single.ts'

/** Side of the square that a picture is brought to. */
export const SIDE = 64

/**
 * Two passes of a box in each direction come near to a tent: what is finer than the 64 samples is
 * gone before they are picked.
 */
const PASSES = 2

/** Samples of a box, of a side this long: ceil(length / 128). */
const windowOf = (length: number): number => Math.floor((length + 127) / 128)

/*
 * Each row is a call of its own: a function that is called often is compiled once and for good,
 * while one long loop is compiled in its middle and given up at its end, again for every picture (a
 * third of the time in V8).
 */

/**
 * Means of a window that is cut off at the edges, along the row that begins at `start`, by a
 * running sum. `from` and `to` are apart.
 */
const averageRow = (
  from: Float32Array,
  to: Float32Array,
  start: number,
  width: number,
  window: number,
): void => {
  const half = Math.floor((window + 2) / 2)
  let out = start
  let enters = start
  let leaves = start
  let sum = 0
  let count = 0
  for (let i = 0; i < half - 1; i += 1, enters += 1, count += 1) sum = single(sum + (from[enters] as number))
  for (let i = 0; i < window - half + 1; i += 1, enters += 1, out += 1) {
    sum = single(sum + (from[enters] as number))
    count += 1
    to[out] = single(sum / count)
  }
  for (let i = 0; i < width - window; i += 1, enters += 1, leaves += 1, out += 1) {
    sum = single(single(sum + (from[enters] as number)) - (from[leaves] as number))
    to[out] = single(sum / count)
  }
  for (let i = 0; i < half - 1; i += 1, leaves += 1, out += 1) {
    sum = single(sum - (from[leaves] as number))
    count -= 1
    to[out] = single(sum / count)
  }
}

/** A row enters the sums of all columns. */
const enterSums = (sums: Float32Array, from: Float32Array, enters: number): void => {
  for (let x = 0; x < sums.length; x += 1)
    sums[x] = single((sums[x] as number) + (from[enters + x] as number))
}

/** A row enters and another leaves. */
const passSums = (sums: Float32Array, from: Float32Array, enters: number, leaves: number): void => {
  for (let x = 0; x < sums.length; x += 1)
    sums[x] = single(
      single((sums[x] as number) + (from[enters + x] as number)) - (from[leaves + x] as number),
    )
}

const leaveSums = (sums: Float32Array, from: Float32Array, leaves: number): void => {
  for (let x = 0; x < sums.length; x += 1)
    sums[x] = single((sums[x] as number) - (from[leaves + x] as number))
}

const writeMeans = (sums: Float32Array, to: Float32Array, out: number, count: number): void => {
  for (let x = 0; x < sums.length; x += 1) to[out + x] = single((sums[x] as number) / count)
}

/**
 * The same down the columns, with one running sum for each column: a row at a time, since a walk
 * down each column by itself misses the cache at every step. Each column's sums are made in the
 * same order, so they round the same.
 */
const averageColumns = (
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  window: number,
): void => {
  const half = Math.floor((window + 2) / 2)
  const sums = new Float32Array(width)
  let out = 0
  let enters = 0
  let leaves = 0
  let count = 0
  for (let i = 0; i < half - 1; i += 1, enters += width, count += 1) enterSums(sums, from, enters)
  for (let i = 0; i < window - half + 1; i += 1, enters += width, out += width) {
    count += 1
    enterSums(sums, from, enters)
    writeMeans(sums, to, out, count)
  }
  for (let i = 0; i < height - window; i += 1, enters += width, leaves += width, out += width) {
    passSums(sums, from, enters, leaves)
    writeMeans(sums, to, out, count)
  }
  for (let i = 0; i < half - 1; i += 1, leaves += width, out += width) {
    count -= 1
    leaveSums(sums, from, leaves)
    writeMeans(sums, to, out, count)
  }
}

/** The 64 x 64 samples of a picture, filtered. Writes over `luma`. Sides are at least 5. */
export const sampleOf = ({ data, width, height }: Luma): Float32Array => {
  // Already of that size: the reference leaves it unfiltered.
  if (width === SIDE && height === SIDE) return data
  const between = new Float32Array(width * height)
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let y = 0; y < height; y += 1) averageRow(data, between, y * width, width, windowOf(width))
    averageColumns(between, data, width, height, windowOf(height))
  }
  const sample = new Float32Array(SIDE * SIDE)
  for (let y = 0, to = 0; y < SIDE; y += 1) {
    const row = Math.floor(((y + 0.5) * height) / SIDE) * width
    for (let x = 0; x < SIDE; x += 1, to += 1)
      sample[to] = data[row + Math.floor(((x + 0.5) * width) / SIDE)] as number
  }
  return sample
}
