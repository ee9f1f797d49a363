import { cutByDirection, isRightToLeft, needsIsolation } from '../../core/base/bidi.ts'
import type { Signs } from './glyphs.ts'
import type { Paragraph, ReportPiece } from './part.ts'

/** What was shown otherwise than it was sent, for a note at the end of the report. */
export type Seen = { codes: boolean; marks: boolean; cut: boolean }

export type Text = {
  /** One line in a given direction; what would end a line is a space. */
  readonly line: (text: string, rightToLeft: boolean) => readonly ReportPiece[]
  /** Lines as they are, each in the direction of the whole, in the language its letters show. */
  readonly paragraphs: (text: string, most?: number) => readonly Paragraph[]
  readonly seen: Readonly<Seen>
}

/**
 * Marks that turn direction without forcing it, and the joiner that begins some files: they come
 * with copied numbers, and each run here has its own direction.
 */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069\ufeff]/g
/** Sides with what stands before it on how to draw it. */
const VARIANTS = /[\ufe00-\ufe0f]/g
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
/**
 * Shown by their codes whatever the fonts say: controls, halves of pairs, overrides of direction,
 * signs that are not seen, places for private use and those that no text may hold. PDF/A refuses
 * some, others deceive.
 */
const SHOWN_BY_CODE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\ufff9-\ufffc]|(?![\u200c\u200d])\p{DI}/u
const MARK = /\p{M}/u
const JOINER = /[\u200c\u200d]/
const NEAR_JOINER = /^[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/
const KURDISH = /[ڕڵۆێەڤ]/
/** More marks on one letter climb over the lines above. */
const MOST_MARKS = 6
const ZERO_WIDTH_SPACE = '\u200b'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const codeOf = (point: string): string =>
  `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Places where a line may end, for the eye and the printer alone, in what has none of its own;
 * links have theirs after each stroke.
 */
const loosenedWord = (text: string): string =>
  text.replaceAll(/[^\s/?&=-]{25,}/g, (run) =>
    Array.from(run)
      .map((sign, i) => (i > 0 && i % 16 === 0 ? ZERO_WIDTH_SPACE + sign : sign))
      .join(''),
  )

/** A number, a time or an amount stays on one line, where it is short enough for any line. */
const WHOLE = /^[+(]?[\d$€£@#][^\n]{0,23}$/

const straight = (text: string): ReportPiece => {
  const l = loosenedWord(text)
  return l.includes(' ') && WHOLE.test(l) ? { l, whole: true } : { l }
}

/** Letters that join keep joining over a place where the line may end. */
const loosened = (text: string): string =>
  text.replaceAll(/[^\s\u200b]{40,}/g, (run) =>
    Array.from(run)
      .map((sign, i) => (i > 0 && i % 30 === 0 ? ZERO_WIDTH_SPACE + sign : sign))
      .join(''),
  )

const LEFT_TO_RIGHT_MARK = '\u200e'

/**
 * Runs that have the direction of their paragraph cannot be set apart by one of their own: a mark
 * keeps digits from an Arabic letter beside them.
 */
const insideLeftToRight = (text: string): string =>
  cutByDirection(text)
    .map(({ text: run, ltr }) =>
      ltr && needsIsolation(run)
        ? LEFT_TO_RIGHT_MARK + loosenedWord(run) + LEFT_TO_RIGHT_MARK
        : loosenedWord(run),
    )
    .join('')

type Cut = { readonly text: string; readonly code: boolean }

/** `denied` are code points that the compiler refused in spite of the fonts. */
export const makeText = (families: readonly Signs[], denied: ReadonlySet<number> = new Set()): Text => {
  const seen: Seen = { codes: false, marks: false, cut: false }

  const isDrawn = (cluster: string): boolean => {
    const points = Array.from(cluster)
    if (
      points.length > MOST_MARKS ||
      points.some((point) => SHOWN_BY_CODE.test(point) || denied.has(point.codePointAt(0) ?? 0))
    )
      return false
    return families.some((signs) =>
      points.every((point) => JOINER.test(point) || signs.has(point.codePointAt(0) ?? 0)),
    )
  }

  const plain = (text: string): boolean => {
    if (MARK.test(text) || JOINER.test(text) || SHOWN_BY_CODE.test(text)) return false
    for (const point of text) if (!isDrawn(point)) return false
    return true
  }

  /** Joiners stay where they do their work: between letters that join. */
  const strayJoiner = (cluster: string): boolean => JOINER.test(cluster) && !NEAR_JOINER.test(cluster)

  const cut = (text: string): readonly Cut[] => {
    if (plain(text)) return [{ text, code: false }]
    const cuts: Cut[] = []
    let last: { text: string; times: number } | undefined
    const close = (): void => {
      if (last !== undefined) {
        const shown = `${last.text}${last.times > 1 ? ` ×${last.times}` : ''}]`
        const before = cuts.at(-1)
        // Codes that follow each other are one run: as several they would stand in the order of the
        // paragraph.
        if (before?.code === true)
          cuts[cuts.length - 1] = { text: `${before.text.slice(0, -1)} ${shown}`, code: true }
        else cuts.push({ text: `[${shown}`, code: true })
      }
      last = undefined
    }
    let drawn = ''
    for (const { segment } of graphemes.segment(text)) {
      if (isDrawn(segment) && !strayJoiner(segment)) {
        close()
        drawn += segment
        continue
      }
      if (drawn !== '') cuts.push({ text: drawn, code: false })
      drawn = ''
      // A flood of marks on one letter would be as many codes: the letter, the first of them, and how many.
      const points = Array.from(segment)
      const shown =
        points.slice(0, MOST_MARKS).map(codeOf).join(' ') +
        (points.length > MOST_MARKS ? ` … ${points.length}` : '')
      if (last?.text === shown) last.times++
      else {
        close()
        last = { text: shown, times: 1 }
      }
      seen.codes = true
    }
    close()
    if (drawn !== '') cuts.push({ text: drawn, code: false })
    return cuts
  }

  const clean = (text: string): string => {
    const kept = text.replaceAll(TURNS, '')
    if (kept.length < text.length) seen.marks = true
    return kept.replaceAll(VARIANTS, '').replaceAll('\t', ' ')
  }

  const toPieces = (text: string, rightToLeft: boolean): readonly ReportPiece[] =>
    cut(text).flatMap(({ text: part, code }): readonly ReportPiece[] => {
      if (code) return [{ c: part }]
      if (!rightToLeft) return [insideLeftToRight(part)]
      return cutByDirection(part).map((stretch) =>
        stretch.ltr || !/[\u0590-\u08ff\ufb1d-\ufefc]/.test(part)
          ? straight(stretch.text)
          : loosened(stretch.text),
      )
    })

  const languageOf = (text: string, rightToLeft: boolean): string =>
    !rightToLeft ? 'en' : KURDISH.test(text) ? 'ckb' : 'ar'

  return {
    line: (text, rightToLeft) => toPieces(clean(text.split(LINE_END).join(' ')), rightToLeft),
    paragraphs: (text, most = Infinity) => {
      const short = text.length > most
      if (short) seen.cut = true
      const rtl = isRightToLeft(text)
      const lang = languageOf(text.slice(0, 2_000), rtl)
      return clean(short ? text.slice(0, most).toWellFormed() : text)
        .split(LINE_END)
        .filter((line) => line.trim() !== '')
        .map((line) => ({ t: toPieces(line.trim(), rtl), lang, rtl }))
    },
    seen,
  }
}
