import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'
import { flow } from '../../../../bots/amin/flow.ts'
import { CRISIS_LABELS, type CrisisHit } from '../../../../core/base/danger.ts'
import type { Language } from '../../../../core/base/language.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { namedInQuestion } from '../../../../core/policy/conversation/guide-asked.ts'
import type { ReadSubject } from '../../../../core/policy/conversation/input.ts'
import { talk, type Talk, type Turned } from './talk.ts'
import { runs } from '../../../property/runs.ts'

const open = (language: Language = 'en', subject: ReadSubject = content.subjects.read): Talk =>
  talk({ flow, language, subject })
/** Sure of everything: what is not answered by a guide is held back by something else. */
const always: ReadSubject = () => ({ subject: 'evidence', sure: true, firm: true })
const guides = ({ keys }: Turned): readonly string[] => keys.filter((key) => key.startsWith('guide'))

describe('a question in words that no subject lists', () => {
  test.each<[Language, string, string]>([
    ['en', 'how do i explain it to my mum', 'guide-family-1'],
    ['en', 'the nude photo is edited, it is not my body, how do i prove it', 'guide-about-ai-images'],
    ['ar', 'شلون افاتح امي بالموضوع', 'guide-family-1'],
    ['ar', 'منو يساعدني اذا طلعت الصورة مركبة علية؟', 'guide-about-ai-images'],
    ['ckb', 'چۆن بە دایکم بڵێم چی بووە', 'guide-family-1'],
  ])('in %s «%s» gets its guide before anything is asked', (language, text, key) => {
    expect(namedInQuestion(flow, text)).toEqual([])
    const chat = open(language)
    const { keys } = chat.write(text)
    expect(keys).toContain(key)
    expect(keys.at(-1)).toBe('ask-consent')
    expect(open(language, () => undefined).write(text).keys).not.toContain(key)
  })

  test('what only states the matter is answered as well, and kept as the story', () => {
    const chat = open()
    expect(guides(chat.write('someone stole my instagram and changed the email'))).not.toEqual([])
    expect(chat.state().answers['story']?.kind).toBe('text')
  })

  test('what is told is listened to: no piece of a story opens a guide, however sure its subject is', () => {
    const tiktok: ReadSubject = (text) =>
      text.includes('tiktok') ? { subject: 'tiktok', sure: true, firm: true } : undefined
    const chat = open('en', tiktok)
    expect(guides(chat.write('there is a man who threatens me with pictures'))).toEqual([])
    expect(guides(chat.write('we met on tiktok last winter'))).toEqual([])
    expect(guides(chat.write('how do I report him on tiktok?'))).not.toEqual([])
    // What is done with pictures, or by the family, is a story from its first word.
    expect(guides(open('en', always).write('he has saved everything that I sent'))).toEqual([])
  })

  test('beside a story a question opens a subject that it names, or that is beyond doubt', () => {
    const chat = open('en', (text) =>
      /money|exchange/.test(text) ? { subject: 'exchange', sure: true } : undefined,
    )
    chat.write('there is a man who threatens me and I am afraid of him')
    expect(guides(chat.write('what can I do without money?'))).toEqual([])
    expect(guides(chat.write('what can the exchange office do?'))).not.toEqual([])
  })

  test('in the middle what only states something is an answer, and what asks is answered', () => {
    const chat = open('en', always)
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('skip')
    expect(chat.state().open?.step).toBe('danger')
    expect(guides(chat.write('there are some other things as well'))).toEqual([])
    expect(guides(chat.write('but what would you save of all this?'))).toContain('guide-evidence-1')
    expect(chat.state().open?.step).toBe('danger')
  })

  test('the subject of a kind that is named goes before the one that is only meant', () => {
    const chat = open('en', () => ({ subject: 'instagram', sure: true }))
    expect(guides(chat.write('what would you do about viber?'))).toEqual(['guide-about-viber'])
  })
})

