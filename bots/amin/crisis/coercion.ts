import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * A body as the price: who asks, what he asks for, how it is taken. Pictures asked for are another
 * matter and stand guarded out.
 */
const classes: CrisisRules['classes'] = {
  /** Asks, makes a condition, offers an exchange, forces. */
  demands: {
    with: ['forces-me', 'wants-me', 'unwilling'],
    ar: [
      'شرط شرطه الشرط بشرط شارط يشترط مشترط اشترط مقابل مقابلها بدل عوض حتى لو والا يساوم يساومني ساومني يخيرني خيرني يبتزني حتى يمسح يمسحها يحذف يحذفها اذا يعرض عرض عرضلي يبي يبغي يترجى يلح يضغط',
      '(ي|ت)(ريد|ريدني|طلب|طلبون|ريدون|شترط|ساوم|جبر|جبرون|جبرونني|بتز|ضغط|لزم)(ني|مني|)',
    ],
    ckb: ['مەرج مەرجی مەرجە لەبەرامبەر بەرامبەر دەیەوێ داوا داوای داوایکرد ناچارم ناچاری دەمخاتە'],
    en: [
      'condition exchange return trade price unless only delete deletes deleting agree offer offered offers otherwise or if let until till',
    ],
    lat: ['shart sharta muqabil badal'],
  },
  /** Lying with somebody. */
  intimacy: {
    ar: [
      '(ا|ي|ت|ن|)(نام|نامين|عاشر|ضاجع|مارس|تمتع|ستمتع|بات|باتين)(ني|ه|له|لي|وله|ين|) انام انامله ابات ابيت اسهر حضنه بحضنه حضني فراشه بفراشه فراش الفراش سريره بسريره السرير لسريره جنس الجنس جنسي جنسيه جنسيا معاشره مضاجعه جماع متعه المتعه ملذته شهوته غرضه مراده رغبته رغباته نزواته شهواته غريزته عذريتي بكارتي',
    ],
    ckb: [
      'نەخەویت بخەویت نەخەوم نووستم نەنوویت بنوویت بخەوێت دەخەوێت نەخەوێت خەوتم خەوتووە',
      'بخەوم دەخەوم بنووم سێکس سێکسی سێکسم جووت جووتبوون جێگاکەی نوێنەکەی ئارەزووی ئارەزووەکانی هەوەسی خەوتن شەهوەتی پاکیزەییم کچێنیم',
    ],
    en: [
      'sex sexual sexually intimate bed virginity sleepover blowjob oral intercourse hookup sleep sleeping lay laid fuck bang fucking pleasure pleasures fantasies',
    ],
    lat: ['anam jins jinsi firasha sarira anaam'],
  },
  /** Whose body it is given to: "to him, with him". */
  'with-him': {
    ar: ['وياه معه معاه عنده اله له يمه وياهم معهم وياي معي معاي بحضنه لحضنه بفراشه مع ويه ويا'],
    ckb: ['لەگەڵی لەگەڵیدا لەگەڵم لەگەڵمدا لەگەڵیان لای بۆی'],
    en: ['him them'],
    lat: ['wiyah wayah wiyay 3inda ila'],
  },
  body: {
    ar: ['جسمي جسدي بجسمي بجسدي لجسمي شرفي عرضي نفسي جسمج جسدج نفسج'],
    ckb: ['جەستەم لەشم جەستەت خۆم جەستەمی لەشمی خۆمی'],
    en: ['body myself yourself virginity'],
    lat: ['jismi jasadi'],
  },
  'gives-up': {
    ar: [
      '(ا|ت|ي|ن|)(سلم|نطي|عطي|هدي|بيع|قدم|هب|منح|ستسلم|تنازل)(ه|له|لي|ين|يني|ها|لهم|) اسلمله انطيه اعطيه اقدم',
    ],
    ckb: ['بدەم بیدەم تەسلیمی تەسلیم دەدەم بفرۆشم'],
    en: ['give giving gave sell selling offer surrender'],
  },
  /** His hands. */
  'lays-hands': {
    ar: [
      '(ي|ت|)(مد|حط|دخل|خلي|مرر|حرك|نزل|لعب|عبث|لمس|لامس|تحسس|تلمس|كرص|قرص|عصر|فرك|لزك|حك|باوس|بوس|شم|عض|فتش|حضن|تلزك|التصق|احتك|داعب|تقرب)(ون|وا|)',
      'مد حط لعب عبث لمس تحسس تلمس حضن باس لزك تلزك يتلزك يلتصق يحتك يتلمس يتحسس يداعب داعب يزحف يقترب تحرش يتحرش احتك ملزك',
    ],
    ckb: ['دەست دەستی دەستەکانی دەستبازی دەستم دەستیم'],
    en: [
      'touch touches touched touching grab grabs grabbed grope gropes groped rubs rubbed rubbing puts put putting hands hand kiss kissed kisses kissing hug fondles licked caress presses pressed pinned squeezes',
    ],
    lat: ['ymid yhut yilmis yilzag'],
  },
  'his-hand': {
    ar: ['ايده يده ايديه يديه اصابعه ايدهم كفه شفايفه لسانه جسمه حلكه'],
    ckb: ['دەستی دەستەکانی پەنجەکانی لێوی'],
    en: ['hand hands fingers mouth lips'],
    lat: ['eeda ida edeh eidah'],
  },
  'body-part': {
    ar: [
      '(ال|ب|)(جسم|جسد|صدر|فخذ|فخاذ|رجل|بطن|رقبه|خد|شعر|ظهر|خصر|مؤخره|موخر|ورك|حلك|شفايف|سيقان|زند|ملابس|هدوم|ثياب|تنور|بنطر)(ي|تي|ه|يه|وني|) حساس حساسه خاصه الخاصه',
    ],
    ckb: ['جەستەم لەشم سنگم ڕانم ڕانەکانم قاچم ملم دەمم لێوم سکم مەمکم پشتم جلەکانم'],
    en: [
      'body chest breast breasts thigh thighs leg legs waist butt ass private privates neck hips skirt bra shirt pants lips groin crotch',
    ],
    lat: ['jismi sadri fakhthi rijli'],
  },
  'upon-me': {
    ar: ['عليه عليا بيه بيا فوكي يمي وراي جمبي'],
    ckb: ['لێم پێم سەرم تێم'],
    en: ['me'],
    lat: ['3alay 3alaya biya bya'],
  },
  /** Filmed as one would never let oneself be. */
  'undressed-state': {
    ar: [
      'عريان عريانه عاري عاريه متجرد متجرده نايم نايمه سكران سكرانه مخدر مخدره فاقد فاقده غايب وعيي بالحمام الحمام اسبح اغسل ابدل غصبا غصب بالغصب بالقوه دايخ دايخه مغمي بنومي',
    ],
    ckb: ['ڕووت ڕووتی ڕووتم خەوتوو نوستوو بێهۆش سەرخۆش حەمام گەرماو بەزۆر'],
    en: [
      'naked nude undressed asleep sleeping drunk drugged unconscious bathroom shower changing undressing forced',
    ],
    lat: ['3aryana 3aryan nayma sakrana'],
  },
  /** Others he brings or sells one to. */
  'his-friends': {
    ar: [
      'ربعه جماعته اصدقائه اصدقاءه اصدقاؤه صدقانه اصحابه زبون زباين زبائن زبونه رجال رجاجيل خوته عصابته صديقه صاحبه واحد ثاني غيره',
    ],
    ckb: ['هاوڕێکانی هاوڕێیەکی پیاوان پیاوی هاوڕێی کڕیار'],
    en: ['friends friend men clients customers guys others'],
  },
  pics: {
    ar: ['صور صوره صورتي صوري الصور فيديو فديو مقطع مقاطع الفيديو صورج سكرين كاميرا'],
    ckb: ['وێنە وێنەی وێنەم وێنەیەکی ڤیدیۆ ڤیدیۆی وێنەکان وێنەکانم'],
    en: ['photo photos pic pics picture pictures video videos nudes image images clip'],
    lat: ['sora soar suwar sowar video'],
  },
  'whole-night': {
    ar: ['ليله ليلة ليلتين'],
    ckb: ['شەوێک'],
    en: ['night weekend'],
    lat: ['layla lela leila'],
  },
  'his-lust': {
    ar: ['رغبته رغباته شهوته شهواته غرائزه نزواته غريزته لذته ملذاته متعته مزاجه'],
    ckb: ['ئارەزووی ئارەزووەکانی هەوەسی شەهوەتی'],
    en: ['fantasies desires lust pleasure needs'],
  },
  'i-undress': {
    ar: ['(ا|)(نزع|خلع|شلح|تعرى|فصخ|كشف)(ت|) اتعرى انزعي اخلعي اشلحي تعري افصخ'],
    ckb: ['ڕووت ڕووتبمەوە دابکەنم دادەکەنم'],
    en: ['undress strip undressing stripping'],
    lat: ['anza3 akhla3 at3arra ashla7'],
  },
  'whatever-he-wants': {
    ar: ['اللي شيريد مايريد بكيفه براسه يعجبه يريده يشتهي يشتهيه مايشتهي يرغب كلشي يحب يبي تريده'],
    ckb: ['ئەوەی هەرچی چی دەیەوێت دەیەوێ بیەوێت ئارەزووی'],
    en: ['whatever anything everything what wants likes pleases says asks'],
    lat: ['shyreed shyrid alyreed'],
  },
}

