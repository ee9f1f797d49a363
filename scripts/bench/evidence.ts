import { createHash, createSecretKey, randomBytes, randomInt } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { openStream, sealStream } from '../../adapters/crypto/stream.ts'
import { openExaminer } from '../../adapters/examination/index.ts'
import { openImages } from '../../adapters/imaging/index.ts'
import { openDiskVault } from '../../adapters/vault/index.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import type { Vault } from '../../core/ports/vault.ts'
import { bytes } from '../../core/base/units.ts'
import { median, part, print, round, type Given } from './figures.ts'

const PICTURES = new URL('../../test/vectors/pdq/bridge-mods/', import.meta.url).pathname
type Size = {
  readonly pictures: number
  readonly rounds: number
  readonly video: number
  readonly ranges: number
}
const FULL: Size = { pictures: Infinity, rounds: 5, video: 200_000_000, ranges: 50 }
const SMALLEST: Size = { pictures: 1, rounds: 1, video: 2_000_000, ranges: 1 }
/** What a socket or a file stream gives at a time. */
const PIECE = 65_536
const RANGE = 1_000_000

const STAGES = ['hash', 'fingerprint', 'preview', 'seal', 'fsync'] as const
type Stage = (typeof STAGES)[number]
type Times = Record<Stage | 'decode', number>

const timeMs = async (work: () => Promise<unknown> | void): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const makeObjectId = (n: number): ObjectId => n.toString().padStart(26, '0') as ObjectId

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE)
}

async function* all(content: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* content
}

const digest = (content: Uint8Array, ...names: readonly string[]): void => {
  const hashes = names.map((name) => createHash(name))
  for (let at = 0; at < content.length; at += PIECE)
    for (const hash of hashes) hash.update(content.subarray(at, at + PIECE))
  for (const hash of hashes) hash.digest()
}

/**
 * The stages of one picture as intake and examination run them, each timed by itself; and the
 * decoder alone on the same bytes.
 */
const takePicture = async (
  picture: Buffer,
  n: number,
  {
    images,
    vault,
    key,
  }: { readonly images: ReturnType<typeof openImages>; readonly vault: Vault; readonly key: KeyObject },
): Promise<Times> => {
  const ids = [makeObjectId(2 * n), makeObjectId(2 * n + 1)] as const
  const sealed: [Uint8Array[], Uint8Array[]] = [[], []]
  let preview: Uint8Array = new Uint8Array()
  const times: Times = { decode: 0, hash: 0, fingerprint: 0, preview: 0, seal: 0, fsync: 0 }
  times.decode = await timeMs(() => sharp(picture, { sequentialRead: true }).raw().toBuffer())
  times.hash = await timeMs(() => digest(picture, 'sha256', 'md5'))
  times.fingerprint = await timeMs(async () => {
    if ((await images.fingerprint(picture)).status !== 'made') throw new Error('a vector has no fingerprint')
  })
  times.preview = await timeMs(async () => {
    const made = await images.preview(picture)
    if (made.status !== 'made') throw new Error('a vector has no preview')
    preview = made.bytes
  })
  times.seal = await timeMs(async () => {
    for await (const piece of sealStream(key, ids[0], pieces(picture))) sealed[0].push(Buffer.from(piece))
    for await (const piece of sealStream(key, ids[1], pieces(preview))) sealed[1].push(Buffer.from(piece))
  })
  times.fsync = await timeMs(async () => {
    await vault.put(ids[0], all(sealed[0]))
    await vault.put(ids[1], all(sealed[1]))
  })
  return times
}

