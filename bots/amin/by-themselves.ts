/**
 * That nobody is with who writes, where somebody in danger is asked for the place: it is no place, and whoever goes to
 * help must not read it as one.
 */
export const byThemselves = {
  // prettier-ignore
  words: [
    'وحدي', 'لوحدي', 'بوحدي', 'وحديه', 'لحالي', 'بروحي', 'محد يمي', 'محد وياي', 'ماكو احد وياي',
    'ماكو احد يمي', 'ما عندي احد',
    'بە تەنها', 'بەتەنها', 'بە تەنیا', 'بەتەنیا', 'تەنها', 'تەنیا', 'تەنیام', 'تەنهام', 'بە تەنیام',
    'بە تەنهام', 'ب تنێ', 'ئەز ب تنێ مە', 'کەسم لەگەڵ نییە', 'کەسم لا نییە', 'کەس لێرە نییە',
    'alone', 'by myself', 'on my own', 'nobody is here', 'no one is here', 'nobody here', 'no one here',
    'nobody is with me', 'no one is with me', 'nobody with me',
    'wa7di', 'wahdi', 'lwa7di', 'lwahdi', 'batanya', 'ba tanya', 'ba tanha', 'tanyam', 'tanham', 'b tne',
  ],
  // prettier-ignore
  beside: [
    'اي', 'نعم', 'اني', 'انا', 'بالبيت', 'بيتنا', 'بيتي', 'بالغرفه', 'بالغرفة', 'بغرفتي', 'غرفتي', 'هسه',
    'هسا', 'هنا', 'الان', 'كاعد', 'كاعده', 'والله', 'بس', 'جوه',
    'كاعدة', 'قاعد', 'قاعده', 'بالحمام', 'الحمام', 'بالشقه', 'بالشقة', 'شقتي', 'بشقتي', 'بالسياره',
    'بالسيارة', 'سيارتي', 'ببيتي', 'ببيتنا',
    'بەڵێ', 'من', 'ئەز', 'لە', 'ل', 'ماڵەوە', 'ماڵ', 'ماڵێ', 'ماڵەوەم', 'لێرە', 'ژوورەکەم', 'ژوورەکەمم',
    'ژوورم', 'ئێستا', 'تەنها خۆم', 'خۆم', 'م', 'نوکە',
    'ژوورەکەمدام', 'ژوورەکەمدا', 'لەژوورەکەم', 'ماڵەوەدام', 'حەمام', 'حەمامم', 'لە حەمامم', 'شوقەکەم',
    'شوقەکەمدا', 'شوقە', 'سەیارە', 'سەیارەکەم', 'دانیشتووم',
    'yes', 'yeah', 'i', 'im', "i'm", 'i am', 'am', 'at', 'home', 'the', 'in', 'my', 'room', 'bedroom', 'house', 'here', 'right', 'now', 'just', 'all', 'and', 'ok',
    'bathroom', 'toilet', 'apartment', 'flat', 'place', 'our', 'car', 'sitting', 'inside',
    'ani', 'ana', 'bilbet', 'bil', 'bet', 'bilbeit', 'hsa', 'hassa', 'ee', 'min', 'la', 'mal', 'malawa',
    'lamalawa',
    'ghurfa', 'ghurfti', 'bghurfti', 'bilghurfa', 'bait', 'beit', 'bilbait', 'beti', 'baiti', 'el', 'il',
    'al', 'zhwrakam', 'zhurakam', 'zhwr', 'xom', 'gaid', 'ga3id',
  ],
  saying: 'alone',
} as const

/** Agrees, and names nothing. */
// prettier-ignore
export const agreed: readonly string[] = [
  'ok', 'okay', 'okey', 'k', 'kk', 'oki', 'alright', 'all right', 'fine', 'sure', 'good', 'right', 'got it',
  'understood',
  'اوكي', 'اوك', 'اوكيه', 'زين', 'تمام', 'ماشي', 'موافق', 'طيب', 'خوش', 'صار', 'حاضر', 'تم', 'تدلل',
  'مفهوم', 'فهمت', 'tmam', 'tamam', 'zen', 'zain', 'zein', 'mashi', 'oke',
  'باشە', 'باشه', 'ئۆکەی', 'ئۆکی', 'زۆر باشە', 'باش', 'دەی باشە', 'تێگەیشتم', 'باشا', 'basha', 'bashe', 'baş',
]
