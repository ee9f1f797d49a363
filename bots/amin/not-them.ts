import { each } from './each.ts'

/**
 * Where a relative, a colleague or an officer is named who is not the blackmailer: they are threatened as
 * well, they help, or a stranger is named as the one who does it. Then how the person knows the blackmailer
 * is not noted from these words; it is asked.
 */
// prettier-ignore
const STRANGER: readonly string[] = [
  'واحد غريب', 'شخص غريب', 'رجال غريب', 'واحد ما اعرفه', 'شخص ما اعرفه', 'شخص مجهول', 'کەسێکی نامۆ', 'پیاوێکی نامۆ', 'کەسێکی نەناسراو', 'کەسەکێ بیانی',
  'by a stranger', 'a stranger threatens', 'a stranger is threatening', 'a stranger has', 'a stranger is blackmailing', 'some stranger', 'unknown person', 'unknown man', 'a random guy', 'someone i dont know', 'somebody i dont know',
]

/** Of whoever was just named: "my uncle is a police officer and he will help me". */
// prettier-ignore
const AND_HELPS: readonly string[] = [
  'and he will help me', 'and she will help me', 'and will help me', 'and he wants to help me', 'and he helps me',
  'and he is helping me', 'and he can help', 'and she can help', 'and can help', 'and he could help', 'and he wants to help', 'وراح يساعدني', 'ويريد يساعدني', 'وديساعدني', 'ويساعدني', 'وهو راح يساعدني',
  'پۆلیسە و یارمەتیم دەدات', 'ئەفسەرە و یارمەتیم دەدات', 'پۆلیسە یارمەتیم دەدات',
]

/** Arabic names of women end so, and the verb behind them differs. */
const isMan = (name: string): boolean => !/(?:تي|ي?ت ..*ي|نتي)$/.test(name) && !name.startsWith('بنت')

/** Each as the one who is threatened too, or helps: "me and my cousin", "my cousin helped me". */
const beside = (en: readonly string[], ar: readonly string[], ckb: readonly string[]): readonly string[] => [
  ...each(['me and my', 'i and my', 'both me and my'], en),
  ...each(['my'], en, [
    'and me',
    'and i',
    'and myself',
    'helped me',
    'helps me',
    'is helping me',
    'will help me',
    'wants to help me',
    'is on my side',
    'supports me',
    'told me to write',
    'advised me',
    'is being',
    'is threatened',
    'was threatened',
    'is blackmailed',
  ]),
  ...each(
    ['threatens my', 'threatening my', 'threatened my', 'blackmails my', 'blackmailing my', 'blackmailed my'],
    en,
  ),
  ...each(
    ['my'],
    en,
    ['..'],
    [
      'helps me',
      'helped me',
      'is helping me',
      'will help me',
      'can help',
      'will help',
      'wants to help',
      'stands by me',
      'supports me',
    ],
  ),
  ...ar.flatMap((one) => [`اني و${one}`, `انا و${one}`, `احنه و${one}`]),
  ...each(
    ar.filter(isMan),
    ['..'],
    ['يساعدني', 'ساعدني', 'ديساعدني', 'واكف وياي', 'وكف وياي', 'يدعمني', 'ينصحني', 'نصحني'],
  ),
  ...each(
    ar.filter((one) => !isMan(one)),
    ['..'],
    ['تساعدني', 'ساعدتني', 'واكفه وياي', 'واكفة وياي', 'تدعمني', 'نصحتني'],
  ),
  ...each(
    ckb,
    ['..'],
    ['یارمەتیم دەدات', 'یارمەتیم بدات', 'پشتم دەگرێت', 'پشتگیریم دەکات', 'هاوکاریم دەکات', 'لەگەڵمە'],
  ),
  ...each(['يهدد', 'ديهدد', 'هدد', 'يبتز', 'ديبتز', 'ساعدني', 'نصحني'], ar),
  ...each(ar, [
    'ساعدني',
    'يساعدني',
    'راح يساعدني',
    'يريد يساعدني',
    'نصحني',
    'ينصحني',
    'واكف وياي',
    'كلي اكتبلكم',
    'كالي اكتبلكم',
    'سوا',
  ]),
  ...each(['من و', 'هەڕەشە لە', 'ئەز و', 'هەڕەشە ل'], ckb),
  ...each(ckb, [
    'یارمەتی دام',
    'یارمەتیم دەدات',
    'هاوکاریم دەکات',
    'پشتم دەگرێت',
    'هەڕەشەی لێ دەکرێت',
    'هەڕەشەی لێدەکرێت',
    'پێی وتم بنووسم',
  ]),
]