const facts: CrisisRules['facts'] = {
  'to-lie': [
    '<intimacy> [<whole-night>] <with-him>',
    '(اقضي|يقضي|نقضي|قضي|تقضين) [وياي|وياه|معه|معي|عنده] <whole-night> ',
    '<with-him> [<whole-night>] <intimacy>',
    '<whole-night>+(وحده|واحده|كامله|حمرا|one) <with-him>',
    'شەوێک <with-him>',
    '<gives-up>+<body>',
    '<gives-up> (له|اله|him|لهم) <body>',
    '(اكعد|اكعدي|انام|ننام|نامي|اجلس|اتمدد|تمددي|انسدح|تعالي|قعدني|كعدني) .. (بحضنه|بحضني|لحضنه|لحضني|حضنه|حضني|بفراشه|بفراشي|فراشه|فراشي|بسريره|بسريري|سريره|جنبه|جنبي)',
    '(ساومني|يساومني|طمعان|طامع|يطمع|عينه|يتمنى|يشتهي) [على|ب|في] <body>',
    '(sit|sitting|lie) (in|on) his (lap|bed)',
    '<body> .. (بیدەمێ|بدەمێ|دەوێت|پێبدەم|پێشکەش)*',
    '(جەستەم|جەستەمی|لەشم|لەشمی|خۆمی) [بدەم] (بدەمێ|بدەم|پێ بدەم|تەسلیم|بفرۆشم)*',
    '(do|doing|done|does) (whatever|anything|everything|what) (he|they) (want|wants|likes|says|asks|pleases)',
    '(do|have|take) (his|their) way with me',
    '(اسوي|اسويله|نسوي|يسوي|سوى|اسويلهم|يسوون|سووا|سوا) [بيه|وياي|اله|له|كل|بي] <whatever-he-wants>',
    '(هەرچی|ئەوەی) [خۆی] (دەیەوێت|بیەوێت|دەیەوێ|ویستی) .. (بیکەم|بۆی|لێم|بکەم|پێم)',
    '(زواج|نكاح) (متعه|المتعه|مسيار|موقت)',
    '(gone|go|goes|went) all the way',
    '(اشبع|البي|اطفي|ارضي|يشبع|يفرغ|افرغ|يلبي|الب|fulfill|satisfy|fulfil) [his|كل] <his-lust>',
    '<i-undress> .. (هدومي|ملابسي|ثيابي|clothes|جلەکانم|جلم) .. (كدامه|امامه|اله|له|قدامه|him|بۆی|لای)',
    '<i-undress> [myself] [for|in front of|بۆ|كدام|امام|اله|له] (him|them|بۆی|كدامه|امامه|اله|له|قدامه)',
    '(spend|spending|stay|staying) [one|a|the] night [at|with|in] (his|him)',
    '(his) (girl|toy|slave|bitch|property|whore) (for|tonight|now|until)',
    '(شەو|شەوێک|شەوانە) [لە] (لای|لەلای|لاى) (ئەو|بم|بمێنمەوە|بێت|بخەوم|بنووم)',
  ],
  'hands-on-me': [
    '<lays-hands> .. <his-hand> .. <upon-me|body-part>',
    '<lays-hands> [<his-hand>] <body-part>',
    '<his-hand> .. <body-part>',
    '(يتلزك|يلزك|تلزك|يلتصق|يحتك|احتك|يتقرب|لزك) [بيه|بي|علي|عليه]',
    '(put|puts|putting|had|has|lays) his (hand|hands|fingers|mouth) .. (me|my|body|under|inside)',
    '(his|their) (hand|hands|fingers) [were|was|are|is|all] [all] (over|under|inside|between|on) (me|my)',
    '(kiss|kissed|kisses|kissing|grabbed|grabs|pinned|rubbed|rubs|fondled|licked|undressed|undresses|strips|stripped) (me|my)',
    '(دەست|دەستی|دەستەکانی) .. (لێ|بۆ|لێم|بۆم|خستە|خستوە|دەخاتە|بردە|دەبات) .. (جەستەم|لەشم|سنگم|ڕانم|گیانم|دەدات|داوم|دام|دا)',
    '(ماچی|ماچم) (کردم|دەکات|کرد|لێ)',
    '(ymid|yhut|mad|hat) (eeda|ida|edeh|eidah) .. (3alay|3alaya|biya|jismi|sadri)',
  ],
}

