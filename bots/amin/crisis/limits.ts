import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/** Ultimatums: time that is set, the last call, and what happens then. */
const classes: CrisisRules['classes'] = {
  /** Sets a time. */
  'sets-time': {
    ar: [
      '(ي|)(نطا|نط|عط|مهل|منح|حدد|خل|حط|مدد|ترك|صبر)(ني|لي|نا|وني|ولي|يلي|الي|اني|ينا) حاطلي مخليلي تاركلي ناطيني معطيني محددلي حاددلي مسويلي مهلني امهلني انذرني منذرني ينذرني',
    ],
    ckb: [
      'داناوە داناوم دانا دانابوو دیاریکردووە دیاریکرد دیاریکردووم دراوە پێدراوە پێدراوم داوە داومە دام پێیداوم داومێ',
    ],
    en: ['set sets gave gives giving given allowed allows granted fixed extended'],
    lat: ['intani nitani 7adadli mahlani hatli'],
  },
  chance: {
    ar: ['(ال|)(فرصه|مهله|مده|وكت|وقت|مجال|امهال|انذار|تحذير|اجل)(ي|ه|تي|) فرصتي مهلتي وكتي وقتي'],
    ckb: ['دەرفەت دەرفەتم مۆڵەت مۆڵەتم کات کاتم مۆڵەتی مۆڵەتێکی وادە'],
    en: ['chance time deadline ultimatum window notice warning'],
    lat: ['fursa muhla wakit waqt'],
  },
  'after-that': {
    ar: ['(و|)(بعدها|بعدين|وراها|عقبها|عكبها|ساعتها|عندها|وكتها) ثم والا والاه وبعدها'],
    ckb: ['دواتر پاشان ئینجا ئەوسا ئەگینا دەنا دوایی دوای'],
    en: ['then afterwards otherwise else'],
    lat: ['ba3dha w ba3dein ba3dein willa'],
  },
  /** All the world, or the ones who must not know. */
  everybody: {
    with: ['recipient'],
    ar: [
      'الكل الناس كلهم كلكم العالم الكروب كروب الكروبات المنطقه الدوام لاهلي اهلي ابوي زوجي عشيرتي الجامعه كليتي الجيران اصدقائي صديقاتي لكل بالفيس بالتلكرام الفيس التلكرام السوشيال',
    ],
    ckb: ['هەمووان هەموو خەڵک گرووپ* باوکم خێزانم براکانم زانکۆ فەیسبووک تێلێگرام'],
    en: [
      'everyone everybody family father mother dad mom husband internet facebook telegram contacts friends',
    ],
    lat: ['kul nas ahli aboya'],
  },
  'gets-out': {
    with: ['spread', 'publish-they', 'see-it'],
    ar: [
      '(ي|ت|)(روح|وصل|طلع|نزل|صير|عرف|دري|شوف|لف|فتر|دور|نفضح|نكشف|ظهر|طير)(ون|ن|وا|ها|هن|لهم|) نار مولعه انفضح ننفضح افتضح ينكلب',
    ],
    ckb: ['دەچێت دەچن دەگات دەزانن دەزانێت دەبینن دەیبینن دەڕوات بڵاو دەبێتەوە'],
    en: ['gets get goes go sees see knows reaches out live drops hits arrives'],
  },
  'last-word': {
    ar: ['اخر تالي الاخير الاخيره نهائي النهائي خر'],
    ckb: ['دوا دواین دوایین کۆتا ئاخیر'],
    en: ['last final'],
    lat: ['akhir a5ir'],
  },
  'call-word': {
    ar: ['فرصه انذار تحذير مهله موعد وقت وكت تنبيه يوم ساعه رساله خبر عرض امهال'],
    ckb: ['دەرفەت ئاگاداری مۆڵەت وادە کات هۆشداری ڕۆژ'],
    en: ['call chance warning notice offer reminder day hour minute time deadline'],
    lat: ['fursa muhla mara yom'],
  },
  'wont-wait': {
    ar: ['يصبر يصبرون ينتظر ينتظرون يمهلني يتاخر اتاخر يأجل يتحمل يطول يزيد اكثر'],
    ckb: ['چاوەڕێ چاوەڕوان سەبر'],
    en: ['wait waiting later longer past delay'],
    lat: ['yintidhir yusbur'],
  },
  still: {
    ar: ['صارله صارلي مستمر لسه بعده منذ لهسه للان طول'],
    ckb: ['هێشتا تاکو بەردەوامە'],
    en: ['still since been now'],
  },
}

