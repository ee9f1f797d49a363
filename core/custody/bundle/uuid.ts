const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** SHA-1 (FIPS 180-4): what names of version 5 are made by. Nothing rests on its strength here. */
const sha1 = (message: Uint8Array): Uint8Array => {
  const blocks = Math.ceil((message.length + 9) / 64)
  const padded = new Uint8Array(blocks * 64)
  padded.set(message)
  padded[message.length] = 0x80
  // Messages here are far shorter than 2^29 bytes: 32 bits hold the length in bits.
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 4, message.length * 8)
  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const words = new Int32Array(80)
  for (let block = 0; block < blocks; block += 1) {
    for (let t = 0; t < 16; t += 1) words[t] = view.getInt32(block * 64 + t * 4)
    for (let t = 16; t < 80; t += 1)
      words[t] = rotate(
        (words[t - 3] ?? 0) ^ (words[t - 8] ?? 0) ^ (words[t - 14] ?? 0) ^ (words[t - 16] ?? 0),
        1,
      )
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash
    for (let t = 0; t < 80; t += 1) {
      const [mix, constant] =
        t < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : t < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : t < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6]
      const next = (rotate(a, 5) + mix + e + constant + (words[t] ?? 0)) | 0
      e = d
      d = c
      c = rotate(b, 30)
      b = a
      a = next
    }
    const round = [a, b, c, d, e]
    for (let i = 0; i < 5; i += 1) hash[i] = ((hash[i] ?? 0) + (round[i] ?? 0)) | 0
  }
  const digest = new DataView(new ArrayBuffer(20))
  hash.forEach((word, i) => digest.setInt32(i * 4, word))
  return new Uint8Array(digest.buffer)
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * A name-based UUID (RFC 9562, 5.5): the same for the same namespace and name. `namespace` is a
 * UUID in its usual form; `name` is UTF-8.
 */
export const uuid5 = (namespace: string, name: Uint8Array): string => {
  const hex = namespace.replaceAll('-', '')
  const message = new Uint8Array(16 + name.length)
  for (let i = 0; i < 16; i += 1) message[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  message.set(name, 16)
  const bytes = sha1(message).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const text = hexOf(bytes)
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}
