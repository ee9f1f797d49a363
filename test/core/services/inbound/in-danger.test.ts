import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { instant, minutes } from '../../../../core/base/units.ts'
import { decideConversation } from '../../../../core/policy/conversation/decide.ts'
import { checks } from '../../policy/conversation/talk.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'
import { rules } from '../../text/danger/lexicon-rules.ts'

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

/** The keys of what is said to this line, once no more of them come. */
const saidTo = async (stage: Stage, who: Person, line: string): Promise<readonly string[]> => {
  const before = who.heard().length === 0 ? 0 : (await keysOf(who)).length
  await who.writes(line)
  await stage.fallQuiet()
  return (await keysOf(who)).slice(before)
}

const THREAT = {
  en: 'he will kill me tonight',
  ar: 'راح يقتلني الليلة',
  ckb: 'ئەمشەو دەمکوژێت',
} as const

const inDanger = async (language: keyof typeof THREAT = 'en'): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  await saidTo(stage, who, THREAT[language])
  expect((await who.book()).state.conversation.urgent).toBe(true)
  return [stage, who]
}

const MANUAL = new Set([
  'help',
  'help-more',
  'erase-ask',
  'verify-us',
  'verify-us-unnamed',
  'choose-language',
])

describe('a cry for help of somebody for whom people were called', () => {
  test.each([
    ['en', 'help me please'],
    ['en', 'please hurry'],
    ['en', 'hurry up'],
    ['en', 'help'],
    ['en', 'pls'],
    ['ar', 'ساعدوني'],
    ['ar', 'بسرعه رجاء'],
    ['ar', 'استعجلوا'],
    ['ar', 'مساعدة'],
    ['ckb', 'فریام کەون'],
    ['ckb', 'تکایە خێرا'],
    ['ckb', 'هاوار'],
  ] as const)(
    'is told who was called, and one thing to do, and reads no list (%s: «%s»)',
    async (language, cry) => {
      const [stage, who] = await inDanger(language)
      await saidTo(stage, who, { en: 'yes', ar: 'نعم', ckb: 'بەڵێ' }[language])
      const before = who.heard().length
      expect(await saidTo(stage, who, cry)).toEqual(['saying-called'])
      const text = who.heard().slice(before).join('\n')
      expect(text).not.toMatch(/1\.|\u0661/)
      expect(text.length).toBeLessThan(400)
    },
  )

  test('again and again is heard in other words each time, and its question still takes its answer', async () => {
    const [stage, who] = await inDanger()
    await saidTo(stage, who, 'yes')
    const said = []
    for (const cry of ['help me', 'please hurry', 'help me please', 'hurry'])
      said.push(await saidTo(stage, who, cry))
    expect(said).toEqual([['saying-called'], ['saying-called-2'], ['saying-called'], ['saying-called-2']])
    await who.says('no')
    expect((await who.book()).state.conversation.answers['fast-safe']).toEqual({
      kind: 'choice',
      option: 'no',
    })
  })

  test.each([
    ['en', 'my father beats me now', 'violence', 'safer room'],
    ['ar', 'ابوي يضربني هسه', 'violence', 'غرفة أكثر أماناً'],
    ['ckb', 'باوکم ئێستا لێم دەدات', 'violence', 'ژوورێکی سەلامەتتر'],
    ['en', 'my stepfather rapes me', 'sexual_abuse', 'safer room'],
    ['ar', 'عمي يغتصبني', 'sexual_abuse', 'غرفة أكثر أماناً'],
    ['ckb', 'مامم دەستدرێژیم دەکاتە سەر', 'sexual_abuse', 'ژوورێکی سەلامەتتر'],
    ['en', 'he wants me to meet him in the hotel tonight', 'meeting', 'meet'],
    ['ar', 'يريدني اروحله للفندق الليلة', 'meeting', 'لقاء'],
    ['ckb', 'دەڵێت وەرە بۆ ئوتێل ئەمشەو', 'meeting', 'چاوپێکەوتن|بینینی'],
  ] as const)(
    'who is in danger is told to lock no door where nobody comes to it (%s: «%s», %s)',
    async (language, words, label, text) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      await saidTo(stage, who, words)
      expect((await who.book()).state.conversation.crisis.map((hit) => hit.label)).toContain(label)
      // What is only likely is asked about first, and a yes is as sure.
      const asked = (await who.book()).state.conversation.open?.step
      if (asked?.startsWith('worry-') === true) await saidTo(stage, who, 'yes')
      for (const key of ['saying-called', 'saying-called-2']) {
        await who.says({ en: 'help me', ar: 'ساعدوني', ckb: 'فریام کەون' }[language])
        expect((await keysOf(who)).at(-1)).toBe(key)
        expect(who.heard().at(-1)).toMatch(new RegExp(text))
        expect(who.heard().at(-1)).not.toMatch(/lock|قفل|المقفول|دابخە|داخراو/)
      }
    },
  )

  test.each([
    ['en', 'he will come to our house', 'lock the door'],
    ['ar', 'راح يجي لبيتنا', 'قفل الباب'],
    ['ckb', 'دێتە ماڵمان', 'دەرگا دابخە'],
    ['en', 'he is at my door', 'lock the door'],
    ['ar', 'هو واكف بالباب', 'قفل الباب'],
    ['ckb', 'لەبەر دەرگامانە کەسێک لە دەرگا دەدات', 'دەرگا دابخە'],
  ] as const)(
    'who is come for at home is told to lock the door (%s: «%s»)',
    async (language, words, text) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      await saidTo(stage, who, words)
      await who.says({ en: 'help me', ar: 'ساعدوني', ckb: 'فریام کەون' }[language])
      expect(who.heard().at(-1)).toContain(text)
    },
  )

  test('names what to do by the danger that was told', async () => {
    const stage = await openStage()
    const life = stage.person('2', 'en')
    await life.says('i want to kill myself')
    await life.says('help me')
    expect(life.heard().at(-1)).toContain('put away what could hurt you')
  })

  test('of who wanted nobody in the chat promises nobody, and a word for people takes that back', async () => {
    const [stage, who] = await inDanger()
    await saidTo(stage, who, 'no')
    expect(await saidTo(stage, who, 'help me')).toEqual(['saying-called-nobody'])
    await saidTo(stage, who, 'urgent')
    expect((await who.book()).state.conversation.answers['join']).toMatchObject({ option: 'yes' })
    expect(await saidTo(stage, who, 'help me')).toEqual(['saying-called'])
  })

  test('erases, stops and explains nothing that was only heard by its sound', async () => {
    const [stage, who] = await inDanger()
    for (const words of ['please please now', 'quick quick please', 'where are you people'])
      expect((await saidTo(stage, who, words)).filter((key) => MANUAL.has(key))).toEqual([])
    // A word that means it is heard: it waits for the question that stands.
    expect(await saidTo(stage, who, 'erase')).toContain('erase-after')
  })

  test('gets a word also where nothing is asked any more', async () => {
    const [stage, who] = await inDanger()
    for (let n = 0; n < 6; n += 1) await saidTo(stage, who, 'skip')
    for (const words of ['they are many', 'with a white car', 'in the small street'])
      expect(await saidTo(stage, who, words)).not.toEqual([])
  })
})

