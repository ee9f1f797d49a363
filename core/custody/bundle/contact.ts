import type { Item } from './items.ts'

/** Whom a contact card names: as the platform gave it, number by number. */
export type CardContact = { readonly name?: string; readonly numbers: readonly string[] }

/**
 * What stands on the card that an item is; nothing where it is none. Whoever reads an index or an ontology opens
 * no file for it.
 */
export const contactOf = ({ announced, message }: Item): CardContact | undefined => {
  if (announced.kind !== 'contact' || message?.body.kind !== 'contact') return undefined
  const { name, phone = '' } = message.body
  const numbers = phone
    .split(',')
    .map((number) => number.trim())
    .filter((number) => number !== '')
  return { ...(name === undefined ? {} : { name }), numbers }
}
