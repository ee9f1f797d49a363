import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * A body that is wanted: that who writes undresses, shows themselves or lies with somebody. Told as
 * a wish of the other, with no force and no price named, it is asked about. Pictures that are asked
 * for are another matter and need no body to be there.
 */
const classes: CrisisRules['classes'] = {
  /** Asks or tells somebody to do it. English: not in the past, which tells how the pictures came to be. */
  'asks-of-me': {
    ar: [
      'يريد يريدني يردني يريدون يريدوني تريدني يطلب يطلبون يطالبني طالب يلح يصر مصر يكول يكلي يكولي كلي كالي كاللي كال يقول',
      'يقولي قالي يامرني امرني يبيني يبغاني لازم',
    ],
    ckb: [
      'دەیەوێت دەیەوێ دەیانەوێت داوا داوای داوام دەڵێت دەڵێ دەڵێن وتی گوتی فەرمانم پێم دەبێت دڤێت دخوازیت دبێژیت دبێژت',
    ],
    en: [
      'wants want asks asking demands demanding insists insisting tells telling says saying orders ordering begs',
    ],
    lat: [
      'yr(ee|i)d yr(ee|i)dni yr(ee|i)don(i|) yutlub yotlub ygool ygul ykool ykul galli kalli galy kally ygolli ykolli ygulli ykulli',
      'dayaw(e|et) dayhaw(e|et) ayaw(e|et) dawam dawa dale dalet ale alet wti goti dbej(e|it)',
    ],
  },
  /** One word for it, of who writes or said to them. */
  'undress-self': {
    ar: ['اتعرى اتعره اتعري تعري تعرى تعريلي اتعراله اتجرد تجردي'],
    en: ['undress strip'],
    lat: ['at3ar(r|)(a|ah|e|i|y) t3ar(r|)(i|ay|y)'],
  },
  'take-off': {
    ar: [
      '(ا|)(نزع|خلع|شلح|فصخ|فسخ)(ي|له|لي|يلي|يله|) انزع انزعي اخلع اخلعي اشلح اشلحي افصخ افصخي اشيل شيلي اذب ذبي',
    ],
    ckb: ['دابکەنم داکەنم دابکەنە داکەنە دابکەنیت لابەرم لابەرە دەرێخم بێخم دەربێخم'],
    lat: ['(a|i|)nza3(i|la|li|) anza3 (a|i)khla3(i|) a5la3(i|) (a|)shla7(i|) dabkanm dakanm dabkana dakana'],
  },
  'own-clothes': {
    ar: ['(ملابس|هدوم|ثياب)(ي|ج|ك|) الملابس الهدوم الثياب قميصي بنطروني ستياني حمالتي كلسوني'],
    ckb: ['جلەکانم جلم جلەکانت جلوبەرگم جلوبەرگەکانم جلکێن جلکێت جل'],
    en: ['clothes shirt top bra panties underwear dress pants'],
    lat: ['malabs(i|ich) (h|)d(ou|oo|u)m(i|ich) thyabi jlakanm jlkanm jlm jlakant'],
  },
  bare: { ckb: ['ڕووت ڕوت ڕووتی بەڕووتی'], lat: ['rut rwt rutt'] },
  'be-so': {
    ckb: [
      'ببمەوە بمەوە ببم بم بکەم بکەمەوە بکەوە بکەرەوە بکە بکەیت بکەیتەوە ببەوە ببەرەوە بوەستم دانیشم بکەتەوە بکاتەوە',
    ],
    lat: ['b(b|)mawa bimawa bibmawa b(b|)m bkam bkamawa bkawa bkarawa bkaytawa bbawa'],
  },
  'own-body': {
    ar: ['جسمي جسدي جسمج جسدج صدري صدرج'],
    ckb: ['لەشم جەستەم سنگم لەشت جەستەت'],
    en: ['body breasts boobs tits chest privates'],
    lat: ['jism(i|ich) jasad(i|ich) sadri lashm'],
  },
  'lie-with': { lat: ['bxawm bxawim bkhawm bnum bnwm bnoom'] },
  'with-them': { lat: ['lagali lagalli lagalya lagalyan lagalm lagal'] },
  /** Who may ask it, and why: a doctor, a bath. */
  'for-health': {
    ar: [
      'دكتور دكتوره طبيب طبيبه ممرض ممرضه فحص الفحص يفحصني تفحصني سونار اشعه مستشفى (ت|ا|ن|ي|)غسل(ه|ها|هن|هم|) اسبح',
    ],
    ckb: ['دکتۆر دکتۆرەکە پزیشک پشکنین نەخۆشخانە بشۆم حەمام'],
    en: ['doctor dr nurse clinic hospital exam examination scan xray wash laundry bath shower'],
    lat: ['diktor doctor mustashfa'],
  },
}

const facts: CrisisRules['facts'] = {
  'undresses-for-them': [
    '<undress-self>',
    '(get|getting|be|go|stand|dance|sit) (naked|nude|topless)',
    'take off [all] [of] (my|the|your) <own-clothes>',
    'take [all] [of] (my|the|your) <own-clothes> off',
    '<take-off> [كل] <own-clothes>',
    '<own-clothes> <take-off>',
    '<bare> <be-so>',
  ],
}

const rules: readonly CrisisRule[] = [
  {
    id: 'sexual_abuse/wants-undressed',
    label: 'sexual_abuse',
    hard: false,
    shapes: [
      '<asks-of-me> .. <undresses-for-them>',
      '<asks-of-me> (me|us) (naked|nude|topless)',
      '(wants|want|asks|tells|demands|begs) me to show [him|them|her] my <own-body>',
    ],
    unless: [
      { words: ['for-health'], within: 8 },
      { words: ['pics'], within: 2, side: 'after' },
      // "They want him to undress": whose it is, and how old they are, is another question.
      { words: ['instead'], within: 0 },
    ],
  },
  {
    id: 'sexual_abuse/wants-body',
    label: 'sexual_abuse',
    hard: false,
    shapes: ['(yreed|yrid|yotlub|yutlub) [minni] (jismi|jasadi)', '<asks-of-me> .. <with-them> <lie-with>'],
    unless: [{ words: ['for-health'], within: 8 }],
  },
]

export const demanded = { classes, facts, rules }
