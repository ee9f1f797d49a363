import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'
import { submit } from '../access/people.ts'

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

const saidTo = async (stage: Stage, who: Person, line: string): Promise<readonly string[]> => {
  const before = who.heard().length === 0 ? 0 : (await keysOf(who)).length
  await who.says(line)
  await stage.fallQuiet()
  return (await keysOf(who)).slice(before)
}

const AGES = {
  en: ['yes', 'I am 15', 'I am 25', 'i am 25 years old'],
  ar: ['نعم', 'عمري ١٥', 'عمري ٢٥', 'عمري ٢٥ سنة'],
  ckb: ['بەڵێ', 'تەمەنم ١٥ ساڵە', 'تەمەنم ٢٥ ساڵە', 'تەمەنم ٢٥ ساڵە'],
} as const

describe('who counts as under 18 and says that they are not', () => {
  test.each(['en', 'ar', 'ckb'] as const)(
    'is told that it stays and why, and said once more has a person asked, who alone decides (%s)',
    async (language) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      const [yes, child, adult, again] = AGES[language]
      await who.sends({ kind: 'start' })
      await who.says(yes)
      await who.says(child)
      const before = (await who.book()).state.conversation
      expect((await saidTo(stage, who, adult))[0]).toBe('minor-stands')
      expect((await who.book()).state.conversation.called.person).toBe(false)
      expect((await saidTo(stage, who, again))[0]).toBe('minor-asked')
      const after = (await who.book()).state.conversation
      expect(after.called.person).toBe(true)
      expect(after.answers).toEqual(before.answers)
    },
  )

  test('is no such one where a child says the age once more, or somebody else is meant', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    await who.sends({ kind: 'start' })
    await who.says('yes')
    await who.says('I am 15')
    for (const line of ['I am 16', 'he is 25', 'my brother is 25', 'he is 25 and I am 15'])
      expect(await saidTo(stage, who, line), line).not.toContain('minor-stands')
  })
})

describe('who changes their mind', () => {
  test.each([
    ['en', 'stop'],
    ['ar', 'توقف'],
    ['ckb', 'پەشیمان بوومەوە'],
  ] as const)(
    'who stops after sending is told that it is with the team, and how it is taken back (%s)',
    async (language, text) => {
      const stage = await openStage()
      const who = stage.person('1', 'en')
      await submit(who, 'a man has my photos and wants money')
      await who.says({ en: 'english', ar: 'عربي', ckb: 'کوردی' }[language])
      expect((await saidTo(stage, who, text))[0]).toBe('stopped-sent')
      expect((await who.book()).state.conversation.paused).toBeUndefined()
      expect(await saidTo(stage, who, { en: 'erase', ar: 'مسح', ckb: 'سڕینەوە' }[language])).toContain(
        'erase-ask',
      )
    },
  )
})

describe('a number that is told', () => {
  test('is no question who he is', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'en')
    await who.sends({ kind: 'start' })
    await who.says('yes')
    expect(await saidTo(stage, who, 'his number is 07701234567')).not.toContain('saying-find-who')
  })
})

describe('whom one would not wake', () => {
  const isHeard = (text: string): boolean =>
    content.crisis.read(text).some(({ label }) => label === 'self_harm')

  test.each([
    "I don't want to wake my mother",
    'I dont want to wake up my baby',
    'we should not wake the house, they are people',
    'ما اريد اصحي امي',
    'ما اريد اكعد ابوي',
  ])('is no wish to die: «%s»', (text) => {
    expect(isHeard(text)).toBe(false)
  })

  test.each([
    "I don't want to wake up",
    'i never want to wake up again',
    'I do not want to wake up tomorrow',
    'ما اريد اصحى',
    'ئەز ماندی بووم ژ ژیانێ',
    'mandi bum ji jiyane',
  ])('and not to wake oneself is heard: «%s»', (text) => {
    expect(isHeard(text)).toBe(true)
  })
})
