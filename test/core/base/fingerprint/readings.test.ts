import { describe, expect, test } from 'vitest'
import { distance, SAME_PICTURE } from '../../../../core/base/fingerprint/distance.ts'
import { fingerprintOf } from '../../../../core/base/fingerprint/pdq.ts'
import type { Raster } from '../../../../core/base/fingerprint/raster.ts'
import { readingsOf } from '../../../../core/base/fingerprint/readings.ts'
import { drawRaster } from './drawing.ts'

/** A picture with large shapes, as photographs have them. */
const draw = (seed: number): Raster => {
  const side = 240
  const { data } = drawRaster(side, side, 1, seed)
  const soft = new Uint8Array(side * side)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const blob = 90 * Math.sin((x * (1 + (seed % 3))) / 31) * Math.cos((y * (1 + (seed % 5))) / 43)
      soft[y * side + x] = Math.max(
        20,
        Math.min(235, 128 + blob + ((data[y * side + x] as number) - 128) / 8),
      )
    }
  return { data: soft, width: side, height: side, channels: 1 }
}

/** The picture laid on a ground of one colour. */
const on = (picture: Raster, ground: number, { top = 0, bottom = 0, side = 0 }): Raster => {
  const width = picture.width + 2 * side
  const height = picture.height + top + bottom
  const data = new Uint8Array(width * height).fill(ground)
  for (let y = 0; y < picture.height; y += 1)
    data.set(picture.data.subarray(y * picture.width, (y + 1) * picture.width), (y + top) * width + side)
  return { data, width, height, channels: 1 }
}
const crop = ({ data, width, height }: Raster, rim: number): Raster => {
  const kept = new Uint8Array((width - 2 * rim) * (height - 2 * rim))
  for (let y = rim; y < height - rim; y += 1)
    kept.set(data.subarray(y * width + rim, (y + 1) * width - rim), (y - rim) * (width - 2 * rim))
  return { data: kept, width: width - 2 * rim, height: height - 2 * rim, channels: 1 }
}
const stripe = (raster: Raster, height: number): Raster => {
  const data = Uint8Array.from(raster.data)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < raster.width; x += 1) data[y * raster.width + x] = (x + y) % 7 < 3 ? 230 : 10
  return { ...raster, data }
}

const hashes = (raster: Raster): readonly string[] => [
  fingerprintOf(raster).hash,
  ...[...readingsOf(raster).values()].map(({ hash }) => hash),
]
const nearest = (one: Raster, other: Raster): number => {
  const others = hashes(other)
  return Math.min(...hashes(one).flatMap((a) => others.map((b) => distance(a, b))))
}

describe('a picture is known by a part of it where its whole is another', () => {
  const picture = draw(7)
  test.each([
    ['bars above and below', on(picture, 0, { top: 70, bottom: 70 })],
    ['a frame around it', on(picture, 255, { top: 30, bottom: 30, side: 30 })],
    ['a bar of signs over its top', stripe(picture, 24)],
    ['a rim cut off', crop(picture, 12)],
    ['a narrow rim cut off', crop(picture, 7)],
  ])('%s', (_, changed) => expect(nearest(picture, changed)).toBeLessThanOrEqual(SAME_PICTURE))

  test('and no part of another picture is near', () => {
    for (const seed of [2, 4, 5, 9]) expect(nearest(picture, draw(seed))).toBeGreaterThan(SAME_PICTURE)
  })

  test('bars that were put around it are told from the whole, which alone is far', () => {
    expect(
      distance(fingerprintOf(picture).hash, fingerprintOf(on(picture, 0, { top: 70, bottom: 70 })).hash),
    ).toBeGreaterThan(SAME_PICTURE)
  })
})

test('a page of one colour, and a picture too small to be cut, have no parts that could be told apart', () => {
  const page: Raster = { data: new Uint8Array(100 * 100).fill(250), width: 100, height: 100, channels: 1 }
  for (const { quality } of readingsOf(page).values()) expect(quality).toBe(0)
  expect(() => readingsOf({ data: new Uint8Array(4), width: 2, height: 2, channels: 1 })).not.toThrow()
})
