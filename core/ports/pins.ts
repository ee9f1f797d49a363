/** What is kept of a PIN, a decoy or a duress word: a version, `$`, and 43 characters of base64url. */
export type PinHash = string & { readonly id: 'pin' }

/**
 * The only form in which what a person made up to come back, or to be left alone, is ever kept.
 * Slow on purpose (tens of milliseconds and megabytes): a PIN has few digits, so guessing must
 * cost.
 */
export type Pins = {
  /**
   * Argon2id (RFC 9106) of `secret` under `salt` (at least 16 characters, one a case) and a key of
   * this installation, so that a copy of the store alone gives nothing to guess against. The same
   * for the same; equal hashes of one salt are equal secrets. `like`: in the version of that hash,
   * where it is an older one.
   */
  readonly hash: (secret: string, salt: string, like?: PinHash) => Promise<PinHash>
}
