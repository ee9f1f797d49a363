import { fileTypeFromBuffer } from 'file-type'
import { makeFacts } from '../facts.ts'
import type { Facts } from '../facts.ts'
import { isArchive } from '../kinds.ts'
import type { ExaminationQuestion, Reply } from '../protocol.ts'
import { HAS_END, endOf } from './end.ts'
import type { File } from './file.ts'
import { findArchive } from './zip.ts'

/** Formats that are told by what an archive holds need more than a few bytes. */
const HEAD = 1_048_576
/** Names of the same type. */
const ALIASES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/apng': 'image/png',
  'image/x-png': 'image/png',
  'image/heif': 'image/heic',
  'audio/mp3': 'audio/mpeg',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'video/x-matroska': 'video/matroska',
  'application/x-pdf': 'application/pdf',
  'application/x-zip-compressed': 'application/zip',
}
const EXTENSIONS: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  jpe: 'jpg',
  jfif: 'jpg',
  heif: 'heic',
  oga: 'ogg',
  opus: 'ogg',
  m4v: 'mp4',
  apng: 'png',
  tiff: 'tif',
}
/** What a browser would run. `<svg` is left out: five such bytes turn up by chance in coded pixels. */
const MARKUP = /<(?:!doctype\s+html|html|script|iframe|body)[\s>]/i
const MARKUP_OVERLAP = 64

const same = (one: string, other: string, names: Readonly<Record<string, string>>): boolean =>
  (names[one] ?? one) === (names[other] ?? other)

const detect = async (
  bytes: Buffer,
): Promise<{ readonly mime: string; readonly ext: string } | undefined> => {
  try {
    const type = await fileTypeFromBuffer(bytes)
    return type === undefined
      ? undefined
      : { mime: (type.mime.split(';', 1)[0] ?? '').toLowerCase(), ext: type.ext }
  } catch {
    return undefined
  }
}

const findMarkup = (bytes: Buffer): number => {
  for (let at = 0; at < bytes.length; at += HEAD) {
    const found = bytes.toString('latin1', at, at + HEAD + MARKUP_OVERLAP).search(MARKUP)
    if (found >= 0) return at + found
  }
  return -1
}

/** What a text is, where no format claims the bytes. Looked at only; nothing is parsed. */
const looksLike = (head: Buffer): string | undefined => {
  if (head.length === 0) return 'empty'
  const text = head.toString('utf8', 0, 65_536)
  // oxlint-disable-next-line no-control-regex -- what texts do not hold
  if (/[\u0000-\u0008\u000E-\u001A]/.test(text) || text.includes('\uFFFD', 0)) return undefined
  if (/<svg[\s>]/i.test(text)) return 'svg'
  if (MARKUP.test(text)) return 'html'
  return /^\s*<\?xml/i.test(text) ? 'xml' : 'text'
}

const putEnd = async (facts: Facts, mime: string, bytes: Buffer): Promise<void> => {
  const end = endOf(mime, bytes)
  facts.put('end', end === undefined ? 'missing' : 'there')
  if (end === undefined) return
  facts.put('trailingBytes', bytes.length - end)
  if (end < bytes.length) facts.put('trailingType', (await detect(bytes.subarray(end, end + HEAD)))?.mime)
}

const putSecond = (facts: Facts, mime: string | undefined, file: File, bytes: Buffer | undefined): void => {
  const archive = mime === undefined || isArchive(mime) ? undefined : findArchive(file)
  if (archive !== undefined) facts.put('alsoZipAt', archive.at)
  if (bytes === undefined || mime?.startsWith('image/') !== true) return
  const pdf = bytes.indexOf('%PDF-')
  if (pdf >= 0) facts.put('alsoPdfAt', pdf)
  const markup = findMarkup(bytes)
  if (markup >= 0) facts.put('alsoHtmlAt', markup)
}

export const readType = async (
  file: File,
  { declaredMime, declaredExtension }: ExaminationQuestion,
  tool: string,
): Promise<Reply> => {
  const head = file.read(0, HEAD)
  const type = await detect(head)
  const facts = makeFacts()
  facts.put('mime', type?.mime)
  facts.put('extension', type?.ext)
  if (type === undefined || type.mime === 'application/xml') facts.put('looksLike', looksLike(head))
  if (declaredMime !== undefined) {
    const declared = (declaredMime.split(';', 1)[0] ?? '').trim().toLowerCase()
    facts.put('declaredMime', declared)
    if (type !== undefined) facts.put('declaredMimeAgrees', same(declared, type.mime, ALIASES))
  }
  if (declaredExtension !== undefined) {
    const declared = declaredExtension.toLowerCase()
    facts.put('declaredExtension', declared)
    if (type !== undefined) facts.put('declaredExtensionAgrees', same(declared, type.ext, EXTENSIONS))
  }
  const bytes = type?.mime.startsWith('image/') === true ? file.whole() : undefined
  if (type !== undefined && bytes !== undefined && HAS_END.has(type.mime))
    await putEnd(facts, type.mime, bytes)
  putSecond(facts, type?.mime, file, bytes)
  return {
    ...(type === undefined ? {} : { mime: type.mime }),
    results: [{ aspect: 'type', found: type === undefined ? 'none' : 'found', tool, facts: facts.all() }],
    pictures: [],
  }
}
