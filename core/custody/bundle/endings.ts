/** Endings for files by the type that their bytes show; nothing that a shell or a browser would run. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/matroska': 'mkv',
  'video/x-matroska': 'mkv',
  'video/3gpp': '3gp',
  'video/vnd.avi': 'avi',
  'video/x-msvideo': 'avi',
  'audio/ogg': 'ogg',
  'audio/opus': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/wav': 'wav',
  'audio/webm': 'weba',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/vcard': 'vcf',
  'application/geo+json': 'geojson',
}

/** `.bin` where the type is unknown: the name must not promise what the bytes do not hold. */
export const endingFor = (mime: string | undefined): string =>
  `.${ENDINGS[mime?.split(';', 1)[0]?.trim() ?? ''] ?? 'bin'}`
