import { describe, expect, test } from 'vitest'
import { seconds } from '../../../../core/base/units.ts'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

/** The keys of what is said to these lines, once no more of them come. */
const saidTo = async (stage: Stage, who: Person, ...lines: readonly string[]): Promise<readonly string[]> => {
  const before = who.heard().length === 0 ? 0 : (await keysOf(who)).length
  await who.writes(...lines)
  await stage.fallQuiet()
  return (await keysOf(who)).slice(before)
}

const agreed = async (stage: Stage): Promise<Person> => {
  const who = stage.person('1', 'en')
  await who.sends({ kind: 'start' })
  await who.says('continue')
  return who
}

describe('what is said unasked', () => {
  test.each([
    ['en', 'im really scared right now'],
    ['ar', 'مرعوبه وايدي ترجف'],
    ['ckb', 'دەستم دەلەرزێت لە ترسان'],
  ])(
    'before consent is answered warmly before the first question, and nothing is kept as a story (%s)',
    async (language, text) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      expect(await saidTo(stage, who, text)).toEqual(['saying-afraid', 'ask-consent'])
      expect((await who.book()).state.conversation.answers['story']).toBeUndefined()
    },
  )

  test('before consent brings the short question once after the whole one, then nothing where nothing new is asked', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    await who.sends({ kind: 'start' })
    const keys = []
    for (const text of ['im really scared right now', 'will you tell my family?', 'should i pay him?'])
      keys.push(await saidTo(stage, who, text))
    expect(keys).toEqual([['saying-afraid', 'softly-consent'], ['saying-tell-family'], ['saying-should-pay']])
    await who.says('yes')
    expect((await who.book()).state.conversation.answers['consent']).toBeDefined()
  })

  test.each(['alright lets do it then', 'go ahead then i guess'])(
    'before consent nobody is left without a word, also where it sounds like a yes and is none of its words («%s»)',
    async (text) => {
      const stage = await openStage()
      const who = stage.person('1', 'en')
      await who.sends({ kind: 'start' })
      await saidTo(stage, who, 'im really scared right now')
      expect(await saidTo(stage, who, text)).not.toEqual([])
      expect((await who.book()).state.conversation.answers['consent']).toBeUndefined()
    },
  )

  test('at a question is answered, and the question stays softly under it with its choices', async () => {
    const stage = await openStage()
    const who = await agreed(stage)
    const step = (await who.book()).state.conversation.open?.step
    expect(await saidTo(stage, who, 'will you tell my family?')).toEqual(['saying-tell-family', 'softly'])
    expect((await who.book()).state.conversation.open?.step).toBe(step)
    expect((await who.book()).state.conversation.answers[step ?? '']).toBeUndefined()
  })

  test('in several messages is one burst with one answer: the question before the feeling', async () => {
    const stage = await openStage()
    const who = await agreed(stage)
    expect(await saidTo(stage, who, 'im really scared right now', 'will you tell my family?')).toEqual([
      'saying-tell-family',
      'softly',
    ])
  })

  test('as a feeling again gets other words of comfort, never a failed answer', async () => {
    const stage = await openStage()
    const who = await agreed(stage)
    const keys = [
      await saidTo(stage, who, 'im really scared right now'),
      await saidTo(stage, who, 'im really scared right now'),
      await saidTo(stage, who, 'im really scared right now'),
    ]
    expect(keys.map(([first]) => first)).toEqual(['saying-afraid', 'saying-again', 'saying-again-2'])
  })

  test('is no story where it is all that was said, and the story is still asked for', async () => {
    const stage = await openStage()
    const who = await agreed(stage)
    expect((await who.book()).state.conversation.open?.step).toBe('story')
    expect(await saidTo(stage, who, 'will you tell my family?')).toEqual(['saying-tell-family', 'softly'])
    expect((await who.book()).state.conversation.answers['story']).toBeUndefined()
  })

  test('after the case was sent is answered as well, and whatever else is added gets a word each time', async () => {
    const stage = await openStage()
    const who = await agreed(stage)
    for (const text of [
      'I am 22',
      'a man has my pictures and wants money',
      'none',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
    ]) {
      if ((await who.book()).state.conversation.open?.step === 'review') break
      await who.says(text)
      await stage.fallQuiet()
    }
    await who.says('send')
    expect((await who.book()).state.conversation.submitted).toBe(true)
    expect(await saidTo(stage, who, 'will you tell my family?')).toContain('saying-tell-family')
    expect((await saidTo(stage, who, 'the account is called differently today')).length).toBeGreaterThan(0)
    expect((await saidTo(stage, who, 'it has a new picture since then')).length).toBeGreaterThan(0)
  })

  test('is left to the person of the team who has the case', async () => {
    const stage = await openStage()
    const who = await agreed(stage)
    await saidTo(stage, who, 'talk to a person')
    await stage.desk.claim(await who.code(), agent('Noor'))
    expect(await saidTo(stage, who, 'will you tell my family?')).toEqual([])
  })

  test('on a phone that is to show nothing is not answered', async () => {
    const stage = await openStage()
    const who = await agreed(stage)
    await who.says('0')
    await stage.passTime(seconds(30))
    expect(await saidTo(stage, who, 'im really scared right now')).toEqual([])
  })

  test('does not go before danger: people are called first', async () => {
    const stage = await openStage()
    const who = await agreed(stage)
    const keys = await saidTo(stage, who, 'I am so scared, he will kill me tonight')
    expect(keys[0]).toMatch(/^crisis-/)
    expect((await who.book()).state.conversation.called.danger).toBe(true)
  })
})

