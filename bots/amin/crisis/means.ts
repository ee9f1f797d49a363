import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/** What people die of, and the words that show it is at hand or meant. */
export const means: CrisisRules['classes'] = {
  pills: {
    ar: [
      'حبوب حبايه حبايات حبوبها حبه حبات منوم منومات مهدئ مهدئات فاليوم بنادول بارستول سم سموم مبيد زرنيخ تيزاب كلور اسيد الحبوب شريط شرايط علبه علب اقراص الاقراص قرص كبسول كبسولات براسيتول باراسيتول بنادول اسبرين ترامادول زاناكس انسولين ديتول زاهي قاصر فلاش وايتكس كلوركس مبيض صبغه تنر بريسول فاليومات حبوبي ادويتي (ال|)(منوم|منومات|مهدئ|مهدئات|سم|كلور|قاصر|مبيد)',
    ],
    ckb: ['حەب حەبم حەبی حەبە* حەبێ* حەبەکان* ژەهر*'],
    en: [
      'sedatives antidepressants valium ambien tablet capsules lye clorox pesticide drano tramadol tylenol ibuprofen aspirin panadol insulin detergent pills pill tablets poison bleach sleeping overdose bottle paracetamol xanax',
    ],
    lat: [
      '(e|i|a|)(l|)7(u|o|)b(u|o|oo)b 7abbat habbat 7ubub 7oboob habub huboob dawa sam sim (zhahr|jahr)(m|i|aka|)',
    ],
  },
  /** Taken by many every day: tells less than pills. */
  medicine: {
    ar: ['دوه دوا ادويه علاج'],
    ckb: ['دەرمان دەرمانی دەرمانم دەرمانە* دەرمانێک*'],
    en: ['meds medication medicine'],
    lat: ['dawa dwa'],
  },
  blade: {
    ar: ['شفره شفرات موس موسى مشرط سجينه سكين سكينه سجين مقص'],
    ckb: ['تیغ* گوێزان* چەقۆ*'],
    en: ['razor razors blade blades knife scissors'],
    lat: ['shafra sichina sechina moos'],
  },
  look: {
    ar: ['اباوع ابحلق انظر باوعت اطلع'],
    ckb: ['سەیری سەیر'],
    en: ['look looking stare staring watching'],
  },
  'hang-place': {
    ar: ['مروحه المروحه السقف سقف بالسقف التعليكه جنكال'],
    ckb: ['پانکە پانکەکە سەقف سەقفەکە'],
    en: ['fan ceiling beam hook'],
    lat: ['marwa7a marwaha'],
  },
  electric: {
    ar: ['سلك السلك كهرباء الكهرباء كهربائي الكهربائي كيبل واير'],
    ckb: ['کارەبا'],
    en: ['wire electricity socket'],
  },
  gas: {
    ar: ['غاز الغاز بوتاكاز القنينه'],
    ckb: ['غاز غازەکە'],
    en: ['gas'],
  },
  'seals-room': {
    ar: ['سديت شبابيك الشبابيك فتحت الباب قفلت'],
    ckb: ['پەنجەرەکان کردەوە داخست'],
    en: ['windows opened sealed oven garage'],
  },
  rope: {
    ar: ['حبل الحبل مشنقه حبال وصله كيبل مشنقتي'],
    ckb: ['پەت پەتم پەتەکە* پەتێک* گوریس*'],
    en: ['rope noose belt cable'],
    lat: ['7abil habil 7abl'],
  },
  gun: {
    ar: ['مسدس مسدسي سلاح رصاصه طلقه كلاشنكوف بندقيه'],
    ckb: ['دەمانچە دەمانچەکە دەمانچەی چەکەکە گوللە گوللەیەک تفەنگ'],
    en: ['gun pistol rifle bullet revolver'],
    lat: ['msadas musadas'],
  },
  height: {
    ar: [
      'بير البير بئر',
      'سطح سطوح السطح جسر جسور الجسر شط شباك النافذه نافذه شرفه الشرفه نهر النهر بلكونه بناية بنايه عماره دجله فرات سكه قطار هاويه (ال|)طابق بلكون حافه',
    ],
    ckb: [
      'سەربان سەربانەکە پرد پردەکە پردی ڕووبار ڕووبارەکە نهۆم نهۆمی باڵەخانە باڵەخانەکە پەنجەرە پەنجەرەکە',
    ],
    en: ['roof rooftop bridge river balcony ledge window train tracks cliff floor tower building'],
    lat: ['sate7 sath jisir jisr shat'],
  },
  'any-means': { with: ['pills', 'medicine', 'blade', 'rope', 'gun'] },
  /** In the writer's own hand. */
  'in-hand': {
    ar: [
      '(ب|)(يدي|ايدي|ايديه|يديه) بيدي يمي كدامي امامي جدامي بجنطتي بجيبي جنبي جمبي قربي مخدتي مخدتى بالجنطه بحضني ماسك ماسكه لازمه ماسكها شايله',
    ],
    ckb: [
      'لەبەردەستە لەبەردەستمە لەبەردەستم لامە لای بەدەستمەوە بەدەستمەوەیە لەبەردەمم لەبەردەممە لەبەردەممدا دەستمدایە دەستمە دەستمەوەیە دەستمەوە لەلامە گیرفانم',
    ],
    en: ['hand hands beside holding drawer pocket lap'],
    lat: ['yammi yami biyadi b2idi bidi beedi gidami gedami'],
  },
  /** Prepared. */
  ready: {
    ar: [
      'جاهز جاهزه شديت شديته نصبت اعددت اعددته اعددتها هيات جهزت جهزته جهزتها حضرت حضرته محضر محضره ربطت ربطته علكت علكته اشتريت اشتريته اشتريتها ضميت ضميته لكيت خليته معلك مربوط',
    ],
    ckb: ['ئامادە ئامادەم ئامادەیە ئامادەکردووە کڕیوە کڕیم کڕیومە کڕیوومە هێناوە هێنام هەڵواسیوە بەستووە'],
    en: ['ready tied hung bought prepared tied hanging saved got waiting'],
    lat: ['jahiz jahza ishtiret ishtarait'],
  },
  gathered: {
    ar: [
      'اجمع اجمعهن اضم كدست خزنت اخزن جمعت جمعتها جمعتهن لميت لميتها كلها كلهن صفيتها عديتها عديت كاملين كامله وضعت حطيت حطيتها كومه هواي شريطين علبتين ملت',
    ],
    ckb: ['کۆدەکەمەوە کۆکردەوە هەموو هەمووی هەموویان کۆکردووەتەوە کۆکردۆتەوە دانەیە دانە زۆرم'],
    en: [
      'collecting saving hoarding hoarded all whole entire collected saved counted counting lined full handful bunch',
    ],
    lat: ['kulha kulhin kulhum jama3t kul hwaya hwai hwaye'],
  },
  swallow: {
    ar: [
      'اخذت خذيت اخذتهم اكلها اكلهن اكلهم اكلت اكلتها شربتهم ابلع ابتلع بلعت بلعتها ابلعها ابتلعت اشرب اشربها اشربهن شربت شربتها شربتهن اخذهن اخذتها اخذتهن بلعتهن ابتلعهم اخذها خذيتهن',
    ],
    ckb: ['دەخۆم بخۆم دەیخۆم دەیانخۆم خوارد خواردم بیانخۆم هەڵدەلووشم خواردووە'],
    en: ['swallow swallowed swallowing took taken taking downed drank drink'],
    lat: ['akhadhit akhathit a5adhit akhadht ashrab ashrabha ishrab sharabt abla3 abla3ha'],
  },
  'i-throw': {
    ar: [
      'اذب ارمي اشمر القي اطفر اقفز انط اطمر ذبيت اذبها القفز قفزه سارمي ساقفز ساذب نط السقوط سقوط ارتمي ساسقط',
    ],
    ckb: ['فڕێ هەڵدەدەم هەڵبدەم هەڵدەدەمە بازدەدەم'],
    en: ['jump jumping jumped throw throwing leap'],
    lat: ['adhib athib anu6 ashmur'],
  },
  /** Where another holds it, it is violence. */
  threatener: {
    ar: ['اخوي ابوي عمي رجلي زوجي ابويه جايب شايل سحب طلع'],
    ckb: ['باوکم براکەم مامم مێردەکەم'],
    en: ['he his him brother father dad uncle husband they'],
  },
  'last-of-time': { ckb: ['مۆڵەت* کات کاتە ڕۆژ ڕۆژە جار جارە وادە*'] },
  vehicle: { ar: ['سياره سيارته سيارتهم تكسي باص سيارات'], ckb: ['سەیارە* ئۆتۆمبێل*'], en: ['car parked'] },
  /** What is meant to come of it. */
  'the-end': {
    ar: [
      'اخلص وخلاص وخلص ارتاح وارتاح ينتهي تنتهي ينتهون انهي ننتهي انتهي خلصت نهايتي وداعا وداع خلاصي تخلص يخلص ارتاحيت ساكت تنحل ينحل يموت اموت الموت الليله انام ينامون ابتلع ابلع اشربها اشربهن اخذها اخذهن',
      'سامحوني الفضيحه فضيحه يفتضح انفضحت نشر ينشر انهاء افلت النهايه',
    ],
    ckb: [
      'کۆتایی تەواو ماڵئاوا ئەمشەو دەخۆم بخۆم دەیخۆم دەمەوێت بمرم دەمرم مردن هەموویان بیخۆم بیانخۆم کۆتاییە ڕزگارم پشوو',
    ],
    en: [
      'end ending done over tonight goodbye die dying finish finished finally forever peace gone sorry swallow take it',
    ],
    lat: ['akhlas arta7 artah amoot amut khalas'],
  },
  /** The writer moves or stands. */
  'i-stand': {
    ar: [
      'اقف اوقف واكف واكفه واقف واقفه كاعد كاعده جالس جالسه صعدت صاعد صاعده طالع طالعه رايح رايحه اروح اصعد اوكف اطفر اقفز انط اطمر اشمر اذب ارمي القي طلعت سابقى وصلت رحت افكر اطب انزل طاير وقفت ساقفز',
    ],
    ckb: ['دەچمە دەچم وەستاوم ڕاوەستاوم چوومە چووم دانیشتووم بچم بچمە خۆم دەڕۆم'],
    en: ['standing stand sitting jump jumping climbed climbing walking going walk thinking im'],
    lat: ['wagif wagfa wakfa wakif rayih ray7 aroo7 aruh adhib'],
  },
  /** Everyday reasons to speak of medicine, roofs and bridges. */
  'everyday-medicine': {
    ar: [
      'ضغطي سكري',
      'شبكه الشبكه',
      'صيدليه صيدلية الصيدليه دكتور دكتوره طبيب طبيبه وصفه وصفلي صداع الضغط ضغط سكر السكري حساسيه مراجعه فيتامين فيتامينات المعده للمعده انفلونزا حراره علاج معده كاميرا زحمه ازدحام ترافيك نت انترنت سيرفر واير',
    ],
    ckb: ['دکتۆر پزیشک دەرمانخانە سەرئێشە شەکرە پەستانی گەدە کامێرا قەرەباڵغی'],
    en: [
      'signal network reception',
      'doctor pharmacy prescription headache diabetes pressure vitamin vitamins allergy flu traffic camera wifi router shirt antenna',
    ],
  },
}
