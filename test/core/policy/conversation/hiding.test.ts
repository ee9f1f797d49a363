import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { commandIn, foldShort } from '../../../../core/policy/conversation/words.ts'
import { openStage } from '../../../build/stage.ts'

const means = (text: string) => commandIn(flow, foldShort(text) ?? '')

/** What a hand writes that trembles: somebody comes. */
// prettier-ignore
const HIDES = [
  '00', '٠٠', '۰۰۰', '0 0', '000000', 'O', 'o o', 'zero quick', 'صفر بسرعة', '0 quick', '0 please quick', '٠ بسرعة اجه',
  '0 my dad is coming', '٠ باوکم هات', '٠ اجه ابوي', '0 زوو', 'خروج بسرعة', 'exit now', 'hide', 'hide the chat',
  'اخفي المحادثة بسرعة', 'دایبخە زوو', 'چاتەکە بشارەوە', 'چاتێ ڤەشێرە', 'close quickly', 'سدها بسرعة',
]

describe('a nought of a trembling hand', () => {
  test.each(HIDES)('hides the chat as "0" does: «%s»', (text) => expect(means(text)).toBe('exit'))

  // prettier-ignore
  test.each([
    'close', 'close it please', 'سدها', 'my dad is coming', 'اجه ابوي', 'باوکم هات', 'quick', 'بسرعة', 'oh no', 'o my god', 'ok',
    '10', '500', '0.5', '0 770 123 4567', 'he wants 0', '0 dollars', 'يريد 00', 'hide my photos', 'اخرج هسه',
  ])('is not meant by «%s»', (text) => expect(means(text)).not.toBe('exit'))

  test.each([
    ['at the question for danger', undefined, ['00', '٠ بسرعة اجه', 'hide the chat quickly']],
    ['in danger', 'he will kill me tonight', ['00', 'صفر بسرعة', 'دایبخە زوو']],
  ])('shows an everyday line and nothing of the matter, %s', async (_, danger, said) => {
    for (const text of said) {
      const stage = await openStage()
      const her = stage.person('her', 'en')
      await her.sends({ kind: 'start' })
      await her.says('continue')
      await her.says('A man I met online has my photos and he threatens me every day')
      if (danger !== undefined) await her.says(danger)
      const before = her.heard().length
      await her.says(text)
      await stage.workAll()
      expect((await her.book()).state.conversation.exited).toBe(true)
      expect(her.heard().slice(before).join(' ')).not.toMatch(/danger|police|photos|person|happen/i)
      expect(her.heard().slice(before)).toHaveLength(1)
    }
  })
})
