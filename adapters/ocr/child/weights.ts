/** A matrix of the recogniser with what is added after it. */
export type Layer = {
  readonly rows: number
  readonly columns: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}

export type Weights = {
  /** Counts what was taught: two readings of one version are the same. */
  readonly version: number
  /** What it can read; output 0 is "nothing here", output n the character n - 1. */
  readonly characters: readonly string[]
  /** Every line is brought to this height. */
  readonly height: number
  readonly layer: (name: string) => Layer
}

type Head = {
  /** Of the form of this file. */
  readonly form: number
  readonly version: number
  readonly height: number
  readonly characters: string
  readonly layers: readonly { readonly name: string; readonly rows: number; readonly columns: number }[]
}

const FORM = 1

/**
 * `length of head (u32) | head (JSON) | for each layer: scales (f32 a row), bias (f32 a row), weights (i16)`,
 * all little-endian, each
 * layer on a border of 4 bytes. A weight is its number times the scale of its row.
 */
export const readWeights = (file: Uint8Array): Weights => {
  const view = new DataView(file.buffer, file.byteOffset, file.length)
  const length = view.getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as Head
  if (head.form !== FORM) throw new RangeError('weights of another form')
  const layers = new Map<string, Layer>()
  let at = 4 + length
  for (const { name, rows, columns } of head.layers) {
    const bias = Float32Array.from({ length: rows }, (_, row) => view.getFloat32(at + 4 * (rows + row), true))
    const weights = new Float32Array(rows * columns)
    const start = at + 8 * rows
    for (let row = 0; row < rows; row += 1) {
      const scale = view.getFloat32(at + 4 * row, true)
      for (let i = row * columns; i < (row + 1) * columns; i += 1)
        weights[i] = scale * view.getInt16(start + 2 * i, true)
    }
    layers.set(name, { rows, columns, weights, bias })
    at = start + 2 * rows * columns
    at += at % 4
  }
  return {
    version: head.version,
    characters: Array.from(head.characters),
    height: head.height,
    layer: (name) => {
      const layer = layers.get(name)
      if (layer === undefined) throw new RangeError('weights without a layer')
      return layer
    },
  }
}
