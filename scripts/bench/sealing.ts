import { createCipheriv, createHash, createSecretKey, randomBytes, randomInt } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStream, sealStream } from '../../adapters/crypto/stream.ts'
import { openDiskVault } from '../../adapters/vault/index.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import { median, part, print, round, type Given } from './figures.ts'

type Size = { readonly size: number; readonly rounds: number; readonly ranges: number }
const FULL: Size = { size: 200_000_000, rounds: 5, ranges: 50 }
const SMALLEST: Size = { size: 2_000_000, rounds: 1, ranges: 1 }
/** What a socket or a file stream gives at a time. */
const PIECE = 65_536
const RANGE = 1_000_000

const timeMs = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const makeObjectId = (n: number): ObjectId => n.toString().padStart(26, '0') as ObjectId

/**
 * SHA-256 of the plain bytes and AES-256-GCM in pieces of the same length, nothing else: what any
 * sealed store has to do at least.
 */
const hashAndEncrypt = async (
  plain: Buffer,
  key: KeyObject,
  take: (sealed: Buffer) => Promise<unknown> | undefined,
): Promise<void> => {
  const hash = createHash('sha256')
  for (let at = 0, index = 0; at < plain.length; at += PIECE, index++) {
    const piece = plain.subarray(at, at + PIECE)
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(index, 7)
    hash.update(piece)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const sealed = cipher.update(piece)
    cipher.final()
    cipher.getAuthTag()
    await take(sealed)
  }
  hash.digest()
}

/** The same, then written as it comes and fsynced: what a plain program does that keeps the file. */
const hashEncryptAndWrite = async (plain: Buffer, key: KeyObject, path: string): Promise<void> => {
  const file = await open(path, 'w', 0o600)
  await hashAndEncrypt(plain, key, (sealed) => file.write(sealed))
  await file.sync()
  await file.close()
}

async function* hashed(plain: Buffer): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for (let at = 0; at < plain.length; at += PIECE) {
    const piece = plain.subarray(at, at + PIECE)
    hash.update(piece)
    yield piece
  }
  hash.digest()
}

const say = (name: string, facts: Readonly<Record<string, number>>): void =>
  print({
    bench: 'sealing',
    name,
    ...Object.fromEntries(Object.entries(facts).map(([key, n]) => [key, round(n, 3)])),
  })

/**
 * The sealed path as the product runs it (SHA-256 of what arrives, sealing, SHA-256 of what is
 * sealed, vault, fsync, rename) against SHA-256 and AES-256-GCM alone on the same bytes, in memory
 * and written to a file with fsync. Rounds alternate; medians are printed, one JSON line each.
 */
export const benchSealing = async ({ smallest }: Given): Promise<void> => {
  const { size, rounds, ranges: wanted } = smallest ? SMALLEST : FULL
  const dir = await mkdtemp(join(tmpdir(), 'amin-bench-'))
  const plain = randomBytes(size)
  const key = createSecretKey(randomBytes(32))
  const times = {
    alone: [] as number[],
    aloneWritten: [] as number[],
    sealedOnly: [] as number[],
    sealed: [] as number[],
  }
  try {
    const vault = await openDiskVault({ dir: join(dir, 'vault') })
    for (let n = 0; n <= rounds; n++) {
      part(`round ${n} of ${rounds}`)
      const id = makeObjectId(n)
      const took = {
        alone: await timeMs(() => hashAndEncrypt(plain, key, () => undefined)),
        aloneWritten: await timeMs(() => hashEncryptAndWrite(plain, key, join(dir, `plain-${n}`))),
        sealedOnly: await timeMs(async () => {
          for await (const _ of sealStream(key, id, hashed(plain)));
        }),
        sealed: await timeMs(() => vault.put(id, sealStream(key, id, hashed(plain)))),
      }
      // The first round warms caches and compiles.
      if (n > 0) {
        times.alone.push(took.alone)
        times.aloneWritten.push(took.aloneWritten)
        times.sealedOnly.push(took.sealedOnly)
        times.sealed.push(took.sealed)
      }
      await rm(join(dir, `plain-${n}`))
      if (n < rounds) await vault.remove(id)
    }
    const speed = (all: readonly number[]): number => size / 1_000 / median(all)
    say('SHA-256 + AES-256-GCM alone, in memory', { mbPerSecond: speed(times.alone) })
    say('SHA-256 + sealStream, in memory', {
      mbPerSecond: speed(times.sealedOnly),
      ofAlone: speed(times.sealedOnly) / speed(times.alone),
    })
    say('SHA-256 + AES-256-GCM, written and fsynced', { mbPerSecond: speed(times.aloneWritten) })
    say('sealed path: SHA-256, sealStream, vault.put with SHA-256, fsync', {
      mbPerSecond: speed(times.sealed),
      ofAlone: speed(times.sealed) / speed(times.alone),
      ofAloneWritten: speed(times.sealed) / speed(times.aloneWritten),
    })

    part('ranges')
    const id = makeObjectId(rounds)
    const ranges: number[] = []
    for (let i = 0; i < wanted; i++) {
      const start = randomInt(size - RANGE)
      ranges.push(
        await timeMs(async () => {
          const source = await vault.open(id)
          if (source === undefined) throw new Error('the sealed object is gone')
          let read = 0
          for await (const piece of openStream(key, id, source, { start, end: start + RANGE }))
            read += piece.length
          await source.close()
          if (read !== RANGE) throw new Error('a range has another length than asked')
        }),
      )
    }
    say(`range of 1 MB out of ${size / 1_000_000} MB, opened and closed`, {
      ms: median(ranges),
      slowestMs: Math.max(...ranges),
    })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
