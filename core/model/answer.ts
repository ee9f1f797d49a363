import type { EvidenceId } from '../base/ids.ts'
import type { Identifier } from '../text/identifiers/identifier.ts'
import type { Untrusted } from '../base/untrusted.ts'
import type { Instant } from '../base/units.ts'

/** Most of the words kept beside what was read out of them. */
export const MOST_RAW = 4000

/**
 * What a person answered, by kind of question. `raw` keeps the words where something was read out
 * of them.
 */
export type Answer =
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly text: Untrusted }
  | { readonly kind: 'voice'; readonly evidence: EvidenceId }
  | { readonly kind: 'media'; readonly evidence: readonly EvidenceId[] }
  | { readonly kind: 'identifiers'; readonly identifiers: readonly Identifier[]; readonly raw: Untrusted }
  | { readonly kind: 'amount'; readonly amount: number; readonly currency: string; readonly raw: Untrusted }
  | { readonly kind: 'time'; readonly at: Instant; readonly raw: Untrusted }
