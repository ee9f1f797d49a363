import sharp from 'sharp'
import { fingerprintOf, pdqOf, type Fingerprint } from '../../../core/base/fingerprint/pdq.ts'
import { readingsOf } from '../../../core/base/fingerprint/readings.ts'
import type { Raster } from '../../../core/base/fingerprint/raster.ts'
import type { Examination } from '../../../core/base/examination.ts'
import { makeFacts, notComputed } from '../facts.ts'
import type { Made, Parts, ExaminationQuestion, Reply } from '../protocol.ts'
import { isFault } from './fault.ts'
import type { File } from './file.ts'
import { blur } from './shrink.ts'

/**
 * As adapters/imaging: 0.4 GB when fully decoded; above the second, PDQ's own first step is left to
 * libvips (a few bits off, and said).
 */
const MAX_PIXELS = 100_000_000
const MAX_WHOLE_PIXELS = 24_000_000
const REDUCED_SIDE = 512
const TIMEOUT_SECONDS = 8
/** 50 megapixels take 0.7 GB in libheif. */
const MAX_HEIC_PIXELS = 50_000_000

/**
 * The eight hashes of a part as 256 bytes, with their quality: as text they would be twice as long,
 * in each of five facts.
 */
const packed = ({ quality, dihedral }: Fingerprint): string =>
  `q${quality} ${Buffer.from(dihedral.join(''), 'hex').toString('base64')}`

const resultOf = (raster: Raster, tool: string, reduced: boolean): Examination => {
  const { hash, quality, dihedral } = fingerprintOf(raster)
  const facts = makeFacts()
  facts.put('pdq', hash)
  facts.put('quality', quality)
  dihedral.slice(1).forEach((other, i) => facts.put(`d${i + 1}`, other))
  if (reduced) facts.put('reduced', 1)
  for (const [reading, part] of readingsOf(raster)) facts.put(reading, packed(part))
  return { aspect: 'fingerprint', found: 'found', tool, facts: facts.all() }
}

/** The samples as the file holds them: no profile, no orientation, no alpha, as the reference does. */
export const fingerprintPicture = async (file: File, parts: Parts): Promise<Reply> => {
  const tool = `${parts.pdq}, ${parts.sharp}`
  const none = (why: 'too_large' | 'too_slow' | 'damaged'): Reply => ({
    results: [notComputed('fingerprint', tool, why)],
    pictures: [],
  })
  const bytes = file.whole()
  if (bytes === undefined) return none('too_large')
  const input = {
    failOn: 'error',
    limitInputPixels: MAX_PIXELS,
    sequentialRead: true,
    pages: 1,
    ignoreIcc: true,
  } as const
  try {
    const { width, height, channels } = await sharp(bytes, { ...input, limitInputPixels: false }).metadata()
    if (width * height > MAX_PIXELS) return none('too_large')
    const reduced = width * height > MAX_WHOLE_PIXELS
    const opened = sharp(bytes, input).timeout({ seconds: TIMEOUT_SECONDS }).removeAlpha()
    const { data, info } = await (
      reduced ? opened.resize(REDUCED_SIDE, REDUCED_SIDE, { fit: 'fill' }) : opened
    )
      .toColourspace(channels < 3 ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const raster: Raster = {
      data,
      width: info.width,
      height: info.height,
      channels: info.channels === 1 ? 1 : 3,
    }
    return { results: [resultOf(raster, tool, reduced)], pictures: [] }
  } catch (error) {
    return none(/timeout/i.test(error instanceof Error ? error.message : '') ? 'too_slow' : 'damaged')
  }
}

/**
 * HEIC, whose pixels sharp's build cannot decode: fingerprint and preview of its main picture, as
 * libheif turns it.
 */
export const readHeic = async (file: File, parts: Parts): Promise<Reply> => {
  const decoder = parts['heic-decode']
  const tools = { fingerprint: `${parts.pdq}, ${decoder}`, rendering: `${decoder}, ${parts.sharp}` } as const
  const none = (why: 'too_large' | 'damaged'): Reply => ({
    results: [
      notComputed('fingerprint', tools.fingerprint, why),
      notComputed('rendering', tools.rendering, why),
    ],
    pictures: [],
  })
  const bytes = file.whole()
  if (bytes === undefined) return none('too_large')
  try {
    const { default: heic } = await import('heic-decode')
    const images = await heic.all({ buffer: bytes })
    try {
      const [main] = images
      if (main === undefined || !(main.width * main.height > 0)) return none('damaged')
      if (main.width * main.height > MAX_HEIC_PIXELS) return none('too_large')
      const { data, width, height } = await main.decode()
      const raster: Raster = { data, width, height, channels: 4 }
      const picture = await blur(raster)
      return {
        results: [
          resultOf(raster, tools.fingerprint, false),
          {
            aspect: 'rendering',
            found: 'found',
            tool: tools.rendering,
            facts: { width, height, pictures: images.length },
          },
        ],
        pictures: [{ what: 'preview', index: 0, ...picture, tool: tools.rendering }],
      }
    } finally {
      images.dispose()
    }
  } catch (error) {
    if (isFault(error)) throw error
    return none('damaged')
  }
}

/** A frame of a video. Its hash is vPDQ's: of the whole frame, without PDQ's own first step. */
export const readFrame = async (
  { frame }: ExaminationQuestion,
  pixels: Buffer,
  parts: Parts,
): Promise<Reply> => {
  if (frame === undefined || pixels.length !== frame.width * frame.height * 3)
    return { results: [], pictures: [] }
  const raster: Raster = { data: pixels, width: frame.width, height: frame.height, channels: 3 }
  const picture: Made = {
    what: 'frame',
    index: frame.index,
    ...(await blur(raster, frame.turn)),
    tool: parts.sharp,
  }
  return { results: [], pictures: [picture], pdq: pdqOf(raster, { squash: false }) }
}
