import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { distance } from '../../../../core/base/fingerprint/distance.ts'
import { dihedralsOf, fingerprintOf, pdqOf } from '../../../../core/base/fingerprint/pdq.ts'
import type { Raster } from '../../../../core/base/fingerprint/raster.ts'
import { drawRaster } from './drawing.ts'
import { readReference, readRows, readVector } from './vectors.ts'

const pixelsOf = async (picture: Buffer): Promise<Raster> => {
  const { data, info } = await sharp(picture, { ignoreIcc: true })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 3 }
}

/** What many write first: libvips makes it small, and that is hashed. */
const naiveOf = async (picture: Buffer): Promise<string> => {
  const { data } = await sharp(picture)
    .removeAlpha()
    .resize(64, 64, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return pdqOf({ data, width: 64, height: 64, channels: 1 }).hash
}

describe('PDQ', () => {
  test.each(readReference())(
    'of $file is the reference’s, bit for bit, with its quality',
    async ({ file, hash, quality }) => {
      expect(pdqOf(await pixelsOf(readVector(file)))).toEqual({ hash, quality })
    },
  )

  test.each(readRows('cpp-dihedral.csv'))(
    'of %s turned and mirrored is the reference’s',
    async (file, quality, ...hashes) => {
      expect(fingerprintOf(await pixelsOf(readVector(file)))).toEqual({
        hash: hashes[0],
        quality: Number(quality),
        dihedral: hashes,
      })
    },
  )

  test.each(readRows('cpp-drawings.csv'))(
    'of a drawing of %s x %s with %s channels (%s) is the reference’s',
    (...row) => {
      const [width, height, channels, seed, quality] = row.map(Number)
      const drawing = drawRaster(width!, height!, channels === 1 ? 1 : 3, seed!)
      expect(fingerprintOf(drawing)).toEqual({ hash: row[5], quality, dihedral: row.slice(5) })
    },
  )

  test('is not had by making the picture small first: such hashes are missed', async () => {
    const far = await Promise.all(
      readReference().map(async ({ file, hash }) => distance(await naiveOf(readVector(file)), hash)),
    )
    expect(Math.max(...far)).toBeGreaterThan(10)
    expect(far.filter((bits) => bits === 0)).toEqual([])
  })

  test('of a turned file is among the eight of the file it was made from', async () => {
    const eight = dihedralsOf(await pixelsOf(readVector('bridge-mods/aaa-orig.jpg')))
    const turned = readReference().filter(({ file }) => file.startsWith('reg-test-input/dih/'))
    const nearest = turned.map(({ hash }) => eight.map((one) => distance(one, hash)))
    expect(nearest.map((far) => far.indexOf(Math.min(...far)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(Math.max(...nearest.map((far) => Math.min(...far)))).toBeLessThanOrEqual(18)
    expect(nearest.filter((far) => far[0]! <= 31)).toHaveLength(1)
  })

  test('of less than 5 pixels a side is zeros with quality 0, all eight', () => {
    for (const [width, height] of [
      [4, 64],
      [64, 4],
      [1, 1],
      [0, 0],
    ] as const) {
      const raster: Raster = { data: new Uint8Array(width * height), width, height, channels: 1 }
      expect(fingerprintOf(raster)).toEqual({
        hash: '0'.repeat(64),
        quality: 0,
        dihedral: Array(8).fill('0'.repeat(64)),
      })
    }
  })

  test('of one colour has quality 0', () => {
    expect(
      pdqOf({ data: new Uint8Array(300 * 200).fill(90), width: 300, height: 200, channels: 1 }).quality,
    ).toBe(0)
  })

  test('of a frame of a video sees every pixel; where there is nothing to squash it is the same', () => {
    const small = drawRaster(300, 500, 3, 9)
    expect(pdqOf(small, { squash: false })).toEqual(pdqOf(small))
    const large = drawRaster(1600, 900, 3, 9)
    expect(pdqOf(large, { squash: false })).not.toEqual(pdqOf(large))
  })

  test('passes over a fourth channel', () => {
    const drawing = drawRaster(300, 700, 3, 9)
    const data = new Uint8ClampedArray(300 * 700 * 4)
    for (let i = 0; i < 300 * 700; i += 1)
      data.set([...drawing.data.subarray(i * 3, i * 3 + 3), i % 256], i * 4)
    expect(fingerprintOf({ data, width: 300, height: 700, channels: 4 })).toEqual(fingerprintOf(drawing))
  })

  test('refuses a raster whose samples are not all there', () => {
    expect(() => pdqOf({ data: new Uint8Array(99), width: 10, height: 10, channels: 1 })).toThrow(RangeError)
  })

  test('leaves the raster as it was', () => {
    const drawing = drawRaster(64, 64, 1, 3)
    const before = drawing.data.slice()
    fingerprintOf(drawing)
    expect(drawing.data).toEqual(before)
  })
})
