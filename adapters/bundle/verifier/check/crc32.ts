const TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The check of ZIP. Begins at 0; the result of one part is the `before` of the next. */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let crc = ~before
  for (let i = 0; i < bytes.length; i += 1)
    crc = (TABLE[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8)
  return ~crc >>> 0
}
