import { name, police, sees, type Asked } from './asked-who.ts'
import { each } from './each.ts'
import { RUDE_ALONE } from './sayings-unless.ts'
import { emergencyNumber } from './emergency-asked.ts'

/** What may stand before a question and asks nothing. */
// prettier-ignore
export const leads: readonly string[] = [
  'زين', 'بس', 'طيب', 'يعني', 'هسه', 'هل', 'اي', 'لا', 'عفوا', 'بس هل', 'و', 'اسف', 'اسفة', 'باشە',
  'بەڵام', 'ئێ', 'ئایا', 'ئەرێ', 'ببوورە', 'باشە بەڵام', 'باشە ئایا',
  'ok', 'okay', 'but', 'and', 'so', 'wait', 'well', 'sorry', 'then', 'first', 'also', 'zen', 'zain',
  'bas', 'tayib', 'hal', 'bashe', 'aya', 'balam',
]

// prettier-ignore
const WROTE_AR = [
  '', 'بيه', 'اني كتبت', 'اني كتبت هنا', 'اني كتبتلكم', 'اني كتبت الكم', 'اني حجيت', 'اني حجيت وياكم',
  'اني اكتب هنا', 'اني دا اكتب', 'اني هنا', 'باني كتبت', 'باني كتبت هنا', 'بهذا', 'بهالشي',
  'بهاي المحادثة', 'بهذا الشات', 'اني تواصلت وياكم', 'اني كتبت لكم', 'انني كتبت', 'انني كتبت هنا',
  'انني كتبت لكم',
]

/** Without a mark these tell of what is feared, and ask nothing. */
// prettier-ignore
const FEARED: ReadonlySet<string> = new Set(['هو راح يعرف', 'راح يعرفون', 'راح تعرف', 'هو سيعرف',
  'راح تجي', 'راح يجي واحد', 'يجي واحد', 'ممكن يجي واحد', 'رح يجي واحد', 'راح يجي احد', 'دێن بۆ لام',
  'کەس دێت بۆ لام'])

