import type { Untrusted } from '../../base/untrusted.ts'
import type { InLanguages, Stamp } from './report-input.ts'

export type ReportAnswer = {
  readonly step: string
  readonly question: InLanguages
  /**
   * `label`: a choice of the locales. `words`: as the person wrote it. `evidence`: given by files
   * or voice, named by their ids in this bundle. `skipped`: passed over, not known, given in a chat that
   * was left and taken back when its person came, or never asked.
   */
  readonly answer:
    | { readonly kind: 'label'; readonly label: InLanguages }
    | { readonly kind: 'words'; readonly text: Untrusted }
    | { readonly kind: 'evidence'; readonly items: readonly string[] }
    | { readonly kind: 'skipped'; readonly how: 'skip' | 'unknown' | 'taken-back' | 'not-asked' }
  readonly at: Stamp
  /** Given in a chat that was left, and nobody showed since that it is theirs. */
  readonly unproven?: true
  /** The team put right how it was understood, oldest first: the last counts, the answer stands beside it. */
  readonly corrected?: readonly ReportCorrection[]
}

/** `by`: the name that the person knows. `reason`: for investigators alone. */
export type ReportCorrection = {
  readonly answer: ReportAnswer['answer']
  readonly by: string
  readonly at: Stamp
  readonly reason?: string
}
