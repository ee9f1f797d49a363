import { joinBytes } from './bytes.ts'

/**
 * The one way in which a bundle's ZIP is written (APPNOTE 6.3.10): stored, UTF-8 names, 1980-01-01
 * 00:00, files of mode 0644, no comments, no descriptors, no extra fields but ZIP64's where a
 * number does not fit. What differs from these bytes was not written by the exporter.
 */
export const LOCAL_SIGNATURE = 0x04034b50
export const CENTRAL_SIGNATURE = 0x02014b50
export const END_SIGNATURE = 0x06054b50
export const END64_SIGNATURE = 0x06064b50
const LOCATOR64_SIGNATURE = 0x07064b50

export const LOCAL_LENGTH = 30
export const CENTRAL_LENGTH = 46
export const END_LENGTH = 22
export const END64_LENGTH = 56
export const LOCATOR64_LENGTH = 20

/** Made on Unix, by what the file needs to be read. */
const UNIX = 3 << 8
const NEEDED = 20
const NEEDED_ZIP64 = 45
const UTF8_NAME = 0x0800
const FIRST_DAY = 0x0021
const MODE_0644 = (0o100644 << 16) >>> 0
export const FULL_16 = 0xffff
export const FULL_32 = 0xffffffff

export type Member = { readonly name: Uint8Array; readonly size: number; readonly crc: number }

type Field = readonly [value: number, bytes: 2 | 4 | 8]

const pack = (fields: readonly Field[], ...rest: readonly Uint8Array[]): Uint8Array => {
  const head = new Uint8Array(fields.reduce((sum, [, bytes]) => sum + bytes, 0))
  const view = new DataView(head.buffer)
  let at = 0
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, bytes === 8 ? value % 0x100000000 : value, true)
    if (bytes === 8) view.setUint32(at + 4, Math.floor(value / 0x100000000), true)
    at += bytes
  }
  return joinBytes([head, ...rest])
}

const zip64Extra = (values: readonly number[]): Uint8Array =>
  values.length === 0
    ? new Uint8Array()
    : pack([[1, 2], [8 * values.length, 2], ...values.map((value): Field => [value, 8])])

export const localHeader = ({ name, size, crc }: Member): Uint8Array => {
  const large = size >= FULL_32
  const extra = zip64Extra(large ? [size, size] : [])
  const shown = large ? FULL_32 : size
  return pack(
    [
      [LOCAL_SIGNATURE, 4],
      [large ? NEEDED_ZIP64 : NEEDED, 2],
      [UTF8_NAME, 2],
      [0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc, 4],
      [shown, 4],
      [shown, 4],
      [name.length, 2],
      [extra.length, 2],
    ],
    name,
    extra,
  )
}

export const centralHeader = ({ name, size, crc }: Member, at: number): Uint8Array => {
  const large = size >= FULL_32
  const far = at >= FULL_32
  const needed = large || far ? NEEDED_ZIP64 : NEEDED
  const extra = zip64Extra([...(large ? [size, size] : []), ...(far ? [at] : [])])
  const shown = large ? FULL_32 : size
  return pack(
    [
      [CENTRAL_SIGNATURE, 4],
      [UNIX | needed, 2],
      [needed, 2],
      [UTF8_NAME, 2],
      [0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc, 4],
      [shown, 4],
      [shown, 4],
      [name.length, 2],
      [extra.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [MODE_0644, 4],
      [far ? FULL_32 : at, 4],
    ],
    name,
    extra,
  )
}

/** The end record, and ZIP64's two before it where a number does not fit. */
export const endRecords = (count: number, directoryAt: number, directorySize: number): Uint8Array => {
  const large = count >= FULL_16 || directoryAt >= FULL_32 || directorySize >= FULL_32
  const shownCount = Math.min(count, FULL_16)
  const end = pack([
    [END_SIGNATURE, 4],
    [0, 2],
    [0, 2],
    [shownCount, 2],
    [shownCount, 2],
    [Math.min(directorySize, FULL_32), 4],
    [Math.min(directoryAt, FULL_32), 4],
    [0, 2],
  ])
  if (!large) return end
  const end64 = pack([
    [END64_SIGNATURE, 4],
    [END64_LENGTH - 12, 8],
    [UNIX | NEEDED_ZIP64, 2],
    [NEEDED_ZIP64, 2],
    [0, 4],
    [0, 4],
    [count, 8],
    [count, 8],
    [directorySize, 8],
    [directoryAt, 8],
  ])
  const locator = pack([
    [LOCATOR64_SIGNATURE, 4],
    [0, 4],
    [directoryAt + directorySize, 8],
    [1, 4],
  ])
  return joinBytes([end64, locator, end])
}
