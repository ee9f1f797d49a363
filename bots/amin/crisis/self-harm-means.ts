import type { CrisisRule } from '../../../core/crisis/data.ts'

/** Means at hand, and high places. */
export const selfHarmMeans: readonly CrisisRule[] = [
  {
    id: 'self_harm/means-at-hand',
    label: 'self_harm',
    hard: true,
    within: 6,
    shapes: [
      '<any-means> & <in-hand>',
      '<any-means> & <gathered>',
      '<pest-poison> & <in-hand>',
      '<any-means> & <the-end>',
      '<gas> & <seals-room>',
      '<look> .. <pills|blade|rope>',
      '(take|swallow|eat|drink) (everything|all|whole) .. (medicine|cabinet|pills|meds|box|bottle)',
      '<electric> & <in-hand>',
      '<electric> & <self-object>',
      '<rope|gun> & <ready>',
      '<rope> & <hang-place>',
      '<pills|blade|medicine> & <ready>',
      '<medicine> & <swallow> & <gathered>',
    ],
    unless: [
      { words: ['everyday-medicine', 'threatener'], within: 5 },
      // Sorani "last" is written like Arabic "medicine".
      { words: ['last-of-time'], within: 1, side: 'after' },
    ],
  },
  {
    // The verb says who takes it, so a father named beside it is not the one who threatens with it.
    id: 'self_harm/takes-means',
    label: 'self_harm',
    hard: true,
    ambiguous: true,
    within: 6,
    shapes: ['<pills> & <swallow>', '<pest-poison> & <swallow>'],
    unless: [{ words: ['everyday-medicine'], within: 5 }],
  },
  {
    id: 'self_harm/height',
    label: 'self_harm',
    hard: true,
    within: 9,
    shapes: [
      '(اني|انا|هسه|آني|واني) (على|فوق|بسطح|بالسطح|عالسطح|عالجسر) [ال] [حافه] <height>',
      '(i|im|i am) [standing|sitting|on] (on|at) [the|a|top of|edge of|my] <height>',
      '(لەسەر|سەر) <height>',
      'لەسەر (پردەکەم|پردەکەوە|سەربانم|سەربانەکەم)',
      '(بطرف|طرف|حافه|بحافه|edge|لێواری|ledge) [of|the] <height>',
      '<height> & <i-stand>',
      '<height> & <i-throw>',
      '<height> & (falling|fall) & <think>',
      '<i-throw> <self-object>',
      'jump from',
      'jump off',
      '(jump|jumping) (out|in|into|from|off) [the] <height>',
    ],
    unless: [
      { words: ['everyday-medicine', 'threatener'], within: 4 },
      { words: ['vehicle'], within: 1 },
    ],
  },
]
