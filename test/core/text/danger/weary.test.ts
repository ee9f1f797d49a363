import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

const open = async (language: 'ar' | 'ckb' | 'en') => {
  const stage = await openStage()
  const who = stage.person('1', language)
  const state = async () => (await who.book()).state
  return { who, state }
}

describe('whoever is tired of all there is', () => {
  test.each([
    ['en', 'im tired of everything'],
    ['en', 'I hate everything'],
    ['en', 'tired of my life'],
    ['en', 'i wish i could delete my life'],
    ['en', 'I am so done with it all'],
    ['ar', 'تعبت من كلشي'],
    ['ar', 'كرهت حياتي'],
    ['ar', 'مليت من كل شي'],
    ['ar', 'اريد انمسح من الدنيا'],
    ['ar', 'ta3abit min kolshi'],
    ['ckb', 'لە هەموو شت بێزارم'],
    ['ckb', 'لە هەموو شت بێزارم هەژمارەکەم هاک کرا'],
    ['ckb', 'دەمەوێت خۆم بسڕمەوە'],
  ] as const)(
    'is asked whether they think of ending their life, and nothing is erased by a yes (%s «%s»)',
    async (language, words) => {
      const { who, state } = await open(language)
      await who.says(words)
      expect((await state()).conversation.open?.step).toBe('worry-self-harm')
      expect((await state()).access.asking).toBeUndefined()
      await who.says({ ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }[language])
      expect(await state()).toMatchObject({ severity: 'P1', conversation: { called: { danger: true } } })
    },
  )

  test.each([
    ['en', 'I am tired, can we go on tomorrow'],
    ['en', 'I told you everything'],
    ['en', 'how do I remove myself from the group'],
    ['en', 'can I delete myself from telegram'],
    ['ar', 'تعبت من المشي للشرطة'],
    ['ar', 'كلتلكم كلشي'],
    ['ckb', 'هەموو شتێکم پێ گوتن'],
  ] as const)('and who is tired of something else is not (%s «%s»)', async (language, words) => {
    const { who, state } = await open(language)
    await who.says(words)
    expect((await state()).conversation.open?.step).not.toBe('worry-self-harm')
  })

  test.each([
    ['en', 'im tired of everything'],
    ['en', 'i hate everything'],
    ['ar', 'تعبت من كلشي'],
  ] as const)(
    'nor is it a wish to erase where the bot asks for danger (%s «%s»)',
    async (language, words) => {
      const { who, state } = await open(language)
      await who.sends({ kind: 'start' })
      await who.says({ ar: 'نعم', en: 'yes' }[language])
      await who.says(
        { ar: 'واحد عنده صوري ويريد فلوس مني', en: 'a man has my pictures and will post them' }[language],
      )
      await who.says(words)
      expect((await state()).conversation.open?.step).toBe('worry-self-harm')
      expect((await state()).access.asking).toBeUndefined()
    },
  )
})
