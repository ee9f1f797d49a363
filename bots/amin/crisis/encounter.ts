import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/** Seeing the one who threatens: wanted, agreed, on the way; and being waited for, followed, watched. */
const classes: CrisisRules['classes'] = {
  /** The writer or "you" goes to meet. */
  'go-meet': {
    ar: [
      '(ا|ن)(روح|طلع|نزل|جي|زور|صعد|ركب|حضر|ذهب)(له|لهم|اله|يله|) (تطلع|تنزل|تج|تركب|تصعد|تروح)ين (ا|ن)(قابل|لاقي|لتقي|واجه)(ه|هم|ها|ك|ج) اقابل التقي الاقي ي(قابل|لاقي|واجه|شوف)(ني|نا|وني) نلتقي نتقابل نتلاقى نتشاوف نتواجه (م|)(قابل|لاقا|واجه)(ته|تهم|تي) موعدنا لقاءنا مقابله بمقابله',
      'رايح رايحه طالع طالعه طلعت متوجه متوجهه بالطريق نازل نازله راكبه راكب',
    ],
    ckb: [
      'بچم بچمە دەچم دەچمە بێم بێمە دێم دێمە بڕۆم دەڕۆم بیبینم دەیبینم بمبینێت ببینین دەیبینین وەرە چاوم چاومان چاوپێکەوتن ژوان ژوانمان دەردەچم لەڕێگام سوار سواری',
    ],
    en: ['meet meeting meetup visit come coming go going drive driving heading date rendezvous face'],
    lat: ['aruh arooh arou7 rayi7 rayh rayha atla3 tal3a tali3 aqabla agabla ashufa nilta8i niltaqi jaya'],
  },
  'him-to': {
    ar: [
      'اله الهم له يمه يمهم عنده عندهم وياه معه معاه لعنده ليه لبيته لشقته شقته بيته مكتبه سيارته بسيارته',
    ],
    ckb: ['بۆی لای لایان لەگەڵی ماڵی شوقەکەی'],
    en: ['him them his'],
    lat: ['ila yamma 3inda wiyah'],
  },
  /** Somewhere two can meet. */
  spot: {
    with: ['meet-place', 'lonely-place'],
    ar: [
      '(ب|بال|ل|لل|ال|)(كراج|كورنيش|مول|حديقه|متنزه|زوراء|ساحه|سوك|سوق|محطه|كازينو|نادي|كهوه|مطعم|جسر|شارع|مكان|دوره|تقاطع|كافي|كافيه|شقه|فندق|مزرعه|بيت|موقف|بنزينخانه|عياده|محل|مكتب|سياره|ملعب|سطح|سينما|مسبح|ضفه|مقبره|جامع|حسينيه|طريق|بستان)(ه|ته|هم|تهم|) بيته شقته مكتبه سيارته بسيارته لسيارته محله بمكتبه بشقته ببيته لشقته',
    ],
    ckb: [
      'پارک پارکی کافێ کافێیەک کافتریا بازاڕ مۆڵ مۆڵی گەراج شوێنێک ڕێستوران هوتێل ئوتێل سەیارە سەیارەکەی شوقە شوقەکەی باخ نووسینگەکەی ماڵی پردەکە سەیرانگا گۆڕەپان',
    ],
    en: [
      'mall cafe park corner street station restaurant hotel bridge square market garage parking car apartment flat house river gym lounge shop farm room',
    ],
    lat: ['kaaraj karaj cornish mall zawra sahha suk soog'],
  },
  /** Compels, fixes or offers it. */
  'fixes-it': {
    with: ['insists', 'forces-me', 'unwilling'],
    ar: [
      'يريد يطلب طلب اصر لازم مجبوره مجبور مضطره مضطر شرط بشرط مصر يصر حددلي انطاني دزلي يخيرني خيرني يلزمني اتفقنا متفقين وافقت موافق يترجاني يلح يلحلح امرني يامرني يقترح اقترح عزمني يعزمني بحجه والا يدعوني دعاني',
    ],
    ckb: ['داوای داوا دەبێت دەوێت مەرج دیاری دیاریکرد ئەگینا دەنا ڕێککەوتین ڕازی سوورە پێداگری'],
    en: [
      'wants want wanted asks asked asking must forces forced agreed promised insists order ordered orders invited invites suggests demands otherwise else or unless picked set',
    ],
    lat: ['willa itafaqna musir'],
  },
  /** The writer goes on her own account, by now. */
  'heading-out': {
    ar: ['رايح رايحه طالع طالعه متوجه متوجهه بالطريق راكب راكبه نازل نازله'],
    ckb: ['لەڕێگام لەڕێگەم دەڕۆم دەردەچم دەچم ئامادەم خەریکم'],
    en: ['heading omw'],
    lat: ['rayi7 rayh rayha tali3 tal3a jaya bil6ariq biltariq'],
  },
  /** Waits, watches, follows: said of another, of the writer. */
  'lurks-me': {
    ar: [
      '(ي|ت|)(نتظر|نطر|راقب|لاحق|لحق|لحك|تبع|تعقب|رصد|ترصد|طارد|تربص|لاحك)(ني|وني|نا|لي|لنا|ونني) منتظرني ناطرني مراقبني مراقبيني ملاحقني لاحكني متعقبني مترصدني متربص متربصلي لازكلي لازكني رابطلي مرابطلي ينطرني بانتظاري كامنلي',
    ],
    ckb: [
      'چاوەڕێمە چاوەڕێم چاوەڕوانمە چاودێریم چاودێری شوێنمکەوتووە بەدوامدا دوامکەوتووە بۆسەی بۆسەم سۆراخم',
    ],
    lat: ['yintidhirni yintizirni yintithirni yraqibni ylahigni yil7agni nat(i|)rni'],
  },
  'saw-him': {
    ar: ['شفته لكيته لقيته لمحته لاحظته طلعلي طلعلنا ظهرلي'],
    ckb: ['بینیم بینیومە دیم دەیبینم'],
    lat: ['shifta shufta likaita'],
  },
  'when-i-leave': {
    ar: ['من لمن عندما بعد وقت وكت حين لما كلما'],
    ckb: ['کاتێک کە دوای'],
    en: ['when after as once whenever every'],
  },
  'my-way': {
    ar: [
      '(ا|)(طلع|خرج|نزل|ارجع|رجع|اروح|دخل|داوم|خلص|مشي|وصل)(ت|) طريقي بطريقي خروجي خروج الدوام المدرسه الكليه الشغل للدوام للمدرسه للكليه البيت الدرس الامتحان المحاضره',
    ],
    ckb: ['دەردەچم دێمەدەرەوە دەرچوون دەچمە ڕێگام ڕێگامدا قوتابخانە زانکۆ کار'],
    en: ['leave leaving go walk home work school class shift finish step'],
  },
  insists: {
    ar: [
      'يريدني يردني مصر يصر شرط شرطه بشرط حددلي يجبرني يلزمني يخيرني امرني يامرني عزمني يعزمني يطلبني طالبني',
    ],
    ckb: ['دەیەوێت سوورە مەرجی مەرجە ناچارم'],
    en: ['insists demands orders ordered forces forcing'],
    lat: ['yreedni yridni musir yijburni'],
  },
  'near-by': {
    with: ['at-place'],
    ar: [
      'جوه ورا بره برا قدام جدام كدام قبال مقابل يم حول قرب قريب بقرب صوب داير بباب باب راس براس بنهايه واجهه',
    ],
    ckb: ['نزیک نزیکی لەنزیک بەردەم لەبەردەم دەوری لەبەر پشت تەنیشت سەری'],
    en: ['outside near front behind around opposite downstairs by across next under below'],
    lat: ['yam gidam jawa barra mqabil bab'],
  },
}

