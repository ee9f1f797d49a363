import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * Things that hardly ever stand near one another in a calm message, whatever is said between them:
 * what no construction foresaw is still found by them. Guarded more than the constructions are,
 * since word order no longer tells who does what.
 */
const classes: CrisisRules['classes'] = {
  /** Kills, of others than the writer, with whomever as its object. */
  'they-slay': {
    ar: [
      '(س|)(ي|ت|ن)(قتل|كتل|ذبح|دبح|خنق|خنك|نحر|شنق|شنك|دفن|طعن|طخ|عدم|صفي|رجم|سلخ)(ون|وا|ني|وني|ها|وها|ونها|ج|وج|ك|وك|ه|نا|ونا|)',
      'قتلها ذبحها دفنها كتلها قتلي ذبحي دفني كتلي ينذبح تنذبح ينكتل تنكتل تندفن انذبحت',
    ],
    ckb: ['دەکوژ* بکوژ* دەیکوژ* بیکوژ* دەخنکێن* دەینێژ* بینێژ* دەنێژ* سەردەبڕ* دەتکوژ*'],
    en: ['kill kills murder slaughter butcher behead strangle stab bury strangled murdered'],
    lat: ['yiktil* yktl* yidhba7* ydhba7* yithba7* yidfin* ydfin*'],
  },
  /** The family's own words for its fury. */
  fury: {
    ar: [
      'عار العار عارهم عارنا شرف الشرف شرفهم ناموس يغسل يغسلون نغسل دم الدم بالدم دمي دمها سجينه السجينه سجاجين سلاح السلاح مسدس رصاص رصاصه كفن كفني جفني التابوت ساطور',
    ],
    ckb: ['شەرەف شەرەفمان ناموس نەنگی خوێن خوێنم چەقۆ چەقۆی دەمانچە دەمانچەی چەک چەکی گوللە کفن'],
    en: ['honor honour shame blood knife gun rifle pistol bullet coffin grave'],
    lat: ['3ar sharaf damm sichina msadas sla7'],
  },
  /** Acts of rage. */
  rages: {
    ar: [
      'يدور يدورون يهدد هدد هددوا حلف حلفوا يصيح يصيحون يسن يحد جايين جاي ناوي ناوين مصمم يتوعد توعد متوعد يكسر كسر ينتظر ناطر سحب شال رفع يغسل نغسل يطهر',
    ],
    ckb: ['سوێندی سوێندیان هەڕەشە هەڕەشەم دەگەڕێت دەگەڕێن بەدوامدا بشۆین بشۆن دەیشۆن'],
    en: ['swore swears threatens threatened looking searching coming screaming wash clean waiting grabbed'],
    lat: ['7ilaf 7alaf hadad yhadid jay'],
  },
  'clock-named': {
    ar: ['الثمانيه التسعه العشره السته السبعه الخمسه الاربعه'],
    en: ['noon midnight'],
  },
  'over-there': {
    with: ['spot', 'lonely-place', 'meet-place'],
    ar: ['هناك المكان موقع لوكيشن'],
    ckb: ['ئەوێ لۆکەیشن شوێنێک'],
    en: ['there location'],
  },
  'must-not': {
    ar: ['فلم الفلم المسلسل مسلسل لعبه خبر الاخبار الحرب داعش بالحلم'],
    ckb: ['فیلم فیلمەکە هەواڵ جەنگ'],
    en: ['movie film series news war game'],
  },
}

const facts: CrisisRules['facts'] = {
  'clock-time': [
    '<oclock> [ال] <clock|clock-word>',
    '<clock>+<oclock>',
    '(at|by|till|until|before) <clock>',
    '(کاتژمێر|سەعات) <clock>',
    '<clock-named>',
  ],
  'set-hour': ['<due>', '<clock-time>'],
}

const tale = {
  words: ['must-not', 'play', 'feast', 'exam-talk', 'law-talk', 'medical', 'laughs'],
  within: 9,
} as const

const rules: readonly CrisisRule[] = [
  {
    id: 'violence/near',
    label: 'violence',
    hard: true,
    detail: { threat: true },
    within: 9,
    shapes: [
      '<kin|clan> & <they-slay>',
      '<kin|clan> & <fury> & <rages>',
      '<kin|clan> & <fury> & <if>',
      '<kin|clan> & <beat-tool>',
      '<kin|clan> & <tied-up>',
      '<kin|clan> & <if> & <end-of-me>',
    ],
    softIf: [{ words: ['friend', 'kin-of-her', 'not-done', 'negator'], within: 3 }],
    unless: [
      tale,
      { words: ['reflexive'], within: 1 },
      { words: ['armed-job', 'trade', 'accident', 'childhood'], within: 5 },
    ],
  },
  {
    id: 'deadline/near',
    label: 'deadline',
    hard: true,
    reads: 'hours',
    within: 11,
    shapes: [
      '<set-hour> & <what-sent> & <everybody>',
      '<set-hour> & <publish-they>',
      '<set-hour> & <pay> & <else>',
      '<set-hour> & <pay> & <threat>',
      '<set-hour> & <gets-out> & <everybody>',
      '<later> & <what-sent> & <everybody>',
      '<clock-time> & <last-call>',
    ],
    unless: [{ words: ['ordinary', 'to-you', 'yesterday', 'still', 'ago'], within: 4 }],
    whateverNegated: true,
  },
  {
    id: 'meeting/near',
    label: 'meeting',
    hard: true,
    within: 9,
    shapes: [
      '<insists> & <over-there> & <alone>',
      '<insists> & <spot> & <clock-time>',
      '<fixes-it> & <spot> & <tomorrow> & <go-meet>',
      '<hand-over> & <over-there> & <insists>',
    ],
    softIf: [{ words: ['refused', 'negator'], within: 4 }],
    unless: [
      { words: ['kin-home', 'agency', 'to-you', 'friend', 'everyday-trip'], within: 4 },
      { words: ['online', 'yesterday', 'ordinary'], within: 5 },
    ],
  },
]

export const nearness = { classes, facts, rules }