const facts: CrisisRules['facts'] = {
  'last-call': [
    '(tick tock|time ends|clock ends|clock stops|clock is ticking)',
    '<last-word>+<call-word>',
    '(ساعه|ساعة) (الصفر)',
    '(time) [is|s] [almost|nearly] (up|over|out|running)',
    '(العد|عد) (التنازلي|تنازلي)',
  ],
  'time-named': ['<due>', '<span-named>', '<chance> .. <until-moment>'],
}

const ordinary = { words: ['ordinary', 'to-you', 'yesterday', 'still'], within: 4 } as const

const rules: readonly CrisisRule[] = [
  {
    id: 'deadline/set',
    label: 'deadline',
    hard: true,
    reads: 'hours',
    within: 9,
    shapes: [
      '<sets-time|chance> .. (لليله|لليل)',
      '(بس|فقط|وياي|معي|وياك|وياج|باقيلي|كدامي) [بس] (لليله|لليل) ',
      '<pay> .. (لليله|لليل) .. <else|after-that>',
      '(من|لمن|اذا|when|once) (تدق|تصير|يصير|يصيح|ياذن|hits|strikes|its) [ال|الساعه|the] <clock|daytime|oclock> .. <publish|gets-out|everybody|publish-they>',
      '(وراها|بعدها|عقبها|وبعدها) (ما|لا|محد) .. (ينفع|ينفعك|ينفعج|ينفعني|يفيد|ارحم|ارحمك|تلوميني|تلوم)',
      '<span-named> [و] <what-sent> [ب|عند|يم|على|بموبايل|كدام] <everybody|kin|recipient>',
      '<sets-time> & <due>',
      '<sets-time> & <span-named>',
      '<sets-time> & <until-moment>',
      '<sets-time> & <chance> & <moment>',
      '<chance> & <due>',
      '<chance> & <until-moment>',
      '<due> .. <left>',
      '<due> & <last-call>',
      '<last-call> & <oclock>',
      '<last-call> & <clock>',
      '<last-call> & <moment> & <they>',
      '<last-call> & <span-named>',
      '<last-call> & <pay>',
      '<last-call> & <publish>',
      '<neg> [عندي|بيدي|معي|امامي|بقى|يبقى|بقه|لدي|كدامي|have] (الا|سوى|غير|but|except) <span|span-named>',
      '(عداد|تايمر|التايمر|العداد|timer|countdown|عدادي) .. <span-named>',
      '(كل|every|each|هەر|هەموو) (ساعه|ساعتين|دقيقه|شويه|نص ساعه|hour|minute|minutes|کاتژمێرێک|سەعاتێک) .. (يدز|ينشر|يرسل|ينزل|يبعث|دز|ارسل|sends|send|posts|post|leaks|uploads|دەنێرێت|بڵاو|دەنێرێ)',
      '<neg> <wont-wait> .. <due|span-named|moment>',
      '(اكثر|ازيد|more|longer|past|زیاتر) [من|than|لە] <span-named|moment> .. <neg> <wont-wait>',
    ],
    unless: [ordinary],
    whateverNegated: true,
  },
  {
    id: 'deadline/then',
    label: 'deadline',
    hard: true,
    reads: 'hours',
    within: 12,
    shapes: [
      '(من|لمن|اذا|لو|بس) (اذن|ياذن|طلع|يطلع|غابت|تغيب|صار|صارت|يصير|اجه|اجت|يجي|دخل|يدخل) <daytime|moment> ... <pay|publish|gets-out>',
      '(when|once|before) .. (close|closes|open|opens) <today|tomorrow> .. <publish-en|gets-out>',
      '<time-named> ... <after-that> .. <gets-out|publish|everybody>',
      '<due> & <gets-out> & <everybody>',
      '<due> & <after-that> & <everybody>',
      '<later> & <gets-out> & <everybody>',
      '<later> & <publish-they>',
      '<tomorrow> & <publish-they>',
      '<moment> & <gets-out> & <everybody> & <after-that>',
      '<due> & <pay>',
      '<says-any> & <until-moment> & <threat>',
      '<says-any> & <due> & <else>',
      '(tonight|tomorrow|midnight|noon) .. (or|otherwise|else) .. <everybody|publish|gets-out>',
      '<neg> <pay> .. <due|until-moment|today|tomorrow> ... <publish|gets-out|everybody>',
    ],
    unless: [ordinary],
    whateverNegated: true,
  },
]

export const limits = { classes, facts, rules }
