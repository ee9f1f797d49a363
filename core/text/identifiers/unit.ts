import type { Role } from './lexicon.ts'

/** A text in units: words, and what was found, each as one however many words it has. */
export type Unit = {
  readonly text: string
  readonly roles: readonly Role[]
  readonly hit?: number
  readonly from: number
  readonly to: number
}
