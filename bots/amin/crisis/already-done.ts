import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'
import { LONG_PAST } from './past.ts'

/**
 * An attempt that has begun: something was swallowed, or veins were cut. It is told as what has happened, so
 * first aid goes before every question. What is only meant, denied, long ago or one pill is none of it.
 */
const classes: CrisisRules['classes'] = {
  'swallowed-by-me': {
    ar: [
      'شربت شربتها شربتهن شربتهم بلعت بلعتها بلعتهن بلعتهم ابتلعت ابتلعتها ابتلعتهن اخذت خذيت اخذتها خذيتها',
      'اخذتهن خذيتهن اخذتهم اكلت اكلتها اكلتهن تناولت تناولتها جرعت تجرعت شاربه شارب ماخذه ماخذ بالعه بالع',
    ],
    ckb: [
      'خوارد خواردم خواردمن خواردوومە خواردومە خواردووە خواردوە خواردمەوە خواردووەمەوە خواردوومەتەوە خواردنم',
      'خواردەوە قووتمدا قوتمدا قووتداوە هەڵلووشیم خوارن خوارینە خارن خواریە داعویراندن',
    ],
    en: ['swallowed took taken downed drank drunk ate eaten ingested popped'],
    lat: [
      'sharabt shrabt sharabit bala3t bla3t akhadhit akhathit khthait 5thait xward xwardm xwardum khwardm',
    ],
  },
  'swallowed-by-other': {
    ar: ['شربت شرب شربتها شربها بلعت بلع بلعتها ابتلعت ابتلع تناولت تناول شاربه شارب بالعه'],
    ckb: [
      'خوارد خواردی خواردووە خواردوە خواردوویەتی خواردویەتی خواردووەتی خواردییەوە خواردیەوە خواردەوە خوارن خوارینە',
    ],
    en: ['swallowed downed drank drunk ate eaten ingested overdosed'],
    lat: ['b(i|a|e|)l(a|)3(at|et)'],
  },
  'took-by-other': { ar: ['اخذت اخذ خذت خذ ماخذه ماخذ شربت شرب بلعت بلع'], lat: ['khthat akhthat'] },
  /** More than one takes for an ache. */
  'many-of-it': {
    ar: ['كلها كلهن كلهم كامل كامله علبه شريط شرايط هواي هوايه كثير كثيره كميه'],
    ckb: ['هەموو هەمووی هەموویان هەمووم زۆرم پاکەتێک قوتوویەک'],
    en: ['all whole entire many lot lots handful bunch box packet bottle every'],
    lat: ['kulha kulhin kulhum hwaya kul kull'],
  },
  /** What is only thought of, tried in words or feared. */
  'only-if': {
    ar: ['لو اذا كدت تقريبا راح رح'],
    ckb: ['ئەگەر خەریک خەریکبوو نزیک'],
    en: ['if almost nearly about could would should wanted want will gonna try tried before unless'],
    lat: ['law idha itha agar eger'],
  },
  /** Whoever takes them away to keep somebody safe. What they are taken with (water) says nothing. */
  'not-swallowed': {
    ar: ['مني عني وضمت وخبت ضمتها خبتها يوميا اليوميه فيتامين'],
    ckb: ['لێم لێی شاردەوە شاردیەوە ڕۆژانە ڤیتامین'],
    en: ['hid hidden threw flushed daily usual chocolate candy'],
  },
  /** Somebody near put them out of reach: phones and rooms are named. */
  'put-away': { en: ['away pharmacy'] },
  'kept-away': {
    en: ['phone phones key keys room drawer from locked lock'],
  },
  'drunk-fuel': {
    ar: ['نفط كاز گاز بنزين كيروسين ديزل سولار سبيرتو اسيتون'],
    ckb: ['نەوت* بەنزین* کاز کازی کازم'],
    en: ['gasoline petrol kerosene diesel chlorine antifreeze thinner turpentine acetone'],
    lat: ['naft benzin banzin qas(i|e|)r'],
  },
  'drank-by-me': {
    ar: ['شربت شربتها بلعت بلعتها ابتلعت جرعت تجرعت شاربه شارب'],
    ckb: ['خواردم خواردمن خواردومە خواردوومە خواردمەوە خواردووەمەوە خواردوومەتەوە خواردەوە خوارد خوارن'],
    en: ['drank drunk swallowed downed ingested'],
    lat: ['sharabt shrabt sharabit xwardm khwardm'],
  },
  'drank-by-other': {
    ar: ['شربت شرب شربتها بلعت بلع ابتلعت ابتلع شاربه شارب'],
    ckb: ['خوارد خواردی خواردووە خواردوە خواردیەوە خواردییەوە خواردوویەتەوە خواردەوە'],
    en: ['drank drunk swallowed downed ingested'],
    lat: ['sh(i|)rab shareb b(i|a|e|)l(a|)3(at|et)'],
  },
  'has-died': {
    ar: ['ماتت مات توفت توفى توفيت انتحرت انتحر المرحومه المرحوم'],
    ckb: ['مرد مردووە کۆچی'],
    en: ['died dead'],
  },
  /** Right before "took" they are who took it. */
  'kin-who-did': {
    en: [
      'dad daddy father mum mummy mom mother brother sister uncle aunt auntie husband wife cousin parents family',
    ],
  },
  /** A knife in a kitchen, and what was not meant. */
  'not-meant': {
    ar: ['اطبخ طبخ اطبخه الطبخ مطبخ بالمطبخ بصل البصل خضره طماطه غلط بالغلط صدفه اقشر اثرم'],
    ckb: ['چێشت چێشتم لێدەنا لێنان پیاز چێشتخانە بەهەڵە هەڵە'],
    en: ['accident accidentally cooking cook kitchen vegetables onion onions shaving chopping mistake'],
  },
  /** Blood that is no wound. */
  'other-blood': {
    ar: ['الدوره دورتي الدورة خشمي انفي سني لثتي حامل'],
    ckb: ['لووتم سووڕی ددانم'],
    en: ['period nose nosebleed gums tooth pregnant'],
  },
}

