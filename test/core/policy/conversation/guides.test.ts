import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { guidance } from '../../../../bots/amin/guidance/library.ts'
import type { Language } from '../../../../core/base/language.ts'
import { guideStepKey } from '../../../../core/model/keys.ts'
import { guideAsked } from '../../../../core/policy/conversation/guide-asked.ts'
import { chosenGuides, linesOf } from '../../../../core/policy/conversation/guides.ts'
import { HOUR, talk, textOnly, type Talk } from './talk.ts'

const open = (language: Language = 'en'): Talk => talk({ flow, language })
const shown = (chat: Talk): string =>
  chat
    .shown(textOnly)
    .map(({ text }) => text)
    .join('\n')
    .replace(/[\u2066-\u2069]/g, '')

const KNOWN = [
  ['danger', 'none'],
  ['age', 'me-18'],
] as const

const told = (story: string): Talk => {
  const chat = open()
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  chat.write(story)
  for (const [step, what] of KNOWN) if (chat.state().open?.step === step) chat.tap(step, what)
  return chat
}
/** Every question that is left is passed over, and the report is sent. */
const sent = (chat: Talk): ReturnType<Talk['write']> => {
  for (let asked = 0; asked < 30 && chat.state().open?.step !== 'review'; asked += 1) chat.write('skip')
  return chat.tap('review', 'send')
}
const chosen = (chat: Talk): readonly string[] => chosenGuides(flow, chat.state()).map(({ id }) => id)

