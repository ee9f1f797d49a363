import { plain } from './not-yet.ts'

/**
 * An age that somebody takes back without giving another: "I lied about my age", «جذبت عليكم بالعمر»,
 * «درۆم لە تەمەنم کرد». It is unknown again (law 10).
 */

const EN_AGE = '(?:my |the )?(?:real |true )?age'
const EN_FALSE =
  "(?:wrong|false|fake|a lie|made up|incorrect|untrue|not (?:the )?(?:true|right|correct|real)|(?:isn'?t|wasn'?t|ain'?t) (?:the )?(?:true|right|correct|real))"
const AR_AGE = '(?:ب|وب|عن )?(?:عمري|العمر|سنی|السن|عمر)'
const AR_FALSE =
  '(?:غلط|خطا|خاطی|کذب|جذب|چذب|(?:مو|موب|مب|مش|لیس|ما کان|ما چان|غیر|موو) ?(?:صحیح|حقیقی|صدک|صدق|مضبوط|الحقیقی|هذا|هیج|دقیق))'
const AR_LIED =
  '(?:[کجچ]ذبت|[کجچ]ذاب[هه]?|(?:مو|مب|ما کنت|ما چنت) صادق[هه]?|ما (?:صدقت|کلت الصدک|قلت الصدق|حجیت الصدک|کلت الحقیقه|قلت الحقیقه)|غشیت\\p{L}*|زورت|خدعتکم)'
const AR_SAID = '(?:کلت|قلت|کتبت|حجیت|دزیت|اخترت|ضغطت|نطیت|انطیت|ذکرت|اعطیت|سجلت|حطیت|خلیت|دخلت)\\p{L}*'
const CKB_AGE = '(?:تهمهن\\p{L}*|عومر\\p{L}*|عهمر\\p{L}*|ژی[یێ]*(?![\\p{L}]))'
const CKB_LIED =
  '(?:درۆم|من درۆ|دروم|درهو\\p{L}*|دهرهو\\p{L}*|فیلم|راستم نه\\p{L}+|ڕاستم نه\\p{L}+|[رڕ]استگۆ نهبووم)'
const CKB_FALSE =
  '(?:ههله\\p{L}*|هه[لڵ]ه\\p{L}*|درۆیه|درۆ بوو|درۆم|خهلهت\\p{L}*|[رڕ]است ن[هی]\\p{L}*|نه [رڕ]است\\p{L}*|نه دروست\\p{L}*|وا ن[هی]\\p{L}*)'
const LATIN_AGE = '(?:b|bil |bi|3an )?(?:3umri|3omri|umri|omri|3umr|3omr|3umur|il3umur|el3omr)'

/** So many signs may stand between the lie and the age, in one sentence. */
const NEAR = (most: number): string => `[^.!?؟\\n]{0,${most}}?`

