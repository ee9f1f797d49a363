import { describe, expect, test } from 'vitest'
import { openStage, reachStory } from '../../../build/stage.ts'

const HINT = { en: "i can't go on", ar: 'تعبت من حياتي', ckb: 'لە ژیان بێزارم' } as const

/** At the question for danger, with a story told; what is written is not answered before a pause. */
const begin = async (language: 'en' | 'ar' | 'ckb') => {
  const stage = await openStage()
  const who = stage.person('1', language)
  await reachStory(who)
  await who.says({ en: 'a man has my pictures', ar: 'واحد عنده صوري', ckb: 'کەسێک وێنەکانمی هەیە' }[language])
  return { stage, who, state: async () => (await who.book()).state }
}

describe('words that may mean danger, and what follows within seconds', () => {
  test.each(['en', 'ar', 'ckb'] as const)(
    'a tap on the question that stood is its answer, and the danger is asked about all the same (%s)',
    async (language) => {
      const { who, state } = await begin(language)
      const asked = (await state()).conversation.open?.step
      expect(asked).toBe('danger')
      await who.writes(HINT[language])
      await who.presses({ en: 'None', ar: 'لا شيء', ckb: 'هیچیان' }[language])
      const { conversation } = await state()
      expect(conversation.open).toMatchObject({ step: 'worry-self-harm', picked: false })
      expect(conversation.answers['danger']).toMatchObject({ options: ['none'] })
    },
  )

  test.each(['en', 'ar', 'ckb'] as const)(
    'a picture in the same breath does not take the question back (%s)',
    async (language) => {
      const { stage, who, state } = await begin(language)
      await who.writes(HINT[language])
      await who.sendsFile(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))
      await stage.fallQuiet()
      expect((await state()).conversation.open).toMatchObject({ step: 'worry-self-harm', picked: false })
      await who.says({ en: 'yes', ar: 'نعم', ckb: 'بەڵێ' }[language])
      expect((await state()).conversation.called.danger).toBe(true)
    },
  )
})