const facts: CrisisRules['facts'] = {
  'going-to-him': [
    '(نتشاوف|نتواجه|نتقابل|نلتقي|نتلاقى|نشوف بعض|نشوف بعضنا|نكعد سوه)',
    '(وجه|وجها|وجهن) (لوجه|بوجه)',
    '(face to face)',
    '(ڕووبەڕوو|ڕوبەڕوو) [ببینین|بێت]',
    '<go-meet>+<him-to>',
    '<go-meet> [على|ل|الى] <him-to>',
    '(meet|visit|face) (him|them|me)',
    '(see|seeing) (him|them|me) (alone|tonight|tomorrow|today|in person|at his|in his)',
    '(come|coming|go|going|drive|driving) (to|over|with) (him|his|me)',
    '(اقابله|الاقيه|اواجهه|اروحله|اطلعله|اجيله|نلتقي|نتقابل|التقيه|اقابلهم|التقي بيه|التقي به|مقابلته|لقائه|لقاءه|موعدنا|ملاقاته|نتلاقى|اروحلهم|انزله|انزلله|ازوره)',
    '(دەچمە|بچمە|دەچم|بچم|بێم|بڕۆم) [بۆ] (لای|لایان|بینینی|ماڵی|شوقەکەی|چاوپێکەوتنی)',
    '(دەیبینم|بیبینم|ببینین|بمبینێت|بمبینێ|چاوم پێی|ژوانمان)',
  ],
  fetches: [
    '(امر|اجي|اطب|انزل) (عليج|عليك|اخذج|اخذك|يمج|لج)',
    '(اجيج|اجيك|امرلج|امرلك|اخذج|اخذك|اطلعج|اوصلج) [بالسياره|بعد|هسه|من|الليله|اليوم|باجر]',
    '(pick|picking|fetch) (you|u|me) [up] [in|at|from|now|tonight]',
    '(دێم|دێمە) [بۆ] (دوات|دوای تۆ|لات|بەدواتدا)',
  ],
  'he-lurks': [
    '(stalks|stalking|stalked|follows|following|followed|tailing|watching) me',
    '(saw|spotted|noticed) him',
    '<lurks-me>',
    '(he|him|they|guy|man|someone) .. (waiting|waits|wait) for me',
    '(چاوەڕێم|چاوەڕوانم) (دەکات|دەکا|دەکەن|دەبێت|بووە|کرد)',
    '(شوێنم|دوام) (کەوتووە|دەکەوێت|دێت|کەوت|کەوتوون)',
    '(چاودێریم|چاودێری) (دەکات|دەکەن|دەکا)',
  ],
}

