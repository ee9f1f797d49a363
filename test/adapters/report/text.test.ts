import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportPiece } from '../../../adapters/report/part.ts'
import { makeText } from '../../../adapters/report/text.ts'
import { makeTypesetter } from '../../../adapters/report/typeset.ts'

const { families } = makeTypesetter()
const [amiri, noto] = families
const shownOf = (pieces: readonly ReportPiece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : 'l' in piece ? piece.l : 'c' in piece ? piece.c : '',
    )
    .join('')
const line = (text: string, rightToLeft = true): string => shownOf(makeText(families).line(text, rightToLeft))

describe('the fonts', () => {
  test('draw Arabic, Sorani and Latin, and no emoji', () => {
    for (const sign of 'ابتةىئءپچڤگڕڵۆێەھکی٠٩۴؟،')
      expect(amiri?.has(sign.codePointAt(0) ?? 0), sign).toBe(true)
    for (const sign of 'AZaz09@+_/é…—') expect(noto?.has(sign.codePointAt(0) ?? 0), sign).toBe(true)
    for (const family of families) expect(family.has(0x1f600)).toBe(false)
  })
})

describe('a line', () => {
  test('sets numbers, links and names apart in a text that runs right to left', () => {
    const pieces = makeText(families).line(
      'رقمه 0770 000 0145 واسمه @user_one (USDT-TRC20) بتاريخ 2026-11-23',
      true,
    )
    expect(pieces.filter((piece) => typeof piece !== 'string')).toEqual([
      { l: '0770 000 0145', whole: true },
      { l: '@user_one' },
      { l: '(USDT-TRC20)' },
      { l: '2026-11-23' },
    ])
  })

  test('keeps digits away from an Arabic letter beside them in a text that runs left to right, and adds nothing where there is none', () => {
    expect(line('his name is محمد +964 770 and haider', false)).toBe(
      'his name is محمد \u200e+964 770 and haider\u200e',
    )
    expect(line('call me at +964 770 000 0145', false)).toBe('call me at +964 770 000 0145')
  })

  test('counts signs that follow themselves and keeps different ones in one run', () => {
    expect(line('آه 😀😀😀')).toBe('آه [U+1F600 ×3]')
    expect(makeText(families).line('😀😁', true)).toEqual([{ c: '[U+1F600 U+1F601]' }])
  })

  test('shows overrides of direction and drops marks that only turn it', () => {
    const text = makeText(families)
    expect(shownOf(text.line('a\u202eb', false))).toBe('a[U+202E]b')
    expect(text.seen.marks).toBe(false)
    expect(shownOf(text.line('\u200f\u202a+964\u202c', true))).toBe('+964')
    expect(text.seen.marks).toBe(true)
  })

  test('never holds what PDF/A or the compiler refuses, whatever was written', () => {
    const refused = /[\p{Cc}\p{Cs}\p{Co}\ufeff\ufffe\uffff\u202d\u202e]/u
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), (text, rightToLeft) => {
        const shown = line(text, rightToLeft)
        expect(shown).not.toMatch(refused)
        for (const cluster of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(shown))
          for (const point of cluster.segment) {
            const code = point.codePointAt(0) ?? 0
            expect(
              [0x200b, 0x200c, 0x200d].includes(code) || families.some((family) => family.has(code)),
              `U+${code.toString(16)}`,
            ).toBe(true)
          }
      }),
      { numRuns: 500 },
    )
  })

  test('loses no letter that the fonts have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from('ابتثجحخ ڕڵۆێە abcXYZ 0123456789 @#+-_./()،؟')), {
          maxLength: 80,
        }),
        (signs) => {
          const text = signs.join('')
          expect(line(text).replaceAll('\u200b', '')).toBe(text)
          expect(line(text, false).replaceAll(/[\u200b\u200e]/g, '')).toBe(text)
        },
      ),
    )
  })
})

test('a code point that the compiler refused is shown by its code from then on', () => {
  expect(shownOf(makeText(families, new Set([0x627])).line('باب', true))).toBe('ب[U+0627]ب')
})

test('a text is cut where it has to be, and says so', () => {
  const text = makeText(families)
  expect(text.paragraphs('abcdef', 3).map(({ t }) => shownOf(t))).toEqual(['abc'])
  expect(text.seen.cut).toBe(true)
})
