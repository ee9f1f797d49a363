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

/** The text with such answers blank, every other character in its place. */
export const withoutPlainAnswers = (text: string): string =>
  [LIVES, AGE_UNTOLD].reduce(
    (words, answer) => words.replace(answer, (found) => ' '.repeat(found.length)),
    text,
  )
