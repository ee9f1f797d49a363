import { each } from './each.ts'

/**
 * "I am in danger", as people type it: what the button of that name says. A whole message of these, with cries
 * and greetings around them (core/policy/conversation/words), calls people, of somebody of one's own as well; what is
 * denied, asked, or said of anybody else is none of them.
 */
const ARABIC = each(
  ['', 'اني', 'انا', 'آني', 'احنا', 'نحن', 'ترى اني', 'تره اني', 'والله اني', 'هسه اني'],
  [
    'في خطر',
    'بخطر',
    'بالخطر',
    'معرضة للخطر',
    'معرض للخطر',
    'مهددة بالخطر',
    'حياتي بخطر',
    'حياتي في خطر',
    'حياتي مهددة',
  ],
  ['', 'كبير', 'كبيرة', 'شديد', 'حقيقي', 'جدا', 'كلش'],
  ['', 'الآن', 'هسه', 'هسع', 'حاليا', 'هسة'],
).filter((said) => said !== 'بخطر')

const SORANI = each(
  ['', 'من', 'ئێستا', 'من ئێستا', 'ئێمە'],
  [
    'لە مەترسیدام',
    'لەمەترسیدام',
    'لە مەترسی دام',
    'لە مەترسیم',
    'لە مەترسیداین',
    'لە خەتەردام',
    'لە خەتەرم',
    'ژیانم لە مەترسیدایە',
    'گیانم لە مەترسیدایە',
    'مەترسیم لەسەرە',
    'مەترسی لەسەر ژیانمە',
  ],
  ['', 'ئێستا', 'زۆر'],
)

const BADINI = each(
  ['', 'ئەز', 'ئەزێ', 'نوکە ئەز'],
  [
    'د مەترسییێ دامە',
    'د مەترسیێ دامە',
    'دمەترسییێ دامە',
    'دمەترسیێ دامە',
    'ل مەترسییێ مە',
    'د مەترسیێ دا مە',
    'د مەترسییێ دا مە',
    'د خەتەرێ دامە',
    'یا د مەترسییێ دا',
    'یێ د مەترسییێ دا',
    'د تەهلووکێ دامە',
  ],
  ['', 'نوکە'],
)

const ENGLISH = each(
  [
    "i'm",
    'im',
    'i am',
    "we're",
    'we are',
    'i think im',
    "i think i'm",
    'i think i am',
    'my life is',
    'my lifes',
  ],
  [
    'in',
    'in real',
    'in great',
    'in serious',
    'in big',
    'in immediate',
    'in so much',
    'really in',
    'in grave',
  ],
  ['danger'],
  ['', 'now', 'right now', 'here', 'at home'],
)

const LATIN = [
  ...each(
    ['', 'ani', 'ana', 'anee', 'e7na'],
    [
      'b5atar',
      'b 5atar',
      'bkhatar',
      'b khatar',
      'bxatar',
      'bi khatar',
      'bi 5atar',
      'b5a6ar',
      'fi khatar',
      'fe 5atar',
      '7ayati b5atar',
      '7ayati bkhatar',
    ],
    ['', 'hassa', 'hasa', 'kolsh', 'kulish', 'kbeer'],
  ).filter((said) => said.includes(' ')),
  'b5atar',
  'bkhatar',
  ...each(
    ['', 'min', 'mn', 'esta', 'ez', 'az'],
    [
      'le metrsidam',
      'la matrsidam',
      'le metirsidam',
      'la mtrsidam',
      'lametrsidam',
      'lematrsidam',
      'le metirsi dam',
      'la matrsi dam',
      'la khatardam',
      'le xeterdam',
      'jyanm la matrsidaya',
      'di metirsiye dame',
      'di metirsiye da me',
      'd metirsiye da me',
      'd metirsye da me',
      'd metirsiye dame',
      'd matrsiye dame',
      'di xetere dame',
      'd xetere da me',
    ],
    ['', 'esta', 'nuka'],
  ),
]

/** Whoever says it of somebody of theirs wants people for them. Of "her" and "him" it may be said of anybody. */
// prettier-ignore
const OF_OTHERS = [
  ...each(
    ['بنتي', 'ابني', 'اختي', 'اخوي', 'أخي', 'أختي', 'امي', 'أمي', 'زوجتي', 'مرتي', 'زوجي', 'صديقتي', 'صديقي', 'رفيقتي', 'رفيقي', 'طفلي', 'طفلتي', 'بنت اختي', 'بنت عمي', 'طالبتي', 'طالب عندي', 'طالبة عندي'],
    ['بخطر', 'في خطر', 'بالخطر', 'حياتها بخطر', 'حياته بخطر', 'حياتها في خطر', 'حياته في خطر', 'معرضة للخطر', 'معرض للخطر'],
    ['', 'الآن', 'هسه', 'كبير'],
  ),
  ...each(
    ['کچەکەم', 'کچم', 'کوڕەکەم', 'کوڕم', 'خوشکم', 'خوشکەکەم', 'براکەم', 'برام', 'دایکم', 'ژنەکەم', 'هاوسەرەکەم', 'هاوڕێکەم', 'هاوڕێم', 'منداڵەکەم', 'قوتابییەکەم'],
    ['لە مەترسیدایە', 'لەمەترسیدایە', 'لە مەترسی دایە', 'لە خەتەردایە', 'ژیانی لە مەترسیدایە'],
    ['', 'ئێستا'],
  ),
  ...each(
    ['کچا من', 'کوڕێ من', 'خویشکا من', 'برایێ من', 'دەیکا من', 'هەڤالا من', 'هەڤالێ من', 'زارۆکێ من'],
    ['د مەترسییێ دایە', 'د مەترسیێ دایە', 'یا د مەترسییێ دا', 'یێ د مەترسییێ دا'],
  ),
  ...each(
    ['my'],
    ['daughter', 'son', 'sister', 'brother', 'mother', 'mom', 'mum', 'wife', 'husband', 'friend', 'best friend', 'girlfriend', 'child', 'kid', 'cousin', 'niece', 'nephew', 'student', 'pupil', 'family'],
    ['is in', 'is in real', 'is in great', 'is in serious'],
    ['danger'],
    ['', 'now', 'right now'],
  ),
  ...each(['binti', 'bnty', 'ibni', 'u5ti', 'ukhti', 'akhoy', 'a5oy'], ['b5atar', 'bkhatar', 'fi khatar']),
]

export const inDanger: readonly string[] = [
  ...ARABIC,
  'بخطر',
  ...SORANI,
  ...BADINI,
  ...ENGLISH,
  ...LATIN,
  ...OF_OTHERS,
]
