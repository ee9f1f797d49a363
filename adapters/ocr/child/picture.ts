import sharp, { type Sharp } from 'sharp'
import { SMALL } from './bubbles.ts'
import type { Fine, Raster } from './raster.ts'

/**
 * Copies of a picture: one that is read, and small ones in which bubbles are looked for, the second softer:
 * faint edges show in one of them.
 */
export type Picture = { readonly small: Fine; readonly softer: Fine; readonly full: Raster }

/** Phones make up to 13 million pixels of a screen; a larger picture is shrunk while it is decoded. */
const MOST_PIXELS = 24_000_000
/** What a file may declare: twice a telephone's camera. More is a bomb, or no screenshot. */
const LIMIT_PIXELS = 120_000_000
/** Text of a chat has 3 to 4 % of the screen's width, so that more pixels than this tell nothing more. */
const WIDEST = 1_200

/**
 * The five decoders that pictures of a conversation need, as in adapters/imaging; the many others stay shut.
 */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
    'VipsForeignLoadNsgif',
  ],
})
sharp.cache(false)
sharp.concurrency(1)

/** How far the small copies are blurred, in pixels. */
const SHARP = 0.5
const SOFT = 0.8

/** Decodes a file; throws what libvips throws. */
export const decode = async (file: Buffer): Promise<Picture> => {
  const open = (): Sharp => sharp(file, { limitInputPixels: LIMIT_PIXELS, sequentialRead: true }).rotate()
  const { width, height, orientation = 1 } = await sharp(file, { limitInputPixels: LIMIT_PIXELS }).metadata()
  const [w, h] = orientation > 4 ? [height, width] : [width, height]
  const most = Math.min(WIDEST, Math.floor(w * Math.min(1, Math.sqrt(MOST_PIXELS / (w * h)))))
  const read = await open()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: Math.max(1, Math.min(w, most)) })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const full = { data: new Uint8Array(read.data), width: read.info.width, height: read.info.height }
  const shrink = async (blur: number): Promise<Fine> => {
    const { data, info } = await sharp(read.data, {
      raw: { width: full.width, height: full.height, channels: 3 },
    })
      .resize({ width: SMALL, kernel: 'cubic' })
      .blur(blur)
      .toColourspace('rgb16')
      .raw({ depth: 'ushort' })
      .toBuffer({ resolveWithObject: true })
    const { buffer, byteOffset, length } = data
    const { width: across, height: down } = info
    return {
      data: new Uint16Array(buffer.slice(byteOffset, byteOffset + length)),
      width: across,
      height: down,
    }
  }
  return { full, small: await shrink(SHARP), softer: await shrink(SOFT) }
}
