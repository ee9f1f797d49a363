/**
 * A stretch of text that keeps one direction; `ltr` stretches must be isolated where the text
 * around them runs right to left, `rtl` ones where it runs left to right.
 */
export type Stretch = { readonly text: string; readonly ltr: boolean; readonly rtl?: true }

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

const WORDS = /([\u200c\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+)|\p{L}[\p{L}\p{M}'’]*/gu
/** Links, names, numbers and addresses are Latin in a text of any language. */
const NO_WORDS = /[\w.@#/:+?=&%-]*[\d_@#/:+-][\w.@#/:+?=&%-]*/g
/** How much of a text is looked at to tell its direction. */
const LOOKED_AT = 2_000
/** Words that run right to left, with what stands between them. */
const RIGHT_RUN =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(?:\s+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+)*/g

/**
 * The way a line runs; nothing where no letter says it. A Latin word at the beginning says little: the
 * name of an app begins many an Arabic message. It runs left to right where most words are Latin besides.
 */
const wayOf = (line: string): 'ltr' | 'rtl' | undefined => {
  let right = 0
  let left = 0
  let first: 'ltr' | 'rtl' | undefined
  for (const match of line.slice(0, LOOKED_AT).replaceAll(NO_WORDS, ' ').matchAll(WORDS)) {
    first ??= match[1] === undefined ? 'ltr' : 'rtl'
    if (match[1] === undefined) left++
    else right++
  }
  return first === 'ltr' && right * 3 >= left * 2 ? 'rtl' : first
}

/** For a field into which somebody writes: until there is a letter, as the page runs. */
export const directionOf = (text: string): 'ltr' | 'rtl' | 'auto' => wayOf(text) ?? 'auto'

/**
 * Cuts a text into stretches; joined again they are the text, sign for sign. Text without any
 * right-to-left letter stays whole, unless it is a piece of a whole that has one: a number alone
 * in its piece is turned about by the words before it. Each line runs its own way, which the first
 * letter that stands in no stretch says to the browser.
 */
export const cutByDirection = (text: string, whole = text): readonly Stretch[] => {
  if (!RIGHT_TO_LEFT.test(whole)) return [{ text, ltr: false }]
  return text.split(/(?<=\n)/).flatMap((line) => {
    const ltr = wayOf(text === whole ? line : whole) !== 'ltr'
    const stretches: Stretch[] = []
    let from = 0
    for (const { 0: run, index } of line.matchAll(ltr ? LEFT_TO_RIGHT : RIGHT_RUN)) {
      if (ltr && !needsIsolation(run)) continue
      if (index > from) stretches.push({ text: line.slice(from, index), ltr: false })
      stretches.push(ltr ? { text: run, ltr } : { text: run, ltr, rtl: true })
      from = index + run.length
    }
    if (from < line.length) stretches.push({ text: line.slice(from), ltr: false })
    return stretches
  })
}
