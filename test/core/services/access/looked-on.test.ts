import { expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { openStage, reachStory, type Person, phrases } from '../../../build/stage.ts'

const STORY = 'He calls himself Kolkwitzia and wants money for my photos'
const OF_THE_CASE = /kolkwitzia|photo|money|what happened|what we have|case|code|our team|in line|sent/i
const WHETHER = phrases.say('en', 'ask-device').split('\n')[0] ?? ''
/** As it is sent where no number for emergencies is set. */
const textOf = (language: Language, key: 'hidden-called' | 'hidden-called-life'): string =>
  phrases.say(language, key, { emergency: 'none' })

const BEFORE: Readonly<Record<Language, readonly string[]>> = {
  ar: ['نعم', 'عمري ٢٢', 'واحد اسمه كولكويتزيا يريد فلوس مقابل صوري', 'احد يشوف تلفوني'],
  ckb: [
    'بەڵێ',
    'تەمەنم ٢٢ ساڵە',
    'کەسێک ناوی کۆلکویتزیایە و پارەی دەوێت بۆ وێنەکانم',
    'کەسێک مۆبایلەکەم دەبینێت',
  ],
  en: ['continue', 'I am 22', STORY, 'someone sees this phone'],
}
/** What somebody else who reads along would write to learn what this is. */
const NOSY = [
  'summary',
  'show me what you have',
  'status',
  'code',
  'menu',
  'help',
  'back',
  'correct',
  'consents',
  'erase',
  'what did i say',
  'advice',

  'hello',
]

/** A case of which nobody knows yet who looks on; `sent`: as it stands once the team has it. */
const lookedOn = async (words: string, sent: boolean) => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  await person.says(STORY)
  if (sent) {
    for (let n = 0; n < 12; n += 1) await person.says('skip')
    await person.says('send')
    expect((await person.book()).state.conversation.submitted).toBe(true)
  }
  const said = person.heard().length
  await person.says(words)
  return { person, after: () => person.heard().slice(said) }
}

test.each([
  ['someone is watching me', false],
  ['someone is watching me', true],
  ['he reads my messages on my phone', false],
  ['اكو احد يراقبني', true],
  ['کەسێک سەیرم دەکات', true],
] as const)(
  'who says %s (sent: %s) is asked whether it is safe, and until that is answered nothing else is shown',
  async (words, sent) => {
    const { person, after } = await lookedOn(words, sent)
    for (const asked of NOSY) {
      await person.says(asked)
      expect(after().join('\n'), asked).not.toMatch(OF_THE_CASE)
    }
    expect(after().at(0)).toContain(WHETHER)
    expect((await person.book()).state.access.erasing).toBe(false)
    await person.says('yes, only mine')
    await person.says('summary')
    expect(after().join('\n')).toMatch(/kolkwitzia/i)
  },
)

test('danger is answered whoever looks on, and somebody is called', async () => {
  const { person, after } = await lookedOn('someone is watching me', true)
  await person.says('he will kill me tonight')
  expect((await person.book()).state.conversation.urgent).toBe(true)
  expect(after().at(-2)).toMatch(/somebody from the team answers here/i)
  expect(after().at(-1)).toContain(WHETHER)
})

type Said = readonly [language: Language, words: string]

/** At the question whether it is safe to write from this phone. */
const asked = async (language: Language) => {
  const stage = await openStage()
  const person = stage.person('1', language)
  await person.sends({ kind: 'start' })
  for (const text of BEFORE[language]) await person.says(text)
  expect((await person.book()).state.conversation.open?.step).toBe('device')
  const said = person.heard().length
  return { stage, person, after: () => person.heard().slice(said) }
}
const openIn = async (person: Person): Promise<string | undefined> => {
  const { answers, open } = (await person.book()).state.conversation
  return answers['device'] === undefined ? open?.step : 'answered'
}

const NO_ANSWERS: readonly Said[] = [
  ['en', 'ok talk to me later please'],
  ['en', 'he took the phone again'],
  ['en', 'wait a minute please'],
  ['en', 'this is her brother speaking'],
  ['en', 'yes but he is in the next room'],
  ['en', 'ok'],
  ['en', 'skip'],
  ['en', 'he also wrote to my sister yesterday'],
  ['ar', 'اي بعدين احجي وياكم'],
  ['ar', 'اخذ التلفون مرة ثانية'],
  ['ar', 'انتظروا شوية رجاء'],
  ['ar', 'اني اخوها'],
  ['ar', 'نعم بس هو بالغرفة'],
  ['ckb', 'دواتر قسە دەکەم تکایە'],
  ['ckb', 'دیسان مۆبایلەکەی برد'],
  ['ckb', 'کەمێک چاوەڕێ بکەن'],
  ['ckb', 'من براکەی ئەوم'],
]

