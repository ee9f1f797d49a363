import { expect, test } from 'vitest'
import { cleanDraft, namesNoOther } from '../../../../core/text/helper/draft.ts'

test.each([
  ['a number to call', 'I am here. Call 0780 555 1234. What happened?', 'I am here. What happened?'],
  ['a number in Arabic digits', 'أنا هنا. اتصال على ٠٧٨٠٥٥٥١٢٣٤. ماذا حدث؟', 'أنا هنا. ماذا حدث؟'],
  ['a link, whole', 'I am here. See https://example.org/x now. What happened?', 'I am here. What happened?'],
  ['an account', 'Write to @help_me. I am here.', 'I am here.'],
  ['a token of something taken out', 'Block [PHONE_1] now. I am here, [NAME_1].', 'I am here, [NAME_1].'],
  ['a promise of police', 'The police will arrest him. I am here.', 'I am here.'],
  ['one in Arabic', 'الشرطة راح تمسكه. أنا هنا.', 'أنا هنا.'],
  ['one in Sorani', 'پۆلیس دەیگرێت. من لێرەم.', 'من لێرەم.'],
])('a draft loses the sentence with %s, and keeps the others', (_, draft, kept) => {
  expect(cleanDraft(draft)).toBe(kept)
})

test('a draft of which nothing is left is none', () => {
  expect(cleanDraft('Call 0780 555 1234.')).toBeUndefined()
  expect(cleanDraft('  ')).toBeUndefined()
})

test('a sentence may name only numbers that its message names, in whatever digits', () => {
  expect(namesNoOther('They want 500 dollars', 'يريد ٥٠٠ دولار')).toBe(true)
  expect(namesNoOther('They want 900 dollars', 'he wants 500 dollars')).toBe(false)
})
