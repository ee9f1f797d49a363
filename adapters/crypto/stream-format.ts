import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { Failure } from '../../core/base/failure.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import { NONCE_BYTES, TAG_BYTES } from './piece.ts'

/**
 * A sealed object. Header, 98 bytes:
 *     magic `AMN1` (4) | version (1) | object id (26, ASCII) | object key sealed by the case key: nonce (12), ciphertext (32), tag (16)
 *     | nonce prefix (7)
 * then chunks of 64 KiB plain, each with its tag (16): AES-256-GCM under the object key, nonce =
 * prefix | chunk index (u32, big-endian)
 * | 1 for the last chunk, else 0; associated data = the whole header. The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015).
 * There is exactly one last chunk; it is empty only where the whole object is. The associated data
 * of the wrapped key is what stands before it. The object key is used for one object, so index and
 * flag alone keep nonces apart.
 */
const MAGIC = 'AMN1'
const VERSION = 1
const ID_BYTES = 26
const KEY_BYTES = 32
const PREFIX_BYTES = 7
const WRAP_AT = MAGIC.length + 1 + ID_BYTES
const PREFIX_AT = WRAP_AT + NONCE_BYTES + KEY_BYTES + TAG_BYTES
export const HEADER_BYTES = PREFIX_AT + PREFIX_BYTES
export const CHUNK = 65_536
export const SEALED_CHUNK = CHUNK + TAG_BYTES
/** The index is a u32: 256 TiB. */
const MAX_CHUNKS = 2 ** 32

/** What must be random in a sealed object; given only by tests of the format. */
export type StreamSecrets = {
  readonly objectKey: Uint8Array
  readonly wrapNonce: Uint8Array
  readonly noncePrefix: Uint8Array
}

export const makeSecrets = (): StreamSecrets => ({
  objectKey: randomBytes(KEY_BYTES),
  wrapNonce: randomBytes(NONCE_BYTES),
  noncePrefix: randomBytes(PREFIX_BYTES),
})

/** The key and the header of one object: all that its chunks need. */
export type StreamKey = { readonly key: KeyObject; readonly header: Buffer }

const identify = (objectId: ObjectId): Buffer => {
  const bytes = Buffer.from(`${MAGIC}${String.fromCharCode(VERSION)}${objectId}`, 'latin1')
  if (bytes.length !== WRAP_AT) throw new TypeError('an object id has 26 characters')
  return bytes
}

export const makeHeader = (caseKey: KeyObject, objectId: ObjectId, secrets: StreamSecrets): StreamKey => {
  const known = identify(objectId)
  const cipher = createCipheriv('aes-256-gcm', caseKey, secrets.wrapNonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(known)
  const wrapped = cipher.update(secrets.objectKey)
  cipher.final()
  const header = Buffer.concat([known, secrets.wrapNonce, wrapped, cipher.getAuthTag(), secrets.noncePrefix])
  return { key: createSecretKey(secrets.objectKey), header }
}

/** Throws `seal_broken` where the header is another object's, another case's, or changed. */
export const openHeader = (caseKey: KeyObject, objectId: ObjectId, header: Buffer): StreamKey => {
  const known = identify(objectId)
  if (header.length !== HEADER_BYTES || !header.subarray(0, WRAP_AT).equals(known)) {
    throw new Failure('seal_broken', 'the header is not that of this object')
  }
  const decipher = createDecipheriv('aes-256-gcm', caseKey, header.subarray(WRAP_AT, WRAP_AT + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(known)
  decipher.setAuthTag(header.subarray(PREFIX_AT - TAG_BYTES, PREFIX_AT))
  const objectKey = decipher.update(header.subarray(WRAP_AT + NONCE_BYTES, PREFIX_AT - TAG_BYTES))
  try {
    decipher.final()
  } catch (error) {
    throw new Failure('seal_broken', 'the object key does not open', error)
  }
  return { key: createSecretKey(objectKey), header }
}

const chunkNonce = (header: Buffer, index: number, last: boolean): Buffer => {
  if (index >= MAX_CHUNKS) throw new RangeError('a sealed object holds at most 256 TiB')
  const nonce = Buffer.allocUnsafe(NONCE_BYTES)
  header.copy(nonce, 0, PREFIX_AT, HEADER_BYTES)
  nonce.writeUInt32BE(index, PREFIX_BYTES)
  nonce[NONCE_BYTES - 1] = last ? 1 : 0
  return nonce
}

export const sealChunk = (
  { key, header }: StreamKey,
  index: number,
  last: boolean,
  plain: Uint8Array,
): readonly [Buffer, Buffer] => {
  const cipher = createCipheriv('aes-256-gcm', key, chunkNonce(header, index, last), {
    authTagLength: TAG_BYTES,
  })
  cipher.setAAD(header)
  const text = cipher.update(plain)
  cipher.final()
  return [text, cipher.getAuthTag()]
}

export const openChunk = (
  { key, header }: StreamKey,
  index: number,
  last: boolean,
  sealed: Uint8Array,
): Buffer => {
  const end = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, chunkNonce(header, index, last), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(header)
  decipher.setAuthTag(sealed.subarray(end))
  const plain = decipher.update(sealed.subarray(0, end))
  try {
    decipher.final()
  } catch (error) {
    throw new Failure('seal_broken', `chunk ${index}`, error)
  }
  return plain
}

/**
 * How a sealed object of `sealedSize` bytes is cut. Throws `seal_broken` where no whole object has
 * that size.
 */
export const measure = (sealedSize: number): { readonly chunks: number; readonly plainSize: number } => {
  const body = sealedSize - HEADER_BYTES
  const chunks = Math.max(1, Math.ceil(body / SEALED_CHUNK))
  const tail = body - (chunks - 1) * SEALED_CHUNK
  // A last chunk without a byte is written for the empty object alone.
  if (tail < TAG_BYTES || (tail === TAG_BYTES && chunks > 1))
    throw new Failure('seal_broken', 'the object was cut')
  return { chunks, plainSize: body - chunks * TAG_BYTES }
}
