import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

type Language = 'ar' | 'ckb' | 'en'
type Said = ReadonlyArray<readonly [Language, string]>

const AGREES = {
  en: ['a man has my pictures and will post them', 'yes'],
  ar: ['اكو واحد عنده صوري ويهددني ينشرها', 'نعم'],
  ckb: ['کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات', 'بەڵێ'],
} as const
const NO = { en: 'no', ar: 'لا', ckb: 'نەخێر' } as const

const after = async (language: Language, before: readonly string[], text: string) => {
  const who = (await openStage()).person('1', language)
  for (const words of before) await who.says(words)
  const seen = before.length === 0 ? 0 : (await who.book()).events.length
  await who.says(text)
  const { events, state } = await who.book()
  const said = events.slice(seen).flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
  return { said, state }
}

// prettier-ignore
const CALM: Said = [
  ['ar', 'يريدني احجي وياه'], ['ar', 'يريدني ارد عليه'], ['ar', 'يكول احجي وياي'], ['ar', 'ما اخاف بعد'],
  ['ar', 'بعد ما اطلع من البيت'], ['ar', 'زوجي عصبي بس ما يأذيني'], ['ar', 'ابوي عصبي بس ما يضربني'], ['ar', 'يريد يحجي ويه اهلي'],
  ['ckb', 'دەیەوێت قسەی لەگەڵ بکەم'], ['ckb', 'دەڵێت قسەم لەگەڵ بکە'], ['ckb', 'دەیەوێت قسە لەگەڵ باوکم بکات'], ['ckb', 'ئیتر ناترسم'],
  ['ckb', 'چیتر ناچمە دەرەوە'], ['ckb', 'مێردەکەم توڕەیە بەڵام ئازارم نادات'], ['ckb', 'باوکم توڕەیە بەڵام لێم نادات'],
  ['en', 'he wants me to talk to him'], ['en', 'he wants to talk to my father'], ['en', 'i am not scared anymore'],
  ['en', "i don't go out anymore"], ['en', 'i am not afraid of him any more'], ['en', 'he is hot tempered but does not hurt me'],
  ['en', 'my husband shouts but never hits me'],
]

// prettier-ignore
const GRAVE: Said = [
  ['ar', 'يريدني انام وياه'], ['ar', 'يريدني اجي وحدي للشقة'], ['ar', 'ما اخاف من الموت بعد'], ['ar', 'ما اريد اعيش بعد'],
  ['ar', 'زوجي عصبي ويأذيني'], ['ar', 'ما يأذيني بس راح يذبحني'], ['ar', 'يكتلني اذا ما احجي وياه'],
  ['ckb', 'دەیەوێت لەگەڵی بخەوم'], ['ckb', 'ئیتر نامەوێت بژیم'], ['ckb', 'ئیتر لە مردن ناترسم'],
  ['ckb', 'مێردەکەم توڕەیە و ئازارم دەدات'], ['ckb', 'لێم نادات بەڵام هەڕەشەی کوشتنم لێ دەکات'],
  ['en', 'he wants me to sleep with him'], ['en', "i'm not scared to die anymore"], ['en', "i can't do this anymore"],
  ['en', 'he is hot tempered and hurts me'], ['en', 'he doesnt hit me but he said he will kill me'],
]

// prettier-ignore
const CALLS: Said = [
  ['ar', 'اريد احجي ويه موظف'], ['ckb', 'دەمەوێت قسە لەگەڵ کەسێک بکەم'], ['ckb', 'دەیەوێت قسە لەگەڵ کەسێک بکات'],
  ['en', 'i want to talk to a person'],
]

describe('plain words', () => {
  test.each(CALM)(
    'of a wish to talk, of no fear or no harm ask nothing and call nobody (%s «%s»)',
    async (language, text) => {
      const { said, state } = await after(language, [], text)
      expect(said.at(-1)).toBe('ask-consent')
      expect(said.filter((key) => /^(?:ask-worry|crisis|human)/.test(key))).toEqual([])
      expect(state.conversation.called).toEqual({ danger: false, person: false })
    },
  )

  test.each(GRAVE)('beside a danger are heard as the danger (%s «%s»)', async (language, text) => {
    const { state } = await after(language, [], text)
    expect(state.conversation.called.danger || state.conversation.open?.step.startsWith('worry-')).toBe(true)
  })

  test.each(CALLS)('that ask for a person call one (%s «%s»)', async (language, text) => {
    expect((await after(language, [], text)).said).toContain('human-requested')
  })
})

