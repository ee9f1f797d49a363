import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/** Leaving life without naming it: no tomorrow, being found, the last of everything, what is left to whom. */
const classes: CrisisRules['classes'] = {
  /** What somebody who lives does by tomorrow. */
  'i-remain': {
    ar: ['اظل اضل اظلن ابقى ابقه اعيش اصحى اصحه استيقظ اشوف اوصل اصبح ابات اكعد اوعى اتنفس ارى احيا'],
    en: ['see reach live wake breathe last'],
    lat: ['abqa abka adhal athal adal ashoof ashuf ashof asbi7 as7a ag3ad ak3ad'],
  },
  'not-remain': {
    ckb: ['نامێنم ناژیم نابینمەوە هەڵناستم هەڵناسم هەڵناستمەوە هەڵناسمەوە هەستانەوەم'],
  },
  /** The others, once it is over. */
  'see-me': {
    ar: ['(ي|ت)(شوف|لك|لق|جد|سمع|ر|لاك|لاق)(وني|ونني) لكيتوني لقيتوني وجدتموني شفتوني ستجدونني تلاكوني'],
    ckb: ['دەمدۆزنەوە دەمبیننەوە دەمبینن بمبیننەوە دەمدۆزیتەوە دەمبینیت نامدۆزنەوە نامبیننەوە نامبینن'],
    lat: ['tilgooni tilguni yilgooni yilguni tshoofooni tshufuni yshoofooni yshufuni'],
  },
  /** How they find one. */
  'as-body': {
    ar: ['ميت ميته جثه جثتي هامده معلكه معلقه مشنوك مشنوكه غركان غركانه غريق غريقه طافي محروك محروكه مدفون مدفونه مكفن مكفنه مقطعه'],
    ckb: ['مردوو مردووی تەرمم تەرم هەڵواسراو هەڵواسراوی لاشەم لاشە'],
    en: ['dead hanging body lifeless corpse floating buried'],
    lat: ['mayta mayet m3alga jutha'],
  },
  /** Alive and well: what they will not find one. */
  'as-alive': {
    ar: ['عدل عدله عايش عايشه حي حيه طيبه ابد ابدا'],
    ckb: ['زیندوو زیندوویی چیتر ئیتر جارێکی'],
    en: ['alive again anymore'],
  },
  /** Peace as people hope for it from death. */
  relief: {
    ar: [
      '(و|)(ارتاح|اخلص|افتك|اريح|انفك|استريح|انعتق|اتحرر|اسكت|يرتاحون|يخلصون|يفتكون|ترتاحون|تخلصون|اهدا) راحه الراحه راحتي خلاصي فكه (اريح|اخلص)(كم|هم|ها|ه|ني)',
    ],
    ckb: ['پشوو پشوودەدەم ئارام ئارامی ڕزگارم ڕزگاریم ئاسوودە دەحەسێمەوە بحەسێمەوە ڕزگاردەبم ئیسراحەت'],
    en: ['peace rest relief free freedom quiet relieved'],
    lat: ['arta7 artah akhlas akhlus aftak'],
  },
  'i-die': {
    ar: ['افطس اتوفى اهلك اطكطك', 'اموت نموت بموت هموت ساموت'],
    ckb: ['دەمرم بمرم ئەمرم مردم'],
    en: ['die'],
    lat: ['amoot amut amout amot'],
  },
  suffering: {
    ar: [
      '(ال|هال|)(عذاب|الم|هم|وجع|كابوس|جحيم|قهر|ضيم|هضم|مذله|خوف|ذل|مصيبه|بلوه) (عذاب|الم|هم|وجع|معانا|مصيب|قهر)ي معاناتي المعاناه همومي الامي مصيبتي',
    ],
    ckb: ['ئازار ئازارم ئازارە دەرد دەردە خەم خەمم نەهامەتی مەینەتی'],
    en: ['pain suffering misery hell nightmare torment agony torture'],
    lat: ['3athab 3adhab hamm qahar alam'],
  },
  /** Gone from the world. */
  'leave-world': {
    ar: ['(ا|س|)(ارحل|ارحلن|اغادر|اغيب|افارق|اهج|اختفي|انمحي|اتبخر|اترك|اعوف|اودع|ودع|ودعت)(ها|هم|)'],
    ckb: ['دەڕۆم بڕۆم جێدەهێڵم جێبهێڵم بەجێدەهێڵم ون ونبم مالئاوایی'],
    lat: ['ar7al arhal aghadir akhtafi aghib'],
  },
  world: {
    ar: ['(ال|هال|ب|بال|بهال|هذه|)(دنيا|حياه|عالم|دنيه|عيشه) (هال|ال|)عمر'],
    ckb: ['دنیا دونیا ژیان جیهان ژیانە دنیایە دونیایە جیهانە'],
    en: ['world earth planet'],
    lat: ['dinya dnya 3alam 7ayat'],
  },
  forgive: {
    ar: ['(ي|ت|)(سامح|حلل|غفر|بر|ابر|حل|عذر)(وني|ني|ونني|يني|ولي|لي|ولي) سامحيني اغفرولي ابروني ذمتي مسامحه مسامح'],
    ckb: ['ببوورن لێمببوورن بمبەخشن گەردنم گەردنئازام ببوورە بمبوورن حەڵاڵم'],
    en: ['forgive sorry apologize'],
    lat: ['samhooni sam7ooni sam7uni samhuni sam7eeni'],
  },
  /** "Tell my mother". */
  'pass-on': {
    ar: [
      '(كول|قول|بلغ|خبر|وصل|سلم|بوس|حضن|كولول|قولول|بلغول)(وا|و|ي|ولي|ها|هم|) وصيتي وصيه وصيتي وصو اوصيكم اوصيك امانه امانتكم ديروا بالكم خلوا',
    ],
    ckb: ['بڵێن پێی پێیان پێیبڵێن وەسیەتم وەسیەت ئاگاتان ئاگاداری'],
    en: ['tell let hug kiss watch'],
    lat: ['gooloo guloo gulu balghu'],
  },
  'leaves-behind': {
    ar: ['وصيه وصيتي (وزعت|وزعتهم|فرقت|هديت|انطيت|تبرعت|كتبت|كتبتلهم|كتبتلها|رتبت|صفيت|سديت|سلمت|ودعت|بعت|مسحت)'],
    ckb: ['بەخشیم بەخشیوە دابەشم دابەشکرد نووسیم نووسیوە'],
    en: ['gave giving given wrote written will cleaned sorted packed'],
  },
  belongings: {
    ar: ['هدومي غراضي اغراضي ذهبي كتبي العابي لعبي ممتلكاتي جنطتي محابسي ملابسي ديوني حسابات ذكرياتي مسوداتي'],
    ckb: ['شتەکانم کەلوپەلەکانم کەلوپەلم زێڕەکەم جلەکانم کتێبەکانم'],
    en: ['stuff things clothes belongings jewelry books possessions toys debts'],
  },
  fuel: {
    ar: ['(ب|بال|ال|)(نفط|بنزين|كاز|سبيرتو|كحول|دهن|تنر)'],
    ckb: ['نەوت بەنزین نەوتم بەنزینم غاز'],
    en: ['gasoline petrol kerosene fuel gas'],
    lat: ['nafut nafit banzin'],
  },
  'pours-on': {
    ar: ['اصب صبيت اكب كبيت ارش رشيت اسكب سكبت اشعل شعلت اولع ولعت ذبيت احرق احرك حركت شخاطه جداحه كبريت'],
    ckb: ['دەکەم بکەم ڕشت دەڕێژم بڕێژم ئاگر گڕ'],
    en: ['pour poured light lit match lighter fire burn'],
    lat: ['asub asib ash3il awali3 wala3it'],
  },
  'on-myself': {
    ar: ['نفسي روحي حالي جسمي جسدي راسي بنفسي بروحي بحالي هدومي'],
    ckb: ['خۆم خۆمدا خۆمەوە بەخۆمدا'],
    en: ['myself me body'],
    lat: ['nafsi rohi roo7i ruhi jismi'],
  },
  /** How many it takes. */
  lethal: {
    ar: ['كم شكد جم عدد جرعه الجرعه كميه تكفي يكفي كافيه كافي تموت يموت قاتله قاتل كلها كلهن مره'],
    ckb: ['چەند بەس بەسە بەشی کوشندە هەموو'],
    en: ['many much dose lethal fatal enough overdose'],
    lat: ['shgad chem kam'],
  },
  'burial-mine': {
    ar: ['(كفن|جفن|قبر|تابوت|جناز|فاتح|عزا|دفن|نعش|موت)(ي|تي|اي|يي)'],
    ckb: ['کفنم تەرمم پرسەم قەبرم'],
    en: ['funeral grave coffin burial'],
  },
  'prepare-you': {
    ar: ['(جهز|حضر|احفر|حفر|اشتر|اطلب|اقر|احضر|تعال|لاتبج|تبج|ابج|اقرا|اقر|سو|نصب|تجهز)(وا|و|ولي|لي|ون|ي|)'],
    ckb: ['ئامادە ئامادەبکەن هەڵکەنن هەڵبکەنن مەگرین'],
    en: ['prepare dig plan come cry'],
  },
}

