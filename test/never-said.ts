import { fold } from '../core/text/fold.ts'
import type { Language } from '../core/base/language.ts'

/** Words never to say to a person, as whole words once folded. */
const NEVER_SAID: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'victim',
    'scandal',
    'shame',
    'honour',
    'honor',
    'mistake',
    'why',
    'should have',
    'calm down',
    'i understand how you feel',
    'we will remove it',
    'nobody will know',
  ],
  ar: [
    'ضحية',
    'الضحية',
    'فضيحة',
    'عار',
    'شرف',
    'الشرف',
    'خطأ',
    'خطؤك',
    'لماذا',
    'ليش',
    'كان يجب',
    'كان عليك',
    'اهدأ',
    'اهدئي',
    'لن يعلم أحد',
  ],
  ckb: [
    'قوربانی',
    'ئابڕوو',
    'شەرم',
    'شەرەف',
    'ناموس',
    'هەڵە',
    'هەڵەی',
    'بۆچی',
    'هێمن بە',
    'کەس نازانێت',
    'تاوانی تۆ',
  ],
}

/**
 * Second person of Arabic that shows on paper whether a man or a woman reads. What could be a noun
 * or a third person too is not here.
 */
const GUESSES = [
  'انت انتي اكتب اكتبي ارسل ارسلي اختر اختاري تريد تريدين تستطيع تستطيعين تكتبين',
  'تكتبه تضيفه تحكي تحكيه تقوله تستعمله تحتاجه تريده',
  'اخبرني اخبريني خبرني قل قولي قلها انظر انظري تشعر تشعرين تثق تثقين اضغط اضغطي احفظ احفظي تواصلي',
]
  .join(' ')
  .split(' ')

/**
 * The words of a text as people read it: folded, and without an "and" or a "so" that Arabic writes
 * in one with the word.
 */
const wordsOf = (text: string): readonly string[] => fold(text).split(' ')
const bare = (word: string): readonly string[] => (/^[وف]../.test(word) ? [word, word.slice(1)] : [word])

export const hurtingWords = (language: Language, text: string): readonly string[] =>
  NEVER_SAID[language].filter((word) => ` ${wordsOf(text).join(' ')} `.includes(` ${fold(word)} `))

/** Nothing but in Arabic: English and Sorani speak to everybody alike. */
export const guessedWords = (text: string): readonly string[] => {
  const guesses = new Set(GUESSES.map(fold))
  return wordsOf(text)
    .flatMap(bare)
    .filter((word) => guesses.has(word))
}
