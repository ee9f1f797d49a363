import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeTranslate } from '../../adapters/console/ui/language/bundles.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { REFUSALS } from '../../core/custody/exchange/refusal.ts'
import { WORDS } from '../../scripts/commands/exchange-words.ts'

describe.each(LANGUAGES)('a refusal of an exchange, in %s', (language) => {
  const words = WORDS[language]

  test('says what is wrong and, behind a colon, what to do', () => {
    for (const [why, said] of Object.entries(words).filter(([key]) => key !== 'theirs'))
      expect([why, said.split(': ').map((part) => part.length > 10)]).toEqual([why, [true, true]])
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
  })

  test('is the same on the command line and in the log of administrators', () => {
    const file = new URL(`../../adapters/console/ui/locales/admin/${language}.ftl`, import.meta.url)
    const t = makeTranslate(language, readFileSync(file, 'utf8'))
    for (const why of REFUSALS) expect(t(`exchange-why-${why.replaceAll('_', '-')}`)).toBe(words[why])
  })

  test('is in its own letters', () => {
    const letters = language === 'en' ? /^[\p{Script=Latin}\P{L}]+$/u : /\p{Script=Arabic}/u
    for (const said of Object.values(words)) expect(said).toMatch(letters)
  })
})
