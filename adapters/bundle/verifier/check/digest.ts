/** A hash that grows with what is given to it; `end` may be called once. */
export type Digest = { readonly update: (bytes: Uint8Array) => void; readonly end: () => Uint8Array }

/**
 * The common frame of SHA-256 and MD5: blocks of 64 bytes, a one bit, zeros, and the length in bits
 * in the last 8 bytes. Written here because WebCrypto hashes only what is in memory as a whole, and
 * has no MD5.
 */
export const makeDigest = (
  compress: (block: DataView, at: number) => void,
  end: () => Uint8Array,
  bigEndian: boolean,
): Digest => {
  const held = new Uint8Array(128)
  const heldView = new DataView(held.buffer)
  let holding = 0
  let length = 0
  return {
    update: (bytes) => {
      length += bytes.length
      let at = 0
      if (holding > 0) {
        at = Math.min(64 - holding, bytes.length)
        held.set(bytes.subarray(0, at), holding)
        holding += at
        if (holding < 64) return
        compress(heldView, 0)
        holding = 0
      }
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      for (; at + 64 <= bytes.length; at += 64) compress(view, at)
      held.set(bytes.subarray(at))
      holding = bytes.length - at
    },
    end: () => {
      const last = holding < 56 ? 64 : 128
      held.fill(0, holding, last)
      held[holding] = 0x80
      const high = Math.floor(length / 0x20000000)
      const low = (length << 3) >>> 0
      heldView.setUint32(last - 8, bigEndian ? high : low, !bigEndian)
      heldView.setUint32(last - 4, bigEndian ? low : high, !bigEndian)
      for (let at = 0; at < last; at += 64) compress(heldView, at)
      return end()
    },
  }
}
