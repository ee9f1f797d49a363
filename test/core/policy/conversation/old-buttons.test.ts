import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import type { Language } from '../../../../core/base/language.ts'
import { atReview, talk, type Talk } from './talk.ts'

const begin = (language: Language = 'en'): Talk => {
  const chat = talk({ flow, language, crisis: content.crisis })
  chat.do({ kind: 'start' })
  for (const [step, what] of [
    ['consent', 'continue'],
    ['story', '!skip'],
    ['danger', 'none'],
    ['age', 'me-18'],
  ] as const)
    chat.tap(step, what)
  return chat
}

const atOwnReview = (language: Language = 'en'): Talk => {
  const chat = begin(language)
  chat.write('A man I met online has my private photos, wants 500 dollars by tomorrow, @bad_guy_12')
  for (const step of ['material', 'demand', 'ids']) if (chat.state().open?.step === step) chat.write('skip')
  expect(chat.state().open?.step).toBe('review')
  return chat
}

describe('a danger button counts whenever it is pressed', () => {
  test('on the old question, while another one waits: the answer is added, people are called, the urgent questions come', () => {
    const chat = begin()
    const turn = chat.tap('danger', 'hurt')
    expect(turn.kinds).toEqual(
      expect.arrayContaining(['answer_given', 'handoff_requested', 'urgent_path_taken']),
    )
    expect(turn.keys).toEqual(['crisis-violence', 'ask-fast-safe'])
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt'] })
  })

  test('after the case was sent', () => {
    const chat = atOwnReview()
    chat.tap('review', 'send')
    const turn = chat.tap('danger', 'self-harm')
    expect(turn.kinds).toEqual(
      expect.arrayContaining(['answer_given', 'handoff_requested', 'urgent_path_taken']),
    )
    expect(turn.keys).toContain('ask-crisis-now')
    expect(turn.keys.join()).not.toMatch(/already-answered|with-team/)
  })

  test('a second danger is added to the first, and a danger pressed again is never silent', () => {
    const chat = begin()
    chat.tap('danger', 'hurt')
    chat.tap('danger', 'deadline')
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt', 'deadline'] })
    expect(chat.tap('danger', 'hurt').says).not.toEqual([])
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt', 'deadline'] })
  })

  test('in a chat that is hidden it calls people, and nothing shows', () => {
    const chat = begin()
    chat.write('0')
    const turn = chat.tap('danger', 'hurt')
    expect(turn.kinds).toEqual(expect.arrayContaining(['answer_given', 'handoff_requested']))
    expect(turn.says).toEqual([])
    expect(chat.state().exited).toBe(true)
  })

  test('while it is the question that waits, it answers it', () => {
    const chat = talk({ flow })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('story', '!skip')
    expect(chat.tap('danger', 'meeting').keys).toEqual(['crisis-meeting', 'ask-fast-safe'])
  })
})

describe('other old buttons', () => {
  test('say once that the question was answered, and then nothing', () => {
    const chat = begin()
    expect(chat.tap('age', 'me-18').keys).toEqual(['already-answered'])
    expect(chat.tap('age', 'me-18').keys).toEqual([])
  })

  test('of the review say once where the case is', () => {
    const chat = atOwnReview()
    chat.tap('review', 'send')
    expect(chat.tap('review', 'send').keys).toEqual(['with-team'])
    expect(chat.tap('review', 'erase').keys).toEqual([])
  })
})

describe('nothing is sent that was not meant to be', () => {
  const words: Readonly<Record<Language, readonly string[]>> = {
    ar: ['تم', 'نعم', 'خلص', 'اي'],
    ckb: ['تەواو', 'بەڵێ'],
    en: ['done', 'yes', 'ok', 'that is all'],
  }
  test.each(
    Object.entries(words).flatMap(([language, list]) =>
      list.map((word) => [language as Language, word] as const),
    ),
  )('at the review "%s: %s" sends nothing: the review is shown once more, last', (language, word) => {
    const chat = atOwnReview(language)
    const turn = chat.write(word)
    expect(turn.state.submitted).toBe(false)
    expect(turn.keys).toEqual(['not-understood-review', 'ask-review'])
  })

  test.each([
    ['ar', 'إرسال'],
    ['ckb', 'ناردن'],
    ['en', 'send'],
  ] as const)('"%s: %s" sends it', (language, word) => {
    expect(atOwnReview(language).write(word).state.submitted).toBe(true)
  })

  test('"done" again and again shows the review again and again', () => {
    const chat = atOwnReview()
    for (let i = 0; i < 4; i += 1) expect(chat.write('done').keys.at(-1)).toBe('ask-review')
  })
})

describe('files and the review', () => {
  test('at the review a file is met with its receipt and the review under it, which comes last', () => {
    const chat = atReview()
    expect(chat.send('photo').keys).toEqual([])
    expect(chat.do({ kind: 'settled' }).keys).toEqual(['ask-review'])
  })
})
