import type { AnotherHand } from '../../core/model/access-rules.ts'
import { each } from './each.ts'

// prettier-ignore
const KIN_EN = [
  ...each(['her'], ['brother', 'older brother', 'big brother', 'father', 'dad', 'husband', 'mother',
    'mom', 'mum', 'uncle', 'cousin', 'fiance', 'boyfriend', 'sister', 'son', 'guardian']),
  // "I am his wife" may be said by who is blackmailed by him.
  ...each(['his'], ['father', 'dad', 'mother', 'mom', 'mum', 'guardian']),
]

// prettier-ignore
const KIN_AR = [
  'اخوها', 'اخوها الجبير', 'اخوها الكبير', 'ابوها', 'والدها', 'زوجها', 'رجلها', 'خطيبها', 'امها',
  'والدتها', 'عمها', 'خالها', 'ابن عمها', 'ولد عمها', 'اختها', 'ولي امرها', 'ابو البنيه', 'ابو البنت',
  'اخو البنيه', 'اخو البنت',
  'ابوه', 'والده', 'امه', 'والدته',
]

// prettier-ignore
const HERS_EN = ['my wife', 'my sister', 'my daughter', 'my fiancee', 'my girl', 'my girlfriend',
  'my son', 'my brother', 'my husband', 'my mother']
const HERS_AR = ['مرتي', 'زوجتي', 'اختي', 'بنتي', 'خطيبتي', 'ابني', 'اخويه', 'زوجي', 'امي']
const HERS_CKB = ['ژنەکەم', 'خێزانم', 'خوشکم', 'خوشکەکەم', 'کچەکەم', 'کچم', 'دەستگیرانەکەم', 'کوڕەکەم']

// prettier-ignore
const BLACKMAILS_AR = [
  'ديبتزها', 'يبتزها', 'ابتزها', 'دابتزها', 'ابتزيتها', 'مبتزها', 'مهددها', 'ديهددها', 'يهددها', 'اهددها',
  'هددتها', 'دا اهددها', 'ديبتزه', 'يبتزه', 'ابتزه', 'مهدده', 'اهدده', 'عندي صورها', 'ماخذ صورها',
  'ناشر صورها',
]

// prettier-ignore
const KIN_IS = [
    ...each(['i am', 'im', 'this is', 'its', 'it is', 'you are talking to', 'youre talking to'], KIN_EN),
    ...each(['اني', 'انا', 'آني', 'هذا', 'هاي', 'معكم', 'وياكم', 'وياك', 'يحجي وياكم', 'معك'], KIN_AR),
    ...each(['من', 'ئەمە'], ['براکەیم', 'برایەکەیم', 'براییم', 'باوکیم', 'باوکەکەیم', 'دایکیم',
      'مێردەکەیم', 'مێردیم', 'هاوسەریم', 'هاوسەرەکەیم', 'مامیم', 'خاڵیم', 'خوشکیم', 'دەستگیرانیم',
      'براکەیەتی', 'باوکیەتی', 'باوکییەتی', 'مێردەکەیەتی', 'دایکیەتی']),
    ...each(['براکەی', 'باوکی', 'مێردەکەی', 'هاوسەری', 'دایکی'], ['منم', 'قسە دەکات', 'قسەت لەگەڵ دەکات']),
    ...each(['ئەز'], ['برایێ وێ مە', 'بابێ وێ مە', 'زەلامێ وێ مە', 'مێرێ وێ مە', 'هەڤژینێ وێ مە',
      'دەیکا وێ مە', 'مامێ وێ مە']),
    ...each(['ani', 'ana', 'hatha', 'hada'], ['akhuha', 'akhooha', 'axuha', 'abuha', 'abooha', 'zawjha',
      'zoojha', 'rajilha', 'rijilha', 'khatibha', 'ummha', 'umha', '3ammha', 'ammha']),
    ...each(['min', 'mn'], ['brakaym', 'brakayim', 'brakeyim', 'bawkym', 'bawkiym', 'merdakaym',
      'merdekeyim', 'hawsariym']),
]

