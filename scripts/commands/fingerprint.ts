import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { openImages } from '../../adapters/imaging/index.ts'
import { isFailure } from '../../core/base/failure.ts'
import type { FingerprintOutcome, Images } from '../../core/ports/images.ts'
import { openReaders } from '../../bots/readers.ts'
import type { Run } from './command.ts'

/** What is read at a time; enough to tell the type of a file by. */
const PIECE = 1_048_576
/**
 * Larger pictures are hashed but not decoded (adapters/imaging has the same bound), and so need not
 * be held in memory.
 */
const MAX_PICTURE = 64 * 1_048_576

type Reading = {
  readonly sha256: string
  readonly md5: string
  readonly size: number
  readonly mime: string | undefined
  /** The whole file, where it is a picture that may be decoded. */
  readonly picture: Uint8Array | 'too_large' | undefined
}

const pieceOf = async (file: FileHandle): Promise<Buffer | undefined> => {
  const piece = Buffer.allocUnsafe(PIECE)
  let filled = 0
  while (filled < PIECE) {
    const { bytesRead } = await file.read(piece, filled, PIECE - filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled === 0 ? undefined : piece.subarray(0, filled)
}

/** One pass over the file, whatever its size. */
const readThrough = async (file: FileHandle, images: Images): Promise<Reading> => {
  const sha256 = createHash('sha256')
  const md5 = createHash('md5')
  let mime: string | undefined
  let size = 0
  let held: Buffer[] | 'too_large' = []
  for (let piece = await pieceOf(file); piece !== undefined; piece = await pieceOf(file)) {
    if (size === 0) mime = await images.detect(piece)
    sha256.update(piece)
    md5.update(piece)
    size += piece.length
    if (size > MAX_PICTURE) held = 'too_large'
    else if (held !== 'too_large' && mime?.startsWith('image/') === true) held.push(piece)
  }
  const isPicture = mime?.startsWith('image/') === true
  const picture = held === 'too_large' ? held : Buffer.concat(held)
  return {
    sha256: sha256.digest('hex'),
    md5: md5.digest('hex'),
    size,
    mime,
    picture: isPicture ? picture : undefined,
  }
}

const fingerprintOf = async ({ picture }: Reading, images: Images): Promise<FingerprintOutcome> => {
  if (picture === undefined) return { status: 'none', why: 'not_a_picture' }
  return picture === 'too_large' ? { status: 'none', why: 'too_large' } : images.fingerprint(picture)
}

const lineOf = (name: string, { sha256, md5, size, mime }: Reading, outcome: FingerprintOutcome): string => {
  const common = { file: name, sha256, md5, size, mime: mime ?? null }
  if (outcome.status === 'none')
    return JSON.stringify({ ...common, pdq: null, quality: null, reason: outcome.why })
  const { pdq, quality, reduced } = outcome
  return JSON.stringify({ ...common, pdq, quality, ...(reduced ? { reduced } : {}) })
}

const codeOf = (error: unknown): string => {
  const { code } = error as { readonly code?: unknown }
  return typeof code === 'string' ? code : 'unknown fault'
}

/**
 * SHA-256, MD5 and PDQ of files, to compare them with what a case holds or a list says. Nothing is
 * stored.
 */
export const fingerprint: Run = async ({ config, log, words: names, say, print }) => {
  const images = openImages({ log, confine: openReaders(config, log) })
  let faults = 0
  const take = async (name: string): Promise<void> => {
    await using file = await open(name)
    const reading = await readThrough(file, images)
    print(lineOf(name, reading, await fingerprintOf(reading, images)))
  }
  try {
    for (const name of names) {
      try {
        await take(name)
      } catch (error) {
        // Without the process that decodes no file can be done: that is for the command line to say.
        if (isFailure(error)) throw error
        faults += 1
        say(`amin fingerprint: ${name} cannot be read (${codeOf(error)})`)
      }
    }
    return faults === 0 ? 0 : 1
  } finally {
    await images.close()
  }
}
