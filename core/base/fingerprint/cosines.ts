import { SIDE } from './filter.ts'
import { single } from './single.ts'

/**
 * Frequencies kept in each direction: 1 to 16. The mean (0) says how bright a picture is, and is
 * left out.
 */
export const KEPT = 16

const makeBasis = (): Float32Array => {
  const basis = new Float32Array(KEPT * SIDE)
  const scale = single(Math.sqrt(2 / SIDE))
  for (let i = 0; i < KEPT; i += 1)
    for (let j = 0; j < SIDE; j += 1)
      basis[i * SIDE + j] = scale * Math.cos((Math.PI / 2 / SIDE) * (i + 1) * (2 * j + 1))
  return basis
}

const BASIS = makeBasis()

/**
 * The 16 x 16 lowest cosine coefficients of 64 x 64 samples, vertical frequency first; single
 * precision, summed in the reference's order.
 */
export const cosinesOf = (sample: Float32Array): Float32Array => {
  const half = new Float32Array(KEPT * SIDE)
  for (let i = 0; i < KEPT; i += 1)
    for (let j = 0; j < SIDE; j += 1) {
      let sum = 0
      for (let k = 0; k < SIDE; k += 1)
        sum = single(sum + single((BASIS[i * SIDE + k] as number) * (sample[k * SIDE + j] as number)))
      half[i * SIDE + j] = sum
    }
  const cosines = new Float32Array(KEPT * KEPT)
  for (let i = 0; i < KEPT; i += 1)
    for (let j = 0; j < KEPT; j += 1) {
      let sum = 0
      for (let k = 0; k < SIDE; k += 1)
        sum = single(sum + single((half[i * SIDE + k] as number) * (BASIS[j * SIDE + k] as number)))
      cosines[i * KEPT + j] = sum
    }
  return cosines
}
