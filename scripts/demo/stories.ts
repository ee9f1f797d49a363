import type { Language } from '../../core/base/language.ts'
import type { ChatName } from './chats.ts'
import { marked } from './marks.ts'

/**
 * Whole inventions, for practice: what people tell, by language. `{name}` of `marks` stands for an
 * account, a number or a wallet; some marks are used by several, so that their cases are found to
 * belong together.
 */
export type Story = {
  readonly told: string
  /** What they write later, a line at a time. */
  readonly later: readonly string[]
  /** Options that they choose where the bot asks, by the id of the step. */
  readonly answers?: Readonly<Record<string, string>>
  /** A screenshot of it is sent. It may name a mark that their words do not. */
  readonly chat?: ChatName
  /** `film`: the same chat as a recording of the screen; a poster and a letter come from the lender. */
  readonly sends?: readonly ('film' | 'notice' | 'letter')[]
}

const AR: readonly Story[] = [
  {
    told: 'تعرفت على بنت بالانستغرام حسابها {insta} وصار بينا اتصال فيديو، وبعدها دز لي مقطع الي وطلب 500 دولار والا ينشره لكل اصدقائي',
    later: ['بعده يكتب لي كل شوي', 'قال عنده قائمة باسماء اقاربي', 'شكراً لأنكم تردون'],
    answers: { paid: 'no' },
    chat: 'call',
    sends: ['film'],
  },
  {
    told: 'شخص فبرك صوري بالذكاء الاصطناعي ونشرها بكروب تلغرام، حسابه {telegram} ويريد فلوس حتى يحذفها',
    later: ['الكروب بيه اكثر من ألف شخص', 'خواتي شافوها'],
    chat: 'group',
  },
  {
    told: 'طلبت سلفة من تطبيق {shop} وهسه يهددون يدزون صورتي لكل الارقام بموبايلي',
    later: ['دزوا رسالة لأخوي'],
    sends: ['notice', 'letter'],
  },
  {
    told: 'عمري 15 سنة، واحد اخذ حسابي باللعبة ويهددني يحجي لاهلي اذا ما ادفع',
    later: ['أخاف أهلي يعرفون'],
    answers: { age: 'me-13-15' },
    chat: 'account',
  },
  {
    told: 'خطيبي السابق عنده محادثاتي وصوري ويهددني يدزها لاهلي اذا ما ارجع له',
    later: ['ما أريد أهلي يعرفون'],
    answers: { relation: 'ex', person: 'woman' },
  },
  {
    told: 'انهكر حسابي بالفيسبوك والي اخذه يطلب 300 دولار على المحفظة {wallet} ويكتب لاصدقائي باسمي',
    later: ['غيّر كلمة المرور والإيميل'],
    chat: 'account',
  },
  {
    told: 'دفعتله 200 الف ورجع يطلب بعد، رقمه {phone} ويقول هاي اخر مرة',
    later: ['يريد الجواب الليلة', 'ما بقى عندي شي ادفعه'],
    answers: { paid: 'again' },
    chat: 'paid',
  },
  {
    told: 'زميل بالشغل اخذ صور من موبايلي ويريد اطلع وياه والا يوريها للمدير',
    later: ['اليوم سألني مرة ثانية'],
    answers: { relation: 'work', person: 'woman' },
  },
  {
    told: 'واحد بالسناب {snap} عنده مقطع الي ويريد صور اكثر كل يوم',
    later: ['خايفة أسد الحساب'],
    answers: { demand: 'photos', person: 'woman' },
  },
  {
    told: 'ابن عمي عمره 24 سنة وشخص يهدده بمقطع ويطلب مليون دينار خلال يومين',
    later: ['هو ما يدري إني كتبت لكم'],
    answers: { age: 'other-adult', person: 'man' },
  },
  {
    told: 'يهددني بنشر محادثاتي على صفحة الجامعة، حسابه {insta}',
    later: ['نفس الحساب هدد صديقتي'],
    answers: { relation: 'stranger' },
  },
]

