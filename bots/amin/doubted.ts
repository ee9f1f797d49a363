import type { Doubt } from '../../core/model/flow.ts'
import { each } from './each.ts'

/**
 * Where the reader of facts finds what nobody said: a husband who is told of is no former partner, an office
 * where somebody sits was sent nothing. It learnt from words of people who are blackmailed, where such words
 * stand beside the fact. Compared folded; `unless` are parts of words.
 */

/** Somebody of theirs, as they are named. */
// prettier-ignore
export const KIN = {
  en: [
    'father', 'dad', 'mother', 'mom', 'mum', 'brother', 'sister', 'uncle', 'aunt', 'cousin', 'husband',
    'wife', 'family',
    'parents', 'friend', 'fiance', 'son', 'daughter',
  ],
  /** Of a man, and of a woman: the verb behind them differs. */
  arHe: ['ابوي', 'ابويه', 'بابا', 'اخوي', 'اخويه', 'عمي', 'خالي', 'زوجي', 'رجلي', 'خطيبي', 'ابني', 'صديقي'],
  arShe: ['امي', 'ماما', 'اختي', 'عمتي', 'خالتي', 'زوجتي', 'مرتي', 'خطيبتي', 'بنتي', 'صديقتي', 'رفيقتي'],
  ckb: [
    'باوکم', 'باوکی من', 'دایکم', 'براکەم', 'برام', 'خوشکم', 'خوشکەکەم', 'مامم', 'خاڵم', 'پوورم',
    'مێردەکەم', 'هاوسەرەکەم',
    'هاوسەرم', 'ژنەکەم', 'دەزگیرانەکەم', 'خێزانم', 'هاوڕێکەم', 'هاوڕێم', 'بابێ من', 'دایکا من', 'برایێ من',
    'خویشکا من',
  ],
  lat: ['abuya', 'ummi', 'akhuya', 'ukhti', 'zawji', 'zoji', 'bawkm', 'daykm', 'brakam', 'khushkm', 'xushkm', 'hawsarakam'],
} as const

// prettier-ignore
const HELP_EN = [
  'helps me', 'helped me', 'is helping me', 'will help me', 'supports me', 'is supporting me', 'stands by me',
  'is with me', 'hugged me', 'is calm', 'was calm', 'is on my side', 'believes me', 'takes care of me',
]
const HELP_HE = ['يساعدني', 'ساعدني', 'ديساعدني', 'واكف وياي', 'وكف وياي', 'يدعمني', 'حضني', 'يمي', 'وياي']
const HELP_SHE = [
  'تساعدني',
  'ساعدتني',
  'دتساعدني',
  'واكفه وياي',
  'واكفة وياي',
  'تدعمني',
  'حضنتني',
  'يمي',
  'وياي',
]
// prettier-ignore
const HELP_CKB = [
  'یارمەتیم دەدات', 'یارمەتی دام', 'یارمەتیم ئەدات', 'پشتم دەگرێت', 'پشتگیریم دەکات', 'لەگەڵمە', 'لەگەڵمدایە',
  'لەلامە', 'لە باوەشی گرتم', 'هاوکاریم دەکات',
]
const HELP_LAT = ['ysa3idni', 'tsa3idni', 'yarmatim dadat', 'yarmatim adat', 'lagalma']

/** One of theirs who helps: nothing came to them through the other one. */
const KIN_HELPS = [
  ...each(['my'], KIN.en, ['', '..'], HELP_EN),
  ...each(KIN.arHe, ['', '..'], HELP_HE),
  ...each(KIN.arShe, ['', '..'], HELP_SHE),
  ...each(KIN.ckb, ['', '..'], HELP_CKB),
  ...each(KIN.lat, ['', '..'], HELP_LAT),
]

