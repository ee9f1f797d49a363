import { describe, expect, test } from 'vitest'
import { asBubbles } from '../../../../core/services/casebook/bubbles.ts'
import { openStage, phrases } from '../../../build/stage.ts'

/** So much at once that it was met by up to five messages, and the words that agree. */
const MUCH = {
  en: [
    'He hacked my instagram and has my private photos, he wants 500 dollars until tomorrow, his number is 07701234567, I am 24. Should I pay?',
    'yes',
  ],
  ar: [
    'واحد هكر حسابي بالانستا وعنده صوري الخاصة ويريد ٥٠٠ دولار لباجر ورقمه 07701234567 وعمري ٢٤. ادفع لو لا؟',
    'نعم',
  ],
  ckb: [
    'پیاوێک ئینستاگرامەکەمی هاک کردووە و وێنە تایبەتەکانمی لایە و ٥٠٠ دۆلاری دەوێت تا سبەی، ژمارەکەی 07701234567، تەمەنم ٢٤ ساڵە. پارە بدەم؟',
    'بەڵێ',
  ],
} as const

const HELLO = { en: 'hello', ar: 'السلام عليكم', ckb: 'سڵاو' } as const

describe('who tells much', () => {
  test.each([
    ['en', 'told before agreeing'],
    ['ar', 'told before agreeing'],
    ['ckb', 'told before agreeing'],
    ['en', 'told after it'],
    ['ar', 'told after it'],
    ['ckb', 'told after it'],
  ] as const)(
    'is answered in three messages at most, the thanks and what was noted in one, the question last (%s, %s)',
    async (language, when) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      const [story, yes] = MUCH[language]
      for (const text of when === 'told after it' ? [HELLO[language], yes, story] : [story, yes]) {
        await who.writes(text)
        await stage.fallQuiet()
      }
      const { events } = await who.book()
      const at = events.findLastIndex(({ event }) => event.type === 'message_received')
      const said = events.slice(at).flatMap(({ event }) => (event.type === 'bot_said' ? [event] : []))
      expect(said.length).toBeLessThanOrEqual(3)
      const noted = phrases.say(language, 'also-noted', { list: '…' }).split(':')[0] ?? ''
      const thanks = ['story-thanks', 'story-kept'].map((key) => phrases.say(language, key as never))
      const both = said.filter(({ text }) => text.includes(noted))
      expect(both).toHaveLength(1)
      expect(thanks.some((one) => both[0]?.text.startsWith(one))).toBe(true)
      expect(said.at(-1)?.buttons?.length).toBeGreaterThan(0)
      expect(said.filter(({ buttons }) => buttons !== undefined)).toHaveLength(1)
    },
  )
})

test('a question that was put twice in one turn stands once, where it was put last', () => {
  const choices = [{ label: 'control-skip', token: '1:danger:!skip' }] as const
  const keys = asBubbles([
    { key: 'crisis-meeting' },
    { key: 'ask-fast-safe', choices },
    { key: 'saying-called' },
    { key: 'ask-fast-safe', choices },
  ]).map(({ key }) => key)
  expect(keys).toEqual(['crisis-meeting', 'saying-called', 'ask-fast-safe'])
})
