import { describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'

const STORIES = {
  en: ['a man has my pictures and will post them', 'yes', 'none', 'me, 18+'],
  ar: ['اكو واحد عنده صوري ويهددني ينشرها', 'نعم', 'لا شيء', 'أنا، 18 فأكثر'],
  ckb: ['کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات', 'بەڵێ', 'هیچیان', 'خۆم، 18 یان زیاتر'],
} as const
type Spoken = keyof typeof STORIES

const conversation = async (who: Person) => (await who.book()).state.conversation

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

const saidTo = async (stage: Stage, who: Person, text: string): Promise<readonly string[]> => {
  const before = who.heard().length === 0 ? 0 : (await keysOf(who)).length
  await who.writes(text)
  await stage.fallQuiet()
  return (await keysOf(who)).slice(before)
}

/** At the question for danger, or, as a rule, at what they want. */
const told = async (
  language: Spoken,
  at: 'danger' | 'demand' = 'demand',
): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  for (const text of STORIES[language].slice(0, at === 'danger' ? 2 : 4)) await saidTo(stage, who, text)
  expect((await conversation(who)).open?.step).toBe(at)
  return [stage, who]
}

const ALONG: ReadonlyArray<readonly [Spoken, string]> = [
  ['en', 'he can see this chat, he has my phone mirrored'],
  ['en', 'he hacked my phone and reads everything'],
  ['en', 'my husband reads my messages'],
  ['ar', 'هو ديقرا وياي هسه'],
  ['ar', 'مهكر تلفوني ويشوف كلشي'],
  ['ar', 'مُهكّر تـلفوني'],
  ['ckb', 'ئەو ئەم چاتەش دەبینێت'],
  ['ckb', 'مۆبایلەکەمی هاک کردووە'],
  ['ckb', 'نامێن من دخوینیت'],
  ['ar', 'mhakir talafoni w yshuf kulshi'],
]

describe('that somebody reads along', () => {
  test.each(
    ALONG.flatMap(([language, text]) =>
      (['danger', 'demand'] as const).map((at) => [language, text, at] as const),
    ),
  )(
    'is what "someone sees this phone" says: it is asked whether writing is safe, and nobody says who alone reads (%s «%s», at %s)',
    async (language, text, at) => {
      const [stage, who] = await told(language, at)
      expect(await saidTo(stage, who, text)).toEqual(['ask-device'])
      const { answers, open } = await conversation(who)
      expect([answers['danger'], open?.step]).toEqual([{ kind: 'choices', options: ['phone'] }, 'device'])
      expect(answers['demand']).toBeUndefined()
    },
  )

  test('is asked about before what endangers them, where it is told before agreeing; and that question still comes', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    expect(await saidTo(stage, who, 'he can see this chat, he has my phone mirrored')).toEqual(['ask-device'])
    expect((await saidTo(stage, who, 'mine')).at(-1)).toBe('ask-consent')
    expect(await saidTo(stage, who, 'yes')).toContain('ask-danger')
    await saidTo(stage, who, 'none')
    expect((await conversation(who)).answers['danger']).toEqual({ kind: 'choices', options: ['phone'] })
  })

  test('stops the chat where it is watched now, and makes no answer of what they want', async () => {
    const [stage, who] = await told('ar')
    await saidTo(stage, who, 'هو ديقرا وياي هسه')
    expect(await saidTo(stage, who, 'هناك من يراقبني')).toEqual(['paused-watched'])
    expect((await conversation(who)).paused).toBe('word')
  })

  test.each([
    ['en', 'can he see this chat?'],
    ['en', 'nobody reads my messages'],
    ['en', 'what if he reads this chat?'],
    ['ar', 'هل يشوف رسائلي؟'],
    ['ar', 'محد يشوف تلفوني'],
    ['ckb', 'کەس نامەکانم نابینێت'],
  ] as const)('is not said by who asks, or says that nobody does (%s «%s»)', async (language, text) => {
    const [stage, who] = await told(language)
    expect(await saidTo(stage, who, text)).not.toContain('ask-device')
    expect((await conversation(who)).answers['danger']).toEqual({ kind: 'choices', options: ['none'] })
  })
})

