import { COMES_IN } from './comes-in.ts'
import { YES } from './yes-no.ts'

/**
 * How people say that somebody looks at them or at the phone while they write, or that nobody does.
 * Whole messages only: in a story the same words tell of what was before.
 */

/** Somebody watches right now. */
// prettier-ignore
const NOW: readonly string[] = [
  'يراقبني', 'ديراقبني', 'هو يراقبني', 'هو ديراقبني', 'هي تراقبني', 'دتراقبني', 'احد يراقبني',
  'احد ديراقبني', 'واحد ديراقبني', 'اكو احد يراقبني', 'اكو واحد يراقبني', 'يراقبني هسه', 'يراقبني الان',
  'زوجي يراقبني', 'اخوي يراقبني', 'ابوي يراقبني', 'امي تراقبني', 'اهلي يراقبوني', 'ديراقبوني',
  'هو يشوف', 'هو ديشوف', 'هو يشوفني', 'ديشوفني', 'هو دا يشوف', 'يشوفني', 'يباوع', 'ديباوع', 'ديباوعلي',
  'هو يباوع', 'هو ديباوع', 'دتباوع', 'ديباوعون',
  'هو يمي', 'هو يمي هسه', 'يمي هسه', 'هو واكف يمي', 'واكف يمي', 'هو كاعد يمي', 'كاعد يمي', 'هي يمي',
  'هي كاعده يمي', 'هو جنبي', 'هو بجانبي', 'هو هنا', 'هو هنا هسه', 'هو هنا الان', 'هو موجود', 'زوجي يمي',
  'اخوي يمي', 'ابوي يمي', 'امي يمي', 'اهلي يمي', 'هم يمي', 'احد يمي', 'اكو احد يمي',
  'مو امان', 'مو امان هسه', 'مو آمن', 'مو امن', 'غير آمن', 'غير امن', 'ليس آمنا', 'ليس امنا', 'ليست آمنة',
  'مو امين', 'ما امان', 'ماكو امان',
  'چاودێریم دەکات', 'چاودێریم دەکات ئێستا', 'ئێستا چاودێریم دەکات', 'ئەو چاودێریم دەکات',
  'کەسێک چاودێریم دەکات', 'یەکێک چاودێریم دەکات', 'مێردەکەم چاودێریم دەکات', 'براکەم چاودێریم دەکات',
  'باوکم چاودێریم دەکات', 'سەیرم دەکات', 'ئەو سەیرم دەکات', 'سەیرم دەکەن', 'کەسێک سەیرم دەکات',
  'ئێستا سەیرم دەکات',
  'لەلامە', 'ئێستا لەلامە', 'ئەو لەلامە', 'ئەو ئێستا لەلامە', 'لە تەنیشتمە', 'ئەو لە تەنیشتمە', 'لێرەیە',
  'ئەو لێرەیە', 'ئێستا لێرەیە', 'براکەم لەلامە', 'باوکم لەلامە', 'مێردەکەم لەلامە', 'سەلامەت نییە',
  'سەلامەت نیە', 'پارێزراو نییە', 'ئەمین نییە', 'چاڤدێریا من دکەت', 'ل دەف منە', 'یێ ل دەف منە',
  'he is watching me', "he's watching me", 'hes watching me', 'she is watching me', "she's watching me",
  'they are watching me', "they're watching me", 'he is watching', 'she is watching', 'they are watching',
  "he's watching", 'hes watching', "she's watching", 'shes watching', "they're watching", 'theyre watching',
  'he watches me', 'i am being watched', "i'm being watched", 'im being watched', 'i am watched',
  'someone is watching me', 'somebody is watching me', 'someone is watching', 'somebody is watching',
  'he is watching me now', 'he is watching now', 'my husband is watching me', 'my brother is watching me',
  'my father is watching me', 'my mother is watching me',
  'he sees', 'he sees me', 'he can see me', 'he can see', 'he is looking', 'he is looking at me',
  'he is looking at my phone', 'he is here', "he's here", 'hes here', 'she is here', 'they are here',
  'he is here now', 'he is right here', 'he is next to me', "he's next to me", 'hes next to me',
  'she is next to me', 'they are next to me', 'he is beside me', 'he is with me', 'my husband is here',
  'my brother is here', 'my father is here',
  'not safe', "it's not safe", 'it is not safe', 'its not safe', 'not safe now', 'not safe at all',
  'unsafe', "it isn't safe", 'i am not safe', "i'm not safe", 'im not safe',
  'yraqibni', 'yiraqibni', 'yraqebni', 'dayraqibni', 'da yraqibni', 'huwa yraqibni', 'a7ad yraqibni',
  'yra8bni', 'yraqbni', 'yraqbooni', 'yraqibuni', 'huwa yshuf', 'yshufni', 'dayshufni', 'huwa yammi',
  'yammi hassa', 'yammi', 'huwa yami', 'yami hassa', 'gaed yammi', 'mu aman', 'mo aman', 'mu amin',
  'mo amin',
  'chawderim dakat', 'chawderim deka', 'chawdirim dakat', 'chawderim daka', 'sairm dakat', 'seyrim dekat',
  'sairim dakat', 'lalama', 'lelame', 'esta lalama', 'salamat nia', 'salamat niya',
]

