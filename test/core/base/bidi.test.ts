import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutByDirection, isRightToLeft, keepDirection } from '../../../core/base/bidi.ts'

const runs = (text: string): readonly string[] =>
  cutByDirection(text)
    .filter(({ ltr }) => ltr)
    .map(({ text: run }) => run)

describe('runs that keep left to right', () => {
  test.each([
    ['الرقم +964 770 000 0145 واتساب', ['+964 770 000 0145']],
    ['بتاريخ 2026-11-24 13:05 مساءً', ['2026-11-24 13:05']],
    ['حساب @user_one على t.me/user_one', ['@user_one', 't.me/user_one']],
    ['المبلغ (USDT-TRC20) فقط', ['(USDT-TRC20)']],
    ['500,000 د.ع', ['500,000']],
    ['https://example.org/a?b=1&c=2 رابط', ['https://example.org/a?b=1&c=2']],
  ])('%s', (text, expected) => expect(runs(text)).toEqual(expected))

  test('Arabic-Indic digits order themselves', () => expect(runs('الساعة ١٠:٣٠')).toEqual([]))

  test('joined again they are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'سلام '), (text, start) => {
        expect(
          cutByDirection(start + text)
            .map((stretch) => stretch.text)
            .join(''),
        ).toBe(start + text)
      }),
    )
  })
})

test('a text runs as most of its letters do', () => {
  expect(isRightToLeft('سلام')).toBe(true)
  expect(isRightToLeft('hello')).toBe(false)
  expect(isRightToLeft('0770 000 0145')).toBe(false)
  expect(isRightToLeft('My name is written محمد in Arabic')).toBe(false)
  expect(isRightToLeft('حسابه https://example.org اسمه @user')).toBe(true)
})

test('a long text takes time in proportion to its length', () => {
  expect(cutByDirection(`س ${'1 '.repeat(50_000)}`).length).toBeLessThan(10)
  expect(cutByDirection(`س ${'a'.repeat(100_000)} س`).length).toBe(3)
  expect(cutByDirection(`س ${'(a '.repeat(30_000)}`).length).toBeGreaterThan(1)
})

describe('a line that begins with what was filled in', () => {
  test.each([
    ['an Arabic name in English', '\u2068نور\u2069 is with you now', false, '\u200e'],
    ['a Latin name in Arabic', '\u2068Noor\u2069 معك الآن', true, '\u200f'],
    ['a numbered Latin name of an Arabic list', '\u20681. Instagram\u2069', true, '\u200f'],
    ['a name of the language itself', '\u2068Noor\u2069 is with you now', false, ''],
    ['digits alone', '\u2068104\u2069', true, ''],
    ['words of the language', 'معك الآن \u2068Noor\u2069', true, ''],
  ])('runs as its language does: %s', (_, line, rightToLeft, mark) => {
    expect(keepDirection(line, rightToLeft)).toBe(`${mark}${line}`)
    expect(keepDirection(`x\n${line}`, rightToLeft)).toBe(`x\n${mark}${line}`)
  })
})
