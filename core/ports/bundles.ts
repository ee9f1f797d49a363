import type { Bytes } from '../base/units.ts'

/**
 * `open` may be called more than once and gives the same `size` bytes each time. `name` is its
 * place in the bundle, with slashes.
 */
export type BundleFile = {
  readonly name: string
  readonly size: Bytes
  readonly open: () => AsyncIterable<Uint8Array>
}

/** Makes one file out of many, and seals it. */
export type Bundles = {
  /**
   * A ZIP of these files, stored, in byte order of their names; the same files give the same bytes.
   * Reads each file twice, for its checksum stands before its bytes. Throws what a file throws; a
   * `TypeError` where one gives another number of bytes than it says, or two have one name.
   */
  readonly pack: (files: readonly BundleFile[]) => AsyncIterable<Uint8Array>
  /** Whether it is a public key that `seal` takes: X25519, `age1` and 58 characters. */
  readonly isRecipient: (text: string) => boolean
  /** age: whoever holds the private key of one of the recipients opens it; each call gives other bytes. */
  readonly seal: (
    recipients: readonly string[],
    plain: AsyncIterable<Uint8Array>,
  ) => AsyncIterable<Uint8Array>
}
