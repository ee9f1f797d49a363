import type { Hasher } from '../ports/hasher.ts'
import type { Signer } from '../ports/signer.ts'
import { isoOf } from '../base/calendar.ts'
import type { Instant } from '../base/units.ts'
import { fromBase64, fromHex, sameBytes, toBase64, toHex } from '../base/bytes.ts'

/*
 * C2SP signed notes (https://c2sp.org/signed-note) and checkpoints
 * (https://c2sp.org/tlog-checkpoint), strict: every text has one form, and what has another is not
 * read. Of the signatures only those of Ed25519 are known.
 */

const ED25519 = new Uint8Array([1])
const NEWLINE = new Uint8Array([10])
const KEY_ID_BYTES = 4
const SIGNATURE_BYTES = 64
/**
 * Hexadecimal digits of the public key's SHA-256 in the origin: 64 bits tell keys apart, the whole
 * key stands beside.
 */
const ORIGIN_DIGITS = 16

/** What stands before the 32 bytes of an Ed25519 public key in SubjectPublicKeyInfo (RFC 8410, 4). */
const SPKI = '302a300506032b6570032100'

/** `amin/<first 16 hexadecimal digits of the public key's SHA-256>`: names the key, and nobody. */
export const originOf = (hasher: Hasher, publicKey: Uint8Array): string =>
  `amin/${toHex(hasher.digest(publicKey)).slice(0, ORIGIN_DIGITS)}`

/** First four bytes of `SHA-256(name || 0x0A || 0x01 || public key)`. */
const keyId = (hasher: Hasher, name: string, publicKey: Uint8Array): Uint8Array =>
  hasher.digest(name, NEWLINE, ED25519, publicKey).slice(0, KEY_ID_BYTES)

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/**
 * A public key for people and programs: the verifier key of C2SP on the first line, then PEM, which
 * is all that `openssl` reads of it.
 */
export const writePublicKey = (hasher: Hasher, publicKey: Uint8Array): string => {
  const name = originOf(hasher, publicKey)
  const vkey = `${name}+${toHex(keyId(hasher, name, publicKey))}+${toBase64(joined(ED25519, publicKey))}`
  const der = joined(fromHex(SPKI) ?? new Uint8Array(), publicKey)
  return `${vkey}\n-----BEGIN PUBLIC KEY-----\n${toBase64(der)}\n-----END PUBLIC KEY-----\n`
}

/** The public key, where the text is exactly what `writePublicKey` makes. */
export const readPublicKey = (hasher: Hasher, text: string): Uint8Array | undefined => {
  const [, encoded] = /^amin\/[0-9a-f]{16}\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)\n/.exec(text) ?? []
  const key = encoded === undefined ? undefined : fromBase64(encoded)?.slice(1)
  return key !== undefined && key.length === 32 && writePublicKey(hasher, key) === text ? key : undefined
}

/**
 * Printable text in whole lines: no control character but the newline, no lone surrogate, no
 * signature line.
 */
// oxlint-disable-next-line no-control-regex
const UNSIGNABLE = /[\u0000-\u0009\u000b-\u001f\u007f]/
const isNoteText = (text: string): boolean =>
  text.endsWith('\n') && !UNSIGNABLE.test(text) && text.isWellFormed()

/**
 * A signed note over `text`, which ends in a newline: the same for the same text and key. Throws a
 * `TypeError` where no note can hold the text.
 */
export const signNote = (signer: Signer, hasher: Hasher, text: string): string => {
  if (!isNoteText(text)) throw new TypeError('a note takes whole lines of plain text')
  const name = originOf(hasher, signer.publicKey)
  const signature = joined(keyId(hasher, name, signer.publicKey), signer.sign(hasher.utf8(text)))
  return `${text}\n— ${name} ${toBase64(signature)}\n`
}

/** Longer than any note of ours: what is longer is not looked at. */
const MAX_NOTE = 65_536
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/

/**
 * The text of a signed note, where it carries a good signature of this key. Signature lines of
 * other keys are passed over, as the format wants; nothing where there is none of this key, one
 * that is wrong, or anything else that is no note.
 */
export const openNote = (
  signer: Pick<Signer, 'verify'>,
  hasher: Hasher,
  note: string,
  publicKey: Uint8Array,
): string | undefined => {
  if (note.length > MAX_NOTE || !isNoteText(note)) return undefined
  const end = note.lastIndexOf('\n\n')
  if (end === -1) return undefined
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2, -1).split('\n')
  const name = originOf(hasher, publicKey)
  const id = keyId(hasher, name, publicKey)
  let signed = false
  for (const line of lines) {
    const [, by, encoded = ''] = SIGNATURE_LINE.exec(line) ?? []
    const raw = fromBase64(encoded)
    if (by === undefined || raw === undefined || raw.length <= KEY_ID_BYTES) return undefined
    if (by !== name || !sameBytes(raw.slice(0, KEY_ID_BYTES), id)) continue
    const signature = raw.slice(KEY_ID_BYTES)
    if (
      signed ||
      signature.length !== SIGNATURE_BYTES ||
      !signer.verify(publicKey, hasher.utf8(text), signature)
    )
      return undefined
    signed = true
  }
  return signed ? text : undefined
}

/** What a checkpoint states. `at`: when it was made, by the signer's clock. */
export type CheckpointText = {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly at: Instant
}

/** Origin, size, root in base64, and `time` as an extension line. */
export const writeCheckpoint = ({ origin, size, root, at }: CheckpointText): string =>
  `${origin}\n${size}\n${toBase64(root)}\ntime ${isoOf(at)}\n`

/**
 * What a note's text states, where it has exactly the form that `writeCheckpoint` gives it; the
 * time as it is written there.
 */
export const readCheckpoint = (
  text: string,
): (Omit<CheckpointText, 'at'> & { readonly time: string }) | undefined => {
  const [, origin = '', digits = '', encoded = '', time = ''] =
    /^(amin\/[0-9a-f]{16})\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/=]{44})\ntime (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n$/.exec(
      text,
    ) ?? []
  const size = Number(digits)
  const root = fromBase64(encoded)
  return origin === '' || !Number.isSafeInteger(size) || root?.length !== 32
    ? undefined
    : { origin, size, root, time }
}
