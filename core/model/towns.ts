import type { Language } from '../base/language.ts'

/**
 * A town by which a place is called: "near Mosul". `option`: which answer of the flow's question
 * for the region it lies in.
 */
export type Town = {
  readonly option: string
  readonly latitude: number
  readonly longitude: number
  readonly names: Readonly<Record<Language, string>>
}

/**
 * `step`: the question that asks for the region. `within`: kilometres beyond which no town says
 * anything of a place.
 */
export type Places = { readonly step: string; readonly within: number; readonly towns: readonly Town[] }
