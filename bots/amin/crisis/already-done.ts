import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

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
      'قووتمدا قوتمدا قووتداوە هەڵلووشیم خوارن خوارینە خارن خواریە داعویراندن',
    ],
    en: ['swallowed took taken downed drank drunk ate eaten ingested popped'],
    lat: [
      'sharabt shrabt sharabit bala3t bla3t akhadhit akhathit khthait 5thait xward xwardm xwardum khwardm',
    ],
  },
  'swallowed-by-other': {
    ar: [
      'شربت شرب شربتها شربها بلعت بلع بلعتها ابتلعت ابتلع اخذت اخذ خذت تناولت تناول شاربه شارب ماخذه ماخذ بالعه',
    ],
    ckb: ['خوارد خواردی خواردووە خواردوە خواردوویەتی خواردویەتی خواردووەتی خواردییەوە خوارن خوارینە'],
    en: ['swallowed took taken downed drank drunk ate eaten ingested overdosed'],
  },
  /** More than one takes for an ache. */
  'many-of-it': {
    ar: ['كلها كلهن كلهم كامل كامله علبه شريط شرايط هواي هوايه كثير كثيره كميه'],
    ckb: ['هەموو هەمووی هەموویان هەمووم زۆرم پاکەتێک قوتوویەک'],
    en: ['all whole entire many lot lots handful bunch box packet bottle every'],
    lat: ['kulha kulhin kulhum hwaya'],
  },
  /** What is only thought of, tried in words or feared. */
  'only-if': {
    ar: ['لو اذا كدت تقريبا راح رح'],
    ckb: ['ئەگەر خەریک خەریکبوو نزیک'],
    en: ['if almost nearly about could would should wanted want will gonna try tried before unless'],
    lat: ['law idha itha agar eger'],
  },
  /** Whoever takes them away to keep somebody safe, or drinks what everybody drinks. */
  'not-swallowed': {
    ar: ['مني عني وضمت وخبت ضمتها خبتها ماي ماء حليب عصير شاي كهوه يوميا فيتامين'],
    ckb: ['لێم لێی شاردەوە شاردیەوە ئاو شیر چا ڕۆژانە ڤیتامین'],
    en: [
      'away hid hidden threw from water milk juice tea coffee cola picture pictures photo screenshot daily usual',
    ],
  },
}

const facts: CrisisRules['facts'] = {
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
  ],
}

const unless: CrisisRule['unless'] = [
  { words: ['everyday-medicine', 'ache'], within: 5 },
  { words: ['only-if'], within: 2, side: 'before' },
  { words: ['not-swallowed'], within: 3 },
]

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/has-swallowed',
    label: 'self_harm',
    hard: true,
    detail: { done: 'taken' },
    softIf: { words: ['one-pill'], within: 0 },
    ambiguous: true,
    within: 6,
    shapes: [
      '<pills> & <swallowed-by-me>',
      '<pest-poison> & <swallowed-by-me>',
      '<medicine> & <swallowed-by-me> & <many-of-it>',
      '<swallowed-by-me> (كل|جميع) <medicine>',
      '(بلعتهن|شربتهن|ابتلعتهن|بلعتها|ابتلعتها) (كلهن|كلها)',
      '(i|ive)+[just|already|have]+(overdosed|od|oded)',
      '(took|taken) [an|a] overdose',
      '(اخذت|تناولت|شربت|خذيت) جرعه (زايده|زائده|قويه|كبيره|قاتله)',
      '(هەموویانم|هەموویم|هەمووم) (خوارد|قووتدا)',
    ],
    unless,
  },
  {
    id: 'self_harm/another-has-swallowed',
    label: 'self_harm',
    hard: true,
    about: 'other',
    detail: { done: 'taken' },
    softIf: { words: ['one-pill'], within: 0 },
    shapes: [
      '<somebody-near> .. <swallowed-by-other> .. <pills|pest-poison>',
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
    unless: [{ words: ['only-if'], within: 2, side: 'before' }],
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
    ],
    unless: [{ words: ['only-if'], within: 2, side: 'before' }],
  },
]

export const alreadyDone = { classes, facts, rules }