const each = (first: readonly string[], second: readonly string[]): readonly string[] =>
  first.flatMap((one) => second.map((two) => `${one} ${two}`))

/** Somebody of the family, or somebody, stands beside them: whether it is safe is asked, and nothing shown. */
// prettier-ignore
export const BESIDE: readonly string[] = [
  'يمي هسه', 'كاعد يمي', 'كاعده يمي', 'someone is here', 'لەلامن', 'لە تەنیشتمە', 'لەتەنیشتمە',
  ...each(
    ['زوجي', 'رجلي', 'اخوي', 'اخويه', 'اخي', 'ابوي', 'ابويه', 'ابي', 'امي', 'اختي', 'اهلي', 'عمي', 'خالي', 'خطيبي',
      'مرتي', 'زوجتي', 'حماتي', 'ابني', 'هو', 'هي', 'هم', 'احد', 'اكو احد'],
    ['يمي', 'يمي هسه', 'هسه يمي', 'كاعد يمي', 'كاعده يمي', 'كاعدين يمي', 'واكف يمي', 'واكفه يمي', 'جنبي', 'بجنبي',
      'بجانبي', 'بجانبي الان', 'كاعد وياي', 'كاعده وياي', 'وياي بالغرفة', 'بالغرفة وياي'],
  ),
  ...each(
    ['مێردەکەم', 'هاوسەرەکەم', 'براکەم', 'باوکم', 'دایکم', 'خوشکم', 'خێزانەکەم', 'دەستگیرانەکەم', 'مامم', 'خاڵم',
      'کوڕەکەم', 'ئەو', 'کەسێک', 'یەکێک'],
    ['لەلامە', 'لەلامن', 'لەلامە ئێستا', 'ئێستا لەلامە', 'لە تەنیشتمە', 'لەتەنیشتمە', 'لە تەنیشتمن', 'لەتەنیشتمن',
      'لە تەنیشتم دانیشتووە', 'لەتەنیشتم دانیشتووە', 'لام دانیشتووە', 'لە ژوورەکەیە لەگەڵم'],
  ),
  ...each(['مێرێ من', 'برایێ من', 'بابێ من', 'دەیکا من'], ['ل دەف منە', 'یێ ل دەف منە', 'یا ل دەف منە']),
  ...each(
    ['my husband is', 'my brother is', 'my father is', 'my dad is', 'my mother is', 'my mum is', 'my mom is',
      'my sister is', 'my wife is', 'my uncle is', 'my fiance is', 'my son is', 'my family is', 'my parents are',
      'my family are', 'he is', "he's", 'hes', 'she is', 'they are', 'someone is', 'somebody is'],
    ['next to me', 'next to me now', 'right next to me', 'sitting next to me', 'beside me', 'sitting beside me',
      'standing next to me', 'in the room with me', 'in the same room'],
  ),
  ...each(
    ['زوجي', 'رجلي', 'اخوي', 'اخويه', 'ابوي', 'ابويه', 'امي', 'عمي', 'خالي', 'خطيبي', 'احد', 'واحد'],
    ['دخل للغرفة', 'دخل الغرفة', 'دخل عليه', 'دخل علي', 'دخلت للغرفة', 'دخلت عليه', 'فات للغرفة', 'فات عليه',
      'هسه دخل', 'دخل هسه'],
  ),
  ...each(
    ['مێردەکەم', 'هاوسەرەکەم', 'براکەم', 'باوکم', 'دایکم', 'خوشکم', 'مامم', 'کەسێک'],
    ['هاتە ژوورەوە', 'هاتە ژوورەکە', 'هاتە ژوورەکەم', 'هاتە لام', 'ئێستا هاتە ژوورەوە'],
  ),
  ...each(
    ['my husband', 'my brother', 'my father', 'my dad', 'my uncle', 'my fiance', 'someone', 'somebody'],
    ['just walked in', 'walked in', 'just came in', 'came in', 'came into the room', 'is in my room'],
  ),
  ...each(['zawji', 'rajli', 'a5oy', 'akhoy', 'aboy', 'ummi', 'ahli'], ['yammi', 'yami', 'gaed yammi', 'janbi']),
  ...each(['merdakam', 'brakam', 'bawkm', 'daykm'], ['lalama', 'lelame', 'la tanishtma', 'latanishtma']),
]

