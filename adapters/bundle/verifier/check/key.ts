import { fromBase64, fromHex, joinBytes, toBase64, toHex } from './bytes.ts'
import { textOf, type Contents } from './contents.ts'
import type { Tell } from './finding.ts'
import { keyIdOf } from './note.ts'
import { sha256 } from './sha256.ts'

export const KEY_FILE = 'data/custody/public-key.txt'

/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410, 4). */
const SPKI = '302a300506032b6570032100'
const FIRST_LINE = /^amin\/[0-9a-f]{16}\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)\n/

/**
 * The key that a bundle says it is signed with. Whose it is, the bundle cannot prove: the
 * fingerprint has to be compared.
 */
export type Key = { readonly raw: Uint8Array; readonly origin: string; readonly fingerprint: string }

/** As it is written beside the log: a verifier key of C2SP, then PEM; one way to write each. */
const written = ({ raw, origin }: Key): string => {
  const key = joinBytes([Uint8Array.of(1), raw])
  const pem = toBase64(joinBytes([fromHex(SPKI) ?? new Uint8Array(), raw]))
  return `${origin}+${toHex(keyIdOf(origin, raw))}+${toBase64(key)}\n-----BEGIN PUBLIC KEY-----\n${pem}\n-----END PUBLIC KEY-----\n`
}

/** Digits only, so that a fingerprint may be given in groups, in capitals, with colons. */
export const readFingerprint = (text: string): string | undefined => {
  const digits = text.replace(/[\s:.-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined
}

/** `published`: the fingerprint that the reader has from the operator by another road. */
export const readKey = (contents: Contents, published: string | undefined, tell: Tell): Key | undefined => {
  const text = textOf(contents, KEY_FILE)
  const encoded = text === undefined ? undefined : FIRST_LINE.exec(text)?.[1]
  const raw = encoded === undefined ? undefined : fromBase64(encoded)?.subarray(1)
  if (raw?.length !== 32) {
    tell.fault('key-unreadable', KEY_FILE)
    return undefined
  }
  const fingerprint = toHex(sha256(raw))
  const key = { raw, origin: `amin/${fingerprint.slice(0, 16)}`, fingerprint }
  if (written(key) !== text) tell.fault('key-unreadable', KEY_FILE)
  if (published === undefined) tell.note('key-compare', undefined, { fingerprint })
  else if (published === fingerprint) tell.note('key-same', undefined, { fingerprint })
  else tell.fault('key-differs', undefined, { fingerprint, published })
  return key
}
