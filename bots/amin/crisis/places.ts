import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/** Near the writer, and coming together. */
export const places: CrisisRules['classes'] = {
  'my-place': {
    ar: [
      '(كليت|جامعت|مدرست|معهد|قسم|دوام|شغل|محل|عمارت|شقت|روضت|منطقت|محلت|شركت|دائرت|عيادت|حوش|بستان|دار|كراج|مختبر)(ي|نا)',
      'بيتنا بيتي بابنا بابي شارعنا فرعنا مدرستي مدرستنا كليتي كليتنا جامعتي جامعتنا شغلي شغلنا دوامي دوامنا عملي محلتنا منطقتنا شقتي شقتنا حينا منزلي منزلنا عمارتنا محلي دكاني مكتبي عيادتي قسمي معهدي شركتي يمنا',
    ],
    ckb: [
      'ماڵمان* ماڵەکەمان* دەرگامان* دەرگاکەمان* قوتابخانەکەم* قوتابخانەم زانکۆکەم* زانکۆم کارەکەم شوێنەکەم کۆڵانەکە* کۆڵانمان* گەڕەک* ماڵم ماڵمدا فەرمانگەکەم نووسینگەکەم',
    ],
    lat: ['betna betnah baitna beitna bitna madrasti kulliti'],
  },
  /** Places that are the writer's where somebody stands at them. */
  place: {
    with: ['my-place'],
    ar: ['(ال|)(عماره|بنايه|بيت|باب|مدرسه|كليه|جامعه|دوام|شارع|فرع|شغل|منزل|كراج|قسم|معهد) (ل|ب|)باب للبيت'],
    ckb: [
      'ماڵ ماڵەوە دەرگا دەرگاکە دەرگای قوتابخانە قوتابخانەکە زانکۆ زانکۆکە کۆڵان کۆڵانی شەقام پەیمانگا بازاڕ فەرمانگە',
    ],
    lat: ['bab bet beit bait share3 shari3 madrasa kulliya far3'],
  },
  'your-place': {
    ar: ['بيتكم بيتج بيتك بابكم شارعكم فرعكم عمارتكم مدرستج مدرستك كليتج كليتك دوامج دوامك يمكم عدكم محلكم'],
    ckb: ['ماڵتان* دەرگاتان* کۆڵانتان* قوتابخانەکەت* زانکۆکەت*'],
    en: [],
  },
  'at-place': {
    ar: [
      'ورا وره خلف برا بره خارج قرب يم كدام جدام امام قدام مقابل قبال باب راس بنهايه بداية باول باخر جوه تحت براس بباب بصف صف حول',
    ],
    ckb: ['لەبەردەم بەردەم بەردەمی لەبەر پێش لای نزیک لەپێش لەنزیک'],
    en: ['outside near across front at downstairs below behind around'],
    lat: ['yam gidam gdam mqabil barra bra jawa'],
  },
  stands: {
    ar: [
      'لازك لاصق ملتزق مخيم مرابط لابد لابدلي',
      'يداوم مداوم ملازم ماشي يمشي واكف واكفين واقف واقفين يقف وكف وقف كاعد جالس ينتظرني ينتظر منتظر منتظرني ناطر ناطرني ينتظروني يراقب يراقبني يراقبوني مراقبني اجاني جاني يجيني يجي لحكني يلحكني يلحقني لحقني تبعني يتبعني يدك دك يطرق طرق صاف',
      'يدور يدورون يحوم يحومون يفتر يفترون انتظرج انتظرك ينتظرج جاي جايين اجي اجيك اجيج وصل واصل وصلوا جوا اجا يتعقبني يلاحقني لاحقني ملاحقني لازكلي مرابط يوكف يوقفلي اصعدلكم احضر وصلت',
    ],
    ckb: [
      'وەستاوە وەستاون ڕاوەستاوە ڕاوەستاون چاوەڕێم چاوەڕێ چاوەڕوانم چاوەڕوانە دێت هات هاتووە هاتوون بەدوامەوەیە دوامدێت شوێنم شوێنمدەکەوێت دێم گەیشتووە',
    ],
    en: [
      'waiting standing parked outside sitting stalking following waits stands showed shows came coming comes arrived knocking watching follows followed turned',
    ],
    lat: ['wagif wagef wakif wagfeen wakef yintidhirni nat(i|)r yil7agni jay jai waqif'],
  },
  'come-you': {
    ar: [
      'اطلعيلي اطلعلي تعاليلي جيني تطلعيلي انزليلي نشوف شوفيني اشوفج تشوفيني تعالي تعال انزلي انزل اطلعي اطلع تطلعين تطلع تجين تجي تاتي اجي اروح تروحين اركبي تركبين اركب اصعدي تصعدين اصعد تنزلين اطلعله اروحله اجيه اجيله اروحلهم نطلع نلتقي نتلاقى تلتقين احضر تحضري تحضرين اقابله الاقيه اشوفه يشوفني تقابليني مقابلتي مقابلته لقائي لقاءه لقاء ملاقاته التقي يقابلني يلتقي نتقابل يطلعني ياخذني يلاقيني اذهب امشي يمشيني تجيني تجيله تزورني',
    ],
    ckb: ['وەرە بچم بچمە بێم بێمە دەرەوە بمبینێت ببینم بیبینم بمبینێ ببینین چاوپێکەوتن دابەزە'],
    en: ['come meet go see visit drive pick hang date meetup'],
    lat: [
      'anzil anzel inzil',
      'ta3al(y|i|ay|) t3al(y|i|ay|) inzl(i|y|ee|) inzil(i|) atla3 atla3la arou7la aruhla tilti8i nilti8i niltiqi n(i|e|)ltiqi tij(i|een) yshoofni yshufni arkab itla3i tla3in',
    ],
  },
  'come-now': { ar: ['تعالي تعال انزلي اطلعي'] },
  alone: {
    ar: ['وحدج وحدك لوحدج لوحدك وحدي لوحدي بمفردي بمفردك بمفردج لحالك لحالي لحالج وحدنا لوحدنا وحيده'],
    ckb: ['تەنیا تەنها بەتەنها بەتەنیا تەنهایی'],
    en: ['alone yourself myself'],
    lat: ['wa7d(i|e|)ch wahd(i|)ch wa7dak wahdi wa7di wa7dich lwa7di'],
  },
  'meet-place': {
    ar: [
      '(ل|ال|لل|ب|بال|)(شقه|فندق|بستان|كافيه|مزرعه|كراج|سياره|سيارته|شقته|بيته|مكتبه|مطعم|كازينو|مول|متنزه|شاليه|غرفته|غرفه|هوتيل|مقهى|حديقه|مخزن|موتيل|محله|سيارتي) سياره سيارته',
    ],
    ckb: [
      'شوقە شوقەکەی شوقەیەک ئوتێل هوتێل باخ باخەکە کافێ سەیارە ئۆتۆمبێل ئۆتۆمبێلەکەی ماڵی ماڵیان مەزرا پارک پارکەکە نووسینگەکەی',
    ],
    en: ['hotel apartment flat motel place house car farm room cafe park villa airbnb parking'],
    lat: ['shiqqa shiqa shaqqa shaqa funduq fundu8 sayara bustan mazra3a lilshiqa'],
  },
  'wants-me': {
    ar: [
      'يريدني يريد يردني يطلب طلب مصر يجبرني يصر اصر يكول يكلي كلي كال كلي لازم مجبوره مجبور يلح يلزمني مضطره مضطر اروح',
    ],
    ckb: ['دەیەوێت دەیەوێ دەڵێت دەڵێ داوای دەبێت ناچارم دەوێت ئەڵێ'],
    en: [
      'wants want wanted asks asked asking demands demanding insists insisting says said told tells saying telling must have forces forced',
    ],
    lat: ['yreed yreedni yrid yridni ygool ygul lazim'],
  },
  agency: {
    ar: [
      'محاسب مستثمر مخرج موظف موظفه موظفين محامي محاميه شرطه الشرطه المحكمه القاضي ضابط مكتبكم فريقكم منظمه المنظمه مندوب مستشار اخصائي طبيب دكتور دكتوره المجتمعيه مركز الوكيل',
    ],
    ckb: ['پۆلیس پارێزەر دادگا فەرمانبەر ئەفسەر نووسینگەکەتان'],
    en: [
      'accountant investor client agent agents team staff police lawyer officer court somebody counselor therapist you your u yall',
    ],
  },
  'every-time': {
    ar: ['كل دائما دايما يوميا مرات مرتين مره باستمرار صارلي صارله من كلما'],
    ckb: ['هەموو هەر هەمیشە جارێک جاران هەفتەیەک ڕۆژێک'],
    en: ['every each always again months weeks times twice often keeps still whenever'],
    lat: ['kul kull marra marten martain'],
  },
  'forces-me': {
    ar: [
      '(ي|ت|)(جبر|غصب|ضطر|رغم|كره|ستغل|ستدرج|هدد)(ني|وني|) اجبرني اجبروني ارغمني مجبوره مجبور غصبا غصب بالغصب بالكوه بالقوه جبرني جبر بالاكراه بالتهديد رغما مضطره مضطر لازم يجرني يسحبني خلاني يخليني خلوني تخليني',
    ],
    ckb: ['ناچارم ناچاری زۆرم ناچارمدەکات ناچارکردم بەزۆر زۆر'],
    en: [
      'force forces forced forcing makes make made making blackmails blackmailed coerced coerces pressures have',
    ],
    lat: ['yijbirni yjburni yijburni jabarni yghsibni ghasban bilghasb'],
  },
  'touch-me': {
    ar: [
      '(ي|ت|)(لمس|تحسس|تلمس|غتصب|بوس|حضن|تحرش|عتدي|فتح)(ني|وني|) اغتصبني اغتصبوني يغتصبني اعتدى يتحرش تحرش تحرشت لامسني يلمس لمسني بوسني يحضني غاصبني اغتصاب اغتصبت انغصبت',
      'هتك يهتك',
    ],
    ckb: ['دەستدرێژی دەستدرێژیی دەستدرێژیم لاقەی ئەتکی دەستبازی دەستبازیم'],
    en: [
      'rape raped rapes raping molest molested molests molesting touch touches touched touching grope gropes groped groping fondle fondles assaulted assaults abuses abused abusing',
    ],
    lat: ['yilmis(ni|) ightasab(ni|) yightisib(ni|) yit7ar(r|)ash y3tidi i3tida ya3tidi'],
  },
  acting: {
    ar: [
      '(ا|)(سوي|سويله|سويلهم|عمل|عمله|فعل) اسويله اسوي يسويلي يسوي يسويها سواها مسويها سوا يسويه افعال اسوي',
      'افعل امور اشياء شغلات اشيا',
    ],
    en: ['do things stuff acts favors'],
    lat: ['asawi asawila sawaha sawwaha'],
  },
  unwilling: {
    ar: [
      'مجبوره مجبور مجبره مغصوبه مغصوب مضطره مضطر غصبا غصب بالغصب بالكوه بالقوه كارهه رغما اجباري يجبرني جبرني',
    ],
    ckb: ['ناچارم ناچار ناچاری بەزۆر'],
    en: ['forced forces force unwilling'],
    lat: ['majboora majbur ghasban yijburni yijbirni'],
  },
  undress: {
    ar: ['انزع اخلع اشلح اتعرى تعري عاريه عريانه ينزعني نزعني اكشف ملابسي هدومي ثيابي افصخ'],
    ckb: ['جلەکانم جلم ڕووت ڕووتبمەوە دابکەنم جلوبەرگم'],
    en: ['undress strip naked undressing stripping clothes nude'],
  },
  things: {
    ar: ['اشياء اشيا امور شغلات حركات افعال ممارسه اللي المسج مساج شيريد'],
    en: ['things stuff acts favors whatever anything'],
  },
  'never-touched': { ar: ['لم ما'], en: ['never not'] },
  comes: {
    ar: ['(س|)(ياتي|يجي|يوصل|يدخل|يهجم|يقتحم|يطب) جاي جايين اجي سيحضر يحضر'],
    ckb: ['دێت دێن دێم هاتووە'],
    en: ['come comes coming came show shows turn break breaking'],
  },
  knows: {
    ar: ['يعرف عرف يدل يعرفون لكى لقى عنده عندهم كشف طلع جاب اكتشف تعرف يدلي'],
    ckb: ['دەزانێت دەزانێ دۆزیوەتەوە دۆزییەوە دەناسێت'],
    en: ['knows know found has got figured'],
    lat: ['ydil ydill y3ruf y3urf'],
  },
  /** What may be asked for or be missing, or a question. */
  'nothing-of-these': {
    ckb: [
      'پارە پارەی پارەم پارەیە پارەیەک پارەکە دینار دۆلار قەرز بەڵگە بەڵگەم بەڵگەی بەڵگەیەک سکرین سکرینشۆت سکرینشۆتم وێنە وێنەی وێنەم نامە نامەکان چات چاتەکە چاتم تۆمار ژمارە ناو بیدەم بدەم بیدەمێ بنێرم بینێرم بڵێم بیڵێم ئایا کوا کێ چەند بۆچی',
    ],
  },
  /** Seen so in a picture or on a screen. */
  undressed: {
    ar: ['عريانه عريان عاريه بالكام بالكاميرا بالكامره بالفيديو'],
    en: ['naked nude nudes undressed clothes underwear bra'],
  },
  /** What denies the word right after it, and is no answer by itself. */
  'not-so': { ar: ['ما'], en: ['doesnt dont not'] },
  refused: {
    ar: ['رفضت ارفض رافض رافضه'],
    ckb: ['نەکردووم نەکردووە نەکردوە نەکرد', 'ڕەتمکردەوە ڕازی'],
    en: ['refused refuse declined'],
  },
  'lonely-place': {
    ar: [
      'منعزل معزول مهجور بعيد فارغ ظلمه مظلم مقطوع صحراء البر بستان البستان مزرعه المقبره خربه هيكل كراج مخزن',
    ],
    ckb: ['چۆڵ دوور چۆڵدا تاریک دوورەدەست باخ'],
    en: ['isolated abandoned empty deserted remote lonely dark quiet parking warehouse outskirts alley'],
  },
  'hand-over': {
    ar: ['اسلم اسلمه اسلمهم انطيه اوصل اوصله اجيب جيبي جيب تجيبين اجيبله تسلميني استلم يستلم اسلمها'],
    ckb: ['بدەمێ بیدەمێ بیبەم ببەم بهێنم بۆی'],
    en: ['bring hand deliver give drop'],
  },
  'in-person': {
    ar: ['بايده بيده بيدي بايدي وجها شخصيا بنفسي وجه'],
    ckb: ['دەستی دەستاودەست'],
    en: ['person'],
  },
  'stands-by': { en: ['parked standing waiting sitting outside'] },
  'place-en': {
    en: [
      'house home door school work workplace job dorm street office apartment place building campus gate university college shop neighborhood class',
    ],
  },
  'kin-home': {
    ar: ['ابوي امي زوجي اهلي اخوي بابا ماما رجلي اختي'],
    ckb: ['باوکم دایکم'],
    en: ['mom dad brother sister father mother taxi uber delivery husband driver'],
  },
  'now-meet': { ar: ['هسه الان حالا'], en: ['now rn'], ckb: ['ئێستا'] },
}
