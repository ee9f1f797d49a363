import { Failure } from '../../base/failure.ts'
import { KINDS, type LearntData } from './learnt.ts'

/**
 * What was learnt as bytes, little-endian: how many signs (4 bytes), the scale (4, float), a bias
 * for each kind (4, float), then of all signs the keys (4) and the weights (1 for each kind).
 */
const HEAD = 8 + 4 * KINDS.length
const ROW = 4 + KINDS.length

export const packLearnt = ({ keys, weights, scale, biases }: LearntData): Uint8Array => {
  const bytes = new Uint8Array(HEAD + ROW * keys.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, keys.length, true)
  view.setFloat32(4, scale, true)
  biases.forEach((bias, at) => view.setFloat32(8 + 4 * at, bias, true))
  keys.forEach((key, at) => view.setUint32(HEAD + 4 * at, key, true))
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), HEAD + 4 * keys.length)
  return bytes
}

export const unpackLearnt = (bytes: Uint8Array): LearntData => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = bytes.length < HEAD ? -1 : view.getUint32(0, true)
  if (bytes.length !== HEAD + ROW * count)
    throw new Failure('flow_invalid', 'what was learnt of messages is cut short')
  return {
    scale: view.getFloat32(4, true),
    biases: KINDS.map((_, at) => view.getFloat32(8 + 4 * at, true)),
    keys: Uint32Array.from({ length: count }, (_, at) => view.getUint32(HEAD + 4 * at, true)),
    weights: new Int8Array(bytes.subarray(HEAD + 4 * count)),
  }
}
