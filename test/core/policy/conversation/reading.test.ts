import { describe, expect, test } from 'vitest'
import { amountOf, findAmounts, readAmount } from '../../../../core/policy/conversation/amount.ts'
import { detectLanguage } from '../../../../core/text/detect-language.ts'
import { fold, latinDigits } from '../../../../core/text/fold.ts'
import { readTime } from '../../../../core/text/time.ts'
import { instant } from '../../../../core/base/units.ts'
import { NOON } from './talk.ts'

describe('folding makes spellings of one word equal', () => {
  test.each([
    ['أُرِيدُ شخصًا', 'اريد شخصا'],
    ['مـــســـح', 'مسح'],
    ['ێ ۆ ڕ ڵ ڤ گ چ پ ژ ى ئ ؤ', 'ي و ر ل ف ك ج ب ز ي ي و'],
    ['بەردەوام', 'بەردەوام'.replaceAll('ە', 'ه\u200C')],
    ['نعمممم', 'نعم'],
    ['لاااا', 'لا'],
    ['Sto\u200Bp!!', 'stop'],
    ['ＳＴＯＰ', 'stop'],
    ['I don’t know', 'i dont know'],
    ['١٢٣ ۴۵۶', '123 456'],
    ['ﻻ', 'لا'],
    ['😀 نعم 😀', 'نعم'],
  ])('%s = %s', (a, b) => {
    expect(fold(a)).toBe(fold(b))
  })

  test('digits keep their places', () => {
    expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789 0123456789')
  })
})

describe('amounts as Iraqis write them', () => {
  test.each<[string, number, string]>([
    ['250', 250_000, 'IQD'],
    ['٢٥٠', 250_000, 'IQD'],
    ['250 الف', 250_000, 'IQD'],
    ['٢٥٠ ألف دينار', 250_000, 'IQD'],
    ['250الف', 250_000, 'IQD'],
    ['مليون ونص', 1_500_000, 'IQD'],
    ['مليون و نصف دينار', 1_500_000, 'IQD'],
    ['مليون وربع', 1_250_000, 'IQD'],
    ['نص مليون', 500_000, 'IQD'],
    ['مليونين', 2_000_000, 'IQD'],
    ['ثلاثة ملايين', 3_000_000, 'IQD'],
    ['خمسمية الف', 500_000, 'IQD'],
    ['مية وخمسين الف', 150_000, 'IQD'],
    ['مليون ومية الف', 1_100_000, 'IQD'],
    ['يريد 500 دولار', 500, 'USD'],
    ['$1,000', 1000, 'USD'],
    ['1.000.000', 1_000_000, 'IQD'],
    ['1.5 million', 1_500_000, 'IQD'],
    ['500k', 500_000, 'IQD'],
    ['ورقة', 100, 'USD'],
    ['ورقتين', 200, 'USD'],
    ['5 اوراق', 500, 'USD'],
    ['دفتر', 10_000, 'USD'],
    ['دفترين', 20_000, 'USD'],
    ['ملیۆن و نیو', 1_500_000, 'IQD'],
    ['سێ ملیۆن دینار', 3_000_000, 'IQD'],
    ['دوو هەزار دۆلار', 2000, 'USD'],
    ['سی هەزار', 30_000, 'IQD'],
    ['100 euro', 100, 'EUR'],
    ['50 usdt', 50, 'USDT'],
    ['750,000', 750_000, 'IQD'],
    ['١٬٥٠٠٬٠٠٠', 1_500_000, 'IQD'],
    ['2 or 3 million', 3_000_000, 'IQD'],
  ])('%s', (text, amount, currency) => {
    expect(readAmount(text, 'IQD', true)).toEqual({ amount, currency })
  })

  test.each(['', 'a lot', 'كثير', 'لا', '...', '-'])('«%s» is none', (text) => {
    expect(readAmount(text, 'IQD', true)).toBeUndefined()
  })

  test('a bare number means what it says where the flow does not say otherwise', () => {
    expect(readAmount('250', 'USD', false)).toEqual({ amount: 250, currency: 'USD' })
  })

  test('in a story only what is called an amount is one', () => {
    expect(amountOf(findAmounts('I am 24 and he wrote 3 times', 'IQD'))).toBeUndefined()
    expect(amountOf(findAmounts('I am 24 and he wants 500 dollars', 'IQD'))).toEqual({
      amount: 500,
      currency: 'USD',
    })
    expect(amountOf(findAmounts('عمري 24 ويريد مليون ونص', 'IQD'))).toEqual({
      amount: 1_500_000,
      currency: 'IQD',
    })
  })
})

/** Baghdad is three hours ahead of UTC; NOON is 2026-01-06 12:00 there. */
const at = (day: number, hour: number, minute = 0) => instant(Date.UTC(2026, 0, day, hour - 3, minute))

