import { MONEY_TO_ME, PAID_TO_ME } from './paid-to-me.ts'
import { NO, NOT_PAID, YES } from './yes-no.ts'
import type { Condition } from '../../core/model/condition.ts'
import type { Step } from '../../core/model/flow.ts'
import {
  AGAIN_DOUBTED,
  CHATS_DOUBTED,
  DEADLINE_DOUBTED,
  COLLEAGUE_DOUBTED,
  EX_DOUBTED,
  FAMILY_DOUBTED,
  WORK_DOUBTED,
} from './doubted.ts'
import { each } from './each.ts'
import { governorates } from './governorates.ts'
import { HELPING_KIN, notThem, TO_WORK } from './not-them.ts'
import { option } from './option.ts'
import { PICTURES_SENT } from './pictures-sent.ts'

/** Who told this much at once is asked for nothing more of it; what is left open can be added. */
const toldMuch: Condition = { step: 'story', words: 25 }

/** To be seen, and not to be met. */
// prettier-ignore
const SEE_NAKED: readonly string[] = [
  ...each(['see me', 'see my'], ['naked', 'nude', 'without clothes', 'undressed', 'body', 'breasts', 'boobs']),
  ...each(['يشوفني', 'اشوفج'], ['بدون ملابس', 'عريانه', 'عارية', 'عاريه', 'بدون هدوم', 'بالكام', 'بالكاميرا', 'فيديو']),
  ...each(['بە ڕووتی', 'ڕووت'], ['بمبینێت', 'بمبینێ', 'بمبینن']),
]

/** How people begin to tell what somebody wants of them. */
// prettier-ignore
const THEY_WANT: readonly string[] = [
  ...each(
    ['he', 'she', 'they', 'he just', 'she just', 'they just', 'he only', 'now he', 'now she', 'now they', 'the guy', 'this guy'],
    ['wants', 'want', 'asks', 'asked', 'demands', 'says i should', 'says i have to', 'says i must', 'told me to', 'tells me to', 'asked me to', 'wants me to', 'want me to'],
  ),
  'يريد', 'يريدني', 'يريدوني', 'يريدون', 'تريد', 'تريدني', 'هو يريد', 'هي تريد', 'يطلب', 'يطلب مني', 'طلب مني', 'طلب', 'يطلبون', 'يكول', 'يكولي', 'يكلي', 'تكول', 'كال', 'كالي', 'كلي', 'هسه يريد',
  'دەیەوێت', 'دەیەوێ', 'دەیانەوێت', 'دەیانەوێ', 'ئەو دەیەوێت', 'داوا دەکات', 'داوای', 'داوام لێ دەکات', 'دەڵێت', 'دەڵێ', 'پێی وتم', 'پێی گوتم', 'دخوازیت', 'دڤێت',
  'yreed', 'yrid', 'yreedni', 'yridni', 'yitlub', 'ygul', 'deyewet', 'dayawet', 'daway',
]

/** A sum that was sent, with what it is counted in. */
const SUM_SENT: readonly string[] = each(
  ['دزيتله', 'دزيتلها', 'دزيتلهم', 'دزيت', 'حولت', 'حولتلها', 'حولتلهم', 'انطيته', 'انطيتها', 'انطيتهم'],
  ['..'],
  ['دولار', 'دينار', 'الف', 'مليون', 'ورقه', 'ورقات', 'رصيد'],
)

const SUM_SENT_CKB: readonly string[] = each(
  ['دۆلارم', 'دینارم', 'پارەم', 'ملیۆنم', 'هەزارم'],
  ['بۆ', 'بۆی'],
  ['نارد', 'ناردووە', 'ناردوە'],
).concat(each(['دۆلارم', 'دینارم', 'پارەم', 'ملیۆنم', 'هەزارم'], ['پێدا', 'پێ دا', 'پێیدا', 'دایێ']))

