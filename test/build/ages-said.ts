/** How ages are said: the ways of saying them, and the words that only look like it. */

const eastern = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
const persian = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))

export const inScripts = (digits: string): readonly string[] => [digits, eastern(digits), persian(digits)]

/** How an age is written in each way of writing: digits of three scripts, and words. */
const WORDS = {
  ar: {
    7: 'سبع',
    8: 'ثمان',
    12: 'اثنعش',
    13: 'ثلاثطعش',
    14: 'اربعطعش',
    15: 'خمسطعش',
    16: 'ستطعش',
    17: 'سبعطعش',
    18: 'ثمنطعش',
    19: 'تسعطعش',
    22: 'اثنين وعشرين',
    27: 'سبعة وعشرين',
    35: 'خمسه وثلاثين',
  },
  ckb: {
    7: 'حەوت',
    8: 'هەشت',
    12: 'دوازدە',
    13: 'سێزدە',
    14: 'چواردە',
    15: 'پازدە',
    16: 'شازدە',
    17: 'هەڤدە',
    18: 'هەژدە',
    19: 'نۆزدە',
    22: 'بیست و دوو',
    27: 'بیست و حەوت',
    35: 'سی و پێنج',
  },
  en: {
    7: 'seven',
    8: 'eight',
    12: 'twelve',
    13: 'thirteen',
    14: 'fourteen',
    15: 'fifteen',
    16: 'sixteen',
    17: 'seventeen',
    18: 'eighteen',
    19: 'nineteen',
    22: 'twenty two',
    27: 'twenty-seven',
    35: 'thirty five',
  },
  lat: {
    7: 'sab3a',
    8: 'tmanya',
    13: 'talatta3ash',
    14: 'arba3ta3ash',
    15: 'khamsta3ash',
    16: 'sitta3ash',
    17: 'sab3ta3ash',
  },
  latckb: { 7: 'hawt', 8: 'hasht', 13: 'sezda', 14: 'chwarda', 15: 'pazda', 16: 'shazda', 17: 'havda' },
} as const
export type Way = keyof typeof WORDS

export const CHILDREN_AGES = [7, 8, 9, 10]
export const TEENS = [12, 13, 14, 15, 16, 17]
export const ADULTS = [18, 19, 22, 27, 35, 41]

export const spellings = (age: number, way: Way): readonly string[] => {
  const word = (WORDS[way] as Readonly<Record<number, string>>)[age]
  const script =
    way === 'ar' ? [eastern(String(age))] : way === 'ckb' ? [eastern(String(age)), persian(String(age))] : []
  return [String(age), ...script, ...(word === undefined ? [] : [word])]
}

/** Said of oneself. */
export const SELF: ReadonlyArray<readonly [Way, readonly string[]]> = [
  [
    'en',
    [
      'I am N and someone has my photos',
      "I'm N and he wants nudes",
      'im N, please help me',
      'Im only N',
      'hi i am just N and scared',
      "I'm N years old",
      'i am a N year old girl and a man threatens me',
      'my age is N',
      'age: N',
      'age:N',
      'a guy from snapchat has my picture and I am N',
      'he has my pictures. I am N. what can i do',
      'I just turned N',
      'N years old',
      'N yo girl',
      'N year old boy here, please help',
      'I’m N but he does not believe me',
      'im a student N years old',
      'I am a pupil, N',
    ],
  ],
  [
    'ar',
    [
      'عمري N',
      'عمري N سنة',
      'عمري N و واحد عنده صوري',
      'عمري N واحد هددني',
      'اني عمري N سنه واريد مساعده',
      'اني N',
      'انا N سنة',
      'آني بنت N سنة وخايفة',
      'عندي N سنة',
      'عندي N وخايفة',
      'هددني واحد بصوري واني N سنة',
      'N سنة',
      'عمري بس N',
      'العمر N',
      'عمري:N',
      'العمر/N',
      'صار عمري N سنة',
      'عمري هسه N واحد ياخذ مني فلوس',
      'اني طالبة N سنة',
    ],
  ],
  [
    'ckb',
    [
      'تەمەنم N',
      'تەمەنم:N',
      'تەمەنم N ساڵە',
      'ڕاستییەکەی N ساڵم',
      'لە تەمەنی N ساڵیدام',
      'من N ساڵم',
      'تەمەنم N ساڵە و کەسێک وێنەم هەیە',
      'من تەمەنم N ساڵە',
      'تەمەنی من N ساڵە',
      'N ساڵم و دەترسم',
      'ژیێ من N سالە',
      'ئەز N سالیمە',
      'من قوتابیم و تەمەنم N ساڵە',
      'قوتابیم N ساڵە',
      'من کچم N ساڵم',
      'من کچم N ساڵە',
      'ئەز قوتابیا مەکتەبێ مە ژیێ من N سالە',
    ],
  ],
  [
    'lat',
    [
      '3umri N',
      '3omri N sana',
      'ani N sana',
      'ani 3umri N w wahid yhadidni',
      'umri N w khayfa',
      '3indi N sana',
    ],
  ],
  ['latckb', ['tamanm N sala', 'min N salm', 'temenm N sala u kasek wenam haya', 'tamanm N']],
]