/** To whom it was sent, and not who sent it: one of them named besides may still be that. */
// prettier-ignore
export const TO_WORK: readonly string[] = [
  ...each(['لمديري', 'للمدير', 'لزميلي', 'لزميلتي', 'لاستاذي', 'لمدرسي', 'ولمديري', 'ولاستاذي'], ['']),
  ...each(['دزها', 'دزهم', 'ارسلها', 'راواها', 'وصلت'], ['ال', 'يم', 'الى'], ['مديري', 'زميلي', 'استاذي', 'مدرسي']),
  ...each(['to', 'with', 'tell', 'told', 'show', 'showed'], ['my boss', 'my manager', 'my teacher', 'my colleague', 'my professor']),
  ...each(['بۆ', 'بە', 'پیشانی', 'نیشانی'], ['بەڕێوەبەرەکەم', 'مامۆستاکەم', 'هاوپۆلم']),
]

/** One of theirs who helps: another of them may be who does it. */
// prettier-ignore
export const HELPING_KIN: readonly string[] = [
  ...each(['my'], ['cousin', 'uncle', 'brother in law'], ['', '..'], ['helps me', 'helped me', 'is helping me', 'will help me', 'can help me', 'stands by me', 'supports me']),
  ...each(['ابن عمي', 'ابن خالي', 'ابن خالتي', 'ابن عمتي', 'زوج اختي', 'خالي', 'عمي'], ['', '..'], ['يساعدني', 'ساعدني', 'ديساعدني', 'واكف وياي', 'يدعمني', 'نصحني', 'ينصحني']),
]

export const notThem = {
  relative: [
    ...STRANGER,
    ...AND_HELPS,
    ...beside(
      ['cousin', 'uncle', 'aunt', 'brother in law', 'relative', 'cousins'],
      [
        'ابن عمي',
        'ابن خالي',
        'ابن خالتي',
        'ابن عمتي',
        'بنت عمي',
        'بنت خالي',
        'بنت خالتي',
        'بنت عمتي',
        'زوج اختي',
        'خالي',
        'عمي',
      ],
      ['ئامۆزاکەم', 'ئامۆزام', 'خزمێکم', 'مامم', 'خاڵم', 'پسمامێ من', 'دۆتماما من'],
    ).filter((phrase) => !HELPING_KIN.includes(phrase)),
  ],
  ex: [
    ...STRANGER,
    ...AND_HELPS,
    ...beside(
      ['fiance', 'fiancee', 'boyfriend', 'girlfriend'],
      ['خطيبي', 'خطيبتي', 'حبيبي', 'حبيبتي'],
      ['دەزگیرانەکەم', 'دەستگیرانەکەم', 'خۆشەویستەکەم', 'دەزگیرا من'],
    ),
  ],
  work: [
    ...STRANGER,
    ...AND_HELPS,
    ...beside(
      ['colleague', 'classmate', 'coworker', 'teacher'],
      ['زميلي', 'زميلتي', 'استاذي'],
      ['هاوپۆلەکەم', 'هاوپۆلم', 'مامۆستاکەم'],
    ),
  ],
  powerful: [
    ...AND_HELPS,
    ...each(
      ['ضابط', 'شرطي', 'ضابط شرطه', 'ضابط بالشرطه', 'ضابط من الشرطه', 'مسؤول'],
      ['ساعدني', 'يساعدني', 'نصحني', 'كلي اكتبلكم', 'كالي اكتبلكم', 'واكف وياي'],
    ),
    ...each(['ساعدني', 'نصحني'], ['ضابط', 'شرطي']),
    ...each(['ضابط', 'شرطي', 'مسؤول'], ['..'], ['يساعدني', 'ساعدني', 'ديساعدني', 'واكف وياي', 'ينصحني']),
    ...each(
      ['officer', 'policeman', 'policewoman', 'militia'],
      ['..'],
      ['help me', 'helps me', 'helped me', 'is helping me', 'will help'],
    ),
    ...each(
      ['پۆلیس', 'پۆلیسە', 'ئەفسەر', 'ئەفسەرە'],
      ['..'],
      ['یارمەتیم بدات', 'یارمەتیم دەدات', 'هاوکاریم دەکات'],
    ),
    ...each(
      ['officer', 'policeman', 'policewoman'],
      ['helped me', 'helps me', 'is helping me', 'told me to write', 'advised me', 'sent me to you'],
    ),
    ...each(
      ['ئەفسەرێک', 'پۆلیس', 'پۆلیسێک', 'پۆلیسەکە', 'ئەفسەرەکە'],
      ['یارمەتی دام', 'یارمەتیم دەدات', 'هاوکاریم دەکات', 'پێی وتم بنووسم'],
    ),
  ],
} as const
