import sharp from 'sharp'
import type { Raster } from '../../../core/base/fingerprint/raster.ts'
import { PICTURE_SIDE } from '../protocol.ts'

type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/** The rule of adapters/imaging/render.ts, where its reasons stand; a test holds the two together. */
const SAMPLES = 16
const BLUR = 1 / 24
const BACKDROP = '#808080'

/** Small and blurred, as WebP without metadata. `turn`: degrees clockwise. */
export const blur = async (
  { data, width, height, channels }: Raster,
  turn: 0 | 90 | 180 | 270 = 0,
): Promise<Picture> => {
  const upright = turn % 180 === 0 ? { width, height } : { width: height, height: width }
  const scale = Math.min(1, PICTURE_SIDE / Math.max(width, height))
  const to = {
    width: Math.max(1, Math.round(upright.width * scale)),
    height: Math.max(1, Math.round(upright.height * scale)),
  }
  // Shrunk before it is turned: of the whole picture there is then no second copy.
  const samples = await sharp(data, { raw: { width, height, channels } })
    .flatten({ background: BACKDROP })
    .resize(SAMPLES, SAMPLES, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const turned = await sharp(samples.data, {
    raw: { width: samples.info.width, height: samples.info.height, channels: samples.info.channels },
  })
    .rotate(turn)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const bytes = await sharp(turned.data, {
    raw: { width: turned.info.width, height: turned.info.height, channels: turned.info.channels },
  })
    .resize(to.width, to.height, { fit: 'fill', kernel: 'cubic' })
    .blur(Math.max(0.3, Math.max(to.width, to.height) * BLUR))
    .webp({ quality: 60 })
    .toBuffer()
  return { bytes, ...to }
}