/** Whoever was paid and is gone asked for nothing more. */
// prettier-ignore
const GONE_AFTER_PAYING: readonly string[] = [
  ...each(
    ['blocked me', 'disappeared', 'vanished', 'is gone', 'deleted his account', 'closed his account', 'stopped answering',
      'stopped writing', 'stopped replying', 'never answered', 'never replied', 'left me alone'],
    ['', '..'],
    ['after i paid'],
  ),
  ...each(['after i paid'], ['', '..'], ['blocked me', 'disappeared', 'vanished', 'stopped answering', 'stopped writing']),
  ...each(
    ['حظرني', 'بلكني', 'سوالي بلوك', 'سوالي حظر', 'انطاني بلوك', 'عطاني بلوك', 'اختفى', 'اختفه', 'سد حسابه', 'غلق حسابه',
      'مسح حسابه', 'ما رد', 'ما يرد', 'بطل يراسلني', 'راح'],
    ['', '..'],
    ['بعد ما دفعت'],
  ),
  ...each(['بعد ما دفعت'], ['', '..'], ['حظرني', 'بلكني', 'سوالي بلوك', 'انطاني بلوك', 'اختفى', 'اختفه', 'سد حسابه', 'ما رد', 'ما يرد']),
]

/**
 * What the person's own words left open (bots/amin/README.md, Intake). Hints are what people write
 * for an option inside longer words.
 */
