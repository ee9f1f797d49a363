import { describe, expect, test } from 'vitest'
import { amountOf, findAmounts, paidOf, readAmount } from '../../../../core/policy/conversation/amount.ts'

/** As "1500000 IQD asked", with a question mark where it was guessed. */
const found = (text: string): readonly string[] =>
  findAmounts(text, 'IQD').map(
    ({ amount, currency, about, guessed }) =>
      `${amount} ${currency}${about === undefined ? '' : ` ${about}`}${guessed === true ? ' ?' : ''}`,
  )

describe('amounts in a story', () => {
  test.each<[string, readonly string[]]>([
    ['يريد مليون ونص', ['1500000 IQD asked']],
    ['يريد مليون وربع لو ينشر', ['1250000 IQD asked']],
    ['دفعت نص مليون ورجع يريد مليون وربع', ['500000 IQD paid', '1250000 IQD asked']],
    ['يريد 500 دولار وانا دفعت 200 دولار', ['500 USD asked', '200 USD paid']],
    ['i already sent him 200$ and he wants 1,500 more $', ['200 USD paid', '1500 USD asked']],
    ['اذا ما احول ٥٠٠ الف على زين كاش ٠٧٨٠٠٠٠٠١١٢ قبل الساعه ١٠', ['500000 IQD asked']],
    ['يهددني بصوري ويريد مليونين', ['2000000 IQD asked']],
    ['حول USDT راحت ٣٠٠٠ دولار', ['3000 USD paid']],
    ['ويطلب 0.05 بيتكوين', ['0.05 BTC asked']],
    ['0.00125 btc', ['0.00125 BTC']],
    ['wants 500k or 1m', ['500000 IQD asked', '1000000 IQD asked']],
    ['yreed 300 alf', ['300000 IQD asked']],
    ['yreed melyon w nus', ['1500000 IQD asked']],
    ['سێ ملیۆن دینار دەوێت', ['3000000 IQD asked']],
    ['داوای 500 دۆلارم لێ دەکات', ['500 USD asked']],
    ['دوو هەزار دۆلارم ناردووە', ['2000 USD paid']],
    ['سی هەزار دینار', ['30000 IQD']],
    ['٢ مليون و ٥٠٠ الف', ['2500000 IQD']],
    ['يريدون ١٬٥٠٠٬٠٠٠', ['1500000 IQD asked']],
    ['1 500 000 دينار', ['1500000 IQD']],
    ['500$ 300$', ['500 USD', '300 USD']],
    ['500$ 300', ['500 USD']],
    ['$500', ['500 USD']],
    ['مليون دينار عراقي', ['1000000 IQD']],
    ['he wants 2000 by tonight', ['2000 IQD asked']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each<[string, readonly string[]]>([
    ['يريد ورقة', ['100 USD asked']],
    // A word of money counts up to the second word behind the sum, and one before it counts as nearer.
    ['200 دولار الي دفعت', ['200 USD paid']],
    ['200 دولار من فلوسي دفعت', ['200 USD']],
    ['يريد مني هسه 200 دولار دفعت', ['200 USD asked']],
    ['يريد خمس ورقات', ['500 USD asked']],
    ['يريد ورقتين', ['200 USD asked']],
    ['يريد دفتر ونص والا ينشر', ['15000 USD asked']],
    ['يريد شدة', []],
    ['دفتر', ['10000 USD']],
    ['وقعني على ورقة بيضه وصورها', []],
    ['كتب بدفتر المدرسة اسمي', []],
    ['شحن 60 شدات ببجي', []],
  ])('market words are money near money: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each<[string, readonly string[]]>([
    ['يريد 250', ['250000 IQD asked ?']],
    ['250', ['250000 IQD ?']],
    ['عمري 24 ويريد 250 والا ينشر', ['250000 IQD asked ?']],
    ['دفعت 50', ['50000 IQD paid ?']],
    ['يريد 3', []],
  ])('a bare small number is a guess that says so: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
    expect(amountOf(findAmounts(text, 'IQD'))).toBeUndefined()
  })

  test('where dinars are not meant nothing is guessed', () => {
    expect(findAmounts('he wants 250', 'USD')).toEqual([])
  })

  test.each([
    'الف شكر الكم',
    'مليون مرة كلتله عوفني',
    'عنده 5000 متابع',
    'صار 24 ساعة و 3 ايام',
    'telegram id 123456',
    'he asked 3 times and wrote 2000 messages',
    'k thanks',
    'I m waiting',
    'رقمه 0770 123 4567',
    'رقمه 07701234567 و +964 780 000 0112',
    'سنة 2025 يوم 12/5/2026 الساعة 10:30',
    'عمري 17 سنة',
    'عندي 12 صديق وهو شافهم',
    'الايدي مالته 5100000001',
    '50% منهم',
    'version 1.2.3 from 192.168.1.1',
    '',
  ])('«%s» names none', (text) => {
    expect(findAmounts(text, 'IQD')).toEqual([])
    expect(amountOf(findAmounts(text, 'IQD'))).toBeUndefined()
  })

  test('the words stay as they were written, at their place', () => {
    const text = 'يريد ٢٥٠ ألف دينار لو ينشر'
    const [one] = findAmounts(text, 'IQD')
    expect(one).toMatchObject({ amount: 250_000, raw: '٢٥٠ ألف دينار', start: text.indexOf('٢') })
  })

  test('of several the wanted one is the story’s', () => {
    expect(amountOf(findAmounts('دفعت 200 دولار ورجع يريد 500 دولار', 'IQD'))).toEqual({
      amount: 500,
      currency: 'USD',
    })
    expect(amountOf(findAmounts('دفعت 200 دولار', 'IQD'))).toEqual({ amount: 200, currency: 'USD' })
  })

  test('what was paid is read where one such amount is named, and not guessed', () => {
    expect(paidOf(findAmounts('دفعت 200 دولار ورجع يريد 500 دولار', 'IQD'))).toEqual({
      amount: 200,
      currency: 'USD',
    })
    expect(paidOf(findAmounts('i already sent him 200$ and he wants 1,500 more $', 'IQD'))).toEqual({
      amount: 200,
      currency: 'USD',
    })
    for (const text of [
      'يريد مليون ونص',
      'دفعت 50',
      'I paid 200 dollars, then I paid 300 dollars',
      'he has my photos',
    ])
      expect(paidOf(findAmounts(text, 'IQD'))).toBeUndefined()
  })

  test('an age with the letter of a man is no million, and a million of money is', () => {
    expect(findAmounts('27 M Basra, I work in the oil field', 'IQD')).toEqual([])
    expect(findAmounts('he wants 27 m from me', 'IQD')).toMatchObject([{ amount: 27_000_000 }])
  })

  test('of a flood twenty are read', () => {
    expect(findAmounts('5 مليون، '.repeat(300), 'IQD')).toHaveLength(20)
  })
})

describe('an amount as an answer', () => {
  test.each<[string, number, string]>([
    ['ورقة ونص', 150, 'USD'],
    ['دولارين', 2, 'USD'],
    ['0.5 btc', 0.5, 'BTC'],
    ['0.00125 btc', 0.00125, 'BTC'],
    ['200 more dollars', 200, 'USD'],
    ['500 000', 500_000, 'IQD'],
    ['1,500.50 $', 1500.5, 'USD'],
    ['alf dolar', 1000, 'USD'],
    ['٧٥٠', 750_000, 'IQD'],
  ])('%s', (text, amount, currency) => {
    expect(readAmount(text, 'IQD', true)).toEqual({ amount, currency })
  })

  test.each(['k', 'm', '07701234567', '0770-123-4567', '10:30', '1/2/2026'])('«%s» is none', (text) => {
    expect(readAmount(text, 'IQD', true)).toBeUndefined()
  })
})
