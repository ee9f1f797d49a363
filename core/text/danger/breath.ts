import type { CrisisHit, CrisisLabel } from '../../base/danger.ts'

/** Where people begin to tell something else: a comma, or "and". */
export const CLAUSES = /[,،;؛.!?؟\n]+|\s+(?:and|but|then|ثم|و)\s+|\s+(?=و)/u
const BREATHS = new RegExp(`${CLAUSES.source}|\\s+(?:because|cause|لان|لأن|چونکە|چونکی)\\s+`, 'u')

/** Dangers from another that are told in one breath with a wish to die. */
const FROM_OTHERS: readonly CrisisLabel[] = ['violence', 'sexual_abuse', 'meeting']

/**
 * A wish to die and what another will do, told in one breath ("i want to kill myself and he is at my door"):
 * two messages in one, each as plain as it would be alone. `plainIn`: the dangers of which a clause is sure by
 * itself. Nothing where either is less plain than that.
 */
export const toldInOneBreath = (
  text: string,
  hits: readonly CrisisHit[],
  plainIn: (clause: string) => readonly CrisisLabel[],
): ReadonlySet<CrisisLabel> => {
  const isFirm = (label: CrisisLabel): boolean => hits.some((hit) => hit.label === label && hit.hard)
  if (!isFirm('self_harm') || !FROM_OTHERS.some(isFirm)) return new Set()
  const plain = text.split(BREATHS).flatMap(plainIn)
  const isBoth = plain.includes('self_harm') && FROM_OTHERS.some((label) => plain.includes(label))
  return new Set(isBoth ? plain : [])
}
