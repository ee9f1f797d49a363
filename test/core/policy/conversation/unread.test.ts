import { expect, test } from 'vitest'
import { openStage, reachStory, phrases as texts } from '../../../build/stage.ts'

const say = (key: string): string => texts.say('en', key)

test.each([
  ['view_once', 'nothing-arrived'],
  ['unreadable', 'nothing-arrived'],
  ['unavailable', 'nothing-arrived'],
  ['poll', 'unsupported'],
])(
  'of a message that came as %s it is said what can be done (%s), before and during the questions',
  async (what, key) => {
    const stage = await openStage()
    const person = stage.person('one')
    await person.sends({ kind: 'unsupported', what })
    expect(person.heard().some((text) => text.includes(say(key)))).toBe(true)
    const other = stage.person('two')
    await reachStory(other)
    await other.sends({ kind: 'unsupported', what })
    expect(other.hears()).toContain(say(key))
  },
)

test.each(['view_once', 'poll'])(
  'of %s nobody under 18 is told to send it as a picture: words are asked for',
  async (what) => {
    const stage = await openStage()
    const person = stage.person('one')
    await person.says('I am 15 and someone has my photos')
    await person.says('yes, I want to talk')
    await person.sends({ kind: 'unsupported', what })
    expect(person.heard()).toContain(say('unread-words'))
    expect(person.heard()).not.toContain(say('unsupported'))
    expect(person.heard()).not.toContain(say('nothing-arrived'))
  },
)

const INVITES = {
  ar: /يمكن إرسال لقطات/,
  ckb: /دەتوانیت ئێستا یان دواتر لێرە بنێریت/,
  en: /Screenshots of the threats can be sent here/,
} as const

test.each([
  ['ar', 'option-age-me-13-15', false],
  ['ckb', 'option-age-other-minor', false],
  ['en', 'option-age-no-answer', false],
  ['en', 'option-age-me-18', true],
  ['ar', 'option-age-other-adult', true],
] as const)(
  'the card invites to send screenshots only where they are taken (%s, %s: %s)',
  async (language, age, invites) => {
    const stage = await openStage()
    const person = stage.person('one', language)
    await person.sends({ kind: 'start' })
    await person.says(texts.say(language, 'option-consent-continue'))
    for (let n = 0; n < 20; n += 1) {
      const open = (await person.book()).state.conversation.open?.step
      if (open === 'review') break
      await person.says(texts.say(language, open === 'age' ? age : 'control-skip'))
    }
    expect((await person.book()).state.conversation.open?.step).toBe('review')
    expect(INVITES[language].test(person.hears())).toBe(invites)
  },
)