// prettier-ignore
const KIN_WANTS = [
    'who are you', 'who r u', 'who are u', 'who is this', 'whos this', 'who am i talking',
    'what do you want', 'what do u want', 'what are you doing', 'what is this', 'whats this',
    'why are you', 'why do you write', 'stop writing', 'stop texting', 'stop messaging', 'stop talking',
    'stop contacting', 'dont write', 'do not write', 'dont text', 'dont contact', 'dont message',
    'leave her alone', 'leave him alone', 'who is she talking', 'who is talking', 'delete', 'erase',
    'how do you know her', 'how do you know him', 'what did she', 'what has she', 'what did he tell',
    'where did she', 'i have her phone', 'her phone is',
    'منو انتو', 'منو انتم', 'منو انت', 'منو هذا', 'منو هاي', 'منو وياي', 'منو حضرتك', 'من انتم', 'من انت',
    'من هذا', 'من معي', 'شتريدون', 'شتريد', 'شنو تريدون', 'ماذا تريد', 'ماذا تريدون', 'شنو هاي',
    'شنو هذا', 'ليش تحجون', 'ليش تحجي', 'ليش تراسل', 'ليش تكتب', 'لا تكتب', 'لا تراسل', 'لا تحجون',
    'بطلوا', 'بطلو', 'عوفوها', 'اتركوها', 'عوفوه', 'امسحوا', 'امسحو', 'احذفوا', 'احذفو', 'منين تعرف',
    'وين تعرف', 'شلون تعرف', 'شكالت', 'شكايله', 'شكاتبه', 'شنو كالت', 'ماذا قالت', 'منو يحجي', 'تلفونها',
    'ئێوە کێن', 'ئێوە کێ', 'تۆ کێ', 'ئەمە کێیە', 'کێ قسە', 'چیتان دەوێت', 'چیتان لێی', 'چیت لێی',
    'بۆچی نامە', 'بۆچی قسە', 'بۆچی بۆ', 'مەنووس', 'مەینووس', 'بۆی مەنووسن', 'نامەی بۆ', 'وازی لێ',
    'لێی گەڕێن', 'بیسڕنەوە', 'بسڕنەوە', 'هەمووی بسڕ', 'چی وتووە', 'چی پێ وتوون', 'هوین کی', 'تو کی',
    'هەوە چ', 'نەنڤیس',
    'meno antu', 'meno entu', 'minu intu', 'mno antu', 'mno entu', 'mnu antum', 'meno inta', 'shtrid',
    'shtreed', 'leesh', 'lesh', 'la tkitbun', 'msa7u', 'imsa7u', 'ewa ken', 'ewe ken', 'ewa kn',
    'chitan dawe', 'chitan dewe', 'bisrnawa',
]

// prettier-ignore
const SURELY = [
    ...each(['stop', 'quit'], ['writing', 'writing to', 'texting', 'messaging', 'talking to',
      'contacting', 'speaking to', 'calling'], HERS_EN),
    ...each(['why are you', 'why do you'], ['writing', 'writing to', 'texting', 'messaging', 'talking to',
      'contacting', 'write', 'write to', 'text', 'message', 'talk to', 'contact'], HERS_EN),
    'who is talking to her', 'whos talking to her', 'who is she talking to', 'who is writing to her',
    'who is texting her', 'who are you talking to her', 'why are you texting her',
    'why are you writing to her', 'why are you talking to her',
    ...each(['i am', 'im', 'its me', 'it is me', 'this is'], ['the guy', 'the man', 'the one',
      'the person', ''], ['who', 'that'], ['is', 'has been', 'was', 'keeps', ''], ['blackmailing her',
      'threatening her', 'blackmails her', 'threatens her', 'blackmailed her', 'threatened her',
      'has her pictures', 'has her photos', 'have her pictures']),
    ...each(['i blackmail', 'i am blackmailing', 'im blackmailing', 'i am threatening', 'im threatening'],
      ['her', 'this girl']),
    ...each(['منو', 'من', 'منو هذا', 'منو الي', 'منو اللي'], ['يحجي وياها', 'ديحجي وياها', 'يحاجيها',
      'ديحاجيها', 'يراسلها', 'ديراسلها', 'يكتبلها', 'يتكلم معها', 'يحجي ويها']),
    ...each(['ويا منو', 'ويه منو', 'مع من'], ['تحجي', 'دتحجي', 'تتكلم', 'تراسل']),
    ...each(['ليش تراسلون', 'ليش تحجون ويه', 'ليش تحجون ويا', 'ليش تحجون مع', 'بطلوا تراسلون',
      'بطلوا تحجون ويه', 'عوفوا'], HERS_AR),
    ...each(['ليش تكتبون', 'بطلوا تكتبون'], ['لمرتي', 'لزوجتي', 'لاختي', 'لبنتي', 'لخطيبتي', 'لابني']),
    'ليش تحجون وياها', 'ليش تراسلوها', 'ليش تراسلونها', 'بطلوا تراسلوها',
    ...each(['اني', 'انا', 'آني'], ['الي', 'اللي', 'الذي', 'هو الي', 'هو اللي'], BLACKMAILS_AR),
    ...each(['اني', 'انا', 'آني'], ['المبتز', 'الي ببالكم']),
    ...each(['کێ', 'ئەوە کێیە'], ['قسەی لەگەڵ دەکات', 'نامەی بۆ دەنێرێت', 'بۆی دەنووسێت']),
    'لەگەڵ کێ قسە دەکات',
    ...each(['بۆچی نامە بۆ', 'بۆچی بۆ', 'چیتر بۆ', 'ئیتر بۆ', 'چیتر نامە بۆ'], HERS_CKB, ['دەنێرن',
      'دەنووسن', 'مەنووسن', 'مەنێرن']),
    ...each(['واز لە'], HERS_CKB, ['بهێنن', 'بێنن']),
    ...each(['من ئەو کەسەم', 'من ئەوەم', 'ئەوە منم'], ['', 'کە', 'کە من'], ['هەڕەشەی لێ دەکات',
      'هەڕەشەی لێ دەکەم', 'هەڕەشەی لێدەکات', 'هەڕەشەی لێدەکەم', 'بلاکمەیلی دەکات', 'بلاکمەیلی دەکەم',
      'وێنەکانی لایە', 'وێنەکانیم لایە']),
    'من هەڕەشەی لێ دەکەم', 'من بلاکمەیلی دەکەم', 'ئەوەی هەڕەشەی لێ دەکات منم',
    'ئەوەی هەڕەشەی لێدەکات منم', 'ئەوێ گەفان لێ دکەت ئەزم', 'ئەزم گەفان لێ دکەم', 'ئەز گەفان لێ دکەم',
    ...each(['ani', 'ana'], ['elli', 'illi', 'ely', 'eli'], ['dabtazha', 'abtazha', 'ybtazha', 'yabtazha',
      'dybtazha', 'ahadidha', 'yhadidha', 'mhadidha']),
    ...each(['meno', 'minu', 'mno'], ['yi7chi wiyaha', 'yihchi wiyaha', 'y7chi wyaha', 'yhchi wyaha']),
]