describe('advice without a report', () => {
  test.each<[Language, string]>([
    ['en', 'I only want advice'],
    ['ar', 'أريد نصيحة فقط'],
    ['ckb', 'تەنها ئامۆژگاریم دەوێت'],
  ])('in %s «%s» as the first words opens the subjects, and nothing is asked', (language, text) => {
    const chat = open(language)
    const turn = chat.write(text)
    expect(turn.keys).toEqual(['guides'])
    expect([turn.state.asked, turn.state.submitted, turn.kinds]).toEqual([0, false, []])
  })

  test.each<[Language, string, string]>([
    ['en', 'how do i report a fake account on instagram', 'guide-instagram-report-1'],
    ['ar', 'شلون ابلغ على حساب بالانستا؟', 'guide-instagram-report-1'],
    ['ckb', 'چۆن هەژمارەکەی فەیسبووک ڕاپۆرت بکەم', 'guide-facebook-report-1'],
    ['en', 'what does the law say?', 'guide-law-iraq-1'],
  ])(
    'in %s «%s» is answered by its guide before anything is asked, and then greeted',
    (language, text, step) => {
      const chat = open(language)
      const { keys } = chat.write(text)
      expect(keys).toContain(step)
      expect(keys.at(-1)).toBe('ask-consent')
      expect(chat.state().answers['story']).toBeUndefined()
    },
  )

  test('a question in the middle is answered, and the question that waits stays', () => {
    const chat = open('en')
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('skip')
    expect(chat.state().open?.step).toBe('danger')
    expect(chat.write('how do i report an account on tiktok?').keys).toContain('guide-tiktok-report-1')
    expect(chat.state().open?.step).toBe('danger')
  })

  test('what is told beside a question is kept as the story', () => {
    const chat = open('en')
    chat.do({ kind: 'start' })
    chat.write('he hacked my instagram and asks for money, how do I get it back?')
    expect(chat.state().answers['story']?.kind).toBe('text')
  })

  test('what happened, told where it was asked for, is no question for a subject', () => {
    const chat = open('en')
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('he hacked my instagram and asks for money, how do i get it back?')
    expect(chat.state().answers['story']?.kind).toBe('text')
  })

  test('is offered beside the question for consent, which it needs not, and beside no other question', () => {
    const chat = open()
    chat.do({ kind: 'start' })
    const offered = (): boolean =>
      chat
        .shown()
        .some(({ buttons }) => buttons?.some(({ label }) => label === 'I only want advice') === true)
    expect(offered()).toBe(true)
    chat.tap('consent', 'continue')
    expect(offered()).toBe(false)
  })

  test('goes from group to subject to guide by buttons, and through its steps to its source', () => {
    const chat = open()
    chat.press('0:!guide:all')
    expect(chat.tap('!guide', 'apps').keys).toEqual(['guide-group-apps'])
    expect(chat.tap('!guide', 'telegram').keys).toEqual(['guide-about-telegram'])
    expect(chat.tap('!guide', 'telegram-account').keys).toEqual([
      'guide-job-account',
      'guide-telegram-account-1',
    ])
    expect(shown(chat)).toContain('(1 of 5)')
    for (const step of [2, 3, 4, 5]) {
      expect(chat.press(`${step}:!guide:telegram-account`).keys).toEqual([`guide-telegram-account-${step}`])
    }
    expect(chat.tap('!guide', 'telegram-account').keys).toEqual(['guide-finished'])
    expect(shown(chat)).toContain('To read more: Telegram FAQ (telegram.org/faq). Written on 28/11/2026;')
    expect(shown(chat)).not.toContain('lawyer')
    expect(chat.state().guide).toBeUndefined()
    expect(chat.state().asked).toBe(0)
  })

  test('goes the same way by typed numbers, where a channel has no buttons', () => {
    const chat = open()
    chat.write('advice')
    expect(shown(chat)).toContain('2. Apps and games')
    expect(chat.write('2').keys).toEqual(['guide-group-apps'])
    expect(chat.write('1').keys).toEqual(['guide-about-instagram'])
    expect(chat.write('1').keys).toEqual(['guide-job-account', 'guide-instagram-account-1'])
    expect(shown(chat)).toContain('1. Done')
    expect(chat.write('1').keys).toEqual(['guide-instagram-account-2'])
    expect(chat.write('2').keys).toEqual(['guide-left'])
    expect(chat.state().guide).toEqual({ id: 'instagram-account', step: 2 })
  })

  test('a list of a subject that an older version showed is picked from as it stood', () => {
    const { state } = open()
    const lines = (menu: `guide${string}`) => linesOf(flow, { ...state(), menu }).map(({ token }) => token)
    expect(lines('guide-topic-instagram')).toEqual(lines('guide-about-instagram'))
    expect(lines('guide-topic-instagram')).toHaveLength(2)
  })

  test('a subject with one guide opens it at once; an unknown name opens the subjects', () => {
    const chat = open()
    expect(chat.press('0:!guide:family').keys).toEqual(['guide-family', 'guide-family-1'])
    expect(chat.press('0:!guide:garden').keys).toEqual(['guides'])
  })

  test('what is said of the law says at its end that a lawyer has still to confirm it', () => {
    const chat = open()
    expect(chat.press('6:!guide:law-iraq').keys).toEqual(['guide-finished'])
    expect(shown(chat)).toContain('A lawyer has still to confirm')
  })

  test('every guide can be gone through to its end', () => {
    for (const guide of guidance.guides) {
      const chat = open()
      for (let step = 1; step <= guide.steps; step += 1)
        expect(chat.press(`${step}:!guide:${guide.id}`).keys.at(-1)).toBe(guideStepKey(guide, step))
      expect(chat.press(`${guide.steps + 1}:!guide:${guide.id}`).keys).toEqual(['guide-finished'])
    }
  })

  test.each([
    ['my instagram was hacked', 'instagram-account'],
    ['انستا مالتي تهكر', 'instagram-account'],
    ['هەژماری فەیسبووکم هاک کراوە', 'facebook-account'],
    ['how do i report on telegram', 'telegram-report'],
    ['zain cash', 'zaincash'],
    ['شلون اخبر اهلي', 'family'],
    ['what does the law say', 'law-iraq'],
    ['somebody on snapchat', 'snapchat'],
  ])('«%s», written over the open subjects, opens %s', (text, what) => {
    expect(guideAsked(flow, text)?.what).toBe(what)
    const chat = open()
    chat.write('advice')
    const turn = chat.write(text)
    expect(turn.keys.every((key) => key.startsWith('guide'))).toBe(true)
    expect(turn.state.asked).toBe(0)
  })

  test('who tells a story over the open subjects is heard as who tells one', () => {
    const chat = open()
    chat.write('advice')
    const story =
      'A man I met on instagram three weeks ago has my pictures and my number and he says that he sends them to my brother tonight unless I give him money, and I do not know what to do any more'
    expect(chat.write(story).keys).toEqual(['ask-consent'])
    expect(chat.state().answers['story']).toBeDefined()
  })

  test('within a report the question that waits is asked again once a guide is over or put off', () => {
    const chat = told('A man has my photos and wants money from me, he writes on telegram')
    const waits = chat.state().open?.step
    expect(chat.press('6:!guide:evidence').keys).toEqual(['guide-finished', `ask-${waits}`])
    expect(chat.press('2:!later:evidence').keys).toEqual(['guide-left', `ask-${waits}`])
  })
})

