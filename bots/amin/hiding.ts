import { COMES_IN } from './comes-in.ts'
import { each } from './each.ts'

/** "Hide the chat", as people type it: what "0" does. */
// prettier-ignore
export const HIDE: readonly string[] = [
  'خروج', 'رقم صفر',
  ...each(
    ['اخفي', 'اخفو', 'اخفوا', 'خفي', 'خفوا', 'اخفاء', 'ضم', 'ضموا', 'سد', 'سدوا', 'سكر', 'اغلق', 'اغلقوا',
      'اقفل'],
    ['المحادثة', 'هاي المحادثة', 'هذه المحادثة', 'الدردشة', 'الجات', 'هذا الجات', 'الشات', 'الصفحة',
      'الشاشة'],
  ),
  'اخفي', 'اخفيها', 'اخفيه', 'اخفوها', 'ضمها', 'ضموها', 'خفيها',
  'دەرچوون', 'بڕۆ دەرەوە', 'ژمارە سفر',
  ...each(
    ['چاتەکە', 'ئەم چاتە', 'گفتوگۆکە', 'ئەم گفتوگۆیە', 'پەڕەکە', 'شاشەکە'],
    ['بشارەوە', 'دابخە', 'بیشارەوە', 'دایبخە', 'بشارنەوە', 'دابخەن'],
  ),
  'بیشارەوە', 'بیشارنەوە', 'بشارەوە', 'بشارنەوە',
  ...each(['چاتێ', 'ڤێ چاتێ', 'ئاخفتنێ'], ['ڤەشێرە', 'ڤەشێرن', 'بگرە', 'دابخە']),
  'ڤەشێرە', 'ڤەشێرن',
  'exit', 'quit', 'number zero', 'number 0', 'press 0',
  ...each(['hide', 'close'], ['chat', 'the chat', 'this chat', 'the page', 'this page', 'the screen',
    'this conversation', 'the conversation']),
  'hide', 'hide it', 'hide this',
  'ikhfi', 'ikhfi almu7adatha', 'ekhfi el chat', 'ikhfi el chat', 'akhfi el chat', '5fi el chat',
  'sid el chat', 'bisharawa', 'bishareva', 'chataka bisharawa', 'chateke bisharewe', 'chataka daxa',
  'chateke daxe', 'veshere',
]

/** "Close it", "zero", which are the same only beside words of haste: alone they may be said of the matter. */
// prettier-ignore
export const CLOSE: readonly string[] = [
  'صفر', 'زيرو', 'الصفر', 'سیفر', 'زیرۆ', 'zero', 'nought', 'sifr', 'sifir', 'sfr', 'sefir', 'sefr',
  'سدها', 'سده', 'سدوها', 'سكرها', 'اغلقها', 'اغلق', 'اقفلها', 'دایبخە', 'دابخە', 'دایبخەن', 'بگرە',
  'close', 'close it', 'close this', 'sidha', 'sidda', 'sakkirha', 'daybxa', 'daibxa', 'daxa',
]

/** That somebody comes, or that there is no time: beside such words a command is the command still. */
// prettier-ignore
export const HASTE: readonly string[] = [
  'بسرعة', 'بسرعه بسرعه', 'هسه', 'هسة', 'حالا', 'فورا', 'الان', 'يلا', 'يله', 'بالعجل', 'عجل',
  ...each(['', 'ابوي', 'ابويه', 'امي', 'اخوي', 'اخويه', 'زوجي', 'رجلي', 'اهلي', 'هو', 'احد', 'واحد',
    'اكو احد'], ['اجه', 'اجا', 'اجت', 'اجو', 'اجوا', 'جا', 'جاء', 'جاي', 'جاية', 'جايين', 'ديجي', 'راح يجي',
    'دخل', 'دخلوا', 'وصل', 'رجع', 'يمي', 'هنا']),
  ...each(['اجه', 'اجا', 'اجت', 'جاي', 'دخل', 'رجع'], ['ابوي', 'ابويه', 'امي', 'اخوي', 'اخويه', 'زوجي',
    'رجلي', 'اهلي', 'احد', 'واحد']),
  'زوو', 'زوو زوو', 'خێرا', 'بەپەلە', 'ئێستا', 'یەکسەر', 'دەستبەجێ', 'زوی', 'زووی', 'نوکە', 'نۆکە', 'لەز',
  'ب لەز', 'لەزێ',
  ...each(['', 'باوکم', 'دایکم', 'براکەم', 'مێردەکەم', 'هاوسەرەکەم', 'ئەو', 'کەسێک', 'یەکێک', 'بابێ من',
    'دەیکا من', 'برایێ من', 'زەلامێ من'], ['هات', 'هاتن', 'دێت', 'دێ', 'هاتەوە', 'هاتەژوورەوە',
    'هاتە ژوورەوە', 'گەیشت', 'لێرەیە', 'یێ دهێت', 'یا دهێت']),
  'quick', 'quickly', 'fast', 'now', 'right now', 'hurry', 'hurry up', 'asap', 'omg', 'oh no', 'wait', 'go',
  ...each(['he', 'she', 'they', 'somebody', 'someone', 'my dad', 'my father', 'my mom', 'my mum',
    'my mother', 'my brother', 'my husband', 'dad', 'mom', 'mum'], ['is coming', 'are coming', 'came',
    'comes', 'is here', 'are here', 'came in', 'walked in', 'is back', 'coming', 'is home']),
  'hes coming', 'shes coming', 'theyre coming', 'hes here', 'shes here', 'theyre here', 'coming',
  'bsur3a', 'bsor3a', 'b sur3a', 'hassa', 'hassah', 'yalla', 'yalla yalla', 'ija', 'ijaa', 'aja',
  'abuya ija', 'ija abuya', 'jay', 'zu', 'zoo', 'xera', 'khera', 'esta', 'hat', 'bawkm hat', 'bawkim hat',
  'nuka', 'lez', 'bi lez',
  ...COMES_IN,
]
