/**
 * QR code (ISO/IEC 18004) of a short text: byte mode, error correction M, versions 1 to 15 (at most
 * 412 bytes). Made here because the text is a secret: no service may draw it, and no package is
 * needed for it.
 */

/** Level M, by version: error-correction bytes a block, and the number of blocks (ISO/IEC 18004, table 9). */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24] as const
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10] as const

const alignmentsOf = (version: number): readonly number[] => {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const last = version * 4 + 10
  return [6, ...Array.from({ length: count - 1 }, (_, i) => last - step * (count - 2 - i))]
}

/** Data and correction bytes that a version holds. */
const bytesOf = (version: number): number => {
  const marks = version === 1 ? 0 : Math.floor(version / 7) + 2
  const free =
    (16 * version + 128) * version +
    64 -
    (marks === 0 ? 0 : (25 * marks - 10) * marks - 55) -
    (version >= 7 ? 36 : 0)
  return Math.floor(free / 8)
}

const multiply = (a: number, b: number): number => {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0)

/** Reed-Solomon remainder of the data, `degree` bytes. */
const correctionOf = (data: readonly number[], degree: number): readonly number[] => {
  const divisor = zeros(degree)
  divisor[degree - 1] = 1
  for (let i = 0, root = 1; i < degree; i += 1, root = multiply(root, 2))
    for (let j = 0; j < degree; j += 1) divisor[j] = multiply(divisor[j] ?? 0, root) ^ (divisor[j + 1] ?? 0)
  const rest = zeros(degree)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0)
    rest.push(0)
    divisor.forEach((value, i) => (rest[i] = (rest[i] ?? 0) ^ multiply(value, factor)))
  }
  return rest
}

const room = (version: number): number =>
  bytesOf(version) - (CORRECTION[version - 1] ?? 0) * (BLOCKS[version - 1] ?? 0)

const dataOf = (text: Uint8Array, version: number): readonly number[] => {
  const bits: number[] = []
  const put = (value: number, length: number): void => {
    for (let i = length - 1; i >= 0; i -= 1) bits.push((value >>> i) & 1)
  }
  put(4, 4)
  put(text.length, version < 10 ? 8 : 16)
  for (const byte of text) put(byte, 8)
  put(0, Math.min(4, room(version) * 8 - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  const bytes = Array.from({ length: bits.length / 8 }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((sum, bit) => 2 * sum + bit, 0),
  )
  for (let pad = 0xec; bytes.length < room(version); pad ^= 0xec ^ 0x11) bytes.push(pad)
  return bytes
}

/**
 * Blocks with their correction, interleaved; the first blocks are a byte shorter where it does not
 * come out even.
 */
const interleave = (data: readonly number[], version: number): readonly number[] => {
  const degree = CORRECTION[version - 1] ?? 0
  const count = BLOCKS[version - 1] ?? 1
  const short = Math.floor(data.length / count)
  const longer = data.length % count
  const blocks = Array.from({ length: count }, (_, i) => {
    const from = i * short + Math.max(0, i - (count - longer))
    return data.slice(from, from + short + (i >= count - longer ? 1 : 0))
  })
  const corrections = blocks.map((block) => correctionOf(block, degree))
  const columns = (rows: readonly (readonly number[])[], length: number): readonly number[] =>
    Array.from({ length }, (_, i) => rows.flatMap((row) => row[i] ?? [])).flat()
  return [...columns(blocks, short + 1), ...columns(corrections, degree)]
}

type Grid = { readonly size: number; readonly dark: boolean[][]; readonly fixed: boolean[][] }

const drawFixed = (version: number): Grid => {
  const size = version * 4 + 17
  const rows = (): boolean[][] =>
    Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const grid: Grid = { size, dark: rows(), fixed: rows() }
  const set = (x: number, y: number, dark: boolean): void => {
    const row = grid.dark[y]
    const fix = grid.fixed[y]
    if (row === undefined || fix === undefined || x < 0 || x >= size) return
    row[x] = dark
    fix[x] = true
  }
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  const ring = (cx: number, cy: number, radius: number, isDark: (distance: number) => boolean): void => {
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1)
        set(cx + dx, cy + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    ring(x, y, 4, (distance) => distance !== 2 && distance !== 4)
  const places = alignmentsOf(version)
  const last = places.length - 1
  places.forEach((x, i) =>
    places.forEach((y, j) => {
      if (!((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)))
        ring(x, y, 2, (distance) => distance !== 1)
    }),
  )
  drawFormat(grid, 0, set)
  if (version >= 7) {
    let rest = version
    for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
    const bits = (version << 12) | rest
    for (let i = 0; i < 18; i += 1) {
      const dark = ((bits >>> i) & 1) === 1
      set(size - 11 + (i % 3), Math.floor(i / 3), dark)
      set(Math.floor(i / 3), size - 11 + (i % 3), dark)
    }
  }
  return grid
}

/** Level M has the bits 00 in front of the mask's three. */
const drawFormat = (grid: Grid, mask: number, set: (x: number, y: number, dark: boolean) => void): void => {
  let rest = mask
  for (let i = 0; i < 10; i += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const bit = (i: number): boolean => ((bits >>> i) & 1) === 1
  for (let i = 0; i <= 5; i += 1) set(8, i, bit(i))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let i = 9; i < 15; i += 1) set(14 - i, 8, bit(i))
  for (let i = 0; i < 8; i += 1) set(grid.size - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i += 1) set(8, grid.size - 15 + i, bit(i))
  set(8, grid.size - 8, true)
}

/**
 * Two columns at a time from the right, up and down in turn, around the upright timing column; mask
 * 0 (x + y even).
 */
const drawData = (grid: Grid, bytes: readonly number[]): void => {
  let bit = 0
  for (let right = grid.size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const upward = ((right + 1) & 2) === 0
    for (let step = 0; step < grid.size; step += 1)
      for (const x of [right, right - 1]) {
        const y = upward ? grid.size - 1 - step : step
        if (grid.fixed[y]?.[x] !== false) continue
        const value = (((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1
        const row = grid.dark[y]
        if (row !== undefined) row[x] = value !== ((x + y) % 2 === 0)
        bit += 1
      }
  }
}

/** Rows of modules, true for dark, without the quiet zone; nothing where the text is too long. */
export const makeQr = (text: string): readonly (readonly boolean[])[] | undefined => {
  const bytes = new TextEncoder().encode(text)
  const version = CORRECTION.findIndex((_, i) => room(i + 1) >= bytes.length + (i + 1 < 10 ? 2 : 3)) + 1
  if (version === 0) return undefined
  const grid = drawFixed(version)
  drawData(grid, interleave(dataOf(bytes, version), version))
  return grid.dark
}
