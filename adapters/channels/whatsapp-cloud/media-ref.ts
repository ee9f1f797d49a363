import { record, text } from '../../kit/json.ts'

/**
 * What is needed to fetch a file later: the platform's id of it, and its SHA-256 as lower-case
 * hexadecimal where the message said one.
 */
export type MediaRef = { readonly id: string; readonly sha256?: string }

/** Digits as a rule; it becomes part of an address, so nothing else is let through. */
const ID = /^[A-Za-z0-9_-]{1,64}$/
const HEX = /^[0-9a-f]{64}$/
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/

/** The platform writes a digest in hexadecimal in some places and in base64 in others. */
export const readDigest = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  const lower = value.toLowerCase()
  if (HEX.test(lower)) return lower
  return BASE64.test(value) ? Buffer.from(value, 'base64').toString('hex') : undefined
}

export const isMediaId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

export const writeMediaRef = (ref: MediaRef): string => JSON.stringify(ref)

export const readMediaRef = (written: string): MediaRef | undefined => {
  let value
  try {
    value = record(JSON.parse(written))
  } catch {
    return undefined
  }
  const id = text(value?.['id'])
  const sha256 = readDigest(value?.['sha256'])
  return isMediaId(id) ? { id, ...(sha256 === undefined ? {} : { sha256 }) } : undefined
}
