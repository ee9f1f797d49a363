/**
 * An age that somebody does not have yet: "not 18", "almost 18", "I turn 18 next month", «ما كملت ١٨ بعد»,
 * «١٨ ساڵ نیم». Who answers so is a year younger at least; read as the number alone, a child would be an adult
 * (law 10). What stands beside the number counts, and no other word of the sentence: "I am 18, not a kid" is
 * an age.
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
      `(?:^|[^\\p{L}\\p{N}])(?:${phrases.join('|')})[\\s:]+(?:(?:the|my|age|of|be|even|yet|عمري|عمر|سني|سن|ال|تەمەنی|تەمەنم|ساڵ|3omri|3umri|omri|umri)[\\s:]+)*(?:ال)?$`,
    ),
    'iu',
  )

/** Directly before the number, but for the word for an age. */
const BEFORE = before(
  // English
  "(?:am |i'?m )?(?:not|isn'?t|ain'?t|never)(?: yet| really| quite| even)?",
  'less than|younger than|under|below|almost|nearly|close to|going on|about to (?:be|turn)',
  "turn(?:ing)?|becom(?:e|ing)|(?:will|'ll|gonna|going to)(?: soon)?(?: be| turn| become)?|(?:i'?ll)(?: be| turn)?",
  // Arabic of all kinds
  'مو|موب|مب|مش|ليس|لست|اقل من|أقل من|اصغر من|أصغر من|دون|تحت|جوه|تقريبا|تقريباً|قريب من|قريبة من|قرابة|يقارب',
  '(?:راح |رح |سوف )?(?:اصير|أصير|ساصير|سأصير|اكمل|أكمل|سأكمل|اطب|أطب|ادخل|أدخل|ادش|اكفل|يصير عمري)|(?:باقي|باقيلي|باقي لي)[^.!?؟]{0,24}',
  '(?:بعدني |لسه |لسا |للحين )?(?:ما|لم) (?:كملت|كاملة|كامل|وصلت|صرت|تميت|بلغت|ابلغ|أبلغ|اكمل|أكمل|اتم|أتم|طبيت|مكملة|مكمل)(?: بعد)?|ماكملت|مكملت',
  // Sorani and Badini
  'نزیکەی|نزیکی|نێزیکی|ژێر|خوار|لە خوار|لە ژێر|کەمتر لە|کێمتر ژ|بچووکتر لە|نەک|هێشتا نەبوومەتە|نەبوومەتە|دەبمە|ئەبمە|دەبم بە|ئەبم بە|دێ بمە',
  // In Latin letters
  '(?:mo|mu|mub|mish)|ma (?:kamalit|kamalt|kamlt|kmlt|wsalit|sirt|saret)(?: ba3ad| b3d)?|aqal min|ta7t|taqriban|(?:ra7 |rah )?(?:asir|aseer|asiir)|nizikey|nizik|zher|xwar|kamtr la|dabma|dabme|debime',
)

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|ramadan|summer|winter|spring|autumn'

/** Directly after it, but for its years. */
const AFTER = new RegExp(
  oneLetter(
    `^\\s*(?:(?:years?(?: old)?|yo|سنة|سنه|عام|ساڵ|ساڵم|ساڵان|سال|sal|sana|sane)\\s*)?(?:${[
      'soon|almost|not yet|yet|tomorrow|(?:the )?next (?:week|month|year|summer|winter)|in a bit|(?:on |this |next )*(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:in|after) (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|couple of|few|some|\\d+) (?:days?|weeks?|months?)',
      `(?:in|this|next|on) (?:${MONTHS})`,
      'تقريبا|تقريباً|قريبا|قريباً|بعد (?:يوم|يومين|ايام|أيام|اسبوع|أسبوع|اسبوعين|شهر|شهرين|اشهر|أشهر|كم|جم|\\d)|(?:الشهر|السنة|الاسبوع) (?:الجاي|الجاية|الياي|القادم|القادمة)|بعدني ما|بعد ما',
      'نیم|نینم|نەبووم|نەبوومە|(?:م )?(?:هێشتا )?تەواو نە|نەکردووە|دەبم(?! کە)',
      'nim|ba3d shahr|b3d shahr|taqriban',
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