describe('what is written instead of an answer in danger', () => {
  test('is asked about once more, and then the next question comes', async () => {
    const [stage, who] = await inDanger()
    await saidTo(stage, who, 'yes')
    expect(await saidTo(stage, who, 'at home with my uncle')).toContain('ask-fast-safe')
    expect(await saidTo(stage, who, 'in Baghdad, Dora')).toContain('ask-fast-what')
  })

  test.each([
    ['en', 'no im not safe'],
    ['ar', 'لا مو امنة'],
    ['ckb', 'نا سەلامەت نیم'],
  ] as const)('is an answer where it says that nobody is safe (%s: «%s»)', async (language, words) => {
    const [stage, who] = await inDanger(language)
    await saidTo(stage, who, { en: 'yes', ar: 'نعم', ckb: 'بەڵێ' }[language])
    expect(await saidTo(stage, who, words)).toContain('urgent-not-safe')
  })
})

describe('who is in danger and passes over what is asked', () => {
  /** A file waits for consent; every question is skipped. */
  const skipping = async (): Promise<readonly [Stage, Person, () => Promise<readonly string[]>]> => {
    const [stage, who] = await inDanger()
    const file = async (): Promise<readonly string[]> => {
      const before = (await keysOf(who)).length
      await who.sendsFile(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))
      await stage.fallQuiet()
      return (await keysOf(who)).slice(before)
    }
    await file()
    for (let n = 0; n < 5; n += 1) await saidTo(stage, who, 'skip')
    return [stage, who, file]
  }

  const asksConsent = (keys: readonly string[]): readonly string[] =>
    keys.filter((key) => /^(?:phone-)?ask-consent|^softly-consent|^required$/.test(key))

  test('is asked once to agree, for the file that waits, in few words and without a greeting', async () => {
    const [, who] = await skipping()
    expect(asksConsent(await keysOf(who))).toEqual(['ask-consent-file'])
  })

  test('and passes over that as well is not asked again, whatever follows, and is answered each time', async () => {
    const [stage, who, file] = await skipping()
    const said = []
    for (const words of ['skip', 'skip', 'I don’t know', 'he is in the car', 'thanks', 'help me', 'skip'])
      said.push(await saidTo(stage, who, words))
    expect(said[0]).toEqual(['consent-left-file'])
    expect(said.filter((keys) => keys.length === 0)).toEqual([])
    expect(asksConsent(said.flat())).toEqual([])
    expect(asksConsent(await file())).toEqual([])
    expect((await who.book()).state.conversation.answers['story']).toBeDefined()
  })

  test('may say yes at any time later: then the file is asked about', async () => {
    const [stage, who] = await skipping()
    await saidTo(stage, who, 'skip')
    await saidTo(stage, who, 'help me')
    await saidTo(stage, who, 'yes')
    expect((await who.book()).state.conversation.answers['consent']).toBeDefined()
    expect((await keysOf(who)).some((key) => key.startsWith('ask-age'))).toBe(true)
  })

  test('may say yes where another question came between and was answered', async () => {
    const [stage, who] = await skipping()
    await saidTo(stage, who, 'skip')
    await saidTo(stage, who, 'I want to kill myself')
    expect((await who.book()).state.conversation.open?.step).not.toBe('consent')
    for (let n = 0; n < 3; n += 1) await saidTo(stage, who, 'skip')
    expect((await who.book()).state.conversation.answers['consent']).toBeUndefined()
    await saidTo(stage, who, 'yes')
    expect((await who.book()).state.conversation.answers['consent']).toEqual({
      kind: 'choice',
      option: 'continue',
    })
  })

  test('and sent no file hears of none', async () => {
    const [, who] = await skipping()
    const { conversation } = (await who.book()).state
    const context = { now: instant(0), language: 'en' as const, checks }
    const skip = { kind: 'text' as const, text: untrusted('skip') }
    const keys = (waits: typeof conversation.waits): readonly string[] =>
      decideConversation(flow, { ...conversation, waits }, skip, context).says.map(({ key }) => key)
    expect(keys(conversation.waits)).toEqual(['consent-left-file'])
    expect(keys([])).toEqual(['consent-left-open'])
  })

  test('or skips before anything else happened is not told that it is needed', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    await who.sends({ kind: 'start' })
    const said = []
    for (let n = 0; n < 3; n += 1) said.push(...(await saidTo(stage, who, 'skip')))
    expect(said).toEqual(['consent-left-open', 'offer-human', 'saying-here-short'])
  })
})

