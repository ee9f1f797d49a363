import { each } from './each.ts'

/**
 * Words without which a saying was not said, whatever it sounds like: "he does not know where I live" is no "I do
 * not know", and «باوکم تووڕەیە» names no country. `stems` are parts of words. Compared folded.
 */

/** That who writes does not know. */
// prettier-ignore
export const NOT_KNOWING = {
  words: [
    'dont know', 'do not know', 'didnt know', 'idk', 'dunno', 'no idea', 'not sure', 'unsure', 'no clue', 'cant say', 'cant tell', 'cannot say',
    'dont remember', 'cant remember', 'i forgot', 'not certain', 'who knows', 'nobody knows', 'hard to say', 'no information',
    'ما اعرف', 'مااعرف', 'ماعرف', 'ما عرف', 'معرف', 'مدري', 'مادري', 'ما ادري', 'ماادري', 'لا اعرف', 'لا ادري', 'لا اعلم', 'ما اعلم',
    'ما متاكد', 'ما متاكده', 'مو متاكد', 'مو متاكده', 'ما عندي علم', 'ما عندي فكره', 'ماعندي فكره', 'ما اتذكر', 'نسيت', 'علمي علمك',
    'ما عندي معلومات', 'الله اعلم',
    'نازانم', 'نزانم', 'نازانین', 'نەزانم', 'ئاگام لێ نییە', 'ئاگام لێ نیە', 'ئاگام لێنییە', 'بیرم نییە', 'بیرم نیە', 'بیرم نایەت',
    'لەبیرم نییە', 'دڵنیا نیم', 'چوزانم', 'چ نزانم', 'ئەز نزانم',
    'madri', 'ma adri', 'ma a3ruf', 'ma a3rif', 'ma aaruf', 'ma3ruf', 'ma3rf', 'nazanm', 'nazanim', 'nizanim', 'nizanm',
  ],
  endings: [],
}

/** What is not known is told: who he is, or what to do; that puts no question off. */
// prettier-ignore
export const OF_SOMETHING = {
  words: [
    'who', 'him', 'his', 'her', 'he', 'she', 'they', 'where', 'what to do', 'what should i do', 'how to', 'منو', 'منهو', 'مين', 'هو', 'هي', 'اسمه', 'اسمها', 'رقمه', 'وين', 'شسوي', 'اسوي', 'شلون', 'الي يهددني',
    'کێیە', 'کێ یە', 'ئەو', 'کوێ', 'کوێیە', 'ناوی', 'چی بکەم', 'چ بکەم', 'mino', 'minu', 'shsawi', 'kiya', 'kye',
  ],
  endings: [],
}

/** That somebody of theirs is not to hear of it. */
// prettier-ignore
export const TO_KNOW = {
  words: ['to know', 'knows', 'find out', 'finds out', 'found out', 'تعرف', 'يعرف', 'يعرفون', 'تدري', 'يدري', 'يدرون', 'بزانێت', 'بزانن', 'بزانێ'],
  endings: [],
}

/** That who writes would rather not say. */
// prettier-ignore
export const NOT_SAYING = {
  words: [
    'dont want', 'do not want', 'rather not', 'prefer not', 'wont say', 'not going to say', 'no comment', 'not telling', 'not tell', 'private',
    'personal', 'dont feel like', 'not comfortable', 'uncomfortable', 'none of your', 'wont tell', 'dont like', 'not say', 'cant say', 'cant talk about',
    'leave it', 'leave that', 'pass', 'next question', 'no need', 'keep it to myself', 'secret', 'skip', 'not ready', 'cant tell',
    'ما اريد', 'مااريد', 'ماريد', 'لا اريد', 'ما احب', 'لا احب', 'ما اكدر احجي', 'ما اكدر اكول', 'ما اكدر اجاوب', 'ما اكول', 'ما راح اكول', 'ما احجي',
    'ما اجاوب', 'ما اود', 'لا اود', 'افضل لا', 'افضل ما', 'افضل عدم', 'خصوصي', 'خصوصيات', 'شخصي', 'مو لازم', 'ماكو داعي', 'عوفوه', 'عوف هالسؤال', 'ما ارتاح',
    'مو مرتاح', 'مو مرتاحه', 'بدون جواب', 'اتحفظ', 'استحي', 'ما بيه احجي', 'لا استطيع القول',
    'نامەوێت', 'نامەوێ', 'ناڵێم', 'نایڵێم', 'نەیڵێم', 'پێم خۆش نییە', 'پێم خۆش نیە', 'پێم باشە نەیڵێم', 'باشترە نەیڵێم', 'تایبەتە', 'ناتوانم بڵێم', 'ناتوانم بیڵێم',
    'حەزناکەم', 'حەز ناکەم', 'وازی لێ بێنە', 'ناخوازم', 'ناڤێت', 'نەڤێت', 'من ناڤێت', 'شەرم دەکەم', 'نهێنییە',
    'ma areed', 'ma arid', 'mareed', 'namawe', 'namawet', 'namewe', 'namewet', 'nalem',
  ],
  endings: [],
}

