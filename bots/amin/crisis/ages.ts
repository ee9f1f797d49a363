import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * More ways to be under 18: what children are called, how an age is told without the word, classes
 * of school.
 */
const classes: CrisisRules['classes'] = {
  /** "The kid" of a house. */
  'kid-word': {
    ar: ['(ال|)(جاهل|جاهله|زعطوط|زعطوطه|بزر|بزره|طفل|طفله|صبي|صبيه|مراهق|مراهقه|قاصر|قاصره)'],
    ckb: ['مناڵ مناڵم مناڵە مناڵێک مناڵەکەم منداڵ منداڵێک مێردمناڵ مێردمنداڵ هەرزەکار کچۆڵە کوڕۆڵە'],
    en: ['kid child teen teenager minor preteen toddler schoolgirl schoolboy'],
    lat: ['jahil tifil tifla mnal'],
  },
  barely: {
    ar: ['بس توني توه توها لسه لسا بعدني بعدها بعده يادوب مجرد فقط تقريبا حتى'],
    ckb: ['تەنها تەنیا هێشتا تازە نزیکەی'],
    en: ['only just barely still even almost nearly like'],
    lat: ['bas tawni ba3adni lissa'],
  },
  'age-word': {
    ar: ['بعمر بسن سن عمر ابو ابن ام بت ذات ذو العمر السن'],
    ckb: ['تەمەن تەمەنی'],
    en: ['age aged'],
    lat: ['3umur 3umr sin'],
  },
  /** A class of school by its number alone. */
  'school-class': {
    ar: ['(ال|ب|بال|)(صف)(ي|)', 'بالصف صفي'],
    ckb: ['پۆل پۆلی پۆلم'],
    en: ['grade class form year'],
    lat: ['saf bilsaf pol poli polli pole poly'],
  },
  'school-branch': {
    ar: [
      '(ال|ب|بال|)(متوسط|ابتدائي|اعدادي|ثانوي|احيائي|تطبيقي|علمي|ادبي|مهني|متوسطه|ابتدائيه|اعداديه|ثانويه|روضه|تمهيدي)',
    ],
    ckb: ['بنەڕەتی ناوەندی ئامادەیی سەرەتایی'],
    en: ['primary elementary intermediate middle secondary kindergarten'],
    lat: ['mutawasit mutawassit ibtida2i ibtidai i3dadi 3ilmi adabi'],
  },
  'small-mine': {
    ar: ['(اخت|اخو|بنت|ابن)(ي|يه|نا) اخوي اخويه بنيتي وليدي اختنا اخونا ابننا بنتنا'],
    ckb: ['خوشکم خوشکەکەم براکەم کچەکەم کوڕەکەم خوشکەزام برازام'],
    en: ['sister brother daughter son niece nephew cousin'],
    lat: ['ukhti okhti ikhti binti ibni akhoy'],
  },
}

const facts: CrisisRules['facts'] = {
  'class-named': [
    '<school-class> [ال] <grade-number> ',
    '<grade-number> [ال] <school-branch>',
    '<school-branch> [ال] <grade-number>',
    '<school-class> <school-branch>',
    '<school-class>+<clock>',
    '(poli|polli|pole|poly|pol|پۆلی)+(4m|5m|6m|7m|8m|9m|10m|11m|12m)',
    '(poli|polli|pole|poly)+(chwar|penj|panj|shash|haft|hasht|no|noh|da|yazda|dwazda)+(m|im|am|mm|ma)',
    '(poli|polli|pole|poly)+(chwarm|chwaram|penjm|penjam|shashm|shasham|haftm|haftam|hashtm|hashtam|nom|nohm|noyam|dam|dayam|yazdam|dwazdam)',
    '(bilsaf|saf|bsaf)+(altasi3|altase3|eltase3|iltasi3|tasi3|althamin|elthamin|thamin|alsabi3|elsabi3|sabi3|alsadis|elsadis|sadis|al3ashir|el3ashir|3ashir)',
    '(طالب|طالبه|تلميذ|تلميذه|طلاب|student|قوتابی|قوتابیی|خوێندکاری) [ب|ال|in|a] <school-branch|grade-number>',
    '(1|2|3|4|5|6|7|8|9|10|11) (st|nd|rd|th) (grade|grader|graders|class|form)',
    '(in|a) <school-branch> (school)',
    '(sixth|seventh|eighth|ninth|tenth|eleventh|fifth|fourth) (grade|grader|class|form)',
    '(مدرسه|مدرستي|مدرسة) [ال] <school-branch>',
    '<clock> [ی] (بنەڕەتی|ئامادەیی|ناوەندی)',
    'پۆلی+<clock>+(م|ی|ە)',
  ],
}

