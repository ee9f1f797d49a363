import { blob, count, filled, list, record } from './fields.ts'
import { withoutPictures } from '../../../core/text/card.ts'

/** How deep a message is written down; real ones, quotes included, have about ten levels. */
const MOST_LEVELS = 24
const MOST_ITEMS = 200
/**
 * Fields whose bytes name a file. All other bytes are keys, or pictures that must not be kept by
 * the way (law 10).
 */
const HASHES: ReadonlySet<string> = new Set(['fileSha256', 'fileEncSha256'])

/** A message as plain data, without pictures and keys. */
export const describe = (value: unknown, name = '', level = 0): unknown => {
  if (typeof value === 'string') return name === 'vcard' ? withoutPictures(value) : value
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  const bytes = blob(value)
  if (bytes !== undefined) return HASHES.has(name) ? Buffer.from(bytes).toString('hex') : undefined
  if (level >= MOST_LEVELS) return undefined
  if (Array.isArray(value))
    return list(value)
      .slice(0, MOST_ITEMS)
      .map((item) => describe(item, name, level + 1))
  const fields = record(value)
  if (fields === undefined) return undefined
  const whole = typeof fields['low'] === 'number' ? count(fields) : undefined
  if (whole !== undefined) return whole
  return Object.fromEntries(
    filled(fields)
      .slice(0, MOST_ITEMS)
      .map((field) => [field, describe(fields[field], field, level + 1)] as const)
      .filter(([, described]) => described !== undefined),
  )
}
