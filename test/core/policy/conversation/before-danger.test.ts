import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import { choicesOf, sayQuestion } from '../../../../core/policy/conversation/ask.ts'
import type { Language } from '../../../../core/base/language.ts'
import { phrases, talk } from './talk.ts'

const MUCH: Readonly<Record<Language, string>> = {
  en: 'A man on Instagram has my private photos and wants 500 dollars by Thursday. I paid 200 dollars by ZainCash and he asked again. His number is 07701234567. I live in Basra.',
  ar: 'واحد على الانستغرام عنده صوري الخاصة ويريد 500 دولار ليوم الخميس. دفعت 200 دولار بزين كاش ورجع طلب مرة ثانية. رقمه 07701234567. اني بالبصرة.',
  ckb: 'کەسێک لە ئینستاگرام وێنە تایبەتەکانمی لایە و 500 دۆلاری دەوێت تا پێنجشەممە. 200 دۆلارم دا بە زەین کاش و دووبارە داوای کرد. ژمارەکەی 07701234567. من لە هەولێرم.',
}
const CHILD: Readonly<Record<Language, string>> = {
  en: 'I am 15 and somebody has my photos and wants more of them',
  ar: 'عمري 15 وواحد عنده صوري ويريد بعد صور',
  ckb: 'تەمەنم 15 ساڵە و کەسێک وێنەکانمی لایە و زیاتری دەوێت',
}
const LANGUAGES = ['en', 'ar', 'ckb'] as const

const begin = (language: Language) => {
  const chat = talk({ flow, language, crisis: content.crisis })
  chat.do({ kind: 'start' })
  return chat
}

describe.each(LANGUAGES)('before the question for danger, in %s', (language) => {
  test('who tells much reads thanks and what was noted, and nothing that can wait', () => {
    const chat = begin(language)
    chat.tap('consent', 'continue')
    const turn = chat.write(MUCH[language])
    expect(turn.keys).toEqual(['story-thanks', 'also-noted', 'ask-danger'])
    // Whose the number is stands in the same message.
    expect(turn.says[1]?.below).toBe('ids-whose')
    // What could wait comes then.
    expect(chat.tap('danger', 'none').keys.at(0)).toMatch(/^card-/)
  })

  test('who told everything before agreeing reads as little', () => {
    const chat = begin(language)
    chat.write(MUCH[language])
    expect(chat.tap('consent', 'continue').keys).toEqual(['story-kept', 'also-noted', 'ask-danger'])
  })

  test('who says that others see the phone is asked about it at once', () => {
    const chat = begin(language)
    chat.tap('consent', 'continue')
    chat.write(CHILD[language].replaceAll(/1\d/g, '25'))
    expect(chat.tap('danger', 'phone').keys).toEqual(['ask-device'])
  })

  test('beside two other messages no advice stands before a question, and it comes with the next', () => {
    const chat = begin(language)
    chat.tap('consent', 'continue')
    chat.write(CHILD[language].replaceAll(/1\d/g, '25'))
    chat.tap('danger', 'phone')
    const { keys } = chat.tap('device', 'shared')
    expect(keys.slice(0, 2)).toEqual(['exit-note', 'tea-note'])
    expect(keys).toHaveLength(3)
    chat.write(phrases.say(language, 'control-skip'))
    expect(chat.log().some((event) => event.type === 'bot_said' && event.key.startsWith('card-'))).toBe(true)
  })

  test('who corrects what they told is not thanked for it again', () => {
    const chat = begin(language)
    chat.tap('consent', 'continue')
    chat.write(MUCH[language])
    chat.tap('danger', 'none')
    chat.tap('age', 'me-18')
    chat.tap('review', 'correct')
    chat.tap('story', '!edit')
    expect(chat.write(MUCH[language]).keys).not.toContain('story-thanks')
  })

  test('who is in danger already is asked for a yes alone, and not whether they are', () => {
    const chat = begin(language)
    const offered = (): readonly string[] =>
      choicesOf(
        flow,
        chat.state(),
        flow.steps.find(({ id }) => id === 'consent')!,
      ).map(({ label }) => label)
    expect(offered()).toContain('option-consent-danger')
    chat.tap('consent', 'danger')
    expect(offered().slice(0, 1)).toEqual(['option-consent-continue'])
    expect(offered()).not.toContain('option-consent-danger')
    expect(offered()).not.toContain('option-consent-advice')
    // How many questions there would be is nothing to count in danger.
    const age = flow.steps.find(({ id }) => id === 'age')!
    expect(sayQuestion(flow, chat.state(), age).progress).toBeUndefined()
  })

  test('a child that says so is thanked once', () => {
    const chat = begin(language)
    chat.tap('consent', 'continue')
    const { keys } = chat.write(CHILD[language])
    expect(keys.some((key) => key.startsWith('minor'))).toBe(true)
    expect(keys).not.toContain('story-thanks')
  })
})

describe.each(LANGUAGES)('to be copied and to be answered, in %s', (language) => {
  const linesOf = (key: string, args: Readonly<Record<string, string>>): readonly string[] =>
    phrases
      .say(language, key, args)
      .replaceAll(/[\u2066-\u2069]/g, '')
      .split('\n')

  test.each(['case-code', 'phone-farewell', 'erased'])(
    'in %s the code stands in a line of its own',
    (key) => {
      const hash = 'ab'.repeat(32)
      const lines = linesOf(key, { code: '7KQ2M4XD', hash, time: '1', app: 'webchat' })
      expect(lines).toContain('7KQ2M4XD')
      if (key === 'erased') expect(lines).toContain(hash)
    },
  )

  test.each(['ask-review', 'ask-review-words'])('in %s the question stands apart from the card', (key) => {
    const paragraphs = linesOf(key, { summary: 'The card.' }).join('\n').split('\n\n')
    expect(paragraphs).toContain('The card.')
    expect(paragraphs.at(-1)).toMatch(/^[^.؛;]{10,60}[?؟]$/)
  })
})