test('what tells of the matter is answered, and is the answer to a question for words as well', async () => {
  const stage = await openStage()
  const who = await agreed(stage)
  await who.says('I am 22')
  const said = await saidTo(stage, who, 'he posted the video and my friends saw it')
  expect(said[0]).toBe('saying-he-published')
  expect((await who.book()).state.conversation.answers['story']).toMatchObject({
    text: 'he posted the video and my friends saw it',
  })
})

test.each([
  ['en', 'i am 22 years', 'someone has my pictures and wants 500 dollars or he posts them tomorrow'],
  ['ar', 'عمري 22 سنه', 'واحد عنده صوري ويريد 500 دولار لو ينشرها باجر'],
  ['ckb', 'تەمەنم ٢٢ ساڵە', 'کەسێک وێنەکانمی هەیە و ٥٠٠ دۆلاری دەوێت'],
])(
  'whatever is told before agreeing is read, and only the yes is asked for: no failed answer, no welcome again (%s)',
  async (language, first, second) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.sends({ kind: 'start' })
    const keys = [...(await saidTo(stage, who, first)), ...(await saidTo(stage, who, second))]
    expect(keys).toEqual(['softly-consent', 'softly-consent-again'])
    expect(await saidTo(stage, who, `${second} !`)).toEqual(['softly-consent-still'])
  },
)

test('a story that began before agreeing goes on in short messages: the age said there is not asked for', async () => {
  const stage = await openStage()
  const who = stage.person('1', 'en')
  await who.sends({ kind: 'start' })
  for (const text of [
    'someone has my pictures and wants 500 dollars or he posts them',
    'i am 22 years old',
    'yes',
  ])
    await who.says(text)
  const { answers } = (await who.book()).state.conversation
  expect(answers['age']).toMatchObject({ option: 'me-18' })
  expect(answers['amount']).toMatchObject({ amount: 500, currency: 'USD' })
})

test('what happened, told in one breath with a feeling, is comforted and is the story', async () => {
  const stage = await openStage()
  const who = await agreed(stage)
  await who.says('I am 22')
  await saidTo(stage, who, 'He wants money and I am afraid')
  const { answers } = (await who.book()).state.conversation
  expect(answers['story']).toMatchObject({ text: 'He wants money and I am afraid' })
  expect(answers['demand']).toMatchObject({ options: ['money'] })
})