/** Something was sent there, shown, or found. */
// prettier-ignore
const REACHED = [
  'sent', 'send', 'shar', 'show', 'post', 'leak', 'reach', 'forward', 'receiv', 'got ', 'upload', 'publish',
  'tagged',
  'saw', 'seen', 'found out', 'told my', 'told them', 'contact', 'messag', 'texted', 'expos', 'spread',
  'دز', 'ارسل', 'رسل', 'بعث', 'ودا', 'وصل', 'نشر', 'راوا', 'راوى', 'شاف', 'عرف', 'درى', 'دروا', 'دره',
  'لكى', 'خبر', 'فضح',
  'نزل', 'كالهم', 'كلهم', 'حجا', 'حجى', 'بلغ', 'سمع',
  'نارد', 'نێر', 'گەیشت', 'بینی', 'دیت', 'زانی', 'بڵاو', 'نیشان', 'پیشان', 'وت', 'گوت', 'هنارت', 'شاند',
  'daz', 'arsal', 'rsal', 'wisl', 'wusl', 'shaf', '3raf', '3irf', 'nashar', 'nard', 'bini', 'zani', 'blaw',
]
/** Who may have got it. */
// prettier-ignore
const FOLK = [
  'father', 'dad', 'mother', 'mom', 'mum', 'mama', 'brother', 'sister', 'uncle', 'aunt', 'cousin',
  'husband', 'wife',
  'famil', 'parent', 'relative', 'tribe', 'fianc', 'in law', 'inlaw', 'home', 'house', 'everyone',
  'everybody', 'people',
  'folks', 'son ', 'daughter', 'kids', 'grand',
  'ابو', 'بوي', 'ابي', 'والد', 'بابا', 'امي', 'ماما', 'لامي', 'اخو', 'اخي', 'خوي', 'خوان', 'اخت', 'خوات',
  'عمي', 'عمام', 'عمت', 'خال',
  'خوال', 'زوج', 'رجلي', 'مرتي', 'خطيب', 'اهل', 'هلي', 'هلنا', 'عائل', 'عايل', 'عشير', 'عشاير', 'اقارب',
  'قراي', 'كراي', 'بيت', 'ناس',
  'الكل', 'كلهم', 'جد', 'ابني', 'بنتي', 'ولدي', 'نسيب', 'حما', 'بن عم', 'بنت عم',
  'باوک', 'باب', 'باڤ', 'دایک', 'دەیک', 'برا', 'خوشک', 'خویشک', 'مام', 'خاڵ', 'خێزان', 'خێزا', 'ماڵ', 'مال',
  'کەسوکار', 'خزم',
  'مێرد', 'هاوسەر', 'ژن', 'دەزگیران', 'دەستگیران', 'عەشیرەت', 'هەموو', 'خەڵک', 'باپیر', 'ئامۆزا', 'پوور',
  'کچەکەم', 'کوڕەکەم',
  'abu', 'aby', 'abo', 'ummi', 'umi', 'ahl', 'akh', 'ukht', 'zawj', 'zoj', 'baw', 'dayk', 'daik', 'bra',
  'khush', 'xush', 'khezan',
  'xezan', 'merd', 'nas ',
]

/** The family has it: only where one of them is named and something came to them. */
// prettier-ignore
export const FAMILY_DOUBTED: readonly Doubt[] = [
  { unless: FOLK },
  { beside: KIN_HELPS, unless: ['sent', 'send', 'show', 'shar', 'post', 'دز', 'ارسل', 'رسل', 'بعث', 'وصل', 'نشر', 'راوا', 'نارد', 'گەیشت', 'نیشان', 'پیشان', 'بڵاو'] },
  {
    beside: [
      ...each(['my'], KIN.en, ['is', 'and i are', 'and me are', 'lives', 'works', 'travels', 'helps']),
      ...each(['live with', 'living with', 'stay with', 'staying with', 'i am with', 'im with'], ['my'], KIN.en),
      ...each(['اعيش ويا', 'اعيش وي', 'ساكنه ويا', 'ساكن ويا', 'اني ويا', 'عايشه ويا', 'عايش ويا'], [...KIN.arHe, ...KIN.arShe, 'اهلي']),
      ...each(['لەگەڵ'], KIN.ckb, ['دەژیم', 'دەژین', 'دەمێنمەوە']),
    ],
    unless: REACHED,
  },
]

/** Where somebody is, or works, was sent nothing. */
// prettier-ignore
const AT_WORK = [
  ...each(
    ['i am', 'im', "i'm", 'i am now', 'im now', 'i am still', 'still', 'now', 'sitting', 'i work', 'i study', 'writing from', 'writing'],
    ['at work', 'in work', 'at the office', 'in the office', 'in an office', 'in my office', 'at my office', 'at school',
      'in school', 'in class', 'at university', 'at the university', 'at college', 'at my work',
      'at my job', 'in a school',
      'in a company', 'in a bank'],
  ),
  ...each(['', 'اني', 'هسه', 'اني هسه', 'حاليا', 'كاعد', 'كاعده', 'كاعدة'],
    ['بالدوام', 'بالشغل', 'بالمكتب', 'بالجامعه', 'بالمدرسه', 'بالكليه', 'بالدائره', 'بالصف', 'داوم']),
  ...each(['', 'من', 'ئێستا', 'ئێستا من', 'ئەز'],
    ['لە کارم', 'لە ئۆفیسم', 'لە نووسینگەم', 'لە دەوامم', 'لە زانکۆم', 'لە قوتابخانەم', 'لە پۆلم', 'لە سەر کارم', 'لەسەر کارم', 'ل سەر کاری مە']),
  ...each(['ani', 'hassa', 'ani hassa'], ['bil dawam', 'bildawam', 'bil shughul', 'bilshughul', 'bil daira']),
]
/** In somebody's home. */
// prettier-ignore
const AT_HOME_OF = [
  ...each(['at', 'in'], ['my friends', 'my friend', 'a friends', 'my aunts', 'my uncles', 'my cousins', 'my sisters', 'my brothers',
    'my grandparents', 'my neighbours', 'my neighbors'], ['house', 'home', 'place', 'apartment', 'flat']),
]
export const WORK_DOUBTED: readonly Doubt[] = [{ beside: [...AT_WORK, ...AT_HOME_OF], unless: REACHED }]