const benchPictures = async (
  vault: Vault,
  key: KeyObject,
  { pictures: most, rounds: wanted }: Size,
): Promise<void> => {
  const names = (await readdir(PICTURES)).filter((name) => name.endsWith('.jpg')).slice(0, most)
  const pictures = await Promise.all(names.map((name) => readFile(join(PICTURES, name))))
  sharp.cache(false)
  sharp.concurrency(1)
  const images = openImages()
  const rounds: Times[] = []
  try {
    for (let n = 0; n <= wanted; n++) {
      part(`pictures, round ${n} of ${wanted}`)
      const sum: Times = { decode: 0, hash: 0, fingerprint: 0, preview: 0, seal: 0, fsync: 0 }
      for (const [i, picture] of pictures.entries()) {
        const times = await takePicture(picture, n * pictures.length + i, { images, vault, key })
        for (const stage of [...STAGES, 'decode'] as const) sum[stage] += times[stage]
      }
      // The first round warms caches and compiles.
      if (n > 0) rounds.push(sum)
    }
  } finally {
    await images.close()
  }
  const stage = (name: Stage | 'decode'): number => median(rounds.map((times) => times[name]))
  const total = median(rounds.map((times) => STAGES.reduce((sum, name) => sum + times[name], 0)))
  const perSecond = (ms: number): number => round((pictures.length / ms) * 1_000, 1)
  print({
    bench: 'evidence',
    name: 'pictures: hash, fingerprint, preview, seal, fsync, one after the other',
    pictures: pictures.length,
    itemsPerSecond: perSecond(total),
    decodeAlonePerSecond: perSecond(stage('decode')),
    ofDecodeAlone: round(stage('decode') / total),
    msPerItem: round(total / pictures.length),
    share: Object.fromEntries(STAGES.map((name) => [name, round(stage(name) / total)])),
  })
  for (const path of [undefined, '']) {
    part(`whole examination${path === undefined ? '' : ' without programs'}`)
    const examiner = openExaminer(path === undefined ? {} : { path })
    const spent: number[] = []
    try {
      for (let n = 0; n <= Math.min(2, wanted); n++)
        spent.push(
          await timeMs(async () => {
            for (const picture of pictures)
              await examiner.examine({ size: bytes(picture.length), bytes: () => pieces(picture) })
          }),
        )
    } finally {
      await examiner.close()
    }
    print({
      bench: 'evidence',
      name:
        path === undefined ? 'pictures: whole examination' : 'pictures: whole examination without programs',
      itemsPerSecond: perSecond(median(spent.slice(1))),
    })
  }
}

const benchVideo = async (
  vault: Vault,
  key: KeyObject,
  { video: size, rounds, ranges: wanted }: Size,
): Promise<void> => {
  const video = randomBytes(size)
  // A film by its first box; what follows is as unpredictable as coded pictures are.
  Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0isommp42', 'latin1').copy(video)
  const alone: number[] = []
  const whole: number[] = []
  const id = (n: number): ObjectId => makeObjectId(1_000_000 + n)
  for (let n = 0; n <= rounds; n++) {
    part(`film, round ${n} of ${rounds}`)
    const hash = createHash('sha256')
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces(video)) {
        hash.update(piece)
        yield piece
      }
      hash.digest()
    }
    const took = {
      alone: await timeMs(() => digest(video, 'sha256')),
      whole: await timeMs(() => vault.put(id(n), sealStream(key, id(n), counted()))),
    }
    if (n > 0) {
      alone.push(took.alone)
      whole.push(took.whole)
    }
    if (n < rounds) await vault.remove(id(n))
  }
  const speed = (times: readonly number[]): number => round(size / 1_000 / median(times), 1)
  print({
    bench: 'evidence',
    name: `video of ${size / 1_000_000} MB: hash, seal, write, fsync`,
    mbPerSecond: speed(whole),
    sha256AloneMbPerSecond: speed(alone),
    ofAlone: round(median(alone) / median(whole)),
  })
  part('ranges')
  const ranges: number[] = []
  for (let n = 0; n < wanted; n++) {
    const start = randomInt(size - RANGE)
    ranges.push(
      await timeMs(async () => {
        const source = await vault.open(id(rounds))
        if (source === undefined) throw new Error('the sealed video is gone')
        let at = start
        for await (const piece of openStream(key, id(rounds), source, { start, end: start + RANGE })) {
          if (Buffer.compare(piece, video.subarray(at, at + piece.length)) !== 0)
            throw new Error('a range has other bytes than were sealed')
          at += piece.length
        }
        await source.close()
        if (at !== start + RANGE) throw new Error('a range has another length than asked')
      }),
    )
  }
  print({
    bench: 'evidence',
    name: 'random range of 1 MB out of the sealed video, opened and closed',
    ms: round(median(ranges)),
    slowestMs: round(Math.max(...ranges)),
    mbPerSecond: round(RANGE / 1_000 / median(ranges), 1),
  })
}

/**
 * What evidence costs from its arrival to the disk, beside what any decoder and any hash cost on
 * the same bytes in the same run.
 */
export const benchEvidence = async ({ smallest }: Given): Promise<void> => {
  const size = smallest ? SMALLEST : FULL
  const dir = await mkdtemp(join(tmpdir(), 'amin-bench-'))
  const key = createSecretKey(randomBytes(32))
  try {
    const vault = await openDiskVault({ dir: join(dir, 'vault') })
    await benchPictures(vault, key, size)
    await benchVideo(vault, key, size)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