/** Whether whoever threatens them learns of it. */
// prettier-ignore
const canKnow: Asked = {
  said: [
    ...each(
      ['', 'هو', 'هي', 'هذا', 'المبتز'],
      ['يكدر يعرف', 'يگدر يعرف', 'يقدر يعرف', 'يستطيع ان يعرف', 'ممكن يعرف', 'راح يعرف', 'رح يعرف',
        'حيعرف', 'راح يدري', 'ممكن يدري', 'سيعرف', 'تكدر تعرف', 'تگدر تعرف', 'راح تعرف', 'ممكن تعرف',
        'يكدرون يعرفون', 'راح يعرفون', 'ممكن يعرفون', 'يكدر يشوف', 'يگدر يشوف', 'راح يشوف'],
      WROTE_AR,
    ),
    ...each(['هل يعرف', 'هل يدري', 'هل هو يعرف', 'هل تعرف', 'هل يعرفون', 'هل علم', 'هل عرف'], WROTE_AR.filter((one) => one !== '')),
    ...each(['هو', 'هي', ''], ['يكدر يشوف', 'يگدر يشوف', 'يقدر يشوف', 'راح يشوف', 'ممكن يشوف', 'راح تشوف',
      'يكدرون يشوفون'], ['هذا', 'هاي', 'هاي المحادثة', 'هذا الحجي', 'الحجي', 'كلامي', 'المحادثة', 'شكتبت',
      'اللي كتبته', 'الي اكتبه']),
    ...each(
      ['', 'ئەو'],
      ['دەتوانێت بزانێت', 'دەتوانێ بزانێ', 'ئەتوانێت بزانێت', 'دەکرێت بزانێت', 'دەکرێ بزانێت',
        'ڕەنگە بزانێت', 'پێدەزانێت', 'پێ دەزانێت', 'دەتوانن بزانن'],
      ['', 'من نووسیومە', 'نووسیومە', 'لێرە نووسیومە', 'کە نووسیومە', 'کە لێرە نووسیومە',
        'قسەم لەگەڵتان کردووە'],
    ),
    ...each(['', 'ئەو'], ['دەتوانێت ئەمە ببینێت', 'دەتوانێت بیبینێت', 'ئەمە دەبینێت',
      'دەتوانێ ئەمە ببینێ', 'دەتوانێت ئەم چاتە ببینێت', 'ئەم نامانە دەبینێت']),
    ...each(['', 'ئەو', 'ئەڤ'], ['دشێت بزانیت', 'دشێ بزانیت', 'دێ زانیت', 'دشێت ڤێ ببینیت',
      'دێ زانیت کو من نڤیسی']),
    ...each(
      ['can', 'could', 'will', 'would', 'may', 'might', 'is it possible'],
      ['he', 'she', 'they', 'the blackmailer', 'that person'],
      ['find out', 'know', 'know it', 'know this', 'know about this', 'see this', 'see it',
        'see this chat', 'see that i wrote', 'see what i write', 'read this', 'read it', 'read this chat',
        'notice', 'get to know', 'learn of this', 'be told', 'find out about this', 'find out i wrote',
        'find out i wrote here', 'find out that i wrote here', 'find out i wrote to you', 'know i wrote',
        'know i wrote here', 'know that i wrote here', 'know i wrote to you', 'know im here',
        'know i am here', "know i'm here", 'know that i am here', 'know i am writing', 'know i told you',
        'know i talked to you', 'know i contacted you'],
    ),
    ...each(['does', 'do'], ['he', 'she', 'they'], ['know', 'know it', 'know this', 'know i wrote',
      'know i wrote here', 'know that i wrote here', 'know i am here', "know i'm here", 'know im here',
      'see this', 'see this chat', 'find out']),
    ...each(
      ['', 'huwa', 'hua', 'hwa', 'hiya'],
      ['ygdar y3ruf', 'yigdar y3ruf', 'ygdar yi3ruf', 'ygdar y3rf', 'yigdar yi3ruf', 'yikdar y3ruf',
        'ykdar y3ruf', 'yi2dar yi3raf', 'yqdar y3rf', 'ra7 y3ruf', 'rah y3ruf', 'ra7 yi3ruf', 'ra7 y3rf',
        'rah yi3ruf', 'rah ya3ruf', 'ra7 ya3ruf', 'ra7 yidri', 'mumkin y3ruf', 'mumkin yi3ruf', 'ra7 yshuf',
        'ygdar yshuf'],
      ['', 'ani ktabt', 'ani ktabt hna', 'ani ktabit hna', 'ani ktabit', 'hatha', 'haza'],
    ),
    ...each(['', 'aw', 'ew'], ['datwane bzane', 'datwanet bzanet', 'detwanet bizanet', 'detwane bizane',
      'pey dazanet', 'pey dezanet', 'peydazane', 'dazanet nusiwma', 'dishet bizanit', 'de zanit'], ['']),
  ].filter((one) => one.includes(' ') || one === 'پێدەزانێت' || one === 'حيعرف' || one === 'سيعرف').filter((one) => !FEARED.has(one)),
  marked: [
    ...each(['هو', 'هي', ''], ['يعرف اني', 'يدري اني', 'يعرف باني', 'تعرف اني'], ['كتبت', 'كتبت هنا',
      'كتبتلكم', 'حجيت وياكم', 'اكتب هنا', 'دا اكتب', 'كتبت الكم']),
    ...each(['', 'ئەو'], ['دەزانێت', 'دەزانێ'], ['من نووسیومە', 'نووسیومە', 'لێرە نووسیومە',
      'کە نووسیومە', 'کە لێرە نووسیومە', 'کە قسەم لەگەڵتان کردووە']),
    'پێی دەزانێت', 'هو راح يعرف', 'راح يعرفون', 'راح تعرف', 'هو سيعرف',
    ...each(['', 'هو', 'هي'], ['يعرف', 'يدري', 'تعرف', 'يعرفون', 'يشوف', 'يشوفون']),
    ...each(['', 'ئەو'], ['دەزانێت', 'دەزانێ', 'دەزانن', 'دەبینێت', 'دزانیت', 'دەیزانێت']),
    ...each(['he', 'she', 'they'], ['knows', 'know', 'will know', 'will find out', 'can find out',
      'can know', 'sees this', 'can see this', 'will see this']),
    ...each(['', 'huwa', 'hua'], ['y3ruf', 'yi3ruf', 'ya3ruf', 'yidri']),
    ...each(['', 'aw', 'ew'], ['dazanet', 'dazane', 'dezanet', 'dezane', 'dizanit']),
  ],
}

