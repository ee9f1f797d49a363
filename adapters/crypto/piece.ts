import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { Failure, isFailure } from '../../core/base/failure.ts'

/**
 * A sealed small piece: `version (1) | nonce (12) | ciphertext | tag (16)`, AES-256-GCM, associated
 * data `version | context in UTF-8`. Random nonces hold for 2^32 pieces under one key (NIST SP
 * 800-38D, 8.3): a case has some thousands, transit some millions a year.
 */
const VERSION = 1
export const NONCE_BYTES = 12
export const TAG_BYTES = 16
const HEAD = 1 + NONCE_BYTES
export const PIECE_OVERHEAD = HEAD + TAG_BYTES

// Filled 256 nonces at a time: one call of the generator costs as much as sealing a short piece.
const pool = Buffer.alloc(NONCE_BYTES * 256)
let used = pool.length

/** Never gives the same bytes twice: each is handed out once, as a copy. */
const freshNonce = (): Uint8Array => {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += NONCE_BYTES
  return Uint8Array.prototype.slice.call(pool, used - NONCE_BYTES, used)
}

const associated = (context: string): Buffer =>
  Buffer.from(`${String.fromCharCode(VERSION)}${context}`, 'utf8')

/** `nonce` is given by tests of the format only: two pieces under one key and nonce are both open. */
export const sealPiece = (
  key: KeyObject,
  context: string,
  plain: Uint8Array,
  nonce: Uint8Array = freshNonce(),
): Uint8Array => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(associated(context))
  const text = cipher.update(plain)
  cipher.final()
  const sealed = new Uint8Array(PIECE_OVERHEAD + plain.length)
  sealed[0] = VERSION
  sealed.set(nonce, 1)
  sealed.set(text, HEAD)
  sealed.set(cipher.getAuthTag(), HEAD + plain.length)
  return sealed
}

/** Throws `seal_broken` where a byte changed, or key or context differ. */
export const openPiece = (key: KeyObject, context: string, sealed: Uint8Array): Buffer => {
  if (sealed.length < PIECE_OVERHEAD || sealed[0] !== VERSION)
    throw new Failure('seal_broken', 'not a sealed piece of a known version')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, HEAD), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(associated(context))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const plain = decipher.update(sealed.subarray(HEAD, sealed.length - TAG_BYTES))
  try {
    decipher.final()
  } catch (error) {
    throw new Failure('seal_broken', undefined, error)
  }
  return plain
}

/** The same, and nothing where it does not open. */
export const tryPiece = (key: KeyObject, context: string, sealed: Uint8Array): Buffer | undefined => {
  try {
    return openPiece(key, context, sealed)
  } catch (error) {
    if (isFailure(error, 'seal_broken')) return undefined
    throw error
  }
}