test.each(NO_ANSWERS)(
  'what does not clearly say that it is safe keeps the question open, which is put once more at most (%s: «%s»)',
  async (language, words) => {
    const { person, after } = await asked(language)
    await person.says(words)
    expect(await openIn(person)).toBe('device')
    expect(after().length).toBeLessThanOrEqual(1)
    for (const text of [words, words, words]) await person.says(text)
    expect(await openIn(person)).toBe('device')
    expect(after().length).toBeLessThanOrEqual(1)
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
  },
)

test.each([
  ['en', 'yes'],
  ['en', 'yes, I am alone'],
  ['en', "I don't know"],
  ['ar', 'نعم'],
  ['ar', 'اني وحدي'],
  ['ar', 'ما اعرف'],
  ['ckb', 'بەڵێ'],
  ['ckb', 'تەنیام'],
  ['ckb', 'نازانم'],
] as const)('a clear answer goes on, whatever came before it (%s: «%s»)', async (language, words) => {
  const { person } = await asked(language)
  for (const [of, text] of NO_ANSWERS) if (of === language) await person.says(text)
  await person.says(words)
  expect(await openIn(person)).toBe('answered')
  expect((await person.book()).state.conversation.paused).toBeUndefined()
})

test('what was told meanwhile is kept', async () => {
  const { person } = await asked('en')
  await person.says('he also wrote to my sister yesterday and sent her the pictures')
  expect(JSON.stringify((await person.book()).state.conversation.answers['story'])).toContain(
    'wrote to my sister',
  )
})

test.each([
  ['en', 'help me'],
  ['en', 'please help me he is back'],
  ['ar', 'بسرعة ساعدوني هو يمي'],
  ['en', 'he is hitting me'],
  ['en', 'he will kill me tonight'],
  ['en', 'i want to die'],
  ['ar', 'ساعدوني'],
  ['ar', 'ديضربني'],
  ['ar', 'راح يقتلني الليلة'],
  ['ckb', 'یارمەتیم بدەن'],
  ['ckb', 'لێم دەدات'],
  ['ckb', 'ئەمشەو دەمکوژێت'],
] as const)(
  'danger is answered in words that tell nothing, and the question stays (%s: «%s»)',
  async (language, words) => {
    const { person, after } = await asked(language)
    await person.says(words)
    expect((await person.book()).state).toMatchObject({ hands: { status: 'waiting' } })
    const key = words === 'i want to die' ? 'hidden-called-life' : 'hidden-called'
    expect(after()[0]).toBe(textOf(language, key))
    for (const nosy of NOSY) await person.says(nosy)
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
    expect(await openIn(person)).toBe('device')
  },
)

test('who says after a cry that somebody watches now is shown nothing, and the team may still speak', async () => {
  const { person, after } = await asked('en')
  for (const text of ['he will kill me tonight', 'no', 'summary', 'code']) await person.says(text)
  expect((await person.book()).state.conversation).toMatchObject({ watched: true, urgent: true })
  expect((await person.book()).contact.watched).toBe(true)
  expect(after().join('\n')).not.toMatch(OF_THE_CASE)
})

test('who told of danger and of the phone in one breath is asked whether it is safe before anything is shown', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  const said = person.heard().length
  await person.says('he will kill me tonight. he calls himself Kolkwitzia and he reads my phone')
  await person.says('summary')
  expect(person.heard().slice(said).join('\n')).toContain(WHETHER)
  await person.says('yes')
  await person.says('summary')
  expect(person.heard().slice(said).join('\n')).toMatch(/kolkwitzia/i)
})

/** Who we are, and what this is about. */
const OF_US =
  /amin|أمين|ئەمین|privat|سرّية|نهێنی|happened|حدث|ڕوویداوە|team|فريق|تیم|photo|صور|وێنە|case|agree/i

