import { kinIn, namesKin } from './kin.ts'
import { plain } from './not-yet.ts'
import { speaksOfPictures } from './past-pictures.ts'

/**
 * Somebody under 18 whom an adult only mentions: "I'm 33 and my son is 4, he has my pictures", "my son is 10, I
 * don't want him to see it". Their age says nothing of who is in the pictures. Nothing is a mention where the
 * words may as well mean that it is done to the child: it has to be the writer's own pictures, or the child has
 * to be one who must not learn of it, and nothing may be said of the child's pictures or be done to it. A child
 * taken for a mention would have its pictures fetched (law 10); a mention taken for a child costs one question.
 */

const made = (...sources: readonly string[]): RegExp =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${sources.map(plain).join('|')})(?![\\p{L}\\p{N}])`, 'giu')

const PICTURE_EN = '(?:photo|picture|pic|video|vid|nude|clip|image|selfie|recording|snap)s?'
const CHILD_EN =
  '(?:my |our )?(?:son|daughter|kid|child|children|boy|girl|baby|brother|sister|niece|nephew|cousin)s?'

/** Somebody must not learn of it. Taken out before anything else is read: "him" in it is the child. */
const MUST_NOT_LEARN = made(
  `(?:do not|don'?t|dont|never|cannot|can'?t) (?:want|let|have|allow) (?:him|her|them|${CHILD_EN}) (?:to )?(?:ever )?(?:see|know|find out|learn|hear|read|notice)(?: (?:it|this|that|about (?:it|this)|of (?:it|this)))?`,
  `(?:so|before) (?:he|she|they|${CHILD_EN}) (?:does not|doesn'?t|do not|don'?t|never|won'?t)? ?(?:sees?|knows?|finds? out|hears?)`,
  '(?:ما|مو|لا) (?:اريده|اريدها|اريدهم|اريد|اخلي|اخليه|اخليها|احبه|احبها)(?: (?:ابني|بنتي|ولدي|اختي|اخوي|هو|هي))? (?:انه |انها )?(?:يشوف|تشوف|يشوفها|تشوفها|يشوفه|يعرف|تعرف|يدري|تدري|يسمع|تسمع|يشوفون|يعرفون|يدرون)',
  '(?:نامەوێت|نامەوێ|نەمەوێت)(?: \\p{L}+)? (?:بیبینێت|ببینێت|بیبینن|بزانێت|بزانێ|بزانن|ببیستێت)',
  '(?:ma|mu) (?:areeda|arida|areedha|aridha|areed|arid)(?: \\p{L}+)? (?:yshoof|yshuf|tshoof|tshuf|yi3ruf|y3ruf|t3ruf|yidri|ydri|tidri)',
)

/**
 * The same of what is seen: whose child must not see it is the one who is in it. A child of whom it is may
 * have to know nothing of this message either.
 */
const SEES = new RegExp(
  plain('see|يشوف|تشوف|يشوفها|تشوفها|يشوفه|تشوفه|يشوفون|بیبینێت|ببینێت|بیبینن|yshoof|yshuf|tshoof|tshuf'),
  'iu',
)

/** Pictures that are the writer's own. */
const OWN_PICTURES = made(
  `(?<!(?:of|is|are) )my (?:own |private |nude |naked |intimate |personal |old )?${PICTURE_EN}(?! (?:of|with) )`,
  `${PICTURE_EN} (?:of|with) (?:me|myself)(?! (?:and|&|with|or) )`,
  '(?:has|have|got|had) of me',
  '[وب]?(?:صوري|صورتي|فيديوهاتي|فيديوي|مقطعي|مقاطعي)(?! (?:وي|مع|ويا) )',
  'b?(?:sowari|suwari|swari|sowri|suwarti|sowarti)',
  'وێنەکانم|وێنەم|وێنەکەم|ڤیدیۆم|ڤیدیۆکەم|ڤیدیۆکانم|ڕەسمم|ڕەسمەکانم',
  'wenakanm|wenam|wenakam|wenekanm|vidyokam',
)

/** Pictures of others, what is done to others, and that it is not the writer alone. */
const MAY_BE_THEIRS = made(
  `(?:her|his|their|hers) (?:\\w+ ){0,2}(?:${PICTURE_EN}|face|body|account|phone|snapchat|instagram|room|school|clothes)`,
  `${PICTURE_EN} (?:of|with|from) (?!me(?![a-z]))(?:\\w+)`,
  `(?:me|myself|us|i) (?:and|&|with|or) (?:also )?${CHILD_EN}`,
  `${CHILD_EN}(?: is| was)? (?:too|also|as well|and (?:me|i))`,
  `${CHILD_EN}'?s? ${PICTURE_EN}`,
  'us|both|all of us|together with|as well|too|also|we|our',
  `(?:to|from|with|at|for|about|on|asks?|asked|asking|tells?|told|sent|sends?|meets?|met|added|adds?|texts?|texted|messages?|messaged|threaten\\w*|blackmail\\w*|extort\\w*|contact\\w*|groom\\w*|touch\\w*|film\\w*|record\\w*|wants?|follow\\w*|harass\\w*|hurt\\w*|found|find|made|makes|forced?|got|knows?) (?:her|him|them|${CHILD_EN})`,
  '[وب]?(?:صورها|صورهم|صورته|صورتها|صوره|صورنا|فيديوها|فيديوهاتها|فيديوه|فيديوهم|مقطعها)',
  '[وب]?(?:منها|عليها|بيها|وياها|يمها|الها|بحقها|منهم|عليهم|وياهم|منه|عليه|بيه|وياه)',
  '[يدت]{0,2}(?:هدد|بتز|ابتز|ستغل|صور|راسل|حجي|كلم|تحرش|ضغط|لزم|جبر)\\p{L}{0,2}(?:ها|هم|وه|ه)',
  '(?:اني|انا|\\p{L}+ني) و(?:ابني|بنتي|ولدي|اختي|اخوي|بناتي|اولادي|اطفالي)',
  '(?:هم|همين|هماتين|ايضا|كلنا|سوا|احنا|اثنينا)',
  'من و \\p{L}+|هەردووکمان|هەموومان|ئێمە|وێنەی|وێنەکانی|وێنەیان|ڤیدیۆی|ڤیدیۆکەی|ڤیدیۆکانی|لێی|پێی|لەگەڵی|لێیان',
  'suwarha|sowarha|swarha|yhaddidha|yhadidha|minha|3aleha|wiyaha|wenay|wenakani',
)

/** Whether everybody under 18 whom words name is one of the writer's whom they only mention. */
export const onlyMentions = (text: string): boolean => {
  const read = plain(text).replace(/[’‘`´]/g, "'")
  const hidden = read.match(MUST_NOT_LEARN) ?? []
  const rest = read.replace(MUST_NOT_LEARN, ' . ')
  // Pictures of which nobody says that they are the writer's may be the child's.
  const others = rest.replace(OWN_PICTURES, ' . ')
  const isClear = others !== rest || hidden.some((found) => SEES.test(found))
  return (
    isClear &&
    rest.search(MAY_BE_THEIRS) < 0 &&
    !speaksOfPictures(others) &&
    namesKin(text) &&
    kinIn(text).told !== 'target'
  )
}
