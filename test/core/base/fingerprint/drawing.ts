import type { Raster } from '../../../../core/base/fingerprint/raster.ts'

/** A picture made of integers alone, the same on every machine: waves, a slope and noise, from `seed`. */
export const drawRaster = (width: number, height: number, channels: 1 | 3, seed: number): Raster => {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
  const steps = Array.from({ length: 4 }, () => 1 + (next() % 23))
  const noise = 1 + (next() % 96)
  const wave = (at: number): number => Math.abs((((at % 512) + 512) % 512) - 256)
  const data = new Uint8Array(width * height * channels)
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < channels; c += 1, to += 1) {
        const light =
          wave(x * steps[0]! + y * steps[1]! + c * 70) + wave(x * steps[2]! - y * steps[3]! + 40 * c)
        data[to] = Math.min(255, (light >> 2) + (x * 60) / width + (next() % noise))
      }
  return { data, width, height, channels }
}
