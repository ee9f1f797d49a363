/**
 * The process that touches hostile bytes: no environment, no reading but its own code, no writing,
 * no processes (Node's permission model); it lives until its stdin ends. See worker.ts for the
 * limits that are kept from outside.
 */
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { fingerprintOf } from '../../core/base/fingerprint/pdq.ts'
import { encodeHead, makeFrameReader } from '../confine/frame.ts'
import type { Operation } from './operation.ts'
import { readPixels, renderClean, renderPreview, renderView } from './render.ts'

/** The five decoders that pictures of a conversation need; SVG, TIFF, PDF and the many others stay shut. */
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

const DECODED = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
])

const MAX_INPUT = 64 * 1_048_576

const detect = async (head: Buffer): Promise<string | undefined> => {
  try {
    return (await fileTypeFromBuffer(head))?.mime
  } catch {
    return undefined
  }
}

const say = (head: unknown, body: Uint8Array = new Uint8Array()): void => {
  process.stdout.write(encodeHead(head, body.length))
  if (body.length > 0) process.stdout.write(body)
}

const whyNot = (error: unknown, mime: string): string => {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit|too large|exceeds/i.test(message)) return 'too_large'
  if (/timeout/i.test(message)) return 'too_slow'
  // HEVC is not in sharp's build: the header of such a picture reads, its pixels do not.
  return mime.startsWith('image/hei') ? 'unsupported' : 'damaged'
}

const RENDER = { preview: renderPreview, view: renderView, clean: renderClean } as const

const answerOf = async (operation: Exclude<Operation, 'detect'>, picture: Buffer): Promise<void> => {
  if (operation === 'fingerprint') {
    const { raster, reduced } = await readPixels(picture)
    const { quality, dihedral } = fingerprintOf(raster)
    return say({ quality, dihedral, reduced })
  }
  const { data, width, height } = await RENDER[operation](picture)
  say({ width, height }, data)
}

const decode = async (operation: Exclude<Operation, 'detect'>, picture: Buffer): Promise<void> => {
  const mime = await detect(picture)
  if (mime === undefined || !mime.startsWith('image/')) return say({ why: 'not_a_picture' })
  if (!DECODED.has(mime)) return say({ why: 'unsupported' })
  try {
    await answerOf(operation, picture)
  } catch (error) {
    say({ why: whyNot(error, mime) })
  }
}

// A terminal's Ctrl-C reaches the whole group; the end of stdin is what ends this process.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

say({ tool: `sharp ${sharp.versions.sharp ?? '?'}, libvips ${sharp.versions.vips}` })

const read = makeFrameReader(process.stdin, { head: 64, body: MAX_INPUT })
for (let frame = await read(); frame !== undefined; frame = await read()) {
  const { op } = frame.head as { readonly op: Operation }
  if (op === 'detect') say({ mime: await detect(frame.body) })
  else await decode(op, frame.body)
}
process.exit(0)
