import { createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { Failure } from '../../../core/base/failure.ts'
import type { MediaRef, MediaType } from './media-ref.ts'

/** A file at the media host is `AES-256-CBC ciphertext | HMAC-SHA-256(iv | ciphertext), first 10 bytes`. */
const MAC_BYTES = 10
const BLOCK_BYTES = 16
/**
 * Kept back until all is checked: where the last block is padding alone, the one before it is still
 * in the decipher.
 */
const HELD_BYTES = BLOCK_BYTES + MAC_BYTES

/**
 * Names of WhatsApp's key schedules: HKDF-SHA-256 without salt over the media key, 112 bytes: iv,
 * cipher key, MAC key, and one unused.
 */
const INFO: Readonly<Record<MediaType, string>> = {
  image: 'WhatsApp Image Keys',
  video: 'WhatsApp Video Keys',
  audio: 'WhatsApp Audio Keys',
  document: 'WhatsApp Document Keys',
}

const keysOf = ({ key, type }: Pick<MediaRef, 'key' | 'type'>) => {
  const derived = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', INFO[type], 112))
  return {
    iv: derived.subarray(0, 16),
    cipherKey: derived.subarray(16, 48),
    macKey: derived.subarray(48, 80),
  }
}

/**
 * Bytes at the media host of a file of `size` bytes: padded to whole blocks, one more where it fits
 * exactly, and the MAC.
 */
export const encryptedSize = (size: number): number =>
  (Math.floor(size / BLOCK_BYTES) + 1) * BLOCK_BYTES + MAC_BYTES

/**
 * The file inside `source`, while it comes. Its last block is let go only after the MAC and both
 * attested hashes were found right; else the stream throws `download_failed` before it ends, so
 * that nothing changed on its way is ever taken for the file (adapters/channels/whatsapp/README.md, What the
 * library does).
 */
export async function* openEncrypted(
  ref: MediaRef,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { iv, cipherKey, macKey } = keysOf(ref)
  const mac = createHmac('sha256', macKey).update(iv)
  const encrypted = createHash('sha256')
  const plain = createHash('sha256')
  const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv)
  /** The newest bytes: at the end of the file they are its last block and the MAC. */
  let tail: Buffer = Buffer.alloc(0)
  const open = (sealed: Buffer): Buffer => {
    mac.update(sealed)
    const piece = decipher.update(sealed)
    plain.update(piece)
    return piece
  }
  for await (const chunk of source) {
    encrypted.update(chunk)
    const seen = Buffer.concat([tail, chunk])
    const body = seen.subarray(0, Math.max(0, seen.length - HELD_BYTES))
    tail = seen.subarray(body.length)
    const piece = open(body)
    if (piece.length > 0) yield piece
  }
  if (tail.length !== HELD_BYTES) throw wrong('length')
  const held = open(tail.subarray(0, BLOCK_BYTES))
  if (!timingSafeEqual(mac.digest().subarray(0, MAC_BYTES), tail.subarray(BLOCK_BYTES))) throw wrong('mac')
  if (!encrypted.digest().equals(Buffer.from(ref.encSha256, 'base64'))) throw wrong('encrypted hash')
  let last
  try {
    last = decipher.final()
  } catch {
    throw wrong('padding')
  }
  if (!plain.update(last).digest().equals(Buffer.from(ref.sha256, 'base64'))) throw wrong('hash')
  const end = Buffer.concat([held, last])
  if (end.length > 0) yield end
}

const wrong = (what: string): Failure => new Failure('download_failed', `wrong ${what}`)
