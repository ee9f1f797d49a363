import { expect, test } from 'vitest'
import { momentIn } from '../../../../core/policy/conversation/moment.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import type { Instant } from '../../../../core/base/units.ts'
import { phrases } from './talk.ts'

const at = (text: string): Instant => Date.parse(text) as Instant
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')

test.each([
  ['en', '27 November 2026, 21:50'],
  ['ar', '27 تشرين الثاني 2026، 21:50'],
  ['ckb', '27ی تشرینی دووەمی 2026، 21:50'],
] as const)(
  'a day is said with its month by name, so that it cannot be read from its other end (%s)',
  (language, said) => {
    expect(plain(momentIn(phrases, language, at('2026-11-27T18:50:00Z')))).toBe(said)
  },
)

test('each month has a name of its own in each language', () => {
  for (const language of LANGUAGES) {
    const names = Array.from({ length: 12 }, (_, n) =>
      plain(
        momentIn(phrases, language, at(`2026-${String(n + 1).padStart(2, '0')}-05T09:00:00Z`)),
      ).replaceAll(/[\d:،, ]/g, ''),
    )
    expect(new Set(names).size, names.join()).toBe(12)
  }
})
