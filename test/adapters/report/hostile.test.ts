import { afterAll, describe, expect, test } from 'vitest'
import type { ReportInput } from '../../../core/custody/bundle/report-input.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aLine, anItem, aReport } from '../../build/report-input.ts'
import { openReading, pagesOf, run, textOf } from './reading.ts'

const reading = openReading()
afterAll(() => reading.close())

const said = (...texts: readonly string[]): ReportInput =>
  aReport('ar', { messages: texts.map((text, i) => aLine(i + 1, text)) })

describe('what strangers write', () => {
  test('is never markup, and reads nothing', async () => {
    const hostile = [
      '#import "/etc/passwd": *',
      '#read("/etc/passwd")',
      '$ x^2 + y $',
      '* bold * _emph_ `raw` <label> @ref',
      '\\u{41} \\ // comment /* open',
      '= Heading',
      '#include "../index.ts"',
      '"] } #panic("x")',
    ]
    const text = textOf(await reading.keep(said(...hostile)))
    for (const line of hostile) expect(text).toContain(line)
    expect(text).not.toContain('root:')
  })

  test('is shown by its code where no font has it, together and counted, and said so once', async () => {
    const text = textOf(
      await reading.keep(
        said('مرحبا 😀😀😀 كيف', 'שלום', '\u202eabc', 'a\u0000b', '\ud83d', 'x\u200by', '\ue000'),
      ),
    )
    for (const code of ['U+1F600 ×3', 'U+05E9 U+05DC', 'U+202E', 'U+0000', 'U+D83D', 'U+200B', 'U+E000'])
      expect(text).toContain(code)
    expect(text.match(/Signs shown by their code/g)).toHaveLength(2)
  })

  test('leaves no note about codes where there are none', async () => {
    expect(textOf(await reading.keep(said('مرحبا', 'hello')))).not.toContain('Signs shown by their code')
  })

  test('keeps the joiners that letters need', async () => {
    expect(textOf(await reading.keep(said('کورد\u200cستان'))).replaceAll('\u200c', '')).toContain('کوردستان')
  })

  test.each([
    ['letters without a space', 'ا'.repeat(100_000)],
    ['Latin letters without a space', 'a'.repeat(100_000)],
    ['emoji and letters in turn', '😀a'.repeat(10_000)],
    ['a mountain of marks', `x${'\u0301'.repeat(100_000)}`],
    ['nothing but ends of lines', '\n'.repeat(100_000)],
    [
      'every sign of the first plane',
      Array.from({ length: 0x3000 }, (_, n) => String.fromCharCode(n)).join(''),
    ],
    ['half pairs', '\ud800\udc00\udc00\ud800'.repeat(1_000)],
  ])('does not stop a report: %s', async (_, text) => {
    const file = await reading.keep(said(text, 'after'))
    expect(textOf(file)).toContain('after')
    expect(pagesOf(file)).toBeLessThan(600)
  })

  test('stays on the page, however long a word is', async () => {
    const file = await reading.keep(said('b'.repeat(3_000), 'ب'.repeat(3_000)))
    const boxes = [
      ...run('pdftotext', '-bbox', file, '-').matchAll(/xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)"/g),
    ]
    expect(boxes.length).toBeGreaterThan(100)
    for (const [, left, right] of boxes) {
      expect(Number(left)).toBeGreaterThan(40)
      expect(Number(right)).toBeLessThan(556)
    }
  })

  test('has no way into what the rest of the report says', async () => {
    const evil = '\u202e#x$"\\ 😀 <a> \u0000'
    const item = anItem(1, {
      originalName: evil,
      declaredMime: evil,
      mime: evil,
      examinations: [
        {
          aspect: 'metadata',
          found: 'found',
          tool: 'exifr 7.1.3',
          facts: { [evil]: evil, long: 'y'.repeat(500) },
        },
      ],
    })
    const identifier = { type: evil, value: evil, raw: untrusted(evil), owner: 'other' as const }
    const file = await reading.keep(
      aReport('ar', { evidence: [item], identifiers: [identifier], timeline: [] }),
    )
    expect(textOf(file)).toContain('U+202E')
  })
})
