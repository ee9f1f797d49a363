/**
 * "Yes" and "no" wherever they are asked: Arabic of all kinds, Sorani and Badini, English, and
 * Arabic and Kurdish in Latin letters. Compared folded and as whole messages, so a short one ("la",
 * "na") means it only where it is all that was written.
 */
// prettier-ignore
export const YES: readonly string[] = [
  'نعم', 'اي', 'إي', 'ايه', 'اي نعم', 'اي والله', 'ايوه', 'ايوا', 'بلي', 'بلى', 'اكيد', 'أكيد', 'اها',
  'بەڵێ', 'بەلێ', 'بەڵی', 'ئا', 'ئەرێ', 'ئێ', 'بەلی', 'ئەری',
  'yes', 'yeah', 'yea', 'yep', 'yup', 'yes please', 'sure', 'of course',
  'na3am', 'naam', 'na3m', 'n3m', 'n3am', 'ee', 'eee', 'eeh', 'eh', 'ii', 'iy', 'ay', 'aywa', 'eywa', 'aiwa', 'akid', 'bali', 'bala',
  'bale', 'bele', 'balle', 'belê', 'balê', 'ere', 'erê',
]

// prettier-ignore
export const NO: readonly string[] = [
  'لا', 'كلا', 'لا والله', 'لأ', 'لع',
  'نەخێر', 'نەخیر', 'نا', 'نە',
  'no', 'nope', 'nah', 'no no',
  'la', 'laa', 'la2', 'la la', 'kala', 'kalla', 'la wallah',
  'na', 'naa', 'naxer', 'naxeir', 'naxêr', 'nakher', 'nexer', 'nexêr', 'nakhair',
]

/** "Any" is written as "yes" is: "can anybody read this?" agrees to nothing. */
// prettier-ignore
export const NOT_YES: readonly string[] = [
  'اي احد', 'اي واحد', 'اي وحدة', 'اي شخص', 'اي شي', 'اي شيء', 'اي وقت', 'اي مكان', 'اي يوم', 'اي رقم', 'اي سؤال', 'اي معلومة', 'اي معلومات', 'اي طريقة', 'اي حل', 'اي صورة', 'اي صور', 'اي دليل', 'اي جهة', 'اي موظف', 'اي انسان', 'اي احتمال', 'اي خطوة', 'اي نوع',
  'ay a7ad', 'ay ahad', 'ay wa7ed', 'ay wa7id', 'ay wahed', 'ay shakhs', 'ay sha5s', 'ay shi', 'ay wakt', 'ay wa8t', 'ay mukan', 'ay suwal', 'ay raqm', 'ay 7al',
]

/**
 * What beside a no only says it again. Never a word that with a no before it says the opposite or calls
 * ("safe", "now"): "not safe" and "no, now" are no such answer.
 */
// prettier-ignore
export const BESIDE_NO: readonly string[] = [
  'شي', 'شيء', 'اي شي', 'أي شيء', 'ولا شي', 'ولا شيء', 'لا شيء', 'لا شي', 'ولا واحد', 'ولا وحدة', 'ماكو', 'ماكو شي', 'ما اكو', 'ما اكو شي', 'مافي', 'ما في شي', 'لا يوجد', 'لا يوجد شيء', 'هيج شي', 'هيج شيء',
  'ابدا', 'نهائيا', 'اطلاقا', 'بالمرة', 'والله', 'الحمد لله', 'الحمدلله', 'الحمد الله', 'شكرا', 'شكرا جزيلا', 'من هذا', 'من هذه', 'من هاي', 'من هذول', 'من ذلك', 'من كل هذا', 'منها', 'منهم', 'منهن', 'لحد الان', 'لحد هسه', 'ماكو هسه', 'هسه ماكو',
  'ماكو خطر', 'لا يوجد خطر', 'ماكو احد', 'ما اكو احد', 'محد', 'ما احد', 'لا احد', 'ماكو احد يأذيني', 'محد يأذيني', 'ما احد يأذيني', 'لا احد يؤذيني', 'اني بخير', 'انا بخير', 'اني بامان', 'انا بامان', 'اني زين', 'اني زينة',
  'هیچ', 'هیچیان', 'هیچ شتێک', 'هیچ شت', 'هیچ نییە', 'هیچ نیە', 'هیچیان نییە', 'هیچیان نین', 'هیچ شتێک نییە', 'هیچ کامیان', 'لەمانە', 'لەوانە', 'لەم شتانە', 'سوپاس', 'زۆر سوپاس', 'سوپاس بۆ خودا', 'مەترسی نییە', 'کەس نییە', 'کەس نیە', 'کەس ئازارم نادات',
  'چو', 'چو تشت', 'چ تشت', 'تشتەک', 'چو نینە', 'چ نینە', 'چو تشت نینە', 'نینە', 'ژ وان', 'ژ ڤان', 'سپاس',
  'nothing', 'nobody', 'no one', 'nothing at all', 'none', 'none at all', 'none of it', 'none of them', 'none of these', 'none of those', 'none of that', 'none of the above', 'nothing of it', 'nothing of that', 'nothing like that', 'nothing like this', 'not any of them', 'not any of these', 'not at all', 'not really', 'not now', 'not yet', 'nothing now', 'nothing right now', 'so far', 'for now',
  'thanks', 'thank you', 'thank god', 'thank goodness', 'there is nothing', 'there is no danger', 'no danger', 'no one is hurting me', 'no one hurts me', 'nobody hurts me', 'nobody is hurting me', 'i am safe', "i'm safe", 'i am fine', "i'm fine", 'i am ok', "i'm ok", 'i am okay', "i'm okay",
  'shi', 'shay', 'wala shi', 'la shay', 'maku', 'mako', 'maku shi', 'mako shi', 'abad', 'abadan', 'wallah', 'walla', 'wala', 'hamdulillah', 'alhamdulillah', 'il7amdulillah', 'hamdillah', 'shukran', 'ani zain', 'ani zen', 'ani zena', 'ma7ad yi2thini', 'ma7ad y2thini',
  'hich', 'hic', 'hîç', 'hich shtek', 'hichyan', 'hichian', 'hich nia', 'hich niya', 'nia', 'niya', 'supas', 'spas', 'zor supas', 'chu', 'chu tisht', 'chu nina', 'tu tişt', 'nina', 'kes azarm nadat', 'kas azarm nadat',
]

/** That nothing was paid, as people say it: «ما دفعت» holds «دفعت». */
// prettier-ignore
export const NOT_PAID: readonly string[] = [
  'ما دفعت', 'مادفعت', 'ما دفعتله', 'ما دفعتلهم', 'ما دفعتلها', 'مادفعتله', 'ولا دفعت', 'ولا دفعتله', 'لا دفعت', 'لم ادفع', 'لم أدفع', 'ما دافع', 'ما دافعة', 'ما حولت', 'ما حولتله', 'ولا حولت', 'ما انطيته', 'ما دزيتله', 'ما عطيته',
  'پارەم نەداوە', 'پارەم نەدا', 'نەمداوە', 'نەمدا', 'پارەم نەناردووە', 'من پارە نەدایە',
  'did not pay', 'didnt pay', "didn't pay", 'have not paid', 'havent paid', "haven't paid", 'not paid', 'never paid', 'did not send him money', "didn't send him money",
  'ma dfa3t', 'ma dafa3t', 'ma dafa3it', 'ma dfa3tla', 'ma dfa3tlah', 'ma dafa3tla', 'ma dafa3tlah', 'param nedawe', 'param nadawa',
]
