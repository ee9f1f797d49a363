/**
 * An age that somebody does not have yet: "not 18", "almost 18", "I turn 18 next month", «ما كملت
 * ١٨ بعد», «١٨ ساڵ نیم». Who answers so is a year younger at least; read as the number alone, a
 * child would be an adult (law 10). What stands beside the number counts, and no other word of the
 * sentence: "I am 18, not a kid" is an age.
 */

/** Arabic letters that keyboards write in several ways, and lengthened ones, as one; nothing else changes. */
const oneLetter = (text: string): string =>
  text
    .replace(/[كک]/g, 'ک')
    .replace(/[يىیې]/g, 'ی')
    .replace(/[ەهةھۀ]/g, 'ه')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/(\p{Script=Arabic})\1+/gu, '$1')

/** As it is compared: without vowel signs and marks of direction. */
export const plain = (text: string): string =>
  oneLetter(text.normalize('NFKC').replace(/[\p{M}\p{Cf}ـ]/gu, ''))

const before = (...phrases: readonly string[]): RegExp =>
  new RegExp(
    oneLetter(
      `(?:^|[^\\p{L}\\p{N}])(?:${phrases.join('|')})[\\s:]+(?:(?:the|my|age|of|be|even|yet|عمري|عمر|سني|سن|ال|تەمەنی|تەمەنم|ساڵ|ساڵی|3omri|3umri|omri|umri|tamanm|temenm)[\\s:]+)*[بل]?(?:ال)?$`,
    ),
    'iu',
  )

/** Months, weeks or a year that are to come, as a time of which an age is told. */
const TO_COME = {
  ar: '[بل]?(?:ال)?(?:شهر|اسبوع|أسبوع|سنة|سنه|عام) (?:ال)?(?:جاي|جاية|جايه|ياي|ياية|ثاني|ثانية|قادم|قادمة|مقبل|مقبلة)',
  ckb: '(?:مانگ|هەفتە|ساڵ|ڕۆژ)\\p{L}* (?:داهاتوو|ئاییندە|دیکە|تر|تری)',
  lat: '(?:il|el|al)? ?(?:sha7ar|sha7r|shahar|shahr|isbo3|usbu3|sana) ?(?:il|el|al)? ?(?:jaay|jay|jai|jaya|thani)',
  latckb: '(?:mang|hefte?|hafta|sal)\\p{L}* (?:dahatu|dahatw|dahatoo|tr|tir|ter)',
} as const

