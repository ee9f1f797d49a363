import { describe, expect, test } from 'vitest'
import { openTexts } from '../../bots/texts.ts'
import { hasSample, previewTexts } from '../../bots/text-samples.ts'
import { LANGUAGES } from '../../core/base/language.ts'

const phrases = openTexts()
const texts = previewTexts(phrases).groups.flatMap((group) => group.texts)

describe('the preview of what the bot says', () => {
  test('has every text of the catalogue once, in three languages, none of them empty', () => {
    expect(texts.length).toBeGreaterThan(350)
    expect(new Set(texts.map(({ key }) => key)).size).toBe(texts.length)
    for (const { key, says } of texts)
      for (const language of LANGUAGES) expect(says[language], `${language} ${key}`).not.toBe('')
  })

  test('stands under the headings of the catalogue', () => {
    const { groups } = previewTexts(phrases)
    expect(groups.map(({ title }) => title)).toContain('Questions')
    expect(groups.find(({ title }) => title === 'Questions')?.texts.map(({ key }) => key)).toContain(
      'ask-consent',
    )
  })

  test('has an example for every argument', () => {
    const lacking = texts.flatMap(({ key, arguments: names }) =>
      names.filter((name) => !hasSample(name)).map((name) => `${key} ${name}`),
    )
    expect(lacking).toEqual([])
  })

  test('puts the examples where a person would read their own', () => {
    const joined = texts.find(({ key }) => key === 'agent-joined')
    expect(joined?.arguments).toEqual(['alias'])
    for (const language of LANGUAGES) expect(joined?.says[language]).toContain('Amin 7')
    // Nothing that Fluent could not fill in.
    for (const { key, says } of texts)
      for (const language of LANGUAGES) expect(says[language], key).not.toMatch(/\{\s*\$?[a-z]/)
  })

  test('words of an argument are in the language of the text', () => {
    const asked = texts.find(({ key }) => key === 'already-answered')
    for (const language of LANGUAGES)
      expect(asked?.says[language]).toContain(phrases.say(language, 'ask-device'))
  })
})
