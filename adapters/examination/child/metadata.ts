import { isUtf8 } from 'node:buffer'
import exifr from 'exifr'
import sharp from 'sharp'
import { makeFacts, notComputed } from '../facts.ts'
import type { Facts } from '../facts.ts'
import type { Parts, ExaminationQuestion, Reply } from '../protocol.ts'
import type { File } from './file.ts'
import { readTexts } from './texts.ts'

/** Of a CommonJS package Node sees one export. */
// oxlint-disable-next-line import/no-named-as-default-member -- see above
const { parse } = exifr

/** What exifr opens; WebP by the EXIF and XMP that sharp takes out of it. */
const READ: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/heic',
  'image/heif',
  'image/avif',
  'image/tiff',
])
const MAX_DEPTH = 4

const OPTIONS = {
  tiff: true,
  ifd1: false,
  exif: true,
  gps: true,
  interop: false,
  xmp: true,
  iptc: true,
  icc: false,
  jfif: false,
  ihdr: false,
  makerNote: false,
  userComment: true,
  mergeOutput: false,
  sanitize: true,
  translateKeys: true,
  translateValues: true,
  // Times stay as they are written: they name no zone, and a guess would be ours.
  reviveValues: false,
} as const

export type Tags = Readonly<Record<string, unknown>>

/**
 * By group (`ifd0`, `exif`, `gps`, `xmp`, `iptc`). Nothing where the type is not read; throws where
 * the file is damaged.
 */
export const readTags = async (bytes: Buffer, mime: string | undefined): Promise<Tags | undefined> => {
  if (mime === 'image/webp') {
    const { exif, xmp } = await sharp(bytes, { limitInputPixels: false }).metadata()
    const fromExif =
      exif === undefined ? undefined : ((await parse(stripName(exif), OPTIONS)) as Tags | undefined)
    return {
      ...withComment(fromExif ?? {}),
      ...(xmp === undefined ? {} : { xmp: { packet: xmp.toString('utf8') } }),
    }
  }
  if (mime === undefined || !READ.has(mime)) return undefined
  return withComment(((await parse(bytes, OPTIONS)) as Tags | undefined) ?? {})
}

/**
 * EXIF's comment is bytes behind eight that name their letters; web UIs of generators write their
 * settings there, in UTF-16 of either order. Many cameras leave it blank, full of zeros, and some
 * programs keep a table in it: as letters either would be a page of nothing in the report.
 */
const withComment = ({ userComment, ...tags }: Tags): Tags => {
  if (!(userComment instanceof Uint8Array)) return tags
  const bytes = Buffer.from(userComment)
  const text = lettersOf(bytes.toString('latin1', 0, 7), bytes.subarray(8))
  if (text === '') return tags
  return { ...tags, comment: text === undefined ? { UserCommentBytes: bytes.length } : { UserComment: text } }
}

/** Nothing where the bytes are no letters. */
const lettersOf = (named: string, text: Buffer): string | undefined => {
  if (named !== 'UNICODE' && !isUtf8(text)) return undefined
  const even = text.subarray(0, text.length - (text.length % 2))
  const isBigEndian = even.length > 1 && even[0] === 0
  const wide = (): string => (isBigEndian ? Buffer.from(even).swap16() : even).toString('utf16le')
  const read = (named === 'UNICODE' ? wide() : text.toString('utf8')).replace(/[\0\s]+$/, '')
  return read.includes('\0') ? undefined : read
}

/** Some writers put JPEG's name of the segment before the TIFF header. */
const stripName = (exif: Buffer): Buffer =>
  exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif

const flatten = (facts: Facts, prefix: string, value: unknown, depth = 0): void => {
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    value instanceof Uint8Array ||
    value instanceof Date
  ) {
    facts.put(prefix, value)
    return
  }
  if (depth >= MAX_DEPTH) return
  for (const [key, inner] of Object.entries(value))
    flatten(facts, prefix === '' ? key : `${prefix}.${key}`, inner, depth + 1)
}

export const readMetadata = async (
  file: File,
  { mime }: ExaminationQuestion,
  parts: Parts,
): Promise<Reply> => {
  const tool = parts.exifr
  const bytes = file.whole()
  if (bytes === undefined) return { results: [notComputed('metadata', tool, 'too_large')], pictures: [] }
  try {
    const tags = await readTags(bytes, mime)
    if (tags === undefined) return { results: [notComputed('metadata', tool, 'unsupported')], pictures: [] }
    const facts = makeFacts()
    // The place first: it must not fall off the end of a long list.
    flatten(facts, 'gps', tags['gps'])
    flatten(
      facts,
      '',
      Object.fromEntries(Object.entries(tags).filter(([group]) => group !== 'gps' && group !== 'errors')),
    )
    for (const { key, text } of readTexts(file, mime))
      if (key !== 'XML:com.adobe.xmp') facts.put(`png.${key}`, text)
    const isDamaged = Array.isArray(tags['errors']) && tags['errors'].length > 0
    if (isDamaged && facts.isEmpty())
      return { results: [notComputed('metadata', tool, 'damaged')], pictures: [] }
    const found = isDamaged ? 'broken' : facts.isEmpty() ? 'none' : 'found'
    return { results: [{ aspect: 'metadata', found, tool, facts: facts.all() }], pictures: [] }
  } catch {
    return { results: [notComputed('metadata', tool, 'damaged')], pictures: [] }
  }
}
