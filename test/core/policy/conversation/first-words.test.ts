import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import type { Language } from '../../../../core/base/language.ts'
import { phrases, talk, textOnly, type Talk } from './talk.ts'

const open = (language: Language): Talk => talk({ flow, language, crisis: content.crisis })
const shown = (chat: Talk): string =>
  chat
    .shown(textOnly)
    .map(({ text }) => text)
    .join('\n')

describe('who asks in the first words who this is', () => {
  test.each<[Language, string]>([
    ['en', 'who are you'],
    ['en', 'what is this?'],
    ['ar', 'شنو هذا'],
    ['ar', 'منو انتم؟'],
    ['ckb', 'ئێوە کێن'],
  ])('reads that before the greeting, and no guide (%s, «%s»)', (language, text) => {
    expect(open(language).write(text).keys).toEqual(['who-we-are', 'ask-consent'])
  })

  test('is told the one account where there is one, and none where there is none', () => {
    const named = talk({ flow, official: '@amin_help' })
    named.write('who are you')
    expect(shown(named)).toContain('@amin_help')
    const unnamed = talk({ flow })
    unnamed.write('who are you')
    expect(shown(unnamed)).not.toContain('only account')
  })
})

describe('who stopped before agreeing and comes back', () => {
  test.each<[Language, string, string]>([
    ['en', 'no', 'hello again'],
    ['ar', 'لا', 'هلو'],
    ['ckb', 'نەخێر', 'سڵاو'],
  ])('is met by a short word, and the greeting is not repeated (%s)', (language, no, hello) => {
    const chat = open(language)
    chat.write(hello)
    expect(chat.write(no).keys).toEqual(['consent-left'])
    expect(chat.write(hello).keys).toEqual(['consent-back'])
    expect(phrases.say(language, 'consent-back').length).toBeLessThan(150)
    expect(chat.tap('consent', 'continue').keys).toEqual(['ask-story'])
  })

  test('reads everything anew where they begin with START: of what was said nothing may be left', () => {
    const chat = open('en')
    chat.do({ kind: 'start' })
    chat.write('no')
    expect(chat.do({ kind: 'start' }).keys).toEqual(['resumed', 'ask-consent'])
  })
})

describe('of somebody under 18 a question for their pictures opens Take It Down and never StopNCII', () => {
  const REMOVE: Readonly<Record<Language, string>> = {
    en: 'can you delete my photos?',
    ar: 'شلون احذف صوري؟',
    ckb: 'چۆن وێنەکانم بسڕمەوە؟',
  }
  const isTakenDown = (chat: Talk): void => {
    expect(chat.state().menu).toBe('guide-takeitdown-1')
    expect(shown(chat)).not.toContain('stopncii')
  }

  test.each<[Language, string]>([
    // The readers of danger are not sure of a child in so many words.
    ['en', 'I am 15 and someone has my nude photos and he is going to post them'],
    ['en', 'I am 15 and someone has my nude photos, can you delete them?'],
    ['ar', 'عمري 15 وواحد عنده صوري ويهددني'],
    ['ckb', 'تەمەنم 15 ساڵە و کەسێک وێنەکانی منی هەیە'],
    ['en', 'my daughter is 14 and someone has her photos'],
    ['ar', 'بنتي عمرها 14 وواحد عنده صورها'],
  ])('before agreeing, where the age was only said in words (%s, «%s»)', (language, told) => {
    const chat = open(language)
    chat.write(told)
    chat.write(REMOVE[language])
    isTakenDown(chat)
  })

  test.each<[Language, string]>([
    ['en', 'I am 15 and a man from school has my photos'],
    ['ar', 'عمري 16 وواحد يهددني بصوري'],
    ['ckb', 'کچەکەم تەمەنی 14 ساڵە'],
  ])('while a report is written (%s, «%s»)', (language, told) => {
    const chat = open(language)
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write(told)
    expect(chat.state().open?.step).toBe('danger')
    chat.write(REMOVE[language])
    isTakenDown(chat)
  })

  test('in the guide for adults that stood open when the age came', () => {
    const chat = open('en')
    chat.write('can you delete my photos?')
    expect(chat.state().menu).toBe('guide-stopncii-1')
    chat.write('i am 15')
    chat.press('2:!guide:stopncii')
    isTakenDown(chat)
  })

  test('and people are called for a child whose age stands in the first words alone', () => {
    const turn = open('en').write('I am 15 and someone has my nude photos, can you delete them?')
    expect(turn.keys).toEqual(['minor', 'ask-consent'])
    expect(turn.state.called.danger).toBe(true)
    const adult = open('en').write('I am 22 and someone has my nude photos, can you delete them?')
    expect(adult.state.answers['age']).toBeUndefined()
  })

  test.each(['ar', 'ckb', 'en'] as const)('where it is said in a line, too (%s)', (language) => {
    expect(phrases.say(language, 'minor-other')).toContain('takeitdown.ncmec.org')
    expect(phrases.say(language, 'saying-can-remove-minor')).not.toContain('stopncii')
    expect(phrases.say(language, 'guide-stopncii')).toContain('takeitdown.ncmec.org')
  })
})

test('a child in danger whose age stands in the first words alone is known as a child, and gets no words for adults', () => {
  const chat = talk({ flow, language: 'en', crisis: { read: () => [] } })
  const hit = { label: 'self_harm', rule: 'reader', hard: true, about: 'self', start: 0, end: 10 } as const
  const crisis = { read: () => [hit] }
  const child = talk({ flow, language: 'en', crisis })
  child.write('I am 15 and I will kill myself tonight')
  expect(child.state().answers['age']).toMatchObject({ option: 'me-13-15' })
  expect(child.state().called.danger).toBe(true)
  chat.write('I am 15 and he has my photos')
  expect(chat.state().answers['age']).toMatchObject({ option: 'me-13-15' })
})
