/**
 * Answers that hold the words for life and living and wish nothing: where or with whom somebody lives, and
 * that they do not say how old they are («عمري» is "my age" and "my life"). Only where it is the whole of what
 * is said there: "no, I live in fear" and «ما اريد احجي عمري خلص» are no such answers.
 */
const LIVES =
  /^\s*(?:no|nope|nah|yes|yeah|yea|yep)[,.!]?\s+i live (?:alone|with|near|at|in(?! (?:hell|fear|pain|terror|shame|darkness|misery|constant|a night|this)))(?![a-z])/i

const TELLS = '(?:[اأ][كگق]ول(?:ك|كم|ج|چ|لك|لج|لكم)?|[اأ][كگ]ل(?:ك|كم|ج|چ|لك|لكم)|[اأ]حجي|[اأ]ذكر|[اأ]كتب)'
const AGE_UNTOLD = new RegExp(
  `(?:^|(?<=[\\s.,،؛!?؟]))(?:ما|لا|مو|مااريد|ماريد)\\s+(?:(?:[اأ]ريد|[اأ]حب|حاب[هة]?|[اأ][كگ]در|راح|لازم)\\s+)?(?:ان\\s+)?${TELLS}(?:\\s+عن)?\\s+عمري(?=\\s*(?:$|[.,،؛!?؟\\n]))`,
  'gu',
)

const KIN_SAID = {
  ar: '(?:هو|هي|زوجي|رجلي|ابوي|ابويه|امي|اخوي|اخويه|خطيبي|عمي|خالي|حماتي|زوجتي|مرتي)',
  ckb: '(?:ئەو|مێردەکەم|هاوسەرەکەم|باوکم|دایکم|براکەم|برام|خێزانم|دەزگیرانم|مامم)',
  en: "(?:he|she|(?:my )(?:husband|wife|father|dad|mother|mum|mom|brother|fiance|boyfriend|uncle))(?:'s)?",
}
const ENDS = '\\s*[.!،…]*\\s*$'
const HIM_AR = '(?:\\s+(?:وياه|وياها|وياهم|معه|معها|عليه|عليها|بيه|بيها|اله|لها))?'
const HIM_EN = '(?: (?:to|with|back to|at))?(?: (?:him|her|them|it|back))?'

/**
 * Whole messages that say that a fear, a habit or a harm is none, or what somebody asks for who only wants to
 * talk: "I am not scared any more", «يريدني احجي وياه», "he is hot tempered but does not hurt me". The readers, who
 * know no such words by themselves, hear the danger that is denied. Nothing else may stand in them: "I am not
 * scared to die any more" and "he does not hit me but he will kill me" are none of them.
 */
const SAID_AS_CALM: readonly RegExp[] = [
  `^\\s*(?:i am|i'?m)(?: not| no longer)(?: really| so| that)? (?:scared|afraid|frightened|worried|nervous)(?: of (?:him|her|them|it|that))?(?: any ?more| now)?${ENDS}`,
  `^\\s*i (?:do not|don'?t|dont|no longer) (?:go out|go outside|go there|answer|reply|respond|write|talk|speak|chat|open|use|call|use (?:it|that|this|that account|this account|the app))${HIM_EN} ?(?:any ?more|now)${ENDS}`,
  `^\\s*(?:بعد\\s+)?(?:ما|مو|ماعدت|ما\\s+عدت)\\s+(?:اخاف|خايف|خايفه|خايفة|اطلع|احجي|ارد|اجاوب|اكلم|استخدم)(?:\\s+(?:منه|منها|منهم|من\\s+البيت|بره|برا|هالحساب|الحساب))?${HIM_AR}(?:\\s+(?:بعد|هسه))?${ENDS}`,
  `^\\s*(?:ئیتر|چیتر)\\s+(?:ناترسم|لێی\\s+ناترسم|لێیان\\s+ناترسم|ناچمە\\s+دەرەوە|دەرناچم|(?:قسەی|قسەیان)\\s+لەگەڵ\\s+ناکەم|وەڵامی\\s+نادەمەوە|وەڵامیان\\s+نادەمەوە)${ENDS}`,
  `^\\s*(?:هو\\s+|هي\\s+)?(?:يريدني|تريدني|يريدوني|يريد\\s+مني|يكول|يكلي|كال|كالي)\\s+(?:ان\\s+)?(?:احجي|احچي|اكلمه|اكلمها|ارد|اجاوبه|اجاوب|اتصل|اراسله|اكتبله|اتكلم)(?:\\s+(?:وياي))?${HIM_AR}${ENDS}`,
  `^\\s*(?:ئەو\\s+)?(?:دەیەوێت|دەیەوێ|دەیانەوێت|دەڵێت|دەڵێ)\\s+(?:(?:قسەی|قسەیان)\\s+لەگەڵ\\s+بکەم|قسەم\\s+لەگەڵ\\s+بکە|وەڵامی\\s+بدەمەوە|پەیوەندی\\s+پێوە\\s+بکەم)${ENDS}`,
  `^\\s*(?:he|she|they) (?:wants?|asks?|asked|tells?|told) me to (?:talk|speak|reply|answer|respond|write|chat)${HIM_EN}${ENDS}`,
  `^\\s*${KIN_SAID.en}(?: is| gets| can be)? (?:very |so |a bit |really |just )?(?:hot[ -]tempered|short[ -]tempered|bad[ -]tempered|angry|strict|nervous|loud|moody|shouts|yells|screams)(?: a lot| easily| sometimes)?,? but (?:he |she )?(?:(?:does not|doesn'?t|doesnt|did not|didn'?t|has never|would never|never|will never|would not|wouldn'?t) (?:ever )?)(?:hurts?|hits?|beats?|touch|touched|touches|harms?|harmed) me${ENDS}`,
  `^\\s*${KIN_SAID.ar}\\s+(?:عصبي|عصبيه|عصبية|يعصب|تعصب|معصب|يصيح|تصيح|صعب)(?:\\s+(?:هوايه|هواي|شويه|شوية|كلش|احيانا))?[،,]?\\s+(?:بس|لكن|ولكن)\\s+(?:ابد\\s+)?(?:ما|لا|عمره\\s+ما|عمرها\\s+ما|مو)\\s+(?:يأذيني|ياذيني|تأذيني|تاذيني|يضربني|تضربني|ضربني|اذاني|أذاني|يمد\\s+ايده(?:\\s+علي)?)${ENDS}`,
  `^\\s*${KIN_SAID.ckb}\\s+(?:زۆر\\s+|هەندێک جار\\s+)?(?:توڕەیە|توڕە\\s+دەبێت|توڕە\\s+دەبێ|دەقیژێنێت|هاوار\\s+دەکات|عەسەبییە)[،,]?\\s+(?:بەڵام|بەس)\\s+(?:هەرگیز\\s+|قەت\\s+)?(?:ئازارم\\s+(?:نادات|نادا|ناگەیەنێت)|لێم\\s+(?:نادات|نادا|نەداوە)|لێی\\s+نەداوم)${ENDS}`,
].map((pattern) => new RegExp(pattern, 'iu'))

/** Longer messages say more. */
const LONGEST = 120

export const isSaidAsCalm = (text: string): boolean =>
  text.length <= LONGEST && SAID_AS_CALM.some((said) => said.test(text))

/** The text with such answers blank, every other character in its place. */
export const withoutPlainAnswers = (text: string): string =>
  [LIVES, AGE_UNTOLD].reduce(
    (words, answer) => words.replace(answer, (found) => ' '.repeat(found.length)),
    text,
  )
