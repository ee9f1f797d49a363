import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { commandIn, foldShort } from '../../../../core/policy/conversation/words.ts'
import { openStage } from '../../../build/stage.ts'

const means = (text: string) => commandIn(flow, foldShort(text) ?? '')

const SAID = [
  'أنا في خطر',
  'أنا في خطر الآن',
  'اني بخطر',
  'ساعدوني اني بخطر',
  'حياتي في خطر',
  'لە مەترسیدام',
  'من لە مەترسیدام',
  'ئێستا لە مەترسیدام',
  'ئەز د مەترسییێ دامە',
  "I'm in danger",
  'I’m in danger!',
  'I am in danger',
  "hi, I'm in danger",
  "help, I'm in danger",
  'I am in danger right now please help me',
  'ani b5atar',
  'le metrsidam',
  'la matrsidam',
  'my daughter is in danger',
  'بنتي بخطر',
  'خوشکم لە مەترسیدایە',
  'کچا من د مەترسییێ دایە',
  'no, I am in danger',
  'yes I am in danger',
  'اي اني بخطر',
  'بەڵێ لە مەترسیدام',
]

describe('"I am in danger"', () => {
  test.each(SAID)('is the wish for help at once in every language: «%s»', (text) => {
    expect(means(text)).toBe('urgent')
  })

  test.each([
    'I am not in danger',
    "I'm not in danger",
    'is he in danger?',
    'am I in danger?',
    'there is no danger now',
    'you are in danger if you tell anyone',
    'she is in danger',
    'he said you are in danger',
    'I was in danger',
    'اني مو بخطر',
    'لا في خطر',
    'no danger',
    'is my daughter in danger?',
    'my daughter is not in danger',
    'بنتي مو بخطر',
    'لست في خطر',
    'هل أنا في خطر؟',
    'انت بخطر اذا حجيت',
    'هي بخطر',
    'لە مەترسیدا نیم',
    'ئایا من لە مەترسیدام؟',
    'تۆ لە مەترسیدایت',
    'ani mo b5atar',
  ])('is not said by «%s»', (text) => {
    expect(means(text)).toBeUndefined()
  })

  test.each(SAID)('calls people at first contact and at the question for danger: «%s»', async (text) => {
    const first = await openStage()
    const who = first.person('her', 'en')
    await who.says(text)
    const met = (await who.book()).state
    expect([met.conversation.called.danger, met.conversation.urgent]).toEqual([true, true])
    expect(met.hands.status).toBe('waiting')
    const asked = await openStage()
    const her = asked.person('her', 'en')
    await her.sends({ kind: 'start' })
    await her.says('continue')
    await her.says('A man I met online has my photos and he threatens me every day')
    expect((await her.book()).state.conversation.open?.step).toBe('danger')
    await her.says(text)
    const { state } = await her.book()
    expect([state.conversation.called.danger, state.conversation.urgent]).toEqual([true, true])
  })
})
