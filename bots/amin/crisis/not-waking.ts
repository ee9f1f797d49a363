import type { CrisisRule, CrisisRules } from '../../../core/text/danger/data.ts'

/**
 * A wish not to wake. Who is tired says it of an early hour as well, so it is asked about and never
 * sure by itself.
 */
const classes: CrisisRules['classes'] = {
  'wake-i': {
    ar: ['اصحى اصحه اصحي صحيت صاحي صاحيه اكعد كعدت اقعد قعدت اكوم اقوم استيقظ استيقظت اوعى وعيت افيق'],
    ckb: ['هەستم هەڵسم هەستمەوە هەڵسمەوە هەڵبستم هەڵبسم'],
    lat: [
      '(a|)s(a|)7(e|ei|a|ee|i|ay|)t (a|)s(a|)7(a|eh|ah) as7e ag3(u|o|i|a|)d ga3(a|)d(e|i|)t g3ad(e|i|)t ak3(u|o|i|)d ag(u|oo|o)m',
      'hastm halsm hastim halsim halbstm halbsm halsmawa hastmawa',
    ],
  },
  'not-wake-i': {
    ckb: ['هەڵنەستم هەڵنەسم هەڵنەسمەوە هەڵنەستمەوە هەڵنەستامایە هەڵنەسامایە هەڵنەستابام خەبەرمنەبێتەوە'],
    lat: ['halnastm halnasm halnastmawa halnasmawa halnasamawa habnasamawa'],
  },
  'wish-not': {
    ar: [
      'احسن احسنلي افضل ياريت ياريتني ليت ليتني ياليتني ريت ريتني اتمنى اتمنه عسى عساني ادعي ادعو يارب رب انشالله',
    ],
    ckb: ['خۆزگە باشترە باشتر بریا'],
    lat: [
      'a7san ahsan a7sn a7sen afdhal yaret yareet yarait yaretni reet reit atmana atmanna inshalla yarab rab xozga xozgam bashtra',
    ],
  },
  'not-want-joined': { ar: ['ماريد مااريد مارايد مابي مابغي مابغى ماودي ماغيد'] },
  /** Whom one would wake: no wish of one's own not to. */
  'woken-other': {
    ar: [
      'امي ابوي اهلي اخوي اختي زوجي زوجتي مرتي ابني بنتي الطفل الاطفال جهالي احد احدا الناس جيراني الجيران اخوتي اخواتي',
    ],
    en: [
      'you him her them anyone anybody everyone everybody mother mom mum mommy father dad daddy parents baby kid kids child children sister sisters brother brothers husband wife family son daughter neighbour neighbours neighbor neighbors grandma grandmother grandpa grandfather roommate people house',
    ],
    lat: ['ummi umi ahli abuy aboya akhoy u5ti a7ad ahad'],
  },
  /** Who does not wake, where it is not who writes. */
  'sleeper-other': {
    en: [
      'baby he she they kid kids child children son daughter husband wife mother mum father phone computer laptop alarm neighbours',
    ],
  },
  'asleep-i': { ar: ['انام ننام انامن اغفى اغفه'], lat: ['anam aghfa anaam'] },
  /** What one would rather not get up for. */
  'early-talk': {
    ar: [
      'وكت بوكت بدري مبكر الفجر فجر دوام للدوام الدوام بالدوام عالدوام مدرسه للمدرسه المدرسه منبه المنبه عالمنبه الصلاه صلاه السحور سحور الساعه ساعه جامعه الجامعه للجامعه الكليه متاخر نعسان نعسانه العطله عطله امتحان الامتحان شغل للشغل الشغل ست سته خمسه سبعه',
    ],
    ckb: ['زوو دەوام دەوامم قوتابخانە کار پشوو سەعات کاتژمێر خەوم'],
    en: ['early alarm work school class shift oclock am weekend exam'],
    lat: ['badri bwakit dawam aldawam mnabih munabbih zu zoo sa3a'],
  },
}

const rules: readonly CrisisRule[] = [
  {
    id: 'self_harm/not-waking',
    label: 'self_harm',
    hard: false,
    shapes: [
      '<wish-not> [لو|ان|اني|انا|law|lo|lw|inni] (ما|لا|ma|la)+<wake-i>',
      '<wish-not> .. <not-wake-i>',
      '(لو|اذا|law|lo|lw)+(ما|ma)+<wake-i> .. <wish-not>',
      '(ما|لا|مو|ma|mo)+<want>+<wake-i>',
      '<not-want-joined>+<wake-i>',
      '(نامەوێت|نامەوێ|namawe|namawet)+[سبەی|سبەینێ|بەیانی|ئیتر|چیتر|sbay|bayani|itr|iter|chitr]+<wake-i>',
      '<asleep-i> (وما|ولا|ما|لا|wma|ma|wla)+[عاد|بعد|اعود|3ad|ba3ad]+<wake-i>',
      '(better|wish|hope|hoping|hoped|pray|praying|prayed|rather|want|prefer) .. (didnt|did not|dont|do not|doesnt|hadnt|had not|wouldnt|would not|wont|never) (wake|woken|woke)',
      '(didnt|did not|dont|do not|hadnt|had not|wouldnt|never) (wake|woken|woke) .. (better|easier)',
    ],
    unless: [
      { words: ['early-talk'], within: 5 },
      // "I do not want to sit here": in Iraq one word is to sit and to wake.
      { words: ['elsewhere', 'woken-other'], within: 2, side: 'after' },
    ],
    whateverNegated: true,
  },
]

/** The same as sure as English says it; whoever would wake somebody says something else. */
const outright: CrisisRule = {
  id: 'self_harm/not-wake-up',
  label: 'self_harm',
  hard: true,
  shapes: [
    '(dont|do not|didnt|not|cant|no longer|never) .. (want|wanna|wana|have) [to] wake [up]',
    '(never|not) wake [up]',
  ],
  unless: [
    { words: ['woken-other'], within: 3, side: 'after' },
    { words: ['early-talk'], within: 4 },
    { words: ['sleeper-other'], within: 3, side: 'before' },
  ],
  softIf: [{ words: ['elsewhere', 'where-how'], within: 2 }],
  whateverNegated: true,
}

export const notWaking = { classes, rules: [...rules, outright] }
