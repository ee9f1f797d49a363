import { describe, expect, test } from 'vitest'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { showChoices } from '../../../../adapters/channels/whatsapp-cloud/choices.ts'
import { flow } from '../../../../bots/amin/flow.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { talk, textOnly, withButtons, type Talk } from './talk.ts'

const at = (language: (typeof LANGUAGES)[number], path: readonly (readonly [string, string])[]): Talk => {
  const chat = talk({ flow, language })
  chat.do({ kind: 'start' })
  for (const [step, what] of path) chat.tap(step, what)
  return chat
}
const WAY = [
  ['consent', 'continue'],
  ['story', '!skip'],
] as const
const ADULT = [...WAY, ['danger', 'none'], ['age', 'me-18']] as const
const NUMBERS = /1[,،] ?3/

describe.each(LANGUAGES)('what takes several, in %s', (language) => {
  test('names numbers only where they can be seen', () => {
    const danger = at(language, WAY)
    const material = at(language, ADULT)
    for (const chat of [danger, material]) {
      expect(chat.shown(withButtons).at(-1)?.text).not.toMatch(NUMBERS)
      expect(chat.shown(WHATSAPP_CLOUD_CAPABILITIES).at(-1)?.text).not.toMatch(NUMBERS)
      expect(chat.shown(textOnly).at(-1)?.text).toMatch(NUMBERS)
    }
  })
})

describe('on WhatsApp Cloud', () => {
  test.each(LANGUAGES)(
    'in %s consent shows its three answers as buttons, and the ways on as words',
    (language) => {
      const shown = at(language, []).shown(WHATSAPP_CLOUD_CAPABILITIES).at(-1)
      expect(showChoices(shown?.buttons ?? [])).toMatchObject({ as: 'replies', replies: { length: 3 } })
      expect(shown?.text).toContain('«')
    },
  )

  test('what was picked is said over what is left, and done stands among the buttons', () => {
    const chat = at('en', ADULT)
    expect(chat.tap('material', 'private').keys).toEqual(['choices-more'])
    expect(chat.tap('material', 'chats').keys).toEqual(['choices-more'])
    const labels = chat.shown(WHATSAPP_CLOUD_CAPABILITIES)[0]?.buttons?.map(({ label }) => label)
    expect(labels).toEqual(expect.arrayContaining(['Fake or AI image', 'They hold my account', 'Done']))
    expect(labels).not.toContain('Private photo or video')
    expect(chat.tap('material', '!done').keys).toContain('ask-demand')
    expect(chat.state().answers['material']).toEqual({ kind: 'choices', options: ['private', 'chats'] })
  })
})

test('a page sends all that was picked at once', () => {
  const chat = at('en', ADULT)
  const asked = chat.state().asked
  expect(chat.press(`${asked}:material:private+chats+`).keys).toContain('ask-demand')
  expect(chat.state().answers['material']).toEqual({ kind: 'choices', options: ['private', 'chats'] })
  const next = chat.state().asked
  chat.press(`${next}:demand:money+`)
  expect(chat.state().answers['demand']).toEqual({ kind: 'choices', options: ['money'] })
  expect(chat.state().open?.step).not.toBe('demand')
})
