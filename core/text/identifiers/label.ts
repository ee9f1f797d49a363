import { bare } from './identifier.ts'
import type { Identifier } from './identifier.ts'

/** What the form of an account's normal form adds to its type. */
const FORMS: ReadonlyArray<readonly [mark: string, suffix: string]> = [
  ['id:', '_id'],
  ['inv:', '_invite'],
]

/**
 * The type as sets of labelled messages and `amin assess` name it: with its form ("facebook_id"),
 * and whose it is where it is not the blackmailer's ("phone_self").
 */
export const labelOf = ({ type, normal, owner }: Identifier): string => {
  const form = FORMS.find(([mark]) => normal.startsWith(mark))?.[1] ?? ''
  return `${type}${form}${owner === 'perpetrator' ? '' : `_${owner}`}`
}

/** The normal form without the mark of its form, which the label carries. */
export const valueOf = (identifier: Identifier): string => bare(identifier)
