import type { Instant, Ms } from '../base/units.ts'
import type { Stamp } from './store/custody.ts'

/** Why an authority's answer is not taken, or why there is none. */
export type AnchorFault =
  /** No answer, a cut one, an error status. */
  | 'unreachable'
  | 'timeout'
  /** The authority said no. */
  | 'refused'
  /** Not a response of RFC 3161 at all. */
  | 'unreadable'
  | 'imprint_differs'
  | 'nonce_differs'
  | 'signature_wrong'
  /** The certificate does not lead to the one the operator named, or may not stamp, or was not valid then. */
  | 'signer_wrong'
  /** The time it says is not now. */
  | 'time_wrong'

/**
 * An authority outside that vouches for the time at which it saw bytes (RFC 3161). Only their
 * SHA-256 leaves. Never throws: an authority that does not answer stops nothing here.
 */
export type Anchor = {
  /** As the operator named it; stands in file names. */
  readonly id: string
  /** How often it is asked at least, while something changes. */
  readonly every: Ms
  /** Asks for a token over `data`; verified whole before it is given out. */
  readonly stamp: (data: Uint8Array) => Promise<{ readonly stamp: Stamp } | { readonly fault: AnchorFault }>
  /**
   * Checks a kept token over `data` again, against the certificate that is configured now. Nothing
   * where it holds.
   */
  readonly check: (
    data: Uint8Array,
    token: Uint8Array,
  ) => Promise<{ readonly at: Instant } | { readonly fault: AnchorFault }>
}
