import type { CrisisHit, CrisisLabel } from '../../base/danger.ts'
import { CRISIS_LABELS, LEARNT } from '../../base/danger.ts'
import type { Learnt, Told } from './learnt.ts'
import type { Crisis } from './rules.ts'
import { minutes } from '../../base/units.ts'

/** What rules say of a label: nothing; a hint; that it is so; that it is so with something that can be counted (an age, hours, now and here). */
export const WITNESSES = ['none', 'hint', 'firm', 'counted'] as const
export type Witness = (typeof WITNESSES)[number]

/** From which score of the learnt reader on, beside such a witness, a danger is sure and is asked about. */
export type Levels = Readonly<Record<Witness, { readonly sure: number; readonly ask: number }>>

/** Chosen from messages of authors that nothing was learnt from. `together`: from which score on short messages read together are asked about. */
export type Thresholds = { readonly labels: Readonly<Record<CrisisLabel, Levels>>; readonly together: number }

/** Earlier messages of the person that are read together with the one that came, and how much of each; later words are another talk. */
export const TALK = minutes(30)
export const MOST_BEFORE = 5
export const LONGEST_BEFORE = 400

export const witnessIn = (hits: readonly CrisisHit[], label: CrisisLabel): Witness => {
  const own = hits.filter((hit) => hit.label === label)
  const firm = own.filter(({ hard }) => hard)
  if (firm.some(({ detail }) => detail?.age !== undefined || detail?.hours !== undefined || detail?.soon === true)) return 'counted'
  return firm.length > 0 ? 'firm' : own.length > 0 ? 'hint' : 'none'
}

const byReader = (label: CrisisLabel, hard: boolean, { start, end }: { readonly start: number; readonly end: number }): CrisisHit => ({
  label,
  hard,
  rule: `${LEARNT}${label.replace('_', '-')}`,
  start,
  end,
  about: 'self',
})

/**
 * Rules and the learnt reader together. A rule is a witness: it makes sure, or asks, what the reader finds likely enough beside it, and falls silent where
 * the reader is calm. Where the reader cannot tell (too few words) the rules alone decide.
 */
export const withLearnt = (rules: Crisis, learnt: Learnt, { labels, together }: Thresholds): Crisis => {
  const weigh = (hits: readonly CrisisHit[], told: Told, label: CrisisLabel): readonly CrisisHit[] => {
    const own = hits.filter((hit) => hit.label === label)
    const witness = witnessIn(hits, label)
    const level = labels[label][witness]
    if (told.labels[label].score >= level.sure)
      return own.some(({ hard }) => hard) ? own : [...own, byReader(label, true, told.labels[label])]
    const isNamed = witness !== 'none' || told.any.label === label
    if (!isNamed || told.any.score < level.ask) return []
    // The words that a rule names say more than a window around them.
    return own.length > 0 ? own.map((hit) => ({ ...hit, hard: false })) : [byReader(label, false, told.any)]
  }
  return {
    read: (text, year, before = []) => {
      const hits = rules.read(text, year)
      const told = learnt(text)
      const alone = told === undefined ? hits : CRISIS_LABELS.flatMap((label) => weigh(hits, told, label))
      if (alone.length > 0 || before.length === 0 || text.trim() === '') return alone
      const earlier = before.slice(-MOST_BEFORE).map((one) => one.slice(-LONGEST_BEFORE))
      const joined = learnt([...earlier, text].join('\n'))
      if (joined === undefined || joined.whole.score < together) return alone
      return [byReader(joined.whole.label, false, { start: 0, end: text.length })]
    },
  }
}
