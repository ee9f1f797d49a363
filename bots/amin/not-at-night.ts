/**
 * The wish that nobody writes at night: kept for the team, and what is said of it promises no more than that they
 * see it. One of each list stands in it; said of whoever blackmails ("he told me") it is none. Compared folded.
 */

/** Asked of us: do not write, do not call. */
// prettier-ignore
export const DO_NOT_WRITE = {
  words: [
    'dont text', 'do not text', 'dont message', 'do not message', 'dont write', 'do not write', 'dont send me', 'do not send me', 'dont call', 'do not call', 'dont contact',
    'do not contact', 'dont reply', 'do not reply', 'dont answer', 'no messages', 'no message', 'no texts', 'no calls', 'no replies', 'no notifications', 'not text me', 'not message me', 'not write to me',
    'stop texting me', 'stop messaging me', 'never text me', 'never write to me', 'dont write to me', 'please not', 'only write', 'only text', 'only message',
    'لا تراسلوني', 'لا تراسلوا', 'لا تراسلني', 'لا تدزون', 'لا تدزولي', 'لا تدزوا', 'لا تدز', 'لا تكتبولي', 'لا تكتبون', 'لا تكتبوا', 'لا تتصلون', 'لا تتصلوا', 'لا تتصلو', 'لا تخابروني',
    'لا تخابرون', 'لا ترسلون', 'لا ترسلولي', 'لا ترسلوا', 'لا ترسل', 'لا ترسلوا لي', 'لا تبعثون', 'لا تبعثوا', 'لا تحجون', 'لا تردون', 'لا تردوا', 'لا تجاوبون', 'لا تدكون', 'لا تدكولي', 'ما اريد رسائل',
    'ما اريد رسايل', 'بدون رسائل', 'لا اريد رسائل', 'محد يراسلني', 'محد يكتبلي', 'محد يتصل',
    'نامەم بۆ مەنێرن', 'نامەم بۆ مەنێرە', 'نامە مەنێرن', 'نامە مەنێرە', 'مەنووسن', 'مەنووسە', 'بۆم مەنووسن', 'بۆم مەنووسە', 'پەیوەندیم پێوە مەکەن', 'پەیوەندی مەکەن', 'تەلەفۆنم بۆ مەکەن', 'تەلەفۆن مەکەن',
    'وەڵامم مەدەنەوە', 'نامەم مەنێرن', 'نامێ نەهنێرن', 'نامە نەهنێرن', 'نەنڤیسن', 'ناخوازم نامەم', 'نامەوێت نامەم', 'نامەوێ نامەم',
    'la trasluni', 'la traslooni', 'la tdizun', 'la tdizuli', 'la tktbun', 'la tktibuli', 'la tutaslun', 'la titasloon', 'name manerin', 'namam bo manerin', 'nama manerin', 'manusin',
  ],
  endings: [],
}

// prettier-ignore
export const AT_NIGHT = {
  words: [
    'at night', 'night', 'nights', 'nighttime', 'midnight', 'overnight', 'in the evening', 'evening', 'evenings', 'after 8', 'after 9', 'after 10', 'after 11', 'after 12', 'after ten', 'after nine',
    'after eleven', 'after 8pm', 'after 9pm', 'after 10pm', 'after 11pm', 'late', 'when i sleep', 'while i sleep', 'before 8', 'before 9', 'in the morning only',
    'بالليل', 'الليل', 'ليل', 'ليلا', 'باليل', 'اليل', 'بعد منتصف الليل', 'نص الليل', 'المسا', 'مساء', 'بالمسا', 'العشا', 'بعد العشره', 'بعد التسعه', 'بعد الثمانيه', 'بعد 10', 'بعد 9', 'بعد 8', 'بعد 11', 'بعد ال10', 'من انام',
    'شەو', 'شەوان', 'بە شەو', 'بەشەو', 'شەوانە', 'لە شەودا', 'نیوەشەو', 'نیوە شەو', 'ئێوارە', 'ئێواران', 'ئێوارانە', 'شەڤێ', 'ب شەڤ', 'ل شەڤێ', 'دوای 10', 'دوای ١٠', 'دوای 9', 'لە دوای دە',
    'bil lail', 'bil layl', 'billail', 'billayl', 'bilail', 'bilayl', 'lail', 'layl', 'shaw', 'ba shaw', 'shew', 'ba shaw da',
  ],
  endings: [],
}

/** His words, or what he is to do. */
// prettier-ignore
export const SAID_BY_THEM = {
  words: [
    'he', 'she', 'they', 'him', 'her', 'them', 'هو', 'هي', 'كال', 'كالي', 'كلي', 'يكول', 'ويكول', 'وكال', 'وكالي', 'تكول', 'يكلي', 'كلتله', 'كلتلها', 'قال', 'قالي', 'گوتی', 'وتی', 'پێی وتم', 'دەڵێت', 'پێم وت', 'ئەو', 'my sister', 'my mother', 'لاختي', 'خوشکم', 'دایکم',
  ],
  endings: [],
}
