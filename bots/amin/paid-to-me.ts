import { each } from './each.ts'

/** Money that came to who writes: nobody asks whether to pay, and the sum is neither wanted nor paid. */
// prettier-ignore
export const PAID_TO_ME: readonly string[] = [
  'دفعلي', 'دفعولي', 'دفعتلي', 'حوللي', 'حولي', 'حولولي', 'حولتلي', 'انطاني', 'انطوني', 'عطاني', 'دزلي فلوس', 'دزلي مبلغ', 'دفع الي', 'دفع لي', 'حول لي', 'حول الي',
  'پێدام', 'پێیدام', 'پێی دام', 'پێیان دام', 'پێیاندام', 'پارەی بۆ ناردم', 'دۆلاری بۆ ناردم', 'دیناری بۆ ناردم', 'هەزاری بۆ ناردم', 'بۆی ناردم',
  'paid me', 'gave me money', 'sent me money', 'transferred me', 'dfa3li', 'dafa3li', '7awalli', 'pedam', 'peydam',
]

/** The money in such words, which they do not want. */
// prettier-ignore
export const MONEY_TO_ME: readonly string[] = [
  ...each(['دفعلي', 'دفعولي', 'حوللي', 'حولولي', 'انطاني', 'انطوني', 'عطاني', 'دزلي'], ['..'], ['دولار', 'دينار', 'الف دينار', 'مليون', 'ملايين', 'فلوس', 'مبلغ', 'رصيد']),
  ...each(['دۆلاری', 'دیناری', 'پارەی', 'هەزاری', 'ملیۆنی', 'دۆلاریان', 'دیناریان', 'پارەیان'], ['پێدام', 'پێی دام', 'بۆ ناردم', 'دامێ', 'پێ دام']),
  ...each(['paid me', 'sent me', 'gave me', 'transferred me'], ['..'], ['money', 'dollars', 'dollar', 'usd', 'dinar', 'dinars', 'iqd', 'million']),
]
