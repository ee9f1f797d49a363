import { plain } from './not-yet.ts'

/**
 * Words that hold the word for a child and say of who writes that they are none: "I am not a kid",
 * «اني مو صغيره», «من منداڵ نیم», or that they have children: «دایکی دوو منداڵم», "a mother of two". Who
 * gives an age under 18 beside them is heard by that age.
 */
const CHILD_EN = '(?:kid|child|minor|teen|teenager|baby|little girl|little boy|underage)'
const CHILD_AR = '(?:ص[غق]یر[هة]?|ز[غق]یر[هة]?|طفل[هة]?|قاصر[هة]?|مراهق[هة]?|جاهل[هة]?)'
const CHILD_CKB = '(?:منداڵ|منال|مندال|مناڵ|زارۆک)'

/** As the text is compared: letters that are written in several ways are one. */
const made = (source: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${plain(source).replace(/\\\\/g, '\\')})(?![\\p{L}\\p{N}])`, 'giu')

const NO_CHILD: readonly RegExp[] = [
  `(?:not|no|isn'?t|ain'?t|never was|no longer) (?:really |just |even )?(?:an? |some )?${CHILD_EN}`,
  `(?:mother|father|mom|mum|dad|parent) (?:of|to) (?:an? |one|two|three|four|five|\\d)`,
  `(?:مو|مب|مش|موب|لست|ماني|منی) (?:بعد |لسه )?${CHILD_AR}`,
  `${CHILD_CKB} (?:نیم|نینم|نەماوم|نەماومە|نەبووم)`,
  `(?:دایکی|باوکی|خاوەن|خاوەنی|دایکا|بابێ) (?:\\p{L}+ |\\d+ )?${CHILD_CKB}\\p{L}*`,
  `(?:یەک|دوو|سێ|چوار|پێنج|شەش|چەند|\\d+) ${CHILD_CKB}م(?: (?:هەیە|هەن|هەبوو|هەنە))?`,
  `${CHILD_CKB}(?:م|کانم) هەیە`,
].map(made)

/** The words without what says that who writes is no child; nothing where nothing says so. */
export const withoutNoChild = (text: string): string | undefined => {
  const read = plain(text).replace(/[’‘`´]/g, "'")
  const rest = NO_CHILD.reduce((words, pattern) => words.replace(pattern, ' . '), read)
  return rest === read ? undefined : rest
}
