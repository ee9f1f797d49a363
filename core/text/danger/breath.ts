import type { CrisisHit, CrisisLabel } from '../../base/danger.ts'
import type { Crisis } from './rules.ts'

/** Where people begin to tell something else: a comma, or "and". */
const CLAUSES = /[,،;؛.!?؟\n]+|\s+(?:and|but|then|ثم|و)\s+|\s+(?=و)/u
const BREATHS = new RegExp(`${CLAUSES.source}|\\s+(?:because|cause|لان|لأن|چونکە|چونکی)\\s+`, 'u')

/** Dangers from another that are told in one breath with a wish to die. */
const FROM_OTHERS: readonly CrisisLabel[] = ['violence', 'sexual_abuse', 'meeting']

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

const isBegun = ({ hard, detail }: CrisisHit): boolean => hard && detail?.done !== undefined
const isNear = (hit: CrisisHit): boolean => isBegun(hit) || (hit.hard && hit.detail?.soon === true)

/** Of which a rule says that it is another's: told in a film, by a friend. */
const isAnothers = ({ hard, about }: CrisisHit): boolean => !hard && about === 'other'

/** How few words say that a danger is near or has begun; `Infinity` where none do. */
export type Nearest = {
  /** Of a sentence that says so, or of a clause that says that it has begun ("i took all the pills"). */
  readonly plain: number
  /**
   * Of a clause of a longer sentence that says that it is near: "he calls himself Ali, he will kill
   * me tonight".
   */
  readonly clause: number
}

const NONE: Nearest = { plain: Infinity, clause: Infinity }

/**
 * The fewest words in which a rule is sure that this danger is near ("he will kill me tonight") or
 * has begun. A clause has to say it by itself, and nothing of it beside it may be another's.
 */
export const nearestIn = (
  text: string,
  hits: readonly CrisisHit[],
  label: CrisisLabel,
  rules: Crisis,
): Nearest => {
  const own = hits.filter((hit) => hit.label === label)
  const isOwn = !own.some(isAnothers)
  return own.filter(isNear).reduce((least: Nearest, { start, end }) => {
    const sentence = text.slice(start, end)
    const clauses = sentence.split(CLAUSES).map((clause) => ({
      words: wordsIn(clause),
      said: rules.read(clause).filter((hit) => hit.label === label),
    }))
    const begun = clauses.filter(({ said }) => said.some(isBegun)).map(({ words }) => words)
    const near = clauses.filter(({ said }) => isOwn && said.some(isNear)).map(({ words }) => words)
    return {
      plain: Math.min(least.plain, wordsIn(sentence), ...begun),
      clause: Math.min(least.clause, ...near),
    }
  }, NONE)
}

/**
 * A wish to die and what another will do, told in one breath ("i want to kill myself and he is at
 * my door"): two messages in one, each as plain as it would be alone. `plainIn`: the dangers of
 * which a clause is sure by itself. Nothing where either is less plain than that.
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