/** Directly before the number, but for the word for an age. */
const BEFORE = before(
  // English
  "(?:am |i'?m )?(?:not|isn'?t|ain'?t|never)(?: yet| really| quite| even)?",
  "(?:have|has|had|did|do|does|wo|ca|could|would)(?:n'?t| ?not)(?: yet| even| quite| really)*(?: (?:turn(?:ed)?|reach(?:ed)?|hit|become|became|been|be))+",
  'less than|younger than|under|below|almost|nearly|close to|going on|about to (?:be|turn|become)',
  'soon(?: (?:to be|turning|be))?',
  "turn(?:s|ing)?|becom(?:es?|ing)|(?:will|'ll|gonna|going to)(?: soon)?(?: be| turn| become| reach| hit)?",
  "(?:i'?ll)(?: be| turn)?",
  "(?:until|till|til|before)(?: (?:i'?m|i am|i turn|i hit|i reach|i become|i'?ll be|turning))?",
  '(?:days?|weeks?|months?|year|left|go) (?:to|off|from|short of|shy of)',
  // Arabic of all kinds
  'مو|موب|مب|مش|ليس|لست|اقل من|أقل من|اصغر من|أصغر من|دون|تحت|جوه|تقريبا|تقريباً|قريب من|قريبة من|قرابة',
  'يقارب',
  '(?:راح |رح |سوف )?و?(?:اصير|أصير|ساصير|سأصير|سأصبح|ساصبح|أصبح|اصبح|اكمل|أكمل|سأكمل|ساكمل|ابلغ|أبلغ|سأبلغ|سابلغ|اطب|أطب|ادخل|أدخل|ادش|اكفل|اتم|أتم)',
  '(?:راح |رح |سوف |ح)?(?:يصير|سيصير|تصير|يصبح|سيصبح|يكون|سيكون)|(?:طاب|طابة|داخل|داخلة) على',
  '(?:باقي|باقيلي|باقي لي|ظل|ظلي|ظللي|بقى|بقى لي|يبقى)[^.!?؟،,\\p{N}]{0,24}',
  '(?:بعدني |لسه |لسا |للحين )?(?:ما|لم|مو|مب|مش|لست|غير) ?(?:كملت|كاملة|كامل|وصلت|واصل|واصلة|صرت|تميت|بلغت|ابلغ|أبلغ|اكمل|أكمل|اتم|أتم|طبيت|مكملة|مكمل|خلصت|دخلت)(?: بعد)?',
  'ماكملت|مكملت',
  `${TO_COME.ar}(?: راح| رح)?`,
  // Sorani and Badini
  'نزیکەی|نزیکی|نزیکم لە|نزیکە لە|نێزیکی|ژێر|خوار|لە خوار|لە ژێر|کەمتر لە|کێمتر ژ|بچووکتر لە|نەک|دێ بمە',
  '(?:هێشتا )?(?:نەبوومەتە|نەبووم(?: بە)?|نەگەیشتوو\\p{L}*|ناگەمە)|[دئ]ەبمە|[دئ]ەبم بە|ببمە|ببم بە|[دئ]ەبێتە',
  '[دئ]ەبێت بە|بگەمە|[دئ]ەگەمە|پێ دەنێمە|[دئ]ەچمە(?: ناو| سەر)?|دێمە',
  'ماوە (?:بۆ|تا|هەتا)',
  TO_COME.ckb,
  // In Latin letters
  '(?:mo|mu|mub|mish)|(?:ma|mo) (?:kamalit|kamalt|kamlt|kmlt|wsalit|sirt|sirit|saret|tamet)(?: ba3ad| b3d)?',
  'aqal min|ta7t|taqriban',
  '(?:ra7 |rah |rh )?w?(?:asir|aseer|asiir|a9ir|a9eer|akamil|akammil|akmil|adkhul|a6ub|atub|ysir|yseer|ysiir|y9ir|y9eer|yisir)',
  '(?:baqi|baqili|dhal|thal)[^.!?\\p{N}]{0,24}',
  'nizikey|nizik|zher|xwar|kamtr la|dabma|dabme|debime|dabi?m ba|debim be|dabeta|dabete|debete|bbma|bbm ba',
  'nabum ba|nabwm ba|nabuma|nabuma?ta',
  TO_COME.lat,
  TO_COME.latckb,
)

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|ramadan|summer|winter|spring|autumn'

/** Directly after it, but for its years. */
const AFTER = new RegExp(
  oneLetter(
    `^(?:th|st|nd|rd)?\\s*(?:birthday (?:is |will be |comes |'?s )?)?(?:(?:years?(?: old)?|yo|سنة|سنه|عام|ساڵ|ساڵم|ساڵان|سال|sal|salm|sana|sane)\\s*)?(?:${[
      'soon|almost|not yet|yet|tomorrow|(?:the )?next (?:week|month|year|summer|winter)|in a bit',
      '(?:on |this |next )*(?:mon|tues|wednes|thurs|fri|satur|sun)day',
      '(?:in|after) (?:like |about |around |maybe |just |only |exactly )*(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|(?:a )?couple(?: of)?|(?:a )?few|some|\\d+)(?: more)? (?:days?|weeks?|months?)',
      `(?:not )?(?:in|this|next|on|until|till|til) (?:${MONTHS})`,
      'تقريبا|تقريباً|قريبا|قريباً',
      'بعد (?:يوم|يومين|ايام|أيام|اسبوع|أسبوع|اسبوعين|شهر|شهرين|اشهر|أشهر|كم|جم|\\d)|بعدني ما|بعد ما',
      TO_COME.ar,
      'بشهر [\\p{L}\\p{Nd}]{1,6}\\s*$',
      'نیم|نینم|نییە|نیە|نەبووم|نەبوومە|(?:م )?(?:هێشتا )?(?:تەواو|پڕ) ?نە\\p{L}*|نەکردووە|دەبم(?! کە)',
      '(?:تەواو|پڕ) (?:دەب|ئەب|دەک|ئەک)\\p{L}*',
      'nim',
      'b(?:a)?3(?:a)?d (?:sha7ar|shahar|shahr|shahra?yn|shahreen|isbo3|isbu3|usbu3|isbo3een|isbo3en|isbu3ein)',
      'taqriban|tawa?w na\\p{L}*',
      TO_COME.lat,
    ].join('|')})(?![\\p{L}\\p{N}])|^م? ?(?:هێشتا )?تەواو ?نە`,
  ),
  'iu',
)