const facts: CrisisRules['facts'] = {
  /** So long ago that no ambulance is needed for it. */
  'years-ago': [
    ...LONG_PAST,
    '(قبل|من|گبل|كبل) [<number>] (سنه|سنتين|سنين|سنوات|عام|عامين|اعوام|شهر|شهرين|شهور|اشهر|اسبوع|اسبوعين|اسابيع)',
    '(الشهر|الاسبوع|شهر|اسبوع) (الماضي|الماضيه|الفايت|الفايته|الفاتت|الفات|المنصرم)',
    '(الشهر|الاسبوع) (الي|اللي|التي|الذي) (فاتت|فات|مضت|مضى|راحت|راح)',
    '(last|previous|past) (month|week|summer|winter|spring|autumn)',
    '(months|month|weeks|week) (ago|back|before)',
    '(پێشتر|جاران)',
    '(مانگی|هەفتەی) (پێشوو|ڕابردوو|پار)',
    '(پێش|بەر) [لە] [<number>] (مانگ|مانگێک|هەفتە|هەفتەیەک)',
    '(مانگ|مانگێک|هەفتە|هەفتەیەک) (لەمەوبەر|لەمەوپێش|پێش ئێستا)',
  ],
  'picture-of': ['(picture|pictures|photo|photos|screenshot|screenshots) of'],
  /** "my father took my pills", "took them from my room". */
  'my-own-ones': [
    '(my|our)+[sleeping]+(pills|pill|meds|medication|medicine|tablets|bottle|sedatives)',
    '(من|عن) (الغرفه|غرفتي|يمي|كدامي|جنطتي|البيت|ايدي|الجراره)',
  ],
  /** Somebody else took them, said right before them: they are no means at hand of who writes. */
  'another-took': [
    '(sister|brother|mother|mom|mum|father|dad|daughter|son|wife|husband|cousin|niece|nephew|aunt|uncle|friend|roommate|she|he|they) [has|have|had] [just|already] (took|taken|swallowed|ate|eaten)',
    '<one-of-mine|other-person|friend> <took-by-other>',
    '<one-of-mine|other-person|friend> (هەموو|پاکەتێک|زۆر) (حەبەکانی|حەبی|حەبێکی|ژەهری|دەرمانەکانی|دەرمانی)',
    '<one-of-mine|other-person|friend> (حەبەکانی|حەبی|ژەهری|دەرمانەکانی|دەرمانی)',
  ],
  'for-kitchen': ['(للمطبخ|للطبخ)', 'for [the|my|our] (kitchen|cooking)', 'بۆ (چێشتخانە|مەتبەخ)*'],
  'off-me': ['(off|from|away)+me', '(minni|mini|menni|3anni)'],
  'my-veins': [
    '(شراييني|وريدي|عروقي|رسغي|معصمي)',
    '(ڕەگی|شادەماری|دەماری) (دەستم|دەستی|خۆم)',
    'دەستی خۆم(م|)',
  ],
  'somebody-near': [
    '<one-of-mine|friend>',
    '(she|he|هي|هو|ئەو)',
    '(my|our)+(sister|brother|mother|mom|mum|father|dad|daughter|son|wife|husband|cousin|niece|nephew)',
    '(اختي|اخوي|امي|ابوي|بنتي|ابني|مرتي|زوجتي|زوجي|رجلي)',
    '(خوشکە|برا|کچە|کوڕە) (بچووکەکەم|بچوکەکەم|گەورەکەم)',
  ],
}