const CKB: readonly Story[] = [
  {
    told: 'لە ئینستاگرام کچێک {insta} پەیوەندی پێوە کردم، دوای پەیوەندییەکی ڤیدیۆیی ڤیدیۆکەی ناردەوە و داوای 500 دۆلار دەکات',
    later: ['دەڵێت بۆ هەموو هاوڕێکانم دەینێرێت', 'سوپاس کە وەڵام دەدەنەوە'],
    chat: 'call',
  },
  {
    told: 'کەسێک بە زیرەکی دەستکرد وێنەی ساختەی منی دروست کردووە و لە تێلیگرام بە ناوی {telegram} بڵاوی دەکاتەوە',
    later: ['لە گرووپێکی گەورەدایە'],
    chat: 'group',
  },
  {
    told: 'قەرزم لە ئەپێک کرد و ئێستا هەڕەشە دەکەن وێنەکەم بۆ هەموو ژمارەکانم بنێرن',
    later: ['نامەیەکیان بۆ براکەم ناردووە'],
    sends: ['notice', 'letter'],
  },
  {
    told: 'دەستگیرانی پێشووم وێنەکانم لایەتی و دەڵێت ئەگەر نەگەڕێمەوە لای بۆ ماڵەوەی دەنێرێت',
    later: ['نامەوێت ماڵەوە بزانن'],
    answers: { relation: 'ex', person: 'woman' },
  },
  {
    told: 'هەژمارەکەم هاک کراوە و داوای 300 دۆلار دەکەن بۆ {wallet}',
    later: ['ئیمەیڵەکەشیان گۆڕیوە'],
    chat: 'account',
  },
  {
    told: 'پارەم دا و دیسان داوای زیاتر دەکات',
    later: ['دەڵێت ئەمشەو کۆتا جارە'],
    answers: { paid: 'again' },
    chat: 'paid',
  },
  {
    told: 'هاوکارێکم وێنەی لە مۆبایلەکەم بردووە و دەیەوێت بمبینێت',
    later: ['ئەمڕۆ دیسان پرسی'],
    answers: { relation: 'work', person: 'woman' },
  },
  {
    told: 'کەسێک لە سناپ {snap} ڤیدیۆکەم لایەتی و هەموو ڕۆژێک وێنەی زیاتر دەوێت',
    later: ['دەترسم هەژمارەکە دابخەم'],
    answers: { demand: 'photos', person: 'woman' },
  },
  {
    told: 'برادەرێکم هەڕەشەی لێ دەکرێت بە ڤیدیۆیەک و داوای ملیۆنێک دینار دەکەن',
    later: ['ئەو نازانێت من نووسیومە'],
    answers: { age: 'other-adult', person: 'man' },
  },
  {
    told: 'هەڕەشە دەکات چاتەکانم لە پەڕەی زانکۆ بڵاو بکاتەوە، هەژمارەکەی {insta}',
    later: ['هەمان هەژمار هاوڕێیەکی منیشی هەڕەشە لێ کردووە'],
  },
]

const EN: readonly Story[] = [
  {
    told: 'A girl on Instagram, {insta}, had a video call with me. Now somebody sends me a recording and wants 500 dollars or all my friends get it.',
    later: [
      'They keep writing every few minutes.',
      'They have a list of my relatives.',
      'Thank you for answering.',
    ],
    answers: { paid: 'no' },
    chat: 'call',
  },
  {
    told: 'Someone made fake photos of me with AI and posts them in a Telegram group as {telegram}. He wants money to delete them.',
    later: ['The group has over a thousand members.'],
    chat: 'group',
  },
  {
    told: 'I took a loan from an app and now they threaten to send my picture to every number in my phone.',
    later: ['They wrote to my brother.'],
    sends: ['notice', 'letter'],
  },
  {
    told: 'My former fiance has my chats and photos and says he will send them to my family unless I go back to him.',
    later: ['I do not want my family to know.'],
    answers: { relation: 'ex', person: 'woman' },
  },
  {
    told: 'My Facebook was hacked. They ask 300 dollars to the wallet {wallet} and write to my friends as me.',
    later: ['They changed the e-mail address too.'],
    chat: 'account',
  },
  {
    told: 'I paid but he asks for more and says this is the last time.',
    later: ['He wants an answer tonight.'],
    answers: { paid: 'again' },
    chat: 'paid',
  },
  {
    told: 'A colleague took photos from my phone and wants to meet me, or he shows them to our manager.',
    later: ['He asked again today.'],
    answers: { relation: 'work', person: 'woman' },
  },
  {
    told: 'Somebody on Snapchat, {snap}, has a video of me and wants more photos every day.',
    later: ['I am afraid to block the account.'],
    answers: { demand: 'photos', person: 'woman' },
  },
  {
    told: 'A friend of mine, 24, is threatened with a video and they want a million dinars within two days.',
    later: ['He does not know that I write to you.'],
    answers: { age: 'other-adult', person: 'man' },
  },
  {
    told: 'He threatens to publish my chats on the page of my university, his account is {insta}.',
    later: ['The same account threatened a friend of mine.'],
  },
]

const STORIES: Readonly<Record<Language, readonly Story[]>> = { ar: AR, ckb: CKB, en: EN }
const LANGUAGES_IN_TURN: readonly Language[] = ['ar', 'ckb', 'ar', 'en', 'ckb', 'ar']
/** Where several tell the same story they are from elsewhere, and say so. */
const ANSWERS_IN_TURN: readonly Readonly<Record<string, string>>[] = [
  { governorate: 'baghdad', deadline: 'today' },
  { governorate: 'erbil', deadline: 'later' },
  { governorate: 'basra', deadline: 'none', contact: 'after' },
  { governorate: 'sulaymaniyah', deadline: 'hours', device: 'shared' },
  { governorate: 'nineveh', deadline: 'later', wish: 'woman' },
]

/** The n-th person who comes: language, what they tell, how they answer. */
export const storyOf = (n: number): Story & { readonly language: Language } => {
  const language = LANGUAGES_IN_TURN[n % LANGUAGES_IN_TURN.length] ?? 'ar'
  const all = STORIES[language]
  const story = all[Math.floor(n / 2) % all.length] ?? AR[0]
  if (story === undefined) throw new Error('there is no story')
  return {
    ...story,
    told: marked(story.told),
    language,
    answers: { ...ANSWERS_IN_TURN[n % ANSWERS_IN_TURN.length], ...story.answers },
  }
}
