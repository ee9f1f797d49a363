import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { openStage } from '../../../build/stage.ts'

const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }
const STORY: Readonly<Record<Language, string>> = {
  ar: 'واحد عنده صوري ويريد فلوس مني',
  ckb: 'کەسێک وێنەکانمی هەیە و پارەی دەوێت',
  en: 'a man has my photos and wants money',
}

/** Words at the question for danger, and what became of them. */
const atDanger = async (language: Language, text: string) => {
  const who = (await openStage()).person('1', language)
  await who.sends({ kind: 'start' })
  await who.says(YES[language])
  await who.says(STORY[language])
  expect((await who.book()).state.conversation.open?.step).toBe('danger')
  const before = who.heard().length
  await who.says(text)
  const { conversation } = (await who.book()).state
  const { danger, story } = conversation.answers
  return {
    danger: danger?.kind === 'choices' ? danger.options : [],
    told: story?.kind === 'text' ? story.text.split('\n').slice(1) : [],
    open: conversation.open?.step,
    said: who.heard().length - before,
  }
}

describe('at the question for danger', () => {
  test.each<readonly [Language, string]>([
    ['ar', 'لا'],
    ['ar', 'لا لا'],
    ['ar', 'لا ماكو'],
    ['ar', 'لا والله ماكو شي'],
    ['ar', 'لا الحمد لله'],
    ['ar', 'لا شكرا'],
    ['ar', 'ولا شي منهم'],
    ['ar', 'كلا، لا شيء من هذا'],
    ['ar', 'لا ماكو احد يأذيني'],
    ['ar', 'la'],
    ['ar', 'la maku shi'],
    ['ar', 'la wallah mako'],
    ['en', 'no'],
    ['en', 'no nothing'],
    ['en', 'none of these'],
    ['en', 'no, nothing like that'],
    ['en', 'no none of them, thank god'],
    ['en', 'nope, I am safe'],
    ['ckb', 'نا'],
    ['ckb', 'نەخێر هیچ'],
    ['ckb', 'هیچ'],
    ['ckb', 'نەخێر هیچ شتێک نییە'],
    ['ckb', 'نا سوپاس'],
    ['ckb', 'نە چو تشت'],
    ['ckb', 'na hich'],
    ['ckb', 'naxer, hich nia'],
  ])('a no that only says it again is none of these, and tells nothing (%s «%s»)', async (language, text) => {
    expect(await atDanger(language, text)).toMatchObject({ danger: ['none'], told: [], open: 'age' })
  })

  test.each<readonly [Language, string]>([
    ['ar', 'لا تنشرون صوري الله يخليكم'],
    ['ar', 'لا تكولون لاهلي'],
    ['ar', 'لا تتركوني وحدي'],
    ['ar', 'لا اعرف شسوي'],
    ['ar', 'لا اريد'],
    ['ar', 'لا هو يعرف وين بيتي'],
    ['ar', 'لا، بس يعرف عنواني'],
    ['ar', 'لا تخلوه يذبحني'],
    ['ar', 'ولا شي يفيد'],
    ['ar', 'ماكو احد يساعدني'],
    ['ar', '٧ ايام وينشر'],
    ['ar', 'la tgolon l ahli'],
    ['ar', 'la ti7chun l abuya'],
    ['en', "no please don't tell my father"],
    ['en', 'no he knows where I live'],
    ['en', 'no, but he knows my address'],
    ['en', 'no I am not safe'],
    ['en', 'no please'],
    ['en', 'no no please help'],
    ['en', 'nothing helps'],
    ['en', 'no one knows about this'],
    ['en', 'no way out for me'],
    ['en', '7 days left'],
    ['ckb', 'نا بە باوکم مەڵێن تکایە'],
    ['ckb', 'نە خوشکم نازانێت'],
    ['ckb', 'نەخێر ماڵەکەمان دەزانێت'],
    ['ckb', 'هیچیان یارمەتیم نادەن'],
    ['ckb', 'نا مەیڵێن بڵاوی بکاتەوە'],
    ['ckb', 'نە بێژنە بابێ من'],
    ['ckb', 'na bo bawkm malen'],
  ])(
    'a sentence that begins so is no answer, is met by a word, and what is kept of it is kept whole (%s «%s»)',
    async (language, text) => {
      const { danger, told, said } = await atDanger(language, text)
      expect(danger).not.toContain('none')
      expect(told.filter((line) => line !== text)).toEqual([])
      expect(said).toBeGreaterThan(0)
    },
  )

  test.each<readonly [Language, string]>([
    ['ar', 'لا هو يعرف وين بيتي وين اروح'],
    ['en', 'no, but he knows my address'],
    ['en', "no please don't tell my father"],
    ['ckb', 'نا مەیڵێن بڵاوی بکاتەوە'],
  ])(
    'a sentence that begins so and tells is the story, to its first word (%s «%s»)',
    async (language, text) => {
      expect((await atDanger(language, text)).told).toEqual([text])
    },
  )
})

describe('at the question for consent', () => {
  test.each(['اي احد يكدر يقرا هذا', 'اي شخص راح يشوف كلامي؟', 'اي وقت اكدر امسح', 'ay shakhs yshuf hatha'])(
    'the word for yes that means "any" agrees to nothing («%s»)',
    async (text) => {
      const who = (await openStage()).person('1', 'ar')
      await who.sends({ kind: 'start' })
      await who.says(text)
      expect((await who.book()).state.conversation.answers['consent']).toBeUndefined()
    },
  )

  test.each(['اي بس خايفة', 'اي والله اريد احجي', 'ee bas khayfa', 'yes but I am afraid'])(
    'a yes that goes on agrees («%s»)',
    async (text) => {
      const who = (await openStage()).person('1', 'ar')
      await who.sends({ kind: 'start' })
      await who.says(text)
      expect((await who.book()).state.conversation.answers['consent']).toEqual({
        kind: 'choice',
        option: 'continue',
      })
    },
  )
})