describe('times as people say them, in Baghdad', () => {
  test.each<[string, number]>([
    ['بعد ساعتين', at(6, 14)],
    ['خلال ساعة', at(6, 13)],
    ['نص ساعة', at(6, 12, 30)],
    ['ساعة ونص', at(6, 13, 30)],
    ['باقي ٣ ساعات', at(6, 15)],
    ['خلال 24 ساعة', at(7, 12)],
    ['بعد يومين', at(8, 12)],
    ['دوای دوو کاتژمێر', at(6, 14)],
    ['لە ماوەی 3 کاتژمێردا'.replace('دا', ''), at(6, 15)],
    ['دوای سێ کاتژمێر', at(6, 15)],
    ['in 2 hours', at(6, 14)],
    ['in an hour', at(6, 13)],
    ['48 hours', at(8, 12)],
    ['30 minutes', at(6, 12, 30)],
    ['tomorrow', at(7, 6)],
    ['غداً', at(7, 6)],
    ['باجر', at(7, 6)],
    ['سبەینێ', at(7, 6)],
    ['بعد باجر', at(8, 6)],
    ['اليوم', at(6, 23, 59)],
    ['tonight', at(6, 23, 59)],
    ['غداً 10 مساءً', at(7, 22)],
    ['باجر الساعة 9 الصبح', at(7, 9)],
    ['tomorrow at 5 pm', at(7, 17)],
    ['سبەینێ کاتژمێر 8', at(7, 8)],
    ['22:00', at(6, 22)],
    ['10:30', at(6, 22, 30)],
    ['9am', at(7, 9)],
    ['الساعة 10 بالليل', at(6, 22)],
    ['الساعة 3', at(6, 15)],
    ['منتصف الليل', at(7, 0)],
    ['before midnight', at(7, 0)],
    ['2026-01-08', at(8, 6)],
    ['2026-01-08 22:00', at(8, 22)],
    ['2026-01-08T22:00Z', at(9, 1)],
    ['2026-01-08T22:00:00+03:00', at(8, 22)],
    ['2026-01-08T22:00', at(8, 22)],
    ['8/1/2026', at(8, 6)],
    ['8/1', at(8, 6)],
    ['٨/١', at(8, 6)],
    ['now', at(6, 12)],
    ['هسه', at(6, 12)],
  ])('%s', (text, expected) => {
    expect(new Date(readTime(text, NOON) ?? 0).toISOString()).toBe(new Date(expected).toISOString())
  })

  test('a day without a year that has passed is next year’s', () => {
    expect(readTime('5/1', NOON)).toBe(instant(Date.UTC(2027, 0, 5, 3)))
  })

  test.each(['', 'soon', '32/1', '2026-13-01', '2026-02-30', '25:00', 'ما اعرف', '99999 hours', '12'])(
    '«%s» is none',
    (text) => {
      expect(readTime(text, NOON)).toBeUndefined()
    },
  )

  test('"by tomorrow" is never a matter of two hours, whatever the hour in which it is said', () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const said = instant(Date.UTC(2026, 0, 5, 21, minute))
      for (const words of ['by tomorrow', 'لباجر', 'باجر', 'سبەینێ'].filter(
        (text) => readTime(text, said) !== undefined,
      ))
        expect(
          (readTime(words, said) ?? 0) - said,
          `${words} at ${new Date(said).toISOString()}`,
        ).toBeGreaterThan(2 * 3_600_000)
    }
  })

  test('the end of February is known in leap years and others', () => {
    expect(readTime('2028-02-29', NOON)).toBe(instant(Date.UTC(2028, 1, 29, 3)))
    expect(readTime('2026-02-29', NOON)).toBeUndefined()
  })
})

describe('the language of letters', () => {
  test.each([
    ['السلام عليكم', 'ar'],
    ['شلونك چا', 'ar'],
    ['گلتله ما عندي', 'ar'],
    ['سڵاو', 'ckb'],
    ['چۆنی', 'ckb'],
    ['hello there', 'en'],
    ['3ndi mushkila', 'ar'],
    ['ani khayfa w sa3duni', 'ar'],
    ['my mp3 from the 7th', 'en'],
    ['السلام عليكم hello', 'ar'],
    ['سلاو، تةمةنم شازدة سالة و كةسيك هةرةشةم لى دةكات', 'ckb'],
    ['نشر صورةوحدة الي بالمدرسة', 'ar'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })

  test.each(['', '123', '٤٥', '😀', 'ok', 'https://example.org/a', '@someone', '?!'])(
    '«%s» has none',
    (text) => {
      expect(detectLanguage(text)).toBeUndefined()
    },
  )
})
