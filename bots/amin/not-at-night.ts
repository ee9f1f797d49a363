import { each } from './each.ts'

/**
 * The wish that nobody writes at night: kept for the team, and what is said of it promises no more than that they
 * see it. One of each list stands in it; said of whoever blackmails ("he told me"), asked for the night alone, or a
 * complaint that nobody writes, it is none. Compared folded.
 */

/** Asked of us: do not write, do not call. */
// prettier-ignore
export const DO_NOT_WRITE = {
  words: [
    'dont text', 'do not text', 'dont message', 'do not message', 'dont write', 'do not write', 'dont send me', 'do not send me', 'dont call', 'do not call', 'dont contact',
    'do not contact', 'dont reply', 'do not reply', 'dont answer', 'do not answer', 'not text me', 'not message me', 'not write to me', 'not call me',
    'stop texting me', 'stop messaging me', 'never text me', 'never write to me', 'never call me', 'dont write to me',
    ...each(['no'], ['messages', 'message', 'texts', 'calls', 'replies', 'notifications', 'messages please', 'calls please'], ['at night', 'in the night', 'in the evening', 'late', 'after']),
    'لا تراسلوني', 'لا تراسلوا', 'لا تراسلني', 'لا تدزون', 'لا تدزولي', 'لا تدزوا', 'لا تدز', 'لا تكتبولي', 'لا تكتبون', 'لا تكتبوا', 'لا تتصلون', 'لا تتصلوا', 'لا تتصلو', 'لا تخابروني',
    'لا تخابرون', 'لا ترسلون', 'لا ترسلولي', 'لا ترسلوا', 'لا ترسل', 'لا ترسلوا لي', 'لا تبعثون', 'لا تبعثوا', 'لا تحجون', 'لا تردون', 'لا تردوا', 'لا تجاوبون', 'لا تدكون', 'لا تدكولي', 'ما اريد رسائل',
    'ما اريد رسايل', 'بدون رسائل', 'لا اريد رسائل',
    'نامەم بۆ مەنێرن', 'نامەم بۆ مەنێرە', 'نامە مەنێرن', 'نامە مەنێرە', 'مەنووسن', 'مەنووسە', 'بۆم مەنووسن', 'بۆم مەنووسە', 'پەیوەندیم پێوە مەکەن', 'پەیوەندی مەکەن', 'تەلەفۆنم بۆ مەکەن', 'تەلەفۆن مەکەن',
    'وەڵامم مەدەنەوە', 'نامەم مەنێرن', 'نامێ نەهنێرن', 'نامە نەهنێرن', 'نەنڤیسن', 'ناخوازم نامەم', 'نامەوێت نامەم', 'نامەوێ نامەم',
    'la trasluni', 'la traslooni', 'la tdizun', 'la tdizuli', 'la tktbun', 'la tktibuli', 'la tutaslun', 'la titasloon', 'name manerin', 'namam bo manerin', 'nama manerin', 'manusin',
  ],
  endings: [],
}

// prettier-ignore
export const AT_NIGHT = {
  words: [
    'at night', 'the night', 'by night', 'every night', 'nights', 'nighttime', 'night time', 'midnight', 'overnight', 'the evening', 'every evening', 'evenings', 'after 8', 'after 9', 'after 10', 'after 11', 'after 12', 'after ten', 'after nine',
    'after eleven', 'after 8pm', 'after 9pm', 'after 10pm', 'after 11pm', 'me late', 'late at night', 'so late', 'too late', 'when i sleep', 'while i sleep', 'before 8', 'before 9', 'in the morning only',
    'بالليل', 'الليل', 'ليل', 'ليلا', 'باليل', 'اليل', 'بعد منتصف الليل', 'نص الليل', 'المسا', 'المساء', 'مساءً', 'بالمسا', 'بالمساء', 'العشا', 'بعد العشره', 'بعد التسعه', 'بعد الثمانيه', 'بعد 10', 'بعد 9', 'بعد 8', 'بعد 11', 'بعد ال10', 'من انام',
    'شەو', 'شەوان', 'بە شەو', 'بەشەو', 'شەوانە', 'لە شەودا', 'نیوەشەو', 'نیوە شەو', 'ئێوارە', 'ئێواران', 'ئێوارانە', 'شەڤێ', 'ب شەڤ', 'ل شەڤێ', 'دوای 10', 'دوای ١٠', 'دوای 9', 'لە دوای دە',
    'bil lail', 'bil layl', 'billail', 'billayl', 'bilail', 'bilayl', 'lail', 'layl', 'shaw', 'ba shaw', 'shew', 'ba shaw da',
  ],
  endings: [],
}

