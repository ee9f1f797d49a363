import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { isDiscreet } from '../../../../core/policy/conversation/steps.ts'
import { HOUR, phrases, talk, type Talk } from './talk.ts'

const begun = (): Talk => {
  const chat = talk({ flow })
  chat.do({ kind: 'start' })
  return chat
}
const agreed = (): Talk => {
  const chat = begun()
  chat.tap('consent', 'continue')
  return chat
}

describe('the question for consent', () => {
  test('stands whole once; after that it is one line with the same answers, whatever was said', () => {
    const chat = begun()
    // As the last words of the chat it is not said twice either: core/services/casebook answers with a word.
    expect(chat.write('hello').keys).toEqual(['ask-consent'])
    chat.write('help')
    for (const text of ['hello', 'back', 'help']) {
      const turn = chat.write(text)
      if (text !== 'help') expect(turn.keys.at(-1), text).toBe('ask-consent-again')
      expect(turn.keys, text).not.toContain('ask-consent')
    }
    const { says } = chat.write('hello')
    expect(says.at(-1)?.choices?.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['option-consent-continue', 'option-consent-more', 'option-consent-leave']),
    )
    expect(chat.tap('consent', 'continue').keys).toEqual(['ask-story'])
  })

  test.each(['ar', 'ckb', 'en'] as const)('is one line when it comes again (%s)', (language) => {
    expect(phrases.say(language, 'ask-consent-again', { app: 'whatsapp' }).length).toBeLessThan(130)
  })

  test('is whole again in a language that it was not said in, at a new start, after a silence and after the chat was left', () => {
    const chat = begun()
    chat.write('hello')
    expect(chat.write('العربية').keys).toEqual(['language-changed', 'ask-consent'])
    chat.write('مساعدة')
    expect(chat.write('مرحبا').keys).toEqual(['ask-consent-again'])
    expect(chat.do({ kind: 'start' }).keys).toEqual(['ask-consent'])
    chat.wait(13 * HOUR)
    expect(chat.write('مرحبا').keys).toEqual(['ask-consent'])
    chat.write('0')
    chat.happen({ type: 'conversation_resumed' } as never)
    expect(chat.write('مرحبا').keys).toEqual(['ask-consent'])
  })
})

describe('that others see the phone', () => {
  test('stands beside a danger that is chosen with it, and how the chat is left is said once', () => {
    const chat = agreed()
    chat.write('skip')
    const turn = chat.write('1, 6')
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt', 'phone'] })
    expect(chat.state().urgent).toBe(true)
    for (const note of ['exit-note', 'tea-note'])
      expect(turn.keys.filter((key) => key === note)).toHaveLength(1)
    expect(turn.keys.at(-1)).toBe('ask-fast-safe')
    expect(isDiscreet(flow, chat.state())).toBe(true)
    expect(chat.write('yes').keys).not.toContain('exit-note')
  })

  test.each(['talk to a person', 'urgent'])(
    'and that a line about tea means an answer is said once, and not again with the call (%s)',
    (call) => {
      const chat = agreed()
      chat.write('skip')
      chat.tap('danger', 'phone')
      expect(chat.tap('device', 'shared').keys.filter((key) => key === 'tea-note')).toHaveLength(1)
      expect(chat.write(call).keys).not.toContain('tea-note')
      expect(chat.write('talk to a person').keys).not.toContain('tea-note')
    },
  )

  test.each(['talk to a person', 'urgent'])(
    'and while somebody watches it is not said what a line about tea means (%s)',
    (call) => {
      const chat = agreed()
      chat.write('skip')
      chat.tap('danger', 'phone')
      expect(chat.tap('device', 'watched').keys).toEqual(['paused-watched'])
      expect(chat.write(call).keys).toEqual(['hidden-called'])
    },
  )

  test('and of who has the phone alone nothing of it is said', () => {
    const chat = agreed()
    chat.write('skip')
    chat.tap('danger', 'none')
    expect(chat.write('talk to a person').keys).not.toContain('tea-note')
  })

  test('is kept where it is pressed after a danger, and a danger is kept where it is pressed after it', () => {
    const first = agreed()
    first.write('skip')
    first.tap('danger', 'hurt')
    const turn = first.tap('danger', 'phone')
    expect(first.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt', 'phone'] })
    expect(turn.keys).toContain('exit-note')
    expect(turn.keys.at(-1)).toBe('ask-fast-safe')
    const second = agreed()
    second.write('skip')
    second.tap('danger', 'phone')
    second.tap('danger', 'hurt')
    expect(second.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt', 'phone'] })
    expect(second.state().urgent).toBe(true)
  })

  test('read out of a story is answered with how the chat is left, once', () => {
    const chat = agreed()
    const turn = chat.write('somebody threatens me, and they check my phone every night at home')
    expect(turn.keys.filter((key) => key === 'exit-note')).toHaveLength(1)
    expect(turn.keys.at(-1)).toBe('ask-danger')
    expect(chat.tap('danger', 'none').keys).not.toContain('exit-note')
  })

  test('is undone by nothing: "none of these" beside it does not stand', () => {
    const chat = agreed()
    chat.write('skip')
    chat.write('6, 7')
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['phone'] })
    expect(chat.state().open?.step).toBe('device')
  })
})
