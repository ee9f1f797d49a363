import type { CrisisRules } from '../../../core/text/danger/rules.ts'

/** Who does what to whom. */
export const people: CrisisRules['classes'] = {
  /** The writer's family: here the ones who may be the danger. */
  kin: {
    ar: [
      'ابوي ابويه ابويا ابي والدي الوالد بابا بابه ابونا والدنا',
      'اخوي اخويه اخويا اخي اخواني اخوتي اخوان اخوانه خويا خويه خوتي شقيقي اشقائي',
      'عمي عمو عمامي العمام اعمامي عمومتي خالي خالو خوالي اخوالي جدي زوجي رجلي طليقي خطيبي حماي نسيبي عمتي خالتي',
      'حمولتي الحموله حمولتنا سلفي سلفتي سلافي خوياني شيخنا الشيوخ جدو كرايبينا حموله هلنه اهلنه عمامنه خوالنه اخوتي نسابتي نسيبنا حموي احماي',
      'اهلي هلي اهلنا هلنا عائلتي عايلتي اسرتي عشيرتي العشيره عشيرتنا كرايبي اقاربي قرايبي كرايبنا العائله العايله امي ماما',
    ],
    ckb: [
      'باوکم باوکەکەم باوکیشم باوانم بابم بابەکەم براکەم براکانم برام برایەکانم براگەورەکەم گەورەکەم',
      'مامم مامەکانم مامەکەم خاڵم خاڵەکانم ئامۆزاکەم ئامۆزاکانم ئامۆزا خزمەکانم خزمانم کەسوکارم خێزانم خێزانەکەم',
      'مێردەکەم مێردم هاوسەرەکەم پیاوەکەم دەزگیرانەکەم عەشیرەتەکەم عەشیرەت باپیرم ماڵەوە دایکم زاواکەم کاکم هۆزەکەم هۆز خەزورم خەزوورم زڕباوکم باوەپیارەم ئامۆزام کوڕەمامم پلکم شووبراکەم براژنم مامۆم خاڵۆم برایانم باوکمان براکانمان خزممان',
    ],
    en: [
      'father dad daddy brother brothers bro uncle uncles cousin cousins husband family parents clan tribe relatives stepdad stepfather',
      'stepbrother exhusband fiance mother mom folks grandfather inlaws fam ex papa pops elders sheikh inlaw grandpa hubby tribesmen brothers kinsmen',
    ],
    lat: [
      'ab(o|u)(y|ya|yah|ye|yi) aboye baba abi wal(i|e|)di akh(o|u)(y|ya|i|ye|yi) akhi akhw(a|)(ni|n) ikhw(a|)(ni|n) 3am(i|o|ami) ami khal(i|o) khwali',
      'bawkm bawkim bawkakam brakam brakanm bram mamm mamam mamakam khalm merdakam merdm khezanm khezanakam pyawakam',
      'rajl(i|y) zawj(i|y) ah(a|)li a7li hali ahalna (3|)ashir(a|ti|ty|tna)',
    ],
  },
  clan: {
    ar: ['عشيرتنا العشيره عشيرتي عمامنا جماعتنا كرايبنا ديرتنا عرفنا اهلنا'],
    ckb: ['عەشیرەتمان عەشیرەتەکەمان خێزانمان کەسوکارمان'],
    en: ['clan tribe family'],
  },
  /** "Your brother": family in the mouth of the one who threatens or warns. */
  'kin-of-you': {
    ar: ['(اخو|ابو)(ج|ك) (اهل|عم|خال|اخوان|اخوت|عمام|رجل|زوج|عشيرت|والد)(ج|ك)'],
    ckb: ['باوکت براکەت براکانت مامت خێزانەکەت مێردەکەت'],
    lat: ['akhooch abooch ahlich akhuch abuch ahlach'],
  },
  'kin-of-her': {
    ar: ['(اخو|ابو)(ها|هم) (اهل|عم|خال|اخوان|اخوت|عمام|رجل|زوج|خطيب|طليق|عشيرت|والد)(ها|هم)'],
    ckb: ['باوکی براکەی براکانی خێزانەکەی مێردەکەی'],
  },
  /** Those who are dear to the writer: what is done to them is told of, not suffered. */
  dear: {
    ar: [
      '(اخت|بنت|ابن|ام|ولد|خوات|بنات|زوجت|مرت|عائلت|اهل)(ي|نا) (صديق|رفيق|زميل|صاحب)(تي|ي) اطفالي جهالي وليدي اخوي ماما ابويه زوجها',
    ],
    ckb: ['خوشکم خوشکەکەم دایکم کچەکەم کوڕەکەم منداڵەکانم خێزانەکەم خێزانم براکەم هاوڕێکەم ژنەکەم'],
    en: [
      'sister mother mom mum daughter son kids children family brother wife friend parents cousin girlfriend dad',
    ],
    lat: ['ukhti okhti umi omi ummi ommi binti ibni ahli'],
  },
  /** Whoever threatens. */
  they: {
    with: ['kin'],
    ar: [
      'هو هم واحد الشخص شخص المبتز مبتز جماعته ربعه رجال صاحبه هذا العصابه عصابه ولد شباب مديري المدير استاذي',
    ],
    ckb: ['ئەو ئەوان کەسێک کەسەکە پیاوێک ئەوە'],
    en: [
      'he hes hell they theyre theyll she shes someone somebody guy man men people blackmailer stalker gang boss',
    ],
    lat: ['huwa howa hua hwa hum wahid wa7id'],
  },
  'says-any': {
    ar: [
      'يكول يقول كال قال يكولون كالوا قالوا كلي كالي قالي كاللي يكلي تكول كالت حلف يحلف اقسم وعدني دزلي كتبلي توعد يتوعد متوعد متوعدني متوعدلي متحلف متحلفلي متحلفيلي حالفلي حالفين حالف',
      'هدد يهدد هددني يهددني هددوني يهددوني هددنا تهديد',
    ],
    ckb: ['دەڵێت دەڵێ وتی گوتی دەڵێن ئەڵێ ئەڵێت وتیان گوتیان سوێندی هەڕەشە*'],
    en: [
      'says said saying say told tells swore swears threatens threatened threatening promised vowed texted wrote',
    ],
    lat: [
      'ale alet dale dalet wti wty guti ygool ygol ygul ykool ykul yikool gal kal galli kalli y7lif hadadni yhadidni haddadni',
    ],
  },
  child: {
    ar: [
      '(بنت|بنيت|ابن|طفل|شقيق|حفيد|تلميذ|طالب)(ي|تي|تنا|نا) بنيتي اخيتي اخيي خيتي ولدنا جهالي الجهال ولدي وليدي اختي اخوي اخونا بنتهم ابنهم',
    ],
    ckb: [
      'کچەکەم کوڕەکەم خوشکەکەم براکەم کچم کوڕم منداڵەکەم خوشکم برازاکەم خوشکەزاکەم کچە کوڕە خوشکە برا براکەشم',
    ],
    en: ['bro sis daughter son sister brother niece nephew kid child student stepdaughter stepson cousin'],
    lat: ['binti bnayti bnaiti ibni ukhti okhti ikhti akhoy akhuy'],
  },
}