describe('what was told chooses what is offered', () => {
  test.each([
    ['my instagram was hacked and he wants money', ['instagram-account', 'evidence', 'sextortion']],
    [
      'He has private photos of me on telegram and wants more photos',
      ['stopncii', 'telegram-report', 'evidence', 'sextortion'],
    ],
    [
      'he made fake photos of me with ai and writes on snapchat',
      ['stopncii', 'ai-made', 'ai-family', 'snapchat-report'],
    ],
    [
      'he has my photos, i paid with zain cash and now he wants more money',
      ['zaincash', 'stopncii', 'evidence', 'sextortion'],
    ],
  ])('«%s»', (story, ids) => {
    expect(chosen(told(story))).toEqual(ids)
  })

  test('Take It Down is for under 18, StopNCII for adults', () => {
    const chat = open()
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('story', '!skip')
    chat.tap('danger', 'none')
    chat.tap('age', 'me-13-15')
    chat.write('he has private photos of me and wants more photos')
    expect(chosen(chat)).toContain('takeitdown')
    expect(chosen(chat)).not.toContain('stopncii')
    expect(chosen(chat)).toContain('school')
  })

  test('nothing is chosen before consent, whatever was written', () => {
    const chat = open()
    chat.write('he has private photos of me and wants more money, on telegram')
    expect(chosen(chat)).toEqual([])
  })

  test('it is offered once the report was sent, four at most, and the word "advice" brings it back', () => {
    const chat = told(
      'he made fake photos of me with ai, and wants money through telegram, i paid with zain cash',
    )
    expect(sent(chat).keys.at(-1)).toBe('guides-chosen')
    expect(
      chat.shown()[chat.shown().length - 1]?.buttons?.filter(({ token }) => token.startsWith('1:')),
    ).toHaveLength(4)
    expect(chat.write('advice').keys).toEqual(['guides-chosen'])
    expect(chat.tap('!guide', 'all').keys).toEqual(['guides'])
  })

  test('nothing is put between a person in danger and help', () => {
    const chat = told('he made fake photos of me and wants money')
    for (let asked = 0; asked < 30 && chat.state().open?.step !== 'review'; asked += 1) chat.write('skip')
    expect(chosen(chat)).not.toEqual([])
    const turns = [
      chat.write('urgent'),
      chat.tap('review', 'send'),
      ...['skip', 'skip', 'skip', 'skip'].map(chat.write),
    ]
    expect(turns.at(-1)?.state.urgent).toBe(true)
    for (const { keys } of turns) expect(keys.filter((key) => key.startsWith('guide'))).toEqual([])
  })
})

describe('"is it done?" comes back once', () => {
  const begun = (): Talk => {
    const chat = told('he made fake photos of me and wants money')
    chat.press('1:!guide:evidence')
    chat.press('2:!guide:evidence')
    chat.press('2:!later:evidence')
    return chat
  }

  test('when the report was sent, with the step that was open; yes leads to the next one', () => {
    const chat = begun()
    expect(sent(chat).keys.at(-1)).toBe('guide-again')
    expect(shown(chat)).toContain('one step was left open: The profile: a screenshot')
    expect(chat.write('1').keys).toEqual(['guide-evidence-3'])
    chat.wait(20 * HOUR)
    expect(chat.write('hello again, it is me').keys).not.toContain('guide-again')
  })

  test('it can be seen again, or left', () => {
    const seen = begun()
    sent(seen)
    expect(seen.write('2').keys).toEqual(['guide-evidence-2'])
    const left = begun()
    sent(left)
    expect(left.write('3').keys).toEqual(['guide-left'])
    left.wait(20 * HOUR)
    expect(left.write('hello again, it is me').keys).not.toContain('guide-again')
  })

  test('to who only read, when they come back after a while and say hello', () => {
    const chat = open()
    chat.press('1:!guide:whatsapp-account')
    chat.wait(HOUR)
    expect(chat.write('hello').keys).toEqual(['ask-consent'])
    const other = open()
    other.press('1:!guide:whatsapp-account')
    other.wait(20 * HOUR)
    expect(other.write('hello').keys).toEqual(['guide-again'])
    expect(other.write('hello').keys).toEqual(['ask-consent'])
  })

  test('not about what is only read, and not after the end', () => {
    for (const token of ['1:!guide:sextortion', '6:!guide:evidence']) {
      const chat = open()
      chat.press(token)
      chat.wait(20 * HOUR)
      expect(chat.write('hello').keys).toEqual(['ask-consent'])
    }
  })
})
