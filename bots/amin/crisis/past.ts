import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * How people say that something is long over (core/text/danger/past.ts): harm that somebody did to themselves
 * years ago is worth a gentle question, and is no emergency. Days and weeks are not long over.
 */
export const LONG_PAST = [
  '(قبل|گبل|كبل) [<number>] (سنه|سنتين|سنين|سنوات|عام|عامين|اعوام)',
  '(السنه|العام|سنه) (الماضي|الماضيه|الفايت|الفايته|الفاتت|الفات|المنصرم)',
  '(السنه|العام) (الي|اللي|التي|الذي) (فاتت|فات|مضت|مضى|راحت|راح)',
  '(لما|عندما|من|يوم|وقت|حين) (كنت|جنت|چنت) (صغير|صغيره|زغير|زغيره|طفل|طفله|بالمدرسه|مراهق|مراهقه|بالمتوسطه|بالاعداديه|بالثانويه|بالجامعه|بالكليه|طالب|طالبه)',
  '(لما|عندما|من|يوم|وقت|حين) (كنت|جنت|چنت) [عمري|ب|بعمر|بسن] <number>',
  '(لما|عندما|من|يوم|وقت|حين|كان|جان|چان) [كان|جان|چان] عمري <number>',
  '(كنت|جنت|چنت) (بعمر|بسن|عمري) <number>',
  '(بعمر|بسن) <number>',
  'قبل [ما|لا|ان] (اتزوج|تزوجت|زواجي|الزواج|اخطب|خطوبتي|اتخرج|تخرجت|اخلف|الجامعه|الكليه)',
  '(ايام|وقت|بايام|فتره) (المدرسه|المتوسطه|الاعداديه|الثانويه|الجامعه|الكليه|المراهقه|الطفوله)',
  '(بطفولتي|بمراهقتي|بصغري|بزغري)',
  '(last|previous|past) year',
  '(years|year) (ago|back|before)',
  '(when|while) (i|we) (was|were) (younger|young|little|small|a child|a kid|a teen|a teenager|a student|a girl|a boy|single)',
  '(when|while) (i|we) (was|were) [still] (in|at) [high|middle|primary|secondary] (school|college|university|uni)',
  '(when|while) (i|we) (was|were) [about|around|like|only|just] <number>',
  '(at|aged) [age|the age of] <number>',
  'as a (child|kid|teen|teenager|girl|boy|student)',
  'back (in|at) [high|middle|my|the] (school|college|university|uni|day|days)',
  'before (i|we) [got|was|were|had] (married|engaged|graduated|kids|children)',
  'before [my|our] (marriage|wedding|engagement|kids|children)',
  'in my (teens|childhood|youth)',
  'in (2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024|2025)',
  '(سنه|عام|ب|في|ساڵی|لە) (2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024|2025)',
  '(پار|پێرار|پارساڵ|بەرپار|par|parsal|perar)',
  '(ساڵی|ساڵێ|sali) (پێشوو|ڕابردوو|پار|peshu|rabrdu|par)',
  '(پێش|بەر|pesh|pish|bar|ber) [لە|la] [<number>] (ساڵ|ساڵێک|ساڵان|سالان|sal|salek|salan)',
  '(ساڵ|ساڵێک|ساڵان|sal|salek) (لەمەوبەر|لەمەوپێش|پێش ئێستا|lamawbar|lamawpesh|lmawbar)',
  '(کاتێک|کاتێ|کە|ئەو کاتەی|دەمێ) [من|ئەز] [تەمەنم] [لە] <number> [ساڵ|ساڵان|ساڵی|ساڵە] (بووم|بوو|دا بووم)',
  '(لە) تەمەنی <number> [ساڵی|ساڵیدا|ساڵیم]',
  '(کاتێک|کاتێ|کە|دەمێ) [من] (منداڵ|مناڵ|بچووک|گەنج|هەرزەکار|قوتابی|خوێندکار|زاڕۆک) (بووم|بوم|بوویم)',
  '(بە|لە|سەردەمی|کاتی) (منداڵی|مناڵی|هەرزەکاری|قوتابخانە|زانکۆ) [بووم|دا]',
  '(منداڵیم|مناڵیم|منداڵیمدا|هەرزەکاریم|هەرزەکاریمدا)',
  '(پێش|بەر) [لە] [ئەوەی|کو] [من] (شوو|شووکردن|هاوسەرگیری|زەواج|ژنهێنان|مارە|شوی|شی) [بکەم|بکرێم|کردنم|کردن|بکم]',
] as const

