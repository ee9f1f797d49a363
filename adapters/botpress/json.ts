export type Json = { readonly [key: string]: unknown }

export const record = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : [])
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
/** A text with something in it. */
export const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)
export const finite = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

const ID = /^[\w.-]{1,128}$/
/** Becomes part of an address of the platform's. */
export const id = (value: unknown): string | undefined => (typeof value === 'string' && ID.test(value) ? value : undefined)

const KIND = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/
/** A name of a kind of message, fit to be shown. */
export const kindName = (value: unknown): string | undefined => (typeof value === 'string' && KIND.test(value) ? value : undefined)
