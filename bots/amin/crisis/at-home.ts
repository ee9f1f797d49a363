import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * He comes, or says that he will come, to where the person lives: nobody has to be told not to go to meet
 * him. Every sentence of it is one of meeting/at-my-place in other words; this says which place it is.
 */
const classes: CrisisRules['classes'] = {
  'my-home': {
    ar: [
      '(ل|لل|ب|بال|ع|عال|ال|)(بيت|منزل|شقه|حوش) (ل|ب|ع|)(بيت|منزل|شقت|حوش|باب|دار)(نا|ي|كم|ك|ج|ه) عليه علينا علي يمنا يمي',
    ],
    ckb: ['ماڵمان* ماڵم ماڵەوە ماڵەوەمان* ماڵەکەمان* ماڵتان* دەرگامان* دەرگاکەمان* دەرگاتان* لامان لام'],
    lat: ['betna baitna beitna bitna lbetna lbaitna libetna lilbet lilbait malman malwaman malmanawa'],
  },
  'home-en': { en: ['house home apartment flat place door doorstep address'] },
  'comes-over': {
    ar: [
      '(س|)(ي|ا|ن)(اتي|جي|جون|وصل|وصلون|طب|طبون|هجم|هجمون|قتحم|حضر|نزل) يجينا يجيني يجونا اجيك اجيج اجيكم جاي جايين جاييني واصل اجه اجا اجاني',
    ],
    ckb: ['دێت دێن دێم دێتە دێنە دێمە هات هاتن هاتووە هاتوون بێت بێتە بێن دەگات'],
    en: ['come comes coming came show shows turn turning heading drive driving'],
    lat: ['yiji yeji yji ijik ajik ajich jay jai det den dem'],
  },
}

const rules: readonly CrisisRule[] = [
  {
    id: 'meeting/to-my-home',
    label: 'meeting',
    hard: true,
    detail: { soon: true, home: true },
    within: 12,
    shapes: [
      '<comes-over> [هسه|الليله|باجر|اليوم|ئێستا|ئەمشەو|سبەی|بۆ|على|الى|عل|ل] <my-home>',
      '<comes-over> .. (to|by|at|up at|over to|round to|for) (my|our|your|the) [front|parents] <home-en>',
      '(come|comes|coming|came) (to us|over here|over to us)',
      '(on) (his|her|their|the) way (to|over to) (my|our|us|me) [house|home|place]',
      '(is|are|be|hes|theyre) (on the way) to (my|our) <home-en>',
    ],
    softIf: { words: ['agency'], within: 2 },
    unless: [{ words: ['kin-home', 'to-you', 'friend'], within: 2 }],
  },
]

export const atHome = { classes, rules }
