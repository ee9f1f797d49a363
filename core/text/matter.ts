import { fold } from './fold.ts'

/** Pieces of words, as they are compared. */
const stems = (written: string): RegExp => new RegExp(written.split(' ').map(fold).join('|'))

const anyOf = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join('|'))

/**
 * What the matter is called, in any form of it (blackmailer, blackmails me, threatened them), wherever it
 * stands. Each is read in folded words; one alone is enough. Pizza («بتزا») and teeth («ددان») are neither.
 */
const MATTER: readonly RegExp[] = [
  stems('blackmail blackmale blakmail extort threat threten'),
  /black mail/,
  /[ايتمن]بتز|(?:^| )بتز(?:ن|و|از)/,
  /هدد(?!ان)/,
  stems('تهديد هەڕەش بلاکمەیل بلاكميل'),
  /بلاك مه?يل/,
  // In Latin letters. Haddad and Hadid are names as well, so the verb needs its ending or its beginning.
  /(?:^| )(?:d?[ytm][aeiou]{0,2}ha+dd?[aeiou]{0,2}d|hadd?[ae]{1,2}d(?:n|o|u|h|t)|hadad(?: |$))|t[ae]hd[ei]{1,2}d/,
  /bt[aeiy]?z/,
  /(?:^| )har?r?[ae]sh[ae]/,
]

/** Parts that a demand is made of, as they are compared: no single one of them says anything. */
const PICTURE = anyOf(
  stems('صور تصوير فيديو فديو وێنە ڤیدیۆ'),
  stems('photo video nude naked screenshot swr sowar wena'),
)
const MONEY = anyOf(
  /فلوس|دفع|مبلغ|دولار|دينار|باره/,
  /(?:^| )(?:money|pay|paid|cash|usd|dollars?|dinars?|bitcoin|flo?u?s|para)(?: |$)/,
)
const PUBLISH = /نشر|فضح|سرب|بلاو|publish|leak|expos|anshu?r|afda?h|blaw/
const THEIRS = anyOf(
  /اهلك|اهلج|لاهل|خيزان|everyone (?:will )?(?:see|know)/,
  /(?:your|ur) (?:family|friends|parents|mom|dad|contacts|husband|wife)/,
)
const UNLESS = anyOf(
  /(?:^| )(?:لو|اذا|والا|كلشي|يان|يهكهر|اكر)(?: |$)/,
  /(?:^| )(?:or|if|unless|otherwise|everything|law|itha|idha|agar|yan)(?: |$)/,
)

/**
 * Words of who demands: pictures or somebody's family, and money; or pictures that are to be published or shown
 * to them; or publishing under a condition. In doubt yes: a forwarded threat is often the first thing that comes.
 */
const demands = (spelt: string): boolean => {
  const [shows, pays, publishes, theirs] = [PICTURE, MONEY, PUBLISH, THEIRS].map((part) => part.test(spelt))
  if (shows === true) return pays === true || publishes === true || theirs === true
  return pays === true ? publishes === true || theirs === true : publishes === true && UNLESS.test(spelt)
}

/** Whether words tell of blackmail, or are the demand itself, in Arabic, Kurdish, English or Latin letters. */
export const tellsOfBlackmail = (text: string): boolean => {
  const spelt = fold(text)
  return MATTER.some((matter) => matter.test(spelt)) || demands(spelt)
}
