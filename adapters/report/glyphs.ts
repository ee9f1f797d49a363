/** Which signs a font draws, read off its character map (OpenType 'cmap', formats 4 and 12). */
export type Signs = { readonly has: (codePoint: number) => boolean }

const LAST = 0x10_ffff

const tableOf = (font: DataView, tag: string): number | undefined => {
  for (let i = 0; i < font.getUint16(4); i++) {
    const at = 12 + i * 16
    if (String.fromCharCode(...[0, 1, 2, 3].map((n) => font.getUint8(at + n))) === tag)
      return font.getUint32(at + 8)
  }
  return undefined
}

const readSegments = (font: DataView, at: number, add: (codePoint: number) => void): void => {
  const segments = font.getUint16(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + segments * 2]
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4]
  for (let i = 0; i < segments; i++) {
    const [start, end] = [font.getUint16(starts + i * 2), font.getUint16(ends + i * 2)]
    const [delta, offset] = [font.getUint16(deltas + i * 2), font.getUint16(offsets + i * 2)]
    for (let point = start; point <= end && point !== 0xff_ff; point++) {
      const glyph =
        offset === 0
          ? (point + delta) & 0xff_ff
          : font.getUint16(offsets + i * 2 + offset + (point - start) * 2)
      if (glyph !== 0) add(point)
    }
  }
}

const readGroups = (font: DataView, at: number, add: (codePoint: number) => void): void => {
  for (let i = 0; i < font.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12
    const [start, end, glyph] = [font.getUint32(group), font.getUint32(group + 4), font.getUint32(group + 8)]
    for (let point = start; point <= Math.min(end, LAST); point++) if (glyph + point - start !== 0) add(point)
  }
}

/** Throws a `RangeError` where the bytes are no font: ours are files of a package, never a stranger's. */
export const readSigns = (bytes: Uint8Array): Signs => {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const map = tableOf(font, 'cmap')
  if (map === undefined) throw new RangeError('a font has no character map')
  const drawn = new Uint8Array((LAST >> 3) + 1)
  const add = (point: number): void => {
    drawn[point >> 3] = (drawn[point >> 3] ?? 0) | (1 << (point & 7))
  }
  for (let i = 0; i < font.getUint16(map + 2); i++) {
    const at = map + font.getUint32(map + 4 + i * 8 + 4)
    const format = font.getUint16(at)
    if (format === 4) readSegments(font, at, add)
    else if (format === 12) readGroups(font, at, add)
  }
  return { has: (point) => ((drawn[point >> 3] ?? 0) & (1 << (point & 7))) !== 0 }
}

/** What all of them draw: the regular and the bold face of one family. */
export const shared = (...all: readonly Signs[]): Signs => ({
  has: (point) => all.every((signs) => signs.has(point)),
})
