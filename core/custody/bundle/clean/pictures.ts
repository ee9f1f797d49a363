import { join, nameAt, u16, u32, u32le } from './bytes.ts'

/*
 * Copies of pictures with what draws them and nothing else. Each keeps parts by name, so that what
 * is not known is dropped, and ends where the picture ends; a picture that does not hold to its
 * format gives nothing.
 */

/** How a picture is turned, out of Exif in an APP1 segment. */
const turnIn = (segment: Uint8Array): number | undefined => {
  if (nameAt(segment, 4, 6) !== 'Exif\0\0') return undefined
  const tiff = segment.subarray(10)
  const little = nameAt(tiff, 0, 2) === 'II'
  const short = (at: number): number | undefined => {
    const value = u16(tiff, at)
    return value === undefined || !little ? value : ((value & 0xff) << 8) | (value >> 8)
  }
  const first = little ? u32le(tiff, 4) : u32(tiff, 4)
  const count = first === undefined ? undefined : short(first)
  if (first === undefined || count === undefined) return undefined
  for (let i = 0; i < Math.min(count, 64); i += 1) {
    const at = first + 2 + 12 * i
    const turn = short(at) === 0x0112 ? short(at + 8) : undefined
    if (turn !== undefined && turn >= 2 && turn <= 8) return turn
  }
  return undefined
}

/** Exif with that one tag. */
const turned = (turn: number): Uint8Array => {
  const head = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  const tag = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from([...head, ...tag])
}

/** Tables, frames, scans and restart intervals. */
const DRAWS = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xda && marker <= 0xdd)
const ADOBE_LENGTH = 16

export const cleanJpeg = (data: Uint8Array): Uint8Array | undefined => {
  if (u16(data, 0) !== 0xffd8) return undefined
  const kept: Uint8Array[] = []
  let turn: number | undefined
  for (let at = 2; ;) {
    while (data[at] === 0xff && data[at + 1] === 0xff) at += 1
    const marker = data[at] === 0xff ? data[at + 1] : undefined
    if (marker === 0xd9) break
    const length = marker === undefined ? undefined : u16(data, at + 2)
    if (marker === undefined || length === undefined || length < 2) return undefined
    const end = at + 2 + length
    const segment = data.subarray(at, end)
    if (DRAWS(marker)) kept.push(segment)
    // Whose numbers say how colours are to be read; longer ones hold something else.
    else if (marker === 0xee && segment.length === ADOBE_LENGTH && nameAt(segment, 4, 5) === 'Adobe')
      kept.push(segment)
    else if (marker === 0xe1) turn ??= turnIn(segment)
    at = end
    if (marker !== 0xda) continue
    const begin = at
    for (; at < data.length; at += 1) {
      const next = data[at + 1] ?? 0
      if (data[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) break
    }
    kept.push(data.subarray(begin, at))
  }
  return join([
    Uint8Array.from([0xff, 0xd8]),
    ...(turn === undefined ? [] : [turned(turn)]),
    ...kept,
    Uint8Array.from([0xff, 0xd9]),
  ])
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_DRAWS = new Set('IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB sBIT bKGD pHYs acTL fcTL fdAT'.split(' '))

export const cleanPng = (data: Uint8Array): Uint8Array | undefined => {
  if (!PNG.every((byte, i) => data[i] === byte)) return undefined
  const kept: Uint8Array[] = [data.subarray(0, 8)]
  for (let at = 8; ;) {
    const length = u32(data, at)
    const name = nameAt(data, at + 4)
    if (length === undefined || at + 12 + length > data.length) return undefined
    if (PNG_DRAWS.has(name)) kept.push(data.subarray(at, at + 12 + length))
    if (name === 'IEND') return length === 0 ? join(kept) : undefined
    at += 12 + length
  }
}

const WEBP_DRAWS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
const FRAME_DRAWS = new Set(['VP8 ', 'VP8L', 'ALPH'])
/** Colour profile, Exif and XMP: announced in the head, not there any more. */
const ANNOUNCED = 0x20 | 0x08 | 0x04

const chunksOf = (
  data: Uint8Array,
  from: number,
): readonly { readonly name: string; readonly at: number; readonly end: number }[] | undefined => {
  const chunks = []
  for (let at = from; at < data.length;) {
    const size = u32le(data, at + 4)
    if (size === undefined || at + 8 + size > data.length) return undefined
    const end = Math.min(at + 8 + size + (size % 2), data.length)
    chunks.push({ name: nameAt(data, at), at, end })
    at = end
  }
  return chunks
}

export const cleanWebp = (data: Uint8Array): Uint8Array | undefined => {
  const size = u32le(data, 4)
  if (
    nameAt(data, 0) !== 'RIFF' ||
    nameAt(data, 8) !== 'WEBP' ||
    size === undefined ||
    size + 8 > data.length
  )
    return undefined
  const whole = data.subarray(0, size + 8)
  const chunks = chunksOf(whole, 12)
  if (chunks === undefined) return undefined
  const kept: Uint8Array[] = []
  for (const { name, at, end } of chunks) {
    if (!WEBP_DRAWS.has(name)) continue
    const chunk = Uint8Array.from(whole.subarray(at, end))
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~ANNOUNCED
    if (name === 'ANMF') {
      const inner = chunksOf(chunk, 24)
      if (inner === undefined || !inner.every((one) => FRAME_DRAWS.has(one.name))) return undefined
    }
    kept.push(chunk)
  }
  const body = join(kept)
  const head = Uint8Array.from(whole.subarray(0, 12))
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return kept.length === 0 ? undefined : join([head, body])
}

/** Past the sub-blocks that begin here. */
const pastBlocks = (data: Uint8Array, from: number): number | undefined => {
  for (let at = from; at < data.length;) {
    const length = data[at] ?? 0
    at += 1 + length
    if (length === 0) return at
  }
  return undefined
}
const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

export const cleanGif = (data: Uint8Array): Uint8Array | undefined => {
  if (!/^GIF8[79]a$/.test(nameAt(data, 0, 6))) return undefined
  let at = 13 + tableBytes(data[10] ?? 0)
  const kept: Uint8Array[] = [data.subarray(0, at)]
  while (at < data.length) {
    const begin = at
    if (data[at] === 0x3b) return join([...kept, Uint8Array.from([0x3b])])
    const isImage = data[at] === 0x2c
    if (!isImage && data[at] !== 0x21) return undefined
    const end = pastBlocks(data, isImage ? at + 11 + tableBytes(data[at + 9] ?? 0) : at + 2)
    if (end === undefined) return undefined
    const loops = data[at + 1] === 0xff && nameAt(data, at + 3, 11) === 'NETSCAPE2.0' && end - at === 19
    if (isImage || (data[at + 1] === 0xf9 && end - at === 8) || loops) kept.push(data.subarray(begin, end))
    at = end
  }
  return undefined
}
