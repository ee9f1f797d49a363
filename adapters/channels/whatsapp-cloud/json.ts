import { int, text } from '../../kit/json.ts'

/** A text that says something; the platform sends empty ones where it has nothing. */
export const words = (value: unknown): string | undefined => {
  const said = text(value)
  return said === '' ? undefined : said
}

/** A whole number that the platform writes as a number in one place and as a text in another. */
export const count = (value: unknown): number | undefined =>
  int(typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value)

/** As the platform names its kinds. Whatever else a field may hold comes from somewhere else. */
const KIND = /^[a-z][a-z0-9_]{0,39}$/

export const kindName = (value: unknown): string | undefined =>
  typeof value === 'string' && KIND.test(value) ? value : undefined