const kin = { words: ['kin-home', 'agency', 'to-you', 'friend'], within: 3 } as const

const rules: readonly CrisisRule[] = [
  {
    id: 'meeting/called',
    label: 'meeting',
    hard: true,
    within: 10,
    shapes: [
      '(ضرب|حدد|ضربلي|حددلي) [لي] (موعدا|لقاء|لقاءا)',
      'طلب (لقاء|لقاءا|مقابله)',
      '<says-any|wants-me> .. <fetches>',
      '(gali|galli|kalli|kali|ygulli) (anzil|atla3|arkab|aji|inzil|ta3al|ta3ali)',
      '<fixes-it> & <going-to-him>',
      '<going-to-him> & <alone>',
      '<insists> & <go-meet> & <spot>',
      '<fixes-it> & <go-meet> & <alone>',
      '<insists> & <spot> & <alone>',
      '<fixes-it> & <spot> & <hand-over>',
      '(wants|want|told|needs) me [to be|to come] (at|behind|in|by|near|outside|under|inside) [the|a|his] <spot>',
      '<hand-over> & <going-to-him>',
      '<pay> & <spot> & <in-person>',
    ],
    softIf: [{ words: ['refused'], within: 7 }],
    unless: [kin, { words: ['yesterday', 'pics'], within: 3 }, { words: ['online'], within: 4 }],
  },
  {
    id: 'meeting/now',
    label: 'meeting',
    hard: true,
    detail: { soon: true },
    within: 9,
    shapes: [
      '<heading-out>+<him-to>',
      '<going-to-him> & <today|tomorrow>',
      '<going-to-him> & <due>',
      '(on my way|omw|heading) .. (to|over) .. (him|his|meet|hotel|place)',
      '(im|i am) (outside|at|in) (his|the) (place|door|house|car|hotel|apartment|cafe)',
      '(اني|انا|هسه) [هسه|واقف|واكفه|كاعده|ب] (بشقته|ببيته|بسيارته|بباب بيته|بالكافيه انتظره|انتظره|ناطرته)',
    ],
    softIf: [{ words: ['refused'], within: 7 }],
    unless: [
      kin,
      { words: ['yesterday', 'everyday-trip', 'pics'], within: 3 },
      { words: ['online'], within: 4 },
    ],
  },
  {
    id: 'meeting/lurks',
    label: 'meeting',
    hard: true,
    detail: { soon: true },
    within: 9,
    shapes: [
      '<says-any> .. (قريب|قريبين|واصل|بالطريق|وصلت) (عليكم|عليج|عليك|منكم|منج|منك|الكم|الج|الك|يمكم)',
      '(هاتووەتە|هاتۆتە|هاتە|هاتنە|دێتە) [بەر|سەر|لای] (دەرگا|دەرگای|دەرگامان|ماڵمان|لامان)',
      '(زەنگ|زەنگی) [دەرگا|دەرگامان|ماڵمان] [لێ] (دەدات|لێدەدات|دەدا|لێدا|لێدان)',
      '(huwa|hwa|howa|hu|hwwa) .. <near-by> [el|il|al] <place>',
      '(هو|وهو) [هسه|حاليا] <near-by> [ال] <place>',
      '<he-lurks> & <my-way>',
      '<he-lurks> & <place>',
      '<he-lurks> & <my-place>',
      '<he-lurks> & <spot>',
      '<saw-him> & <my-place>',
      '(شوێنم|دوام|سۆراخم) (کەوتووە|کەوتوون|دەکەوێت)',
      '(سواری|سوار) (سەیارەکەی|ئۆتۆمبێلەکەی|سەیارەی|ئۆتۆمبێلی) [بم|ببم|بن]',
      '(sits|sit|sitting|stays|standing|stands|hanging|hangs|waits|parks|park|circling|lurking|around) .. <my> [front|own] <place-en>',
      '(photo|picture|pic|pics|photos|video) of <my> [front|own] <place-en>',
      '(he|they|man|hes|guy) [is|are|now] (downstairs|outside) [right|now|at|with]',
      '<saw-him> & <near-by> & <place>',
      '<they> [<now-meet>] <near-by> <my-place>',
      '<vehicle> & <near-by> & <my-place>',
      '<near-by> .. <my-place> .. <stands>',
      '<watches> .. <my-place>',
      '(ينتظرني|منتظرني|ناطرني|ينطرني|بانتظاري) (هناك|باجر|الليله|هسه|بره|برا|جوه|اليوم|العصر|بعد|من)',
    ],
    unless: [
      kin,
      { words: ['pay', 'answer-word', 'said-word', 'yesterday'], within: 2 },
      { words: ['online'], within: 4 },
    ],
  },
]

