import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * Danger without its words: a farewell that asks to be forgiven, a family that gathers over her,
 * food that is not trusted, a wedding or a journey that others decided. Each may be harmless as
 * well, so it is asked about.
 */
const classes: CrisisRules['classes'] = {
  'parting-words': {
    ckb: ['خواحافیز خواحافیزتان خواحافیزی ماڵئاوا ماڵئاوایی ماڵئاواتان خاترا خاترێ'],
    en: ['goodbye goodby farewell bye'],
    lat: ['xwahafiz khwahafiz malawa malawayi xatira khatra wida3an wda3an wada3an'],
  },
  'forgive-me': {
    ckb: [
      'ببوورن ببورن ببوورە ببورە بمبوورن بمبورن بمبوورە بمبورە بمبەخشن بمبەخشە ببەخشن ببەخشە ببووریت',
      'ببوورێت گەردنم گەردەنا گەردنی',
    ],
    en: ['forgive'],
    lat: ['bburn bbwrn bburin biburin bbure bmburn bmbaxshn bbaxshn gardnm gerdenim'],
  },
  'small-fault': {
    en: ['late reply replying delay typing english spelling mistake waiting bothering disturbing'],
  },
  absolve: {
    ar: [
      'حللوني حلليني حللني حاللوني حالليني حاللني ابروني ابريني ابرولي ابريلي ابروا ابرو ابري ابرئوني',
      'ابرئيني برولي بريلي براءه',
    ],
    lat: [
      '7alliluni 7aliluni 7alliloni hallilouni halliluni halliloni hallelouni ibruni ibroni ibrouni abruni',
      'abroni ibrini',
    ],
  },
  'my-debt': {
    ar: ['ذمه الذمه ذمتي بالذمه'],
    lat: ['dhimma thimma themma dimma dhimmah thimmah thimmati dhimmati'],
  },
  'gather-over': {
    ar: ['مجتمعين يجتمعون اجتمعوا متجمعين متلمين متلملمين ملتمين'],
    ckb: [
      'کۆدەبنەوە کۆبوونەتەوە کۆبوونەوە کۆبوونەوەیان کۆدەبێتەوە کۆدەبنە کۆدبن خڕدبن کۆمدبن دادەنیشن',
      'کۆبووینەتەوە',
    ],
    en: ['meeting gathering gathered meet gather sitting council'],
    lat: ['mijtam3een mijtam3in mojtam3een yijtam3un kodabnawa ko dabnawa'],
  },
  'over-me': {
    ar: ['عليه علي عليا بسببي بموضوعي بشاني'],
    ckb: ['لەسەرم لەسەر سەر بەخسوسی دەربارەم سەبارەت بۆم ژبۆ'],
    en: ['me'],
    lat: ['3alaya 3alayya 3aleyya lasarm'],
  },
  'puts-in': {
    ar: [
      'حاط حاطين حاطه حط حطوا حطت يحط يحطون تحط خلوا خلى يخلون يخلي دس دسوا يدس يدسون حاطيلي حاطلي حاطينلي',
      'حطولي',
    ],
    ckb: [
      'دەکەن کردووە کردوویانە دەکات کرد کردیان تێدەکەن تێکردووە تێکردووم دەدەنێ داومەتێ دەدات دکەن کریە کر',
    ],
    en: ['put puts putting slipped mixed add added'],
    lat: ['7atin 7atteen hatin khallaw 7atu'],
  },
  'the-poison': {
    ar: ['سم السم سموم زرنيخ'],
    ckb: ['ژەهر ژەهریان ژەهری ژار ژاریان ژەهرێ'],
    en: ['poison'],
    lat: ['simm summ jahr zhahr'],
  },
  'what-is-eaten': {
    ar: ['بالاكل بالاكلي باكلي الاكل اكلي بالجاي بالچاي بالماي بالعصير بالشاي بالطعام'],
    ckb: ['خواردن خواردنەکەم خواردنەکە نان نانەکەم چا چاکەم ئاو خوارن خوارنێ خوارنا چایێ'],
    en: ['food drink tea water meal coffee juice'],
    lat: ['akil bilakil bilakl akli xwardn xwardnakam'],
  },
  'family-comes-back': {
    ar: ['(ي|ت|راح ي)(اخذوني|رجعوني|ودوني|سفروني|رحلوني) (اخذوني|رجعوني|ودوني|سفروني)'],
    ckb: ['دەمبەنەوە بمبەنەوە دەمگەڕێننەوە بمگەڕێننەوە دەمنێرنەوە بمنێرنەوە دمنەڤە من دبەنەڤە'],
    lat: ['yakhthuni yakhdhuni yraj3uni ywaduni ysafruni dambanawa bmbanawa'],
  },
  'far-home': {
    ar: [
      'القريه للقريه قريتنا لقريتنا الديره للديره ديرتنا الضيعه للعراق العراق لعراق لبغداد للشمال للبلد',
      'البلد لبلدنا للعشيره لكردستان',
    ],
    ckb: ['گوند گوندەکە گوندەکەمان لادێ عێراق کوردستان شاخ گوندی گوندێ'],
    en: ['village country iraq kurdistan syria iran tribe homeland hometown back'],
    lat: ['qarya lilqarya gund gundaka ladê lade'],
  },
  'a-visit': {
    ar: ['عطله العيد عيد بيبيتي جدتي زياره نزور عرس'],
    ckb: ['پشوو جەژن سەردان داپیرم نەنکم'],
    en: [
      'holiday holidays vacation visit visiting grandma grandmother grandparents eid weekend wedding summer',
    ],
  },
  'own-skin': {
    ckb: ['دەستی دەستێ باسکی قۆڵی مەچەکی لاقی ڕانی دەستەکانی باسکێ مەچەکێ'],
    lat: ['dasti desti baski maçaki machaki deste'],
  },
  'of-myself': { ckb: ['خۆم خۆمم خۆمە خۆ'], lat: ['xom xomm xomim khom khomm xo'] },
  'cut-it': {
    ckb: ['بڕی بڕیم بڕیوە بڕیومە دەبڕم دەیبڕم بڕین بریندار برینداری ببڕم ببری بری دبڕم'],
    lat: ['bri brri birri brim dabrm dabrim bbrm briwa'],
  },
  'no-one-kurdish': { ckb: ['کەس کەسێک کەسم چوکەس'], lat: ['kas kes'] },
  'thinks-of-me': {
    ckb: ['بیرم بیری بیرا خەمم خەمی خەما پرسیارم'],
    lat: ['birm birim bira xamm khamm xama'],
  },
  'does-not': {
    ckb: ['ناکات ناکا ناکاتەوە ناکەن ناخوات ناخوا ناکەت ناخۆت ناپرسێت نییە نابێت'],
    lat: ['nakat naka nakatawa nakat naxwat naket naxot'],
  },
  'better-so': {
    ar: ['احسن افضل اريح ياريت ياليت ياريتني ياليتني اخير'],
    lat: ['a7san ahsan afdhal yaret yareet yarait'],
  },
  'there-i': {
    ar: ['موجوده موجود اكون كنت جنت چنت خلقت انولدت انخلقت عايشه عايش مولوده مخلوقه'],
    lat: ['mawjuda mawjooda mawjud mawjood akun akoon chint chinit jint'],
  },
  'was-not': { ar: ['ما مو مالي'], lat: ['ma mu mo'] },
  'weds-me': {
    ar: ['(ي|ت|س|)(زوجوني|زوجني|زفوني|عطوني|نطوني|مهروني) مزوجيني ناطيني تزويجي زواجي يزوجونه'],
    lat: ['yzawjuni yzawjooni yizawjuni yzawijuni zawjuni yintuni yintooni yzawwjuni'],
  },
  'to-whom': {
    ar: [
      'اله له لهم لابن لرجال لواحد لشايب بابن لصديقه الجمعه السبت الاحد الاثنين الثلاثاء الاربعاء الخميس',
      'باجر الاسبوع هالاسبوع قريبا غصب بالغصب',
    ],
    lat: ['ila ilah libin ljum3a iljum3a aljum3a bachir baachir ghasob ghasb'],
  },
}

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/asks-forgiveness',
    label: 'self_harm',
    hard: false,
    shapes: [
      '<absolve> [و|w|u] [<absolve>] [ال|il|el|al] <my-debt>',
      '(سامحوني|سامحيني|سامحني|samhuni|samhooni|sam7uni|sam7ooni)+[و|w|u]+<absolve>',
      '<absolve>+[و|w|u]+(سامحوني|سامحيني|سامحني|samhuni|sam7uni|sam7ooni)',
      '(حللوني|حلليني|حاللوني|7alliluni|halliluni|hallilouni)',
      '<parting-words> .. <forgive-me>',
      '<forgive-me> .. <parting-words>',
      '(خوات|خواتان|خواتانم|xwat|khwat|xwatan|khwatan) (لەگەڵ|لەگەل|lagal|legel|lagall) .. <forgive-me>',
      '<forgive-me> .. (خوات|خواتان|xwat|khwat) (لەگەڵ|لەگەل|lagal|legel)',
      '(گەردنم|گەردەنا|گەردنی|gardnm|gerdenim) .. (ئازاد|ئازا|azad|aza)',
      '(هەمووتان|هەموو کەس|هەمی) .. <forgive-me>',
      '<forgive-me> .. (هەمووتان|هەمووان|hamutan)',
      'forgive me (all|everyone|everybody|mom|mum|mama|dad|family)',
      '(please|all|everyone) forgive me',
    ],
    whateverNegated: true,
    unless: [{ words: ['small-fault'], within: 5, side: 'after' }],
  },
  {
    id: 'self_harm/cut-kurdish',
    label: 'self_harm',
    hard: false,
    shapes: ['<own-skin>+<of-myself> .. <cut-it>', '<of-myself>+<cut-it>'],
    whateverNegated: true,
  },
  {
    id: 'self_harm/not-missed',
    label: 'self_harm',
    hard: false,
    shapes: [
      '<no-one-kurdish> .. <thinks-of-me> .. <does-not>',
      '<better-so>+[لو|اذا|انه|law|lo]+<was-not>+<there-i>',
      '(لو|law|lo)+<was-not>+<there-i>+[جان|چان|هم|كان]+<better-so>',
      '(ياريت|ياريتني|ياليتني|ياليت|yaretni|yareetni)+<was-not>+<there-i>',
    ],
    whateverNegated: true,
  },
  {
    id: 'violence/family-council',
    label: 'violence',
    hard: false,
    detail: { threat: false },
    within: 7,
    shapes: ['<kin|clan> & <gather-over> & <over-me>'],
    unless: [{ words: ['a-visit', 'feast'], within: 4 }],
  },
  {
    id: 'violence/poison',
    label: 'violence',
    hard: false,
    detail: { threat: false },
    within: 7,
    shapes: [
      '<puts-in> & <the-poison> & <what-is-eaten>',
      '(السم|سم|poison|ژەهر|ژەهریان|ژار) .. <what-is-eaten>',
      '(my|the) (food|tea|drink|water) .. (poisoned|poison)',
      '(poison|poisoning|poisoned) (me|my)',
      '(سمموني|سممني|يسمموني|يسممني|تسممني|يسممونه)',
      '<what-is-eaten>+(مسموم|مسمومه|بيه سم|بي سم|ژەهراوی|ژەهراوییە)',
      '(ژەهراویم|ژەهرخواردم) .. (دەکەن|بکەن|دەکات|کرد)',
      '(ژەهرم|ژەهریان) .. (دەدەنێ|داومێ|داومەتێ|بدەنێ|دەرخوارد)',
    ],
    unless: [{ words: ['play', 'feast'], within: 3 }],
  },
  {
    id: 'violence/wed-by-others',
    label: 'violence',
    hard: false,
    detail: { threat: false },
    shapes: [
      '<weds-me> [اياه] <to-whom>',
      '<to-whom> .. <weds-me>',
      '(marry|marrying|wed|wedding|married|give|giving) me (to|off|away) [him|her|them|a|an|my]',
      '(يزوجوني|يزوجونه|مزوجيني|يزفوني|yzawjuni|yzawjooni|yizawjuni|yzawijuni|yzawwjuni)',
      '(will|going to|gonna|want to|plan to|planning to) marry me+(to|off)+(him|her|them|a|an|my)',
      '(my|the) (wedding|engagement|nikah) .. (against|forced|without|dont want)',
    ],
    unless: [{ words: ['if'], within: 2, side: 'before' }],
  },
  {
    id: 'violence/taken-far',
    label: 'violence',
    hard: false,
    detail: { threat: false },
    shapes: [
      '(take|taking|send|sending|ship|shipping|fly|bring|drag|dragging) me+[back|away|home] .. <far-home>',
      '(ticket|flight|plane) .. (take|send|bring|fly) me',
      '<family-comes-back> .. <far-home>',
      '<far-home> .. <family-comes-back>',
    ],
    unless: [{ words: ['a-visit'], within: 5 }],
  },
  {
    id: 'meeting/must-be-there',
    label: 'meeting',
    hard: false,
    shapes: [
      '(must|have to|need to|gotta|got to|supposed to|told to|should)+be (at|in|inside)+(the|a|his|that) .. (hotel|motel|apartment|flat|room|villa|farm|chalet|garage|parking|warehouse)',
      '(must|have to|need to|gotta|supposed to|told to) (go|come) (to|at)+(the|a|his|that) .. (hotel|motel|apartment|flat|villa|farm|chalet|garage|parking|warehouse)',
    ],
    unless: [{ words: ['ordinary', 'safely'], within: 4 }],
  },
]

export const unsaid = { classes, rules }
