import { each } from './each.ts'

/**
 * Beside whom it is not who blackmails: who is threatened as well, who helps, and where a stranger is named. What such
 * words seem to say of how the person knows the blackmailer is not noted.
 */
// prettier-ignore
const STRANGER: readonly string[] = [
  'واحد غريب', 'شخص غريب', 'رجال غريب', 'واحد ما اعرفه', 'شخص ما اعرفه', 'شخص مجهول', 'کەسێکی نامۆ', 'پیاوێکی نامۆ', 'کەسێکی نەناسراو', 'کەسەکێ بیانی',
  'by a stranger', 'a stranger threatens', 'a stranger is threatening', 'a stranger has', 'a stranger is blackmailing', 'some stranger', 'unknown person', 'unknown man', 'a random guy', 'someone i dont know', 'somebody i dont know',
]

/** Whoever helps is named beside it, and it stays open who blackmails: that is asked. */
// prettier-ignore
const HELPER: readonly string[] = [
  'will help me', 'wants to help me', 'can help me', 'is helping me', 'is on my side', 'supports me',
  'راح يساعدني', 'راح يساعدوني', 'يريد يساعدني', 'تريد تساعدني', 'يكدر يساعدني', 'واكف وياي', 'واكفه وياي',
  'واكفين وياي', 'یارمەتیم دەدات', 'یارمەتیم ئەدات', 'دەیەوێت یارمەتیم بدات', 'پشتم دەگرێت',
]

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
  ...ar.flatMap((one) => [`اني و${one}`, `انا و${one}`, `احنه و${one}`]),
  ...each(['يهدد', 'ديهدد', 'هدد', 'يبتز', 'ديبتز', 'ساعدني', 'نصحني'], ar),
  ...each(ar, ['ساعدني', 'يساعدني', 'نصحني', 'ينصحني', 'واكف وياي', 'كلي اكتبلكم', 'كالي اكتبلكم', 'سوا']),
  ...each(['من و', 'هەڕەشە لە', 'ئەز و', 'هەڕەشە ل'], ckb),
  ...each(ckb, [
    'یارمەتی دام',
    'یارمەتیم دەدات',
    'هاوکاریم دەکات',
    'هەڕەشەی لێ دەکرێت',
    'هەڕەشەی لێدەکرێت',
    'پێی وتم بنووسم',
  ]),
]

export const notThem = {
  relative: [
    ...STRANGER,
    ...HELPER,
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
    ),
  ],
  ex: [
    ...STRANGER,
    ...HELPER,
    ...beside(
      ['fiance', 'fiancee', 'boyfriend', 'girlfriend'],
      ['خطيبي', 'خطيبتي', 'حبيبي', 'حبيبتي'],
      ['دەزگیرانەکەم', 'دەستگیرانەکەم', 'خۆشەویستەکەم', 'دەزگیرا من'],
    ),
  ],
  work: [
    ...STRANGER,
    ...HELPER,
    ...beside(
      ['colleague', 'classmate', 'coworker', 'teacher'],
      ['زميلي', 'زميلتي', 'استاذي'],
      ['هاوپۆلەکەم', 'هاوپۆلم', 'مامۆستاکەم'],
    ),
  ],
  powerful: [
    ...HELPER,
    ...each(
      ['ضابط', 'شرطي', 'ضابط شرطه', 'ضابط بالشرطه', 'ضابط من الشرطه', 'مسؤول'],
      ['ساعدني', 'يساعدني', 'نصحني', 'كلي اكتبلكم', 'كالي اكتبلكم', 'واكف وياي'],
    ),
    ...each(['ساعدني', 'نصحني'], ['ضابط', 'شرطي']),
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
