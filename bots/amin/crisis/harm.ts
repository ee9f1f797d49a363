import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/** Doing harm, to the writer and by the writer to themselves. Iraqi writes ق of many verbs as ك (گ). */
export const harm: CrisisRules['classes'] = {
  /** "They kill me", not done yet: enough alone. */
  'kill-me': {
    ar: [
      '(ي|ت|ن)(قتل|كتل|جتل|ذبح|دبح|غتال|خنق|خنك|نحر|عدم|شنق|شنك|دفن|صفي|صف|سلخ|صلخ|قطع|كطع|ثرم|فطس|طخ|فجر|غدر|عزر)(ني|وني|ونني|نني|ونا|نا)',
      'قتلي كتلي ذبحي تصفيتي قتلنا مقتلي نحري دفني اعدامي تعدموني لقتلي لتصفيتي',
    ],
    ckb: ['(دە|ب|ئە|د)م(کوژ|خنکێن|کوشت|تۆپێن|نێژ|خەنکێن)* (دە|ب|ئە)مان(کوژ|خنکێن)* کوشتنم کوشتنمان خنکاندنم سەربڕینم لەناوبردنم'],
    lat: [
      'y(i|)df(i|)(n|)ni y(i|)df(i|)nuni yd(i|)fn(i|oni) y7r(i|)gni yxn(i|)gni y5n(i|)gni ykhn(i|)gni',
      'amkuj* amkuzh* damkuzh* bmkuzh* y(i|e|)(k|q|g|9)t(i|)l(ni|oni|uni|ony) yizb(a|)(h|7)ni yimawitni ymawitni damkuj* demkuj* bmkuj*',
    ],
  },
  /** The same said to the writer. */
  'kill-you': {
    ar: [
      '(ا|ن|ب)(قتل|كتل|ذبح|دبح|خنق|نحر|دفن|موت|صفي|حرق|حرك|شنق|فجر|طخ|قطع|كطع|سلخ|عدم|شوه|كسر|ثرم)(ك|ج|كم|جم)',
      '(ي|ت)(قتل|كتل|ذبح|دبح|موت|دفن|حرق|حرك|صفي|قطع|كطع|خنق)(وك|وج|ج|ونج|ونك) (يقتل|يكتل|يذبح|يدبح|يدفن)(ك) (ذبح|قتل|كتل|دفن)(ج|وج|وك)',
    ],
    ckb: ['(دە|ب|ئە)ت(کوژ|سووتێن|خنکێن|سوتێن)* (دە|ب)تانکوژ* کوشتنت خنکاندنت'],
    lat: ['atkuj* atkuzh* datkuj* datkuzh* a(k|q)t(i|)l(ich|ach|ak|ik) adhb(a|)7(ich|ak|ach) athb(a|)h(ich|ak) amaw(i|)t(ich|ak|ach)'],
  },
  /** The same done to somebody else. */
  'kill-her': {
    ar: ['(ي|ت)(قتل|كتل|ذبح|دبح|غتال|خنق|دفن|موت|صفي)(ها|ه|هم|وها|وه|ونها|ونه|وهم) (قتل|كتل|ذبح)(ها|ه|هم|وها|وه)'],
    ckb: ['(دە|ب|ئە)یکوژ* دەیخنکێن* کوشتی کوشتیان'],
    lat: ['yik(i|)tilha yizba7ha yiktilooha'],
  },
  /** Said in jest too: needs somebody who does it. */
  'finish-me': {
    ar: [
      '(ي|ت)(موت|نه|نهي|محي|مح|حرق|حرك|خلص|دمر|هجم|شلع|مرد|فلش|ادب|ربي|حاسب|عاقب|اذي|ؤذي|شوه|عور|كسر|ذبح)(ني|يني|وني|ونني)',
      'موتوني حركوني حرقوني يعاقبوني يأذوني',
    ],
    ckb: ['دەمسووتێن* دەمسوتێن* بمسووتێن* دەمشکێن* دەمکوتن* سزام سزامدەدەن تۆڵەم تۆڵەملێ'],
    lat: ['ymaw(i|e)t(ni|oni) yi7rig(ni|ooni)'],
  },
  'beat-me': {
    ar: [
      '(ي|ت|)(ضرب|بسط|جلد|عنف|عذب|رفس|سحل|خنق|طعن|صفع|حرق|كوي)(ني|وني|ونني|نني|تني) (ي|ت)(كتل|كفخ|دك|عض)(ني|وني)',
      '(حرك|حرق|كوا|خنك|خنق|عض|دفع|رفس|لكم|صفع|جلد|طعن|سحل|لطش|خرمش|بسط|عذب|كفخ|لاص|شمط|سطر|ركل)(ني|وني|تني)',
      'ضاربني ضاربيني مضروب مضروبه باسطني مكتول مكتوله كتلني كتلوني كفخني كفخوني يعنفني معنفه دكوني تعنيف انضربت انضرب مكفخني',
    ],
    ckb: ['لێمدەدات لێمیدا لێیاندام لێیدام لێدانم لێدان دەمکوتێت دارکاریم دارکاری کوتەکم کوتامیان لێیدابووم'],
    en: [
      'beats beating beat hits hitting hit punches punched slaps slapped kicked kicks whipped whips strangled strangles choked chokes burned burns stabbed abuses abused',
    ],
    lat: ['yi(dh|z|th|d)rub(ni|ooni|oni) dharabni tharabni zarabni darabni thrabni'],
  },
  /** What a beating leaves. */
  bruise: {
    ar: ['كدمات كدمه ورمان وارم وارمه وارمه ازرك زرك ينزف ينزل دم نزف مكسور مكسوره جروح جرح انكسرت انشجت'],
    ckb: ['خوێن خوێنم شین برین بریندار برینم شکاوە'],
    en: ['bruise bruises bruised bleeding blood broken swollen stitches'],
  },
  weapon: {
    ar: [
      'شاجور شواجير عتاد فشك فشكه طبنجه غداره رشاشه طلقتين رصاصتين صليه صليات جرخ شوزن',
      '(ال|)(مسدس|سلاح|سجين|سكين|رشاش|خنجر|ساطور|تيزاب|اسيد)(ه|هم|ي|ات|) سجاجين سكاكين كلاشنكوف كلاشنكوفه كلاشن كلاش بندقيه بندقيته طلقه طلقات طلكه رصاص رصاصه رصاصات قامه حامض رمانه برنو تفكه تفكته السلاح اسلحه فاله توثيه (ال|)(عبوه|عبوات|قنبله|قنابل|متفجره|متفجرات|ناسفه|لغم)',
    ],
    ckb: [
      'فیشەک ڕەشاش شەستیر دەمانچەکەی کلاشینکۆف ساچمە',
      'چەک چەکی چەکە* چەکێک* دەمانچە* تفەنگ* چەقۆ* گوللە* فیشەک* ترشەڵۆک* تیزاب* خەنجەر* بۆمب* کێرد*',
    ],
    en: [
      'gun guns knife knives pistol rifle bullet bullets weapon weapons blade machete axe acid grenade ak47 kalashnikov bomb bombs explosive explosives shotgun revolver handgun',
    ],
    lat: ['chaqo chaqoy chak chaki damancha damanchay msadas musadas msaddas sla7 silah asli7a asliha sichin sichina sechina skin tezab'],
  },
  kill: {
    en: [
      'stone crucify lynch hang burn poison kill kills killing murder murders murdering slaughter slaughters butcher butchers behead beheads execute strangle strangles shoot shoots stab stabs bury buries drown kil killin unalive',
    ],
  },
  'kill-word': { en: ['kill killing death murder life gun knife slaughter hurt'] },
  'beat-en': {
    en: [
      'beats beat beating hit hits hitting punched punches slaps slapped kicked kicks whips whipped choked chokes strangled burns burned stabbed tortures tortured hurts hurting',
    ],
  },
  'on-me': { ar: ['علي عليه عليا بوجهي علينا عليها'], ckb: ['لێم'], lat: ['3alay 3alaya'] },
  'at-me': { ar: ['نحوي بوجهي براسي علي عليه عليا ركبتي رقبتي بوجهج علينا لراسي صوبي بصدري'], ckb: ['لێم سەرم ملم'], en: ['me my us'] },
  draw: {
    ar: ['يعبي عباه يلقم يسحب ينظف يجهز يلوح يوجه يصوب', 'سحب سحبلي طلع رفع شهر وجه وجهه صوب صوبه لقم يلقم سن سنن شحذ يسن حشى عبى'],
    ckb: ['ڕاکێشا ڕاکێشام دەرهێنا تیژکردووە تیژ'],
    en: ['pulled pointed aimed loaded sharpened waved put showed'],
  },
  holds: {
    ar: [
      'وياه عنده شايل حامل جايب ساحب سحب طلع رفع شهر يحمل معه معهم وياهم لازم ماسك حط سن شحن لازميلي شايلين حاملين جايبين ماسكين يسن وجه صوب جاب يجيب ضام اخذ بيده بيدهم بايده حاطلي حاط يلوح',
    ],
    ckb: ['پێیە پێیانە هەڵگرتووە هەڵگرتوە هەڵگرت هێناوە دەهێنێت هێنا هەیە بەدەستەوە بەدەستیەوە دەستیدایە'],
    en: ['has have had with got carries carrying pulled pointed bring brought brings holding took keeps kept bought shows showed'],
    lat: ['3inda 3indah wiyah wayah shayil jayib'],
  },
  /** The writer as good as dead. */
  'dead-state': {
    ar: ['ميت ميته مقتول مقتوله منتهي منتهيه جثه مذبوح مذبوحه مدفونه انتهيت انقتل انكتل انذبح تنتهي اموت موتي'],
    ckb: ['مردوو کوژراوم مردووم دەمرم نامێنم دەکوژرێم نابم'],
    en: ['dead doomed goner'],
    lat: ['mayta mayet maqtol'],
  },
  if: {
    ar: ['اذا لو ان اذ من لمن عندما حين متى كون بس'],
    ckb: ['ئەگەر کە گەر هەر'],
    en: ['if when once should'],
    lat: ['idha itha iza idh lo law ila illa'],
  },
  learns: {
    ar: [
      '(ي|ت|)(عرف|عرفون|شوف|شوفون|دري|درون|سمع|سمعون|كتشف|كتشفون|علم|علمون|لكى|لكون|لزم|وصل|وصله|وصلهم|وصلها)(وا|ت|ه|هم|ها|لهم|له|) شاف شافوا شافو عرفو دروا درى سمع سمعوا علم علموا وصلت وصلتله وصلتلهم انتشر انتشرت انتشرن طلع طلعت طلعن يطلع صدك انفضح انفضحت انكشف',
    ],
    ckb: ['بزان* زانی* ببین* بینی* بگات بگاتە بگەنە دەربچێت دەرچوو بڵاوببێتەوە بڵاو ببیستن ئاشکرا'],
    en: ['find finds found know knows see sees saw learn learns discover discovers hear hears leak leaks reach reaches gets out'],
    lat: ['3irfaw 3iraf ydri ydroon yshoof shaf shafaw tl3at tla3'],
  },
  /** Those who agree to act. */
  decide: {
    ar: [
      'قرروا قرر يقررون اتفقوا اتفق يتفقون متفقين متفق اجتمعوا مجتمعين حكموا حكم افتوا ناوين ناوي يخططون مخططين خططوا نووا يحضرون يريدون يريد ناويين مقررين قررو اتفقو مصممين صمموا',
    ],
    ckb: ['بڕیاریان بڕیاری کۆبوونەوە کۆبوونەتەوە پلانیان ڕێککەوتوون پلان دەیانەوێت دەیەوێت'],
    en: ['decided planning plan agreed planned meeting want wants going'],
  },
  'end-me': {
    ar: [
      '(ي|)(خلص|تخلص|قضي|قض)(ون|وا|و|) يخلصون يتخلصون يخلصوا يقتلون يكتلون يذبحون يموتون يدفنون يصفون يكتلوني يتصرفون يتصرف يغسلون يطهرون',
    ],
    ckb: ['کۆتایی کۆتاییم لەناو لەناوم بکوژن کوشتن بمکوژن'],
    en: ['kill end finish punish rid'],
  },
  'me-object': { ar: ['مني عليه علي بيه وياي وياها عليا منه'], ckb: ['پێم پێ لێم ببەن بهێنن من'], en: ['me'] },
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
    ar: ['ادك ندك اطرق يدكون يدكدك دكيت', 'يدك يدكون دك دكوا يطرق يطرقون يكسر يكسرون يدفع يدفعون كسروا يضربون يخلع يدوركون'],
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
  unknown: { ar: ['وين اين غصب مكان بعيد صحراء للبر للصحرا مجهول'], ckb: ['کوێ نازانم دوور'], en: ['where unknown somewhere nowhere'] },
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
  poison: { ar: ['سم السم سممتني يسممني يسمموني تسميم تسمم زرنيخ سموم'], ckb: ['ژەهر* ژەهراوی'], en: ['poison poisoned'] },
  safe: { ar: ['امان بامان امنه امن سلامه مامونه'], ckb: ['پارێزراو سەلامەت پارێزراوم سەلامەتم'], en: ['safe secure'] },
  'at-home': { ar: ['بيت البيت بالبيت بيتنا هنا بيتي اهلي'], ckb: ['ماڵەوە ماڵ لێرە'], en: ['home house here'] },
  shame: {
    ar: ['(ال|)(عار|شرف|فضيحه|ناموس|غيره) فضيحتي فضيحتها عارنا عارهم شرفنا شرفهم عارها شرفه سمعتنا وجوهنا وجهنا راسنا كرامته كرامتنا'],
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
  laughs: { en: ['lol lmao haha hahaha rofl kidding joking'], ar: ['هههه هههههه امزح نكته خخخخ'], ckb: ['گاڵتەم'] },
  'my-death': {
    ar: ['موتي بموتي قتلي بقتلي كتلي دفني ذبحي موتج موتك نهايتي نهايتج كبري قبري جنازتي جنازتج'],
    ckb: ['مردنم مردنت کوشتنم کوشتنت گۆڕم گۆڕت'],
    en: ['funeral grave coffin'],
  },
  trade: { ar: ['صيد اعلان للبيع بيع يبيع لعبه مصلحه'], en: ['hunting sale sell selling toy ad'] },
  'armed-job': { ar: ['عسكري جندي شرطي حارس صياد عادي'], ckb: ['پێشمەرگە پۆلیسە سەرباز'], en: ['soldier cop policeman guard hunter'] },
  medical: { ar: ['تبرع فحص فصيله ضغط فقر سكر مختبر تحليل'], ckb: ['پشکنین گرووپی'], en: ['donate test type pressure bank'] },
  /** Games and jests of fighting. */
  play: {
    ar: ['(ال|ب|بال|)(لعبه|ببجي|بوبجي|كيم|فورتنايت|ماتش|مباراه|شطرنج|دومنه|فيفا|ضحك|مزح|نكت) اشاقه يشاقه امزح يمزح بضحكته هههه نشاقه ههه'],
    ckb: ['یاری یارییەکە پەبجی گاڵتە گاڵتەم گاڵتەی پێکەنین'],
    en: [
      'game games match pubg fortnite chess fifa level joking joke kidding haha lol lmao football soccer debate prank valorant minecraft tournament score laughing suspense curiosity outfit cuteness',
    ],
    lat: ['la3ba pubg'],
  },
  bodily: {
    en: ['back headache feet knees head stomach tooth heels boredom suspense traffic heat exam form app site waiting wait loading'],
    ckb: ['سەرم'],
  },
  'in-my-hand': { ar: ['بيدي بايدي بيديه'], en: ['myself'] },
  'no-fear': { ar: ['عادي متفهم متفهمين يساعدني يدعمني'], en: ['supportive supports understanding'], ckb: ['پشتگیریم'] },
  /** One does something to oneself. */
  'i-harm': {
    ar: [
      '(ا|ن|)(قتل|كتل|ذبح|دبح|خنق|شنق|شنك|حرق|حرك|غرق|غرك|شمر|رمي|لقي|ذب|اذي|ؤذي|جرح|كص|قص|طعن|سمم|فجر|دفن|نحر|قطع|كطع|طخ|عدم|كهرب|عور|علك|شعل|ولع)',
      'اموت انهي اخلص اقضي اتخلص اذيت ذبيت شمرت جرحت ارمي القي انط اذي قتل كتل ايذاء اذيه ازهق رميت حركت حرقت اهجم',
    ],
    lat: [
      'amaw(i|)t amowt akt(i|)l aqt(i|u)l adhb(a|)7 athba7 anhi a5al(i|)s akhal(i|)s ad(h|)ib athib ashmur ashn(i|u)q a7(r|)r(i|)g ajra7 armi akhlas',
    ],
  },
  'self-object': {
    ar: ['نفسي روحي حالي ذاتي'],
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
