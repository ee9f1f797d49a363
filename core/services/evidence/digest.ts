import type { EvidenceState } from '../../model/exhibits.ts'
import type { Examination } from '../../base/examination.ts'
import type { Sha256Hex } from '../../base/ids.ts'

/** What is hashed here, in one pass with opening the seal. */
export const OWN_TOOL = 'amin sha-256'

export type Sealed = Extract<EvidenceState, { status: 'sealed' }>

/**
 * The hash of what came out of the seal must be that of what arrived; a digest of another says
 * which, and that it does not hold.
 */
export const judgeDigest = (
  item: Sealed,
  results: readonly Examination[],
  sha256: Sha256Hex | undefined,
): readonly Examination[] => {
  const own: Examination = {
    aspect: 'digest',
    found: sha256 === item.sha256 ? 'found' : 'broken',
    tool: OWN_TOOL,
    facts: sha256 === undefined ? {} : { sha256 },
  }
  const told = results
    .filter(({ aspect }) => aspect === 'digest')
    .map((one) => {
      const { sha256: hash } = one.facts
      return hash === undefined || hash === item.sha256 ? one : { ...one, found: 'broken' as const }
    })
  // Nothing to add where the examiner found the same.
  return own.found === 'found' && told.some(({ found }) => found === 'found') ? told : [own, ...told]
}
