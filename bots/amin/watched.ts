import { YES } from './yes-no.ts'

/**
 * How people say that somebody looks at them or at the phone while they write, or that nobody does.
 * Whole messages only: in a story the same words tell of what was before.
 */

/** Somebody watches right now. */
// prettier-ignore
const NOW: readonly string[] = [
  'يراقبني', 'ديراقبني', 'هو يراقبني', 'هو ديراقبني', 'هي تراقبني', 'دتراقبني', 'احد يراقبني', 'احد ديراقبني', 'واحد ديراقبني', 'اكو احد يراقبني', 'اكو واحد يراقبني', 'يراقبني هسه', 'يراقبني الان', 'زوجي يراقبني', 'اخوي يراقبني', 'ابوي يراقبني', 'امي تراقبني', 'اهلي يراقبوني', 'ديراقبوني',
  'هو يشوف', 'هو ديشوف', 'هو يشوفني', 'ديشوفني', 'هو دا يشوف', 'يشوفني', 'يباوع', 'ديباوع', 'ديباوعلي', 'هو يباوع', 'هو ديباوع', 'دتباوع', 'ديباوعون',
  'هو يمي', 'هو يمي هسه', 'يمي هسه', 'هو واكف يمي', 'واكف يمي', 'هو كاعد يمي', 'كاعد يمي', 'هي يمي', 'هي كاعده يمي', 'هو جنبي', 'هو بجانبي', 'هو هنا', 'هو هنا هسه', 'هو هنا الان', 'هو موجود', 'زوجي يمي', 'اخوي يمي', 'ابوي يمي', 'امي يمي', 'اهلي يمي', 'هم يمي', 'احد يمي', 'اكو احد يمي',
  'مو امان', 'مو امان هسه', 'مو آمن', 'مو امن', 'غير آمن', 'غير امن', 'ليس آمنا', 'ليس امنا', 'ليست آمنة', 'مو امين', 'ما امان', 'ماكو امان',
  'چاودێریم دەکات', 'چاودێریم دەکات ئێستا', 'ئێستا چاودێریم دەکات', 'ئەو چاودێریم دەکات', 'کەسێک چاودێریم دەکات', 'یەکێک چاودێریم دەکات', 'مێردەکەم چاودێریم دەکات', 'براکەم چاودێریم دەکات', 'باوکم چاودێریم دەکات', 'سەیرم دەکات', 'ئەو سەیرم دەکات', 'سەیرم دەکەن', 'کەسێک سەیرم دەکات', 'ئێستا سەیرم دەکات',
  'لەلامە', 'ئێستا لەلامە', 'ئەو لەلامە', 'ئەو ئێستا لەلامە', 'لە تەنیشتمە', 'ئەو لە تەنیشتمە', 'لێرەیە', 'ئەو لێرەیە', 'ئێستا لێرەیە', 'براکەم لەلامە', 'باوکم لەلامە', 'مێردەکەم لەلامە', 'سەلامەت نییە', 'سەلامەت نیە', 'پارێزراو نییە', 'ئەمین نییە', 'چاڤدێریا من دکەت', 'ل دەف منە', 'یێ ل دەف منە',
  'he is watching me', "he's watching me", 'hes watching me', 'she is watching me', "she's watching me", 'they are watching me', "they're watching me", 'he is watching', 'she is watching', 'they are watching', 'he watches me', 'i am being watched', "i'm being watched", 'im being watched', 'i am watched', 'someone is watching me', 'somebody is watching me', 'someone is watching', 'somebody is watching', 'he is watching me now', 'he is watching now', 'my husband is watching me', 'my brother is watching me', 'my father is watching me', 'my mother is watching me',
  'he sees', 'he sees me', 'he can see me', 'he can see', 'he is looking', 'he is looking at me', 'he is looking at my phone', 'he is here', "he's here", 'hes here', 'she is here', 'they are here', 'he is here now', 'he is right here', 'he is next to me', "he's next to me", 'hes next to me', 'she is next to me', 'they are next to me', 'he is beside me', 'he is with me', 'my husband is here', 'my brother is here', 'my father is here',
  'not safe', "it's not safe", 'it is not safe', 'its not safe', 'not safe now', 'not safe at all', 'unsafe', "it isn't safe", 'i am not safe', "i'm not safe", 'im not safe',
  'yraqibni', 'yiraqibni', 'yraqebni', 'dayraqibni', 'da yraqibni', 'huwa yraqibni', 'a7ad yraqibni', 'yra8bni', 'yraqbni', 'yraqbooni', 'yraqibuni', 'huwa yshuf', 'yshufni', 'dayshufni', 'huwa yammi', 'yammi hassa', 'yammi', 'huwa yami', 'yami hassa', 'gaed yammi', 'mu aman', 'mo aman', 'mu amin', 'mo amin',
  'chawderim dakat', 'chawderim deka', 'chawdirim dakat', 'chawderim daka', 'sairm dakat', 'seyrim dekat', 'sairim dakat', 'lalama', 'lelame', 'esta lalama', 'salamat nia', 'salamat niya',
]

