import { fold } from './fold.ts'

/** A piece of a text; `common`: both texts say it. */
export type Segment = { readonly text: string; readonly common: boolean }

/** Fewer words in a row that both have are how anybody speaks. */
const RUN = 3

type Word = { readonly text: string; readonly plain: string }

const wordsOf = (text: string): readonly Word[] =>
  (text.match(/\s*\S+/gu) ?? []).map((word) => ({
    text: word,
    plain: fold(word).replace(/\d+/gu, '#').trim(),
  }))

const runsOf = (words: readonly Word[]): readonly string[] =>
  words.slice(RUN - 1).map((_, i) =>
    words
      .slice(i, i + RUN)
      .map(({ plain }) => plain)
      .join(' '),
  )

/** A text in pieces, those that another text has as well told apart; together they are the text. */
export const markCommon = (text: string, other: string): readonly Segment[] => {
  const words = wordsOf(text)
  const known = new Set(runsOf(wordsOf(other)))
  const common = new Set(
    runsOf(words).flatMap((run, i) => (known.has(run) ? Array.from({ length: RUN }, (_, n) => i + n) : [])),
  )
  const segments: { text: string; common: boolean }[] = []
  words.forEach((word, i) => {
    const last = segments.at(-1)
    if (last?.common === common.has(i)) last.text += word.text
    else segments.push({ text: word.text, common: common.has(i) })
  })
  return segments
}
