/**
 * Bytes as text and back; a pure module has no encoder of its own. What is no canonical form gives
 * nothing.
 */

const HEX = '0123456789abcdef'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Lower-case hexadecimal. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `${HEX[byte >> 4] ?? ''}${HEX[byte & 15] ?? ''}`).join('')

/** Of lower-case hexadecimal only. */
export const fromHex = (text: string): Uint8Array | undefined => {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined
  const bytes = new Uint8Array(text.length / 2)
  for (let i = 0; i < bytes.length; i += 1)
    bytes[i] = (HEX.indexOf(text[2 * i] ?? '') << 4) | HEX.indexOf(text[2 * i + 1] ?? '')
  return bytes
}

/** Standard base64 with padding (RFC 4648, 4). */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const letters = [18, 12, 6, 0].map((shift) => BASE64[(group >> shift) & 63] ?? '')
    text +=
      left >= 3
        ? letters.join('')
        : letters
            .slice(0, left + 1)
            .join('')
            .padEnd(4, '=')
  }
  return text
}

/** Standard base64 with padding, in its one canonical form: what encodes to the same text again. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const letters = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((letters.length * 6) / 8))
  let group = 0
  let bits = 0
  let at = 0
  for (const letter of letters) {
    group = ((group << 6) | BASE64.indexOf(letter)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (group >> bits) & 0xff
    at += 1
  }
  return toBase64(bytes) === text ? bytes : undefined
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])
