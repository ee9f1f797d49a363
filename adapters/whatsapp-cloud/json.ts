/** Readers of JSON that a stranger may have shaped. Each gives nothing where the value is not what it should be. */
export type Json = Readonly<Record<string, unknown>>

export const record = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : [])

/** Half a surrogate pair cannot be hashed or stored as UTF-8, so it becomes U+FFFD. */
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value.toWellFormed() : undefined)

/** A text that says something; the platform sends empty ones where it has nothing. */
export const words = (value: unknown): string | undefined => {
  const said = text(value)
  return said === '' ? undefined : said
}

export const int = (value: unknown): number | undefined => (typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined)

/** A whole number that the platform writes as a number in one place and as a text in another. */
export const count = (value: unknown): number | undefined =>
  int(typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value)

export const finite = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** The value as JSON again; nothing where it is nested too deeply to be written. */
export const written = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

/** As the platform names its kinds. Whatever else a field may hold comes from somewhere else. */
const KIND = /^[a-z][a-z0-9_]{0,39}$/

export const kindName = (value: unknown): string | undefined => (typeof value === 'string' && KIND.test(value) ? value : undefined)
