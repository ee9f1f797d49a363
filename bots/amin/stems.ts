/**
 * Parts of words that say what is done to somebody, in all languages together: who says it in two
 * words before agreeing has told it, and is not asked again what happened. Compared folded, within a
 * word.
 */
// prettier-ignore
export const stems: readonly string[] = [
  'بتز', 'هدد', 'تهديد', 'فضح', 'سجلن', 'مسجل', 'صورن', 'مصورن', 'صوري', 'صورتي', 'صورها', 'فيديوي', 'هكر', 'اخترق', 'انتحل', 'نشرو', 'نشرلي', 'تحرش', 'دفعلي', 'دفعولي', 'حوللي', 'حولولي', 'انطاني',
  'هەڕەش', 'بلاکمەیل', 'بلاکمێل', 'ئابڕو', 'تۆمارکرد', 'وێنەکانم', 'وێنەم', 'ڤیدیۆم', 'گرتوم', 'پێدام', 'پێیدام', 'پێی دام', 'پێیان دام', 'هاک', 'گەف', 'وێنێن من', 'گەفان',
  'blackmail', 'threat', 'extort', 'sextort', 'filmed me', 'filming me', 'recorded me', 'my nude', 'my photo', 'my pic', 'my video', 'leak', 'hacked', 'paid me', 'sent me money', 'squeez', 'stalk', 'catfish', 'deepfake',
  'btaz', 'ibtz', 'ybtz', 'yhadid', 'hadad', 'suwari', 'hakar', 'harash', 'blackmel',
]

/** Questions whose hints tell what happened; who somebody is and where they live does not. */
export const TOLD_BY: readonly string[] = ['material', 'demand', 'paid', 'deadline', 'spread', 'relation']
