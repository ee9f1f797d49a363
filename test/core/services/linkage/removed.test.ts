import { expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

test('an account that the person took out of the card is in the case no more, and no other case is linked by it', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const text of [
    'continue',
    'I am 24. ali_love_77 on instagram has my photos and wants 500 dollars',
    'none',
  ])
    await person.says(text)
  for (let asked = 0; asked < 10; asked += 1) {
    if ((await person.book()).state.conversation.open?.step === 'review') break
    await person.says('skip')
  }
  expect((await person.book()).state.identifiers.map(({ normal }) => normal)).toContain('ali_love_77')
  await person.says('remove the account')
  await person.says('remove this line')
  const { state } = await person.book()
  expect(state.identifiers).toEqual([])
  expect(Object.keys(state.marks)).toEqual([])
  const other = stage.person('2')
  await other.sends({ kind: 'start' })
  for (const text of ['continue', 'ali_love_77 on instagram has my photos']) await other.says(text)
  await stage.fallQuiet()
  expect((await person.book()).state.links).toEqual([])
  expect((await other.book()).state.links).toEqual([])
})