/** A husband or wife of today. */
// prettier-ignore
const SPOUSE = [
  'my husband', 'my wife', 'زوجي', 'رجلي', 'زوجتي', 'مرتي', 'هاوسەرم', 'هاوسەرەکەم', 'مێردم', 'مێردەکەم',
  'ژنەکەم', 'مێرێ من',
  'هەڤژینێ من', 'zawji', 'zoji', 'rajli', 'marti', 'hawsarm', 'hawsarakam', 'merdm', 'merdakam',
]
/** Of that one it is told that they blackmail, or that it is over. */
// prettier-ignore
const DOES_IT = [
  ...each(
    ['my husband', 'my wife'],
    ['threat', 'blackmail', 'has my', 'posted', 'shared', 'leaked', 'is threat', 'is blackmail', 'keeps threat', 'wants to post',
      'wants to publish', 'and he threat', 'who threat', 'left me', 'recorded', 'filmed'],
  ),
  ...each(
    ['زوجي', 'رجلي', 'زوجتي', 'مرتي'],
    ['يهدد', 'ديهدد', 'هدد', 'تهدد', 'يبتز', 'ديبتز', 'عنده صور', 'عنده فيديو', 'نشر', 'ناشر', 'مصور', 'صورني', 'هو الي يهدد'],
  ),
  ...each(['هاوسەرم', 'هاوسەرەکەم', 'مێردم', 'مێردەکەم', 'ژنەکەم'], ['هەڕەشە', 'وێنەکانم', 'وێنەکانی', 'تۆماری', 'گرتوومی']),
  'ex ', 'former', 'divorc', 'separat', 'boyfriend', 'girlfriend', 'fianc', 'طليق', 'سابق', 'طلق', 'انفصل',
  'خطيب', 'حبيب', 'کۆن',
  'پێشوو', 'تەڵاق', 'جیابوو', 'جیا بوو', 'دەزگیران', 'خۆشەویست', 'tali8', 'taleeq',
]
export const EX_DOUBTED: readonly Doubt[] = [{ beside: SPOUSE, unless: DOES_IT }]

/** A friend is from work or school only where one of these is named. */
// prettier-ignore
export const COLLEAGUE_DOUBTED: readonly Doubt[] = [
  {
    beside: [
      'my friend', 'my best friend', 'best friend', 'a friend of mine', 'my bestie', 'close friend',
      'my mate', 'my friends',
      'صديقتي', 'صديقي', 'رفيقتي', 'رفيجتي', 'رفيقي', 'رفيجي', 'صاحبي', 'صاحبتي', 'ربعي', 'صديقاتي',
      'اصدقائي',
      'هاوڕێکەم', 'هاوڕێم', 'هاوڕێیەکم', 'هاوڕێی', 'هەڤالێ من', 'هەڤالا من', 'دۆستم', 'دۆستەکەم',
      'sadiqti', 'sadiqi', 'rafiqti', 'rafijti', 'sa7bi', 'sahbi', 'hawrekam', 'hawrem', 'hevale mn',
    ],
    unless: [
      'work', 'boss', 'manag', 'colleague', 'office', 'job', 'employ', 'company', 'supervis', 'shift',
      'staff', 'client', 'director',
      'school', 'class', 'teach', 'professor', 'uni', 'college', 'student', 'lectur', 'tutor', 'coach',
      'course', 'dorm', 'study',
      'شغل', 'عمل', 'دوام', 'مدير', 'زميل', 'استاذ', 'مدرس', 'معلم', 'جامع', 'كلي', 'صف', 'طالب', 'طلاب',
      'موظف', 'شرك', 'يشتغل', 'تشتغل',
      'دائر', 'مكتب', 'محاضر', 'معهد', 'اعدادي', 'مسؤول', 'دكتور', 'مشرف', 'محل', 'دورة', 'دوره',
      'کار', 'بەڕێوەبەر', 'مامۆستا', 'هاوپۆل', 'زانکۆ', 'قوتابخان', 'قوتابی', 'پۆل', 'کۆمپانیا', 'فەرمانگ',
      'وانە', 'دەوام', 'پەیمانگا', 'نووسینگ', 'سەرپەرشت',
      'mudir', 'shug', 'sh3ul', 'dawam', 'zamil', 'zmeel', 'ustad', 'ustath', 'kuliy', 'kulliy', 'jami3',
      'jam3a', 'mudar', 'talib', 'qutab', 'zanko', 'hawpol', 'hawkar',
      'mamosta', 'barewbar', 'barebar', 'kompan',
    ],
  },
]