test.each([
  ['en', 'someone is watching me', 'yes'],
  ['en', 'my husband reads my messages on my phone', 'yes'],
  ['en', 'he has my photos and he reads my messages on my phone', 'yes'],
  ['ar', 'اكو احد يراقبني', 'نعم'],
  ['ar', 'زوجي يفتش تلفوني', 'نعم'],
  ['ckb', 'کەسێک سەیرم دەکات', 'بەڵێ'],
] as const)(
  'before anything was agreed to whoever looks on is told nothing of us either (%s: «%s»)',
  async (language, words, yes) => {
    const person = (await openStage()).person('1', language)
    await person.says(words)
    // The word for help alone is a cry: somebody is called.
    const asks = NOSY.filter((one) => one !== 'help' && one !== 'menu')
    for (const nosy of [...asks, 'what is this', 'who are you', 'شنو هذا', 'ئەمە چییە'])
      await person.says(nosy)
    expect(person.heard().join('\n')).not.toMatch(OF_US)
    expect(person.heard().length).toBeLessThanOrEqual(2)
    await person.says(yes)
    expect(person.hears()).toMatch(OF_US)
    expect((await person.book()).state.conversation.open?.step).toBe('consent')
  },
)

test.each([
  ['en', 'my husband is next to me'],
  ['en', 'he has my photos, my husband is next to me so i write fast'],
  ['en', 'my husband is sitting next to me'],
  ['en', 'my dad just walked in'],
  ['ar', 'زوجي دخل للغرفة'],
  ['ckb', 'لەلامە'],
  ['ar', 'زوجي يمي'],
  ['ar', 'امي كاعده يمي هسه'],
  ['ckb', 'مێردەکەم لەتەنیشتمە'],
  ['ckb', 'باوکم لەلامە'],
] as const)(
  'that somebody stands beside them is asked about at once, and not put down in the chat (%s: «%s»)',
  async (language, words) => {
    const person = (await openStage()).person('1', language)
    await person.sends({ kind: 'start' })
    for (const text of BEFORE[language].slice(0, 2)) await person.says(text)
    const count = person.heard().length
    await person.says(words)
    expect(person.heard().slice(count)).toEqual([phrases.say(language, 'ask-device')])
    await person.says(language === 'en' ? 'yes' : language === 'ar' ? 'نعم' : 'بەڵێ')
    const { answers, open } = (await person.book()).state.conversation
    expect(answers['device']).toEqual({ kind: 'choice', option: 'mine' })
    // What happened is still asked of who has told nothing of it.
    expect(open?.step === 'danger').toBe(answers['story'] !== undefined)
  },
)

test('who was alone, and says anew that somebody is beside them, is asked anew', async () => {
  const { person, after } = await asked('en')
  for (const text of ['yes', 'my husband is next to me', 'summary']) await person.says(text)
  expect(after().at(-2)).toBe(WHETHER)
  expect(after().at(-1)).not.toMatch(OF_THE_CASE)
})

test.each([
  ['en', 'he hits me, my husband is next to me'],
  ['en', 'help me my husband is next to me'],
  ['ar', 'ساعدوني زوجي يمي'],
  ['ckb', 'یارمەتیم بدەن مێردەکەم لەلامە'],
  ['en', 'he will kill me tonight and he reads my phone'],
  ['ar', 'زوجي يضربني وهو كاعد يمي'],
  ['ckb', 'لێم دەدات، مێردەکەم لەلامە'],
] as const)(
  'a danger told in the same breath calls somebody, and is not asked about where he reads (%s: «%s»)',
  async (language, words) => {
    const person = (await openStage()).person('1', language)
    await person.sends({ kind: 'start' })
    for (const text of BEFORE[language].slice(0, 2)) await person.says(text)
    const count = person.heard().length
    await person.says(words)
    expect(person.heard().slice(count)).toEqual([
      textOf(language, 'hidden-called'),
      phrases.say(language, 'ask-device'),
    ])
    expect((await person.book()).state.hands.status).toBe('waiting')
  },
)

test('what somebody who holds the phone asks is no part of what happened', async () => {
  const { person } = await asked('en')
  for (const text of ['who are you and what is this chat about?', 'is she talking to someone here?'])
    await person.says(text)
  expect(JSON.stringify((await person.book()).state.conversation.answers['story'])).not.toMatch(
    /who are you|is she/,
  )
})

test('who stopped the talk, and comes back with somebody beside them, is asked whether it is safe and nothing else', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  for (const text of [STORY, 'stop']) await person.says(text)
  const count = person.heard().length
  await person.says('my husband is next to me')
  expect(person.heard().slice(count)).toEqual([WHETHER])
})
