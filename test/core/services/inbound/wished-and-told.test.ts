import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'
import { atDemand, HELLO, NONE, STORY, writes, YES } from './told-so-far.ts'

describe('that nobody is to write at night', () => {
  test.each([
    ['en', 'do not text me at night'],
    ['ar', 'لا تراسلوني بالليل'],
    ['ckb', 'شەو نامەم بۆ مەنێرن'],
    ['en', 'please dont message me after 10pm'],
    ['en', 'please dont text me at night, he might see it'],
    ['en', 'no messages at night please, my sister is awake'],
    ['ckb', 'شەوان نامەم بۆ مەنێرن، دایکم دەیبینێت'],
  ] as const)('is kept for the team, and no answer (%s, %s)', async (language, text) => {
    const { answers, open, keys } = await atDemand(language, text)
    expect(answers['contact']).toMatchObject({ option: 'not-at-night' })
    expect(answers['demand']).toBeUndefined()
    expect(open).toBe('demand')
    expect(keys).toContain('saying-not-at-night')
  })

  test.each([
    ['en', 'he texts me at night'],
    ['en', 'he said do not text me at night'],
    ['ar', 'يراسلني بالليل ويكول لا تكتبولي'],
    ['ckb', 'وتی شەوان نامەم بۆ مەنێرن'],
    ['en', 'he told me dont text at night'],
  ] as const)('is no wish of him who blackmails (%s, %s)', async (language, text) => {
    expect((await atDemand(language, text)).answers['contact']).toBeUndefined()
  })

  test.each([
    ['en', 'I can only write at night'],
    ['en', 'i can only text in the evening when my husband is out'],
    ['en', 'message me only at night, do not write in the day'],
    ['en', 'I have no replies since last night'],
    ['en', 'why no message, it is late'],
    ['en', 'good evening, please dont call me'],
    ['en', 'i dont reply at night'],
    ['ar', 'بالليل اكتبولي بس لا تتصلون'],
    ['ar', 'راسلوني بس بالليل، لا تكتبولي بالنهار'],
    ['ar', 'محد يكتبلي من الليل'],
    ['ckb', 'تەنها شەوان، لە ڕۆژدا نامەم بۆ مەنێرن'],
  ] as const)(
    'is not noted where the night is asked for, or it is a complaint (%s, %s)',
    async (language, text) => {
      expect((await atDemand(language, text)).answers['contact']).toBeUndefined()
    },
  )

  test.each([
    ['en', 'dont write at night, my mother sees my phone'],
    ['ar', 'لا تراسلوني بالليل، زوجي يمي وهو يشوف تلفوني'],
  ] as const)(
    'is kept as well where others see the phone, which is asked about (%s, %s)',
    async (language, text) => {
      expect((await atDemand(language, text)).answers['contact']).toMatchObject({ option: 'not-at-night' })
    },
  )

  test.each([
    ['en', 'do not text me at night'],
    ['ar', 'لا تراسلوني بالليل'],
    ['ckb', 'شەو نامەم بۆ مەنێرن'],
  ] as const)('is told to reach the team with their yes, before they agreed (%s)', async (language, text) => {
    const { keys } = await writes(language, HELLO[language], text)
    expect(keys).toContain('saying-not-at-night-early')
    expect(keys).not.toContain('saying-not-at-night')
  })

  describe.each([
    ['en', 'my brother will kill me tonight', 'do not write to me at night'],
    ['ar', 'اخوي راح يقتلني الليلة', 'لا تراسلوني بالليل'],
    ['ckb', 'براکەم ئەمشەو دەمکوژێت', 'شەو نامەم بۆ مەنێرن'],
  ] as const)('in danger (%s)', (language, danger, wish) => {
    const told = [STORY[language], YES[language], danger] as const

    test('is kept and answered, and the question of whether they are safe is put again', async () => {
      const { answers, keys, open } = await writes(language, ...told, wish)
      expect(answers['contact']).toMatchObject({ option: 'not-at-night' })
      expect(keys).toEqual(['saying-not-at-night', 'ask-fast-safe'])
      expect(open).toBe('fast-safe')
    })

    test('is not taken for what happens to them', async () => {
      const { answers, keys, open } = await writes(language, ...told, '1', wish)
      expect(answers['contact']).toMatchObject({ option: 'not-at-night' })
      expect(answers['fast-what']).toBeUndefined()
      expect(keys).toEqual(['saying-not-at-night'])
      expect(open).toBe('fast-what')
    })

    test('is kept in one breath with the danger, which is what is answered', async () => {
      const { answers, keys } = await writes(language, STORY[language], YES[language], `${danger}, ${wish}`)
      expect(answers['contact']).toMatchObject({ option: 'not-at-night' })
      expect(keys).toEqual(['crisis-violence', 'ask-fast-safe'])
    })
  })

  test('takes nothing from who wants to write first', async () => {
    const who = (await openStage()).person('1', 'en')
    const { answers } = await (async () => {
      for (const line of [
        STORY.en,
        'yes',
        'none',
        '28',
        'money',
        'skip',
        'only after i write',
        'do not text me at night',
      ])
        await who.says(line)
      return (await who.book()).state.conversation
    })()
    expect(answers['contact']).toMatchObject({ option: 'after' })
  })
})

describe('who tells how old the one is who threatens', () => {
  test.each([
    ['en', 'he is 16 he goes to my school'],
    ['ar', 'هو عمره 17 ويهدد بصوري'],
    ['ckb', 'ئەو تەمەنی ١٧ ساڵە و وێنەکانی منی لایە'],
  ] as const)('tells of no other whom this is about (%s, %s)', async (language, text) => {
    expect((await writes(language, HELLO[language], YES[language], text)).answers['whom']).toBeUndefined()
    expect((await atDemand(language, text)).answers['whom']).toBeUndefined()
  })

  test.each([
    ['en', 'my sister is 16 and he has her pictures'],
    ['ar', 'اختي عمرها 15 ويهددها بصورها'],
    ['ckb', 'خوشکم تەمەنی ١٥ ساڵە و هەڕەشەی لێ دەکەن'],
  ] as const)('and who tells of one of theirs does (%s, %s)', async (language, text) => {
    const { answers } = await writes(language, HELLO[language], YES[language], text)
    expect(answers['whom']).toMatchObject({ option: 'other' })
  })
})

describe('who is asked who it is', () => {
  const MONEY = { ar: 'فلوس', ckb: 'پارە', en: 'money' } as const
  test.each([
    ['en', 'i dont know who he is'],
    ['ar', 'ما اعرف منو هو'],
    ['ckb', 'نازانم کێیە'],
  ] as const)('and does not know is asked no more (%s, %s)', async (language, text) => {
    const lines = [STORY[language], YES[language], NONE[language], '28', MONEY[language]]
    const asked = await writes(language, ...lines)
    expect(asked.open).toBe('ids')
    const { open } = await writes(language, ...lines, text)
    expect(open).not.toBe('ids')
  })
})