/** So many signs are looked at on either side. */
const NEAR = 120

/** Whether an age that stands from `start` to `end` of a text is one that is not reached yet. */
export const isNotYet = (text: string, start: number, end: number): boolean =>
  BEFORE.test(plain(text.slice(Math.max(0, start - NEAR), start))) ||
  AFTER.test(plain(text.slice(end, end + NEAR)))

/** One of these as a word of its own. */
const oneOf = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${oneLetter(phrases.join('|'))})(?![\\p{L}\\p{N}])`, 'iu')

/** With these an age is told that comes, or is not there. */
const MAY_COME = oneOf(
  "next|soon|until|till|til|birthday|bday|turn\\p{L}*|becom\\p{L}*|will|won'?t|gonna|going|almost|nearly",
  'close|not|never|yet|minus|left|shy|short|under|below|less|younger|before|reach\\p{L}*|months?|weeks?|days',
  "i'?ll|(?:have|did|is|ai)n'?t",
  'ال?جاي[ةه]?|قادم[ةه]?|القادم[ةه]?|المقبل[ةه]?|قريب\\p{L}*|تقريب\\p{L}*|بعد\\p{L}*|لسه|لسا|باقي\\p{L}*',
  'ظل\\p{L}*|بقى|بقي|يبقى|راح|رح|سوف|س[أايت]\\p{L}+|و?[أايت]صير|يكون|و?[أا]كمل|و?[أا]طب|و?[أا]دخل|طاب\\p{L}*',
  'داخل\\p{L}*|مو|موب|مب|مش|ما|لم|ليس\\p{L}*|لست|غير|[أا]قل|[أا]صغر|دون|تحت|ميلاد\\p{L}*',
  '[بل]?(?:ال)?(?:شهر|اسبوع|أسبوع)\\p{L}*',
  'داهاتو\\p{L}*|ئاییندە|تر|تری|دیکە|مانگ\\p{L}*|هەفتە\\p{L}*|هێشتا|نزیک\\p{L}*|خەریک\\p{L}*|ماو\\p{L}*',
  '[دئ]ەب\\p{L}+|بب\\p{L}+|نەبو\\p{L}*|نەگەیش\\p{L}*|تەواو\\p{L}*|پڕ|[دئ]ەچم\\p{L}*|دێم\\p{L}*|نی[یە]\\p{L}*',
  'نیم|نینم|خوار|ژێر|کەمتر|کێمتر|بچووکتر|نەک|پێ',
  'sha7ar|shahar|shahr|shahra?yn|shahreen|isbo3\\p{L}*|usbu3|(?:[ie]l|al)?jay|ba3a?d\\p{L}*|b3d|lissa',
  'baqi\\p{L}*|dhal|ra7|rah|w?[ay]s(?:i|ee)r|w?[ay]9(?:i|ee)r|akam+il|akmil|mo|mu|mub|mish|ma|mang\\p{L}*',
  'heft\\p{L}*|hafta\\p{L}*|dahat\\p{L}*|heshta|nizik\\p{L}*|dab\\p{L}+|deb\\p{L}+|bb\\p{L}+|nab\\p{L}+|nim',
  'tawa?w|xwar|zher|kamtr',
)
/** "I turned 18 last month": it is there. */
const REACHED = oneOf(
  'turned|last|ago|already|الماضي|الماضية|الفائت|الفايت|صرت|كملت|تميت|قبل|پێشوو|بووم|تازە|sirt|sirit|kamalit',
)
const DENIED = oneOf("not|never|\\p{L}+n'?t|ما|لم|مو|موب|مب|مش|لست|هێشتا|نە\\p{L}+|ma|mo|mu|heshta")

/**
 * Whether anything in an answer may say that its age is not there yet: where no rule knows how such
 * an answer means its 18, it is asked again and never taken for an adult's.
 */
export const mayBeToCome = (text: string): boolean => {
  const read = plain(text).replace(/[’‘`´]/g, "'")
  return MAY_COME.test(read) && (DENIED.test(read) || !REACHED.test(read))
}
