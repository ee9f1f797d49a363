/** 64 hexadecimal digits in lower case, as PDQ hashes are written. */
const HASH = /^[0-9a-f]{64}$/

export const isPdqHash = (text: string): boolean => HASH.test(text)

/**
 * At most so many of 256 bits apart, two hashes are taken for the same picture (the authors' own
 * figure); by themselves they prove nothing.
 */
export const SAME_PICTURE = 31

const DIGITS = 8

const countOnes = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Bits in which two PDQ hashes differ, 0 to 256. Both are 64 hexadecimal digits; throws where one is not. */
export const distance = (one: string, other: string): number => {
  if (!isPdqHash(one) || !isPdqHash(other)) throw new RangeError('a PDQ hash has 64 hexadecimal digits')
  let bits = 0
  for (let at = 0; at < one.length; at += DIGITS)
    bits += countOnes(parseInt(one.slice(at, at + DIGITS), 16) ^ parseInt(other.slice(at, at + DIGITS), 16))
  return bits
}