/** What may stand before it: such a yes or no answers no question of safety. */
// prettier-ignore
const BEFORE: readonly string[] = [
  'نعم', 'اي', 'ايه', 'لا', 'كلا', 'بەڵێ', 'ئا', 'ئەرێ', 'نەخێر', 'نا', 'yes', 'yeah', 'yep', 'no', 'nope',
  'ee', 'eh', 'ay', 'na3am', 'la', 'bale', 'naxer', 'na',
]

export const WATCHED_NOW: readonly string[] = [
  ...NOW,
  ...new Set(BEFORE.flatMap((head) => NOW.map((words) => `${head} ${words}`))),
]

/** Nobody looks on. */
// prettier-ignore
const ALONE: readonly string[] = [
  'اني وحدي', 'انا وحدي', 'وحدي', 'لوحدي', 'اني لوحدي', 'محد يشوف', 'محد يمي', 'ماكو احد يمي', 'ماكو احد', 'بامان', 'اني بامان', 'الهاتف لي', 'تلفوني',
  'تەنیام', 'بە تەنیام', 'من تەنیام', 'کەس لەلام نییە', 'سەلامەتە', 'پارێزراوە',
  'i am alone', "i'm alone", 'im alone', 'alone', 'nobody is here', 'nobody sees it', 'it is safe', "it's safe", 'its safe', 'it is mine', "it's mine", 'i am alone now',
  'ani wa7di', 'wa7di', 'ma7ad yammi', 'tanyam', 'ba tanyam',
]

export const NOT_WATCHED: readonly string[] = [
  ...ALONE,
  ...YES.flatMap((head) => ALONE.map((words) => `${head} ${words}`)),
]

/** Somebody looks into the phone, now or at times. */
// prettier-ignore
const SEEN: readonly string[] = [
  'احد يشوف تلفوني', 'احد يشوف موبايلي', 'احد يشوف هذا الهاتف', 'احد يشوف هذا التلفون', 'احد يشوف هاتفي', 'اكو احد يشوف تلفوني', 'اكو واحد يشوف تلفوني', 'هو يشوف تلفوني', 'هو يشوف موبايلي', 'زوجي يشوف تلفوني', 'اخوي يشوف تلفوني', 'اهلي يشوفون تلفوني',
  'زوجي يفتش تلفوني', 'زوجي يفتش موبايلي', 'اخوي يفتش تلفوني', 'ابوي يفتش تلفوني', 'امي تفتش تلفوني', 'اهلي يفتشون تلفوني', 'احد يفتش تلفوني', 'هو يفتش تلفوني', 'يفتش تلفوني', 'يفتشون تلفوني', 'يفتش موبايلي', 'يفتشون موبايلي',
  'کەسێک مۆبایلەکەم دەپشکنێت', 'مۆبایلەکەم دەپشکنن', 'مۆبایلەکەم دەپشکنێت', 'مێردەکەم مۆبایلەکەم دەپشکنێت', 'براکەم مۆبایلەکەم دەپشکنێت', 'باوکم مۆبایلەکەم دەپشکنێت', 'کەسێک ئەم مۆبایلە دەبینێت', 'مۆبایلەکەم دەبینێت', 'مۆبایلەکەم دەبینن',
  'someone sees my phone', 'somebody sees my phone', 'someone can see my phone', 'someone reads my phone', 'somebody reads my phone', 'my husband reads my phone', 'my husband checks my phone', 'my brother checks my phone', 'my father checks my phone', 'my family checks my phone', 'my parents check my phone', 'they check my phone', 'he checks my phone', 'he reads my phone', 'he sees my phone', 'someone checks my phone', 'someone is watching my phone', 'someone watches my phone',
  'a7ad yshuf talafoni', 'ahad yshuf telefoni', 'a7ad yshuf mobaili', 'zawji yfatish talafoni', 'yfatish talafoni', 'yfatshon talafoni', 'kasek mobailakam dabinet', 'kasek mobaylakam dapshkne',
]

/** Where it is asked what endangers them: the phone is looked at. */
export const PHONE_SEEN: readonly string[] = [
  ...NOW.filter((words) => /راقب|چاودێر|watch|raq|ra8b|chawd/.test(words)),
  ...SEEN,
]
