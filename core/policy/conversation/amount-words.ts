import { fold } from '../../text/fold.ts'

/** Words of a currency (ISO 4217, or the name of a coin) and what one of them is worth in it. */
const CURRENCIES: ReadonlyArray<readonly [currency: string, worth: number, words: string]> = [
  ['IQD', 1, 'دينار دنانير عراقي دینار دیناری دینارێک dinar dinars iqd id د'],
  ['USD', 1, 'دولار دولارات امريكي دۆلار دۆلاری dollar dollars usd dolar dular $'],
  ['USD', 2, 'دولارين'],
  // Iraqi market words: a "sheet" is a hundred-dollar note, a "notebook" a hundred of them
  // (bots/amin/README.md, Identifiers, marked as usage).
  ['USD', 100, 'ورقة ورقه اوراق ورق ورقات وەرەقە وەرەقەیەک warqa waraqa wara8a'],
  ['USD', 200, 'ورقتين'],
  ['USD', 10_000, 'دفتر دفاتر دەفتەر دەفتەرێک daftar'],
  ['USD', 20_000, 'دفترين'],
  ['EUR', 1, 'يورو یۆرۆ euro euros eur €'],
  ['TRY', 1, 'ليرة ليره لیرە lira'],
  ['USDT', 1, 'usdt tether تيثر يو_اس_دي_تي'],
  ['BTC', 1, 'btc bitcoin بتكوين بيتكوين بیتکۆین'],
]
const CURRENCY = new Map(
  CURRENCIES.flatMap(([currency, worth, words]) =>
    words.split(' ').map((word) => [fold(word) || word, { currency, worth }] as const),
  ),
)
/** Sorani writes "my", "a" and the like in one with the word. */
export const currencyOf = (
  word: string | undefined,
): { readonly currency: string; readonly worth: number } | undefined => {
  if (word === undefined) return undefined
  const stem = /^(دولار|دينار)\p{L}{1,4}$/u.exec(word)?.[1]
  return CURRENCY.get(word) ?? (stem === undefined ? undefined : CURRENCY.get(stem))
}
/** "200 more dollars": words that may stand between a number and its currency. */
export const BETWEEN = new Set(['more', 'extra', 'us'])
/** Abbreviations that are other words before a number ("telegram id 55"). */
export const ONLY_AFTER = new Set(['id', 'د'])

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(fold))

/** What a person gives or is told to give: money is meant near these. */
export const ASKED = wordSet(
  `
    يريد يريدون يريدوني يطلب يطلبون طلب طلبو طلبوا يبي ادفع ادفعله ندفع تدفع تدفعين دفع احول احوله احوللهم تحويل ادز ادزله ادزلهم ابعث
    ارسل انطي انطيه مبلغ فلوس سعر داوای دەوێت دەوێ دەیەوێت دەوێن پارە پارەی بدەم بدە want wants wanted ask asks asked asking demand
    demands demanded demanding pay send give money yreed yrid areed ydfa3 adfa3 a7awel tlab
  `,
)
/** Given to who writes, in one word; "paid me" is two. Such a sum is neither wanted nor paid. */
const RECEIVED = wordSet(
  'دفعلي دفعولي دفعتلي حوللي حولي حولولي حولتلي انطاني انطوني عطاني اعطاني پێدام پێیدام پێمدا پێیاندام dfa3li dafa3li 7awalli pedam peydam',
)
/** «٢٠٠ دۆلاری بۆ ناردم». */
const [TO_KURDISH, SENT_KURDISH] = [fold('بۆ'), fold('ناردم')]
const GIVES = wordSet('paid sent gave transferred pays sends gives')

/** So many words before a sum, and behind it, are looked at. */
const BEFORE = 5
const BEHIND = 2

/** Whether the words before a sum, or those behind it, say that it came to who writes. */
export const isReceived = (
  tokens: ReadonlyArray<{ readonly text: string }>,
  { first, next }: { readonly first: number; readonly next: number },
): boolean => {
  const before = tokens.slice(Math.max(0, first - BEFORE), first).map(({ text }) => text)
  const behind = tokens.slice(next, next + BEHIND).map(({ text }) => text)
  return (
    [...before, ...behind].some((word) => RECEIVED.has(word)) ||
    before.some((word, at) => GIVES.has(word) && before[at + 1] === 'me') ||
    (behind[0] === TO_KURDISH && behind[1] === SENT_KURDISH)
  )
}

export const PAID = wordSet(
  `
    دفعت دفعتله دفعتلهم دفعنا حولت حولتله حولتلهم حولنا انطيته انطيتهم انطيت دزيت دزيتله دزيتلهم راحت راح ارسلت بعثت اخذ اخذو سحب انسحب
    خسرت پارەمدا دام داوە داومە ناردم ناردووە ناردوومە داومەتێ paid sent transferred gave lost stole took deposited dfa3t dazet dazzet
    dezet 7awalt 7awlt
  `,
)
/** Whether words say that somebody wants something. */
export const tellsOfWish = (text: string): boolean =>
  fold(text.slice(0, 1000))
    .split(' ')
    .some((word) => ASKED.has(word))
/** What a number counts that is no money: "الف شكر", "100 مرة", "24 ساعة". */
export const COUNTED = wordSet(
  `
    مرة مره مرات شكر سلامة سلامه تحية شخص اشخاص نفر واحد متابع متابعين فولور يوم ايام ساعة ساعه ساعات دقيقة دقيقه دقايق سنة سنه سنين اسبوع
    شهر اشهر صورة صوره صور فيديو رسالة رساله رسائل تعليق لايك مشاهدة مشاهده كيلو متر بنت بنات طالب جار جاران ساڵ ڕۆژ کاتژمێر خولەک هەفتە
    مانگ وێنە نامە کەس کەسان time times people persons person followers follower messages message views likes photos pictures videos
    accounts days day hours hour minutes min weeks week months years year old km meters percent
  `,
)
/** A number after these is of something else. */
export const BEFORE_OTHERS = wordSet(
  'عمري عمره عمرها عمر الساعة ساعه رقم صف شقة شارع زقاق محلة كود رمز تەمەنم تەمەنی ژمارە age aged number no code room street pin version',
)
export const GAME = wordSet('ببجي بوبجي بابجي البوبجي ببجى pubg uc')

/** Behind a number without a currency: as much again of what was named before it. */
export const MORE = wordSet('more extra again بعد زيادة زياده كمان اضافي زیاتر تر دیکە zyatr ziyatir')

/** A conjunction begins no amount. */
export const ALONE_AND = new Set(['و', 'and', 'w'])
