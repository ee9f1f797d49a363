import { describe, expect, test } from 'vitest'
import { findQuote } from '../../../../core/text/helper/quote.ts'

const cut = (message: string, quotation: string): string | undefined => {
  const place = findQuote(message, quotation)
  return place === undefined ? undefined : message.slice(place.start, place.end)
}

describe('a quotation', () => {
  test('is found where its words stand, whole and in their order', () => {
    expect(cut('He said he will come tomorrow at five.', 'he will come')).toBe('he will come')
    expect(cut('He said he will come tomorrow.', 'tomorrow he will')).toBeUndefined()
    expect(cut('I know him', 'no him')).toBeUndefined()
  })

  test.each([
    ['other letters, marks and lengthening', 'يگول راح أنشُرررر صوورچ هسه', 'راح انشر', 'راح أنشُرررر'],
    ['Arabic digits', 'يريد ٥٠٠ دولار', '500 دولار', '٥٠٠ دولار'],
    ['case and punctuation', 'PAY ME, or else!', 'pay me or else', 'PAY ME, or else'],
    ['Sorani letters', 'دەڵێت وێنەکان بڵاودەکەمەوە', 'وێنه‌كان', 'وێنەکان'],
  ])('is found though it is written with %s', (_, message, quotation, found) => {
    expect(cut(message, quotation)).toBe(found)
  })

  test('that is not there, is empty, is one letter or is longer than any is found nowhere', () => {
    for (const quotation of ['he will kill me', '', ' ... ', 'x', 'a b'.repeat(400)])
      expect(findQuote('he will come, x', quotation)).toBeUndefined()
  })
})
