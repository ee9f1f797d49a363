import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldLetter } from '../../../core/text/fold.ts'
import { runs } from '../../property/runs.ts'

/** The same said step by step, over the whole text at a time. */
const stepwise = (text: string): string =>
  Array.from(text.replace(/ه\u200C/g, 'ە'), foldLetter)
    .join('')
    .replace(/([اويه])\1+/g, '$1')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'ا',
    'اا',
    'أآ',
    'ب\u064b',
    'ببب',
    'ه\u200c',
    '\u200c',
    '\u202e',
    ' ',
    '.',
    'ﷲ',
    'ﻻ',
    '١٢٣',
    '۷۷',
    'sss',
    'SS',
    'ß',
    '𝐀',
    '👍',
    '\ud83d',
    'ـ',
    "'",
    'K',
  ),
)

test('a text is folded alike in one pass and step by step', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      expect(fold(text)).toBe(stepwise(text))
    }),
    runs(600),
  )
})

test('what was folded once is folded', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
      const once = fold(parts.join(''))
      expect(once).toMatch(/^$|^\S+(?: \S+)*$/)
    }),
    runs(100),
  )
})

test.each([
  ['والله  العظيييم!!', 'والله العظيم'],
  ['تكفىىى', 'تكفي'],
  ['Soooo   GOOD', 'so good'],
  ['٠٧٧٠ 123', '0770 123'],
  ['کەسێک', 'كهسيك'],
])('%s is %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})