export const storySteps: readonly Step[] = [
  {
    id: 'material',
    spared: toldMuch,
    kind: 'choices',
    oneMessage: true,
    ownWords: true,
    prefill: true,
    options: [
      // prettier-ignore
      option('private', ['صور أو فيديو خاص', 'صور', 'فيديو', 'وێنە یان ڤیدیۆی تایبەت', 'وێنە', 'private photo or video', 'photos', 'video', 'pictures'], [
        'صوري', 'صورتي', 'صور خاصه', 'صور خاصة', 'صورنا', 'فيديو الي', 'فيديو لي', 'فيديو خاص', 'مقطع', 'مكالمه فيديو', 'مكالمة فيديو', 'صورني', 'صور عارية', 'صور الي', 'صور بنتي', 'مخلي صورها', 'عنده صورها', 'منزل صورها', 'ناشر صورها', 'صور ابني', 'صور اختي', 'صور زوجتي', 'صورة بنتي', 'صورة اختي', 'عنده صور', 'عندة صور', 'يهددني بصور', 'يهدد بصور', 'بصور خاصه', 'صورة الي', 'صورة لالي', 'صور لالي', 'فيديوهاتي', 'فيديوهات الي', 'فيديو لالي', 'صور بدون حجاب', 'صوره بدون حجاب',
        'وێنەکانم', 'وێنەکەم', 'وێنەی تایبەت', 'وێنە تایبەتەکانم', 'وێنە تایبەتییەکانم', 'وێنەی ڕووت', 'وێنەم', 'ڤیدیۆم', 'ڤیدیۆی من', 'ڤیدیۆی منی', 'ڤیدیۆکەم', 'ڤیدیۆکانم', 'وێنەی لێ گرتووە', 'وێنەی لێ گرتوە', 'وێنەی کچەکەم', 'وێنەی کچەکەمی', 'وێنەکانی لایە', 'وێنەکانی لایەتی', 'وێنەی خوشکم', 'ڕەسمم', 'ڕەسمەکانم', 'وێنێن من', 'وێنێ من', 'رەسمێن من', 'ڤیدیۆیا من', 'ڤیدیۆیێن من',
        'my photos', 'my photo', 'my pictures', 'my pics', 'my pic', 'my nudes', 'my video', 'my videos', 'private photos', 'video of me', 'photos of me', 'pictures of me', 'pics of me', 'nudes', 'suwari', 'sowari', 'video ili', 'wenakanm', 'videos of me', 'photo of me', 'picture of me', 'pic of me', 'photos of my', 'pictures of my', 'pics of my', 'video of my', 'videos of my', 'private video', 'private videos', 'private pictures', 'private pics', 'naked photos of me', 'nude photos of me', 'nude pics of me', 'my naked', 'photos of her', 'pictures of her', 'videos of her', 'intimate photos', 'intimate pictures', 'intimate video', 'intimate videos', 'sex video', 'suwary', 'sowary', 'swary', '9wary', '9uwary', '9warha', 'swarha', 'sowarha', 'wenakam', 'vidyokam', 'vidyokanm', 'rasmakanm',
      ]),
      // prettier-ignore
      option('fake', ['صور مفبركة أو AI', 'مفبركة', 'مفبرك', 'وێنەی ساختە یان AI', 'ساختە', 'fake or AI image', 'fake', 'ai'], [
        'مفبركه', 'مفبركة', 'مركبه', 'مركبة', 'فوتوشوب', 'ذكاء اصطناعي', 'بالذكاء الاصطناعي', 'مزيفه', 'مزيفة', 'ديب فيك',
        'وێنەی ساختە', 'وێنە ساختە', 'ڤیدیۆی ساختە', 'وێنەکە ساختە', 'ساختەیە', 'دروستکراو', 'بە ai', 'بە زیرەکی دەستکرد', 'با ai', 'بال ai', 'زیرەکی دەستکرد', 'فۆتۆشۆپ',
        'deepfake', 'deep fake', 'fake photos', 'fake pictures', 'fake video', 'edited photo', 'photoshop', 'photoshopped', 'ai generated', 'ai photo', 'ai photos', 'fake nude', 'made me naked', 'naked body', 'my face on', 'with ai', 'by ai', 'made by ai',
      ], { insteadOf: ['private'] }),
      // prettier-ignore
      option('chats', ['محادثات أو أسرار', 'محادثات', 'أسرار', 'چات یان نهێنی', 'چات', 'chats or secrets', 'chats', 'secrets'], [
        'محادثاتي', 'محادثاتنا', 'محادثات بيني', 'سكرين المحادثه', 'رسائلي', 'اسراري', 'چاتەکانم', 'نامەکانم', 'our chats', 'my chats', 'our messages', 'my messages', 'my secrets',
      ], { doubted: CHATS_DOUBTED }),
      // prettier-ignore
      option('account', ['أخذوا حسابي', 'حسابي', 'هەژمارەکەم لایانە', 'هەژمار', 'they hold my account', 'account'], [
        'حسابي مهكر', 'حسابي انهكر', 'انهكر حسابي', 'تم اختراق حسابي', 'اخترقوا حسابي', 'فيسبوك مخترق', 'فيسبوك مهكر', 'انستا مهكر', 'انستغرام مخترق', 'سناب مهكر', 'تهكر الفيس', 'تهكر الانستا', 'hacko hisabi', 'hacko 7isabi', 'hisabi inhak', 'hisabi thakar', 'هكر حسابي', 'هكروا حسابي', 'تهكر حسابي', 'حسابي تهكر', 'سرق حسابي', 'سرقوا حسابي', 'اخترق حسابي', 'اخذ حسابي', 'اخذوا حسابي', 'انسرق حسابي', 'حسابي انسرق', 'حسابي مخترق', 'تهكير حسابي',
        'هەژمارەکەم هاک', 'هەژمارەکەمیان دزی', 'ئەکاونتەکەم هاک', 'هاککراوە', 'هاک کرا', 'هاک کراوە', 'هاکیان کرد', 'هاکی کرد', 'دزراوە',
        'facebook was hacked', 'instagram was hacked', 'snapchat was hacked', 'telegram was hacked', 'whatsapp was hacked', 'facebook got hacked', 'instagram got hacked', 'snapchat is stolen', 'account is stolen', 'account was stolen', 'account is hacked', 'account has been hacked', 'hacked my account', 'hacked my', 'account was hacked', 'account got hacked', 'stole my account', 'took over my account', 'locked out of my account', 'hacked me',
      ]),
      // prettier-ignore
      option('none-shown', ['لم يُظهروا شيئاً', 'ما راووني شي', 'هیچیان پیشان نەداوە', 'showed nothing', 'nothing'], [
        'بدون دليل', 'ما دز شي', 'ما راواني شي', 'ما راويني شي', 'no proof', 'showed no proof', 'never showed me', 'no evidence', 'بێ بەڵگە',
      ], { alone: true }),
    ],
  },
  {
    id: 'demand',
    begins: THEY_WANT,
    spared: toldMuch,
    kind: 'choices',
    oneMessage: true,
    ownWords: true,
    prefill: true,
    takesStory: true,
    options: [
      // prettier-ignore
      option('money', ['مال', 'فلوس', 'پارە', 'money', 'flous', 'floos', 'fluus', 'flus', 'fulus', 'pare', 'para', 'parah', 'pera', 'پارێ'], [
        'فلوس', 'مبلغ', 'دولار', 'دينار', 'دنانير', 'الف دينار', 'مليون', 'مليونين', 'ملايين', 'حواله', 'حوالة', 'رصيد', 'زين كاش', 'يريد فلوس', 'كارتات', 'بيتكوين', 'عملات رقمية', 'دفتر', 'ورقتين', 'شدات',
        'پارە', 'دۆلار', 'دینار', 'ملیۆن', 'مەبلەغ',
        'money', 'million', 'millions', 'dollars', 'dollar', 'dolar', 'usd', 'dinar', 'dinars', 'iqd', 'pay him', 'pay them', 'bitcoin', 'usdt', 'fluus', 'floos', 'flus',
      ], { sum: 'asked', notAs: MONEY_TO_ME }),
      // prettier-ignore
      option('photos', ['صور أكثر', 'صور', 'وێنەی زیاتر', 'وێنە', 'more photos', 'photos', 'pictures', 'pics', 'nudes'], [
        ...SEE_NAKED, 'صور اكثر', 'صور زياده', 'صور جديده', 'يريد صور', 'يريد صوره', 'ادز صور', 'ادزله صور', 'ابعث صور', 'ارسل صور', 'وێنەی زیاتر', 'وێنەی تر', 'يطلب صور', 'طالب صور', 'يريد مني صور', 'يطلب مني صور', 'يريدني اصور', 'يريد فيديو', 'يطلب فيديو', 'فلوس صور', 'صور فلوس', 'فلوس فيديو', 'فلوس صوره', 'مبلغ صور', 'صور مبلغ', 'وێنەی دەوێت', 'وێنەی دەوێ', 'وێنەم لێ دەوێت', 'داوای وێنە', 'وێنەی ئەوێ', 'پارە و وێنە', 'وێنە و پارە', 'پارە و ڤیدیۆ', 'wants photos', 'wants pictures', 'wants pics', 'wants nudes', 'want photos', 'want pictures', 'asks for photos', 'asks for pictures', 'asking for photos', 'asking for pictures', 'asking for nudes', 'demands photos', 'wants videos', 'money and photos', 'money and pictures', 'money and pics', 'money and nudes', 'money and videos', 'money and my photos', 'money or photos', 'money or pictures', 'money or nudes', 'flus w suwar', 'floos w suwar', 'yreed suwar', 'more photos', 'more pictures', 'more pics', 'send more nudes', 'new photos', 'more videos',
      ]),
      // prettier-ignore
      option('meet', ['لقاء', 'چاوپێکەوتن', 'to meet', 'meet', 'meeting'], [
        'اطلع وياه', 'يريد يشوفني', 'يلتقي بي', 'التقي بيه', 'يريد يقابلني', 'مقابلتي', 'لقائي', 'بمبینێت', 'فلوس يشوفني', 'فلوس اشوفه', 'فلوس لقاء', 'فلوس اطلع', 'فلوس الاقيه', 'money and to meet', 'money and meet', 'money and wants to see', 'wants to see me', 'پارە و چاوپێکەوتن', 'پارە و بینین', 'wants to meet', 'meet him', 'meet them', 'meet me',
      ], { notBeside: SEE_NAKED }),
      // prettier-ignore
      option('relation', ['زواج أو علاقة', 'زواج', 'علاقة', 'هاوسەرگیری یان پەیوەندی', 'هاوسەرگیری', 'marriage or relation', 'marriage', 'relation'], [
        'اتزوجه', 'يتزوجني', 'تتزوجيني', 'تتزوجني', 'اتزوجج', 'لازم اتزوج', 'شووم پێ بکە', 'شووی پێ بکە', 'ارجعله', 'ارجع اله', 'ارجع وياه', 'علاقه وياه', 'شووی پێ بکەم', 'بگەڕێمەوە لای', 'marry him', 'marry me', 'go back to him', 'get back together', 'sleep with him',
      ]),
      // prettier-ignore
      option('password', ['كلمة مرور أو حساب', 'كلمة مرور', 'رمز', 'وشەی نهێنی یان هەژمار', 'وشەی نهێنی', 'password or account', 'password'], [
        'الباسورد', 'باسورد', 'كلمه المرور', 'كلمة السر', 'الرمز مالتي', 'كود التحقق', 'پاسوۆرد', 'وشەی نهێنی', 'my password', 'verification code', 'otp',
      ]),
      option('other', ['شيء آخر', 'شتێکی تر', 'other', 'something else'], []),
    ],
  },
  { id: 'amount', kind: 'amount', currency: 'IQD', bareThousands: true, prefill: true, silent: true },
  {
    id: 'paid',
    kind: 'choice',
    prefill: true,
    silent: true,
    options: [
      // prettier-ignore
      option('again', ['دُفع ويطلبون أكثر', 'درا و زیاتریان دەوێت', 'paid, and asked again'], [
        'دفعت ورجع', 'دفعتله ورجع', 'دفعت وبعد', 'دفعت ورجعوا', 'دزيتله ورجع', 'حولت ورجع', 'حولتله ورجع', 'بعد ما دفعت', 'دفعت ويريد بعد', 'پارەم دا و دیسان',
        'paid but', 'paid and now', 'paid and they', 'after i paid', 'already paid and', 'paid once and', 'wants more money', 'asking for more money', 'يريد بعد فلوس', 'يريد فلوس بعد',
      ], { insteadOf: ['yes', 'no'], notBeside: GONE_AFTER_PAYING, doubted: AGAIN_DOUBTED }),
      // prettier-ignore
      option('yes', [...YES, 'نعم، دُفع', 'بەڵێ، درا', 'yes, paid'], [
        ...SUM_SENT, ...SUM_SENT_CKB, 'راحت فلوسي', 'راحت كل فلوسي', 'نصبوا علي', 'نصبوا عليه', 'نصب علي', 'نصب عليه', 'احتالوا علي', 'خسرت فلوسي', 'خسرت', 'حتى يطلعون فلوسي', 'يرجعون فلوسي', 'دفعت', 'دفعتله', 'دفعتلهم', 'حولتله', 'حولت فلوس', 'حولت له', 'دزيتله فلوس', 'انطيته فلوس', 'دفعت له', 'پارەم دا', 'پارەم لەدەستدا', 'دۆلارم لەدەستدا', 'لەدەستم دا', 'پارەم ناردووە', 'پارەم بۆ نارد', 'دۆلارم نارد', 'دۆلار ناردم', 'دۆلارم ناردووە', 'دینارم نارد', 'دینار ناردم', 'پارە ناردم', 'پارەم ناردن', 'پارەم دایێ', 'دۆلارم دا', 'دینارم دا', 'من پارە هنارت', 'من پارە دایێ', 'scammed me', 'i was scammed', 'got scammed', 'i lost', 'i paid', 'i sent him', 'i already sent', 'sent him money', 'i sent him money', 'i sent them money', 'i transferred', 'already paid', 'dfa3tlah', 'dfa3tla', 'dafa3tla', 'dafa3tlah', 'dafa3it', 'dafa3t', 'dfa3t',
      ], { notBeside: PICTURES_SENT, notAs: [...PAID_TO_ME, ...MONEY_TO_ME], sum: 'paid' }),
      // prettier-ignore
      option('no', [...NO, 'لم يُدفع', 'نەدراوە', 'not paid'], [
        ...NOT_PAID,
      ], { insteadOf: ['yes'], notBeside: ['بعد ما دفعت', 'بعد ما دفعتله', 'بعد ما دفعتلهم', 'بعد ما دفعتلها', 'بعد ما حولت', 'بعد ما حولتله'] }),
    ],
  },
  // Nobody is asked how much: who paid is ashamed of it already (bots/amin/README.md, What the work
  // has taught). It is read where it was told, and agents note it.
  {
    id: 'paid-amount',
    kind: 'amount',
    about: 'paid',
    currency: 'IQD',
    bareThousands: true,
    prefill: true,
    silent: true,
    when: { step: 'paid', is: ['yes', 'again'] },
  },
  {
    id: 'deadline',
    kind: 'choice',
    ownWords: true,
    prefill: true,
    silent: true,
    options: [
      // prettier-ignore
      option('hours', ['خلال ساعات', 'لە چەند کاتژمێرێکدا', 'within hours'], [
        'خلال ساعه', 'خلال ساعتين', 'خلال ساعات', 'بعد ساعه', 'باقي ساعه', 'لە ماوەی کاتژمێرێک', 'within an hour', 'within hours', 'in an hour', 'in two hours', 'few hours',
      ], { within: [0, 3], doubted: DEADLINE_DOUBTED.hours }),
      // prettier-ignore
      option('today', ['اليوم أو غداً', 'اليوم', 'غداً', 'ئەمڕۆ یان سبەینێ', 'ئەمڕۆ', 'سبەینێ', 'today or tomorrow', 'today', 'tomorrow'], [
        'لباجر', 'الى باجر', 'لحد باجر', 'قبل باجر', 'اليوم بالليل', 'لليوم', 'الليله ينشر', 'هالليله', 'خلال 24 ساعه', 'مهله يوم', 'حتى الغد', 'تا سبەینێ', 'تا ئەمشەو', 'by tomorrow', 'until tomorrow', 'by tonight', 'until tonight', '24 hours', 'end of today',
      ], { within: [3, 40], doubted: DEADLINE_DOUBTED.today }),
      // prettier-ignore
      option('later', ['لاحقاً', 'دواتر', 'later'], [
        'خلال يومين', 'يومين', 'خلال اسبوع', 'نهايه الاسبوع', '48 ساعه', 'ثلاث ايام', 'دوو ڕۆژ', 'لە ماوەی هەفتەیەک', 'two days', 'three days', '48 hours', 'in a week', 'within a week', 'next week', 'end of the week',
      ], { within: [40, 24 * 366], doubted: DEADLINE_DOUBTED.later }),
      option('none', [
        'لا وقت',
        'ماكو وقت',
        ...NO,
        'ما حدد',
        'ما حددوا',
        'ما حدد وقت',
        'لم يحددوا',
        'کات نییە',
        'دیاری نەکردووە',
        'no time',
        'none',
        'not yet',
        'he did not say',
      ]),
      // prettier-ignore
      option('published', ['نُشر فعلاً', 'نشروا', 'بڵاو کراوەتەوە', 'already published', 'published'], [
        'نشروا صورتي', 'نشروا فيديو', 'ونشروها', 'ناشرهم', 'ناشرها', 'ناشر صوري', 'ناشرين صوري', 'منشوره', 'انتشرت صوري', 'انتشرت', 'نشروها', 'نشروا صوري', 'نزلها', 'نزل صوري', 'دزها لاهلي', 'دزها لابوي', 'ارسلها لاهلي', 'منزل صوري', 'منزل صورها', 'مخلي صوري', 'مخلي صورها', 'ناشر صورها', 'دزها لخوالي', 'دزها لعمامي', 'بڵاوی کردەوە', 'بڵاوی کردۆتەوە', 'بڵاویان کردۆتەوە', 'بڵاو کراوەتەوە', 'بڵاویان کردەوە', 'بڵاوکرایەوە', 'بڵاوی کردووە', 'بڵاوی کردوە', 'بڵاویکردەوە', 'بڵاوکراوەتەوە', 'he posted', 'they posted', 'posted my', 'posted it', 'published my', 'sent it to my family', 'sent them to my', 'already shared', 'uploaded my', 'he is sending them to', 'she is sending them to', 'they are sending them to', 'he sent my', 'she sent my', 'they sent my', 'has posted', 'have posted', 'he is posting', 'he keeps posting',
      ], { doubted: DEADLINE_DOUBTED.published }),
    ],
  },
  {
    id: 'spread',
    kind: 'choices',
    ownWords: true,
    prefill: true,
    silent: true,
    options: [
      // prettier-ignore
      option('family', ['الأهل', 'خێزان', 'family'], [
        'دزها لاهلي', 'دزها لابوي', 'دزها لاخوي', 'ارسلها لاهلي', 'وصلت لاهلي', 'دزها لخوالي', 'دزها لعمامي', 'دزهن لاهلي', 'وصلت لابوي', 'وصلت لاخوي', 'اهلي شافوا', 'اخوي شاف', 'ابوي شاف', 'بۆ خێزانەکەمی نارد', 'خێزانەکەم بینییان', 'sent it to my family', 'sent them to my family', 'he is sending them to my family', 'he is sending them to my cousins', 'sent them to my cousins', 'sent it to my cousins', 'sent them to my parents', 'sent it to my parents', 'sent them to my brother', 'sent it to my brother', 'sent it to my dad', 'my brother saw', 'my father saw', 'my family saw',
      ], { doubted: FAMILY_DOUBTED }),
      // prettier-ignore
      option('work', ['العمل أو الدراسة', 'کار یان خوێندن', 'work or school'], ['دزها لمديري', 'دزها للجامعه', 'وصلت للدوام', 'sent it to my boss', 'sent it to my school', 'sent it to my work'], { doubted: WORK_DOUBTED }),
      // prettier-ignore
      option('public', ['علناً', 'بە ئاشکرا', 'public'], ['ناشرهم', 'ناشرها', 'ناشرين صوري', 'انتشرت', 'انتشرت صوري', 'صفحه ناشره', 'حساب ناشر', 'نشروها', 'نشرها بقناه', 'نشرها بالتليكرام', 'نشرها بالفيس', 'نشرها على', 'بصفحه عامه', 'بقناه عامه', 'لە کەناڵێک بڵاو', 'کەناڵێکی گشتی', 'لە کەناڵێکی', 'public channel', 'posted it on', 'posted online', 'on a public', 'public page']),
    ],
  },
  { id: 'ids', kind: 'identifiers', oneMessage: true, prefill: true, spared: toldMuch },
  {
    id: 'relation',
    kind: 'choice',
    ownWords: true,
    prefill: true,
    silent: true,
    options: [
      // prettier-ignore
      option('stranger', ['غريب من الإنترنت', 'غريب', 'نامۆ لە ئینتەرنێت', 'نامۆ', 'stranger online', 'stranger'], [
        'تعرفت عليه', 'تعرفت عليها', 'عرفته من', 'من الانترنت', 'ما اعرفه', 'حساب وهمي', 'شخص مجهول', 'لعبه', 'بوبجي', 'نامۆیە', 'نایناسم', 'met online', 'met on instagram', 'met on facebook', 'met on snapchat', 'i met online', 'dont know him', 'do not know him', 'a stranger', 'fake account',
      ]),
      // prettier-ignore
      option('ex', ['ارتباط حالي أو سابق', 'پەیوەندیی ئێستا یان کۆن', 'partner or ex', 'شريك أو خطيب سابق', 'علاقة أو خطوبة سابقة', 'خۆشەویست یان هاوسەری کۆن', 'دەزگیران یان هاوسەری کۆن', 'خطيبي السابق', 'حبيبي السابق', 'هاوبەش یا دەزگیرانی کۆن', 'ex or former fiancé', 'ex or ex-fiance', 'ex'], [
        'خطيبي السابق', 'خطيبي', 'طليقي', 'حبيبي السابق', 'حبيبي', 'زوجي السابق', 'چنت احبه', 'كنت احبه', 'دەزگیرانەکەم', 'دەزگیرانە کۆنەکەم', 'دەزگیرانی کۆنم', 'خۆشەویستەکەم', 'خۆشەویستە کۆنەکەم', 'دەزگیرانی پێشووم', 'خۆشەویستی پێشووم', 'my ex', 'ex boyfriend', 'ex husband', 'ex fiance', 'my boyfriend', 'my fiance', 'old boyfriend',
      ], { notBeside: notThem.ex, doubted: EX_DOUBTED }),
      // prettier-ignore
      option('relative', ['من الأقارب', 'قريب', 'لە خزمان', 'خزم', 'relative', 'family'], [
        'ابن عمي', 'ابن خالي', 'ابن خالتي', 'ابن عمتي', 'زوج اختي', 'من اقاربي', 'قريبي', 'ئامۆزام', 'خزمم', 'my cousin', 'my uncle', 'my brother in law', 'a relative',
      ], { notBeside: notThem.relative, notAs: HELPING_KIN }),
      // prettier-ignore
      option('work', ['من العمل أو الدراسة', 'من العمل', 'زميل', 'لە کار یان خوێندن', 'work or school', 'work', 'school'], [
        'مديري', 'زميلي', 'استاذي', 'مدرسي', 'المدير', 'زميلتي', 'وياي بالدوام', 'وياي بالجامعه', 'ويايه بالجامعه', 'ويايه بالدوام', 'يشتغل وياي', 'صاحب الشغل', 'mudiri', 'مامۆستاکەم', 'بەڕێوەبەرەکەم', 'هاوپۆلم', 'my boss', 'my manager', 'my teacher', 'my colleague', 'coworker', 'classmate', 'professor',
      ], { notBeside: notThem.work, notAs: TO_WORK, doubted: COLLEAGUE_DOUBTED }),
      // prettier-ignore
      option('powerful', ['صاحب نفوذ أو سلاح', 'دەسەڵاتدار یان چەکدار', 'powerful or armed', 'powerful', 'armed'], [
        'ضابط', 'شرطي', 'مسؤول', 'بالحشد', 'ميليشيا', 'مسلح', 'صاحب نفوذ', 'واصل', 'ئەفسەر', 'چەکدار', 'پۆلیس', 'بەرپرس', 'police officer', 'an officer', 'militia', 'armed man', 'works for the government',
      ], { notBeside: notThem.powerful }),
    ],
  },
  {
    id: 'person',
    kind: 'choice',
    prefill: true,
    silent: true,
    options: [
      // prettier-ignore
      option('woman', ['امرأة', 'بنت', 'ژن', 'کچ', 'woman', 'girl'], ['اني بنت', 'اني بنيه', 'انا بنت', 'انا فتاه', 'انا امراه', 'اني مره', 'اني طالبه', 'اني متزوجه', 'انا متزوجه', 'من کچم', 'کچێکم', 'i am a girl', 'im a girl', 'i am a woman', 'im a woman', 'ani bnaya']),
      // prettier-ignore
      option('man', ['رجل', 'ولد', 'پیاو', 'کوڕ', 'man', 'boy'], ['اني ولد', 'اني شاب', 'انا شاب', 'انا رجل', 'اني رجال', 'من کوڕم', 'i am a man', 'im a man', 'im a guy', 'i am a guy']),
    ],
  },
  { id: 'governorate', kind: 'choice', prefill: true, silent: true, options: governorates },
  {
    id: 'evidence',
    kind: 'media',
    silent: true,
    quiet: ['unknown'],
    when: { step: 'age', is: ['me-18', 'other-adult'] },
  },
]
