import { each } from './each.ts'

/** "All of them", where several things can be picked: everything in the list but "nothing of it". */
// prettier-ignore
const ALL_OF_IT: readonly string[] = [
  'كلها', 'كلهم', 'كله', 'كلشي', 'كل شي', 'كل شيء', 'الكل', 'جميعها', 'كل هذا', 'كل هاي', 'اثنينهم', 'ثنينهم', 'كلها صح', 'كلهن', 'اي كلها', 'نعم كلها',
  'هەموویان', 'هەمووی', 'هەموو', 'هەر هەمووی', 'هەر هەموویان', 'هەموو ئەمانە', 'هەمووی ڕاستە', 'گشتی', 'گشتیان', 'بەڵێ هەمووی', 'هەمی', 'هەمیان', 'هەمی ڕاستن',
  ...each(['', 'yes'], ['all of them', 'all of it', 'all', 'everything', 'all of these', 'all of this', 'all of the above', 'all true', 'every one', 'all is true', 'both', 'both of them']),
  'kulha', 'kulshi', 'kullha', 'kulhum', 'hamuyan', 'hamui', 'hemuyan', 'hami',
]

/** Half a yes where danger is asked about: no skip, but a reason for the one plain question. */
// prettier-ignore
const HALF_YES: readonly string[] = [
  'يمكن', 'ربما', 'احيانا', 'أحيانا', 'مرات', 'شوي', 'شوية', 'تقريبا', 'مو متأكد', 'مو متأكدة', 'مو متاكده', 'مو متاكد', 'غير متأكد', 'غير متأكدة', 'لست متأكدة', 'ما متأكدة', 'يجوز', 'بلكت', 'احتمال', 'يمكن اي', 'اي يمكن',
  ...each(['اي', 'نعم', 'ايه', 'اي والله'], ['خايفه', 'خايف', 'خائفة', 'خائف', 'اخاف', 'كلش خايفه', 'اني خايفه']),
  'ڕەنگە', 'لەوانەیە', 'هەندێک جار', 'هەندێجار', 'جارجار', 'کەمێک', 'دڵنیا نیم', 'نازانم لەوانەیە', 'بەشکم', 'پێدەچێت', 'دبیت', 'ئەز نە پشتڕاستم', 'بەلکی',
  ...each(['بەڵێ', 'ئا', 'ئەرێ', 'بەلێ'], ['دەترسم', 'زۆر دەترسم', 'دترسم', 'ئەز دترسم']),
  'maybe', 'perhaps', 'sometimes', 'not sure', 'im not sure', 'i am not sure', 'kind of', 'a little', 'a bit', 'possibly', 'i think so', 'i guess', 'probably', 'could be', 'might be', 'maybe yes', 'yes maybe',
  ...each(['yes', 'yeah', 'yes yes'], ['i am afraid', 'im afraid', 'i am scared', 'im scared', 'afraid', 'scared', 'i am very scared', 'i am so scared']),
  'yimkin', 'ymkn', 'yemkin', 'balki', 'lawanaya', 'lewaneye', 'range', 'ay khayfa', 'ee khayfa', 'bale datirsm', 'bale detirsim',
]

export const halves = { all: ALL_OF_IT, halfYes: HALF_YES }
