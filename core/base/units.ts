/** A length of time in milliseconds. */
export type Ms = number & { readonly unit: 'ms' }
/** A moment as milliseconds since 1970-01-01T00:00:00Z (UTC). */
export type Instant = number & { readonly unit: 'instant' }
/** A count of bytes. */
export type Bytes = number & { readonly unit: 'bytes' }

export const ms = (n: number): Ms => n as Ms
export const seconds = (n: number): Ms => (n * 1000) as Ms
export const minutes = (n: number): Ms => (n * 60_000) as Ms
export const hours = (n: number): Ms => (n * 3_600_000) as Ms
export const instant = (n: number): Instant => n as Instant
export const bytes = (n: number): Bytes => n as Bytes
export const mebibytes = (n: number): Bytes => (n * 1_048_576) as Bytes

/** The moment `by` after `at`. */
export const after = (at: Instant, by: Ms): Instant => (at + by) as Instant
