import type { Sha256Hex } from '../base/ids.ts'

/**
 * What a keyed hash is for; equal values hashed for different purposes do not match, so tables
 * cannot be joined across purposes.
 */
export type HashPurpose = 'chat' | 'inbound' | 'identifier' | 'session' | 'address' | 'word' | 'script'

export type Hasher = {
  /** Plain SHA-256 of bytes or of UTF-8 text. */
  readonly sha256: (data: Uint8Array | string) => Sha256Hex
  /** SHA-256 over these parts one after the other, 32 bytes. */
  readonly digest: (...parts: readonly (Uint8Array | string)[]) => Uint8Array
  /**
   * HMAC-SHA-256 under a key derived from the master key for `purpose`; base64url without padding,
   * 43 characters.
   */
  readonly keyed: (purpose: HashPurpose, ...parts: readonly string[]) => string
  /** SHA-256 of a stream, piece by piece; strings count as UTF-8. */
  readonly stream: () => {
    readonly update: (chunk: Uint8Array | string) => void
    readonly digest: () => Sha256Hex
  }
  /** Text as UTF-8; a pure module has no encoder of its own. */
  readonly utf8: (text: string) => Uint8Array
  /**
   * RFC 8785 canonical JSON of a value of strings, safe integers, booleans, null, arrays and
   * objects; throws on anything else.
   */
  readonly canonical: (value: unknown) => string
}