const rules: readonly CrisisRule[] = [
  {
    id: 'minor/age-told',
    label: 'minor',
    hard: true,
    reads: 'age',
    shapes: [
      '(im|i am|am|shes|hes|she is|he is|اني|انا|ani|من) [not] <barely> <teenage>',
      '(بعدني|لسه|توني|توه|بعدها|بعده|هێشتا) [صاير|صايره|ال|ب] <teenage>',
      '(هێشتا|من) <kid-word>',
      '(not|havent|hasnt|isnt) [even|yet|turned] [yet] <teenage> [yet]',
      '<age-word> [ال] <teenage>',
      '(عندي|عدي|عندى) [بس|ال] <teenage>',
      '(بنت|ولد|بنيه|صبيه|شاب) [ال] <teenage> [<year>]',
      '(كملت|كمل|دخلت|طبيت|طابه|طاب|ماشي|ماشيه|صرت|صار|داخل|داخله|سديت|توي|گەیشتوومەتە|پێم|ناوەتە) [بال|ال|ب|سن|توني] <teenage> [<year>]',
      '(ميلادي|ميلادها|ميلاده) [ال] <teenage>',
      '(تەمەنم|تەمەنی) [هێشتا] (ناگاتە|نەگەیشتووەتە|نەبووەتە|بووەتە|گەیشتووەتە) <teenage>',
      'لە <teenage> (دام|دا|ساڵیدام|ساڵیدا)',
      '(f|m)+<teenage>',
      '<teenage>+(f|m|yo|female|male)',
      '(بعدني|لسه|هێشتا|still) [ب|ال|in] (my|ال) (early|mid|late) teens',
      '(early|mid|late) teens',
    ],
    unless: [
      { words: ['since'], within: 2, side: 'before' },
      { words: ['unit', 'ago', 'grown'], within: 1, side: 'after' },
      { words: ['pay'], within: 2 },
    ],
    whateverNegated: true,
  },
  {
    id: 'minor/school-class',
    label: 'minor',
    hard: true,
    shapes: [
      '(ادخل|اطب|اصير|داخله|داخل|انجح|ناجح|ناجحه|نجحت|عابر|عابره) [ال|ل|الى] (ثاني|ثالث|رابع|خامس|سادس|الثاني|الثالث|الرابع|الخامس|السادس)',
      '<class-named>',
    ],
    unless: [{ words: ['teacher', 'grown', 'unit'], within: 3 }],
    whateverNegated: true,
  },
  {
    id: 'minor/kid',
    label: 'minor',
    hard: true,
    shapes: [
      '(اني|انا|بعدني|لسه|ani|ana|من|im|i am|am) [بعدني|بس|مجرد|هێشتا|still|just|only|a] <kid-word>',
      '<kid-word> .. <photo-threat>',
    ],
    unless: [{ words: ['grown', 'teacher'], within: 4 }],
    whateverNegated: true,
  },
  {
    id: 'minor/kin-small',
    label: 'minor',
    hard: true,
    about: 'other',
    shapes: [
      '<small-mine> .. <kid-word>',
      '<small-mine> [is|still|هي|هو|بعدها|بعده|لسه] [in|at|ب] <class-named>',
      '<small-mine> .. (بالروضه|بالابتدائي|بالابتدائيه|بالمدرسه|بالمتوسطه|قوتابخانە|لە قوتابخانە|primary|elementary|kindergarten|middle school|high school)',
    ],
    unless: [{ words: ['grown', 'teacher'], within: 4 }],
    whateverNegated: true,
  },
]

export const ages = { classes, facts, rules }