const unless: CrisisRule['unless'] = [
  { words: ['everyday-medicine', 'ache'], within: 5 },
  { words: ['only-if'], within: 2, side: 'before' },
  { words: ['not-swallowed', 'picture-of'], within: 3 },
  { words: ['put-away'], within: 3, side: 'after' },
]
/** Of many it says nothing what they are for. */
const unlessOfMany = unless.slice(1)
const past: CrisisRule['softIf'] = [
  { words: ['years-ago'], within: 2, side: 'before' },
  { words: ['years-ago'], within: 3, side: 'after' },
]
const dead: CrisisRule['softIf'] = [{ words: ['has-died'], within: 3, side: 'before' }]
const keptBack: CrisisRule['softIf'] = [
  { words: ['kept-away', 'my-own-ones', 'off-me'], within: 4, side: 'after' },
]
const onePill: CrisisRule['softIf'] = [{ words: ['one-pill'], within: 0 }]
const cutUnless: CrisisRule['unless'] = [
  { words: ['only-if'], within: 2, side: 'before' },
  { words: ['not-meant'], within: 6 },
]

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/has-swallowed',
    label: 'self_harm',
    hard: true,
    detail: { done: 'taken' },
    softIf: [...onePill, ...past],
    ambiguous: true,
    within: 6,
    shapes: [
      '<pills> & <swallowed-by-me>',
      '<pest-poison> & <swallowed-by-me>',
      '<drank-by-me> .. <drunk-fuel>',
      '<drunk-fuel> .. <drank-by-me>',
      '<medicine> & <swallowed-by-me> & <many-of-it>',
      '<swallowed-by-me> (كل|جميع) <medicine>',
      '(بلعتهن|شربتهن|ابتلعتهن|بلعتها|ابتلعتها) (كلهن|كلها)',
      '(i|ive)+[just|already|have]+(overdosed|od|oded)',
      '(took|taken) [an|a] overdose',
      '(اخذت|تناولت|شربت|خذيت) جرعه (زايده|زائده|قويه|كبيره|قاتله)',
      '(هەموویانم|هەموویم|هەمووم) (خوارد|قووتدا)',
    ],
    unless: [...unless, { words: ['kin-who-did'], within: 1, side: 'before' }],
  },
  {
    id: 'self_harm/has-swallowed-many',
    label: 'self_harm',
    hard: true,
    detail: { done: 'taken' },
    softIf: past,
    ambiguous: true,
    shapes: [
      '<swallowed-by-me> <many-of-it> .. <pills>',
      '<swallowed-by-me> (كل|جميع) <pills>',
      '<swallowed-by-me> <pills> .. (كلها|كلهن|كلهم|كامله)',
      'هەموو <pills> .. <swallowed-by-me>',
    ],
    unless: [...unlessOfMany, { words: ['kin-who-did'], within: 1, side: 'before' }],
  },
  {
    id: 'self_harm/another-has-swallowed',
    label: 'self_harm',
    hard: true,
    about: 'other',
    detail: { done: 'taken' },
    softIf: [...onePill, ...past, ...dead],
    shapes: [
      '<somebody-near> .. <swallowed-by-other> .. <pills|pest-poison>',
      '<somebody-near> .. (اكلت|ماكله|ماكل) .. <pest-poison>',
      '<somebody-near> .. <drank-by-other> .. <drunk-fuel>',
      '<somebody-near> .. <drunk-fuel> .. <drank-by-other>',
      '<drank-by-other> <somebody-near> .. <drunk-fuel>',
      '<somebody-near> .. <pills|pest-poison> .. <swallowed-by-other>',
      '<swallowed-by-other> <somebody-near> .. <pills|pest-poison>',
      '<somebody-near> .. <swallowed-by-other> .. <many-of-it> .. <medicine>',
      '<somebody-near> (has|have|just|did) [just] overdosed',
      '<somebody-near> .. overdosed',
      '<somebody-near> .. (took|taken) [an|a] overdose',
    ],
    unless,
  },
  {
    // Who takes pills may take them away as well.
    id: 'self_harm/another-has-taken',
    label: 'self_harm',
    hard: true,
    about: 'other',
    detail: { done: 'taken' },
    softIf: [...onePill, ...past, ...dead, ...keptBack],
    shapes: [
      '<somebody-near> .. (took|taken) .. <pills|pest-poison>',
      '<somebody-near> (khthat|akhthat|5athat|a5thath) .. (kul|kull|hwaya) [el|il|al] <pills>',
      '<somebody-near> .. (took|taken) .. <many-of-it> .. <medicine>',
      '<somebody-near> .. (اخذت|خذت|اخذ|خذ|ماخذه|ماخذ) (علبه|شريط|شريطين|علبتين|شرايط|علب|كميه)',
      '<somebody-near> .. (اخذت|خذت|اخذ|خذ|ماخذه|ماخذ) (كل|جميع) <pills|medicine>',
      '<somebody-near> .. (اخذت|خذت|اخذ|خذ|ماخذه|ماخذ) <pills|medicine> (كلها|كلهن|كاملة|كامل)',
    ],
    // "He posted them, i took all the pills": it was the writer.
    unless: [...unless, { words: ['i'], within: 0 }],
  },
  {
    id: 'self_harm/has-cut',
    label: 'self_harm',
    hard: true,
    detail: { done: 'wound' },
    shapes: [
      '(قطعت|كصيت|شرطت|قصيت|جرحت|كطعت)+<my-veins>',
      '(كصيت|قطعت|شرطت|كطعت)+(ايدي|ايديه|رسغي)',
      '<my-veins>+(بڕی|بڕیم|بڕیوە|بڕیوومە|بڕیومە|بڕییەوە)',
      '(i|ive)+[just|already|have]+(cut|slit|slashed|sliced)+my+(wrist|wrists|veins|vein|throat)',
    ],
    softIf: past,
    unless: cutUnless,
  },
  {
    id: 'self_harm/another-has-cut',
    label: 'self_harm',
    hard: true,
    about: 'other',
    detail: { done: 'wound' },
    shapes: [
      '<somebody-near> .. (cut|slit|slashed|sliced)+(her|his)+(wrist|wrists|veins|vein|throat)',
      '<somebody-near> .. (قطعت|كصت|كصيت|قطع|كص|كطعت|شرطت)+(شرايينها|شرايينه|عروقها|عروقه|وريدها|ايدها|رسغها)',
      '<somebody-near> .. (دەستی|ڕەگی|دەماری) [دەستی] (خۆی|خۆیی) (بڕی|بڕیوە)',
      '<somebody-near> .. (gisat|gassat|ksat|qisat|gta3at|gas|gass) (idha|edha|eedha|ida|edah|sharayinha)',
    ],
    softIf: [...past, ...dead],
    unless: cutUnless,
  },
  {
    id: 'self_harm/bleeds-on',
    label: 'self_harm',
    hard: true,
    detail: { done: 'wound' },
    softIf: past,
    shapes: [
      '(جرحت|كصيت|قطعت|شرطت|طعنت)+(نفسي|روحي|حالي) .. (دم|الدم|دمي|نزيف|انزف)',
      '(الدم|دمي|النزيف|نزيف|الجرح) (ما|مو|لا|وما) [دا|راح] (يوكف|يوقف|يتوقف|ينقطع|ينكطع|وكف|وقف|توقف)',
      '(wont|wouldnt|doesnt|didnt|never|not|cant|cannot|isnt) (stop|stopping) [the] bleeding',
      '(bleeding|blood) .. (wont|wouldnt|doesnt|isnt|not|cant|never) [be] (stop|stopping|stopped)',
      '(cut|stabbed|slashed|slit|sliced) myself .. (blood|bleeding|bleeds)',
      '(خوێن|خوێنەکە|خوێنەکەی|خوێنم|خوێنبەربوون) (ناوەستێت|ناوەستێ|نەوەستا|ڕاناوەستێت|ڕاناوەستێ|ناوەستێتەوە|ناگیرسێتەوە)',
    ],
    unless: [{ words: ['other-blood', 'only-if'], within: 4 }],
    whateverNegated: true,
  },
]

/** What is drunk by the bottle by everybody. */
const idioms: CrisisRules['idioms'] = [
  '(bottle|bottles|tablet|box) [of] (water|milk|juice|tea|coffee|cola|coke|pepsi|soda|chocolate)',
  '(علبه|علب|بطل|شريط) (ماي|مي|حليب|عصير|شاي|كولا|ببسي|لبن|جكليت)',
]

export const alreadyDone = { classes, facts, rules, idioms }
