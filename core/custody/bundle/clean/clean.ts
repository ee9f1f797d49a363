import { mebibytes } from '../../../base/units.ts'
import { cleanFilm, cleanVoice } from './films.ts'
import { cleanGif, cleanJpeg, cleanPng, cleanWebp } from './pictures.ts'

const CLEANERS: Readonly<Record<string, (data: Uint8Array) => Uint8Array | undefined>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/apng': cleanPng,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
  'video/mp4': cleanFilm,
  'video/quicktime': cleanFilm,
  'video/x-m4v': cleanFilm,
  'audio/mp4': cleanFilm,
  'audio/x-m4a': cleanFilm,
  'audio/ogg': cleanVoice,
  'audio/opus': cleanVoice,
}

/** Kept in memory while it is cleaned. */
export const MAX_CLEANED = mebibytes(64)

/**
 * A copy that shows and plays the same, without place, names, device, comments and whatever else
 * lies beside it; the same for the same bytes. Nothing of a kind whose parts are not told apart
 * here (HEIC, PDF, Office, archives and others), nor of what does not hold to its format: nobody
 * could say what is left in it.
 */
export const cleanFile = (data: Uint8Array, mime: string | undefined): Uint8Array | undefined =>
  CLEANERS[mime?.split(';', 1)[0]?.trim() ?? '']?.(data)
