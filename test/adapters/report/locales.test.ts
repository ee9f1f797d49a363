import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, test } from 'vitest'
import { openPhrases } from '../../../adapters/phrases/index.ts'
import { EVENT_TYPES } from '../../../adapters/report/events.ts'
import { REPORT_LOCALES } from '../../../adapters/report/index.ts'
import { gatherWords, REPORT_KEYS } from '../../../adapters/report/words.ts'
import { LANGUAGES } from '../../../core/base/language.ts'
import type { Language } from '../../../core/base/language.ts'

const body = (language: Language) =>
  new FluentResource(readFileSync(join(REPORT_LOCALES, `${language}.ftl`), 'utf8')).body
const phrases = openPhrases({ resources: REPORT_LOCALES })

describe.each(LANGUAGES)('the words of the report in %s', (language) => {
  test('are those that the report uses, each once, and no others', () => {
    expect(
      body(language)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...REPORT_KEYS].sort())
  })

  test('take no arguments: what varies stands beside them, in a run of its own', () => {
    for (const { id, value } of body(language))
      for (const part of [value].flat()) expect(typeof part, id).toBe('string')
  })

  test('have Latin digits only, for they are copied into forms', () => {
    for (const [key, words] of Object.entries(gatherWords(phrases, language)))
      expect(words, key).not.toMatch(/[٠-٩۰-۹]/)
  })

  test('are words of that language', () => {
    const letters = language === 'en' ? /[a-z]/i : /\p{Script=Arabic}/u
    const same = new Set(['e-sha256', 'e-md5'])
    for (const [key, words] of Object.entries(gatherWords(phrases, language)))
      if (!same.has(key)) expect(words, key).toMatch(letters)
    if (language === 'ckb')
      for (const words of Object.values(gatherWords(phrases, language))) expect(words).not.toMatch(/[ةيك]/)
  })

  test('never say what hurts, and never "certified"', () => {
    const never = {
      en: /victim|scandal|shame|certified|why did/i,
      ar: /ضحية|فضيحة|عار |معتمد/,
      ckb: /قوربانی|ئابڕوو|شەرم/,
    }[language]
    for (const [key, words] of Object.entries(gatherWords(phrases, language)))
      expect(words, key).not.toMatch(never)
  })
})

test('every type of event of a case has a word', () => {
  // A network has a ledger of its own, which no report of a case lists.
  const source = globSync('core/model/*-events.ts')
    .filter((file) => !file.endsWith('network-events.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const types = [...source.matchAll(/readonly type:\s*((?:\|?\s*'[a-z_]+'\s*)+)/g)].flatMap(
    ([, names = '']) => names.match(/[a-z_]+/g) ?? [],
  )
  expect(types.length).toBeGreaterThan(60)
  expect(types.filter((type) => !EVENT_TYPES.includes(type))).toEqual([])
})
