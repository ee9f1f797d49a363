import { compareBytes, joinBytes, toText } from './bytes.ts'
import type { Tell } from './finding.ts'
import type { FileRef, Source } from './source.ts'
import {
  CENTRAL_LENGTH,
  CENTRAL_SIGNATURE,
  centralHeader,
  END64_LENGTH,
  END_LENGTH,
  END_SIGNATURE,
  END64_SIGNATURE,
  endRecords,
  FULL_16,
  FULL_32,
  LOCAL_LENGTH,
  LOCAL_SIGNATURE,
  LOCATOR64_LENGTH,
  localHeader,
  type Member,
} from './zip-format.ts'
import { CENTRAL_FIELDS, LOCAL_FIELDS, firstDifference, END_FIELDS, fieldAt } from './zip-fields.ts'

type Zip = Extract<Source, { kind: 'zip' }>

type Placed = Member & { readonly at: number }

export type ZipFile = FileRef & { readonly crc: number }

/** A directory of a hundred thousand names has 10 MiB. */
const LARGEST_DIRECTORY = 64 * 1024 * 1024

/** How far back from the end an end record may lie: its own length and the longest comment. */
const END_SEARCH = END_LENGTH + FULL_16

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Beyond 2^53 nothing can lie: such a number is a lie, and shown as one. */
const number64 = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000

const shown = (name: Uint8Array): string => toText(name) ?? String.fromCharCode(...name.subarray(0, 200))

/**
 * Numbers of a directory entry, from ZIP64's field where the 32 bits are full. Nothing where it
 * cannot be read.
 */
const readCentral = (
  directory: Uint8Array,
  at: number,
): (Placed & { readonly length: number }) | undefined => {
  if (at + CENTRAL_LENGTH > directory.length) return undefined
  const view = viewOf(directory)
  if (view.getUint32(at, true) !== CENTRAL_SIGNATURE) return undefined
  const nameEnd = at + CENTRAL_LENGTH + view.getUint16(at + 28, true)
  const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (end > directory.length) return undefined
  let field = nameEnd + 4
  const wide = (value: number): number => {
    if (value !== FULL_32 || field + 8 > end) return value
    field += 8
    return number64(view, field - 8)
  }
  const size = wide(view.getUint32(at + 24, true))
  if (view.getUint32(at + 20, true) === FULL_32) field += 8
  const name = directory.subarray(at + CENTRAL_LENGTH, nameEnd)
  return {
    name,
    size,
    crc: view.getUint32(at + 16, true),
    at: wide(view.getUint32(at + 42, true)),
    length: end - at,
  }
}

type End = {
  readonly at: number
  readonly count: number
  readonly directoryAt: number
  readonly directorySize: number
}

/** The end record, wherever it lies; what follows it is told. */
const findEnd = async (zip: Zip, tell: Tell): Promise<End | undefined> => {
  const from = Math.max(0, zip.size - END_SEARCH)
  const tail = await zip.read(from, zip.size - from)
  const view = viewOf(tail)
  let at = tail.length - END_LENGTH
  while (at >= 0 && view.getUint32(at, true) !== END_SIGNATURE) at -= 1
  if (at < 0) {
    tell.fault('zip-end-missing')
    return undefined
  }
  if (at !== tail.length - END_LENGTH)
    tell.fault('zip-trailing', undefined, { n: String(tail.length - END_LENGTH - at) })
  let end: End = {
    at: from + at,
    count: view.getUint16(at + 10, true),
    directoryAt: view.getUint32(at + 16, true),
    directorySize: view.getUint32(at + 12, true),
  }
  const at64 = end.at - LOCATOR64_LENGTH - END64_LENGTH
  if (at64 >= 0) {
    const record = await zip.read(at64, END64_LENGTH)
    const view64 = viewOf(record)
    if (record.length === END64_LENGTH && view64.getUint32(0, true) === END64_SIGNATURE)
      end = {
        at: at64,
        count: number64(view64, 32),
        directoryAt: number64(view64, 48),
        directorySize: number64(view64, 40),
      }
  }
  return end
}

/**
 * Where the directory begins and ends: as the end record says, or else right before the end record,
 * where it must lie.
 */
const findDirectory = async (
  zip: Zip,
  end: End,
): Promise<{ readonly at: number; readonly bytes: Uint8Array } | undefined> => {
  for (const at of [end.directoryAt, end.at - end.directorySize]) {
    const length = end.at - at
    if (at < 0 || length <= 0 || length > LARGEST_DIRECTORY) continue
    const bytes = await zip.read(at, length)
    if (bytes.length === length && viewOf(bytes).getUint32(0, true) === CENTRAL_SIGNATURE)
      return { at, bytes }
  }
  return undefined
}