// prettier-ignore
const UNLESS = [
    'picture', 'photo', 'video', 'internet', 'to know', 'صور', 'النت', 'الانترنت', 'انترنت', 'فيديو',
    'وێنە', 'ئینتەرنێت', 'ڤیدیۆ',
    'help', 'she asked me', 'he asked me', 'told me to write', 'blackmailed', 'being blackmail',
    'is blackmailing her', 'threatens her', 'is threatening her', 'threatened her', 'on her behalf',
    'for her', 'she is scared', 'i want to report',
    'ساعد', 'مساعده', 'نساعد', 'كالتلي', 'طلبت مني', 'يبتزها واحد', 'واحد يبتزها', 'واحد يهددها',
    'احد يهددها', 'يهددوها', 'يبتزوها', 'متعرضه', 'تتعرض', 'اريد ابلغ', 'نبلغ', 'نيابه',
    'یارمەتی', 'هاوکاری', 'هەڕەشەی لێ دەکرێت', 'هەڕەشەی لێ دەکەن', 'کەسێک هەڕەشە', 'داوای لێ کردم',
    'هاریکاری',
]

// prettier-ignore
const LEADS = [
  'so', 'hey', 'hi', 'hello', 'ok', 'okay', 'listen', 'look', 'yes', 'no', 'well', 'excuse me', 'اسمع',
  'اسمعوا', 'شوف', 'شوفوا', 'الو', 'هلو', 'السلام عليكم', 'مرحبا', 'لا', 'اي', 'نعم', 'سڵاو', 'گوێ بگرە',
  'گوێ بگرن', 'بەڵێ', 'نا', 'salam', 'slaw', 'alo',
]

/** Who blackmails has the phone: "I'm the guy", beside what only he says. */
// prettier-ignore
const DOER_WANTS = [
  'pay me or', 'she is dead', 'shes dead', 'or she dies', 'kill her', 'everyone about me',
  'i have her phone', 'her phone is', 'she told you', 'تلفونها', 'موبايلها', 'اكتلها', 'اذبحها',
  'مۆبایلەکەی', 'پارەم بدەنێ', 'دەیکوژم',
]

/**
 * Somebody else has the phone and says so. What they are to the person counts beside what such people want; who
 * tells for her says the same of themselves, and asks for help.
 */
// prettier-ignore
const TELLS = [
  ...each(['threatening', 'threatens', 'threatened', 'blackmailing', 'blackmails', 'blackmailed',
    'pictures of', 'photos of', 'videos of', 'video of', 'extorting'], [...HERS_EN, 'my friend',
    'my cousin', 'my niece']),
  ...each(['ديهدد', 'يهدد', 'هدد', 'مهدد', 'يهددون', 'ديبتز', 'يبتز', 'ابتز', 'يبتزون', 'صور', 'صورة',
    'فيديو'], [...HERS_AR, 'صديقتي', 'بنت اختي', 'بنت عمي']),
  ...each(['هەڕەشە لە', 'وێنەی', 'ڤیدیۆی', 'وێنەکانی'], [...HERS_CKB, 'هاوڕێکەم']),
]

export const anotherHand: AnotherHand = {
  leads: LEADS,
  tells: TELLS,
  who: [
    { is: KIN_IS, wants: KIN_WANTS, unless: UNLESS },
    {
      is: [
        ...each(['i am', 'im'], ['the guy', 'that guy', 'the man', 'that man', 'the blackmailer']),
        ...each(['اني', 'انا'], ['نفسه', 'صاحبها']),
        ...each(['من'], ['ئەوەم', 'ئەو کەسەم', 'خۆیم']),
      ],
      wants: DOER_WANTS,
      unless: UNLESS,
    },
  ],
  surely: SURELY,
}
