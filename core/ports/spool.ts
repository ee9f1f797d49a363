import type { Bytes } from '../base/units.ts'

/**
 * Sealed waiting room for files that a person uploads to us directly, until the fetch job takes
 * them into the vault under their case's key. Sealed under the transit key.
 */
export type Spool = {
  /**
   * Durable and whole when it resolves, absent when it throws. Throws what `bytes` throws,
   * `disk_full`, `data_unwritable`.
   */
  readonly put: (bytes: AsyncIterable<Uint8Array>) => Promise<{ readonly ref: string; readonly size: Bytes }>
  /** Nothing where there is no such file. */
  readonly open: (ref: string) => Promise<AsyncIterable<Uint8Array> | undefined>
  readonly remove: (ref: string) => Promise<void>
}
