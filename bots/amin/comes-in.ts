import { each } from './each.ts'

/**
 * That somebody came in, or is there: whole messages. Whoever it is may read along, a teacher or a
 * flatmate as well as a husband, so it is asked whether it is safe to write.
 */

// prettier-ignore
const HE: readonly string[] = [
  'زوجي', 'رجلي', 'اخوي', 'اخويه', 'اخي', 'ابوي', 'ابويه', 'ابي', 'ابني', 'عمي', 'خالي', 'جدي', 'ابن عمي',
  'ابن خالي', 'خطيبي', 'حبيبي', 'صديقي', 'صاحبي', 'رفيقي', 'جاري', 'جارنا', 'مديري', 'المدير', 'استاذي',
  'الاستاذ', 'المعلم', 'معلمي', 'مدرسي', 'زميلي', 'شريكي بالغرفة', 'احد', 'واحد',
]
// prettier-ignore
const SHE: readonly string[] = [
  'مرتي', 'زوجتي', 'امي', 'اختي', 'بنتي', 'عمتي', 'خالتي', 'جدتي', 'بيبيتي', 'حماتي', 'خطيبتي', 'صديقتي',
  'صاحبتي', 'رفيقتي', 'جارتي', 'جارتنا', 'مديرتي', 'المديرة', 'استاذتي', 'الست', 'المعلمة', 'معلمتي',
  'مدرستي',
  'زميلتي', 'بنت عمي', 'شريكتي بالغرفة',
]
// prettier-ignore
const THEY_AR: readonly string[] = [
  'اهلي', 'الجهال', 'جهالي', 'الاطفال', 'اطفالي', 'اولادي', 'الاولاد', 'بناتي',
  'الجيران', 'الضيوف', 'الخطار', 'خطار', 'اخواني', 'خواتي',
]
// prettier-ignore
const HE_CAME: readonly string[] = [
  'دخل', 'دخل هسه', 'هسه دخل', 'دخل عليه', 'دخل علي', 'دخل للغرفة', 'دخل الغرفة', 'اجه', 'اجا', 'اجه هسه',
  'هسه اجه', 'جا', 'فات', 'فات عليه', 'رجع', 'رجع للبيت', 'وصل', 'هنا', 'هنا هسه', 'موجود', 'يمي', 'يمي هسه',
  'واكف يمي', 'كاعد يمي', 'بالغرفة', 'وياي بالغرفة',
]
// prettier-ignore
const SHE_CAME: readonly string[] = [
  'دخلت', 'دخلت هسه', 'هسه دخلت', 'دخلت عليه', 'دخلت علي', 'دخلت للغرفة', 'دخلت الغرفة', 'اجت', 'اجت هسه',
  'هسه اجت', 'جت', 'فاتت', 'فاتت عليه', 'رجعت', 'رجعت للبيت', 'وصلت', 'هنا', 'هنا هسه', 'موجودة', 'يمي',
  'يمي هسه', 'واكفة يمي', 'كاعدة يمي', 'بالغرفة', 'وياي بالغرفة',
]
// prettier-ignore
const THEY_CAME_AR: readonly string[] = [
  'دخلوا', 'دخلو', 'دخلوا عليه', 'دخلوا للغرفة', 'اجو', 'اجوا', 'هسه اجو', 'جو', 'فاتوا', 'رجعوا', 'وصلوا',
  'هنا', 'موجودين', 'يمي', 'كاعدين يمي', 'بالغرفة', 'وياي بالغرفة',
]