/** What may stand before it: such a yes or no answers no question of safety. */
// prettier-ignore
const BEFORE: readonly string[] = [
  'نعم', 'اي', 'ايه', 'لا', 'كلا', 'بەڵێ', 'ئا', 'ئەرێ', 'نەخێر', 'نا', 'yes', 'yeah', 'yep', 'no', 'nope',
  'ee', 'eh', 'ay', 'na3am', 'la', 'bale', 'naxer', 'na',
]

const NOW_OR_BESIDE = [...new Set([...NOW, ...BESIDE])]

export const WATCHED_NOW: readonly string[] = [
  ...new Set([...NOW_OR_BESIDE, ...COMES_IN]),
  ...new Set(BEFORE.flatMap((head) => NOW_OR_BESIDE.map((words) => `${head} ${words}`))),
]

/** Nobody looks on. */
// prettier-ignore
const ALONE: readonly string[] = [
  'اني وحدي', 'انا وحدي', 'وحدي', 'لوحدي', 'اني لوحدي', 'محد يشوف', 'محد يمي', 'ماكو احد يمي', 'ماكو احد',
  'بامان', 'اني بامان', 'الهاتف لي', 'تلفوني',
  'هسه وحدي', 'اني هسه وحدي', 'هسه اني وحدي', 'وحدي هسه', 'اني وحدي هسه', 'الان وحدي', 'انا الان وحدي',
  'الان انا وحدي', 'وحدي الان', 'انا وحدي الان', 'صرت وحدي', 'هسه محد يمي', 'محد يمي هسه', 'هسه امان',
  'امان هسه', 'هسه بامان', 'انا بامان الان',
  'تەنیام', 'بە تەنیام', 'من تەنیام', 'کەس لەلام نییە', 'سەلامەتە', 'پارێزراوە',
  'ئێستا تەنیام', 'ئێستا بە تەنیام', 'تەنیام ئێستا', 'من ئێستا تەنیام', 'ئێستا من تەنیام',
  'ئێستا کەس لەلام نییە', 'ئێستا سەلامەتە', 'سەلامەتە ئێستا', 'ئەز ب تنێ مە', 'نوکە ئەز ب تنێ مە',
  'i am alone', "i'm alone", 'im alone', 'alone', 'nobody is here', 'nobody sees it', 'it is safe',
  "it's safe", 'its safe', 'it is mine', "it's mine", 'i am alone now', "i'm alone now", 'im alone now',
  'now i am alone', "now i'm alone", 'alone now', 'it is safe now', "it's safe now", 'its safe now',
  'safe now', 'nobody is here now',
  'ani wa7di', 'wa7di', 'hassa wa7di', 'wa7di hassa', 'ani hassa wa7di', 'esta tanyam', 'tanyam esta', 'ma7ad yammi', 'tanyam', 'ba tanyam',
]

export const NOT_WATCHED: readonly string[] = [
  ...ALONE,
  ...YES.flatMap((head) => ALONE.map((words) => `${head} ${words}`)),
]

