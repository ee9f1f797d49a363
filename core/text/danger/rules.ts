import type { CrisisRules } from './data.ts'
import { CRISIS_LABELS } from '../../base/danger.ts'
import type { CrisisHit, CrisisLabel } from '../../base/danger.ts'
import { readAges } from './ages.ts'
import { onlyMentions } from './mentions.ts'
import { withoutNoChild } from './no-child.ts'
import { isSaidAsCalm, withoutPlainAnswers } from './plain-answers.ts'
import { makeJudge } from './judge.ts'
import { makeLetters } from './letters.ts'
import { makeMatcher } from './matcher.ts'
import { makeReader } from './reading.ts'
import type { OpinionOf } from './opinion.ts'
import { findSentence } from './sentence.ts'
import { makeVocabulary } from './vocabulary.ts'

export type { CrisisRules } from './data.ts'

export type Crisis = {
  /**
   * Danger in a text, the gravest label first, then by place; each rule at most once for each of
   * hard and soft, self and other.
   *
   * `year` is the one of now, for who tells the year they were born in; `before` what the same person
   * sent just before, oldest first; `opinionOf` what a second reader says of a text, asked only of one
   * on which something hangs.
   */
  readonly read: (
    text: string,
    year?: number,
    before?: readonly string[],
    opinionOf?: OpinionOf,
  ) => readonly CrisisHit[]
}

/** Under age is so many years at most. */
const BEFORE_ADULT = 17

/**
 * An age under 18 that was read out of the words: what the rules as data do not know by a shape of
 * their own.
 */
const AGE_SAID = 'minor/age-said'

/** Who writes is under age by the words, and no age stands there. */
const isChildSaid = (hit: CrisisHit): boolean =>
  hit.label === 'minor' && hit.about !== 'other' && hit.detail?.age === undefined

/**
 * Compiles the rules once; reading then costs time linear in the text. `count` is called for each
 * step of a reading, for those who check that. Whether the data contradicts itself (a rule twice, a
 * class or fact nobody made, an empty shape) says `checkRules`, before.
 */
export const compileCrisis = (rules: CrisisRules, count?: () => void): Crisis => {
  const letters = makeLetters()
  const vocabulary = makeVocabulary(rules, letters, count)
  const matcher = makeMatcher(rules, vocabulary, count)
  const reader = makeReader(vocabulary, letters)
  const judge = makeJudge(rules.rules, vocabulary)
  const readAll = (said: string, year?: number): readonly CrisisHit[] => {
    const text = isSaidAsCalm(said) ? '' : withoutPlainAnswers(said)
    const { ages, counts } = readAges(text, year)
    const told = new Map(ages.map((said) => [said.start, said]))
    const reading = reader(text)
    matcher.mask(reading)
    const found = new Map<string, CrisisHit>()
    // A rule that was met in full tells no more a second time: a flood of one phrase costs one
    // reading of its surroundings.
    const settled = new Set<number>()
    matcher.run(reading, (index, from, to) => {
      const rule = rules.rules[index]
      if (rule === undefined || settled.has(index)) return
      let verdict = judge(reading, rule, from, to)
      if (verdict === undefined) return
      if (rule.reads === 'age') {
        const starts = reading.starts.slice(from, to + 1)
        const near = starts.flatMap((start) => told.get(start) ?? [])
        const same = near.find(({ age }) => age === verdict?.detail?.age)
        // "I am 22, he has 15 photos" tells one age only, and "I am 35 and my daughter is 13"
        // whose the thirteen is.
        if (same === undefined && (near.length > 0 || starts.some((start) => counts.has(start)))) return
        if (same !== undefined) verdict = { ...verdict, about: same.about }
      }
      if (verdict.hard === rule.hard && verdict.about === (rule.about ?? 'self')) settled.add(index)
      const key = `${rule.id} ${verdict.hard} ${verdict.about}`
      if (!found.has(key))
        found.set(key, { label: rule.label, rule: rule.id, ...verdict, ...findSentence(reading, from, to) })
    })
    const known = [...found.values()]
    for (const { age, about, start } of ages) {
      const key = `${AGE_SAID} true ${about}`
      if (age > BEFORE_ADULT || found.has(key)) continue
      if (
        known.some(
          (hit) => hit.label === 'minor' && hit.hard && hit.about === about && hit.detail?.age !== undefined,
        )
      )
        continue
      const at = reading.starts.indexOf(start)
      found.set(key, {
        label: 'minor',
        rule: AGE_SAID,
        hard: true,
        about,
        detail: { age },
        ...findSentence(reading, at, at),
      })
    }
    const rank = (hit: CrisisHit): number => CRISIS_LABELS.indexOf(hit.label)
    return [...found.values()].toSorted((a, b) => rank(a) - rank(b) || a.start - b.start)
  }
  /** A child whom an adult only mentions is no child whom it is done to: whoever reads sees it, and nothing acts on it. */
  const readMentions = (text: string, year?: number): readonly CrisisHit[] => {
    const hits = readAll(text, year)
    const isOfOther = ({ label, hard, about }: CrisisHit): boolean =>
      label === 'minor' && hard && about === 'other'
    if (!hits.some(isOfOther) || !onlyMentions(text)) return hits
    return hits.map((hit) => (isOfOther(hit) ? { ...hit, hard: false } : hit))
  }
  return {
    read: (text, year) => {
      const hits = readMentions(text, year)
      // The word for a child is in them, and they say that who writes is none, or has some: what tells
      // it without those words stays, as a school year does.
      const rest = hits.some(isChildSaid) ? withoutNoChild(text) : undefined
      if (rest === undefined) return hits
      const told = new Set(readAll(rest, year).map(({ rule }) => rule))
      return hits.filter((hit) => !isChildSaid(hit) || told.has(hit.rule))
    },
  }
}

/** The label that leads: of the hard hits the gravest; nothing where there is none. */
export const primaryLabel = (hits: readonly CrisisHit[]): CrisisLabel | undefined =>
  CRISIS_LABELS.find((label) => hits.some((hit) => hit.hard && hit.label === label))
