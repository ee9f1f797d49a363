/**
 * A stretch of text that keeps one direction; `ltr` stretches must be isolated where the text
 * around them runs right to left.
 */
export type Stretch = { readonly text: string; readonly ltr: boolean }

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

// What ends the sentence after a link, or closes a bracket around it, is none of it: within the run it
// would stand on the wrong side.
const LINK = String.raw`_*https?:\/\/(?:[^\s\u0590-\u08ff()]|\([^\s\u0590-\u08ff()]*\))+(?<![.,;:!?…'\"«»”’\]}])`
// One left-to-right word: a link, an address, a handle, or a Latin word that may hold digits and
// the marks wallets, plates and paths use, and may begin with any of them ("77_haider").
const WORD = String.raw`(?:${LINK}|[@#]?[A-Za-z\u00c0-\u024f][\w.…\u2026\u00c0-\u024f@+'’/\\:&=%~-]*[\w\u00c0-\u024f]|[A-Za-z]|[@#]\w[\w.]*|(?=[\d.@/:+-]{0,99}[A-Za-z_])[\d_.@/:+-][\w.@/:+-]{0,199}[\w@/+-])`
// Digits with what stands between them in telephone numbers, amounts, dates, times and masks;
// Arabic-Indic digits order themselves.
const NUMBER = String.raw`(?:\+\s?)?[\d•*](?:[\d\s•*.,:/()\-–]*[\d•*])?(?:\s?[%$€£])?`
const RUN = String.raw`(?:[$€£]\s?)?(?:${WORD}|${NUMBER})(?:[ \t]*[-–—/+&|:=]?[ \t]*(?:${WORD}|${NUMBER}))*`

/**
 * Latin runs, with the bracket around them where both brackets belong to the run: "(USDT-TRC20)"
 * scrambles as soon as one of its brackets is left to the direction around it.
 */
const LEFT_TO_RIGHT = new RegExp(String.raw`\(${RUN}\)(?:\.\w+)?|\[${RUN}\](?:\.\w+)?|${RUN}`, 'g')

/** Whether isolating is worth it: a plain short number keeps its order by itself. */
const needsIsolation = (text: string): boolean =>
  /[A-Za-z\u00c0-\u024f@#+•*$€£%]|\d[\s.,:/()\-–]+\d/.test(text)

/**
 * The class of a search field by what is in it: a number, a code or a handle reads from left to
 * right, all else as the page does.
 */
export const searchClass = (text: string): 'reads-ltr' | '' =>
  text === '' || RIGHT_TO_LEFT.test(text) ? '' : 'reads-ltr'

/**
 * Cuts a text into stretches; joined again they are the text, sign for sign. Text without any
 * right-to-left letter stays whole, unless it is a piece of a whole that has one: a number alone
 * in its piece is turned about by the words before it.
 */
export const cutByDirection = (text: string, whole = text): readonly Stretch[] => {
  if (!RIGHT_TO_LEFT.test(whole)) return [{ text, ltr: false }]
  const stretches: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(LEFT_TO_RIGHT)) {
    if (!needsIsolation(match[0])) continue
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), ltr: false })
    stretches.push({ text: match[0], ltr: true })
    from = match.index + match[0].length
  }
  if (from < text.length) stretches.push({ text: text.slice(from), ltr: false })
  return stretches
}
