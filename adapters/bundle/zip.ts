import { crc32 } from 'node:zlib'
import type { BundleFile } from '../../core/ports/bundles.ts'

/*
 * A ZIP writer of our own (APPNOTE 6.3.10), some hundred lines: the packers that were tried write a
 * data descriptor after every streamed file and times in extra fields, so that their bytes depend
 * on more than the files; and a file of known checksum can be read from its head on.
 */

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const EXTRA_64 = 1

/** Names are UTF-8. */
const FLAGS = 0x0800
const STORED = 0
/** 1980-01-01 00:00, the earliest there is. */
const DATE = 0x0021
const TIME = 0
const VERSION = 20
const VERSION_64 = 45
const UNIX = 3 << 8
const ATTRIBUTES = 0o100644 * 0x10000
/** From here on a field says "look in the 64-bit one". */
const FULL_32 = 0xffffffff
const FULL_16 = 0xffff

type Placed = { readonly name: Buffer; readonly size: number; readonly crc: number; readonly offset: number }

const isLarge = (value: number): boolean => value >= FULL_32
const cut = (value: number): number => Math.min(value, FULL_32)

/** The 64-bit field of these values, in this order; nothing where there are none. */
const extra64 = (values: readonly number[]): Buffer => {
  if (values.length === 0) return Buffer.alloc(0)
  const field = Buffer.alloc(4 + 8 * values.length)
  field.writeUInt16LE(EXTRA_64, 0)
  field.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, i) => field.writeBigUInt64LE(BigInt(value), 4 + 8 * i))
  return field
}

const localHeader = ({ name, size, crc }: Placed): Buffer => {
  const extra = extra64(isLarge(size) ? [size, size] : [])
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  head.writeUInt16LE(isLarge(size) ? VERSION_64 : VERSION, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(STORED, 8)
  head.writeUInt16LE(TIME, 10)
  head.writeUInt16LE(DATE, 12)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(cut(size), 18)
  head.writeUInt32LE(cut(size), 22)
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, name, extra])
}

const centralHeader = ({ name, size, crc, offset }: Placed): Buffer => {
  const extra = extra64([...(isLarge(size) ? [size, size] : []), ...(isLarge(offset) ? [offset] : [])])
  const version = extra.length > 0 ? VERSION_64 : VERSION
  const head = Buffer.alloc(46)
  head.writeUInt32LE(CENTRAL, 0)
  head.writeUInt16LE(UNIX | version, 4)
  head.writeUInt16LE(version, 6)
  head.writeUInt16LE(FLAGS, 8)
  head.writeUInt16LE(STORED, 10)
  head.writeUInt16LE(TIME, 12)
  head.writeUInt16LE(DATE, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(cut(size), 20)
  head.writeUInt32LE(cut(size), 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(ATTRIBUTES, 38)
  head.writeUInt32LE(cut(offset), 42)
  return Buffer.concat([head, name, extra])
}

const ending = (count: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(Math.min(count, FULL_16), 8)
  end.writeUInt16LE(Math.min(count, FULL_16), 10)
  end.writeUInt32LE(cut(size), 12)
  end.writeUInt32LE(cut(offset), 16)
  if (count < FULL_16 && !isLarge(size) && !isLarge(offset)) return end
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(END_64, 0)
  end64.writeBigUInt64LE(44n, 4)
  end64.writeUInt16LE(UNIX | VERSION_64, 12)
  end64.writeUInt16LE(VERSION_64, 14)
  end64.writeBigUInt64LE(BigInt(count), 24)
  end64.writeBigUInt64LE(BigInt(count), 32)
  end64.writeBigUInt64LE(BigInt(size), 40)
  end64.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(LOCATOR_64, 0)
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([end64, locator, end])
}

/** The bytes of a file, refused where they are more or fewer than it says: its header is written already. */
const exactly = async function* (file: BundleFile): AsyncIterable<Uint8Array> {
  let size = 0
  for await (const piece of file.open()) {
    size += piece.length
    if (size > file.size) break
    yield piece
  }
  if (size !== file.size) throw new TypeError('a file of a bundle is not as long as it says')
}

const checksum = async (file: BundleFile): Promise<number> => {
  let crc = 0
  for await (const piece of exactly(file)) crc = crc32(piece, crc)
  return crc
}

/** Checksums by file, so that a bundle that is read again reads its files once. */
export type Checksums = WeakMap<BundleFile, number>

export const packZip = async function* (
  files: readonly BundleFile[],
  checksums: Checksums,
): AsyncIterable<Uint8Array> {
  const named = files
    .map((file) => ({ file, name: Buffer.from(file.name, 'utf8') }))
    .toSorted((a, b) => Buffer.compare(a.name, b.name))
  if (named.some(({ name }, i) => i > 0 && named[i - 1]?.name.equals(name)))
    throw new TypeError('two files of a bundle have one name')
  // All of them before the first byte leaves: a file that is missing or changed stops the bundle
  // before there is one.
  for (const { file } of named) if (!checksums.has(file)) checksums.set(file, await checksum(file))

  const placed: Placed[] = []
  let offset = 0
  for (const { file, name } of named) {
    const crc = checksums.get(file) ?? 0
    const place = { name, size: file.size, crc, offset }
    const header = localHeader(place)
    yield header
    let read = 0
    for await (const piece of exactly(file)) {
      read = crc32(piece, read)
      yield piece
    }
    if (read !== crc) throw new TypeError('a file of a bundle changed while it was read')
    placed.push(place)
    offset += header.length + file.size
  }
  let size = 0
  for (const place of placed) {
    const header = centralHeader(place)
    size += header.length
    yield header
  }
  yield ending(placed.length, size, offset)
}