/** Said of one's child, or of whoever somebody looks after. */
export const CHILDREN: ReadonlyArray<readonly [Way, readonly string[]]> = [
  [
    'en',
    [
      'my daughter is N',
      'my son is N and someone has his photos',
      'my N year old daughter is being blackmailed',
      'my little brother is N',
      'my daughter, N, sent a photo',
      'my sister is only N years old',
      'I am a teacher and a pupil of mine is N',
      "I'm a teacher, one of my students is N and someone threatens her",
      'a student of mine is N',
      'I have a pupil who is N',
      'a child I teach is N',
      'a girl in my class is N',
    ],
  ],
  [
    'ar',
    [
      'بنتي عمرها N',
      'ابني عمره N سنة',
      'اخوي الصغير N',
      'اختي الصغيرة عمرها N وواحد هددها',
      'بنتي N سنة',
      'واحد هدد بنتي وعمرها N',
      'طالبة عندي عمرها N',
      'طالبة عندي N سنة',
      'اني معلمة وعندي طالبة N سنة',
      'طالبتي N سنة يبتزها واحد',
      'وحدة من طالباتي N سنة',
      'طالبة بصفي عمرها N',
      'بنت عمي N سنة',
      'ابن اختي N سنة',
    ],
  ],
  [
    'ckb',
    [
      'کچەکەم N ساڵە',
      'کوڕەکەم تەمەنی N ساڵە',
      'خوشکەکەم N ساڵە و کەسێک هەڕەشەی لێ دەکات',
      'من مامۆستام و قوتابییەکم N ساڵە و هەڕەشەی لێ دەکرێت',
      'قوتابییەکەم تەمەنی N ساڵە',
      'خوێندکارەکەم N ساڵە',
      'خوێندکارێکم N ساڵە',
      'خوێندکارێکی من N ساڵە',
      'براکەم N ساڵە',
      'کچی من N ساڵە',
      'کچی مامم N ساڵە',
      'کچی خاڵم تەمەنی N ساڵە',
      'کوڕی پوورم N ساڵە',
      'کچی دراوسێمان N ساڵە',
      'کچەزاکەم N ساڵە',
      'زڕکچەکەم N ساڵە',
      'هاوڕێکەم N ساڵە',
      'دەزگیرانەکەم N ساڵە',
      'کچێک دەناسم N ساڵە',
      'منداڵێکم N ساڵە',
      'قوتابیا من N سالییە',
      'ئەز مامۆستا مە و شاگردێ من N سالیە',
      'کچا من N سالیە',
    ],
  ],
  ['lat', ['binti 3umrha N', 'ukhti 3umrha N sana', 'ibni 3umra N']],
  ['latckb', ['kchakam N sala', 'xushkm N sala', 'mn mamostam xwendkarekm N sala', 'keça min N salî ye']],
]

/** Every template with every age in every spelling. */
export const all = (templates: ReadonlyArray<readonly [Way, readonly string[]]>, ages: readonly number[]) =>
  templates.flatMap(([way, lines]) =>
    lines.flatMap((line) =>
      ages.flatMap((age) => spellings(age, way).map((said) => ({ text: line.replace('N', said), age }))),
    ),
  )