export const encounter = {
  classes: {
    ...classes,
    'everyday-trip': {
      ar: ['للدكتور للطبيب للسوك للسوق للشرطه للمركز للمحكمه للمحامي للامتحان للدوام'],
      ckb: ['بازاڕ دکتۆر پۆلیس دادگا'],
      en: ['doctor police court lawyer bank you'],
    },
    'answer-word': {
      ar: ['رد الرد جواب جوابي ردي احول ادفع ادز اجاوب ارد'],
      ckb: ['وەڵام وەڵامم پارە'],
      en: ['answer reply pay send respond money'],
    },
    'said-word': { ar: ['رساله مكالمه'], en: ['call message'] },
    watches: {
      ar: ['يباوع يراقب يناظر يطالع يصور يتطلع يراقبون يباوعون مراقب يترصد'],
      ckb: ['سەیری چاودێری'],
      en: ['watching staring looking watches filming'],
      lat: ['ybawi3 yraqib'],
    },
    online: {
      ar: [
        'كامره الكامره كامرا كاميرا بالكام الكام كام سكايب زوم فيديوكول اونلاين',
        'فيسبوك الفيس انستا انستغرام حسابي بالحساب صفحتي ستوري الستوري اونلاين التيك تيكتوك',
      ],
      ckb: ['کامێرا کام', 'فەیسبووک ئینستا ئینستاگرام هەژمار تیکتۆک'],
      en: [
        'cam camera webcam zoom skype call videocall',
        'instagram facebook account tiktok online page profile story insta followers back',
      ],
    },
  },
  facts,
  rules,
}
