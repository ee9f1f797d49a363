/** A text with something in it. */
export const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined
const ID = /^[\w.-]{1,128}$/
/** Becomes part of an address of the platform's. */
export const id = (value: unknown): string | undefined =>
  typeof value === 'string' && ID.test(value) ? value : undefined

const KIND = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/
/** A name of a kind of message, fit to be shown. */
export const kindName = (value: unknown): string | undefined =>
  typeof value === 'string' && KIND.test(value) ? value : undefined
