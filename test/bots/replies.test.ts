import { FluentResource } from '@fluent/bundle'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PLATFORMS } from '../../adapters/console/server/replies/filled.ts'
import { replies } from '../../bots/amin/replies/set.ts'
import { openReplyTexts } from '../../bots/texts.ts'
import { LANGUAGES, type Language } from '../../core/base/language.ts'
import { agent, openStage, reachStory } from '../build/stage.ts'
import { guessedWords, hurtingWords } from '../never-said.ts'

const FILLED = {
  code: 'ABCD2345',
  agent: 'Noor',
  hours: '24',
  hotline: 'Community police 497',
  platform: 'Instagram',
}
/** The contract's longest own reply; a message to read, not a page. */
const LONGEST = 600

/** The agent, or anybody, has read what was told: a text that lies ready knows nothing of it. */
const HAS_READ: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:have|has) read\b|\bI read\b/i,
  ar: /(?<!\p{L})(?:قرأت|قرأنا)(?!\p{L})/u,
  ckb: /(?<!\p{L})خوێندم/u,
}
/** Hours after a number, counted. Sorani counts every number alike. */
const COUNTED = { en: /24\u2069?\s+hours?\b/, ar: /24\u2069?\s+ساع/ } as const
const NOOR = agent('Noor')

const messages = (language: Language) =>
  new FluentResource(
    readFileSync(new URL(`../../bots/amin/replies/${language}.ftl`, import.meta.url), 'utf8'),
  ).body
const variablesOf = (value: unknown): readonly string[] =>
  [
    ...new Set(
      [...JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/g)].map(([, name]) => name ?? ''),
    ),
  ].toSorted()

describe('the team’s ready texts', () => {
  const phrases = openReplyTexts()
  test.each(LANGUAGES)(
    'in %s each has a name and a text, nothing else stands beside them, and all fit a message',
    (language) => {
      expect(messages(language).map(({ id }) => id)).toEqual([
        ...replies.flatMap((id) => [`${id}-name`, id]),
        ...PLATFORMS.map((name) => `platform-${name}`),
      ])
      for (const id of replies) {
        expect(phrases.say(language, id, FILLED).length).toBeLessThan(LONGEST)
        expect(phrases.say(language, `${id}-name`).length).toBeLessThanOrEqual(40)
      }
    },
  )

  test('a text names the same things in every language', () => {
    const table = (language: Language) => messages(language).map(({ id, value }) => [id, variablesOf(value)])
    for (const language of LANGUAGES) expect(table(language)).toEqual(table('en'))
    expect(table('en').flatMap(([, names]) => names)).toEqual(
      expect.arrayContaining(['code', 'agent', 'hours', 'hotline', 'platform']),
    )
  })

  test.each(LANGUAGES)(
    'in %s none says a word that hurts, nor guesses whether a man or a woman reads',
    (language) => {
      for (const id of replies) {
        const text = phrases.say(language, id, FILLED)
        expect(hurtingWords(language, text), id).toEqual([])
        expect(language === 'ar' ? guessedWords(text) : [], id).toEqual([])
      }
    },
  )

  test.each(LANGUAGES)('a word that a ready text names is understood by the bot (%s)', async (language) => {
    const quoted = replies.flatMap((id) =>
      [...phrases.say(language, id, FILLED).matchAll(/[“«]([^”»]+)[”»]/g)].map(([, word]) => word ?? ''),
    )
    expect(quoted.length).toBeGreaterThan(0)
    for (const word of quoted) {
      const stage = await openStage()
      const person = stage.person('1', language)
      await reachStory(person)
      await person.says(word)
      const { called } = (await person.book()).state.conversation
      const asked = stage.ports.phrases.say(language, 'pin-ask')
      expect(called.danger || person.hears() === asked, `${word}: ${person.hears()}`).toBe(true)
    }
  })

  test.each(LANGUAGES)(
    'what is said after a crisis holds: the word that it names calls people after the case was closed (%s)',
    async (language) => {
      const [, word = ''] = /[“«]([^”»]+)[”»]/.exec(phrases.say(language, 'after-crisis')) ?? []
      const stage = await openStage()
      const person = stage.person('1', language)
      await reachStory(person)
      const code = await person.code()
      await stage.desk.claim(code, NOOR)
      await stage.desk.close(code, NOOR, 'resolved')
      const { called } = (await person.book()).state.conversation
      expect(called.danger).toBe(false)
      await person.says(word)
      const { hands, conversation } = (await person.book()).state
      expect([conversation.called.danger, hands.status]).toEqual([true, 'waiting'])
      expect(await person.code()).toBe(code)
    },
  )

  test.each(LANGUAGES)('none says that all was read before somebody read it (%s)', (language) => {
    for (const id of replies) expect(phrases.say(language, id, FILLED), id).not.toMatch(HAS_READ[language])
  })

  test.each(['en', 'ar'] as const)(
    'whatever number of hours is put in, no word beside it would have to change with it (%s)',
    (language) => {
      for (const id of replies) expect(phrases.say(language, id, FILLED), id).not.toMatch(COUNTED[language])
    },
  )
})
