import { expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import { detectLanguage } from '../../../../core/text/detect-language.ts'
import { withHoursLeft } from '../../../../core/policy/conversation/hours-left.ts'
import type { Language } from '../../../../core/base/language.ts'
import { HOUR, NOON, talk, type Talk } from './talk.ts'

const begin = (
  language: Language = 'en',
  path: readonly (readonly [step: string, what: string])[] = [],
): Talk => {
  const chat = talk({ flow, language, crisis: content.crisis })
  chat.do({ kind: 'start' })
  for (const [step, what] of path) chat.tap(step, what)
  return chat
}

const SAFE = [
  ['consent', 'continue'],
  ['story', '!skip'],
  ['danger', 'none'],
] as const
/** Where it is told what happened. */
const TELLING = [['consent', 'continue']] as const

test.each(['السلام عليكم', 'سڵاو', 'hi', 'شكرا'])(
  'who greets or thanks (%s) is asked again and not told that it was no answer',
  (greeting) => {
    expect(begin().write(greeting).keys).toEqual(['ask-consent'])
  },
)

test('a greeting is not kept as the story', () => {
  const chat = begin('en', TELLING)
  chat.write('hello')
  expect(chat.state().answers['story']).toBeUndefined()
})

test.each([
  ['عمري ١٥', 'me-13-15'],
  ['تەمەنم شازدەیە', 'me-16-17'],
  ['عمري خمسة وعشرين', 'me-18'],
  ['٢٥ ساڵم', 'me-18'],
  ['١٦ سنة', 'me-16-17'],
  ['بنتي عمرها ١٢', 'other-minor'],
  ['my little brother is 10', 'other-minor'],
])(
  'an age said in words (%s) answers the question for it, and the question is not put again',
  (text, option) => {
    const turn = begin('ar', SAFE).write(text)
    expect(turn.state.answers['age']).toEqual({ kind: 'choice', option })
    expect(turn.keys).not.toContain('not-understood')
    expect(turn.keys.filter((key) => key === 'ask-age')).toEqual([])
    expect(turn.keys.filter((key) => key === 'minor').length).toBeLessThanOrEqual(1)
  },
)

test('who tells what happened is thanked before anything is made of it', () => {
  const keys = begin('en', TELLING).write('he has my photos and wants 500 dollars').keys
  expect(keys.indexOf('story-thanks')).toBe(0)
  expect(keys).toContain('also-noted')
})

test('who speaks of ending their life before consent reads warm words first, and is then asked without hearing them twice', () => {
  const chat = begin()
  expect(chat.write('i want to kill myself').keys).toEqual(['crisis-self-harm', 'ask-join'])
  expect(chat.write('yes').keys).toEqual(['join-agreed', 'check-life'])
  expect(chat.write('the pills are in my hand').keys).toEqual(['urgent-still-here', 'check-life'])
})

test('who wants nobody in this chat is not told that somebody comes', () => {
  const chat = begin()
  chat.write('my brother will kill me')
  expect(chat.write('no').keys).toEqual(['join-refused'])
  expect(chat.write('i am in baghdad').keys).not.toContain('urgent-waiting')
})

test.each([
  ['he is at my door', 'crisis-door'],
  ['thank you so much', 'saying-thanks'],
  ['should i pay him?', 'saying-should-pay'],
])('where nothing is asked any more, %s is answered by one message', (words, answer) => {
  const chat = talk({ flow, language: 'en', crisis: content.crisis, sayings: content.sayings.read })
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  chat.write('my brother will kill me')
  chat.write('i dont want anyone')
  for (let n = 0; n < 4; n += 1) chat.write('skip')
  expect(chat.write(words).keys).toEqual([answer])
})

test('who asks where everybody is gets an answer each time: after sending, in danger, and before', () => {
  const sent = begin()
  sent.happen({ type: 'case_submitted' })
  for (const words of ['شوكت تردون', 'وين صرتوا', 'is anyone there?'])
    expect(sent.write(words).keys).toContain('with-team')
  const danger = begin('en', [['consent', 'continue']])
  danger.write('my brother will kill me')
  expect(danger.write('is anyone there?').keys[0]).toBe('urgent-still-here')
  expect(begin().write('is anyone there?').keys).toEqual(['ask-consent'])
})

test('a limit that names a clock is as near as the clock is', () => {
  const text = 'قبل الساعه ١٠ الليله ينشر كلشي'
  const hours = (later: number): number | undefined =>
    withHoursLeft(content.crisis.read(text), text, (NOON + later * HOUR) as typeof NOON).find(
      ({ label }) => label === 'deadline',
    )?.detail?.hours
  // Noon in Baghdad; ten at night is ten hours off, and an hour and a half at half past eight.
  expect(hours(0)).toBeCloseTo(10)
  expect(hours(8.5)).toBeCloseTo(1.5)
})

const noted = (text: string): Readonly<Record<string, unknown>> =>
  begin('en', TELLING).write(text).state.answers

test('a picture that a story calls made is not noted as a real one too', () => {
  for (const text of [
    'he made a fake nude of my photo with AI',
    'سوو صوره عاريه الي بالذكاء الاصطناعي ونشروها',
    'وێنەیەکی ڕووتی منیان بە AI دروست کردووە',
  ])
    expect(noted(text)['material']).toEqual({ kind: 'choices', options: ['fake'] })
})

test('that nothing was shown is noted where the story says that alone', () => {
  expect(noted('he wrote me an email with no proof at all')['material']).toEqual({
    kind: 'choices',
    options: ['none-shown'],
  })
})

test('to study somewhere is not to know who threatens from there', () => {
  expect(noted('اني طالبه بالجامعه وواحد عنده صوري')['relation']).toBeUndefined()
  expect(noted('واحد يداوم وياي بالجامعه عنده صوري')['relation']).toEqual({ kind: 'choice', option: 'work' })
})

test.each([
  ['ukhti bil sadis w wahid yhaddidha', 'ar'],
  ['xom akujm ba xwa chi tr', 'ckb'],
  ['kasek wenam bla akatawa chi bkam', 'ckb'],
  ['he wants money for my photos', 'en'],
  ['my photos are on la plage channel', 'en'],
] as const)(
  'who writes Arabic or Sorani in Latin letters is not answered in English: %s',
  (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  },
)

const ASKED = [...SAFE, ['age', 'me-18']] as const

test('"and" in one with its word parts a list', () => {
  expect(begin('ar', ASKED).write('صور ومحادثات').state.answers['material']).toEqual({
    kind: 'choices',
    options: ['private', 'chats'],
  })
})

test.each([
  ['خلال ٣ ايام', 'later'],
  ['باجر العصر', 'today'],
  ['دوای دوو سەعات', 'hours'],
  ['in two hours', 'hours'],
  ['لا', 'none'],
])('how soon may be said in words: %s', (text, option) => {
  const chat = begin('ar', [...ASKED, ['material', '!skip'], ['demand', '!skip'], ['ids', '!skip']])
  chat.tap('review', 'add')
  chat.tap('deadline', '!edit')
  expect(chat.write(text).state.answers['deadline']).toEqual({ kind: 'choice', option })
})

test('an amount that comes one question too late is noted, and nobody hears that it was no answer', () => {
  const chat = begin('ar', [...ASKED, ['material', '!skip'], ['demand', 'money']])
  const turn = chat.write('مليون ونص')
  expect(turn.state.answers['amount']).toMatchObject({ amount: 1_500_000, currency: 'IQD' })
  expect(turn.keys).toEqual(['also-noted', 'card-money', 'ask-ids'])
})

test('who asks for a woman is noted to want one', () => {
  expect(begin('ar', ASKED).write('اريد موظفه').state.answers['wish']).toEqual({
    kind: 'choice',
    option: 'woman',
  })
})

test('a sentence that answers what is wanted also says how much', () => {
  const chat = begin('ar', [...ASKED, ['material', '!skip']])
  expect(chat.write('يريد ٣ ملايين دينار').state.answers).toMatchObject({
    demand: { options: ['money'] },
    amount: { amount: 3_000_000, currency: 'IQD' },
  })
})

test('a greeting in Latin letters changes no language', () => {
  expect(begin('ar').write('salam').state.language).toBe('ar')
})

test('a word of Sorani that Arabic could have written changes no language', () => {
  expect(begin('ckb', [['consent', 'continue']]).write('نازانم').state.language).toBe('ckb')
})

test('one word of Sorani in the letters of a Kurdish keyboard is Sorani, and Arabic is Arabic', () => {
  expect(['هیچیان', 'کەسێک'].map(detectLanguage)).toEqual(['ckb', 'ckb'])
  expect(['لا شي', 'ماكو', 'حچی وياي', 'اريد'].map(detectLanguage)).toEqual(['ar', 'ar', 'ar', 'ar'])
})

test.each([
  ['شخص ما اعرفه يهددني بنشر صوري إذا لم أدفع له مليون دينار لباجر', 'today'],
  ['نشروا صوري بالفيس', 'published'],
])('a threat to publish is a threat, and what was published is published (%s)', (text, option) => {
  const turn = begin('ar', TELLING).write(text)
  expect(turn.state.answers['deadline']).toEqual({ kind: 'choice', option })
})

test.each([
  ['my little brother is 10', 'en'],
  ['my student is 15 and somebody has her photos', 'en'],
  ['my daughter is in 8th grade and somebody has her photos', 'en'],
  ['اختي بالمتوسطة وواحد عنده صورها', 'ar'],
  ['بنتي عمرها ١٢', 'ar'],
  ['کچەکەم ١٢ ساڵە', 'ckb'],
] as const)(
  'a relative or a teacher whose words name a child (%s) is spoken to as an adult',
  (text, language) => {
    const chat = begin(language, SAFE)
    const { keys } = chat.write(text)
    expect(keys).toContain('minor-other')
    expect(keys).not.toContain('minor')
    const told = chat.write('somebody sends threats every night and wants more of it')
    expect(told.keys).toContain('card-minor-other')
    expect(told.keys).not.toContain('card-minor')
  },
)

test('a relative or a teacher who taps that it is about a child is spoken to as an adult', () => {
  expect(begin('en', SAFE).tap('age', 'other-minor').keys).toEqual(['minor-other', 'ask-material'])
})

test.each(['im in 8th grade and he has my pics', 'اني طالبة بالمتوسطة وعنده صوري'])(
  'a child that names its class and no age (%s) is spoken to as the child',
  (text) => {
    const { keys, state } = begin('en', SAFE).write(text)
    expect(keys).toContain('minor')
    expect(keys).not.toContain('minor-other')
    expect(state.answers['age']).toEqual({ kind: 'choice', option: 'me-16-17' })
  },
)

test.each(['yes', 'talk'])(
  'who says that they think of ending their life (%s) is thanked and asked for what is hardest, not for a plan',
  (answer) => {
    const chat = begin('en', [
      ['consent', 'continue'],
      ['story', '!skip'],
      ['danger', 'self-harm'],
    ])
    expect(chat.tap('crisis-now', answer).keys).toEqual(['ask-fast-what-life'])
  },
)