// prettier-ignore
const CAME: Said = [
  ['ar', 'دفعلي 200'], ['ar', 'هو دفعلي ٢٠٠'], ['ar', 'حوللي 200 دولار'], ['ar', 'انطاني 100 دولار'],
  ['ckb', '٢٠٠ی پێدام'], ['ckb', '٢٠٠ دۆلاری پێدام'], ['ckb', '٢٠٠ دۆلاری بۆ ناردم'],
  ['en', 'he paid me 200'], ['en', 'he paid me 200 dollars'], ['en', 'he sent me 100 dollars'],
]

// prettier-ignore
const WENT: Said = [
  ['ar', 'دفعتله 200 دولار'], ['ar', 'حولتله 200 دولار'], ['ckb', '٢٠٠ دۆلارم پێدا'], ['ckb', '٢٠٠ دۆلارم بۆی نارد'],
  ['en', 'i paid him 200 dollars'], ['en', 'i sent him 200 dollars'],
]

describe('money', () => {
  test.each(CAME)(
    'that came to who writes is told, and neither wanted nor paid (%s «%s»)',
    async (language, text) => {
      const { said, state } = await after(language, AGREES[language], text)
      const { story, demand, paid, amount } = state.conversation.answers
      expect(said).toEqual(['words-kept'])
      expect(story).toMatchObject({ text: `${AGREES[language][0]}\n${text}` })
      expect([demand, paid, amount]).toEqual([undefined, undefined, undefined])
    },
  )

  test.each(WENT)('that who writes gave is paid (%s «%s»)', async (language, text) => {
    const { state } = await after(language, AGREES[language], text)
    expect(state.conversation.answers['paid']).toMatchObject({ option: 'yes' })
  })

  test('that is wanted back after it came is wanted', async () => {
    const { state } = await after('en', AGREES.en, 'he paid me 200 dollars and now he wants 500 dollars')
    expect(state.conversation.answers['amount']).toMatchObject({ amount: 500 })
    expect(state.conversation.answers['paid']).toBeUndefined()
  })

  test.each<readonly [Language, string]>([
    ['ar', 'ادفعله لو لا'],
    ['ar', 'هل ادفعله 200'],
    ['en', 'should i pay him 200'],
  ])('that is asked about is answered (%s «%s»)', async (language, text) => {
    expect((await after(language, AGREES[language], text)).said).toContain('saying-should-pay')
  })
})

// prettier-ignore
const AGES: ReadonlyArray<readonly [Language, string, string]> = [
  ['en', 'my best friend is 15', 'other-minor'], ['en', 'my closest friend is 14', 'other-minor'],
  ['en', 'my best friend is 15 years old', 'other-minor'], ['ckb', 'هاوڕێ نزیکەکەم ١٥ ساڵە', 'other-minor'],
  ['ckb', 'باشترین هاوڕێم تەمەنی ١٥ ساڵە', 'other-minor'], ['ar', 'اعز صديقاتي عمرها 15', 'other-minor'],
  ['ckb', 'man la poli 9m', 'me-16-17'], ['ckb', 'mn la poli 10', 'me-16-17'], ['ckb', 'man la pole 8m', 'me-16-17'],
  ['en', '8', 'me-under-13'], ['en', '6', 'other-minor'], ['en', '1', 'me-18'], ['en', '15', 'me-13-15'],
]

describe('where the age is asked', () => {
  test.each(AGES)(
    'a friend’s age is the friend’s, and a class is one of a child (%s «%s»)',
    async (language, text, option) => {
      const { state } = await after(language, [...AGREES[language], NO[language]], text)
      expect(state.conversation.answers['age']).toMatchObject({ option })
    },
  )

  test.each<readonly [Language, string, string]>([
    ['en', '7', '7 years'],
    ['ar', '٧', '7 سنوات'],
    ['ckb', '٧', '7 ساڵ'],
  ])(
    'a bare seven may be a child’s age or the last answer, so it is asked (%s)',
    async (language, text, years) => {
      const before = [...AGREES[language], NO[language]]
      const { said, state } = await after(language, before, text)
      expect(said).toContain('not-understood-age')
      expect(state.conversation.answers['age']).toBeUndefined()
      const told = await after(language, [...before, text], years)
      expect(told.state.conversation.answers['age']).toMatchObject({ option: 'me-under-13' })
    },
  )
})
