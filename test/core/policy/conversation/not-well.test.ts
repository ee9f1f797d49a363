import { expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

test.each(['اني مو زينه', 'مو زينه اليوم', 'اني مو زينة', 'ani mo zena'])(
  'who says that she is not well is asked whether she is in danger, and reads nothing of a wallet: «%s»',
  async (text) => {
    const her = (await openStage()).person('her', 'ar')
    await her.says(text)
    expect((await her.book()).state.conversation.open?.step).toBe('worry-cry')
    expect(her.heard().join('\n')).not.toMatch(/زين كاش|ZainCash/)
  },
)

test('who asks about the wallet of that name reads of it', async () => {
  const her = (await openStage()).person('her', 'ar')
  await her.says('دفعت اله من زين كاش شلون ارجع فلوسي')
  expect((await her.book()).state.conversation.open?.step).not.toBe('worry-cry')
})
