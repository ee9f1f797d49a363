import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { sayingKey, UNDER_18 } from '../../../../core/model/keys.ts'
import { openStage, phrases } from '../../../build/stage.ts'

const { say } = phrases

type Language = 'ar' | 'ckb' | 'en'

const CHILD: Readonly<Record<Language, readonly string[]>> = {
  en: ['a man has my pictures and will post them', 'yes', 'no', 'i am 15'],
  ar: ['اكو واحد عنده صوري ويهددني ينشرها', 'نعم', 'لا', 'عمري 15'],
  ckb: ['کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات', 'بەڵێ', 'نەخێر', 'تەمەنم ١٥ ساڵە'],
}

/** A picture of the screen, in three languages, and to keep or to send one. */
const OF_SCREEN = /screenshot|سكرين|لقطة شاشة|لقطات|سکرین|وێنەی شاشە/iu

// prettier-ignore
const ASKED: ReadonlyArray<readonly [Language, string, string]> = [
   
  ['en', 'he posted it', 'saying-he-published-minor'], 
  ['ar', 'ابلكه', 'saying-should-block-minor'], ['ar', 'امسح المحادثة لو لا', 'saying-should-delete-minor'],
  ['ckb', 'بلۆکی بکەم', 'saying-should-block-minor'], ['ckb', 'چاتەکە بسڕمەوە', 'saying-should-delete-minor'],
]

describe('in the case of a child', () => {
  test.each(ASKED)('no answer asks for a picture of the screen (%s «%s»)', async (language, text, key) => {
    const who = (await openStage()).person('1', language)
    for (const words of CHILD[language]) await who.says(words)
    const [before, heard] = [(await who.book()).events.length, who.heard().length]
    await who.says(text)
    const said = (await who.book()).events
      .slice(before)
      .flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
    expect(said).toContain(key)
    for (const one of who.heard().slice(heard))
      if (OF_SCREEN.test(one)) expect(one).toMatch(/وێنەی شاشەش نا|ولا صورة للشاشة/u)
  })
})

// prettier-ignore
const ASKED_FIRST: ReadonlyArray<readonly [Language, string, string]> = [
  ['en', 'he posted it', 'saying-he-published'],
  ['ar', 'ابلكه', 'saying-should-block'], ['ar', 'امسح المحادثة لو لا', 'saying-should-delete'],
  ['ckb', 'بلۆکی بکەم', 'saying-should-block'], ['ckb', 'چاتەکە بسڕمەوە', 'saying-should-delete'],
]

/** It says itself what holds under 18. */
const SAYS_ITSELF = 'saying-how-send-evidence'

/** Every text of a language by its key, as it is written. */
const wordsOf = (language: Language): Readonly<Record<string, string>> => {
  const written = readFileSync(
    new URL(`../../../../bots/amin/locales/${language}.ftl`, import.meta.url),
    'utf8',
  )
  const messages = written.matchAll(/^([a-z][\w-]*) =(.*(?:\n[ \t]+.*)*)/gmu)
  return Object.fromEntries([...messages].map(([, key = '', words = '']) => [key, words]))
}

describe('where no age is known', () => {
  test.each(ASKED_FIRST)(
    'an answer that asks for a picture of the screen says what holds under 18 (%s «%s»)',
    async (language, text, key) => {
      const who = (await openStage()).person('1', language)
      for (const words of CHILD[language].slice(0, -1)) await who.says(words)
      const heard = who.heard().length
      await who.says(text)
      const answer = who
        .heard()
        .slice(heard)
        .find((one) => one.includes(say(language, key)))
      expect(answer).toContain(say(language, UNDER_18))
    },
  )

  test.each(LANGUAGES)('no answer and no card asks for one without it (%s)', (language) => {
    const all = flow.reached === undefined ? flow.sayings : [...flow.sayings, flow.reached.saying]
    const sayings = all.flatMap(({ answer, sent, pictures }) =>
      [answer, sent].flatMap((one) => (one === undefined ? [] : [{ key: sayingKey(one), pictures }])),
    )
    for (const { key, pictures } of [...sayings, ...flow.cards])
      if (OF_SCREEN.test(wordsOf(language)[key] ?? '') && key !== SAYS_ITSELF)
        expect([key, pictures]).toEqual([key, true])
  })

  test('the first advice says it, and of a child by words alone no card asks for one', async () => {
    const who = (await openStage()).person('1', 'en')
    for (const words of CHILD.en.slice(0, -1)) await who.says(words)
    const card = who.heard().find((one) => one.includes(say('en', 'card-first')))
    expect(card).toContain(say('en', UNDER_18))

    const child = (await openStage()).person('2', 'en')
    await child.says('someone blackmails a child, she is at primary school')
    for (const words of ['yes', 'no', 'it is a fake picture made with AI']) await child.says(words)
    expect(child.heard().join('\n')).toContain(say('en', 'card-deepfake-minor'))
    expect(child.heard().join('\n')).not.toContain(say('en', 'card-deepfake'))
  })

  test('who is an adult now, and a child in the pictures, is asked for none by any card', async () => {
    const who = (await openStage()).person('1', 'en')
    await who.says('he made a fake nude of me and posted it, i was 15 in the picture, i am 22 now')
    for (const words of ['yes', 'no', 'me', 'i am 22', 'he posted it']) await who.says(words)
    const cards = (await who.book()).state.conversation.cards
    expect(cards).toContain('card-published-minor')
    expect(cards).not.toContain('card-published')
    expect(cards).not.toContain('card-deepfake')
    expect(cards).not.toContain('card-first')
  })

  test('an adult hears nothing of it', async () => {
    const who = (await openStage()).person('1', 'en')
    for (const words of [...CHILD.en.slice(0, -1), 'i am 30']) await who.says(words)
    const heard = who.heard().length
    await who.says('he posted it')
    const answers = who.heard().slice(heard).join('\n')
    expect(answers).toContain(say('en', 'saying-he-published'))
    expect(answers).not.toContain(say('en', UNDER_18))
  })
})