/** An age that is not told: why it is asked, and that it may be skipped. */
// prettier-ignore
export const MY_AGE = {
  words: ['عمري', '3umri', 'umri', 'my age', 'how old i am', 'تەمەنم', 'تەمەنی خۆم', 'tamanm', 'temenm'],
  endings: [],
}

/** A country, or that somebody is in one. */
// prettier-ignore
export const ABROAD = {
  words: ['uk', 'usa', 'uae', 'us', 'برا', 'عمان', 'هند', 'تورک', 'border', 'ئەمریکا', 'روسيا'],
  endings: [],
  stems: [
    'abroad', 'countr', 'outside', 'travel', 'oversea', 'foreign', 'i live in', 'living in', 'im in ', 'i am in', 'i am from', 'im from', 'emigr', 'refugee', 'visa',
    'turk', 'istanbul', 'syria', 'jordan', 'leban', 'beirut', 'egypt', 'saudi', 'dubai', 'emirat', 'kuwait', 'qatar', 'europe', 'german', 'swed', 'denmark', 'danish',
    'norw', 'finland', 'holland', 'netherl', 'dutch', 'france', 'french', 'italy', 'greece', 'brit', 'engl', 'london', 'americ', 'canad', 'austral', 'belg', 'austria',
    'switz', 'poland', 'russia', 'georgia', 'india', 'pakist', 'morocc', 'tunis', 'alger', 'libya', 'yemen', 'palest', 'israel', 'niger', 'ivory', 'iran',
    'خارج', 'سافر', 'مسافر', 'غرب', 'لاجئ', 'مهاجر', 'دوله', 'دول', 'بلد', 'تركيا', 'ترك', 'اسطنبول', 'ايران', 'سوري', 'الاردن', 'عمان ', 'لبنان', 'مصر', 'سعود', 'دبي',
    'امارات', 'كويت', 'قطر', 'اوربا', 'اوروب', 'المان', 'سويد', 'دنمار', 'نروج', 'فنلند', 'هولند', 'فرنس', 'ايطال', 'يونان', 'بريطان', 'لندن', 'انكلتر', 'امريك', 'كندا',
    'استرال', 'بلجيك', 'نمسا', 'سويسر', 'روسي', 'جورجيا', 'باكست', 'مغرب', 'تونس', 'جزائر', 'ليبي', 'سودان', 'اليمن', 'فلسطين', 'بحرين', 'اجنبي', 'كردستان',
    'دەرەوە', 'وڵات', 'هەندەران', 'ئەوروپ', 'تورکیا', 'ئێران', 'سوریا', 'ئوردن', 'لوبنان', 'میسر', 'ئەڵمانی', 'سوید', 'دانمارک', 'نەرویج', 'هۆڵەند', 'فەرەنس', 'بەریتان',
    'لەندەن', 'ئەمریک', 'کەنەد', 'ئوسترال', 'ئیتالی', 'یۆنان', 'سەفەر', 'پەنابەر', 'دوبەی', 'ئیمارات', 'غوربەت', 'دەرڤە', 'وەلات',
    'khari', 'kharij', 'barra', 'turkya', 'walat', 'darawa', 'gharb',
  ],
}

