import { describe, expect, test } from 'vitest'
import { languageFromHeader } from '../../../core/base/language.ts'

describe('the language of ours that a browser wants most', () => {
  test.each([
    ['en-GB,en;q=0.9,ar;q=0.5', 'en'],
    ['fr, en;q=0.3, ckb;q=0.8', 'ckb'],
    ['ar;q=0.2, en;q=0.9', 'en'],
    ['ku-IQ', 'ckb'],
    ['en;q=0, ar', 'ar'],
    ['en; q=0.4 , ar ;Q=0.4', 'en'],
    ['en;q=2, ar;q=0.1', 'ar'],
    ['ar;q=, en;q=0.1', 'en'],
  ])('of %s is %s', (header, language) => expect(languageFromHeader(header)).toBe(language))

  test.each([undefined, '', 'fr,de;q=0.4', '*', ';;;,,;q=1', 'en;q=0'])('is none of ours in %s', (header) =>
    expect(languageFromHeader(header)).toBeUndefined(),
  )

  test('is read of a beginning, however long the header is', () => {
    expect(languageFromHeader(`${'x'.repeat(200_000)},en`)).toBeUndefined()
    expect(languageFromHeader(`en,${'ar,'.repeat(100_000)}`)).toBe('en')
  })
})
