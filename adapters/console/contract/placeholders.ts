/**
 * What a ready text may name in `{...}`. It is filled in from what the case and the installation
 * know when the text is put into the field; `hours` is a proposal, to be put right by the agent.
 */
export const VARIABLES = [
  'agent',
  'code',
  'team',
  'organisation',
  'hotline',
  'platform',
  'until',
  'hours',
] as const
export type Variable = (typeof VARIABLES)[number]

export const isVariable = (name: string): name is Variable => VARIABLES.some((each) => each === name)

export type Placeholder = { readonly from: number; readonly to: number; readonly name: string }

/** Letters, digits and spaces between braces, in any script: a name, whether of ours or a slip. */
const PLACEHOLDER = /\{([\p{L}\p{M}\p{N} _-]{1,40})\}/gu

/**
 * Placeholders that stand in a text, in order. Nobody writes braces to a person: what stands in
 * them is to be filled in, and the server refuses to say it.
 */
export const placeholdersIn = (text: string): readonly Placeholder[] =>
  [...text.matchAll(PLACEHOLDER)].map(({ 0: whole, 1: name = '', index }) => ({
    from: index,
    to: index + whole.length,
    name: name.trim(),
  }))