describe('what may be the end', () => {
  test.each([
    ['en', "can't do this life anymore"],
    ['ar', 'ما بيه حيل اكمل'],
    ['ckb', 'ئیتر ناتوانم بەردەوام بم لەم ژیانە'],
    ['ckb', 'خوات لەگەڵ، لێم ببوورن'],
    ['ar', 'حللوني وابروني الذمة'],
  ] as const)('is asked about, and stops nothing and stands on no card (%s «%s»)', async (language, text) => {
    const [stage, who] = await told(language)
    const said = await saidTo(stage, who, text)
    expect(said).toContain('ask-worry-self-harm')
    expect(said).not.toContain('stopped')
    const { paused, answers } = await conversation(who)
    expect([paused, answers['demand']]).toEqual([undefined, undefined])
  })

  test.each([
    ['en', 'I want this to stop'],
    ['en', 'i dont want to continue like this'],
    ['ar', 'اريده يوقف ويعوفني'],
    ['ckb', 'دەمەوێت ئەو بوەستێت'],
  ] as const)('is no stop where he, or all of this, is to end (%s «%s»)', async (language, text) => {
    const [stage, who] = await told(language)
    expect(await saidTo(stage, who, text)).not.toContain('stopped')
    expect((await conversation(who)).paused).toBeUndefined()
  })

  test.each([
    ['en', 'stop'],
    ['en', 'Stop now please enough questions'],
    ['ar', 'كافي اسئلة تعبتوني'],
    ['ckb', 'وازم لێ بێنن'],
  ] as const)('is a stop where these questions are to end (%s «%s»)', async (language, text) => {
    const [stage, who] = await told(language)
    expect(await saidTo(stage, who, text)).toEqual(['stopped'])
  })

  test('is not answered by how an account comes back, nor by an offer to write later', async () => {
    for (const text of ['he locked the door and took my shoes', 'my brothers are meeting about me tonight']) {
      const stage = await openStage()
      const who = stage.person('1', 'en')
      expect(await saidTo(stage, who, text)).toEqual(['ask-worry-violence'])
    }
  })

  test('is the danger of who writes where a part of the words may be of anybody', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'ar')
    const said = await saidTo(stage, who, 'abuya rah yidhbahni')
    expect(said).toContain('crisis-violence')
    expect(said).not.toContain('crisis-violence-other')
  })
})

describe('what is told in few words before agreeing', () => {
  test.each([
    ['ar', 'واحد ديهدد بنتي', 'نعم'],
    ['ar', 'واحد ديبتزني', 'نعم'],
    ['ar', 'اخويه سجلني', 'نعم'],
    ['en', 'he has my nudes', 'yes'],
    ['en', 'im being blackmailed', 'yes'],
    ['en', 'my ex filmed me and I am so scared', 'yes'],
    ['ckb', 'بلاکمەیلم دەکەن', 'بەڵێ'],
  ] as const)('is the story, and is not asked for again (%s «%s»)', async (language, text, yes) => {
    for (const first of [undefined, 'hi']) {
      const stage = await openStage()
      const who = stage.person('1', language)
      if (first !== undefined) await saidTo(stage, who, first)
      await saidTo(stage, who, text)
      expect(await saidTo(stage, who, yes)).not.toContain('ask-story')
      const { answers } = await conversation(who)
      expect(answers['story']).toMatchObject({ text: expect.stringContaining(text) })
    }
  })

  test.each([
    ['en', 'i have a problem'],
    ['en', 'can you help against blackmail?'],
    ['ar', 'عندي سؤال'],
    ['ckb', 'پرسیارێکم هەیە'],
  ] as const)('is none where nothing was told (%s «%s»)', async (language, text) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await saidTo(stage, who, text)
    expect((await conversation(who)).answers['story']).toBeUndefined()
  })

  test.each([
    ['en', 'no'],
    ['ar', 'لا'],
    ['ckb', 'نا'],
  ] as const)(
    'is not "no" to the question what happened: it is left, and nobody is thanked for it (%s)',
    async (language, no) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      await who.sends({ kind: 'start' })
      await saidTo(stage, who, STORIES[language][1])
      expect((await conversation(who)).open?.step).toBe('story')
      expect(await saidTo(stage, who, no)).not.toContain('story-thanks')
      const { answers, skipped } = await conversation(who)
      expect([answers['story'], skipped['story']]).toEqual([undefined, 'skip'])
    },
  )
})