/** How long something takes, or when. */
// prettier-ignore
export const TAKES_LONG = {
  words: ['long', 'when', 'wait', 'waiting', 'hours', 'minutes', 'soon', 'time', 'yet', 'fast', 'quick', 'quickly', 'late', 'answer', 'reply', 'متى', 'شوكت', 'شوقت', 'شكد', 'شگد', 'كم', 'وقت', 'الوقت',
    'مده', 'المده', 'ساعه', 'ساعات', 'دقيقه', 'يوم', 'ايام', 'اسبوع', 'لشوكت', 'هواي', 'کەی', 'چەند', 'کات', 'کاتژمێر', 'خولەک', 'ڕۆژ', 'تا', 'درەنگ', 'کەنگی', 'shwakt', 'shwaqt', 'shgad', 'shkad', 'chand', 'kay'],
  endings: [],
  stems: ['تطول', 'يطول', 'تتاخر', 'تاخر', 'انتظر', 'ننتظر', 'ابقى', 'دەخای', 'چاوەڕ', 'دەبێ', 'تجاوب', 'تردون', 'وەڵام', 'respond'],
}

/** Of one who helps, or in whose home somebody is: nobody near who blackmails. */
// prettier-ignore
export const NEAR_AND_GOOD = {
  words: [
    'help me', 'helps me', 'helped me', 'is helping me', 'will help me', 'supports me', 'stands by me', 'can help', 'يساعدني', 'تساعدني', 'ويساعدني', 'وتساعدني', 'ساعدني', 'ساعدتني', 'ديساعدني',
    'واكف وياي', 'واكفه وياي', 'وواكف وياي', 'وواكفه وياي', 'يدعمني', 'تدعمني', 'یارمەتیم دەدات', 'یارمەتیم بدات', 'یارمەتی دام', 'پشتم دەگرێت', 'پشتگیریم دەکات', 'ysa3idni', 'tsa3idni', 'yarmatim dadat',
    ...each(['at', 'in'], ['my friends', 'my friend', 'a friends', 'my aunts', 'my uncles', 'my cousins', 'my sisters', 'my brothers', 'my grandparents'],
      ['house', 'home', 'place', 'apartment', 'flat']),
    ...each(['بيت', 'ببيت', 'ببيتهم بيت'], ['صديقتي', 'صديقي', 'خالتي', 'خالي', 'عمتي', 'عمي', 'اختي', 'اخوي', 'جدي', 'جدتي']),
    ...each(['لە ماڵی'], ['هاوڕێکەم', 'هاوڕێم', 'پوورم', 'مامم', 'خاڵم', 'خوشکم', 'براکەم', 'باپیرم', 'داپیرم']),
    'موجود وياي بالشغل', 'موجود وياي بالدوام',
  ],
  endings: [],
}

/** It is over, or who writes is tired and no more. */
// prettier-ignore
export const SOLVED = {
  words: [
    'solved', 'resolved', 'is fixed', 'it is over', 'its over', 'everything is fine now', 'انحلت', 'انحلت المشكله', 'انحل', 'انحل الموضوع', 'خلصت المشكله', 'راحت المشكله',
    'چارەسەر بوو', 'چارەسەر کرا', 'چارەسەربوو', 'کێشەکە نەما', 'تەواو بوو کێشەکە', 'in7allat', 'inhallat', 'charasar bu',
  ],
  endings: [],
}
export const ONLY_TIRED = {
  words: ['ماندوو بووم', 'ماندووم', 'tired', 'تعبانه شويه', 'نعسان', 'نعسانه'],
  endings: [],
}

/** It is not safe to go there: told of the street, and asked of nobody who we are. */
// prettier-ignore
export const OUT_THERE = {
  words: ['اطلع', 'اخرج', 'نطلع', 'الطريق', 'go out', 'outside', 'leave the house', 'leave home', 'the street', 'بچمە دەرەوە', 'دەرەوە', 'atla3'],
  endings: [],
}