describe('a question that may be about one of a few subjects', () => {
  const near: ReadSubject = () => ({ subject: 'exchange', near: ['exchange', 'zaincash', 'cards'] })
  const ask = 'can the man at the counter stop what I sent?'

  test.each<Language>(['en', 'ar', 'ckb'])(
    'is asked back with these few, and with nothing else (%s)',
    (language) => {
      const chat = open(language, near)
      const { keys } = chat.write(ask)
      expect(keys).toEqual(['guides-near'])
      const { buttons = [] } = chat.shown()[0] ?? {}
      expect(buttons.map(({ token }) => token)).toEqual([
        '0:!guide:exchange',
        '0:!guide:zaincash',
        '0:!guide:cards',
        '0:!guide:all',
      ])
    },
  )

  test('the one that is pressed, or whose number is written, opens', () => {
    const pressed = open('en', near)
    pressed.write(ask)
    expect(guides(pressed.press('0:!guide:zaincash'))).toContain('guide-zaincash-1')
    const written = open('en', near)
    written.write(ask)
    expect(guides(written.write('2'))).toContain('guide-zaincash-1')
  })

  test('whoever begins to tell instead is listened to', () => {
    const chat = open('en', near)
    chat.write(ask)
    chat.write('there is a man who threatens me and he wants money by tomorrow')
    expect(chat.state().answers['story']?.kind).toBe('text')
  })

  test('the same few are not offered to the next question again', () => {
    const chat = open('en', near)
    chat.write(ask)
    expect(guides(chat.write('but would they do that for somebody like me?'))).not.toContain('guides-near')
  })

  test.each([
    ['what only tells something', 'the man at the counter took what I sent'],
    ['who names somebody', 'what will 07701234567 do with it?'],
  ])('%s is offered none', (_, text) => {
    expect(guides(open('en', near).write(text))).toEqual([])
  })

  test('beside a story none is offered: what to do then is asked of people', () => {
    const chat = open('en', near)
    chat.write('there is a man who threatens me and I am afraid of him')
    expect(guides(chat.write('what can I do now?'))).toEqual([])
  })

  test('what was said otherwise has its answer', () => {
    const chat = talk({
      flow,
      language: 'en',
      subject: near,
      sayings: (text) => [{ start: 0, end: text.length, kind: 'are-you-human' }],
    })
    expect(guides(chat.write('are you one of those machines?'))).toEqual([])
  })
})

describe('what is no question for a subject', () => {
  test('a story with a question mark stays a story', () => {
    const story =
      'We met in a group two months ago and talked every night, then he asked for pictures and now he wants money. Why me?'
    for (const subject of [content.subjects.read, always]) {
      const chat = open('en', subject)
      chat.write(story)
      expect(chat.state().answers['story']).toMatchObject({ kind: 'text', text: story })
    }
    expect(guides(open().write(story))).toEqual([])
  })

  test('told where it was asked for, it is the story, however sure the reader is', () => {
    const chat = open('en', always)
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    expect(guides(chat.write('he took over my account, how do i get it back?'))).toEqual([])
    expect(chat.state().answers['story']?.kind).toBe('text')
  })

  test('whoever names somebody is not answered by a guide', () => {
    expect(guides(open('en', always).write('who is 07701234567?'))).toEqual([])
  })

  test.each(['alone', 'among'] as const)('a cry (%s) is never answered by a guide', (cry) => {
    const chat = open('en', always)
    expect(guides(chat.do({ kind: 'text', text: untrusted('please help me, what do i do?'), cry }))).toEqual(
      [],
    )
    chat.do({ kind: 'start' })
    expect(guides(chat.do({ kind: 'text', text: untrusted('please help me, what do i do?'), cry }))).toEqual(
      [],
    )
  })

  test('nor after the report was sent', () => {
    const chat = open('en', always)
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    for (let asked = 0; asked < 30 && chat.state().open?.step !== 'review'; asked += 1) chat.write('skip')
    chat.tap('review', 'send')
    const text = untrusted('please help me, what would you save of all this?')
    expect(guides(chat.do({ kind: 'text', text, cry: 'among' }))).toEqual([])
    expect(guides(chat.do({ kind: 'text', text }))).toContain('guide-evidence-1')
  })

  test('an answer to the question that waits is taken as that', () => {
    const chat = open('en', always)
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('skip')
    expect(chat.state().open?.step).toBe('danger')
    expect(guides(chat.write('none of these'))).toEqual([])
    expect(chat.state().answers['danger']).toBeDefined()
  })

  test('whatever is written, in whatever place, words that hold a danger get no guide', () => {
    const label = fc.constantFrom(...CRISIS_LABELS)
    const words = fc.oneof(
      fc.constantFrom(
        'how do i report him on instagram?',
        'شلون ابلغ؟',
        'چی بکەم؟',
        'what does the law say?',
      ),
      fc.string({ maxLength: 80 }),
    )
    const before = fc.constantFrom<(chat: Talk) => void>(
      () => undefined,
      (chat) => chat.do({ kind: 'start' }),
      (chat) => chat.press('0:!guide:all'),
      (chat) => {
        chat.do({ kind: 'start' })
        chat.tap('consent', 'continue')
        chat.write('skip')
      },
    )
    fc.assert(
      fc.property(words, label, fc.boolean(), before, (text, kind, hard, begin) => {
        const hit: CrisisHit = {
          label: kind,
          rule: `${kind}-test`,
          about: 'self',
          hard,
          start: 0,
          end: text.length,
        }
        let isIn = false
        const crisis = { read: (): readonly CrisisHit[] => (isIn ? [hit] : []) }
        const chat = talk({ flow, language: 'en', subject: always, crisis })
        begin(chat)
        isIn = true
        expect(guides(chat.write(text)).filter((key) => /-\d$/.test(key))).toEqual([])
      }),
      runs(100),
    )
  })
})