/** More was asked after a payment: only where somebody wants, or comes back. */
// prettier-ignore
export const AGAIN_DOUBTED: readonly Doubt[] = [
  {
    unless: [
      'more', 'again', 'another', 'still', 'now', 'came back', 'comes back', 'come back', 'back', 'next',
      'second', 'keep', 'kept',
      'want', 'ask', 'demand', 'every', 'then', 'continue', 'return',
      'يريد', 'تريد', 'يطلب', 'طلب', 'تطلب', 'بعد', 'رجع', 'زياد', 'اكثر', 'ثاني', 'كل مر', 'كل شهر',
      'كلما', 'مستمر', 'صار يكول',
      'زیاتر', 'دیسان', 'دووبارە', 'دەوێ', 'دەیەوێ', 'داوا', 'هێشتا', 'ئێستا', 'جار', 'دیکە', 'هەر ',
      'دخواز', 'دڤێت',
      'yreed', 'yrid', 'talab', 'ba3ad', 'b3ad', 'zyatr', 'ziatr', 'disan', 'daway',
    ],
  },
]

/** Chats are what they have only where one is named. */
// prettier-ignore
export const CHATS_DOUBTED: readonly Doubt[] = [
  {
    unless: [
      'chat', 'messag', 'text', 'secret', 'screenshot', 'conversation', 'convo', 'talk', 'said', 'wrote',
      'voice', 'audio', 'dm',
      'محادث', 'رسائل', 'رساله', 'رسايل', 'مسج', 'سكرين', 'دردش', 'كلام', 'حجي', 'حجينا', 'سر', 'صوت',
      'بصم', 'سوالف', 'فويس', 'جات',
      'نامە', 'چات', 'نهێنی', 'قسە', 'گفتوگۆ', 'سکرین', 'دەنگ', 'نوسین', 'نووسین', 'ئاخفتن', 'mu7ad',
      'mohad', 'rasa', 'qsa',
    ],
  },
]

// prettier-ignore
const DAYS = [
  'week', 'month', 'day', 'weekend', 'year', 'later', 'soon', '48', '72', 'اسبوع', 'اسابيع', 'شهر', 'يوم',
  'ايام', 'لاحق', 'بعدين', 'سبت', 'احد', 'اثنين', 'ثلاث', 'اربعاء', 'خميس', 'جمعه',
  'هەفتە', 'ڕۆژ', 'مانگ', 'دواتر', 'شەممە', 'هەینی', 'haft', 'roj', 'usbu', 'shahar', 'yom',
]
// prettier-ignore
const SOON = [
  'today', 'tonight', 'tomorrow', 'tmrw', 'hour', 'minute', 'morning', 'evening', 'night', 'noon',
  'midnight', ' now', 'until', 'till', 'before', ' by ', 'deadline', 'time', '24', 'day', 'pm', 'am ',
  'اليوم', 'الليل', 'ليل', 'باجر', 'باچر', 'غد', 'بكره', 'ساع', 'دقيق', 'مهل', 'قبل', 'لحد', 'يوم', 'هسه',
  'صبح', 'عصر', 'ظهر', 'مغرب', 'عشا', 'وقت', 'الان', 'حالا',
  'ئەمڕۆ', 'ئەمرۆ', 'ئەمشەو', 'سبەی', 'کاتژمێر', 'سەعات', 'خولەک', 'ڕۆژ', 'شەو', 'مۆڵەت', 'ئێوارە',
  'بەیانی', 'کات', 'نیوەڕۆ', 'ئێستا', 'ئەڤرۆ', 'ئەڤشەڤ', 'سوبەی',
  'bacher', 'bachir', 'bachr', 'lail', 'layl', 'yom', 'sa3a', 'sa3at', 'subh', 'hassa', 'imshaw', 'sbay',
  'emro', 'amro',
]
/** Something of their own that is soon. */
const OWN_DATE = each(
  ['lawyer', 'doctor', 'exam', 'exams', 'interview', 'court', 'hospital', 'wedding', 'work', 'school'],
  ['', '..'],
  ['tomorrow', 'today', 'tonight'],
)

/** A time limit is one only where a time is named, and it is out only where something is. */
export const DEADLINE_DOUBTED: Readonly<Record<'hours' | 'today' | 'later' | 'published', readonly Doubt[]>> =
  {
    hours: [{ unless: SOON }],
    today: [
      { unless: SOON },
      { beside: OWN_DATE, unless: ['threat', 'publish', 'post', 'leak', 'send', 'pay', 'deadline'] },
    ],
    later: [{ unless: DAYS }],
    published: [{ unless: REACHED }],
  }