// prettier-ignore
const ONE_CKB: readonly string[] = [
  'مێردەکەم', 'هاوسەرەکەم', 'پیاوەکەم', 'ژنەکەم', 'خێزانم', 'براکەم', 'باوکم', 'دایکم', 'خوشکم', 'خوشکەکەم',
  'کچەکەم', 'کوڕەکەم', 'مامم', 'خاڵم', 'پوورم', 'باپیرم', 'داپیرم', 'نەنکم', 'خەسووم', 'دەستگیرانەکەم',
  'خۆشەویستەکەم', 'هاوڕێکەم', 'هاوڕێیەکم', 'هەڤاڵم', 'هەڤاڵەکەم', 'برادەرەکەم', 'مامۆستا', 'مامۆستاکەم',
  'بەڕێوەبەر', 'بەڕێوەبەرەکەم', 'دراوسێکەم', 'دراوسێکەمان', 'هاوژوورەکەم', 'هاوکارەکەم', 'کەسێک', 'یەکێک',
]
// prettier-ignore
const THEY_CKB: readonly string[] = [
  'خێزانەکەم', 'منداڵەکان', 'منداڵەکانم', 'کوڕەکانم', 'کچەکانم',
  'میوانەکان', 'دراوسێکان', 'براکانم', 'ماڵەوەم',
]
// prettier-ignore
const CAME_CKB: readonly string[] = [
  'هات', 'ئێستا هات', 'هاتەوە', 'هاتەوە ماڵەوە', 'هاتە ژوورەوە', 'ئێستا هاتە ژوورەوە', 'هاتە ژوورەکە',
  'هاتە ژوورەکەم', 'هاتە لام', 'گەیشت', 'گەڕایەوە', 'لێرەیە', 'ئێستا لێرەیە', 'لەلامە', 'لە تەنیشتمە',
  'لە ژوورەکەیە',
]
// prettier-ignore
const THEY_CAME_CKB: readonly string[] = [
  'هاتن', 'ئێستا هاتن', 'هاتنەوە', 'هاتنە ژوورەوە', 'هاتنە لام', 'گەیشتن',
  'لێرەن', 'لەلامن', 'لە تەنیشتمن',
]
// prettier-ignore
const BADINI: readonly string[] = each(
  ['مێرێ من', 'زەلامێ من', 'ژنا من', 'برایێ من', 'بابێ من', 'دەیکا من', 'خویشکا من', 'هەڤالێ من', 'هەڤالا من',
    'مامۆستایێ من', 'مامۆستایا من', 'جیرانێ من', 'جیرانا من', 'کورێ من', 'کچا من'],
  ['هات', 'نوکە هات', 'هاتە ژوور', 'هاتە ژۆر', 'هاتە دەف من', 'ل ڤێرەیە', 'یێ ل ڤێرەیە', 'یا ل ڤێرەیە',
    'ل دەف منە', 'یێ ل دەف منە', 'یا ل دەف منە'],
)

// prettier-ignore
const ONE_EN: readonly string[] = [
  'my husband', 'my wife', 'my brother', 'my sister', 'my father', 'my dad', 'my mother', 'my mum', 'my mom',
  'my son', 'my daughter', 'my uncle', 'my aunt', 'my cousin', 'my grandmother', 'my grandma',
  'my grandfather',
  'my grandpa', 'my mother in law', 'my fiance', 'my fiancee', 'my boyfriend', 'my girlfriend', 'my partner',
  'my friend', 'a friend', 'my teacher', 'the teacher', 'my boss', 'the boss', 'my manager', 'my flatmate',
  'my roommate', 'my housemate', 'my neighbour', 'my neighbor', 'a neighbour', 'a neighbor', 'my colleague',
  'my coworker', 'my landlord', 'dad', 'mum', 'mom', 'someone', 'somebody', 'one of my kids',
]
// prettier-ignore
const THEY_EN: readonly string[] = [
  'my kids', 'the kids', 'my children', 'the children', 'my parents', 'my family', 'my sons',
  'my daughters', 'my brothers', 'my friends', 'my neighbours', 'my neighbors', 'guests', 'the guests',
]
// prettier-ignore
const CAME_EN: readonly string[] = [
  'came', 'just came', 'came in', 'just came in', 'has come in', 'came home', 'just came home',
  'came back', 'came into the room', 'came into my room', 'walked in', 'just walked in', 'entered',
]
// prettier-ignore
const THERE_EN: readonly string[] = [
  'here', 'here now', 'home', 'home now', 'back', 'in the room', 'in my room', 'in the room with me',
  'next to me',
  'beside me', 'with me now', 'sitting next to me',
]