const rules: readonly CrisisRule[] = [
  {
    id: 'sexual_abuse/price',
    label: 'sexual_abuse',
    hard: true,
    within: 11,
    shapes: [
      '<demands> & <to-lie>',
      '(ساومني|يساومني|طمعان|طامع|يطمع) [على|ب|في] <body>',
      '<every-time> & <to-lie>',
      '<publish|delete-it> & <to-lie>',
      '(sleep|lie|bed) with (me|him) .. (or|and) [i|he|ill|hell] <publish-en|delete-it>',
    ],
    unless: [{ words: ['agency'], within: 1 }],
    whateverNegated: true,
  },
  {
    id: 'sexual_abuse/hands',
    label: 'sexual_abuse',
    hard: true,
    shapes: [
      '(اخذني|وداني|دخلني|جرني|سحبني|فوتني|استدرجني) .. <spot|room|lonely-place> ... (صار|سوه|سوى|سوا) (الي|اللي)',
      '<lays-hands> .. (مناطق|اماكن|منطقه|مكان) [مو|غير|ال] (زينه|حساسه|خاصه|غلط|لائقه|حساس|خاص)',
      '(سوه|سوى|سوا|عمل|فعل|يسوي|سووا|سوو) (بيه|بي|بيا|وياي|معي) .. (الي|اللي|ما|شي|كلشي|اشياء) (سواه|سوى|سوا|يريده|يسويه|فعل|عمله|يعجبه|براسه|يشتهيه|يسوى)',
      '(اتونس|اتمتع|اتسلى|انبسط|ينبسط|يتونس|يتمتع|يتسلى) (بيج|بيك|وياج|وياك|بيه|معك|معاج|بيا|وياي)',
      '<demands> .. (بوسه|بوسات|بالبوس|حضن|احضان|ابوسه|احضنه|ماچ|ماچێک|ماچی بکەم|kiss|kisses)',
      '<hands-on-me>',
      '(دەستبازی|دەستبازیم|یاری بە جەستەم|دەستلێدان) [لەگەڵ|پێ] (دەکات|کرد|کردم|دەکا|کردووە|بکات)',
    ],
    unless: [{ words: ['pics', 'beat-tool', 'weapon', 'bruise', 'agency'], within: 2 }],
  },
  {
    id: 'sexual_abuse/filmed',
    label: 'sexual_abuse',
    hard: true,
    shapes: [
      '(صورني|صوروني|مصورني|مصوريني|يصورني|يصوروني|sawarni|sawwarni) .. <undressed-state>',
      '<undressed-state> .. (صورني|صوروني|مصورني|يصورني|مصوريني)',
      '(filmed|films|recorded|taped|photographed|filming|recording) (me|us) .. <undressed-state>',
      '(كاميرا|كاميره|الكاميرا|camera|کامێرا|کامێرای) .. (بالحمام|الحمام|بغرفه نومي|غرفه نومي|بغرفتي|bathroom|my bedroom|my room|shower|گەرماو|حەمام|ژوورەکەم)',
      '(بەزۆر|بە زۆر|ڕووت|بەڕووتی|خەوتبووم|نوستبووم|بێهۆش) .. (وێنەی گرتم|ڤیدیۆی گرتم|وێنەیان گرتم|گرتم)',
    ],
    unless: [{ words: ['agency'], within: 2 }],
  },
  {
    id: 'sexual_abuse/passed-on',
    label: 'sexual_abuse',
    hard: true,
    within: 9,
    shapes: [
      '<demands> & <to-lie> & <his-friends>',
      '(يجيب|جاب|يجيبلي|يدخل|يدز|يبيعني|باعني|يأجرني|يشغلني|يوديني|ودياني|يقدمني|brings|brought|lends|shares|sells|sold) [me|علي|عليه|الي] [to|with] [his] <his-friends> [علي|عليه|الي|يمي|ب|to me|on me]',
      '(يوديني|يوديلي|ياخذني|يدزني|يشغلني|موديني|ماخذني) [ل|الى|ويه|مع|عند] <his-friends>',
      '(دەمنێرێتە|دەمبات|دەمبەن|دەمفرۆشێت) .. (لای پیاو|لای هاوڕێ|پیاوان|هاوڕێکانی|بۆ پیاو)',
      '(pimp|pimps|pimping|prostitute|prostitution|escort|brothel|دعاره|الدعاره|قواد|کەرخانە|لەشفرۆشی)',
    ],
    unless: [{ words: ['pics', 'agency', 'what-sent'], within: 2 }],
  },
]

export const coercion = {
  classes: {
    ...classes,
    'delete-it': {
      ar: ['(ي|ت|)(مسح|حذف|شيل)(ها|ه|هن|هم|) مسح حذف سكوت السكوت يسكت ستر يستر'],
      ckb: ['دەسڕێتەوە بسڕێتەوە دەیسڕێتەوە بیسڕێتەوە'],
      en: ['delete deletes deleting silent quiet'],
    },
  },
  facts,
  rules,
}
