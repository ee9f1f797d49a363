import { HIDDEN } from './kernel/common.ts'
import { makeKernel } from './kernel/kernel.ts'
import { makeCut, type Vocabulary } from './pieces.ts'
import { makeVectors } from './vectors.ts'
import { makeMemory } from './web-assembly.ts'

/** What the encoder is made of: the files beside its levels (bots/amin/crisis/encoder). */
export type Weights = {
  readonly vocabulary: Vocabulary & { readonly outputs: readonly string[] }
  /** A vector for each piece and one for each place (vectors.ts). */
  readonly words: Uint8Array
  /** The norm before the layers; of each layer its products and norms; the head. */
  readonly layers: Uint8Array
}

/** How strongly a text says each of `outputs`, as logits. */
export type Encode = (text: string) => readonly number[]

const LAYERS = 6
const WIDE = 4 * HIDDEN
const FLOAT = 4
const PAGE = 65_536
/** Every part of the weights lies on such a border. */
const BORDER = 16
/** Below it nothing is put: an address of nothing would be one of something. */
const BOTTOM = 1_024
/** What the head looks at: the mean over all pieces, their most, and those that it heeds. */
const POOLS = 3

const upTo = (count: number, border: number): number => Math.ceil(count / border) * border

/** Hands out places one behind the other. */
const places = (bottom: number) => {
  let top = bottom
  return {
    take: (bytes: number): number => {
      const at = top
      top += upTo(bytes, BORDER)
      return at
    },
    top: (): number => top,
  }
}

type Places = ReturnType<typeof places>

const productAt = ({ take }: Places, inputs: number, outputs: number) => ({
  inputs,
  outputs,
  w: take(inputs * outputs),
  scales: take(outputs * FLOAT),
  biases: take(outputs * FLOAT),
})
type Product = ReturnType<typeof productAt>
const normAt = ({ take }: Places) => ({ w: take(HIDDEN * FLOAT), b: take(HIDDEN * FLOAT) })
const layerAt = (at: Places) => ({
  look: productAt(at, HIDDEN, 3 * HIDDEN),
  seen: productAt(at, HIDDEN, HIDDEN),
  afterLook: normAt(at),
  widen: productAt(at, HIDDEN, WIDE),
  narrow: productAt(at, WIDE, HIDDEN),
  afterThought: normAt(at),
})

const softmax = (scores: readonly number[]): readonly number[] => {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/**
 * Six layers of a transformer over the pieces of a text, and a head over what comes out. Weights lie
 * in a memory of their own, where the kernel works. Costs some 20 ms of a processor for 15 words; of
 * a longer text only so many pieces are read as the vocabulary says.
 */
export const makeEncoder = async ({ vocabulary, words, layers }: Weights): Promise<Encode> => {
  const cut = makeCut(vocabulary)
  const vectorsOf = makeVectors(words, vocabulary.pieces.length)
  const outputs = vocabulary.outputs.length
  const longest = upTo(vocabulary.longest, 4)

  const weights = places(BOTTOM)
  const first = normAt(weights)
  const parts = Array.from({ length: LAYERS }, () => layerAt(weights))
  const heed = { w: weights.take(HIDDEN * FLOAT), b: weights.take(FLOAT) }
  const head = { w: weights.take(outputs * POOLS * HIDDEN * FLOAT), b: weights.take(outputs * FLOAT) }
  if (weights.top() - BOTTOM !== layers.length) throw new RangeError('layers of another size')

  const room = places(weights.top())
  const [x, y, mid, looks, q, steps, scores] = [
    room.take(longest * HIDDEN * FLOAT),
    room.take(longest * HIDDEN * FLOAT),
    room.take(longest * WIDE * FLOAT),
    room.take(longest * 3 * HIDDEN * FLOAT),
    room.take(longest * WIDE * 2),
    room.take(longest * FLOAT),
    room.take(longest * FLOAT),
  ]
  const memory = makeMemory(Math.ceil(room.top() / PAGE))
  new Uint8Array(memory.buffer).set(layers, BOTTOM)
  const kernel = await makeKernel(memory)
  const numbers = new Float32Array(memory.buffer)
  const at = (address: number, index: number): number => numbers[address / FLOAT + index] ?? 0

  const multiply = (
    from: number,
    rows: number,
    { inputs, outputs: out, ...by }: Product,
    to: number,
  ): void => {
    kernel.quantise(from, rows, inputs, q, steps)
    kernel.linear(q, steps, rows, inputs, by.w, by.scales, by.biases, out, to)
  }

  const run = (count: number): void => {
    const rows = upTo(count, 4)
    kernel.norm(x, y, rows, first.w, first.b)
    for (const { look, seen, afterLook, widen, narrow, afterThought } of parts) {
      multiply(x, rows, look, looks)
      kernel.attend(looks, count, scores, y)
      multiply(y, rows, seen, mid)
      kernel.norm(x, mid, rows, afterLook.w, afterLook.b)
      multiply(x, rows, widen, mid)
      kernel.gelu(mid, rows * WIDE)
      multiply(mid, rows, narrow, y)
      kernel.norm(x, y, rows, afterThought.w, afterThought.b)
    }
  }

  /** Mean, most and heeded of each number over the pieces. */
  const pool = (count: number): Float64Array => {
    const rows = Array.from({ length: count }, (_, row) =>
      numbers.subarray(x / FLOAT + row * HIDDEN, x / FLOAT + (row + 1) * HIDDEN),
    )
    const shares = softmax(
      rows.map((row) => row.reduce((sum, v, n) => sum + v * at(heed.w, n), at(heed.b, 0))),
    )
    const pooled = new Float64Array(POOLS * HIDDEN).fill(-Infinity, HIDDEN, 2 * HIDDEN)
    rows.forEach((row, r) => {
      const share = shares[r] ?? 0
      row.forEach((v, n) => {
        pooled[n] = (pooled[n] ?? 0) + v / count
        pooled[HIDDEN + n] = Math.max(pooled[HIDDEN + n] ?? 0, v)
        pooled[2 * HIDDEN + n] = (pooled[2 * HIDDEN + n] ?? 0) + v * share
      })
    })
    return pooled
  }

  return (text) => {
    const ids = cut(text)
    const rows = upTo(ids.length, 4)
    numbers.fill(0, x / FLOAT, x / FLOAT + rows * HIDDEN)
    numbers.set(vectorsOf(ids), x / FLOAT)
    numbers.fill(0, y / FLOAT, y / FLOAT + rows * HIDDEN)
    run(ids.length)
    const pooled = pool(ids.length)
    return Array.from({ length: outputs }, (_, output) =>
      pooled.reduce((sum, v, n) => sum + v * at(head.w, output * pooled.length + n), at(head.b, output)),
    )
  }
}
