import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'

import { content } from '../../../../bots/content.ts'
import type { Language } from '../../../../core/base/language.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { minutes } from '../../../../core/base/units.ts'
import { foldShort, isHurried } from '../../../../core/policy/conversation/words.ts'
import { factsOf } from '../../../../core/policy/triage/facts.ts'
import { judge } from '../../../../core/policy/triage/triage.ts'
import { NOON, talk, type Talk, type Turned } from './talk.ts'

const open = (language: Language): Talk =>
  talk({ flow, language, crisis: content.crisis, sayings: content.sayings.read })

const cry = (chat: Talk, text: string): Turned =>
  chat.do({ kind: 'text', text: untrusted(text), cry: 'alone' })

const severityOf = (chat: Talk): string => {
  const conversation = chat.state()
  const facts = factsOf(flow, { conversation, answeredAt: {}, crisisAt: {} }, NOON)
  return judge(content.triage, { answers: conversation.answers, skipped: conversation.skipped, facts })
    .severity
}

const CRIES: readonly (readonly [Language, string, yes: string, no: string])[] = [
  ['en', 'help me quickly', 'yes', 'no'],
  ['en', 'please help', 'Yes', 'no thanks'],
  ['ar', 'ساعدوني بسرعة', 'نعم', 'لا'],
  ['ar', 'الحكوني', 'اي', 'لا والله'],
  ['ar', 'il7aguni', 'ee', 'la'],
  ['ckb', 'فریام کەون', 'بەڵێ', 'نەخێر'],
  ['ckb', 'هەوارا من وەرن', 'ئەرێ', 'نا'],
  ['ckb', 'hawar', 'bale', 'na'],
]

describe('who calls for help and says nothing else', () => {
  test.each(CRIES)(
    'is asked whether they are in danger now, before consent and all else (%s «%s»)',
    (...one) => {
      const [language, text] = one
      const chat = open(language)
      expect(cry(chat, text).keys).toEqual(['ask-worry-cry'])
      expect(chat.state().called.danger).toBe(false)
      expect(severityOf(chat)).toBe('P2')
    },
  )

  test.each(CRIES)('with a yes has called people, as by the button for danger (%s «%s»)', (...one) => {
    const [language, text, yes] = one
    const chat = open(language)
    cry(chat, text)
    expect(chat.write(yes).keys).toEqual(['urgent-called', 'ask-join'])
    expect(chat.state()).toMatchObject({ urgent: true, called: { danger: true } })
    const button = open(language)
    button.do({ kind: 'start' })
    expect(button.tap('consent', 'danger').keys).toEqual(['urgent-called', 'ask-join'])
  })

  test.each(CRIES)('with a no is greeted, and nobody is called (%s «%s»)', (language, text, _, no) => {
    const chat = open(language)
    cry(chat, text)
    expect(chat.write(no).keys).toEqual(['worry-no', 'ask-consent'])
    expect(chat.state()).toMatchObject({ urgent: false, called: { danger: false } })
    // Who denied it a moment ago is heard, and not asked the same again; later it is a new cry.
    expect(cry(chat, text).keys[0]).toBe('cry-heard')
    chat.wait(minutes(11))
    expect(cry(chat, text).keys).toEqual(['ask-worry-cry'])
  })

  test.each([
    ['en', 'help me', 'help me please'],
    ['en', 'help me', 'help'],
    ['ar', 'ساعدوني', 'بسرعة'],
    ['ckb', 'هاوار', 'خێرا وەرن'],
    ['ar', 'ساعدوني', 'مدري'],
    ['ckb', 'فریام کەون', 'نازانم'],
    ['en', 'help me', "I don't know"],
    ['en', 'help me', 'maybe'],
  ] as const)(
    'and calls again, or cannot say, is somebody in danger (%s «%s» «%s»)',
    (language, first, next) => {
      const chat = open(language)
      cry(chat, first)
      const isCry = isHurried(flow, foldShort(next) ?? '')
      const { keys } = isCry ? cry(chat, next) : chat.write(next)
      expect(keys).toEqual(['urgent-called', 'ask-join'])
    },
  )

  test('and then tells something else is left in peace with it, and stays seen', () => {
    const chat = open('en')
    cry(chat, 'help me quickly')
    expect(chat.write('there is a man who has my photos').keys).toEqual(['worry-left', 'ask-consent'])
    expect(chat.state().answers['story']).toMatchObject({ text: 'there is a man who has my photos' })
    expect(chat.state().called.danger).toBe(false)
    expect(severityOf(chat)).toBe('P2')
  })

  test('and a danger told instead of an answer calls people as ever', () => {
    const chat = open('en')
    cry(chat, 'help me quickly')
    chat.write('no, my brother will kill me tonight')
    expect(chat.state().called.danger).toBe(true)
    expect(chat.state().answers['worry-cry']).not.toMatchObject({ option: 'no' })
  })

  test('in the middle of the questions is asked the same, and the question that stood comes back', () => {
    const chat = open('en')
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    const { step } = chat.state().open ?? {}
    expect(cry(chat, 'help me quickly').keys).toEqual(['ask-worry-cry'])
    expect(chat.write('no').keys.at(-1)).toBe(`ask-${step ?? ''}`)
  })

  test('and wants a person is given one', () => {
    const chat = open('en')
    cry(chat, 'help me')
    expect(chat.tap('worry-cry', 'person').keys[0]).toBe('human-requested')
    expect(chat.state().called).toMatchObject({ danger: false, person: true })
  })

  test('the yes counts as well when its button is pressed later', () => {
    const chat = open('en')
    cry(chat, 'help me')
    const yes = chat.tokens().find((token) => token.includes('worry-cry') && token.includes('yes')) ?? ''
    chat.write('no')
    chat.press(yes)
    expect(chat.state().called.danger).toBe(true)
  })
})

describe('no call of the kind', () => {
  test.each([
    'i need help',
    'i am scared',
    'خايفة',
    'دەترسم',
    'can you help me',
    'what do i do',
    'nobody answers',
    'احتاج مساعدة',
    'شسوي',
    'محد يجاوب',
    'پێویستم بە یارمەتییە',
    'چی بکەم',
    'help me delete my account',
    'ساعدوني عنده صوري',
    'hello',
    '',
  ])('is «%s»', (text) => {
    expect(isHurried(flow, foldShort(text) ?? '')).toBe(false)
  })

  test.each(['سَاعِدُونِي', 'ساعـــدوني', 'ساعدوووني', 'هاوااار', 'HELP ME!!!', 'فریام  کەون', 'ساعدونی'])(
    'but one it is, however it is written: «%s»',
    (text) => {
      expect(isHurried(flow, foldShort(text) ?? '')).toBe(true)
    },
  )
})

test.each<[Language, string, string]>([
  ['en', 'help me', 'Erbil'],
  ['ar', 'ساعدوني', 'اربيل'],
  ['ckb', 'فریام کەون', 'هەولێر'],
])(
  'who calls for help and names a place is not told that this is the wrong one (%s)',
  (language, help, place) => {
    const chat = open(language)
    cry(chat, help)
    expect(chat.write(place).keys).not.toContain('saying-other-topic')
  },
)
