import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import type { Language } from '../../../../core/base/language.ts'
import { wantsErase } from '../../../../core/policy/conversation/wants-erase.ts'
import { talkAsRead, type Talk } from './talk.ts'

const STORY: Readonly<Record<Language, string>> = {
  ar: 'اكو واحد عنده صوري ويهددني ينشرها',
  ckb: 'کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات',
  en: 'a man has my pictures and will post them',
}

/** At the question what they want. */
const atDemand = (language: Language): Talk => {
  const chat = talkAsRead(language)
  chat.write(STORY[language])
  chat.tap('consent', 'continue')
  chat.tap('danger', 'none')
  chat.tap('age', 'me-18')
  expect(chat.state().open?.step).toBe('demand')
  return chat
}

describe('what was tapped', () => {
  test.each([
    ['en', 'his insta is haider_love_77'],
    ['en', 'haider_love_77'],
    ['en', 'no I did not pay him anything'],
    ['ar', 'لا ما دفعت اله ولا فلس'],
    ['ar', 'يوزره haider_love_77'],
    ['ckb', 'نەخێر هیچم نەداوە'],
    ['ckb', 'haider_love_77'],
  ] as const)('stands, whatever is said after it (%s «%s»)', (language, text) => {
    const chat = atDemand(language)
    chat.tap('demand', 'money')
    chat.write(text)
    expect(chat.state().answers['demand']).toEqual({ kind: 'choices', options: ['money'] })
  })

  test('and the sentence after it is kept as told, and the questions go on', () => {
    const chat = atDemand('ar')
    chat.tap('demand', 'money')
    chat.write('لا ما دفعت اله ولا فلس')
    expect(JSON.stringify(chat.state().answers['story'])).toContain('ولا فلس')
    expect(chat.state().open?.step).not.toBe('demand')
  })

  test('a wish in own words without a tap is the answer', () => {
    const chat = atDemand('en')
    chat.write('he wants me to leave my job')
    expect(chat.state().answers['demand']).toMatchObject({
      kind: 'text',
      text: 'he wants me to leave my job',
    })
  })
})

describe('a yes or a no', () => {
  test.each([
    ['ar', 'نعم'],
    ['ar', 'اي والله'],
    ['ar', 'لا'],
    ['ar', 'na3am'],
    ['ckb', 'بەڵێ'],
    ['ckb', 'نەخێر'],
    ['en', 'yes'],
    ['en', 'no'],
  ] as const)('is no answer to what they want (%s «%s»)', (language, text) => {
    const chat = atDemand(language)
    chat.write(text)
    expect(chat.state().answers['demand']).toBeUndefined()
  })
})

describe('a number alone where the story is asked for', () => {
  const atStory = (language: Language): Talk => {
    const chat = talkAsRead(language)
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    expect(chat.state().open?.step).toBe('story')
    return chat
  }

  test.each([
    ['en', '2'],
    ['ar', '٢'],
    ['ckb', '۲'],
  ] as const)(
    'that is danger in the list above is asked about, and is no story (%s «%s»)',
    (language, text) => {
      const chat = atStory(language)
      expect(chat.write(text).keys).toEqual(['ask-worry-cry'])
      expect(chat.state().answers['story']).toBeUndefined()
      chat.tap('worry-cry', 'yes')
      expect(chat.state().called.danger).toBe(true)
    },
  )

  test.each(['3', '5', '9'])('of another line is no story, and the question stays («%s»)', (text) => {
    const chat = atStory('en')
    expect(chat.write(text).keys).not.toContain('story-thanks')
    expect(chat.state().answers['story']).toBeUndefined()
    expect(chat.state().open?.step).toBe('story')
    expect(chat.state().called.danger).toBe(false)
  })
})

describe('a wish to erase among other words', () => {
  const wants = (text: string): boolean => wantsErase({ flow, context: {} }, text)

  test.each([
    'I want to die. delete this chat',
    'delete everything and I will end my life',
    'please erase all of it, I cannot go on',
    'امسحوا كلشي واريد اموت',
    'اريد اموت وامسحوا كلشي',
    'تعبت، احذفوا المحادثة',
    'هەمووی بسڕەوە، چیتر ناتوانم بژیم',
    'imsa7u kulshi',
  ])('is heard: «%s»', (text) => {
    expect(wants(text)).toBe(true)
  })

  test.each([
    'he wants me to delete everything',
    'he deleted everything',
    'يريدني امسح كلشي',
    'هو مسح كلشي',
    'هەمووی سڕیەوە',
    'I want to die',
    'can he delete this',
  ])('is no other’s: «%s»', (text) => {
    expect(wants(text)).toBe(false)
  })

  test.each([
    ['en', 'I want to die. delete this chat'],
    ['ar', 'امسحوا كلشي واريد اموت'],
    ['ckb', 'دەمەوێت بمرم. هەمووی بسڕەوە'],
  ] as const)(
    'beside a wish to die is remembered and asked about later, never in the same breath (%s «%s»)',
    (language, text) => {
      const chat = talkAsRead(language)
      chat.write(STORY[language])
      chat.tap('consent', 'continue')
      expect(chat.write(text).keys).not.toContain('erase-ask')
      expect(chat.state().called.danger).toBe(true)
      const said: string[] = []
      for (let n = 0; n < 8 && !said.includes('erase-ask'); n += 1) {
        const { keys } = chat.do({ kind: 'command', command: 'skip' })
        if (keys.includes('urgent-waiting')) expect(keys).not.toContain('erase-ask')
        said.push(...keys)
      }
      expect(said).toContain('erase-ask')
    },
  )

  test('is not asked about in the breath in which a person is called', () => {
    const chat = talkAsRead('en')
    chat.write(STORY.en)
    chat.tap('consent', 'continue')
    chat.write("delete everything, I can't live like this any more")
    expect(chat.state().open?.step).toBe('worry-self-harm')
    expect(chat.tap('worry-self-harm', 'person').keys).not.toContain('erase-ask')
    expect(chat.state().erase).toBe('waits')
  })
})
