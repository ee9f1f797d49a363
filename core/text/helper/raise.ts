import { CRISIS_LABELS, MODEL, type CrisisHit, type CrisisLabel } from '../../base/danger.ts'
import type { DangerClaim } from '../../ports/helper.ts'
import { findQuote } from './quote.ts'

/**
 * What a second reader may add to a message: a sign that is not sure. There is no value of this
 * type that takes a sign away, makes one sure or says that all is well, so whatever a model
 * answers, a case is never less urgent for it (law 9).
 */
export type SoftHit = CrisisHit & { readonly hard: false; readonly rule: `${typeof MODEL}${CrisisLabel}` }

/**
 * Each label once, only with words that stand in the message. `heard`: labels that the message
 * raised already: nothing is added to those.
 */
export const raise = (
  message: string,
  claims: readonly DangerClaim[],
  heard: ReadonlySet<CrisisLabel>,
): readonly SoftHit[] =>
  CRISIS_LABELS.flatMap((label): readonly SoftHit[] => {
    if (heard.has(label)) return []
    for (const claim of claims) {
      const place = claim.label === label ? findQuote(message, claim.quotation) : undefined
      if (place !== undefined)
        return [{ label, hard: false, rule: `${MODEL}${label}`, ...place, about: claim.about }]
    }
    return []
  })