// prettier-ignore
const LATIN: readonly string[] = [
  ...each(
    ['zawji', 'zoji', 'rajli', 'akhoy', 'akhuy', 'a5oy', 'a5uy', 'aboy', 'abuy', 'abooy', '3ammi', '5ali', 'khali',
      'sadiqi', 'sadeeqi', 'sa7bi', 'jari', 'jarna', 'mudiri', 'mudeeri', 'ustadhi', 'ustadi', 'el ustad',
      'zamili',
      'a7ad', 'ahad'],
    ['dakhal', 'da5al', 'd5al', 'ija', 'aja', 'ijaa', 'faat', 'fat', 'rija3', 'rja3', 'wisal', 'wusal', 'hna',
      'hnana', 'yammi', 'yami', 'mawjud'],
  ),
  ...each(
    ['marti', 'zawjti', 'zawijti', 'ummi', 'ummy', 'ukhti', 'u5ti', 'binti', 'bnti', '3amti', 'khalti', '5alti',
      'sadiqti', 'sadeeqti', 'sa7ibti', 'jarti', 'jaritna', 'mudirti', 'mu3allimti', 'el sit'],
    ['dakhlat', 'da5lat', 'd5lat', 'dakhalat', 'ijat', 'ajat', 'ijet', 'faatat', 'fatat', 'rij3at', 'wislat', 'hna',
      'hnana', 'yammi', 'yami', 'mawjuda'],
  ),
  ...each(['ahli', 'il jihal', 'el jihal', 'jihali', 'awladi'], ['dakhlaw', 'da5law', 'ijaw', 'ijo', 'hna', 'yammi']),
  ...each(
    ['merdakam', 'merdekem', 'hawsarakam', 'zhnakam', 'jnakam', 'brakam', 'brakem', 'bawkm', 'bawkim', 'daykm',
      'daykim', 'khushkm', 'xushkm', 'kchakam', 'kurakam', 'mamm', 'khalm', 'hawrekam', 'hawrem', 'hevalm',
      'havalm',
      'hevalem', 'hevalakam', 'baradarakam', 'mamosta', 'mamostakam', 'barewabarakam', 'drawsekam',
      'hawzhurakam',
      'kasek', 'kesek'],
    ['hat', 'esta hat', 'hatawa', 'hatewe', 'hata zhurawa', 'hata jurawa', 'hate jurewe', 'hata lam', 'gaisht',
      'gayasht', 'leraya', 'lereye', 'lerayat', 'lalama', 'lelame'],
  ),
  ...each(['mndalakan', 'mindalakan', 'mindalekan'], ['hatn', 'hatin', 'hatnawa', 'leran', 'lalamn']),
]

/** A verb goes before who it is as often as after. */
const bothWays = (who: readonly string[], what: readonly string[]): readonly string[] => [
  ...each(who, what),
  ...each(
    what.filter((one) => !one.includes(' ')),
    who,
  ),
]

export const COMES_IN: readonly string[] = [
  ...bothWays(HE, HE_CAME),
  ...bothWays(SHE, SHE_CAME),
  ...bothWays(THEY_AR, THEY_CAME_AR),
  ...each(ONE_CKB, CAME_CKB),
  ...each(THEY_CKB, THEY_CAME_CKB),
  ...BADINI,
  ...each(ONE_EN, CAME_EN),
  ...each(
    ONE_EN.map((one) => `${one} is`),
    THERE_EN,
  ),
  ...each(THEY_EN, CAME_EN),
  ...each(
    THEY_EN.map((one) => `${one} are`),
    THERE_EN,
  ),
  ...each(['my family is'], THERE_EN),
  ...LATIN,
]
