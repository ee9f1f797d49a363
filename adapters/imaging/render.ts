import sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { Raster } from '../../core/base/fingerprint/raster.ts'

/** Runs in the child process only. */
type Rendered = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** Longest sides in pixels (core/ports/images.ts). */
const PREVIEW_SIDE = 480
const VIEW_SIDE = 1_600
/** Fine print of a photographed page stays readable, and every messenger takes it. */
const CLEAN_SIDE = 2_560
/** 100 million pixels: above what phone cameras give by default, 0.4 GB when fully decoded. */
const MAX_PIXELS = 100_000_000
/**
 * Up to here a picture is decoded whole for its fingerprint: 72 MB of samples. Phone cameras give
 * 12 by default, 50 and more when asked.
 */
const MAX_WHOLE_PIXELS = 24_000_000
/** Side of the square in PDQ's own first step. */
const REDUCED_SIDE = 512
/** Of one pass in libvips; the parent's wall clock is behind it. */
const TIMEOUT_SECONDS = 8
/**
 * The preview is made of 16 samples along the longest side, so nothing finer is in it that
 * sharpening could bring back. Faces stop being recognised between 18 and 15 samples across
 * (Bachmann 1991, European Journal of Cognitive Psychology 3, 87-103), and the blur leaves some 10
 * of the 16: even a face that fills the picture is safe, and a line of text is less than one sample
 * high.
 */
const SAMPLES = 16
/** Standard deviation of the blur over the enlarged samples, as a part of the longest side: 20 px of 480. */
const BLUR = 1 / 24
/** Under transparent parts: neither black nor white text on nothing becomes readable by it. */
const BACKDROP = '#808080'

/**
 * First page only, upright by its EXIF, sRGB, opaque. `failOn: 'error'` refuses cut files instead
 * of filling them with grey.
 */
const open = (picture: Uint8Array): Sharp =>
  sharp(picture, { failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true, pages: 1 })
    .autoOrient()
    .timeout({ seconds: TIMEOUT_SECONDS })
    .flatten({ background: BACKDROP })
    .toColourspace('srgb')

/** The size within `side`, never enlarged. */
const fit = (
  width: number,
  height: number,
  side: number,
): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

export const renderPreview = async (picture: Uint8Array): Promise<Rendered> => {
  const { autoOrient } = await sharp(picture, { limitInputPixels: MAX_PIXELS }).metadata()
  const samples = await open(picture)
    .resize(SAMPLES, SAMPLES, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = fit(autoOrient.width, autoOrient.height, PREVIEW_SIDE)
  const { width: across, height: down, channels } = samples.info
  const { data } = await sharp(samples.data, { raw: { width: across, height: down, channels } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .blur(Math.max(0.3, Math.max(width, height) * BLUR))
    .webp({ quality: 60 })
    .toBuffer({ resolveWithObject: true })
  return { data, width, height }
}

export const renderView = async (picture: Uint8Array): Promise<Rendered> => {
  const { data, info } = await open(picture)
    .resize(VIEW_SIDE, VIEW_SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Sharp writes no metadata unless it is told to. Fine letters stay whole without chroma subsampling. */
export const renderClean = async (picture: Uint8Array): Promise<Rendered> => {
  const { data, info } = await open(picture)
    .resize(CLEAN_SIDE, CLEAN_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/**
 * As the file holds them: see FingerprintOutcome in core/ports/images.ts. One channel where the
 * picture is grey, else three.
 */
export const readPixels = async (
  picture: Uint8Array,
): Promise<{ readonly raster: Raster; readonly reduced: boolean }> => {
  const input = {
    failOn: 'error',
    limitInputPixels: MAX_PIXELS,
    sequentialRead: true,
    pages: 1,
    ignoreIcc: true,
  } as const
  const { width, height, channels: stored } = await sharp(picture, input).metadata()
  const reduced = width * height > MAX_WHOLE_PIXELS
  const opened = sharp(picture, input).timeout({ seconds: TIMEOUT_SECONDS }).removeAlpha()
  const sized = reduced ? opened.resize(REDUCED_SIDE, REDUCED_SIDE, { fit: 'fill' }) : opened
  const { data, info } = await sized
    .toColourspace(stored < 3 ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return {
    raster: { data, width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3 },
    reduced,
  }
}
