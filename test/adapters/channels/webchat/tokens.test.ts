import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { splitTokens } from '../../../../adapters/channels/webchat/page/tokens.ts'

const tokens = (text: string): string[] =>
  splitTokens(text)
    .filter(({ token }) => token)
    .map((piece) => piece.text)

test.each([
  ['حسابه @dark.user_1 على تلغرام', ['@dark.user_1']],
  ['رقمه +964 770 123 4567، واسمه', ['+964 770 123 4567']],
  ['رقمه ٠٧٧٠ ١٢٣ ٤٥٦٧', ['٠٧٧٠ ١٢٣ ٤٥٦٧']],
  ['الرابط https://example.com/a?b=c_d. شكراً', ['https://example.com/a?b=c_d']],
  ['موقع takeitdown.ncmec.org يساعد', ['takeitdown.ncmec.org']],
  ['البريد a.b-c@mail.example.org', ['a.b-c@mail.example.org']],
  [
    'المحفظة (USDT-TRC20): TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
    ['USDT-TRC20', 'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE'],
  ],
  ['قال I will post it tomorrow ثم سكت', []],
  ['نص عربي فقط', []],
  ['خلال 24 ساعة', ['24']],
  ['لقطة 2026-11-24 (1)', ['2026-11-24']],
  ['المبلغ: 1,000,000 IQD، أو 12.5', ['1,000,000', '12.5']],
  ['بين ١٬٢٥٠ و 1,5', ['١٬٢٥٠', '1,5']],
  ['مثلاً: 1, 3', []],
  ['الرقم +964 (770) 123-4567 فقط', ['+964 (770) 123-4567']],
])('%s', (text, expected) => {
  expect(tokens(text)).toEqual(expected)
})

test('the pieces join to the very text, whatever it is', () => {
  const text = oneof(
    string({ unit: 'binary', maxLength: 300 }),
    string({ unit: constantFrom(...Array.from('aZ0٣@+.,-/: (سێ\u202e')), maxLength: 60 }),
  )
  assert(
    property(text, (given) => {
      expect(
        splitTokens(given)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(given)
    }),
  )
})

test('20,000 hostile characters are split in no time to speak of', () => {
  for (const part of ['a.', '1 ', '1,', '1.', '@', 'a-', '+9(', 'https://', 'a@a.']) {
    const text = part.repeat(20_000 / part.length)
    expect(
      splitTokens(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  }
}, 10_000)