test('in danger nothing is said to be not understood', async () => {
  const stage = await openStage()
  const who = await agreed(stage)
  await saidTo(stage, who, 'he will kill me tonight')
  const keys = [...(await saidTo(stage, who, 'blorp')), ...(await saidTo(stage, who, 'flumph zizzle'))]
  expect(keys.filter((key) => key.startsWith('not-understood') || key === 'offer-human')).toEqual([])
})

test.each([
  ['en', ['continue', 'yes, only mine', 'someone may hurt me', 'no'], 'no idea', 'ok'],
  ['ar', ['نكمل', 'نعم، لي وحدي', 'قد يؤذيني أحد', 'لا'], 'ما ادري', 'تمام'],
  ['ckb', ['بەردەوام', 'بەڵێ، تەنها هی خۆمە', 'لەوانەیە ئازارم بدەن', 'نەخێر'], 'بە تەواوی نازانم', 'باشە'],
])(
  'in danger "I don\'t know" passes the question on, and nobody is left without a word (%s)',
  async (language, first, unsure, fine) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.sends({ kind: 'start' })
    for (const line of first) await who.says(line)
    const before = (await who.book()).state.conversation.open?.step
    expect((await saidTo(stage, who, unsure)).length).toBeGreaterThan(0)
    const after = (await who.book()).state.conversation
    expect(after.open?.step).not.toBe(before)
    expect((await saidTo(stage, who, fine)).length).toBeGreaterThan(0)
  },
)

test.each([
  ['en', 'he is at my door'],
  ['ar', 'هو واكف بالباب'],
  ['ckb', 'کەسێک لە دەرگا دەدات'],
])(
  'whoever is at the door already is met with words for a door, not with those for a meeting (%s)',
  async (language, text) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.sends({ kind: 'start' })
    await who.says('continue')
    const keys = await saidTo(stage, who, text)
    expect(keys).toContain('crisis-door')
    expect(keys).not.toContain('crisis-meeting')
    expect((await who.book()).state.conversation.called.danger).toBe(true)
  },
)

describe('beside a question', () => {
  const asDanger = async (stage: Stage, language: string): Promise<Person> => {
    const who = stage.person('1', language)
    await who.sends({ kind: 'start' })
    for (const text of ['continue', 'he has my photos and wants money']) await who.says(text)
    expect((await who.book()).state.conversation.open?.step).toBe('danger')
    return who
  }

  test.each(['لا ماكو خطر', 'na kes azarm nadat', 'no nobody hurts me'])(
    'an answer that only sounds like a feeling or a question is an answer alone («%s»)',
    async (text) => {
      const stage = await openStage()
      const who = await asDanger(stage, 'en')
      const keys = await saidTo(stage, who, text)
      expect(keys.filter((key) => key.startsWith('saying-'))).toEqual([])
      expect((await who.book()).state.conversation.answers['danger']).toBeDefined()
    },
  )

  test('what somebody asks is not taken for what is wanted of them', async () => {
    const stage = await openStage()
    const who = await asDanger(stage, 'en')
    for (const text of ['none', '24']) await who.says(text)
    const { open } = (await who.book()).state.conversation
    await who.says('can they see my messages too')
    const { answers } = (await who.book()).state.conversation
    expect(answers[open?.step ?? '']).toBeUndefined()
  })

  test.each(['خلص ارسلوها', 'يلا دزوها', 'ارسلوها'])('«%s» sends what is shown', async (send) => {
    const stage = await openStage()
    const who = await asDanger(stage, 'ar')
    for (const text of ['none', '24', send]) await who.says(text)
    expect((await who.book()).state.conversation.open?.step).toBe('review')
    await who.says(send)
    expect((await who.book()).state.conversation.submitted).toBe(true)
  })
})