/** Somebody looks into the phone, now or at times. */
// prettier-ignore
const SEEN: readonly string[] = [
  'احد يشوف تلفوني', 'احد يشوف موبايلي', 'احد يشوف هذا الهاتف', 'احد يشوف هذا التلفون', 'احد يشوف هاتفي',
  'اكو احد يشوف تلفوني', 'اكو واحد يشوف تلفوني', 'هو يشوف تلفوني', 'هو يشوف موبايلي', 'زوجي يشوف تلفوني',
  'اخوي يشوف تلفوني', 'اهلي يشوفون تلفوني',
  'زوجي يفتش تلفوني', 'زوجي يفتش موبايلي', 'اخوي يفتش تلفوني', 'ابوي يفتش تلفوني', 'امي تفتش تلفوني',
  'اهلي يفتشون تلفوني', 'احد يفتش تلفوني', 'هو يفتش تلفوني', 'يفتش تلفوني', 'يفتشون تلفوني',
  'يفتش موبايلي', 'يفتشون موبايلي',
  'کەسێک مۆبایلەکەم دەپشکنێت', 'مۆبایلەکەم دەپشکنن', 'مۆبایلەکەم دەپشکنێت',
  'مێردەکەم مۆبایلەکەم دەپشکنێت', 'براکەم مۆبایلەکەم دەپشکنێت', 'باوکم مۆبایلەکەم دەپشکنێت',
  'کەسێک ئەم مۆبایلە دەبینێت', 'مۆبایلەکەم دەبینێت', 'مۆبایلەکەم دەبینن',
  'someone sees my phone', 'somebody sees my phone', 'someone can see my phone', 'someone reads my phone',
  'somebody reads my phone', 'my husband reads my phone', 'my husband checks my phone',
  'my brother checks my phone', 'my father checks my phone', 'my family checks my phone',
  'my parents check my phone', 'they check my phone', 'he checks my phone', 'he reads my phone',
  'he sees my phone', 'someone checks my phone', 'someone is watching my phone',
  'someone watches my phone',
  'a7ad yshuf talafoni', 'ahad yshuf telefoni', 'a7ad yshuf mobaili', 'zawji yfatish talafoni',
  'yfatish talafoni', 'yfatshon talafoni', 'kasek mobailakam dabinet', 'kasek mobaylakam dapshkne',
]

/**
 * Others read along, or have got into the phone, as it stands in longer words: from then on it is
 * asked whether it is safe to write from it. Who only asks who reads here says none of these.
 */
