/**
 * Where a picture's own bytes end: the offset after the last of them. Nothing where the end is not
 * there (a cut file) or the way to it is broken.
 */
export const endOf = (mime: string, bytes: Buffer): number | undefined => {
  switch (mime) {
    case 'image/jpeg':
      return endOfJpeg(bytes)
    case 'image/png':
    case 'image/apng':
      return endOfPng(bytes)
    case 'image/gif':
      return endOfGif(bytes)
    case 'image/webp':
      return endOfWebp(bytes)
    default:
      return undefined
  }
}

export const HAS_END: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/gif',
  'image/webp',
])

/** Markers without a length: TEM and the restarts. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/**
 * Past the coded pixels that begin at `at`: to the next marker that is neither a stuffed byte nor a
 * restart.
 */
const skipScan = (bytes: Buffer, at: number): number => {
  let here = at
  for (;;) {
    here = bytes.indexOf(0xff, here)
    if (here < 0 || here + 1 >= bytes.length) return bytes.length
    const next = bytes[here + 1] ?? 0
    if (next !== 0x00 && next !== 0xff && !isBare(next)) return here
    here += next === 0xff ? 1 : 2
  }
}

const endOfJpeg = (bytes: Buffer): number | undefined => {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return at + 2
    if (marker === 0xff) at += 1
    else if (isBare(marker)) at += 2
    else {
      if (at + 4 > bytes.length) return undefined
      const length = bytes.readUInt16BE(at + 2)
      if (length < 2) return undefined
      at += 2 + length
      if (marker === 0xda) at = skipScan(bytes, at)
    }
  }
  return undefined
}

const endOfPng = (bytes: Buffer): number | undefined => {
  let at = 8
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return next <= bytes.length ? next : undefined
    at = next
  }
  return undefined
}

const colours = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1))

/** Past a run of length-led pieces. */
const skipPieces = (bytes: Buffer, at: number): number => {
  let here = at
  while (here < bytes.length) {
    const length = bytes[here] ?? 0
    here += 1 + length
    if (length === 0) return here
  }
  return bytes.length
}

const endOfGif = (bytes: Buffer): number | undefined => {
  let at = 13 + colours(bytes[10] ?? 0)
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === 0x3b) return at + 1
    if (block === 0x21) at = skipPieces(bytes, at + 2)
    else if (block === 0x2c) at = skipPieces(bytes, at + 11 + colours(bytes[at + 9] ?? 0))
    else return undefined
  }
  return undefined
}

const endOfWebp = (bytes: Buffer): number | undefined => {
  if (bytes.length < 12) return undefined
  const length = bytes.readUInt32LE(4)
  const end = 8 + length + (length % 2)
  return end <= bytes.length ? end : undefined
}
