import { checkRules } from './check-rules.ts'
import type { CrisisRules } from './data.ts'
import { CRISIS_LABELS } from './hit.ts'
import type { CrisisHit, CrisisLabel } from './hit.ts'
import { makeJudge } from './judge.ts'
import { makeLetters } from './letters.ts'
import { makeMatcher } from './matcher.ts'
import { makeReader } from './reading.ts'
import { findSentence } from './sentence.ts'
import { makeVocabulary } from './vocabulary.ts'

export type { CrisisRules } from './data.ts'

export type Crisis = {
  /** Danger in a text, the gravest label first, then by place; each rule at most once for each of hard and soft, self and other. */
  readonly read: (text: string) => readonly CrisisHit[]
}

/**
 * Compiles the rules once; reading then costs time linear in the text. `count` is called for each step of a reading, for those who
 * check that. Throws `flow_invalid` for data that contradicts itself: a rule twice, a class or fact nobody made, an empty shape.
 */
export const compileCrisis = (rules: CrisisRules, count?: () => void): Crisis => {
  checkRules(rules)
  const letters = makeLetters()
  const vocabulary = makeVocabulary(rules, letters, count)
  const matcher = makeMatcher(rules, vocabulary, count)
  const reader = makeReader(vocabulary, letters)
  const judge = makeJudge(rules.rules, vocabulary)
  return {
    read: (text) => {
      const reading = reader(text)
      matcher.mask(reading)
      const found = new Map<string, CrisisHit>()
      // A rule that was met in full tells no more a second time: a flood of one phrase costs one reading of its surroundings.
      const settled = new Set<number>()
      matcher.run(reading, (index, from, to) => {
        const rule = rules.rules[index]
        if (rule === undefined || settled.has(index)) return
        const verdict = judge(reading, rule, from, to)
        if (verdict === undefined) return
        if (verdict.hard === rule.hard && verdict.about === (rule.about ?? 'self')) settled.add(index)
        const key = `${rule.id} ${verdict.hard} ${verdict.about}`
        if (!found.has(key)) found.set(key, { label: rule.label, rule: rule.id, ...verdict, ...findSentence(reading, from, to) })
      })
      const rank = (hit: CrisisHit): number => CRISIS_LABELS.indexOf(hit.label)
      return [...found.values()].toSorted((a, b) => rank(a) - rank(b) || a.start - b.start)
    },
  }
}

/** The label that leads: of the hard hits the gravest; nothing where there is none. */
export const primaryLabel = (hits: readonly CrisisHit[]): CrisisLabel | undefined =>
  CRISIS_LABELS.find((label) => hits.some((hit) => hit.hard && hit.label === label))
