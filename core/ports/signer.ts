/**
 * The key that checkpoints and bundles are signed with: Ed25519 (RFC 8032), apart from the key that
 * seals.
 */
export type Signer = {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** 64 bytes over these bytes; the same for the same bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array
  /**
   * Whether `signature` is that of the holder of `publicKey`; false for keys and signatures of
   * another length, and of no point.
   */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
}