const calm: CrisisRules['classes'] = {
  ache: {
    ar: ['صداع وجع راسي ارتاحيت حراره فلاونزا وجعتني سني ضرسي وصفلي'],
    ckb: ['سەرئێشە ژان سەرم ئازارم'],
    en: ['headache ache fever flu cold pain prescribed'],
  },
  virtual: { ar: ['الافتراضي الافتراضيه تطبيقات التطبيقات حسابات الحسابات السوشيال مواقع'], en: ['virtual apps media'] },
  'one-pill': { ar: ['حبايه حبه'], en: ['pill'], ckb: ['حەبێک'] },
  charity: {
    ar: ['للمحتاجين للفقراء محتاجين فقراء القديمه قديمه جمعيه خيريه للنازحين'],
    ckb: ['هەژاران کۆن'],
    en: ['charity old poor donation'],
  },
  'vehicle-calm': { ar: ['الاجره المحطه'], en: ['call chat'] },
}

const facts: CrisisRules['facts'] = {
  'no-tomorrow': [
    '<neg> [راح|رح|اريد|ودي|يمكن|اعتقد|rah|ra7|ared|rayid] <i-remain>+<until-moment>',
    '<neg> [راح|رح|اريد|ودي|يمكن|اعتقد|rah|ra7|ared|rayid|rayda] (اشوف|اعيش|اظل|اصبح|اصحى|اصحه|ashoof|ashuf|ashof|asbi7|as7a)+<tomorrow>',
    '<neg> [راح|رح|اريد|rah] <i-remain> .. (شمس|الشمس|ضو|وجه الصبح|shams)',
    '(ما ادري|ماادري|ما اعرف|ماعرف) [شلون|اذا|هل|منو] <i-remain> [ل] <tomorrow|daytime|until-moment>',
    '<not-remain> .. <tomorrow|daytime>',
    '<tomorrow|daytime> .. <not-remain>',
    '<neg> [gonna|going to|want to|wanna|plan to] (see|reach|live to see|wake up|make it to|be alive) [the|another|to|next] <tomorrow|daytime>',
    '(سبەی|بەیانی) [بۆ] [من] (نییە|نامبینێت|نابێت)',
  ],
  'never-again': ['<neg>+<see-me> .. <as-alive>', '<neg>+راح+<see-me> .. <as-alive>', '(نامبیننەوە|نامدۆزنەوە|نامبینن)'],
  'found-dead': [
    '<see-me> .. <as-body>',
    '(find|found|see) (me|my) [body] .. <as-body>',
    '(find|found) my body',
    '<as-body> .. <see-me>',
    '(تەرمم|تەرمەکەم|لاشەم) .. (دەدۆز|دەبین|بدۆز)*',
  ],
  'last-of-mine': [
    '(اخر|تالي|خر) (مره|سطر|كلمه|شي|كلام|صوره|حضن|نفس|صلاه|عشا|بوسه|ستوري|بوست|مكالمه|اتصال) .. (اكتب|اكتبه|اكتبها|احجي|احجيه|احجيها|اشوف|اشوفكم|اشوفها|احضن|ابوس|اكوله|اكولها|اسمع|اشاركه|انشره|الي|مني|اسمعكم)',
    '(last|final) (thing|time|words|post|picture|call|line|hug|prayer|text|note) .. (i write|i say|i post|i call|i hug|i see|from me|ill ever|i will ever|of mine|i ever|my life)',
    '(دوایین|دواین|کۆتا|دوا) (جار|جارە|وشە|وشەم|نووسین|نووسینم|وێنە|قسە|قسەم|پەیام|پەیامم|شەو|شەوی|ساتەکانم|سات) .. (دەنووسم|دەیبینم|دەتانبینم|دەبینم|دەنووسم|منە|دەیڵێم|ژیانم|من)',
    '(هالليله|الليله|هذي|هاي|هذه|ليلتي) [هي] (الاخيره)',
    '(this|tonight) is my last (night|day|message|goodbye|hour|time here|words)',
    '(akhir|a5ir|akher) (marra|kalam|shi|sura) .. (ashoof|aktib|a7chi|ashufkum|agool)',
  ],
}

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/no-tomorrow',
    label: 'self_harm',
    hard: true,
    whateverNegated: true,
    shapes: ['<no-tomorrow>'],
    // "If my uncles see it I shall not see the morning" fears the uncles.
    unless: [{ words: ['kin', 'to-you', 'online'], within: 6 }],
  },
  {
    id: 'self_harm/found-dead',
    label: 'self_harm',
    hard: true,
    whateverNegated: true,
    shapes: ['<found-dead>', '<never-again>', '<last-of-mine>'],
    unless: [{ words: ['says-any'], within: 4 }],
  },
  {
    id: 'self_harm/relief',
    label: 'self_harm',
    hard: true,
    within: 6,
    shapes: [
      '(ما|لا|لن|مراح) [راح] (يبقى|يظل|بقى|يبقه|تلكون) .. (الي|لي) [اي] (وجود|اثر)',
      '(اتخيل|اتصور|احلم|احس|اشوف|imagine|picture) <self-object> <as-body>',
      '(imagine|picture|imagining) (myself|me) (dead|hanging|gone|buried|dying)',
      '(قرەز|قەرز)ەکانم .. (دایەوە|داوەتەوە) .. (ماڵئاوا|خواحافیز)*',
      '(ناوي|ناويه|قررت|مقرره|مقرر|مصمم|مصممه|عازم|عازمه|عزمت|نويت|جاهزه|جاهز) .. (اسويها|انفذها|انفذ|اخلصها|انهيها|اخلص كلشي)',
      '(طريقه|طرق|شلون|كيف|اسهل|احسن|چۆن|ڕێگای) .. (يخلص|اخلص|يموت|ينهي|انهي|يقتل|يفتك) .. (روحه|نفسه|حياته|روحي|نفسي|حياتي|عمره)',
      '(عفت|تركت|مضرب|مضربه|اضرب|قطعت|مااكل|ما اكل|بطلت|امتنعت) .. (الاكل|الماي|الطعام|اكل|عن الاكل) .. (اموت|اروح|اذبل|اخلص|ارتاح|افطس)',
      '(اذبل|افطس|اتوفى|اطك|اطكطك) [و] (اروح|اخلص|ارتاح|اموت)',
      '(better|easier|best|good|time) [that|if|for everyone] i (go|leave|disappear|die|am gone|wasnt here|was gone|was dead|stop existing)',
      '(when|once|if) (im|i am) (not|no longer|gone) (around|here|alive|forever|anymore)',
      '(با|باشترە|لێمگەڕێن|بهێڵن|خوایە) [من|ئیتر] (بمرم|نەمێنم|نەژیم|بڕۆم)',
      '<i-die> .. <relief>',
      '<relief> .. <i-die>',
      '(اخلص|ارتاح|افتك|اتخلص|انفك|انعتق|اخلصن|استريح) [من] <world|self-object|life-mine>',
      '(اخلص|ارتاح|افتك|اتخلص|انهي|اوكف|اوقف) [من] <suffering> .. (للابد|الليله|اليوم|بنفسي|بايدي|بيدي|نهائيا)',
      '(end|stop|escape) [the|this|my|all] <suffering> .. (forever|tonight|myself|for good|once and for all|permanently)',
      '(forever|permanent|eternal) (peace|rest|sleep|relief|silence)',
      '(الراحه|راحه|النوم|نوم|السلام|نومه) (الابديه|الابدي|ابديه|ابدي)',
      '(خەوی|ئارامیی|پشووی) (هەتاهەتایی|ئەبەدی|یەکجاری)',
    ],
    unless: [{ words: ['laughter', 'exam-talk'], within: 3 }],
  },
  {
    id: 'self_harm/leaves-world',
    label: 'self_harm',
    hard: true,
    within: 4,
    shapes: [
      '<leave-world> <world>',
      '(leave|leaving|quit|depart|exit|exiting) this (world|life|earth|planet)',
      '(im|i am|i will be|ill be) (leaving|done with|finished with|out of) (this|the) (world|life|earth)',
      '<world> .. (جێدەهێڵم|جێبهێڵم|بەجێدەهێڵم|بەجێبهێڵم)*',
      '(الدنيا|الحياه|هالدنيا|هالحياه|دنيتكم) [بعد] (ما|لا|مو) [عاد|بقت|تبقى] (تسعني|تسواني|مالتي|الي|تريدني|مكاني|لي)',
      '(take|took|taking) myself out',
      '(not|isnt|no) (meant|made) (for|to) (this world|live|be alive)',
      '(dont|not) belong (in|on) this (world|earth)',
    ],
    unless: [{ words: ['safely', 'other-person', 'online', 'virtual'], within: 4 }],
  },
  {
    id: 'self_harm/bequeaths',
    label: 'self_harm',
    hard: true,
    within: 8,
    shapes: [
      '<leaves-behind> & <belongings> & <forgive>',
      '(gave|giving|given) away [all] [of] [my] <belongings>',
      '(وزعت|فرقت|هديت|انطيت|تبرعت) [كل] <belongings>',
      '(بەخشیم|بەخشیوە|دابەشم) .. <belongings>',
      '<belongings> .. (بەخشی|دابەش)*',
      '<prepare-you> [لي|على|الى] <burial-mine>',
      '(no one|nobody|dont|not) (come|cry) (to|at|on|over) [my] <burial-mine>',
      '<forgive> .. (in a|ب|by|لە) (note|letter|رساله|نامەیەک)',
      '(كتبت|كاتبه|كاتب|خليت|تركت|wrote|left|written|نووسیم|نووسیوە) .. (رساله|ورقه|note|letter|نامە|نامەیەک) .. <forgive|as-body|relief>',
      '<pass-on> .. <dear|kin|child> .. <forgive>',
      '<forgive> .. <dear|kin|child> .. (بعدي|ورايه|من بعدي|من وراي|دوای من|after me|without me|when im gone)',
      '(من بعدي|من ورايه|دوای من|after im gone|when im gone|once im gone|after i die|بعد موتي|بعد ما اموت) .. <pass-on|dear|child>',
      '<dear|child> .. (من بعدي|من ورايه|دوای من|after im gone|when im gone|once im gone)',
    ],
    unless: [{ words: ['says-any', 'charity'], within: 5 }],
  },
  {
    id: 'self_harm/burns',
    label: 'self_harm',
    hard: true,
    within: 6,
    shapes: [
      '<fuel> & <on-myself>',
      '<fuel> & <pours-on> & <i-die>',
      '(set|light|lit|setting) (myself|me) on fire',
      '(اولع|اشعل|ولعت|شعلت) [النار|نار] [ب] <on-myself>',
    ],
    unless: [{ words: ['kin', 'they', 'play'], within: 5 }],
  },
  {
    id: 'self_harm/how-many',
    label: 'self_harm',
    hard: true,
    within: 6,
    shapes: ['<pills|medicine> & <lethal> & <i-die>', '<pills> .. <lethal> .. (حتى|ما|to|بۆ) .. (اكعد|اصحى|اموت|wake|die|sleep|مردن|بمرم)'],
    unless: [{ words: ['everyday-medicine'], within: 5 }],
  },
]

/** Whoever speaks of his own funeral: the one who threatens, or the one who means to die. */
const funeral: CrisisRule = {
  id: 'self_harm/funeral',
  label: 'self_harm',
  hard: true,
  whateverNegated: true,
  shapes: ['(كفني|جفني|قبري|تابوتي|جنازتي|فاتحتي|عزاي|عزايه|دفنتي|نعشي|کفنم|پرسەم|تازیەم)', 'my (funeral|grave|burial|coffin)'],
  unless: [{ words: ['says-any', 'kin', 'they', 'sends-me', 'puts-me'], within: 6 }],
}

export const leaving = { classes: { ...classes, ...calm }, facts, rules: [...rules, funeral] }
