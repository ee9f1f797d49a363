/** Big-endian numbers and four-letter names out of bytes; `undefined` past the end. */
export const u16 = (data: Uint8Array, at: number): number | undefined =>
  at >= 0 && at + 2 <= data.length ? ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0) : undefined

export const u32 = (data: Uint8Array, at: number): number | undefined =>
  at >= 0 && at + 4 <= data.length
    ? (data[at] ?? 0) * 0x1_00_00_00 +
      (((data[at + 1] ?? 0) << 16) | ((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0))
    : undefined

export const u32le = (data: Uint8Array, at: number): number | undefined => {
  const turned = u32(Uint8Array.from(data.subarray(at, at + 4)).toReversed(), 0)
  return at + 4 <= data.length ? turned : undefined
}

export const nameAt = (data: Uint8Array, at: number, length = 4): string =>
  at + length <= data.length ? String.fromCharCode(...data.subarray(at, at + length)) : ''

export const join = (pieces: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
