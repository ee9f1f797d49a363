import { expect, test } from 'vitest'
import { skeletonOfArabic, skeletonOfLatin, skeletonStarts } from '../../../../core/text/danger/skeleton.ts'

test.each([
  ['يذبحني', ['yidhba7ni', 'yithbahni', 'yezbahni', 'y4b7ni']],
  ['يقتلني', ['yiqtilni', 'yigtilni', 'yaktulny', 'y9tlni']],
  ['شباب', ['shabab', 'shbab']],
  ['خطيبي', ['khateebi', '5a6ibi', 'xatibi']],
  ['غرفتي', ['ghurufti', '8rfti']],
  ['جابوا', ['chabo', 'jabaw']],
  ['مدرسة', ['madrasa', 'madrasah', 'mdrsa']],
])('%s has the consonants of its Latin spellings', (arabic, spellings) => {
  expect(spellings.map(skeletonOfLatin)).toEqual(spellings.map(() => skeletonOfArabic(arabic)))
})

test('different words stay different', () => {
  expect(skeletonOfLatin('yidhrubni')).not.toBe(skeletonOfLatin('yidhba7ni'))
})

test('a glued particle may be taken off', () => {
  expect(
    skeletonStarts(skeletonOfLatin('lbetna')).map((from) => skeletonOfLatin('lbetna').slice(from)),
  ).toContain(skeletonOfArabic('بيتنا'))
})