const readDirectory = async (
  zip: Zip,
  tell: Tell,
): Promise<{ readonly members: readonly Placed[]; readonly at: number } | undefined> => {
  const end = await findEnd(zip, tell)
  if (end === undefined) return undefined
  const directory = await findDirectory(zip, end)
  if (directory === undefined) {
    tell.fault('zip-directory-broken', undefined, { at: String(end.directoryAt) })
    return undefined
  }
  const members: Placed[] = []
  for (let at = 0; at < directory.bytes.length;) {
    const member = readCentral(directory.bytes, at)
    if (member === undefined) {
      tell.fault('zip-directory-broken', undefined, { at: String(directory.at + at) })
      return undefined
    }
    const actual = directory.bytes.subarray(at, at + member.length)
    const differs = firstDifference(actual, centralHeader(member, member.at))
    if (differs !== undefined) {
      const field = fieldAt(CENTRAL_FIELDS, differs)
      tell.fault('zip-directory-differs', shown(member.name), {
        field,
        at: String(directory.at + at + differs),
      })
    }
    members.push(member)
    at += member.length
  }
  const expected = endRecords(members.length, directory.at, directory.bytes.length)
  const actual = await zip.read(directory.at + directory.bytes.length, expected.length)
  const differs = firstDifference(actual, expected)
  if (differs !== undefined)
    tell.fault('zip-end-differs', undefined, {
      field: fieldAt(END_FIELDS, differs),
      at: String(directory.at + directory.bytes.length + differs),
    })
  return { members, at: directory.at }
}

/** Without a directory: one file after the other from the beginning, as far as that goes. */
const walk = async (zip: Zip): Promise<readonly Placed[]> => {
  const members: Placed[] = []
  for (let at = 0; at + LOCAL_LENGTH <= zip.size;) {
    const head = await zip.read(at, LOCAL_LENGTH)
    const view = viewOf(head)
    if (head.length < LOCAL_LENGTH || view.getUint32(0, true) !== LOCAL_SIGNATURE) break
    const name = await zip.read(at + LOCAL_LENGTH, view.getUint16(26, true))
    const size = view.getUint32(22, true)
    members.push({ name, size, crc: view.getUint32(14, true), at })
    at += LOCAL_LENGTH + name.length + view.getUint16(28, true) + size
  }
  return members
}

/**
 * Compares what stands before each file with what the exporter writes there, and that one file
 * follows the other without a gap.
 */
const checkMembers = async (
  zip: Zip,
  members: readonly Placed[],
  end: number | undefined,
  tell: Tell,
): Promise<readonly ZipFile[]> => {
  const files: ZipFile[] = []
  let next = 0
  let before: Placed | undefined
  for (const member of members) {
    const place = shown(member.name)
    const order = before === undefined ? -1 : compareBytes(before.name, member.name)
    if (order === 0) tell.fault('zip-duplicate', place)
    if (order > 0) tell.fault('zip-order', place)
    if (member.at !== next) tell.fault('zip-gap', place, { at: String(next), n: String(member.at - next) })
    const expected = localHeader(member)
    const differs = firstDifference(await zip.read(member.at, expected.length), expected)
    if (differs !== undefined)
      tell.fault('zip-header-differs', place, {
        field: fieldAt(LOCAL_FIELDS, differs),
        at: String(member.at + differs),
      })
    const dataAt = member.at + expected.length
    next = dataAt + member.size
    if (next > (end ?? zip.size)) tell.fault('zip-outside', place)
    const size = Math.max(0, Math.min(member.size, zip.size - dataAt))
    files.push({
      name: place,
      size,
      crc: member.crc,
      read: (at, length) => zip.read(dataAt + at, Math.max(0, Math.min(length, size - at))),
    })
    before = member
  }
  if (end !== undefined && next < end)
    tell.fault('zip-gap', undefined, { at: String(next), n: String(end - next) })
  return files
}

/** The files of an archive, and every byte around them that is not as the exporter writes it. */
export const readZip = async (zip: Zip, tell: Tell): Promise<readonly ZipFile[]> => {
  const start = await zip.read(0, 4)
  if (start.length < 4 || viewOf(start).getUint32(0, true) !== LOCAL_SIGNATURE) tell.fault('zip-start')
  const directory = await readDirectory(zip, tell)
  const members = directory?.members ?? (await walk(zip))
  return checkMembers(zip, members, directory?.at, tell)
}

/**
 * Keeps what was read last: an archive is read from front to back, but heads and small files in
 * very small pieces.
 */
export const withReadAhead = (zip: Zip, ahead: number): Zip => {
  let heldAt = 0
  let held = new Uint8Array() as Uint8Array
  return {
    ...zip,
    read: async (at, length) => {
      if (at < 0 || at >= zip.size || length <= 0) return new Uint8Array()
      const wanted = Math.min(length, zip.size - at)
      if (at < heldAt || at + wanted > heldAt + held.length) {
        const parts: Uint8Array[] = []
        const most = Math.min(Math.max(wanted, ahead), zip.size - at)
        for (let got = 0; got < most;) {
          const part = await zip.read(at + got, most - got)
          if (part.length === 0) break
          parts.push(part)
          got += part.length
        }
        held = parts.length === 1 ? (parts[0] as Uint8Array) : joinBytes(parts)
        heldAt = at
      }
      return held.subarray(at - heldAt, at - heldAt + wanted)
    },
  }
}