/** As the text is compared: Arabic letters that are written in several ways are one. */
const made = (source: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${plain(source).replace(/\\\\/g, '\\')})(?![\\p{L}\\p{N}])`, 'giu')

const TAKEN_BACK: readonly RegExp[] = [
  `(?:i|i'?ve|i'?m)\\s${NEAR(20)}(?:lied|lying|lie|fibbed|faked|dishonest|untruthful|made up|(?:not|wasn'?t|weren'?t|haven'?t been) (?:been )?(?:honest|truthful))${NEAR(16)} ${EN_AGE}`,
  `i (?:didn'?t|did not) (?:tell|say|give|write)${NEAR(20)}(?:truth|real|true|right|correct)${NEAR(10)} ?age`,
  `i\\s${NEAR(20)}(?:wrong|false|fake|not my (?:real|true)|not the (?:real|true|right)) age`,
  `(?:my|the) (?:real |true )?age${NEAR(28)}${EN_FALSE}`,
  `(?:that|this|it)(?:'?s| is|'?s not| is not| isn'?t| was| wasn'?t) (?:not )?my (?:real|true|right|correct) age`,
  `i(?:'?m| am) (?:actually |really )?younger than (?:that|i (?:said|wrote|told|put)|what i)`,
  `i (?:said|told you|wrote|put|pressed|tapped|chose|clicked|picked) (?:that )?(?:i (?:am|was) |i'?m |im |over )?(?:18|adult|eighteen)[^.!?\\n]{0,12} (?:but )?(?:it |that |i )?(?:is |was |'?s )?(?:lied|not true|a lie|wrong|isn'?t true|wasn'?t true|am not|'?m not)`,
  `${AR_LIED}${NEAR(24)} ?${AR_AGE}`,
  // «عمري ما» and «ما عمري» are "never", «يا عمري» is "my dear".
  `(?<!(?:^|[^\\p{L}])(?:ما|یا|ابد|ابدا) )${AR_AGE}(?! ما ) (?:الحقیقی )?(?:(?:الی|اللی|الذی|ال) ?)?(?:${AR_SAID} )?${NEAR(12)}${AR_FALSE}`,
  `(?:غلطت|کتبت|حطیت|دخلت|کلت|قلت|نطیت) ${NEAR(10)}${AR_AGE} (?:غلط|خطا|کذب|جذب)`,
  `(?:غلطت|اخطات|خربطت) ${AR_AGE}`,
  `(?:عمری|سنی) الحقیقی (?:اقل|اصغر|غیر)`,
  `(?:انی|انا|آنی) اصغر من (?:ما |الی |اللی )?${AR_SAID}`,
  `${CKB_LIED}(?= )${NEAR(24)} ${CKB_AGE}`,
  `${CKB_AGE}${NEAR(28)} ${CKB_FALSE}`,
  `${CKB_AGE} (?:من |خۆم )?${NEAR(14)}${CKB_LIED}`,
  `(?:لهوه|لهوهی${NEAR(12)}) (?:بچووکترم|گچکهترم)|(?:بچووکترم|گچکهترم) لهوه\\p{L}*`,
  `(?:k|j|ch|c)(?:i|a|e)?(?:th|dh|z|d|t)(?:a|i)?b(?:i)?t${NEAR(18)} ${LATIN_AGE}`,
  `${LATIN_AGE} (?:il+i|ely|elli|el) ?\\p{L}* ?(?:mo|mu|mub|mish|ghalat)(?: s7i7| sa7i7| sahih| sa7| 7aqiqi)?`,
  `3umri (?:mo|mu|mub) (?:s7i7|sa7i7|sahih|hatha|hada)`,
  `(?:drom|drwm|dro) ${NEAR(14)}(?:taman|temen|tamen)\\p{L}*`,
].map(made)

/** "I did not lie", «ما جذبت», «درۆم نەکرد»: nothing is taken back. */
const DENIED =
  /(?:did ?n.?t|did not|never|have ?n.?t|not) (?:ever )?(?:lied?|lying)|(?:^|[^\p{L}])(?:ما|لم|مو|مب|لا|ma|mo) (?:[کجچ]ذب|غشیت|زورت|k|j|ch)|نه ?کرد|نا?کهم/iu

/** "He says I lied about my age": another's word. */
const SAYS_SO =
  /(?:^|[^\p{L}])(?:(?:he|she|they|who|everyone)\s(?:\w+\s){0,2}(?:says?|said|thinks?|thought|believes?|claims?|told|knows?)|[وف]?(?:کال|قال|یکول|یقول|کالوا|یگول|یظن|یحسب)\p{L}*|گوتی|وتی|دهلیت|دهڵێت|دهلی)[^.!?؟]{0,16}$/iu

/** So many signs before it are looked at for who says it. */
const WHO_SAYS = 40

/** Whether words take the age back that who writes gave before. */
export const takesAgeBack = (text: string): boolean => {
  const read = plain(text).replace(/[’‘`´]/g, "'")
  return TAKEN_BACK.some((pattern) =>
    [...read.matchAll(pattern)].some(({ 0: found, index }) => {
      const around = read.slice(Math.max(0, index - 4), index + found.length + 8)
      return !DENIED.test(around) && !SAYS_SO.test(read.slice(Math.max(0, index - WHO_SAYS), index + 1))
    }),
  )
}
