import { expect, test } from 'vitest'
import { spokenForms } from '../../../../core/text/danger/sorani.ts'

test('a present verb is read as books write it and as Sulaymaniyah says it, another word only as it stands', () => {
  expect(spokenForms('دەدات').toSorted()).toEqual(
    ['دەدات', 'دەدا', 'دەیات', 'دەیا', 'ئەدات', 'ئەدا', 'ئەیات', 'ئەیا'].toSorted(),
  )
  expect(spokenForms('نەدەم')).toEqual(['نەدەم', 'نەیەم'])
  expect(spokenForms('بنێرێت')).toEqual(['بنێرێت', 'بنێرێ'])
  expect(spokenForms('وێنە')).toEqual(['وێنە'])
})
