import type { Examination, NotComputed } from '../../core/base/examination.ts'

/** Of one result; see core/base/examination.ts. */
export const MAX_FACTS = 100
export const MAX_TEXT = 500
const MAX_KEY = 80
const KEY = /^[A-Za-z0-9][\w .:/-]*$/

export type Facts = {
  /**
   * Passed over: values of other kinds, empty ones, and what comes after the hundredth. The first
   * value of a key stays.
   */
  readonly put: (key: string, value: unknown) => void
  readonly all: () => Examination['facts']
  readonly isEmpty: () => boolean
}

/**
 * Control characters but tab and line feed become U+FFFD, halves of characters too: stores and JSON
 * take what is left.
 */
export const clean = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .toWellFormed()
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '\uFFFD')

export const isFactKey = (key: string): boolean => key.length <= MAX_KEY && KEY.test(key)

const toKey = (key: string): string => {
  const plain = key.slice(0, MAX_KEY).replaceAll(/[^\w .:/-]/g, '_')
  return KEY.test(plain) ? plain : `x${plain}`.slice(0, MAX_KEY)
}

/** Versions and the like are written as bytes; longer ones are named by their length. */
const fromBytes = (value: Uint8Array): string =>
  value.length <= 32 && value.every((byte) => byte >= 0x20 && byte < 0x7f)
    ? Buffer.from(value).toString('latin1')
    : `${value.length} bytes`

const toValue = (value: unknown): string | number | undefined => {
  switch (typeof value) {
    case 'string':
      return clean(value.trim())
    case 'number':
      if (!Number.isFinite(value)) return undefined
      return Number.isSafeInteger(value) ? value : String(Number(value.toFixed(6)))
    case 'bigint':
      return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
        ? Number(value)
        : String(value)
    case 'boolean':
      return value ? 1 : 0
    case 'object':
      if (value instanceof Uint8Array) return fromBytes(value)
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
      if (Array.isArray(value))
        return clean(
          value
            .slice(0, MAX_FACTS)
            .map((one) => toValue(one) ?? '')
            .join(', '),
        )
      return undefined
    default:
      return undefined
  }
}

export const makeFacts = (): Facts => {
  const held = new Map<string, string | number>()
  return {
    put: (key, value) => {
      const name = toKey(key)
      if (held.size >= MAX_FACTS || held.has(name)) return
      const kept = toValue(value)
      if (kept !== undefined && kept !== '') held.set(name, kept)
    },
    all: () => Object.fromEntries(held),
    isEmpty: () => held.size === 0,
  }
}

export const notComputed = (
  aspect: Examination['aspect'],
  tool: string,
  why: NotComputed,
  facts: Examination['facts'] = {},
): Examination => ({
  aspect,
  found: 'not_computed',
  why,
  tool,
  facts,
})
