import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/** Doing harm to the writer. Iraqi writes ق of many verbs as ك (گ). */
export const harm: CrisisRules['classes'] = {
  /** "They kill me", not done yet: enough alone. */
  'kill-me': {
    ar: [
      '(ي|ت|ن)(قتل|كتل|جتل|ذبح|دبح|غتال|خنق|خنك|نحر|عدم|شنق|شنك|دفن|صفي|صف|سلخ|صلخ|قطع|كطع|ثرم|فطس|طخ|فجر|غدر|عزر)(ني|وني|ونني|نني|ونا|نا)',
      'قتلي كتلي ذبحي تصفيتي قتلنا مقتلي نحري دفني اعدامي تعدموني لقتلي لتصفيتي',
    ],
    ckb: [
      '(دە|ب|ئە|د)م(کوژ|خنکێن|کوشت|تۆپێن|نێژ|خەنکێن)* (دە|ب|ئە)مان(کوژ|خنکێن)* کوشتنم کوشتنمان خنکاندنم سەربڕینم لەناوبردنم',
    ],
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
    lat: [
      'atkuj* atkuzh* datkuj* datkuzh* a(k|q)t(i|)l(ich|ach|ak|ik) adhb(a|)7(ich|ak|ach) athb(a|)h(ich|ak) amaw(i|)t(ich|ak|ach)',
    ],
  },
  /** The same done to somebody else. */
  'kill-her': {
    ar: [
      '(ي|ت)(قتل|كتل|ذبح|دبح|غتال|خنق|دفن|موت|صفي)(ها|ه|هم|وها|وه|ونها|ونه|وهم) (قتل|كتل|ذبح)(ها|ه|هم|وها|وه)',
    ],
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
    lat: [
      'chaqo chaqoy chak chaki damancha damanchay msadas musadas msaddas sla7 silah asli7a asliha sichin sichina sechina skin tezab',
    ],
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
  'at-me': {
    ar: ['نحوي بوجهي براسي علي عليه عليا ركبتي رقبتي بوجهج علينا لراسي صوبي بصدري'],
    ckb: ['لێم سەرم ملم'],
    en: ['me my us'],
  },
  draw: {
    ar: [
      'يعبي عباه يلقم يسحب ينظف يجهز يلوح يوجه يصوب',
      'سحب سحبلي طلع رفع شهر وجه وجهه صوب صوبه لقم يلقم سن سنن شحذ يسن حشى عبى',
    ],
    ckb: ['ڕاکێشا ڕاکێشام دەرهێنا تیژکردووە تیژ'],
    en: ['pulled pointed aimed loaded sharpened waved put showed'],
  },
  holds: {
    ar: [
      'وياه عنده شايل حامل جايب ساحب سحب طلع رفع شهر يحمل معه معهم وياهم لازم ماسك حط سن شحن لازميلي شايلين حاملين جايبين ماسكين يسن وجه صوب جاب يجيب ضام اخذ بيده بيدهم بايده حاطلي حاط يلوح',
    ],
    ckb: ['پێیە پێیانە هەڵگرتووە هەڵگرتوە هەڵگرت هێناوە دەهێنێت هێنا هەیە بەدەستەوە بەدەستیەوە دەستیدایە'],
    en: [
      'has have had with got carries carrying pulled pointed bring brought brings holding took keeps kept bought shows showed',
    ],
    lat: ['3inda 3indah wiyah wayah shayil jayib'],
  },
  /** The writer as good as dead. */
  'dead-state': {
    ar: [
      'ميت ميته مقتول مقتوله منتهي منتهيه جثه مذبوح مذبوحه مدفونه انتهيت انقتل انكتل انذبح تنتهي اموت موتي',
    ],
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
    en: [
      'find finds found know knows see sees saw learn learns discover discovers hear hears leak leaks reach reaches gets out',
    ],
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
  'me-object': {
    ar: ['مني عليه علي بيه وياي وياها عليا منه'],
    ckb: ['پێم پێ لێم ببەن بهێنن من'],
    en: ['me'],
  },
}
