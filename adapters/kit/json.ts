/**
 * Readers of JSON that a stranger may have shaped. Each gives nothing where the value is not what
 * it should be.
 */
export type Json = Readonly<Record<string, unknown>>

export const record = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : []

/** Half a surrogate pair cannot be hashed or stored as UTF-8, so it becomes U+FFFD. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.toWellFormed() : undefined

/** A safe integer. Ids of Telegram have up to 52 bits. */
export const int = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined

export const finite = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** The value as JSON again; nothing where it is nested too deeply to be written. */
export const written = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}
