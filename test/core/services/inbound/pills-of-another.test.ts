import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

type Language = 'ar' | 'ckb' | 'en'

// prettier-ignore
const TOOK_OTHER: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'my sister took all the pills'], ['en', 'my mother took all of her medicine'], ['en', 'she took all the pills'],
  ['en', 'my roommate has taken all the tablets'],
  ['ar', 'اختي شربت كل الحبوب'], ['ar', 'اخوي اخذ الحبوب كلها'], ['ar', 'مرتي ماخذه كل الحبوب'],
  ['ar', 'بنتي اكلت سم فار'],
  ['ar', 'ukhti shrbat kul el 7bub'], ['ar', 'ukhti bil3at 7bub'],
  ['ckb', 'خوشکم هەموو حەبەکانی خوارد'], ['ckb', 'خوشکە بچووکەکەم هەموو حەبەکانی خوارد'],
]

// prettier-ignore
const KEPT: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'my sister took all the pills away from me'], ['en', 'my mother took the pills away from me'],
  ['ar', 'اختي اخذت كل الحبوب مني'], ['ckb', 'خوشکم هەموو حەبەکانی لێ وەرگرتم'],
]

// prettier-ignore
const TOOK_SELF: ReadonlyArray<readonly [Language, string]> = [
  ['en', "I took all my sister's pills"], ['en', 'my sister left and i took all the pills'],
  ['ar', 'شربت كل حبوب امي'], ['ckb', 'هەموو حەبەکانم خوارد'], ['ckb', 'حەبەکانی دایکمم هەموو خوارد'],
]

describe('pills that were taken', () => {
  test.each(TOOK_OTHER)(
    'by another are first aid for that person, and no danger of who writes (%s «%s»)',
    async (language, text) => {
      const who = (await openStage()).person('1', language)
      await who.says(text)
      const { events } = await who.book()
      const said = events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
      expect(said[0]).toBe('crisis-taken-other')
      const sure = events.flatMap(({ event }) =>
        event.type === 'crisis_found'
          ? event.hits.filter(({ hard, label }) => hard && label === 'self_harm')
          : [],
      )
      expect(sure.map(({ about }) => about)).toEqual(['other'])
    },
  )

  test.each(KEPT)(
    'away from who writes are asked about gently, and nobody is given first aid (%s «%s»)',
    async (language, text) => {
      const who = (await openStage()).person('1', language)
      await who.says(text)
      const { events } = await who.book()
      const said = events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
      expect(said.filter((key) => key.startsWith('crisis'))).toEqual([])
      expect(said.at(-1)).toMatch(/^ask-worry/)
    },
  )

  test.each(TOOK_SELF)('by who writes stay theirs, whoever is named (%s «%s»)', async (language, text) => {
    const who = (await openStage()).person('1', language)
    await who.says(text)
    const { events } = await who.book()
    expect(events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))[0]).toBe(
      'crisis-taken',
    )
  })
})
