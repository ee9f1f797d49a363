import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * Somebody near took the means away: "my sister took all the pills away from me". Who does that was
 * afraid for who writes, so it is asked about; but nothing was swallowed, and readers, which hear
 * the pills, are not sure by that.
 */
const classes: CrisisRules['classes'] = {
  'took-them': {
    ar: ['اخذت خذت اخذ خذ اخذوا اخذو خذوا شالت شال شالوا سحبت سحب'],
    en: ['took takes taken grabbed confiscated removed'],
    lat: ['a(k|5)(h|)that (k|5)(h|)that a(k|5)(h|)adat sha(a|)lat'],
  },
  'hid-them': {
    ar: ['ضمت ضم ضموا خبت خبوا'],
    en: ['hid hides hidden locked'],
    lat: ['thammat dhammat 5abbat khabbat'],
  },
  /** Behind what was taken: pills that are only hidden may be hoarded. */
  'put-them-away': {
    ar: ['وضمتهن وضمتها وخبتهن وخبتها وذبتهن وذبتها وشمرتهن وشمرتها'],
    en: ['hid threw flushed locked'],
  },
}

const facts: CrisisRules['facts'] = {
  'out-of-reach': [
    '(from|off) (me|us)',
    'away',
    '(out of) (my) (reach|hands|room)',
    '(مني|عني|minni|mini|menni|3anni)',
    'من (ايدي|يمي|غرفتي|جنطتي)',
  ],
  'took-from-me': [
    'لێ (وەرگرتم|وەرگرتووم|سەندم|سەندووم|شاردمەوە|شاردوومەتەوە)',
    'لێم (وەرگرت|وەرگیرا|سەند|شاردەوە|دوورخستەوە)',
  ],
}

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/kept-away',
    label: 'self_harm',
    hard: false,
    detail: { kept: true },
    shapes: [
      '<somebody-near> .. <took-them|hid-them> .. <any-means> .. <out-of-reach|put-them-away>',
      '<somebody-near> .. <any-means> .. <took-from-me>',
    ],
    unless: [{ words: ['only-if'], within: 2, side: 'before' }],
  },
]

export const keptAway = { classes, facts, rules }
