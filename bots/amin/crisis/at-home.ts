import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * He comes, or says that he will come, to where the person lives: nobody has to be told not to go to meet
 * him. Every sentence of it is one of meeting/at-my-place in other words; this says which place it is. Only
 * another comes, to a home of ours, or "I" of somebody quoted to "yours": "come to my place" is what he says
 * of his own, and "the apartment" may be anybody's.
 */
const classes: CrisisRules['classes'] = {
  'our-home': {
    ar: ['(ل|لل|ب|بال|ع|عال|)(بيت|منزل|شقت|حوش|باب)(نا|ي)'],
    ckb: ['ماڵمان* ماڵم ماڵەوەمان* ماڵەکەمان* دەرگامان* دەرگاکەمان* لامان لام'],
    lat: [
      '(l|)(be|bee|bai|bay|bei)ti betna baitna beitna bitna lbetna lbaitna libetna lbeitna malman malmana malmanawa malwaman malawaman',
    ],
  },
  'your-home': {
    ar: ['(ل|لل|ب|بال|ع|عال|)(بيت|منزل|شقت|حوش|باب)(كم|ك|ج)'],
    ckb: ['ماڵتان* ماڵەکەتان* دەرگاتان* لاتان'],
    lat: ['betkum baitkum baitkom betkom lbetkum lbaitkum maltan'],
  },
  'that-home': {
    ar: ['(ل|لل|ال|بال|عال)(بيت|منزل|شقه|حوش)'],
    lat: ['lilbet lilbait lilbeit'],
  },
  'home-en': { en: ['house home apartment flat place door doorstep address'] },
  'he-comes': {
    ar: [
      'ي(اتي|جي|جون|وصل|وصلون|طب|طبون|هجم|هجمون|قتحم|حضر|نزل) سي(اتي|صل|جي|هجم|قتحم|حضر) جاي جايين اجه اجا اجوا',
    ],
    ckb: ['دێت دێن دێتە دێنە هات هاتن هاتووە هاتوون بێت بێتە بێن دەگات'],
    lat: ['yiji yeji yji yjun jay jai det den'],
  },
  'comes-to-us': {
    ar: ['يجينا يجيني يجونا يجوني سيجيني سيجينا اجاني اجانا'],
    lat: ['yijina yijini yjina yjini'],
  },
  'i-come-to-you': { ar: ['اجيك اجيج اجيكم جايك جايج جاييكم جايكم'], lat: ['ijik ajik ajich ajikum'] },
  'i-come': { ar: ['اجي جاي نجي'], ckb: ['دێم دێمە دێین دێینە'], lat: ['aji jay dem'] },
  'comer-en': { en: ['he she they someone somebody man men guy guys hes shes theyre hell shell theyll'] },
  /** What somebody comes home for who means no harm. */
  meal: {
    ar: ['نتعشى نتغدى نتريك نفطر يتعشى يتغدى تتعشى تتغدى (ل|لل|ال|)(عشا|غدا|فطور|ريوك|عزومه)'],
    ckb: ['نان نانخواردن'],
    en: ['dinner lunch breakfast supper'],
    lat: ['nit3asha nit3ash(a|e|i) nitghada yit3asha yitghada 3asha ghada nan'],
  },
  /** Who visits, and means no harm by it, where nothing else is said of them. */
  visitor: {
    ar: ['عمي عمتي خالي خالتي جدي جدتي بيبيتي قرايبنا اقاربنا خطارنا'],
    ckb: ['مامم مامەم خاڵم خاڵۆم پوورم ئامۆزاکەم ئامۆزام خاڵۆزام پورزام باپیرم داپیرم نەنکم'],
    en: ['uncle uncles aunt aunts cousin cousins grandma grandpa grandfather grandmother relatives'],
  },
}

/** A visit, and the way home of who writes. */
const idioms: readonly string[] = [
  '[my] <visitor> [راح|رح|will|is|are|اليوم|باجر|ئەمڕۆ|سبەی] <he-comes> [بۆ|على|الى] <our-home>',
  '[my] <visitor> [often|always|sometimes] (will|is|are) (come|coming|visit|visiting) [over] (to|by) (my|our) <home-en>',
  '[my] <visitor> [often|always|sometimes] (comes|come|came|visits|visit|visited) [over] (to|by) (my|our) <home-en>',
  '[my] <visitor> (visits|visit|visited|visiting) (me|us|my|our) [<home-en>]',
  '(من|لما|بس|وقت|عندما|اذا|ساعه) [هسه|راح] (اجي|ارجع|اوصل) [الى] <that-home>',
]

const rules: readonly CrisisRule[] = [
  {
    id: 'meeting/to-my-home',
    label: 'meeting',
    hard: true,
    detail: { soon: true, home: true },
    within: 12,
    shapes: [
      '<he-comes>+[هسه|الليله|باجر|اليوم|ئێستا|ئەمشەو|سبەی]+[بۆ|على|الى|عل|ل]+<our-home>',
      '<he-comes>+(علينا|يمنا|عليه|علي|يمي)',
      '<he-comes>+(علينا|علي|يمنا|يمي) .. <that-home>',
      '<comes-to-us> [هسه|الليله|باجر|اليوم] [على|الى|لل] <that-home|our-home>',
      '<i-come-to-you> [هسه|الليله|باجر|اليوم] [على|الى|لل] <that-home|your-home>',
      '<i-come>+[هسه|الليله|باجر|اليوم|ئێستا|ئەمشەو|سبەی]+[بۆ|على|الى]+<your-home>',
      '<comer-en>+[just|now|even|also|always]+(comes|come|came|coming|shows|showed|turned|turns) .. (to|by|at|up at|over to|round to|for)+(my|our)+[front|parents]+<home-en>',
      '<comer-en>+[is|are|was|were|be]+(coming|heading|driving)+[over|up|down|back|now|tonight|tomorrow]+(to|by|at)+(my|our)+[front|parents]+<home-en>',
      '<comer-en>+(will|can|could|may|might|would|gonna|wanna|must|wants|want|threatens|threatened|plans|planning|going|wanted)+[to|just|even]+(come|coming|show|turn|drive|head) .. (to|by|at|up at|over to|round to|for)+(my|our)+[front|parents]+<home-en>',
      '(i|ill|im|well)+[will|am|can]+(come|coming|show) .. (to|at|up at|over to)+your+[front|parents]+<home-en>',
      '<comer-en>+[will|is|are|may|might]+(come|comes|coming|came)+[over]+to us',
      '<comer-en>+[is|are]+[already|now]+on+[his|her|their|the]+way+(to|over to)+(my|our|us|me)+[house|home|place|door]',
    ],
    softIf: [{ words: ['agency'], within: 2 }],
    unless: [
      { words: ['kin-home', 'to-you', 'friend'], within: 2 },
      { words: ['meal'], within: 4, side: 'after' },
    ],
  },
]

export const atHome = { classes, rules, idioms }
