import { expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'
import { spokenForms } from '../../../../core/text/danger/sorani.ts'

const labelsIn = (text: string) => content.crisis.read(text, 2026).map(({ label }) => label)

test('a present verb is read as books write it and as Sulaymaniyah says it, another word only as it stands', () => {
  expect(spokenForms('دەدات').toSorted()).toEqual(
    ['دەدات', 'دەدا', 'دەیات', 'دەیا', 'ئەدات', 'ئەدا', 'ئەیات', 'ئەیا'].toSorted(),
  )
  expect(spokenForms('نەدەم')).toEqual(['نەدەم', 'نەیەم'])
  expect(spokenForms('بنێرێت')).toEqual(['بنێرێت', 'بنێرێ'])
  expect(spokenForms('وێنە')).toEqual(['وێنە'])
})

test.each(['کچەکەم', 'کچەکەی مامم', 'ئەوان کچەکەم', 'کچەکەم پیاوێک هەڕەشەی لێ دەکات'])(
  'a daughter is not «like a weapon»: %s',
  (text) => expect(labelsIn(text)).not.toContain('violence'),
)

test.each(['ئەو چەکی پێیە', 'باوکم چەکەکەی هێنا'])('and a weapon is one: %s', (text) =>
  expect(labelsIn(text)).toContain('violence'),
)
