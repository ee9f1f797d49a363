import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

describe('who was not understood three times', () => {
  test('is told so once in the conversation; then the question only stays, whatever the question is', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    for (const text of ['blorp', 'flumph', 'zizzle', 'continue', 'wibble', 'grunkle', 'vlimp'])
      await person.says(text)
    const keys = (await person.book()).events.flatMap(({ event }) =>
      event.type === 'bot_said' ? [event.key] : [],
    )
    expect(keys.filter((key) => key === 'not-understood')).toHaveLength(1)
    expect(person.heard().length).toBeGreaterThanOrEqual(8)
  })

  const resting = async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    await person.says('continue')
    for (const text of ['blorp', 'flumph', 'zizzle', 'wibble', 'grunkle']) await person.says(text)
    const before = person.heard().length
    return { person, since: () => person.heard().slice(before) }
  }

  test.each([
    'he will kill me tonight',
    'urgent',
    'عاجل',
    'راح يقتلني',
    'اريد اموت',
    'دەمکوژێت',
    'I want to kill myself',
  ])('is answered at once, and people are called, for «%s»', async (text) => {
    const { person, since } = await resting()
    await person.says(text)
    expect(since().length).toBeGreaterThan(0)
    const { state } = await person.book()
    expect(state.hands.status === 'waiting' || state.conversation.open?.step === 'join').toBe(true)
    expect(state.conversation.urgent).toBe(true)
  })

  test.each(['help', 'talk to a person', 'I am scared', 'خايف', 'دەترسم'])(
    'is answered for «%s»',
    async (text) => {
      const { person, since } = await resting()
      await person.says(text)
      expect(since().length).toBeGreaterThan(0)
    },
  )
})