// prettier-ignore
export const READS_ALONG: readonly string[] = [
  ...each(
    ['sees', 'can see', 'is seeing', 'reads', 'can read', 'is reading', 'checks', 'is checking',
      'watches', 'is watching', 'monitors', 'is monitoring', 'follows'],
    ['this chat', 'this conversation', 'these messages', 'my phone', 'my screen', 'my whatsapp',
      'my telegram', 'what i write', 'what i type', 'everything i write', 'everything i type',
      'all i write', 'everything on my phone', 'this with me', 'along with me', 'over my shoulder',
      'my messages here', 'my messages on my phone', 'my chats on my phone', 'my messages to you',
      'my messages with you'],
  ),
  ...each(['he', 'she', 'they', 'he also', 'she also', 'they also'], ['see this chat', 'sees this',
    'is reading this', 'are reading this', 'see this', 'read this chat', 'reads this',
    'read everything i write', 'see everything i write']),
  ...each(['my phone', 'phone', 'the phone'], ['mirrored', 'is mirrored', 'hacked', 'is hacked',
    'was hacked', 'got hacked', 'is bugged', 'is tapped', 'is monitored', 'is being watched',
    'is watched']),
  ...each(['hacked', 'hacks', 'has hacked', 'mirrors', 'mirrored', 'mirroring', 'bugged', 'tapped',
    'cloned', 'spies on', 'spying on', 'control of'], ['my phone', 'my mobile', 'my iphone', 'my screen',
    'my device']),
  ...each(
    ['my husband', 'my brother', 'my father', 'my dad', 'my mother', 'my mum', 'my sister', 'my wife',
      'my uncle', 'my fiance', 'my family'],
    ['reads my messages', 'sees my messages', 'checks my messages', 'reads my chats', 'sees my chats',
      'checks my chats', 'read my messages', 'check my messages'],
  ),
  ...each(
    ['زوجي', 'رجلي', 'اخوي', 'اخويه', 'ابوي', 'ابويه', 'امي', 'اختي', 'اهلي', 'خطيبي', 'عمي'],
    ['يقرا رسائلي', 'يقره رسائلي', 'يشوف رسائلي', 'يقرون رسائلي', 'يشوفون رسائلي', 'تقرا رسائلي',
      'تشوف رسائلي', 'يشوف محادثاتي', 'يقرا محادثاتي', 'يشوفون محادثاتي', 'ديقرا رسائلي', 'ديشوف رسائلي'],
  ),
  ...each(
    ['هاوسەرەکەم', 'مێردەکەم', 'براکەم', 'باوکم', 'دایکم', 'خوشکم', 'خێزانەکەم', 'دەستگیرانەکەم'],
    ['نامەکانم دەخوێنێتەوە', 'نامەکانم دەبینێت', 'چاتەکانم دەبینێت', 'چاتەکانم دەخوێنێتەوە',
      'نامەکانم دەخوێننەوە'],
  ),
  'reading along', 'reads along', 'reads everything here', 'reads everything on my phone',
  'reads everything i write', 'sees everything i write', 'sees everything on my phone',
  'access to my screen', 'access to my device', 'spyware on my phone', 'spy app', 'spying app',
  'my screen is shared', 'whatsapp is linked to his', 'whatsapp web on his',
  ...each(
    ['يشوف', 'ديشوف', 'دايشوف', 'يشوفون', 'شايف', 'يقرا', 'يقره', 'ديقرا', 'ديقره', 'دايقرا', 'يقرون',
      'ديقرون', 'يقرأ', 'يقرأون', 'يرى', 'يراقب', 'ديراقب', 'يراقبون', 'يباوع', 'ديباوع', 'يباوعون',
      'يتابع'],
    ['هاي المحادثة', 'هذه المحادثة', 'المحادثة', 'هذا الچات', 'هذا الجات', 'هالچات', 'هالجات', 'الچات',
      'الجات', 'رسائلي وياكم', 'رسايلي وياكم', 'رسائلي هنا', 'محادثتي وياكم', 'تلفوني', 'موبايلي', 'هاتفي',
      'جهازي', 'شاشتي', 'الشاشة', 'كلشي اكتبه', 'كل شي اكتبه', 'كلشي بتلفوني', 'كلشي بموبايلي', 'شنو اكتب',
      'ش دا اكتب', 'الي اكتبه', 'اللي اكتبه', 'ما اكتب', 'ما اكتبه', 'وياي هسه', 'ويايه هسه',
      'وياي المحادثة', 'معي المحادثة'],
  ),
  ...each(['مهكر', 'مهكرين', 'هكر', 'هكروا', 'مخترق', 'اخترق', 'اخترقوا', 'تهكر', 'انهكر', 'رابط',
    'رابطين', 'مراقب', 'مراقبين', 'داخل على', 'داخلين على', 'دخل على', 'يتجسس على', 'يتجسسون على',
    'ديتجسس على'], ['تلفوني', 'موبايلي', 'هاتفي', 'جهازي', 'شاشتي']),
  ...each(['تلفوني', 'موبايلي', 'هاتفي', 'جهازي', 'التلفون', 'الموبايل'], ['مهكر', 'مخترق', 'مراقب',
    'تهكر', 'انهكر', 'مهكور', 'مربوط', 'متهكر']),
  'برنامج تجسس', 'تطبيق تجسس', 'برنامج مراقبة', 'فاتح الواتساب مالي', 'فاتح واتسابي', 'شاشتي عنده',
  'يتجسس عليه', 'ديتجسس عليه', 'يوصله كلشي',
  ...each(
    ['ئەم چاتە', 'ئەم چاتەش', 'چاتەکە', 'نامەکانم لێرە', 'مۆبایلەکەم', 'مۆبایلم', 'تەلەفۆنەکەم',
      'ئەم مۆبایلە', 'شاشەکەم', 'هەموو شتێکی مۆبایلەکەم', 'ئەوەی دەینووسم', 'ئەوەی ئەینووسم',
      'هەرچی دەینووسم', 'قسەکانم لێرە', 'لەگەڵمدا ئەمە'],
    ['دەبینێت', 'دەبینێ', 'ئەبینێت', 'ئەبینێ', 'دەبینن', 'ئەبینن', 'دەیبینێت', 'دەیبینێ', 'دەیبینن',
      'دەخوێنێتەوە', 'ئەخوێنێتەوە', 'دەخوێننەوە', 'دەیخوێنێتەوە', 'دەیخوێننەوە', 'ئەیخوێنێتەوە',
      'چاودێری دەکات', 'چاودێری دەکەن', 'دەپشکنێت', 'دەپشکنن'],
  ),
  ...each(['مۆبایلەکەم', 'مۆبایلەکەمی', 'مۆبایلەکەمیان', 'مۆبایلم', 'تەلەفۆنەکەم', 'تەلەفۆنەکەمی',
    'ئەم مۆبایلە'], ['هاک کراوە', 'هاککراوە', 'هاک کردووە', 'هاککردووە', 'هاک کرد', 'هاککرد', 'هاک کرا',
    'چاودێری دەکرێت', 'بەستراوەتەوە']),
  ...each(['ڤێ چاتێ', 'ڤێ چاتێژی', 'چاتا من', 'نامێن من', 'موبایلا من', 'مۆبایلا من', 'تەلەفونا من'],
    ['دبینیت', 'دبینت', 'دبینن', 'دخوینیت', 'دخوینت', 'دخوینن', 'هاک کریە', 'هاککریە', 'هاک کر',
    'ساخ دکەت']),
  'چاڤدێریا موبایلا من', 'چاڤدێریا مۆبایلا من', 'چاڤدێریا چاتا من',
  ...each(
    ['yshuf', 'yshoof', 'dayshuf', 'da yshuf', 'yshufun', 'yiqra', 'yqra', 'yiqre', 'dayiqra', 'da yiqra',
      'dayqra', 'yraqib', 'yra8ib'],
    ['talafoni', 'telefoni', 'talafuni', 'mobaili', 'mobayli', 'il chat', 'hal chat', 'rasayli hna',
      'rasaili hna'],
  ),
  ...each(['mhakir', 'mhakkir', 'mhaker', 'hakar', 'haker', 'mhakrin'], ['talafoni', 'telefoni',
    'talafuni', 'mobaili', 'mobayli', 'jihazi']),
  ...each(['em chata', 'em chatash', 'am chata', 'am chatash', 'mobailakam', 'mobaylakam'], ['dabinet',
    'dabine', 'abinet', 'dabinn', 'daxwenetawa', 'dakhwenetawa', 'axwenetawa', 'hak krawa', 'hack krawa',
    'hak krduwa']),
]

