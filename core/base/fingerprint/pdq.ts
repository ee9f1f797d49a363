import { cosinesOf, KEPT } from './cosines.ts'
import { sampleOf, SIDE } from './filter.ts'
import { lumaOf, type Raster } from './raster.ts'
import { single } from './single.ts'

/*
 * PDQ, the perceptual hash published by Facebook (now Meta) in 2019: "The TMK+PDQF Video-Hashing
 * Algorithm and the PDQ Image-Hashing Algorithm",
 * https://github.com/facebook/ThreatExchange/tree/main/pdq (hashing.pdf there). Written anew from
 * the published description; every bit equals the C++ reference's (test/core/base/fingerprint), so
 * that our lists and others' speak of the same pictures.
 */

/**
 * `hash`: 64 hexadecimal digits. `quality`: 0 to 100, how much there is in the picture to tell it
 * by; below 50 a hash matches too much.
 */
export type Pdq = { readonly hash: string; readonly quality: number }

/**
 * Hashes of the picture and of what it becomes turned and mirrored, in the reference's order: as it
 * is; turned by 90, 180, 270 degrees counterclockwise; mirrored upside down, left to right, along
 * the main and along the other diagonal. To search with, since the hash of a mirrored picture is
 * far from its own.
 */
export type Fingerprint = Pdq & { readonly dihedral: readonly string[] }

/**
 * A side shorter than this has no hash: zeros, quality 0. Judged as the reference does, after a
 * long picture was squashed to a square.
 */
const SHORTEST = 5
const DIHEDRAL = 8
const NOTHING = '0'.repeat(64)
/** Sum of the gradients, in percent of the whole range, that makes one point of quality. */
const GRADIENTS_A_POINT = 90
const BEST = 100
const WORDS = 16
const WORD_BITS = 16

const step = (a: number, b: number): number => Math.abs(Math.trunc(single(single(single(a - b) * 100) / 255)))

const qualityOf = (sample: Float32Array): number => {
  let sum = 0
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const at = y * SIDE + x
      const here = sample[at] as number
      if (y + 1 < SIDE) sum += step(here, sample[at + SIDE] as number)
      if (x + 1 < SIDE) sum += step(here, sample[at + 1] as number)
    }
  return Math.min(BEST, Math.floor(sum / GRADIENTS_A_POINT))
}

/** A bit for each coefficient above the lower median, the last of 16 words first. */
const hashOf = (cosines: Float32Array): string => {
  const median = cosines.slice().sort()[cosines.length / 2 - 1] as number
  let hash = ''
  for (let word = WORDS - 1; word >= 0; word -= 1) {
    let bits = 0
    for (let bit = 0; bit < WORD_BITS; bit += 1)
      if ((cosines[word * WORD_BITS + bit] as number) > median) bits |= 1 << bit
    hash += bits.toString(16).padStart(4, '0')
  }
  return hash
}

/**
 * Turning and mirroring a picture moves its coefficients and changes signs of those with an odd
 * frequency.
 */
const turned = (
  cosines: Float32Array,
  isTransposed: boolean,
  sign: (i: number, j: number) => number,
): string => {
  const moved = new Float32Array(cosines.length)
  for (let i = 0; i < KEPT; i += 1)
    for (let j = 0; j < KEPT; j += 1)
      moved[isTransposed ? j * KEPT + i : i * KEPT + j] = sign(i, j) * (cosines[i * KEPT + j] as number)
  return hashOf(moved)
}

/** Index 0 is frequency 1: odd frequencies stand at even indices. */
const odd = (index: number): number => (index % 2 === 0 ? -1 : 1)

const dihedralOf = (cosines: Float32Array): readonly string[] => [
  hashOf(cosines),
  turned(cosines, true, (_, j) => odd(j)),
  turned(cosines, false, (i, j) => odd(i) * odd(j)),
  turned(cosines, true, (i) => odd(i)),
  turned(cosines, false, (i) => odd(i)),
  turned(cosines, false, (_, j) => odd(j)),
  turned(cosines, true, () => 1),
  turned(cosines, true, (i, j) => odd(i) * odd(j)),
]

const readingOf = (
  raster: Raster,
  squash = true,
): { readonly cosines: Float32Array; readonly quality: number } | undefined => {
  const luma = lumaOf(raster, squash)
  if (luma.width < SHORTEST || luma.height < SHORTEST) return undefined
  const sample = sampleOf(luma)
  return { cosines: cosinesOf(sample), quality: qualityOf(sample) }
}

/** `squash: false` for frames of videos: vPDQ reads them whole. */
export const pdqOf = (raster: Raster, { squash = true }: { readonly squash?: boolean } = {}): Pdq => {
  const reading = readingOf(raster, squash)
  return reading === undefined
    ? { hash: NOTHING, quality: 0 }
    : { hash: hashOf(reading.cosines), quality: reading.quality }
}

/** The hash and its seven relatives, for one reading of the picture. */
export const fingerprintOf = (raster: Raster): Fingerprint => {
  const reading = readingOf(raster)
  const dihedral =
    reading === undefined ? Array.from({ length: DIHEDRAL }, () => NOTHING) : dihedralOf(reading.cosines)
  return { hash: dihedral[0] as string, quality: reading === undefined ? 0 : reading.quality, dihedral }
}

export const dihedralsOf = (raster: Raster): readonly string[] => fingerprintOf(raster).dihedral
