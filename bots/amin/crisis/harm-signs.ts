import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/**
 * What stands around harm: hiding and being hunted, locks, honour and blood, games; and what the
 * writer does to themselves.
 */
export const harmSigns: CrisisRules['classes'] = {
  hide: {
    ar: [
      'مختله مختفيه مختفي متخبيه متخبي مختبئه مختبئ ضامه ضام خاتله خاتل مخلته هربت هاربه هارب شارده انهزمت منهزمه فريت هربانه انحاش اختفيت داخل',
    ],
    ckb: ['شاردووەتەوە شاردۆتەوە هەڵاتووم هەڵهاتووم خۆمشاردووەتەوە هەڵاتم خۆم'],
    en: ['hiding hid hide running ran fled escaped escape'],
  },
  'hide-place': {
    ar: [
      'جربايه الجربايه سرير السرير دولاب الدولاب قنفه حمام الحمام كنتور الكنتور مخزن السطح غرفتي جيران جيراننا جيراننه مرافق سرداب خالتي صديقتي',
    ],
    ckb: ['گەرماو گەرماوەکە ژوور ژوورەکەم ژێرزەمین دراوسێ سەربان'],
    en: ['bathroom closet basement room toilet neighbors neighbour bed wardrobe'],
  },
  knock: {
    ar: [
      'ادك ندك اطرق يدكون يدكدك دكيت',
      'يدك يدكون دك دكوا يطرق يطرقون يكسر يكسرون يدفع يدفعون كسروا يضربون يخلع يدوركون',
    ],
    ckb: ['دەرگا لێدەدەن دەشکێنن دەرگاکە'],
    en: ['knocking banging bang kicking breaking door pounding'],
  },
  hunt: {
    ar: [
      'يدورون يدور تدور يفترون يبحثون تبحث يلاحقوني يطاردوني يلاحقني يطاردني جايين جاين جاي يدوروني يلحكوني يلحقوني ينتظروني ينتظرني يراقبوني متوعدين متوعدني طالعين وراي ورايه مطارديني',
    ],
    ckb: ['بەدوامدا بەدوامەوە بەدوامن دەگەڕێن دەگەڕێت شوێنمکەوتوون بەشوێنمدا بەدواما دێن'],
    en: ['coming looking searching hunting chasing way after'],
    lat: ['ydawrun ydawir y7awwir jay jayeen'],
  },
  room: {
    ar: ['(ال|)(باب|غرفه|بيت|سرداب|حمام|مخزن|حوش|قبو|دار|منزل|سطح|طابق) غرفتي بيتنا'],
    ckb: ['ژوور* ماڵەوە ماڵ دەرگا* ژێرزەمین*'],
    en: ['room house home basement bathroom bedroom door inside closet attic garage'],
    lat: ['bab ghurfa bet beit bayt sirdab'],
  },
  lock: {
    ar: [
      'قافل قافلين قفل قفلوا مقفله مقفول اقفل قفلو يقفل يقفلون ساد سادين سد سدوا مسدود اغلق اغلقوا يغلق يغلقون مغلقه مغلق سكروا مسكر قفلت مقفلين قفلها',
    ],
    ckb: ['داخستووە داخستووم داخستوون لێداخستووم داخستوە قفڵ داخستووە کڵۆم قوفڵ دایخستووە دایانخستووە'],
  },
  'locked-me': {
    ar: [
      '(حابس|محبس|ساجن|حاجز|حاصر|محاصر)(ني|يني|ينني|تني) (ي|ت|ا|)(حبس|حتجز|سجن|حجز)(ني|وني|ونني|تني) محجوزه محتجزه محتجز احتجزوني كلبجوني مكلبجيني ربطوني رابطيني رابطني ربطني مربوطه مقيدني مقيدوني',
    ],
    ckb: ['بەندکراوم زیندانیکراوم حەپسکراوم دایانبەستووم بەستوومیانەتەوە بەستوومیانە'],
    lat: ['7abs(ni|eeni|ini|ooni) habs(ini|eeni|ni)'],
  },
  'take-head': {
    ar: ['(ي|ت|ا|ن|)(طيح|كص|قص|قطع|كطع|طير|كسر|شلع|فلش|فجر|هشم)(ون|وا|و|)'],
    ckb: ['دەبڕ* ببڕ* دەپەڕێن* بپەڕێن* دەشکێن*'],
    en: ['cut slit slash chop smash break crush'],
    lat: ['yigta3 ygta3 yigus ygus yksir yiksir ytayir y6ayir'],
  },
  'my-head': {
    ar: ['(ب|)(راسي|رقبتي|ركبتي|راسج|راسك|رقبتج|رقبتك|ركبتج|ركبتك)'],
    ckb: ['سەرم سەرت ملم ملت سەری'],
    lat: ['rasi rasich rakabti rakubti'],
  },
  'you-die': { ar: ['تموتين تموت تموتي موتي تنذبحين تنكتلين تنقتلين'], ckb: ['دەمریت بمریت بمرە'] },
  killed: {
    ar: ['(ال|)(مقتوله|مقتول|مذبوحه|مغدوره) انقتلت انكتلت انذبحت قتلوها كتلوها ذبحوها'],
    ckb: ['کوژرا کوژراوە کوشتیان'],
    en: ['murdered killed'],
  },
  'takes-me': {
    ar: ['ماخذني ماخذيني ياخذوني ياخذني اخذوني وداني يودوني يوديني موديني نقلوني ينقلوني اخذني'],
    ckb: ['دەمبات دەمبەن بردمیان دەمبەنە'],
    en: ['taking driving drove took'],
  },
  unknown: {
    ar: ['وين اين غصب مكان بعيد صحراء للبر للصحرا مجهول'],
    ckb: ['کوێ نازانم دوور'],
    en: ['where unknown somewhere nowhere'],
  },
  beating: {
    ar: ['ضرب الضرب ضربات كتله كتل تعذيب التعذيب اهانه جلد'],
    ckb: ['لێدان دارکاری ئەشکەنجە'],
    en: ['beatings beating torture violence'],
  },
  'day-by-day': {
    ar: ['يوميا يوميه يومي كل من باستمرار مبرح موت دائما'],
    ckb: ['هەموو ڕۆژێک هەمیشە'],
    en: ['daily every constant always'],
  },
  poison: {
    ar: ['سم السم سممتني يسممني يسمموني تسميم تسمم زرنيخ سموم'],
    ckb: ['ژەهر* ژەهراوی'],
    en: ['poison poisoned'],
  },
  safe: {
    ar: ['امان بامان امنه امن سلامه مامونه'],
    ckb: ['پارێزراو سەلامەت پارێزراوم سەلامەتم'],
    en: ['safe secure'],
  },
  'at-home': {
    ar: ['بيت البيت بالبيت بيتنا هنا بيتي اهلي'],
    ckb: ['ماڵەوە ماڵ لێرە'],
    en: ['home house here'],
  },
  shame: {
    ar: [
      '(ال|)(عار|شرف|فضيحه|ناموس|غيره) فضيحتي فضيحتها عارنا عارهم شرفنا شرفهم عارها شرفه سمعتنا وجوهنا وجهنا راسنا كرامته كرامتنا',
    ],
    ckb: ['شەرەف شەرەفمان شەرەفیان نەنگی نەنگییە ناموس ناموسی ئابڕوو ئابڕوومان ئابڕوویان ئابڕووی عەیب'],
    en: ['honor honour shame dishonor disgrace reputation'],
    lat: ['3ar sharaf shame'],
  },
  blood: {
    ar: ['دم بالدم الدم دمي دمها دمج دمه دماء دمك'],
    ckb: ['خوێن خوێنم خوێنی خوێنت'],
    en: ['blood'],
    lat: ['dam dammi'],
  },
  'must-end': {
    ar: [
      'تنتهي ينتهي تخلص يخلص نخلص ننهي ننهيها نخلصها ينحل تنحل ينغسل نغسل~ يغسل~ يغسلون تموت يموت تدفن ندفن موتها تنمسح ينمسح تصفى نصفي يطهر يتطهر تختفي نتخلص يتخلصون نتخلصون',
    ],
    ckb: ['بشۆردرێتەوە بشۆن دەشۆنەوە پاک کۆتایی بمرم بکوژن بکوژرێت'],
    en: ['clean cleaned wash washed restore erase die end finish'],
  },
  armed: {
    ar: ['مسلح مسلحين مسلحه ميليشيا مليشيا فصيل الفصائل فصائل ارهابي داعش سلاحه'],
    ckb: ['چەکدار چەکدارە چەکدارن میلیشیا'],
    en: ['armed militia gunmen gunman militant terrorist'],
    lat: ['musala7 milishya'],
  },
  laughs: {
    en: ['lol lmao haha hahaha rofl kidding joking'],
    ar: ['هههه هههههه امزح نكته خخخخ'],
    ckb: ['گاڵتەم'],
  },
  'my-death': {
    ar: ['موتي بموتي قتلي بقتلي كتلي دفني ذبحي موتج موتك نهايتي نهايتج كبري قبري جنازتي جنازتج'],
    ckb: ['مردنم مردنت کوشتنم کوشتنت گۆڕم گۆڕت'],
    en: ['funeral grave coffin'],
  },
  trade: { ar: ['صيد اعلان للبيع بيع يبيع لعبه مصلحه'], en: ['hunting sale sell selling toy ad'] },
  'armed-job': {
    ar: ['عسكري جندي شرطي حارس صياد عادي'],
    ckb: ['پێشمەرگە پۆلیسە سەرباز'],
    en: ['soldier cop policeman guard hunter'],
  },
  medical: {
    ar: ['تبرع فحص فصيله ضغط فقر سكر مختبر تحليل'],
    ckb: ['پشکنین گرووپی'],
    en: ['donate test type pressure bank'],
  },
  /** Games and jests of fighting. */
  play: {
    ar: [
      '(ال|ب|بال|)(لعبه|ببجي|بوبجي|كيم|فورتنايت|ماتش|مباراه|شطرنج|دومنه|فيفا|ضحك|مزح|نكت) اشاقه يشاقه امزح يمزح بضحكته هههه نشاقه ههه',
    ],
    ckb: ['یاری یارییەکە پەبجی گاڵتە گاڵتەم گاڵتەی پێکەنین'],
    en: [
      'game games match pubg fortnite chess fifa level joking joke kidding haha lol lmao football soccer debate prank valorant minecraft tournament score laughing suspense curiosity outfit cuteness',
    ],
    lat: ['la3ba pubg'],
  },
  bodily: {
    en: [
      'back headache feet knees head stomach tooth heels boredom suspense traffic heat exam form app site waiting wait loading',
    ],
    ckb: ['سەرم'],
  },
  'in-my-hand': { ar: ['بيدي بايدي بيديه'], en: ['myself'] },
  'no-fear': {
    ar: ['عادي متفهم متفهمين يساعدني يدعمني'],
    en: ['supportive supports understanding'],
    ckb: ['پشتگیریم'],
  },
  /** One does something to oneself. */
  'i-harm': {
    ar: [
      '(ا|ن|)(قتل|كتل|جتل|ذبح|دبح|خنق|شنق|شنك|حرق|حرك|غرق|غرك|شمر|رمي|لقي|ذب|اذي|ؤذي|جرح|كص|قص|طعن|سمم|فجر|دفن|نحر|قطع|كطع|طخ|عدم|كهرب|عور|علك|شعل|ولع)',
      'اموت انهي اخلص اقضي اتخلص اذيت ذبيت شمرت جرحت ارمي القي انط اذي قتل كتل ايذاء اذيه ازهق رميت حركت حرقت اهجم',
    ],
    lat: [
      'amaw(i|)t amowt akt(i|)l aqt(i|u)l adhb(a|)7 athba7 anhi a5al(i|)s akhal(i|)s ad(h|)ib athib ashmur ashn(i|u)q a7(r|)r(i|)g ajra7 armi akhlas',
    ],
  },
  'self-object': {
    // Mosul says غ for ر.
    ar: ['نفسي روحي حالي ذاتي غوحي'],
    lat: ['nafsi nafsy nefsi roo7i ro7i ru7i ru7y ruhi rohi roohi 7ali'],
  },
  suicide: {
    ar: ['انتحار انتحاري'],
    ckb: ['خۆکوشتن خۆکوژی خۆکوشتنم خۆکوژیی'],
    en: ['suicide suicidal sucide suicde unalive selfharm kms'],
    lat: ['inti7ar intihar inte7ar'],
  },
  'i-suicide': {
    ar: ['انتحر بنتحر هنتحر'],
    lat: ['anti7(i|e|a|)r antah(i|e|a|)r ante7er antiher'],
  },
  'she-suicides': { ckb: ['خۆی خۆیان'] },
  /** Nouns of the end. */
  death: {
    ar: ['(ال|)(موت|كبر|قبر|تراب|انتحار|ممات|كفن|مقبره) موتي قبري كبري انتحر اموت'],
    ckb: ['مردن مردنم مەرگ گۆڕ خۆکوشتن مردنە گۆڕەکەم'],
    en: ['death dying die dead suicide grave'],
    lat: ['mot moot mowt mawt intihar inti7ar'],
  },
}