const classes: CrisisRules['classes'] = {
  'long-ago': {
    ar: ['كنت كنا جنت چنت جنا چنا سابقا'],
    ckb: ['پێشتر پێشووتر پێشان جاران بەرێ'],
    en: ['used previously formerly'],
    lat: ['chint chinit kinit jint peshtr peshtir pishtr pishtir jaran'],
  },
  'ago-said': {
    ar: ['سابقا زمان'],
    ckb: ['لەمەوبەر لەمەوپێش پێشتر جاران'],
    en: ['ago previously'],
  },
  'past-bridge': {
    ar: ['حاولت ردت اردت جربت فكرت تمنيت هم دائما اني انا مره مرتين هوايه'],
    ckb: ['من ویستم دەمویست ویستبووم هەوڵم هەوڵی بیرم جارێک جارێ زۆرجار هەمیشە زۆر'],
    en: ['i was were wanted wished tried kept felt had did once also even often always sometimes twice'],
    lat: ['wistm damwist 7awalit hawalit ridit'],
  },
  'meant-now': {
    ar: ['اريد راح رح ناوي ناويه انوي ودي ابي سوف رايح رايحه اليوم'],
    ckb: ['دەمەوێت دەمەوێ دەکوژم دەمرم دەسووتێنم دەخنکێنم دەبڕم دەخۆم هەڵدەواسم دەفەوتێنم'],
    en: ['want wanna will gonna going ill am im'],
    lat: ['areed ared arid rah ra7 damawe demewe damawet dakujm dekujm'],
  },
  'once-more': {
    ar: ['رجعت ارجع رجعنا راجعه راجع مجددا ثانيه بعدني لسه لهسه لحد'],
    ckb: ['دیسان دیسانەوە دووبارە سەرلەنوێ هێشتا'],
    en: ['again still relapsed relapsing'],
    lat: ['disan dubara rj3t'],
  },
  /** What is cut of one's own and does not bleed. */
  'cut-harmless': {
    ar: ['شعري اظافري اضافري لحيتي شواربي غرتي كصتي'],
    en: ['hair nails beard bangs fringe'],
    ckb: [
      'قژی قژم پرچی پرچم مووی مووم نینۆکی نینۆکم نینۆکەکانی ڕیشی ڕیشم سمێڵی سمێڵم جلی کێکی نانی پەیوەندی',
    ],
    lat: ['qzhi qzhm parchi ninoki rishi'],
  },
}

const facts: CrisisRules['facts'] = {
  'long-past': LONG_PAST,
  'just-now': [
    '(today|tonight|yesterday|2nite|tonite)',
    '(just|right) now',
    '[a] (moment|minute|second|bit|while|hour) ago',
    'last night',
    'this (morning|evening|afternoon|night|week|month)',
    'قبل (شويه|شوي|شوية|لحظات|لحظه|دقايق|دقيقه|قليل|ساعه|ساعات)',
    '(اليوم|البارحه|امس|الليله|هالليله|توني|توي|مبارح)',
    '(هسه|الان) (كنت|جنت|چنت)',
    '(دوێنێ|پێرێ|ئەمڕۆ|ئەمشەو|ئەوشۆ|ئەڤرۆ|ئەڤشەڤ|dwene|amro|amshaw|amsho)',
    '(دوێنێ|ئەم) شەو',
    '(پێش|بەر) (کەمێک|تۆزێک|چەند خولەکێک|سەعاتێک|کاتژمێرێک)',
  ],
  'since-then': [
    '(من|منذ|مثل|زي|متل) [قبل] [<number>] (السنه|العام|سنه|سنتين|سنين|سنوات|عام|زمان|وقت)',
    '(مثل|متل|زي) (اول|لما|ايام|قبل|ما)',
    '(since|from|like|as) [i|we|my|in|at|back] [was|were] (last|previous|years|year|when|before|then)',
    '(وەک|وەکو) (ساڵی|پار|جاران|پێشتر|پێش|کاتێک)',
  ],
}

const rules: readonly CrisisRule[] = [
  {
    // A habit that was, and what is said of it by its scars: asked about.
    id: 'self_harm/used-to',
    label: 'self_harm',
    hard: false,
    shapes: [
      'self (harm|harmed|harming|harms)',
      'used to cut [my] (wrists|arms|arm|legs|thighs|skin)',
      '(scars|scar) .. [i|used] (cut|cutting|cuts|hurt)',
      'i [just|only|really|once|even|also] (wanted|wished) to (die|disappear|vanish)',
      '(اثار|ندوب|ندب|علامات) .. (اجرح|جرحت|كصيت|اكص|اشرط|تشطيب)',
      '(دەمویست|ویستم|ویستبووم|damwist|wistm|dmwist) [zor|زۆر] (بمرم|bmrm|bimrim|نەمێنم)',
      '<of-myself>+(دەبڕی|دەکوشت|ئەبڕی|دەسووتاند|dabri|dabrri|debri|ebri)',
      '<of-myself>+(بریندار|brindar|birindar) [دەکرد|کرد|dakrd|krd]',
      '(ازاری|ئازاری|azari) <of-myself> .. (دا|دەدا|داوە|dada|da)',
    ],
    whateverNegated: true,
    unless: [{ words: ['cut-harmless'], within: 2, side: 'before' }],
  },
]

export const past = { classes, facts, rules }
