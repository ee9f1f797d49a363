import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { openImages } from '../../adapters/imaging/index.ts'
import { readPixels } from '../../adapters/imaging/render.ts'
import { fingerprintOf, pdqOf } from '../../core/base/fingerprint/pdq.ts'
import { median, part, print, round, type Given } from './figures.ts'

/** The reference's twelve, mostly 1600 x 1004. */
const FOLDER = new URL('../../test/vectors/pdq/bridge-mods/', import.meta.url)
type Size = { readonly pictures: number; readonly rounds: number }
const FULL: Size = { pictures: Infinity, rounds: 15 }
const SMALLEST: Size = { pictures: 1, rounds: 1 }
const ALONE = 'libvips decode alone'
const RAW = 'libvips decode to raw pixels'
const IN_CHILD = 'the same, in the picture process'

/**
 * PDQ a second on one core, beside what libvips alone takes to decode the same files: thrown away
 * as it is decoded, and handed over whole. Rounds alternate; the first warms caches and compiles;
 * medians are printed, one JSON line each. What a core does is told by processor time, which other
 * programs on the machine disturb less than the clock.
 */
export const benchFingerprint = async ({ smallest }: Given): Promise<void> => {
  const { pictures: most, rounds } = smallest ? SMALLEST : FULL
  const pictures = readdirSync(FOLDER)
    .slice(0, most)
    .map((name) => readFileSync(new URL(name, FOLDER)))
  const rasters = await Promise.all(pictures.map(async (picture) => (await readPixels(picture)).raster))
  const images = openImages()
  sharp.concurrency(1)
  sharp.cache(false)
  const kinds: Readonly<Record<string, (picture: Buffer, i: number) => unknown>> = {
    // One pixel of the decoded rows is asked for, so that libvips has to pass through all of them.
    [ALONE]: (picture) =>
      sharp(picture, { sequentialRead: true })
        .resize(1, 1, { kernel: 'nearest', fastShrinkOnLoad: false })
        .raw()
        .toBuffer(),
    [RAW]: (picture) => sharp(picture, { sequentialRead: true }).raw().toBuffer(),
    'PDQ of decoded pixels': (_, i) => pdqOf(rasters[i]!),
    'PDQ with its seven relatives, of decoded pixels': (_, i) => fingerprintOf(rasters[i]!),
    'decode and PDQ with its seven relatives, in one process': async (picture) =>
      fingerprintOf((await readPixels(picture)).raster),
    [IN_CHILD]: (picture) => images.fingerprint(picture),
  }
  const times = new Map(
    Object.keys(kinds).map((name) => [name, { wall: [] as number[], cpu: [] as number[] }]),
  )
  try {
    for (let n = 0; n <= rounds; n += 1) {
      part(`round ${n} of ${rounds}`)
      for (const [name, work] of Object.entries(kinds)) {
        const start = performance.now()
        const before = process.cpuUsage()
        for (const [i, picture] of pictures.entries()) await work(picture, i)
        const { user, system } = process.cpuUsage(before)
        if (n === 0) continue
        times.get(name)?.wall.push(performance.now() - start)
        times.get(name)?.cpu.push((user + system) / 1_000)
      }
    }
  } finally {
    await images.close()
  }
  const perSecond = (all: readonly number[] = []): number => (pictures.length * 1_000) / median(all)
  const rateOf = (name: string): number => perSecond(times.get(name)?.cpu)
  for (const [name, { wall }] of times) {
    const isElsewhere = name === IN_CHILD
    print({
      bench: 'fingerprint',
      name,
      picturesPerSecond: round(perSecond(wall), 1),
      ...(isElsewhere
        ? {}
        : {
            perSecondOfOneCore: round(rateOf(name), 1),
            ofDecodeAlone: round(rateOf(name) / rateOf(ALONE), 3),
            ofDecodeToRaw: round(rateOf(name) / rateOf(RAW), 3),
          }),
    })
  }
}
