import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from '../../core/base/fingerprint/distance.ts'
import { dihedralsOf, fingerprintOf, pdqOf } from '../../core/base/fingerprint/pdq.ts'
import type { Raster } from '../../core/base/fingerprint/raster.ts'
import { drawRaster } from '../core/base/fingerprint/drawing.ts'
import { runs } from './runs.ts'

const hash = fc
  .array(fc.constantFrom(...Array.from('0123456789abcdef')), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.join(''))

/** By the letter: how many binary digits differ. */
const slowDistance = (one: string, other: string): number =>
  (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length

test('distance is a metric, and counts the bits that differ', () => {
  fc.assert(
    fc.property(hash, hash, hash, (a, b, c) => {
      expect(distance(a, b)).toBe(slowDistance(a, b))
      expect(distance(a, a)).toBe(0)
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c))
    }),
    runs(100),
  )
})

const SIDE = 64
const LAST = SIDE - 1

/** Where each pixel of the turned picture comes from, in the order of the eight hashes. */
const TURNS: readonly ((x: number, y: number) => readonly [number, number])[] = [
  (x, y) => [x, y],
  (x, y) => [LAST - y, x],
  (x, y) => [LAST - x, LAST - y],
  (x, y) => [y, LAST - x],
  (x, y) => [x, LAST - y],
  (x, y) => [LAST - x, y],
  (x, y) => [y, x],
  (x, y) => [LAST - y, LAST - x],
]

const turn = (raster: Raster, from: (x: number, y: number) => readonly [number, number]): Raster => {
  const data = new Uint8Array(raster.data.length)
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const [sx, sy] = from(x, y)
      data[y * SIDE + x] = raster.data[sy * SIDE + sx]!
    }
  return { ...raster, data }
}

/**
 * Sums in another order round otherwise: a coefficient beside the median may fall on its other
 * side, and one more for it.
 */
const ROUNDING = 4

test('the hashes of a turned raster are those of the raster, in another order', () => {
  const noise = fc.uint8Array({ minLength: SIDE * SIDE, maxLength: SIDE * SIDE })
  fc.assert(
    fc.property(noise, fc.nat(7), (data, k) => {
      // Where much is equal every bit is a toss-up; the noise is laid over a drawing.
      const drawing = drawRaster(SIDE, SIDE, 1, 5).data
      const raster: Raster = {
        data: data.map((value, i) => (value >> 1) + (drawing[i]! >> 1)),
        width: SIDE,
        height: SIDE,
        channels: 1,
      }
      const before = dihedralsOf(raster)
      const after = dihedralsOf(turn(raster, TURNS[k]!))
      expect(distance(after[0]!, before[k]!)).toBeLessThanOrEqual(ROUNDING)
      for (const one of after)
        expect(Math.min(...before.map((other) => distance(one, other)))).toBeLessThanOrEqual(ROUNDING)
    }),
    runs(15),
  )
})

test('any raster has a hash of 64 digits and a whole quality from 0 to 100; the first of eight is the hash itself', () => {
  const raster = fc
    .record({
      width: fc.integer({ min: 1, max: 90 }),
      height: fc.integer({ min: 1, max: 90 }),
      channels: fc.constantFrom(1, 3, 4),
    })
    .chain(({ width, height, channels }) => {
      const length = width * height * channels
      return fc
        .uint8Array({ minLength: length, maxLength: length })
        .map((data): Raster => ({ data, width, height, channels }))
    })
  fc.assert(
    fc.property(raster, (given) => {
      const { hash, quality, dihedral } = fingerprintOf(given)
      expect(pdqOf(given)).toEqual({ hash, quality })
      expect(dihedral).toHaveLength(8)
      expect(dihedral[0]).toBe(hash)
      for (const one of dihedral) expect(one).toMatch(/^[0-9a-f]{64}$/)
      expect(Number.isInteger(quality) && quality >= 0 && quality <= 100).toBe(true)
    }),
    runs(25),
  )
})