/** A child of theirs: no child that asks whether it may write. */
// prettier-ignore
export const OWN_CHILD = {
  words: [
    'عندي طفل', 'عندي طفله', 'عندي بنت', 'عندي ولد', 'عندي ابن', 'عندي طفلين', 'عندي اطفال', 'عندي ولدين', 'ابني', 'بنتي', 'منداڵم هەیە', 'منداڵێکم هەیە', 'دوو منداڵم هەیە', 'کچێکم هەیە', 'کوڕێکم هەیە',
    'منداڵێکی', 'i have a child', 'i have a son', 'i have a daughter', 'i have kids', 'i have two kids', 'i have children', 'my son', 'my daughter', 'my kids', 'my children', '3indi tifil', 'mndalm haya',
  ],
  endings: [],
}

/** To end this talk. */
// prettier-ignore
export const STOPPING = {
  words: ['بس', 'bas'],
  endings: [],
  stems: [
    'stop', 'enough', 'done', 'finish', 'quit', 'leave', 'no more', 'cancel', 'close', 'end', 'continue', 'go on', 'forget',
    'كافي', 'خلص', 'خلاص', 'بطل', 'اكمل', 'نكمل', 'استمر', 'عوف', 'وكف', 'وقف', 'توقف', 'سدو', 'الغ', 'اترك', 'خلوني', 'انسو', 'انسى', 'ندمت', 'غيرت', 'رجعت', 'لا تسال', 'اطلع',
    'بەس', 'بوەست', 'وەست', 'واز', 'بەردەوام', 'درێژە', 'تەواو', 'پەشیمان', 'هەڵوەش', 'مەپرس', 'گەڕێ', 'بەردە', 'پتر', 'نانووس', 'دەبڕ', 'ببڕ',
    'khalas', '5alas', 'kafi', 'akam', 'besa', 'bwast', 'waz ', 'tawaw',
  ],
}

/** Talk with him that is over. */
export const NO_MORE = ['بطلت', 'بطلنا', 'عفت', 'تركت', 'stopped', 'وازم', 'batalit']

// prettier-ignore
const RUDE_WORDS = [
  'fuck', 'fuck you', 'fuck u', 'fuck off', 'fuck this', 'f you', 'fu', 'wtf', 'shut up', 'stupid', 'stupid bot', 'idiot', 'you are stupid', 'you are an idiot', 'you idiot', 'dumb',
  'go to hell', 'bitch', 'asshole', 'screw you', 'useless', 'you are useless', 'useless bot', 'piss off', 'damn you', 'bullshit', 'this is bullshit', 'loser', 'moron', 'you suck',
  'كلب', 'حمار', 'غبي', 'انت غبي', 'انتو اغبياء', 'تافه', 'تافهين', 'كل خره', 'خره', 'خرا', 'طز', 'طز بيك', 'طز بيكم', 'انجب', 'انچب', 'اسكت', 'زق', 'سخيف', 'سخيفين', 'كلاب', 'حمير',
  'يا كلب', 'يا حمار', 'ابن الكلب', 'كلب ابن الكلب', 'كس امك', 'كسمك', 'عير', 'قواد', 'گواد', 'حيوان', 'يا حيوان', 'زماله', 'فاشلين', 'انقلع', 'اكل زق', 'تفو', 'تفو عليك',
  'گەمژە', 'سەگ', 'سەگباب', 'کەر', 'کەری', 'گێل', 'بێ مێشک', 'بێدەنگ بە', 'تۆ گەمژەی', 'تۆ گێلی', 'حیز', 'قەحبە', 'بێ شەرەف', 'بێ سوودن', 'گوو بخۆ', 'گوو', 'بڕۆ ونبە', 'کەرە',
  'kalb', 'ya kalb', 'hmar', '7mar', 'ya 7mar', 'ghabi', 'gabi', 'inchab', 'injab', 'tuz', 'kus ummak', 'ayr', 'sag', 'sagbab', 'gamzha', 'kar', 'gel',
]
/** Rude words at us, as a whole message and within one. */
export const RUDE_ALONE: readonly string[] = [
  ...RUDE_WORDS,
  ...each(
    RUDE_WORDS.filter((word) => /^[a-z]/.test(word)),
    ['bot', 'you bot', 'amin'],
  ),
]
export const RUDE = { words: RUDE_WORDS, endings: [] }
