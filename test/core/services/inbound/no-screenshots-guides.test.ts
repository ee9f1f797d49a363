import { describe, expect, test } from 'vitest'
import { guidance } from '../../../../bots/amin/guidance/library.ts'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import { guideMinorKey, guideStepKey, UNDER_18 } from '../../../../core/model/keys.ts'
import { openStage, phrases } from '../../../build/stage.ts'

const { say } = phrases

/** To take, keep or send a picture of the screen, in three languages. */
const OF_SCREEN =
  /screenshot|photo of the screen|saved photos|سكرين|لقطة|لقطات|تصوير الشاشة|الصور المحفوظة|سکرین|وێنەی شاشە|وێنە هەڵگیراوەکان/iu
/** What says that none is wanted. */
const NONE_WANTED =
  /no picture of the screen|ومن دون صورة للشاشة|لا حاجة لأي صورة للشاشة|(?:بەبێ|پێویست بە|هیچ) وێنەی(?:ەکی)? شاشە/giu

/**
 * A transfer, the list of calls and the list of apps show nothing of what was sent, stay on the phone and
 * are what a wallet, a company or the police ask for.
 */
const SHOWS_NOTHING = ['zaincash-4', 'fastpay-4', 'asiahawala-4', 'phone-safe-3', 'phone-sim-5'].map(
  (step) => `guide-${step}`,
)

const steps = guidance.guides.flatMap((guide) =>
  Array.from({ length: guide.steps }, (_, at) => ({ guide, at: at + 1 })),
)
const ofScreen = steps.filter(({ guide, at }) => guide.pictures?.includes(at) === true)

describe.each(LANGUAGES)('in %s', (language) => {
  test('every step that asks for a picture of the screen has words for who is under 18, or shows nothing of what was sent', () => {
    for (const { guide, at } of steps) {
      const key = guideStepKey(guide, at)
      const asks = OF_SCREEN.test(say(language, key))
      expect([key, asks && !SHOWS_NOTHING.includes(key)]).toEqual([
        key,
        guide.pictures?.includes(at) === true,
      ])
    }
  })

  test.each(ofScreen.map(({ guide, at }) => guideMinorKey(guide, at)))('%s asks for none', (key) => {
    expect(say(language, key).replace(NONE_WANTED, '')).not.toMatch(OF_SCREEN)
  })
})

const START: Readonly<Record<Language, readonly string[]>> = {
  en: ['a man has my pictures and will post them', 'yes', 'no'],
  ar: ['اكو واحد عنده صوري ويهددني ينشرها', 'نعم', 'لا'],
  ckb: ['کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات', 'بەڵێ', 'نەخێر'],
}
// prettier-ignore
const OF_CHILD: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'i am 15'], ['ar', 'عمري 15'], ['ckb', 'تەمەنم ١٥ ساڵە'],
  ['en', 'it is about my daughter, she is 14'], ['ar', 'الموضوع عن بنتي عمرها 14'],
]

describe('whoever opens such a step', () => {
  const open = async (language: Language, words: readonly string[]) => {
    const who = (await openStage()).person('1', language)
    await who.sends({ kind: 'start' })
    for (const text of words) await who.says(text)
    return {
      step: async (id: string, at: number) => {
        const before = who.heard().length
        await who.sends({ kind: 'press', token: `0:!guide:${id}` })
        for (let n = 2; n <= at; n += 1) await who.sends({ kind: 'press', token: `${n}:!guide:${id}` })
        return who.heard().slice(before).join('\n')
      },
      book: who.book,
    }
  }

  test.each(OF_CHILD)('hears of a child that words are enough (%s: «%s»)', async (language, age) => {
    const { step } = await open(language, [...START[language], age])
    for (const { guide, at } of ofScreen.filter(({ guide: { audience } }) => audience !== 'adults'))
      expect((await step(guide.id, at)).replace(NONE_WANTED, ''), guide.id).not.toMatch(OF_SCREEN)
  })

  test('hears it where a child was named and no age told', async () => {
    const { step } = await open('en', ['someone blackmails a child, she is at primary school', 'yes'])
    expect(await step('evidence', 2)).not.toMatch(/screenshot/i)
  })

  test.each(LANGUAGES)('hears where no age is known what holds under 18 as well (%s)', async (language) => {
    const { step } = await open(language, [])
    const heard = await step('evidence', 2)
    expect(heard).toMatch(OF_SCREEN)
    expect(heard.split(say(language, UNDER_18))).toHaveLength(3)
  })

  test('hears nothing of it as an adult, and goes on by number as before', async () => {
    const { step, book } = await open('en', [...START.en, 'i am 30'])
    expect(await step('evidence', 1)).toMatch(/screenshot/i)
    expect(await step('evidence', 1)).not.toContain(say('en', UNDER_18))
    expect((await book()).state.conversation.menu).toBe('guide-evidence-1')
  })

  test('a child goes on from step to step, and is asked after days whether it is done, in the same words', async () => {
    const { step, book } = await open('en', [...START.en, 'i am 15'])
    await step('evidence', 2)
    expect((await book()).state.conversation).toMatchObject({
      menu: 'guide-evidence-2',
      guide: { id: 'evidence', step: 2 },
    })
  })
})
