import { Failure } from '../../base/failure.ts'
import type { KindData } from './chances.ts'

/**
 * What was learnt as bytes, little-endian: how many signs (4 bytes), the scale (4, float), a bias
 * for each kind (4, float), then of all signs the keys (4) and the weights (1 for each kind). The
 * names of the kinds stand beside it, as text.
 */
const headOf = (kinds: number): number => 8 + 4 * kinds
const rowOf = (kinds: number): number => 4 + kinds

export const packKinds = ({ kinds, keys, weights, scale, biases }: KindData): Uint8Array => {
  const head = headOf(kinds.length)
  const bytes = new Uint8Array(head + rowOf(kinds.length) * keys.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, keys.length, true)
  view.setFloat32(4, scale, true)
  biases.forEach((bias, at) => view.setFloat32(8 + 4 * at, bias, true))
  keys.forEach((key, at) => view.setUint32(head + 4 * at, key, true))
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), head + 4 * keys.length)
  return bytes
}

export const unpackKinds = (bytes: Uint8Array, kinds: readonly string[]): KindData => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = headOf(kinds.length)
  const count = bytes.length < head ? -1 : view.getUint32(0, true)
  if (bytes.length !== head + rowOf(kinds.length) * count)
    throw new Failure('flow_invalid', 'what was learnt of kinds is cut short')
  return {
    kinds,
    scale: view.getFloat32(4, true),
    biases: kinds.map((_, at) => view.getFloat32(8 + 4 * at, true)),
    keys: Uint32Array.from({ length: count }, (_, at) => view.getUint32(head + 4 * at, true)),
    weights: new Int8Array(bytes.subarray(head + 4 * count)),
  }
}