/** Whether anybody comes; of "somebody comes" alone the room is meant (sayings.ts). */
// prettier-ignore
const comes: Asked = {
  said: [
    ...each(['', 'راح', 'رح', 'ممكن', 'اكو احد راح'], ['يجي احد', 'يجي حد', 'يجي واحد', 'يجيني احد',
      'يجي احد يساعدني', 'يجي احد هنا', 'تجون', 'تجوني', 'تجي', 'تجون علي', 'توصلون']),
    ...each(['منو', 'من'], ['يجي', 'راح يجي', 'يجيني', 'سيأتي']),
    ...each(['', 'هل'], ['سيأتي احد', 'سوف يأتي احد', 'يأتي احد', 'ستأتون']),
    ...each(['', 'ئایا'], ['کەس دێت', 'کەس دێ', 'کەس دێت بۆ لام', 'دێن بۆ لام', 'کێ دێت', 'کێ دێ',
      'کەسێک دێت بۆ لام', 'کەسێک دێت یارمەتیم بدات', 'کەس دهێت', 'کی دهێت', 'کەسەک دێ هێت']),
    ...each(
      ['is', 'will', 'can', 'would', 'does'],
      ['someone', 'somebody', 'anyone', 'anybody', 'a person', 'help', 'any one', 'some one'],
      ['coming', 'come', 'coming now', 'come now', 'come here', 'coming here', 'come to me',
        'coming to me', 'coming to help', 'come to help', 'come help me', 'coming to help me',
        'come to help me', 'on the way', 'on their way', 'come soon', 'coming soon', 'be here',
        'be here soon'],
    ),
    ...each(['are you', 'are they', 'will you', 'will they', 'are people'], ['coming', 'come',
      'coming now', 'come now', 'coming here', 'come here', 'on the way', 'come to me', 'coming to me',
      'come soon']),
    ...each(['who'], ['is coming', 'will come', 'comes', "'s coming", 'is on the way']), "who's coming",
      'whos coming',
    ...each(['', 'ra7', 'rah'], ['yiji a7ad', 'yji a7ad', 'yeji ahad', 'yiji ahad', 'yji ahad', 'tijon',
      'tijun', 'tjoon']),
    ...each(['kas', 'kes'], ['det', 'de', 'dêt', 'dehet', 'dihet']), 'ke det', 'ke de', 'ki dihet',
  ].filter((one) => (one.includes(' ') || one === 'ستأتون') && !FEARED.has(one)),
  marked: [
    ...each(['احد', 'اكو احد', 'واحد', 'شخص'], ['يجي', 'راح يجي', 'جاي']), 'تجون', 'جايين', 'تجي',
      'راح تجي', 'راح يجي احد', 'راح يجي واحد', 'دێن بۆ لام', 'دێن', 'دێیت', 'هوین دهێن',
    ...each(['کەسێک', 'یەکێک', 'کەسەک'], ['دێت', 'دێ', 'دهێت']),
    ...each(['someone', 'somebody', 'anyone', 'anybody', 'help'], ['coming', 'comes', 'is coming']),
    'kasek det', 'kesek det', 'yiji', 'tijon', 'tijun', 'den',
  ],
}

/** Asked of when, it is answered by how long it takes. */
// prettier-ignore
const when: Asked = {
  said: [
    ...each(['شوكت', 'شوقت', 'متى', 'شوكت راح', 'شوقت راح', 'متى راح', 'بعد شكد', 'شكد وراح', 'بعد شگد'],
      ['يجي احد', 'يجي واحد', 'يجي', 'يجيني احد', 'تجون', 'توصلون', 'يجاوب احد', 'تجاوبون', 'يرد احد',
      'تردون', 'يجي شخص', 'يحجي وياي احد']),
    ...each(['متى'], ['سيأتي احد', 'يأتي احد', 'ستأتون', 'تأتون', 'يجيب احد']),
    ...each(['کەی', 'کەنگی', 'کەنگێ', 'چەندی پێ دەچێت', 'تا کەی'], ['کەسێک دێت', 'کەس دێت', 'یەکێک دێت',
      'دێن', 'دێت', 'دێ', 'کەسێک دێ', 'کەسێک وەڵام دەداتەوە', 'وەڵامم دەدەنەوە', 'کەسەک دهێت', 'دهێن',
      'کەسەک دێ هێت']),
    ...each(
      ['when', 'what time', 'how soon', 'how fast', 'when exactly'],
      ['is', 'will', 'does', 'can', 'do'],
      ['someone', 'somebody', 'anyone', 'anybody', 'a person', 'help', 'you', 'they', 'people'],
      ['coming', 'come', 'here', 'come here', 'be here', 'answer', 'answering', 'reply', 'write', 'arrive'],
    ),
    ...each(['when', 'how soon'], ['are'], ['you', 'they', 'people'], ['coming', 'here', 'answering',
      'coming here']),
    ...each(['shwakt', 'shwaqt', 'shwaket', 'mita', 'shwakit'], ['yiji a7ad', 'yji a7ad', 'yiji ahad',
      'yiji', 'tijon', 'tijun', 'yjawb a7ad', 'tjawbon']),
    ...each(['kay', 'key', 'kei', 'kengi'], ['kasek det', 'kesek det', 'kesek dihet', 'den', 'det']),
  ],
}

