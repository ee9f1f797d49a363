import { each } from './each.ts'

/** What was named last is not of who blackmails: it is the person's own, or of family and friends. */
// prettier-ignore
export const MINE: readonly string[] = [
  ...new Set([
    'رقمي اني', 'هذا لي', 'mine',
      ...each(
        ['', 'لا', 'غلط', 'لا غلط', 'لا لا', 'خطأ', 'نا', 'هەڵەیە', 'نا هەڵەیە', 'no', 'wrong', 'no wrong', 'sorry', 'no sorry'],
        [
          'هذا رقمي', 'هذا حسابي', 'هذا رقمي اني', 'رقمي اني', 'هذا الي', 'ئەمە ژمارەی منە', 'ئەمە ژمارەی خۆمە', 'ئەمە هی منە', 'ئەمە هی خۆمە', 'هی خۆمە', 'ئەڤە یا منە', 'ئەڤە ژمارا منە', 'ئەوە ژمارەی خۆمە', 'that is mine', 'thats mine', 'this is mine', 'that is my number', 'thats my number', 'this is my number', 'my number', 'my own number', 'it is mine', 'that is my account', 'thats my account', 'hatha raqmi', 'raqmi ani',
        ],
      ),
      // "That is my brother" may say who it is that blackmails: only what says that it is not them counts.
    ...each(
      ['', 'لا', 'غلط', 'نا', 'no', 'wrong'],
      [
        ...each(['هاي', 'هذا', 'هذه', 'هذا رقم', 'هاي رقم'], ['امي', 'ماما', 'ابوي', 'ابويه', 'اخويه', 'اختي', 'زوجي', 'صديقتي', 'صديقي', 'المحامي'], ['مو هو', 'مو رقمه', 'مو الي يهددني', 'اتصلوا بيها', 'اتصلوا بيه']),
        ...each(['ئەمە', 'ئەوە'], ['دایکمە', 'باوکمە', 'براکەمە', 'خوشکمە', 'هاوڕێکەمە', 'مێردەکەمە', 'ژمارەی دایکمە', 'ژمارەی براکەمە'], ['نەک ئەو', 'ئەو نییە', 'هی ئەو نییە']),
        ...each(['that is', 'thats', 'this is', 'its'], ['my mother', 'my mum', 'my mom', 'my father', 'my dad', 'my brother', 'my sister', 'my husband', 'my wife', 'my friend', 'my lawyer', 'my mothers number', 'my brothers number', 'my friends number', 'my mums number', 'my moms number'], ['not him', 'not his', 'not theirs', 'not hers', 'not the blackmailer']),
      ],
    ),
  ]),
]
