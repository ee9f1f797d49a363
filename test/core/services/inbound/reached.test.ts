import { describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'

const STORIES = {
  en: ['a man has my pictures and will post them', 'yes'],
  ar: ['اكو واحد عنده صوري ويهددني ينشرها', 'نعم'],
  ckb: ['کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات', 'بەڵێ'],
} as const
type Spoken = keyof typeof STORIES

const conversation = async (who: Person) => (await who.book()).state.conversation
const saidTo = async (stage: Stage, who: Person, text: string): Promise<readonly string[]> => {
  const keys = async () =>
    (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
  const before = who.heard().length === 0 ? 0 : (await keys()).length
  await who.writes(text)
  await stage.fallQuiet()
  return (await keys()).slice(before)
}

/** At the question for danger, or after it was answered with none of these. */
const told = async (language: Spoken, isPast: boolean): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  for (const text of STORIES[language]) {
    await who.writes(text)
    await stage.fallQuiet()
  }
  expect((await conversation(who)).open?.step).toBe('danger')
  if (isPast) await who.says(language === 'en' ? 'none' : language === 'ar' ? 'لا شيء' : 'هیچیان')
  return [stage, who]
}

const REACHED: ReadonlyArray<readonly [Spoken, string]> = [
  ['en', 'he already sent it to my dad'],
  ['en', 'they sent them to my husband'],
  ['en', 'he told my brother everything'],
  ['en', 'my family found out'],
  ['en', 'my mom saw the pictures'],
  ['en', 'my dad knows'],
  ['ar', 'دز صورتي لابويه'],
  ['ar', 'دَزّ صـورتي لأبويه'],
  ['ar', 'عرفوا اهلي'],
  ['ar', 'امي شافت الصور'],
  ['ar', 'وصلت الصور لعمامي'],
  ['ar', 'راوى الفيديو لاخويه'],
  ['ckb', 'وێنەکەی بۆ باوکم نارد'],
  ['ckb', 'خێزانەکەم زانیان'],
  ['ckb', 'ڤیدیۆکەی نیشانی دایکم دا'],
  ['ckb', 'مالا من زانی'],
  ['ckb', 'وێنەیێن من بۆ بابێ من هنارتن'],
  ['ar', 'daz suwari l abuya'],
  ['ckb', 'wenakami bo bawkm nard'],
]

describe('that the family has it already', () => {
  test.each(
    REACHED.flatMap(([language, text]) => [false, true].map((past) => [language, text, past] as const)),
  )(
    'is heard as whom it reached, and it is asked whether somebody may hurt them; nothing is said of paying or of a post (%s «%s», after the question for danger: %s)',
    async (language, text, past) => {
      const [stage, who] = await told(language, past)
      expect(await saidTo(stage, who, text)).toEqual(
        expect.arrayContaining(['saying-family-knows', 'ask-worry-violence']),
      )
      const keys = (await who.book()).events.flatMap(({ event }) =>
        event.type === 'bot_said' ? [event.key] : [],
      )
      for (const untrue of [
        'saying-already-paid',
        'saying-he-published',
        'saying-tell-family',
        'not-understood',
      ])
        expect(keys).not.toContain(untrue)
      const { answers, open } = await conversation(who)
      expect(answers['spread']).toEqual({ kind: 'choices', options: ['family'] })
      expect(answers['story']).toMatchObject({ text: expect.stringContaining(text) })
      expect(open?.step).toBe('worry-violence')
    },
  )

  test.each([
    ['en', 'he sent it to my father'],
    ['ar', 'دز فيديوي لاخويه'],
    ['ckb', 'وێنەکەی بۆ باوکم نارد'],
  ] as const)('is heard in the first words, and they are the story (%s «%s»)', async (language, text) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    expect(await saidTo(stage, who, text)).toEqual(['saying-family-knows', 'ask-worry-violence'])
    const { answers } = await conversation(who)
    expect(answers['spread']).toEqual({ kind: 'choices', options: ['family'] })
    expect(answers['story']).toMatchObject({ text })
  })

  test.each([
    ['en', 'will you tell my family?'],
    ['en', 'he will send it to my dad'],
    ['en', 'I sent it to my dad'],
    ['en', 'my dad knows nothing'],
    ['en', 'my sister saw the doctor'],
    ['ar', 'هل اهلي راح يعرفون'],
    ['ar', 'اهلي ما يعرفون'],
    ['ar', 'يهددني يدزها لابويه'],
    ['ar', 'دزيت الرساله لاخويه'],
    ['ckb', 'خێزانەکەم نازانن'],
    ['ckb', 'ئەگەر بینێرێت بۆ باوکم'],
  ] as const)('is not said by what may be, or is not so (%s «%s»)', async (language, text) => {
    const [stage, who] = await told(language, false)
    expect(await saidTo(stage, who, text)).not.toContain('saying-family-knows')
    expect((await conversation(who)).open?.step).not.toBe('worry-violence')
  })
})

describe('what the other side sent', () => {
  test.each([
    ['en', 'he sent this'],
    ['en', 'look what he sent me'],
    ['ar', 'دزلي هذا'],
    ['ckb', 'ئەمەی بۆ ناردم'],
  ] as const)(
    'is nothing that was paid, and a question about a danger stays where somebody only points at it (%s «%s»)',
    async (language, text) => {
      const [stage, who] = await told(language, false)
      expect(await saidTo(stage, who, text)).not.toContain('saying-already-paid')
      expect(
        await saidTo(stage, who, language === 'ckb' ? 'خێزانەکەم زانیان' : 'my family found out'),
      ).toContain('ask-worry-violence')
      await saidTo(stage, who, text)
      const { open, skipped } = await conversation(who)
      expect([open?.step, skipped['worry-violence']]).toEqual(['worry-violence', undefined])
    },
  )

  test('is not said to be kept before anybody agreed', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'ar')
    await who.sends({ kind: 'start' })
    const said = await saidTo(stage, who, 'دزلي رسالة جديدة اليوم')
    expect(said).toContain('saying-he-writes-again-early')
    expect(said).not.toContain('saying-he-writes-again')
  })
})