// prettier-ignore
const safe: Asked = {
  said: [
    ...each(['هذا', 'هذا الشات', 'هاي المحادثة', 'هذا المكان', 'هذا الموقع', 'الشات', 'المحادثة',
      'هذا البوت', 'هنا', 'الكتابة هنا', 'هاي', 'اكتب هنا'], ['امان', 'امن', 'آمن', 'امنة', 'آمنة', 'امين',
      'مضمون', 'موثوق', 'بامان']),
    ...each(['امان', 'امن', 'آمن', 'مضمون'], ['هذا', 'هنا', 'هذا الشات', 'هذا المكان', 'اكتب هنا',
      'احجي هنا', 'اكتب', 'هاي المحادثة']),
    'اكدر اثق بيكم', 'اكدر اوثق بيكم', 'هل يمكن ان اثق بكم', 'اني بامان هنا',
    ...each(['ئەمە', 'ئێرە', 'ئەم چاتە', 'ئەم شوێنە', 'لێرە', 'ئەڤە', 'ئەڤ چاتە'], ['سەلامەتە',
      'پارێزراوە', 'سەلامەت', 'پارێزراو', 'ئەمینە', 'جێی متمانەیە', 'پاراستیە', 'یا پاراستیە']),
    'لێرە سەلامەتم', 'دەتوانم متمانەتان پێ بکەم',
    ...each(
      ['is this', 'is it', 'is this chat', 'is this place', 'is here', 'is the chat', 'is this bot',
        'is this app', 'is writing here', 'is it here'],
      ['safe', 'safe here', 'secure', 'safe to write', 'safe to write here', 'safe to talk',
        'safe to talk here', 'trustworthy', 'really safe', 'safe for me', 'legit', 'a trap', 'a scam'],
    ),
    'am i safe here', 'can i trust you', 'can i trust this', 'can i trust you people', 'can you be trusted',
    ...each(['hatha', 'haza', 'hada', 'hna'], ['aman', 'amin', 'amaan']), 'aman hna', 'aman hatha',
      'ama salamata', 'eme selamete', 'ema salamata', 'era salamata', 'ama parezrawa',
  ],
}

/** That a danger is over, which is no question, and no story either. */
// prettier-ignore
const safeNow: Asked = {
  said: [
    ...each(['i am', "i'm", 'im', 'we are'], ['no longer in danger', 'not in danger any more',
      'not in danger anymore', 'not in danger now', 'out of danger', 'safe now', 'safe again']),
      'the danger is over', 'there is no danger any more', 'there is no danger anymore',
    'ما عدت بخطر', 'ماعدت بخطر', 'لم اعد في خطر', 'اني مو بخطر هسه', 'هسه مو بخطر', 'بعد مو بخطر',
    'راح الخطر', 'زال الخطر', 'صرت بامان', 'اني بامان هسه', 'انا بامان الان',
    'ئیتر لە مەترسیدا نیم', 'چیتر لە مەترسیدا نیم', 'ئێستا لە مەترسیدا نیم', 'ئێستا سەلامەتم',
    'مەترسی نەما', 'نوکە ئەز ب سلامەتم',
  ],
}

/** That nothing helps, which asks for nobody's proof. */
// prettier-ignore
const hopeless: Asked = {
  said: [
    'nothing helps', 'nothing works', 'nothing will help', 'nothing helps me', 'it is no use',
    "it's no use", 'its no use', 'no use',
    'ماكو فايدة', 'ماكو فائدة', 'ما يفيد شي', 'ولا شي يفيد', 'محد يفيد', 'لا شيء يفيد', 'لا فائدة',
    'كلشي ما يفيد',
    'هیچ سوودی نییە', 'هیچ سوودی نیە', 'سوودی نییە', 'بێ سوودە', 'هیچ یارمەتیم نادات', 'هیچ فایدەی نییە',
    'چ فایدە نینە', 'maku fayda', 'mako faida', 'hich sudi nia',
  ],
}

/** Rude words at us: whoever is in need of help may be angry, and is answered. */
const insult: Asked = { said: RUDE_ALONE }

/** By the kind of what is said (sayings.ts). */
export const ASKED_OF_US: Readonly<Record<string, Asked>> = {
  'can-he-know': canKnow,
  'anyone-coming': comes,
  'how-long': when,
  'who-are-you': name,
  'can-trust': safe,
  'who-sees': sees,
  'are-you-police': police,
  'emergency-number': emergencyNumber,
  'safe-now': safeNow,
  insult,
  hopeless,
}
