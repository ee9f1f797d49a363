import { plain } from './not-yet.ts'

/**
 * Words that hold the word for a child and say of who writes that they are none: "I am not a kid",
 * «اني مو صغيره», «من منداڵ نیم», or that they have children: «دایکی دوو منداڵم», "a mother of two". Who
 * gives an age under 18 beside them is heard by that age, and what somebody else says of them ("he says
 * I'm not a kid") is none of it.
 */
const CHILD_EN = '(?:kid|child|minor|teen|teenager|little girl|little boy|underage)'
const CHILD_AR = '(?:ص[غق]یر[هة]?|ز[غق]یر[هة]?|طفل[هة]?|قاصر[هة]?|مراهق[هة]?|جاهل[هة]?)'
const CHILD_CKB = '(?:منداڵ|منال|مندال|مناڵ|زارۆک)'
const SOME_CKB = '(?:یەک|دوو|سێ|چوار|پێنج|شەش|حەوت|هەشت|چەند|\\d+)'

/** As the text is compared: letters that are written in several ways are one. */
const made = (source: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${plain(source)})(?![\\p{L}\\p{N}])(?! yet)`, 'giu')

const NO_CHILD: readonly RegExp[] = [
  `(?:i am|i'?m|am) (?:really |actually )?(?:not|no longer) (?:really )?(?:an? |some )?${CHILD_EN}`,
  `(?:no|nope|nah),? not an? ${CHILD_EN}`,
  `(?:isn'?t|ain'?t|was never) (?:an? )?${CHILD_EN}`,
  `(?:mother|father|mom|mum|dad|parent) (?:of|to) (?:an? |one|two|three|four|five|\\d)`,
  `(?:مو|مب|مش|موب|لست|ماني) (?:بعد |لسه )?${CHILD_AR}`,
  `${CHILD_CKB} (?:نیم|نینم|نەماوم|نەماومە|نەبووم)`,
  `(?:دایکی|باوکی|خاوەن|خاوەنی|دایکا|بابێ) ${SOME_CKB} ${CHILD_CKB}\\p{L}*`,
  `${SOME_CKB} ${CHILD_CKB}م(?: (?:هەیە|هەن|هەبوو|هەنە))?`,
  `${CHILD_CKB}(?:م|کانم) هەیە`,
].map(made)

/** Before what somebody else says of them, and how far before. */
const SAID = new RegExp(
  plain(
    "(?:^|[^\\p{L}])(?:says?|said|saying|tells?|told|thinks?|thought|claims?|یكول|یگول|كال|كالي|یكلي|كلي|گالي|یقول|قال|یقولون|یكولون|دەڵێت|دەڵێ|ئەڵێ|گوتی|وتی)[\\p{L}' ]{0,20}$",
  ),
  'iu',
)
const BEFORE = 40

/** The words without what says that who writes is no child; nothing where nothing says so. */
export const withoutNoChild = (text: string): string | undefined => {
  const read = plain(text).replace(/[’‘`´]/g, "'")
  const rest = NO_CHILD.reduce(
    (words, pattern) =>
      words.replace(pattern, (found: string, at: number, whole: string) =>
        SAID.test(whole.slice(Math.max(0, at - BEFORE), at + 1)) ? found : ' . ',
      ),
    read,
  )
  return rest === read ? undefined : rest
}
