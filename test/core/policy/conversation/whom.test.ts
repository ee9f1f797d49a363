import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import type { InboundId } from '../../../../core/base/ids.ts'
import type { Language } from '../../../../core/base/language.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { beginConversation } from '../../../../core/model/conversation.ts'
import { isQuestion } from '../../../../core/policy/conversation/guide-asked.ts'
import { noteWhom } from '../../../../core/policy/conversation/note-whom.ts'
import { prefill } from '../../../../core/policy/conversation/tell.ts'
import { emit, type Turn } from '../../../../core/policy/conversation/turn.ts'
import { checks, NOON, talk, type Talk } from './talk.ts'

const begin = (): Turn => ({
  flow,
  context: { now: NOON, language: 'en', inbound: 'in' as InboundId, checks, hits: [] },
  state: beginConversation(),
  events: [],
  says: [],
  muted: true,
})

const STORY = untrusted('my sister is being blackmailed and I am 30')

test('A story read all at once is read for whom it is told before the age of who writes', () => {
  const turn = begin()
  prefill(turn, STORY)
  expect(turn.state.answers['whom']).toEqual({ kind: 'choice', option: 'other' })
  expect(turn.state.answers['age']).toBeUndefined()
})

test('Whom it is told for is not noted again once the person took that line out', () => {
  const turn = begin()
  emit(turn, { type: 'step_skipped', step: 'whom', how: 'skip', removed: true })
  noteWhom(turn, { kind: 'text', text: STORY })
  expect(turn.state.answers['whom']).toBeUndefined()
})

const heard = (language: Language, text: string): Talk => {
  const chat = talk({
    flow,
    language,
    crisis: content.crisis,
    sayings: content.sayings.read,
    facts: content.facts.read,
  })
  chat.do({ kind: 'start' })
  chat.write(text)
  return chat
}
const ageOf = (chat: Talk): unknown => chat.state().answers['age']

describe('who teaches or looks after somebody under 18', () => {
  test.each([
    ['ckb', 'من مامۆستام و قوتابییەکم ١٤ ساڵە و هەڕەشەی لێ دەکرێت'],
    ['ckb', 'قوتابییەکەم تەمەنی ١٤ ساڵە و کەسێک هەڕەشەی لێ دەکات'],
    ['ckb', 'کچەکەم ١٤ ساڵە و هەڕەشەی لێ دەکرێت'],
    ['ckb', 'ئەز مامۆستا مە و شاگردێ من ١٤ سالیە و گەفا لێ دهێتە کرن'],
    ['ar', 'اني معلمة وعندي طالبة عمرها ١٤ واحد يهددها بصورها'],
    ['ar', 'طالبة عندي ١٤ سنة واحد يهددها بصورها'],
    ['en', 'I am a teacher and a pupil of mine is 14 and someone threatens her'],
  ] as const)('is not taken for the child, and what they told is kept (%s «%s»)', (language, text) => {
    const chat = heard(language, text)
    expect(ageOf(chat)).toEqual({ kind: 'choice', option: 'other-minor' })
    expect(chat.state().answers['whom']).toEqual({ kind: 'choice', option: 'other' })
    expect(chat.state().answers['story']).toMatchObject({ text })
    chat.tap('consent', 'continue')
    expect(chat.state().open?.step).toBe('danger')
  })

  test.each([
    ['ckb', 'قوتابیم ١٤ ساڵە و کەسێک هەڕەشەم لێ دەکات'],
    ['ckb', 'من کچم ١٤ ساڵم و هەڕەشەم لێ دەکرێت'],
    ['ar', 'اني طالبة ١٤ سنة وواحد يهددني'],
    ['en', 'im a student 14 years old and someone has my photos'],
  ] as const)('is told from a pupil, who is the child (%s «%s»)', (language, text) => {
    const chat = heard(language, text)
    expect(ageOf(chat)).toEqual({ kind: 'choice', option: 'me-13-15' })
    expect(chat.state().answers['whom']).toBeUndefined()
  })
})

test.each([
  ['هەڕەشەم لێ دەکرێت', false],
  ['وێنەکانم دەکرێت بسڕنەوە', true],
  ['هەڕەشەی لێدەکرێت، چی بکەم', true],
])('what is done to somebody in Sorani is no question by its last word: «%s»', (text, isAsked) => {
  expect(isQuestion(flow, text)).toBe(isAsked)
})
