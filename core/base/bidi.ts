/**
 * A stretch of text that keeps one direction; `ltr` stretches must be isolated where the text
 * around them runs right to left.
 */
export type Stretch = { readonly text: string; readonly ltr: boolean }

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/
const LETTERS = /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe])|\p{L}/gu
/** Links, names and addresses are Latin in a text of any language. */
const NO_WORDS = /https?:\/\/\S+|[@#]\w+|\S+@\S+/g
/** How much of a text is looked at to tell its direction. */
const LOOKED_AT = 2_000

// What ends the sentence after a link, or closes a bracket around it, is none of it: within the run it
// would stand on the wrong side.
const LINK = String.raw`_*https?:\/\/(?:[^\s\u0590-\u08ff()]|\([^\s\u0590-\u08ff()]*\))+(?<![.,;:!?…'\"«»”’\]}])`
// One left-to-right word: a link, an address, a handle, or a Latin word that may hold digits and
// the marks wallets, plates and paths use, and may begin with any of them ("77_haider").
const WORD = String.raw`(?:${LINK}|[@#]?[A-Za-z\u00c0-\u024f][\w.…\u00c0-\u024f@+'’/\\:&=%~-]*[\w\u00c0-\u024f]|[A-Za-z]|[@#]\w[\w.]*|(?=[\d.@/:+-]{0,99}[A-Za-z_])[\d_.@/:+-][\w.@/:+-]{0,199}[\w@/+-])`
// Digits with what stands between them in telephone numbers, amounts, dates, times and masks;
// Arabic-Indic digits order themselves.
const NUMBER = String.raw`(?:\+\s?)?[\d•*](?:[\d\s•*.,:/()\-–]*[\d•*])?(?:\s?[%$€£])?`
const RUN = String.raw`(?:[$€£]\s?)?(?:${WORD}|${NUMBER})(?:[ \t]*[-–—/+&|:=]?[ \t]*(?:${WORD}|${NUMBER}))*`
/**
 * Latin runs, with the bracket around them where both brackets belong to the run: one left outside
 * scrambles it.
 */
const LEFT_TO_RIGHT = new RegExp(String.raw`\(${RUN}\)(?:\.\w+)?|\[${RUN}\](?:\.\w+)?|${RUN}`, 'g')

/** Whether most letters of a text run right to left; none at all is left to right. */
export const isRightToLeft = (text: string): boolean => {
  let right = 0
  let left = 0
  for (const match of text.slice(0, LOOKED_AT).replaceAll(NO_WORDS, ' ').matchAll(LETTERS)) {
    if (match[1] === undefined) left++
    else right++
  }
  return right > 0 && right * 2 >= left
}

/**
 * Cuts a text into stretches; joined again they are the text, sign for sign. Text without any
 * right-to-left letter stays whole.
 */
export const cutByDirection = (text: string): readonly Stretch[] => {
  if (!RIGHT_TO_LEFT.test(text)) return [{ text, ltr: false }]
  const stretches: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(LEFT_TO_RIGHT)) {
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), ltr: false })
    stretches.push({ text: match[0], ltr: true })
    from = match.index + match[0].length
  }
  if (from < text.length) stretches.push({ text: text.slice(from), ltr: false })
  return stretches
}

/** Already set apart, by whoever filled it in. */
const APART = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g
const MARKS = /[\u2066-\u2069]/g

/** Latin words and a lone number keep their order by themselves. */
export const needsIsolation = (run: string): boolean => /[\d_@#/:+•*$€£%-]/.test(run) && !/^\d+$/.test(run)

const isolate = (text: string): string =>
  text.replace(LEFT_TO_RIGHT, (run) => (needsIsolation(run) ? `\u2068${run}\u2069` : run))

/**
 * What was filled in is words as well, and words hold names and numbers. An isolate ends with its
 * paragraph: one around several lines, or around all of a line, holds nothing, and hides from a
 * reader of plain text which way the line runs.
 */
const isolateWithin = (apart: string, alone: boolean): string => {
  if (!RIGHT_TO_LEFT.test(apart)) return apart
  const inner = isolate(apart.replaceAll(MARKS, ''))
  return alone || apart.includes('\n') ? inner : `${apart[0]}${inner}\u2069`
}

/**
 * Runs from left to right set apart (U+2068 … U+2069) in a text that runs the other way: for plain
 * text, which has no other means.
 */
export const isolateRuns = (text: string): string => {
  if (!RIGHT_TO_LEFT.test(text)) return text
  const parts: string[] = []
  let done = 0
  for (const match of text.matchAll(APART)) {
    const end = match.index + match[0].length
    const alone =
      (match.index === 0 || text[match.index - 1] === '\n') && (end === text.length || text[end] === '\n')
    parts.push(isolate(text.slice(done, match.index)), isolateWithin(match[0], alone))
    done = end
  }
  return [...parts, isolate(text.slice(done))].join('')
}

const ANY_LETTER = /\p{L}/u
/** Begins with what was filled in, or was set apart: a paragraph would run as that does. */
const LEADS = /^\s*[\u2066-\u2068]/

/**
 * A line that begins with something set apart runs as its language does, and not as that (a name at
 * its head, a number of a list): apps that look at the first letter alone would turn it round.
 */
export const keepDirection = (text: string, rightToLeft: boolean): string =>
  text
    .split('\n')
    .map((line) => {
      const first = LEADS.test(line) ? ANY_LETTER.exec(line)?.[0] : undefined
      if (first === undefined || RIGHT_TO_LEFT.test(first) === rightToLeft) return line
      return `${rightToLeft ? '\u200f' : '\u200e'}${line}`
    })
    .join('\n')
