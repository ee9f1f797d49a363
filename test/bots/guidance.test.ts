import { describe, expect, test } from 'vitest'
import { flow } from '../../bots/amin/flow.ts'
import { guidance } from '../../bots/amin/guidance/library.ts'
import { TEXTS, openTexts } from '../../bots/texts.ts'
import { openBook } from '../../adapters/phrases/book.ts'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import {
  guidanceKeys,
  guideGroupKey,
  guideLeadKey,
  guideShareKey,
  guideTitleKey,
  guideTopicKey,
} from '../../core/model/keys.ts'
import { checkGuidance } from '../../core/policy/conversation/check-guidance.ts'
import { guessedWords, hurtingWords } from '../never-said.ts'

const phrases = openTexts()
const keys = guidanceKeys(guidance)
const say = (language: Language, key: string): string =>
  phrases
    .say(language, key, { topic: phrases.say(language, 'guide-topic-instagram') })
    .replace(/[\u2066-\u2069]/g, '')
const length = (text: string): number => Array.from(text).length

test('the guidance of the bot holds together: texts, sources, days, conditions', () => {
  expect(() => checkGuidance(flow, phrases)).not.toThrow()
})

describe('every subject that people ask about has a guide', () => {
  const jobs = (topic: string) =>
    guidance.guides.filter((guide) => guide.topic === topic).map(({ job }) => job)

  test.each([
    'instagram',
    'facebook',
    'whatsapp',
    'telegram',
    'snapchat',
    'tiktok',
    'x',
    'google',
    'discord',
    'games',
    'viber',
  ])('%s: to keep, report and have taken down, and to get the account back and make it safe', (topic) => {
    expect(jobs(topic)).toEqual(expect.arrayContaining(['report', 'account']))
    for (const language of LANGUAGES) {
      // Nothing is blocked before it was kept.
      const steps = [1, 2, 3, 4, 5]
        .map((step) => `guide-${topic}-report-${step}`)
        .filter((key) => keys.includes(key))
      const texts = steps.map((key) => say(language, key))
      const blocks = texts.findIndex((text) => /\bblock\b|نحظر|بلۆکی بکە|بلۆک بکە/.test(text))
      const fits = blocks > 0 || topic === 'viber'
      expect([topic, language, texts[0], fits]).toEqual([
        topic,
        language,
        expect.stringMatching(/^Keep first|^نحفظ أولاً|^سەرەتا هەڵیبگرە/),
        true,
      ])
    }
  })

  // prettier-ignore
  test.each([
    'apple', 'phone', 'zaincash', 'fastpay', 'asiahawala', 'cards', 'exchange', 'crypto', 'ai-images', 'stopncii', 'takeitdown', 'family',
    'school', 'law-iraq', 'law-kurdistan', 'sextortion', 'friend', 'parents', 'evidence',
  ])('%s', (topic) => {
    expect(guidance.guides.some((guide) => guide.topic === topic)).toBe(true)
  })

  test('made pictures are explained, and how to tell family of them; what it is stands in five sentences', () => {
    const ofImages = guidance.guides.filter(({ topic }) => topic === 'ai-images').map(({ id }) => id)
    expect(ofImages).toEqual(['ai-made', 'ai-family'])
    expect(guidance.guides.find(({ id }) => id === 'sextortion')).toMatchObject({ steps: 5, reading: true })
  })

  test('what is said of the law waits for a lawyer, and so do its texts', () => {
    const law = guidance.guides.filter(({ topic }) => topic.startsWith('law-'))
    expect(law).toHaveLength(2)
    for (const guide of law) {
      expect(guide.lawyer).toBe(true)
      expect(say('en', guideLeadKey(guide))).toContain('lawyer')
      expect(say('ar', guideLeadKey(guide))).toContain('محامٍ')
      expect(say('ckb', guideLeadKey(guide))).toContain('پارێزەر')
    }
  })
})

test('the texts of the guidance are those that it needs, and no others', () => {
  const written = TEXTS.slice(1).flatMap((folder) =>
    openBook(folder).flatMap(({ texts }) => texts.map(({ key }) => key)),
  )
  expect(written.toSorted()).toEqual([...keys].toSorted())
})

describe.each(LANGUAGES)('the guidance in %s', (language) => {
  const buttons = [
    ...guidance.groups.map(guideGroupKey),
    ...guidance.topics.map(({ id }) => guideTopicKey(id)),
    ...guidance.guides.map((guide) => guideTitleKey(guidance, guide)),
  ]

  test.each([...new Set(buttons)])('%s fits on a button', (key) => {
    expect(length(say(language, key))).toBeLessThanOrEqual(24)
  })

  test.each(keys)('%s is at most 280 characters, hurts nobody and guesses no gender', (key) => {
    const text = say(language, key)
    expect(length(text)).toBeLessThanOrEqual(280)
    expect(hurtingWords(language, text)).toEqual([])
    if (language === 'ar') expect(guessedWords(text)).toEqual([])
  })

  test('promises nothing that others do', () => {
    const promises =
      /we (?:will )?remove|guarantee|always works|سنحذف|نضمن|مضمون|دەسڕینەوە بۆت|گرەنتی|بە دڵنیاییەوە دەسڕێتەوە/
    for (const key of keys) expect(say(language, key)).not.toMatch(promises)
  })

  test('what may be passed on names its subject and tells nothing of who passes it on', () => {
    for (const guide of guidance.guides) {
      const text = say(language, guideShareKey(guide))
      expect(text).not.toMatch(/\bI\b|\bmy\b|\bme\b/)
      expect(length(text)).toBeGreaterThan(30)
    }
  })
})