describe('a short answer', () => {
  test.each([
    ['ar', 'flous'],
    ['ckb', 'pare'],
  ] as const)(
    'in Latin letters is what they want, and no question what this costs (%s «%s»)',
    async (language, text) => {
      const [stage, who] = await told(language)
      expect(await saidTo(stage, who, text)).not.toContain('saying-is-it-free')
      expect((await conversation(who)).answers['demand']).toEqual({ kind: 'choices', options: ['money'] })
    },
  )

  test.each([
    ['ar', 'دفعت', 'فلوس'],
    ['en', 'i paid', 'money'],
  ] as const)(
    'that somebody paid is nothing about who it is: it is noted as paid (%s «%s»)',
    async (language, text, demand) => {
      const [stage, who] = await told(language)
      await saidTo(stage, who, demand)
      expect((await conversation(who)).open?.step).toBe('ids')
      await saidTo(stage, who, text)
      const { answers } = await conversation(who)
      expect([answers['ids'], answers['paid']]).toEqual([undefined, { kind: 'choice', option: 'yes' }])
    },
  )

  test('of money sent in Kurdish is noted as paid', async () => {
    const [stage, who] = await told('ckb')
    await saidTo(stage, who, '٥٠٠ دۆلار ناردم')
    expect((await conversation(who)).answers['paid']).toEqual({ kind: 'choice', option: 'yes' })
  })

  test('"no" under the list of languages says nothing of a danger', async () => {
    const [stage, who] = await told('ar', 'danger')
    expect(await saidTo(stage, who, 'can you speak english please')).toContain('choose-language')
    await saidTo(stage, who, 'no')
    const { answers, open } = await conversation(who)
    expect([answers['danger'], open?.step]).toEqual([undefined, 'danger'])
  })
})

describe('who needs somebody to talk to', () => {
  test.each([
    ['ar', 'محتاجه احجي ويه احد'],
    ['en', 'I need someone to talk to'],
    ['ckb', 'دەمەوێت لەگەڵ کەسێک قسە بکەم'],
  ] as const)('is asking for a person (%s «%s»)', async (language, text) => {
    const [stage, who] = await told(language, 'danger')
    expect(await saidTo(stage, who, text)).toContain('human-requested')
    expect((await conversation(who)).called.person).toBe(true)
  })
})

describe('what is everyday', () => {
  test.each([
    ['ar', 'الله يشوف كلشي'],
    ['ckb', 'خودا هەموو شتێک دەبینێت'],
    ['en', 'he reads my messages and does not answer'],
    ['en', 'she leaves me on read'],
    ['en', 'he has access to my phone number'],
    ['ar', 'هو شايف رسائلي وما يجاوب'],
  ] as const)('does not say that somebody reads along here (%s «%s»)', async (language, words) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.sends({ kind: 'start' })
    await who.says({ ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }[language])
    await who.says(
      { ar: 'واحد عنده صوري', ckb: 'کەسێک وێنەکانمی هەیە', en: 'a man has my pictures' }[language],
    )
    await who.says(words)
    expect(JSON.stringify((await who.book()).state.conversation.answers['danger'] ?? '')).not.toContain(
      'phone',
    )
  })

  test.each([
    ['en', 'i live alone'],
    ['en', 'i want him to leave me alone'],
    ['en', 'tell him to leave me alone'],
    ['en', 'i dont trust anyone anymore'],
    ['ckb', 'دەمەوێت وازم لێ بهێنێت'],
    ['ckb', 'ماندووم'],
  ] as const)('is told, and does not stop the talk (%s «%s»)', async (language, words) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.sends({ kind: 'start' })
    await who.says({ ckb: 'بەڵێ', en: 'yes' }[language])
    await who.says({ ckb: 'کەسێک وێنەکانمی هەیە', en: 'a man has my pictures' }[language])
    await who.says(words)
    expect((await who.book()).state.conversation.paused).toBeUndefined()
  })

  test('a stop is one also beside somebody', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    await who.sends({ kind: 'start' })
    await who.says('yes')
    await who.says('a man has my pictures')
    await who.says('I want to stop, he is next to me')
    expect((await who.book()).state.conversation.paused).toBe('message')
  })
})
