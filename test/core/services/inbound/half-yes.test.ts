import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

const STORY = 'A man I met online has my photos and he threatens me every day'

const atDanger = async () => {
  const her = (await openStage()).person('her')
  for (const text of [STORY, 'yes']) await her.says(text)
  expect((await her.book()).state.conversation.open?.step).toBe('danger')
  return her
}

describe('at the list of dangers', () => {
  test.each(['all of them', 'everything', 'كلها', 'كلهم', 'اثنينهم', 'هەموویان', 'هەمووی ڕاستە', 'kulha'])(
    'all of it calls people, and is no wish to erase: «%s»',
    async (text) => {
      const her = await atDanger()
      await her.says(text)
      const { state } = await her.book()
      expect(state).toMatchObject({ severity: 'P1', conversation: { called: { danger: true } } })
      const { danger } = state.conversation.answers
      expect(danger?.kind === 'choices' && danger.options).toEqual(
        expect.arrayContaining(['hurt', 'self-harm']),
      )
      expect(danger?.kind === 'choices' && danger.options).not.toContain('none')
      expect(state.access.asking).toBeUndefined()
    },
  )

  test.each([
    'maybe',
    'not sure',
    'yes i am afraid',
    'يمكن',
    'مو متاكده',
    'اي خايفه',
    'لەوانەیە',
    'بەڵێ دەترسم',
  ])('half a yes is asked about, and passes nothing by: «%s»', async (text) => {
    const her = await atDanger()
    await her.says(text)
    expect((await her.book()).state.conversation.open?.step).toBe('worry-violence')
    await her.says('yes')
    expect((await her.book()).state).toMatchObject({
      severity: 'P1',
      conversation: { called: { danger: true } },
    })
  })

  test.each([
    ['الاول والثالث', ['hurt', 'deadline']],
    ['the first and the third', ['hurt', 'deadline']],
    ['یەکەم', ['hurt']],
    ['رقم ٧', ['none']],
    ['number 7', ['none']],
    ['7', ['none']],
  ])('the place in the list is an answer in words: «%s»', async (text, options) => {
    const her = await atDanger()
    await her.says(text)
    expect((await her.book()).state.conversation.answers['danger']).toEqual({ kind: 'choices', options })
  })

  test.each(['I dont know', 'all he wants is money', 'يمكن يدز الصور لاهلي بعدين', 'second time he does it'])(
    'neither is read out of other words: «%s»',
    async (text) => {
      const her = await atDanger()
      await her.says(text)
      expect((await her.book()).state.conversation.answers['danger']).toBeUndefined()
    },
  )
})
