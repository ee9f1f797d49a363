/**
 * Readers of decoded protobuf that a stranger may have shaped. Each gives nothing where the value
 * is not what it should be.
 */
export type Fields = Readonly<Record<string, unknown>>

export const record = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
    ? (value as Fields)
    : undefined

/** `most`: UTF-16 units kept; no text of an official app is longer than what callers name. */
export const text = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' ? value.slice(0, most) : undefined

/** A whole number from 0 on, as a number, a decimal string, or a 64-bit integer of the decoder. */
export const count = (value: unknown): number | undefined => {
  const long = record(value)
  if (long !== undefined)
    return typeof long['low'] === 'number' && typeof long['high'] === 'number' ? fromHalves(long) : undefined
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

const fromHalves = ({ low, high }: Fields): number | undefined => {
  const whole = (Number(high) >>> 0) * 2 ** 32 + (Number(low) >>> 0)
  return Number.isSafeInteger(whole) ? whole : undefined
}

export const finite = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** Bytes, of exactly `length` where it is given. */
export const blob = (value: unknown, length?: number): Uint8Array | undefined =>
  value instanceof Uint8Array && value.length > 0 && (length === undefined || value.length === length)
    ? value
    : undefined

export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : []

/** Fields that say something: the decoder leaves empty lists, and nulls, for what is not there. */
export const filled = (fields: Fields): readonly string[] =>
  Object.keys(fields).filter((name) => {
    const value = fields[name]
    return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
  })
