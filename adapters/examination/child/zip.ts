import type { File } from './file.ts'

/** An archive's own table of contents, its names unread. */
export type Archive = {
  /** Where the archive begins: above 0 something else stands before it. */
  readonly at: number
  readonly entries: number
  /** What the entries say they unfold to; nothing where the table is larger than we read. */
  readonly declaredBytes?: number
  readonly packedBytes?: number
  readonly encrypted?: number
  /** The table contradicts itself. */
  readonly damaged: boolean
}

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const ENTRY_BYTES = 46
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MAX_TABLE = 8 * 1_048_576

/** Finds an archive that ends where the file ends. Nothing is unpacked and no name is read. */
export const findArchive = (file: File): Archive | undefined => {
  const from = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT)
  const tail = file.read(from, file.size)
  for (let at = tail.lastIndexOf(END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END, at - 1)) {
    if (at + END_BYTES > tail.length || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue
    const entries = tail.readUInt16LE(at + 10)
    const length = tail.readUInt32LE(at + 12)
    const start = from + at - length
    const begins = start - tail.readUInt32LE(at + 16)
    // 0xffff and the like: its true figures stand in another record, which we leave alone.
    if (start < 0 || begins < 0) return { at: 0, entries, damaged: true }
    if (entries > 0 && file.read(start, start + 4).compare(Buffer.from([0x50, 0x4b, 0x01, 0x02])) !== 0)
      continue
    return length > MAX_TABLE
      ? { at: begins, entries, damaged: false }
      : readTable(file, begins, file.read(start, start + length), entries)
  }
  return undefined
}

const readTable = (file: File, at: number, table: Buffer, entries: number): Archive => {
  let declaredBytes = 0
  let packedBytes = 0
  let encrypted = 0
  let here = 0
  let seen = 0
  let damaged = entries > 0 && (file.size < at + 4 || file.read(at, at + 4).readUInt32LE(0) !== LOCAL)
  while (here + ENTRY_BYTES <= table.length && table.readUInt32LE(here) === ENTRY) {
    seen += 1
    encrypted += table.readUInt16LE(here + 8) & 1
    packedBytes += table.readUInt32LE(here + 20)
    declaredBytes += table.readUInt32LE(here + 24)
    here +=
      ENTRY_BYTES +
      table.readUInt16LE(here + 28) +
      table.readUInt16LE(here + 30) +
      table.readUInt16LE(here + 32)
  }
  damaged ||= seen !== entries
  return { at, entries, declaredBytes, packedBytes, encrypted, damaged }
}
