import type { Language } from '../../core/base/language.ts'

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
  readonly pictures?: number
}

/** Each in several stories. Telephone numbers are of ranges that nobody has, the wallet is none. */
const MARKS = {
  insta: '@layla.model.iq',
  telegram: '@cash_help_77',
  phone: '+964 750 000 1177',
  wallet: 'TQ5xJ8kLmN2pR7sT9fK2vW4yZ6aB8cD1eF',
  snap: '@noor_snap2201',
  shop: 'https://quick-loan.example/pay',
} as const

const AR: readonly Story[] = [
  {
    told: 'تعرفت على بنت بالانستغرام حسابها {insta} وصار بينا اتصال فيديو، وبعدها دز لي مقطع الي وطلب 500 دولار والا ينشره لكل اصدقائي',
    later: ['بعده يكتب لي كل شوي', 'قال عنده قائمة باسماء اقاربي', 'شكراً لأنكم تردون'],
    answers: { paid: 'no' },
    pictures: 2,
  },
  {
    told: 'شخص فبرك صوري بالذكاء الاصطناعي ونشرها بكروب تلغرام، حسابه {telegram} ويريد فلوس حتى يحذفها',
    later: ['الكروب بيه اكثر من ألف شخص', 'خواتي شافوها'],
    pictures: 1,
  },
  {
    told: 'خطيبي السابق عنده محادثاتي وصوري ويهددني يدزها لاهلي اذا ما ارجع له',
    later: ['ما أريد أهلي يعرفون'],
    answers: { relation: 'ex', person: 'woman' },
  },
  {
    told: 'انهكر حسابي بالفيسبوك والي اخذه يطلب 300 دولار على المحفظة {wallet} ويكتب لاصدقائي باسمي',
    later: ['غيّر كلمة المرور والإيميل'],
    pictures: 1,
  },
  {
    told: 'دفعتله 200 الف ورجع يطلب بعد، رقمه {phone} ويقول هاي اخر مرة',
    later: ['يريد الجواب الليلة', 'ما بقى عندي شي ادفعه'],
    answers: { paid: 'again' },
  },
  {
    told: 'زميل بالشغل اخذ صور من موبايلي ويريد اطلع وياه والا يوريها للمدير',
    later: ['اليوم سألني مرة ثانية'],
    answers: { relation: 'work', person: 'woman' },
  },
  {
    told: 'طلبت سلفة من تطبيق {shop} وهسه يهددون يدزون صورتي لكل الارقام بموبايلي',
    later: ['دزوا رسالة لأخوي'],
    pictures: 1,
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
    pictures: 2,
  },
  {
    told: 'کەسێک بە زیرەکی دەستکرد وێنەی ساختەی منی دروست کردووە و لە تێلیگرام بە ناوی {telegram} بڵاوی دەکاتەوە',
    later: ['لە گرووپێکی گەورەدایە'],
    pictures: 1,
  },
  {
    told: 'دەستگیرانی پێشووم وێنەکانم لایەتی و دەڵێت ئەگەر نەگەڕێمەوە لای بۆ ماڵەوەی دەنێرێت',
    later: ['نامەوێت ماڵەوە بزانن'],
    answers: { relation: 'ex', person: 'woman' },
  },
  {
    told: 'هەژمارەکەم هاک کراوە و داوای 300 دۆلار دەکەن بۆ {wallet}',
    later: ['ئیمەیڵەکەشیان گۆڕیوە'],
    pictures: 1,
  },
  {
    told: 'پارەم دا و دیسان داوای زیاتر دەکات، ژمارەکەی {phone} ـە',
    later: ['دەڵێت ئەمشەو کۆتا جارە'],
    answers: { paid: 'again' },
  },
  {
    told: 'هاوکارێکم وێنەی لە مۆبایلەکەم بردووە و دەیەوێت بمبینێت',
    later: ['ئەمڕۆ دیسان پرسی'],
    answers: { relation: 'work', person: 'woman' },
  },
  {
    told: 'قەرزم لە {shop} کرد و ئێستا هەڕەشە دەکەن وێنەکەم بۆ هەموو ژمارەکانم بنێرن',
    later: ['نامەیەکیان بۆ براکەم ناردووە'],
    pictures: 1,
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
    pictures: 2,
  },
  {
    told: 'Someone made fake photos of me with AI and posts them in a Telegram group as {telegram}. He wants money to delete them.',
    later: ['The group has over a thousand members.'],
    pictures: 1,
  },
  {
    told: 'My former fiance has my chats and photos and says he will send them to my family unless I go back to him.',
    later: ['I do not want my family to know.'],
    answers: { relation: 'ex', person: 'woman' },
  },
  {
    told: 'My Facebook was hacked. They ask 300 dollars to the wallet {wallet} and write to my friends as me.',
    later: ['They changed the e-mail address too.'],
    pictures: 1,
  },
  {
    told: 'I paid but he asks for more. His number is {phone} and he says this is the last time.',
    later: ['He wants an answer tonight.'],
    answers: { paid: 'again' },
  },
  {
    told: 'A colleague took photos from my phone and wants to meet me, or he shows them to our manager.',
    later: ['He asked again today.'],
    answers: { relation: 'work', person: 'woman' },
  },
  {
    told: 'I took a loan at {shop} and now they threaten to send my picture to every number in my phone.',
    later: ['They wrote to my brother.'],
    pictures: 1,
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
  const told = story.told.replaceAll(
    /\{(\w+)\}/g,
    (found, name: string) => MARKS[name as keyof typeof MARKS] ?? found,
  )
  return {
    ...story,
    told,
    language,
    answers: { ...ANSWERS_IN_TURN[n % ANSWERS_IN_TURN.length], ...story.answers },
  }
}
