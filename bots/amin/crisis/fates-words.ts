import type { CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * What a family or a gang means to do: verdicts, ways of killing, what one is beaten with, whom one
 * is given to.
 */
export const classes: CrisisRules['classes'] = {
  /** What is done to a body until it dies, the one it is done to said apart. */
  slays: {
    ar: [
      '(س|)(ي|ت|ن|ا)(قتل|كتل|ذبح|دبح|خنق|خنك|نحر|شنق|شنك|سلخ|دفن|طعن|طخ|عدم|صفي|فجر|دهس|رجم|طفي|نهي)(ون|وا|و|)',
      '(س|)(ي|ت|ن|ا)(حرق|حرك|رمي|شمر|ذب|غرق|غرك)(ون|وا|و|) (س|)يصفون يطخون ينهون',
    ],
    ckb: [
      'دەکوژن دەکوژێت بکوژن بکوژێت دەخنکێنن دەخنکێنێت بخنکێنن دەسووتێنن دەسووتێنێت بسووتێنن دەنێژن بنێژن سەردەبڕن',
    ],
    en: [
      'kill murder slaughter butcher behead strangle shoot stab bury burn drown hang stone execute poison choke',
    ],
    lat: ['yiktil yiktlon yiktiloon yidhba7 yidhba7oon yidfin yidfinoon yi7rig'],
  },
  /** Certain that it will be done. */
  bound: {
    ar: [
      'راح رح لازم ناوي ناوين حلف حلفوا حالف حالفين يحلف يحلفون قرر قرروا مصمم مصممين اقسم اقسموا توعد يتوعد متوعد يريد يريدون مستعد مستعدين جاهزين نوى نووا',
    ],
    ckb: ['دەیانەوێت دەیەوێت سوێندی سوێندیان بڕیاریان بڕیاری پلانیان'],
    en: ['will gonna swore sworn vowed promised wants want going plan plans planning ready decided'],
    lat: ['rah ra7 lazim 7ilaf 7alaf nawi yreed'],
  },
  /** Whom: a girl of the house, without a name. */
  'house-girl': {
    ar: [
      'البنيه البنت بنته بنتهم بنتنا اختهم اخته اختنا هالبنت هالبنيه مرته حريمنا الوسخه الفاجره الساقطه حرمته المره',
    ],
    ckb: ['کچەکە کچەکەیان خوشکەکەیان ژنەکە'],
    en: ['girl daughter sister'],
  },
  'i-kill-her': {
    ar: ['(ا|ن)(ذبح|دبح|قتل|كتل|دفن|خنق|حرق|حرك|طخ|نحر|موت|سلخ)(ها)'],
    ckb: ['(دەی|بی)(کوژین|نێژین|سووتێنین|خنکێنین)'],
  },
  verdict: {
    ar: [
      'قرار حكم فتوى كعده اجتماع جلسه مجلس كعدوا اجتمعوا مجتمعين حكموا قرروا طلعوا اتفقوا افتوا يتشاورون كعدو متفقين تشاوروا الشيخ الشيوخ',
    ],
    ckb: ['بڕیار بڕیاریان کۆبوونەوە کۆبوونەتەوە حوکم حوکمیان دانیشتن دانیشتوون ڕێککەوتوون'],
    en: ['decided meeting verdict gathered met council judgment agreed vote'],
  },
  fate: {
    ar: [
      'تروح تموت مصيرها مصيري موتها موتي نخلص نخلصها يخلصون تخلص ينغسل اغسل نغسلها تنغسل راسها راسي دمها دمي بيه بيها ادفن تندفن تنتهي',
    ],
    ckb: ['بمرم بمرێت چارەنووسم نەمێنم مردنم نەهێڵن لەناوم لەناوببرێت'],
    en: ['die dead fate life blood'],
  },
  /** "Takes my soul". */
  'takes-out': {
    ar: ['(ي|ت)(اخذ|طلع|زهق|زهك|سلب|كطف|قطف|نهي|نه|قطع|كطع|شلع|قبض|كبض|سحب|هدر)(ون|وا|)'],
    ckb: ['دەستێنن دەستێنێت دەکێشن دەکێشێت دەسێنن دەسەنن لێدەستێنن دەردەهێنن'],
    en: ['take takes taking end ends ending claim'],
  },
  'life-of-me': {
    ar: ['روحي روحج روحك حياتي حياتج حياتك عمري عمرج انفاسي روحنا حياتنا دمي نفسي'],
    ckb: ['گیانم گیانت ژیانم ڕۆحم'],
    lat: ['ro7i rohi ruhi 7ayati'],
  },
  /** Where the dead go, and how one comes home. */
  'grave-place': {
    ar: ['(ل|ب|بال|لل|ال|)(كبر|قبر|تراب|كفن|جفن|تابوت|نعش|مقبره|مغيسل|طب العدلي) تراب القاع الكاع'],
    ckb: ['خاک گۆڕستان چاڵ تابووت خۆڵ'],
    en: ['soil dirt', 'grave coffin ground bodybag casket morgue'],
    lat: ['kabr gabr kafan tabut'],
  },
  'puts-me': {
    ar: ['(ي|ت|ن|ا)(ودي|نزل|حط|دز|رجع|طلع|دخل|لف|لفلف|سكن|خلي)(ني|وني|ونني|ج|ك|وج|وك)'],
    ckb: ['دەمخەنە دەمخاتە دەمنێرنە دەمنێرێتە دەمگەڕێننەوە دەتخەمە دەتنێرم'],
    en: ['put puts send sends throw throws bury'],
  },
  'beat-tool': {
    ar: [
      '(ال|ب|بال|)(صونده|سونده|حزام|قايش|عصا|عصايه|كيبل|توثيه|خيزرانه|بوري|بوكس|بوكسات|راشدي|راشديات|جلاق|جلاليق|كف|كفوف|نعال|خرطوم|قامجي|سوط|صوندات|كرباج|زنجيل|طابوكه)',
    ],
    ckb: ['قایش بەقایش قایشەکەی کێبڵ سۆندە شەق شەقی زللە زلەی بۆکس بەدار دارەکە قامچی شیش'],
    en: ['belt stick cable hose whip broomstick pipe fists fist bat rod slipper chair hammer'],
    lat: ['sonda 7izam qayish bori rashdi jalaq'],
  },
  'my-body': {
    ar: ['(جسم|جسد|ظهر|ضهر|وجه|راس|رجل|ايد|بطن|خشم|عين|كتف)(ي|ه|يه|ج)'],
    ckb: ['لەشم جەستەم پشتم دەموچاوم سەرم قاچم دەستم چاوم'],
    en: ['me my'],
    with: ['me-object'],
  },
  /** "Falls upon me". */
  'falls-on': {
    ar: [
      'نزل ينزل نازل نزلوا ينزلون هجم هجموا يهجم كام كاموا طب طبوا يكوم لزم لزمني هبد يهبد انهال انهالوا ينهال عدمني عدمني',
    ],
    ckb: ['کەوتنە کەوتە دەکەوێتە تێم تێمان گرتمیان'],
    en: ['went came attacked jumped used uses takes'],
  },
  'beaten-noun': {
    ar: ['كتله بسطه طراك قتله دكه ضرب كف راشدي ضربه فلقه علقه اهانه كتلات بسطات'],
    ckb: ['لێدان دارکاری فەلاقە لێدانێکی'],
    en: ['beating thrashing'],
    lat: ['katla basta trag dharub'],
  },
  eats: { ar: ['اكلت اكل ماكل ماكله اكلنا آكل تلكيت اتلقى'], lat: ['akalt akilt makla'] },
  /** Given to a man. */
  'given-to': {
    ar: [
      '(ي|ت|ن|)(زوج|نكح|خطب|عقدول)(وني|ونني|ني) يزوجوني يزوجني يعقدون يعقدولي عقدوا ينطوني انطوني ناطيني يعطوني اعطوني مزوجيني مخطوبه خطبوني عرسي عقدي زواجي زفافي مهري الزواج ازوج اتزوج يزفوني',
    ],
    ckb: ['بمدەن دەمدەن دەمدەنە بمدەنە مارەم شووم شوو زەماوەندم بەشوو'],
    en: ['marry married marriage wedding engaged engagement wed'],
    lat: ['yzawjooni yzawjuni ynt(o|u)ni yintooni yzawijni'],
  },
  'to-man': {
    ar: ['لابن لولد لرجال لشايب لواحد لعجوز لصديقه لشريكه للمبتز ابن شايب كبري اكبر عجوز جبير عمي خالي'],
    ckb: ['ئامۆزا ئامۆزام ئامۆزاکەم پیر پیرەمێرد پیاوێکی پیاوێک کوڕی'],
    en: ['cousin man old stranger him someone guy uncle'],
  },
  'against-will': {
    ar: [
      'غصب غصبا بالغصب بالكوه بالقوه بالاجبار مارايده رغم رغما جبر جبرا ارفض رافضه رفضت مااريد مااريده مجبوره اجباري قسرا كسرا',
    ],
    ckb: ['بەزۆر زۆر ناچارم ناچاری ناڕازیم نامەوێت نامەوێ زۆرەملێ'],
    en: ['forced force forcing against refuse dont unwilling didnt'],
    lat: ['ghasban ghasub bilghasub bilgowa'],
  },
  'end-of-me': {
    ar: ['منتهيه منتهي نهايتي اندفن انذبح انكتل انقتل انحرك انحرق انعدم ارجم انرجم موتي جنازتي عزاي'],
    ckb: ['دەکوژرێم بکوژرێم کۆتاییم مردنم دەسووتێنرێم لەناودەچم'],
    en: ['dead finished doomed killed goner'],
    lat: ['ankitil anktil andhibi7 mayta'],
  },
  /** A picture, a bullet or a word that says: you are next. */
  'sends-me': {
    ar: ['دز دزلي دازلي يدزلي ارسل ارسللي بعث بعثلي يرسلي صورلي ذب ذبوا خلا خلوا لكيت لكينا حطوا شلع لزكوا'],
    ckb: ['ناردی ناردووە نارد بۆی ناردم'],
    en: ['sent sends left posted showed'],
    lat: ['daz dazli dazl'],
  },
  childhood: { ar: ['جنت كنت زمان'], ckb: ['منداڵیم منداڵ بووم'], en: ['childhood'] },
  accident: {
    ar: ['حادث الحادث طحت وكعت وقعت سقطت درج الدرج كره الكره مباراه عمليه العمليه سقوط'],
    ckb: ['ڕووداو ڕووداوێک کەوتم پلیکانە نەشتەرگەری'],
    en: ['accident fell surgery stairs football'],
  },
  feast: {
    ar: ['الغدا عالغدا للغدا خروف خرفان عيد العيد ضحيه دجاج دجاجه عجل طلي ذبيحه'],
    ckb: ['مەڕ قوربانی جەژن مریشک'],
    en: ['sheep eid lamb chicken goat'],
  },
}
