/**
 * The process that reads hostile pictures: no environment, no reading but its own code, no writing, no
 * processes (Node's permission model);
 * it lives until its stdin ends. See ../worker.ts for the limits that are kept from outside.
 */
import { readFileSync } from 'node:fs'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { Unread } from '../../../core/ports/picture-reader.ts'
import { encodeHead, makeFrameReader } from '../../confine/frame.ts'
import { MOST_BYTES } from '../protocol.ts'
import { decode } from './picture.ts'
import { readPicture } from './reading.ts'
import { readWeights } from './weights.ts'

const READ = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/heic',
  'image/heif',
])

const say = (head: unknown): void => void process.stdout.write(encodeHead(head, 0))

const [, , path = ''] = process.argv
const weights = readWeights(readFileSync(path))
/** Raised with the weights, and where other rules would read another text. */
const TOOL = `amin chat reader ${weights.version}, sharp ${sharp.versions.sharp ?? '?'}`

const whyNot = (error: unknown, mime: string): Unread => {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit|too large|exceeds/i.test(message)) return 'too_large'
  // HEVC is not in sharp's build: the header of such a picture reads, its pixels do not.
  return mime.startsWith('image/hei') ? 'unsupported' : 'damaged'
}

const none = (why: Unread): void => say({ status: 'none', why, tool: TOOL })

const typeOf = async (file: Buffer): Promise<string | undefined> => {
  try {
    return (await fileTypeFromBuffer(file))?.mime
  } catch {
    return undefined
  }
}

const answer = async (file: Buffer): Promise<void> => {
  const mime = await typeOf(file)
  if (mime === undefined || !mime.startsWith('image/')) return none('not_a_picture')
  if (!READ.has(mime)) return none('unsupported')
  try {
    say(readPicture(await decode(file), weights, TOOL))
  } catch (error) {
    none(whyNot(error, mime))
  }
}

// A terminal's Ctrl-C reaches the whole group; the end of stdin is what ends this process.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

say({ tool: TOOL })

const read = makeFrameReader(process.stdin, { head: 64, body: MOST_BYTES })
for (let frame = await read(); frame !== undefined; frame = await read()) await answer(frame.body)
process.exit(0)
