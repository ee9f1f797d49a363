/** The only source of randomness (law 11). Cryptographic strength. */
export type Random = {
  /** 26 characters of Crockford base32: 130 bits. */
  readonly id: () => string
  /** `length` characters of Crockford base32 (0-9, A-Z without I, L, O, U): 5 bits each. */
  readonly code: (length: number) => string
}