/** Beside these nobody reads along, or it is only what may be. */
// prettier-ignore
export const NOBODY_READS: readonly string[] = [
  'god', 'allah', 'الله', 'ربي', 'خودا', 'خوا', 'leaves me on read', 'on read', 'does not answer',
  'doesnt answer', 'does not reply', 'doesnt reply', 'ما يرد', 'ما يجاوب', 'وما يرد', 'وما يجاوب',
  'وەڵام ناداتەوە', 'phone number',
  'nobody', 'no one', 'noone', 'cannot see', 'cant see', 'can not see', 'cannot read', 'cant read',
  'does not see', 'doesnt see', 'does not read', 'doesnt read', 'dont want him', 'if he', 'if she',
  'if they', 'if my', 'so he', 'before he', 'used to', 'last year', 'years ago', 'my lawyer',
  'my mother reads along with',
  'محد', 'ماكو احد', 'لا احد', 'ما يشوف', 'ما يقرا', 'ما يقره', 'ما يراقب', 'ما يكدر', 'ما يقدر',
  'لا يرى', 'لا يقرأ', 'اذا', 'لو', 'قبل سنة', 'قبل سنتين', 'چان', 'جان', 'كان',
  'کەس', 'ئەگەر', 'پێشتر', 'ساڵی پار', 'ma7ad', 'ma y', 'itha', 'law', 'agar',
]

/** Where it is asked what endangers them, or unasked: the phone is looked at, or may be. */
export const PHONE_SEEN: readonly string[] = [
  ...NOW.filter((words) => /راقب|يشوفني|يباوع|چاودێر|سەیرم|watch|raq|ra8b|chawd/.test(words)),
  ...NOW.filter((words) =>
    /يمي|جنبي|بجانبي|لەلام|تەنیشت|دەف من|next to me|beside me|yammi|yami|lalama|lelame/.test(words),
  ),
  ...new Set([...BESIDE, ...COMES_IN]),
  ...SEEN,
]
