import { join, nameAt, u32, u32le } from './bytes.ts'

type Box = { readonly name: string; readonly at: number; readonly body: number; readonly end: number }

const HEADS = 8

const boxesOf = (data: Uint8Array, from: number, to: number): readonly Box[] | undefined => {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const size = u32(data, at)
    const isLong = size === 1
    const long = isLong ? (u32(data, at + 8) ?? 0) * 2 ** 32 + (u32(data, at + 12) ?? 0) : 0
    const end = size === 0 ? to : at + (isLong ? long : (size ?? 0))
    const body = at + HEADS + (isLong ? 8 : 0)
    if (size === undefined || end < body || end > to) return undefined
    boxes.push({ name: nameAt(data, at + 4), at, body, end })
    at = end
  }
  return boxes
}

/**
 * What plays a film, by what it lies in; places in it are counted from the file's beginning, so
 * everything else is emptied and stays as long as it was.
 */
const PLAYS: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'moov', 'mdat'],
  moov: ['mvhd', 'trak'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: [
    'stsd',
    'stts',
    'ctts',
    'cslg',
    'stsc',
    'stsz',
    'stz2',
    'stco',
    'co64',
    'stss',
    'sdtp',
    'sbgp',
    'sgpd',
  ],
}
/**
 * Tracks of sound and picture. What another track says, such as where the film goes along, lies
 * among their bytes: such a film gives no copy.
 */
const TRACKS = new Set(['vide', 'soun'])

/** Empties what does not play; false where the film cannot be cleaned so. */
const emptyIn = (data: Uint8Array, within: string, from: number, to: number): boolean => {
  const boxes = boxesOf(data, from, to)
  const plays = PLAYS[within]
  if (boxes === undefined || plays === undefined) return false
  return boxes.every(({ name, at, body, end }) => {
    if (!plays.includes(name)) {
      data.set([0x66, 0x72, 0x65, 0x65], at + 4)
      data.fill(0, body, end)
      return true
    }
    if (name === 'hdlr') {
      if (!TRACKS.has(nameAt(data, body + 8))) return false
      // Its name is free text.
      data.fill(0, Math.min(body + 24, end), end)
    }
    return !(name in PLAYS) || emptyIn(data, name, body, end)
  })
}

/** MP4, MOV and M4A. In pieces (moof) they give no copy. */
export const cleanFilm = (data: Uint8Array): Uint8Array | undefined => {
  const copy = Uint8Array.from(data)
  const boxes = boxesOf(copy, 0, copy.length)
  const names = boxes?.map(({ name }) => name) ?? []
  if (!names.includes('moov') || !names.includes('mdat') || names.includes('moof')) return undefined
  return emptyIn(copy, '', 0, copy.length) ? copy : undefined
}

const POLYNOMIAL = 0x04c1_1db7
const checksum = (page: Uint8Array): number => {
  let sum = 0
  for (const byte of page) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x8000_0000) === 0 ? sum << 1 : (sum << 1) ^ POLYNOMIAL
  }
  return sum >>> 0
}

/** `OpusTags`, no maker, no comments. */
const NO_TAGS = Uint8Array.from([0x4f, 0x70, 0x75, 0x73, 0x54, 0x61, 0x67, 0x73, 0, 0, 0, 0, 0, 0, 0, 0])

/** Voice messages: Opus in Ogg, its comments in a page of their own, as every encoder writes them. */
export const cleanVoice = (data: Uint8Array): Uint8Array | undefined => {
  const kept: Uint8Array[] = []
  for (let at = 0; at < data.length;) {
    if (nameAt(data, at) !== 'OggS') return undefined
    const segments = data[at + 26] ?? 0
    const body = at + 27 + segments
    const end = body + data.subarray(at + 27, body).reduce((sum, length) => sum + length, 0)
    if (end > data.length || u32le(data, at + 18) !== kept.length) return undefined
    if (kept.length === 0 && nameAt(data, body, 8) !== 'OpusHead') return undefined
    if (kept.length === 1) {
      // Comments that go on in the next page are not followed.
      if (nameAt(data, body, 8) !== 'OpusTags' || data[at + 26 + segments] === 255) return undefined
      const page = join([data.subarray(at, at + 26), Uint8Array.from([1, NO_TAGS.length]), NO_TAGS])
      page.fill(0, 22, 26)
      new DataView(page.buffer).setUint32(22, checksum(page), true)
      kept.push(page)
    } else kept.push(data.subarray(at, end))
    at = end
  }
  return kept.length < 3 ? undefined : join(kept)
}