/** Right before one of these words: somebody else said them, or tells what is done, and asks us for nothing. */
// prettier-ignore
export const SAID_BY_THEM = [
  'said', 'says', 'saying', 'told me', 'tells me', 'told me to', 'tells me to', 'asked me', 'asked me to', 'asks me to', 'wrote', 'i', 'we', 'they', 'he', 'she',
  'كال', 'كالي', 'كاللي', 'كلي', 'يكول', 'ويكول', 'وكال', 'وكالي', 'ويكلي', 'كالت', 'كالتلي', 'تكول', 'تكلي', 'يكلي', 'يكولون', 'كلتله', 'كلتلها', 'قال', 'قالي', 'قال لي', 'قالت', 'يقول', 'ويقول', 'تقول',
  'وتی', 'گوتی', 'وتیان', 'وتم', 'پێی وتم', 'پێی گوتم', 'پێم وت', 'دەڵێت', 'دەڵێ', 'ئەڵێ', 'گۆتی', 'دبێژیت', 'وتی کە', 'دەڵێت کە', 'galli', 'kalli', 'ygul', 'ygulli',
]

// prettier-ignore
const NIGHT = ['at night', 'in the evening', 'at nights', 'in the evenings', 'after 9', 'after 10', 'after 11']
// prettier-ignore
const WRITES = ['write', 'text', 'message', 'answer', 'reply', 'talk', 'call', 'chat', 'contact']
// prettier-ignore
const WRITE_TO_ME = ['اكتبولي', 'اكتبوا', 'راسلوني', 'دزولي', 'ردولي', 'جاوبوني', 'خابروني', 'اتصلوا', 'اتصلو']
/** The night is the one time that is asked for, or it is a complaint that nobody writes. */
// prettier-ignore
export const NIGHT_ALONE = {
  words: [
    ...each(['only', 'just'], NIGHT),
    ...each(['only', 'can', 'please'], WRITES, ['', 'me', 'to me'], NIGHT),
    ...each(NIGHT, ['only']),
    ...each(WRITES, ['', 'me', 'to me'], ['in the day', 'during the day', 'by day', 'in the daytime', 'at daytime']),
    ...each(['you'], ['dont', 'do not'], WRITES),
    'why dont', 'why do not', 'why no', 'why not', 'since last night', 'since the night', 'since the evening',
    ...each(['بس', 'فقط'], ['بالليل', 'الليل', 'ليلا', 'باليل', 'بالمسا']), 'بالليل فقط', 'ليلا فقط', 'بالليل بس لا',
    ...each(WRITE_TO_ME, ['بالليل', 'ليلا', 'باليل', 'بس بالليل']), ...each(['بالليل', 'ليلا', 'باليل'], WRITE_TO_ME, ['بس', 'وبس', 'ولا', 'لا']), 'ليش ما', 'ليش محد', 'ليش لا',
    ...each(['تەنها', 'تەنیا', 'بەس', 'هەر'], ['شەو', 'شەوان', 'بە شەو', 'بەشەو', 'ئێواران', 'لە شەودا']), 'بۆچی', 'بۆ وەڵامم',
    ...each(['لە ڕۆژدا', 'بە ڕۆژ', 'ڕۆژ', 'ڕۆژان'], ['مەنووسن', 'بۆم مەنووسن', 'نامەم بۆ مەنێرن', 'پەیوەندیم پێوە مەکەن']),
  ],
  endings: [],
}
