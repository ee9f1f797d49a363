/**
 * RFC 8785 of what has one form only: strings, safe integers, booleans, null, lists and objects.
 * Nothing of anything else.
 */
export const canonicalJson = (value: unknown): string | undefined => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  if (Array.isArray(value)) return joined(value.map(canonicalJson), '[', ']')
  if (typeof value !== 'object') return undefined
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      const member = canonicalJson((value as Readonly<Record<string, unknown>>)[key])
      return member === undefined ? undefined : `${JSON.stringify(key)}:${member}`
    })
  return joined(members, '{', '}')
}

const joined = (parts: readonly (string | undefined)[], open: string, close: string): string | undefined =>
  parts.includes(undefined) ? undefined : `${open}${parts.join(',')}${close}`

export type Json = Readonly<Record<string, unknown>>

/** Nothing where the text is no JSON object. */
export const readObject = (text: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
  } catch {
    return undefined
  }
}

export const stringAt = (json: Json | undefined, key: string): string | undefined => {
  const value = json?.[key]
  return typeof value === 'string' ? value : undefined
}

export const integerAt = (json: Json | undefined, key: string): number | undefined => {
  const value = json?.[key]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

export const listAt = (json: Json | undefined, key: string): readonly unknown[] | undefined => {
  const value = json?.[key]
  return Array.isArray(value) ? value : undefined
}

export const asObject = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