describe('whoever comes to the person’s home', () => {
  test.each([
    ['en', 'he will come to our house'],
    ['en', 'he is on his way to my home'],
    ['ar', 'راح يجي لبيتنا'],
    ['ar', 'كال راح اجيك للبيت'],
    ['ckb', 'دێت بۆ ماڵەوەمان'],
    ['ckb', 'ئەڵێت دێمە ماڵتان'],
  ])('is a danger at home, and no meeting that they should not go to (%s: «%s»)', async (language, words) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    const keys = await saidTo(stage, who, words)
    expect(keys).toContain('crisis-home')
    expect(keys).not.toContain('crisis-meeting')
  })

  test('is that as well where a meeting was pressed before', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    await who.sends({ kind: 'start' })
    await who.says('continue')
    await saidTo(stage, who, 'told to meet someone')
    expect(await saidTo(stage, who, 'he will come to our house')).toContain('crisis-home')
  })

  test('is asked about as such, where it is only likely', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    const keys = await saidTo(stage, who, 'a man has my photos and he will come to our house tonight')
    expect(keys).not.toContain('ask-worry-meeting')
    expect(keys.some((key) => key === 'ask-worry-home' || key === 'crisis-home')).toBe(true)
    await saidTo(stage, who, 'yes')
    expect(await keysOf(who)).not.toContain('crisis-meeting')
  })

  test.each([
    ['en', 'he wants me to meet him in the hotel tonight'],
    ['en', 'he wants me to come to his place tonight'],
    ['en', 'he said come to my house or he posts'],
    ['en', 'he told me to come to the apartment or he posts'],
    ['ar', 'يريدني اجي للشقة'],
    ['ar', 'يريدني اجي لبيته'],
    ['ckb', 'دەڵێت وەرە بۆ ماڵمان'],
  ])('is not one who wants the person to come to him (%s: «%s»)', async (language, words) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    const keys = await saidTo(stage, who, words)
    expect(keys).toContain('crisis-meeting')
    expect(keys).not.toContain('crisis-home')
    expect((await who.book()).state.conversation.crisis.some(({ detail }) => detail?.home === true)).toBe(
      false,
    )
  })

  test('and wants them to come as well is told of both, and another day of the place that was said then', async () => {
    const stage = await openStage()
    const both = stage.person('1', 'en')
    expect(await saidTo(stage, both, 'he says come to the hotel or he will come to our house')).toEqual(
      expect.arrayContaining(['crisis-home', 'crisis-meeting']),
    )
    const one = stage.person('2', 'en')
    expect(await saidTo(stage, one, 'he will come to our house')).not.toContain('crisis-meeting')
    expect(await saidTo(stage, one, 'he wants me to meet him in the hotel tonight')).toContain(
      'crisis-meeting',
    )
  })

  test.each([
    'I come home now',
    'I am coming home now',
    'my uncle comes to our house',
    'my cousin will come to our house tomorrow',
    'من اجي للبيت اكتبلكم',
    'عمي راح يجي لبيتنا',
    'ابن عمي يجي لبيتنا',
    'ئێستا دێمە ماڵەوە',
    'خاڵم دێتە ماڵمان',
    'ئامۆزاکەم دێتە ماڵمان',
  ])('is neither a visit nor the way home («%s»)', (words) => {
    expect(rules.read(words)).toEqual([])
  })

  test.each([
    ['my uncle comes to our house and touches me', 'sexual_abuse'],
    ['عمي راح يجي لبيتنا ويذبحني', 'violence'],
    ['خاڵم دێتە ماڵمان دەمکوژێت', 'violence'],
    ['my cousin threatens he will come to our house', 'meeting'],
  ])('but a visit that brings danger is heard for that («%s»)', (words, label) => {
    expect(rules.read(words).map((hit) => hit.label)).toContain(label)
  })
})

test('while nobody came yet, who is in danger hears each comfort once, ever rarer, and not the same again', async () => {
  const [stage, who] = await inDanger()
  await saidTo(stage, who, 'yes')
  for (let n = 0; n < 24; n += 1) await stage.passTime(minutes(5))
  const comforts = (await keysOf(who)).filter((key) => key.startsWith('comfort-'))
  expect(comforts).toEqual(['comfort-1', 'comfort-2', 'comfort-3', 'comfort-4', 'comfort-5'])
})

test('who has somebody outside their door who will kill them is not told to leave that place', async () => {
  const stage = await openStage()
  const who = stage.person('1', 'en')
  expect(await saidTo(stage, who, 'he is outside my door and says he will kill me')).toContain('crisis-door')
})
