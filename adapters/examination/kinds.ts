/** What is read of which type. All tables are by the type that the content shows. */

/** Boxes of ISO/IEC 14496-12. */
const BOXED: ReadonlySet<string> = new Set([
  'video/mp4',
  'video/quicktime',
  'video/x-m4v',
  'video/3gpp',
  'video/3gpp2',
  'audio/mp4',
  'audio/x-m4a',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
  'image/avif',
])
const OGG: ReadonlySet<string> = new Set(['audio/ogg', 'video/ogg', 'application/ogg', 'audio/opus'])

/** What sharp's decoders open here; HEIC only as far as its header. */
const PICTURES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/avif',
])
const HEIC: ReadonlySet<string> = new Set([
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
])

/** ffmpeg is told what to expect: of its own choice it would also read playlists, which name other files. */
const DEMUXERS: Readonly<Record<string, string>> = {
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/x-m4v': 'mov',
  'video/3gpp': 'mov',
  'video/3gpp2': 'mov',
  'audio/mp4': 'mov',
  'audio/x-m4a': 'mov',
  'video/webm': 'matroska',
  'audio/webm': 'matroska',
  'video/matroska': 'matroska',
  'audio/matroska': 'matroska',
  'video/x-matroska': 'matroska',
  'audio/ogg': 'ogg',
  'video/ogg': 'ogg',
  'application/ogg': 'ogg',
  'audio/opus': 'ogg',
  'video/vnd.avi': 'avi',
  'video/mp2t': 'mpegts',
  'video/mpeg': 'mpeg',
  'video/x-flv': 'flv',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/flac': 'flac',
  'audio/x-flac': 'flac',
}

/** Types in which the C2PA reader knows where to look, by the name it has for them. */
const SIGNED: Readonly<Record<string, string>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/gif': 'image/gif',
  'image/avif': 'image/avif',
  'image/heic': 'image/heic',
  'image/heif': 'image/heif',
  'image/tiff': 'image/tiff',
  'video/mp4': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'video/quicktime': 'video/quicktime',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/mpeg': 'audio/mpeg',
  'audio/wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'application/pdf': 'application/pdf',
}

const isIn = (set: ReadonlySet<string>, mime: string | undefined): boolean =>
  mime !== undefined && set.has(mime)

export const isBoxed = (mime: string | undefined): boolean => isIn(BOXED, mime)
export const isOgg = (mime: string | undefined): boolean => isIn(OGG, mime)
export const isPicture = (mime: string | undefined): boolean => isIn(PICTURES, mime)
export const isHeic = (mime: string | undefined): boolean => isIn(HEIC, mime)
/** ZIP and what is made of it, such as office files: nobody reads the names in it here. */
export const isArchive = (mime: string | undefined): boolean =>
  mime !== undefined && /zip|openxmlformats|opendocument/.test(mime)
export const isPdf = (mime: string | undefined): boolean => mime === 'application/pdf'
export const isMoving = (mime: string | undefined): boolean => mime?.startsWith('video/') === true
export const isSound = (mime: string | undefined): boolean =>
  mime?.startsWith('audio/') === true || mime === 'application/ogg'
export const demuxerOf = (mime: string | undefined): string | undefined =>
  mime === undefined ? undefined : DEMUXERS[mime]
export const signedAs = (mime: string | undefined): string | undefined =>
  mime === undefined ? undefined : SIGNED[mime]
