import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { Failure } from '../../../core/base/failure.ts'

/** `version (1) | nonce (12) | ciphertext | tag (16)`, AES-256-GCM; associated data `version | place`. */
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD = 1 + NONCE_BYTES
const KEY_BYTES = 32

export type Sealing = {
  /** `place` is where the piece lies; elsewhere it does not open. */
  readonly seal: (place: string, plain: Uint8Array) => Uint8Array
  /** Throws `seal_broken` where a byte changed, or key or place differ. */
  readonly open: (place: string, sealed: Uint8Array) => Buffer
  /** Finds an id without storing it: ids hold phone numbers. HMAC-SHA-256, 32 bytes. */
  readonly blind: (place: string) => Uint8Array
}

/**
 * HKDF-SHA-256 without salt: the given key is uniform already. The info strings are part of the
 * stored format.
 */
const derive = (key: Uint8Array, info: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', info, KEY_BYTES)))

const associated = (place: string): Buffer => Buffer.from(`${String.fromCharCode(VERSION)}${place}`, 'utf8')

/**
 * `key`: 32 bytes, derived from the master key for this purpose alone. Random nonces hold for 2^32
 * pieces under one key (NIST SP 800-38D,
 * 8.3): at ten pieces a message, four hundred million messages.
 */
export const makeSealing = (key: Uint8Array): Sealing => {
  if (key.length !== KEY_BYTES) throw new TypeError('the session key has 32 bytes')
  const sealKey = derive(key, 'amin/v1/whatsapp/seal')
  const blindKey = derive(key, 'amin/v1/whatsapp/blind')
  return {
    seal: (place, plain) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(associated(place))
      const text = cipher.update(plain)
      cipher.final()
      return Buffer.concat([Buffer.of(VERSION), nonce, text, cipher.getAuthTag()])
    },
    open: (place, sealed) => {
      if (sealed.length < HEAD + TAG_BYTES || sealed[0] !== VERSION)
        throw new Failure('seal_broken', 'not a sealed piece of a known version')
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(1, HEAD), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(associated(place))
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
      const plain = decipher.update(sealed.subarray(HEAD, sealed.length - TAG_BYTES))
      try {
        decipher.final()
      } catch (error) {
        throw new Failure('seal_broken', undefined, error)
      }
      return plain
    },
    blind: (place) => createHmac('sha256', blindKey).update(place, 'utf8').digest(),
  }
}
