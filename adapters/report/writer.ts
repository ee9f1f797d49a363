import { isRightToLeft } from '../../core/base/bidi.ts'
import type { InLanguages, Stamp } from '../../core/custody/bundle/report-input.ts'
import type { Language } from '../../core/base/language.ts'
import type { Paragraph, ReportPiece, Prose, Row, Value, Words } from './part.ts'
import type { Text } from './text.ts'
import { familyKey } from './words.ts'
import type { Family, Single, Vocabulary } from './words.ts'

/** A hash is read aloud and compared by eye: eight digits at a time. */
const GROUP = 8
/** Letters of both languages that still stand beside each other in the narrowest column. */
const BESIDE = 20
/** What is longer is set in groups on a line of its own. */
const LONG = 30

/** Puts words of ours, of the operator and of strangers into the shapes that the template sets. */
export type Writer = {
  readonly text: Text
  readonly single: (key: Single) => Words
  /** What a value of the input is called; the value itself where the locales do not know it. */
  readonly one: (family: Family, member: string) => Words
  readonly has: (family: Family, member: string) => boolean
  readonly prose: (key: string) => Prose
  readonly said: (texts: InLanguages) => Words
  readonly asValue: (words: Words) => Value
  readonly row: (key: Single, value: Value) => Row
  /** A stranger's text on one line, in its own direction. */
  readonly run: (text: string) => Value
  /** Ours, always left to right. */
  readonly latin: (text: string) => readonly ReportPiece[]
  readonly typed: (text: string) => Value
  readonly hash: (hex: string, digits?: number) => readonly ReportPiece[]
  /** Local time and UTC, one below the other or side by side. */
  readonly stamp: (at: Stamp) => Value
  readonly stampInLine: (at: Stamp) => Value
  /** With the name of the month, for the cover. */
  readonly longDate: (at: Stamp) => Words
}

const inGroups = (text: string): readonly string[] => text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []

export const makeWriter = (
  text: Text,
  second: Language,
  vocabularies: { readonly a: Vocabulary; readonly b: Vocabulary },
): Writer => {
  const spoken = (words: string, lang: Language): Paragraph => ({
    t: text.line(words, lang !== 'en'),
    lang,
    rtl: lang !== 'en',
  })
  // What both languages write alike stands once.
  const both = (a: string, b: string): Words => ({ a: spoken(a, 'ar'), b: spoken(a === b ? '' : b, second) })
  const wordsOf = (key: string): Words => both(vocabularies.a[key] ?? key, vocabularies.b[key] ?? key)
  const lengthOf = ({ t }: Paragraph): number =>
    t.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 12), 0)
  const asValue = (words: Words): Value => ({
    kind: 'words',
    wide: lengthOf(words.a) + lengthOf(words.b) > BESIDE,
    ...words,
  })
  const run = (line: string): Value => {
    const rtl = isRightToLeft(line)
    return { kind: 'said', t: text.line(line, rtl), lang: rtl ? 'ar' : 'en', rtl }
  }
  const latin = (line: string): readonly ReportPiece[] => [{ l: line }]
  const utcOf = ({ utc }: Stamp): string => `${utc.slice(0, 10)} ${utc.slice(11, 19)}Z`
  return {
    text,
    single: wordsOf,
    one: (family, member) => {
      const key = familyKey(family, member)
      return vocabularies.a[key] === undefined ? both(member, '') : wordsOf(key)
    },
    has: (family, member) => vocabularies.a[familyKey(family, member)] !== undefined,
    prose: (key) => {
      const { a, b } = wordsOf(key)
      return { a: [a], b: [b] }
    },
    said: (texts) => both(texts.ar, texts[second]),
    asValue,
    row: (key, value) => ({ label: wordsOf(key), value }),
    run,
    latin,
    // oxlint-disable-next-line no-control-regex
    typed: (line) => {
      if (!/^[\u0020-\u007e]+$/.test(line)) return run(line)
      return line.length <= LONG ? [{ m: line }] : [{ h: inGroups(line) }]
    },
    hash: (hex, digits = hex.length) => [{ h: inGroups(hex.slice(0, digits)) }],
    stamp: (at) => ({ kind: 'lines', list: [latin(at.local), latin(utcOf(at))] }),
    stampInLine: (at) => [{ l: at.local }, ' · ', { l: utcOf(at) }],
    longDate: ({ local }) => {
      const [year = '', month = '', day = ''] = local.slice(0, 10).split('-')
      const date = (words: Vocabulary): string =>
        `${Number(day)} ${words[familyKey('month', String(Number(month)))] ?? month} ${year}`
      return both(date(vocabularies.a), date(vocabularies.b))
    },
  }
}
