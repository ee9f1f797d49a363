import { describe, expect, test } from 'vitest'
import { roles } from '../../../../bots/amin/roles.ts'
import { marksOf } from '../../../../core/services/casebook/dossier.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'

type Language = 'ar' | 'ckb' | 'en'

const AGREES = {
  en: ['a man has my pictures and will post them', 'yes'],
  ar: ['اكو واحد عنده صوري ويهددني ينشرها', 'نعم'],
  ckb: ['کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات', 'بەڵێ'],
} as const

const keysOf = async (who: Person) =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

const agreed = async (language: Language): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  for (const text of AGREES[language]) {
    await who.writes(text)
    await stage.fallQuiet()
  }
  return [stage, who]
}

const saysAfter = async (stage: Stage, who: Person, text: string) => {
  const before = (await keysOf(who)).length
  await who.writes(text)
  await stage.fallQuiet()
  return (await keysOf(who)).slice(before)
}

// prettier-ignore
const BY_THEMSELVES: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'i burned myself'], ['en', 'I just set myself on fire'], ['en', 'i poured hot oil on my arm'],
  ['ar', 'حرقت نفسي'], ['ar', 'كبيت ماي حار على روحي'], ['ar', 'شعلت النار بروحي'],
  ['ckb', 'خۆم سووتاند'], ['ckb', 'ئاوی گەرمم بە خۆمدا کرد'],
]

// prettier-ignore
const BY_ANOTHER: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'he threw acid on my face'], ['en', 'he poured boiling water on me'], ['en', 'they set me on fire'],
  ['en', 'my husband burned me with a cigarette'],
  ['ar', 'ذب علي تيزاب'], ['ar', 'رشوا على وجهي تيزاب'], ['ar', 'زوجي حرقني بالجكاره'],
  ['ckb', 'تێزابی پێدا کردم'], ['ckb', 'تێزابیان بە ڕوومدا کرد'],
]

// prettier-ignore
const OF_ANOTHER: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'my sister set herself on fire'], ['en', 'he threw acid on my sister'],
  ['ar', 'اختي حرقت نفسها'], ['ar', 'ذبوا تيزاب على اختي'],
  ['ckb', 'خوشکم خۆی سووتاند'],
]

// prettier-ignore
const NONE: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'i burnt my hand while cooking'], ['en', 'i burned myself out at work'],
  ['en', 'he says he will throw acid on my face'], ['en', 'i burned myself years ago'],
  ['ar', 'راح يذب علي تيزاب'], ['ar', 'حرقت ايدي وانا اطبخ'], ['ar', 'قبل سنتين حرقت نفسي'],
  ['ckb', 'دەستم سووتا لە چێشتخانە'], ['ckb', 'هەڕەشە دەکات تێزابم پێدا بکات'], ['ckb', 'پار خۆم سووتاند'],
]

/** What cools, how long, what is taken off and what must not be put on it. */
const STEPS = {
  en: ['running water', 'twenty minutes', 'nothing that sticks', 'No ice', 'loosely'],
  ar: ['ماء بارد جارٍ', 'عشرين دقيقة', 'إلا ما التصق', 'لا ثلج', 'تغطية خفيفة'],
  ckb: ['ئاوی ساردی ڕەوان', 'بیست خولەک', 'نووساوە نا', 'نە سەهۆڵ', 'بە شلی'],
} as const

describe('a burn', () => {
  test.each(BY_THEMSELVES)(
    'by their own hand is answered at once by what to do (%s «%s»)',
    async (language, text) => {
      const [stage, who] = await agreed(language)
      expect(await saysAfter(stage, who, text)).toEqual(['crisis-burn', 'ask-fast-where-begun'])
      const { state } = await who.book()
      expect(state.severity).toBe('P1')
      expect(state.reasons[0]).toBe('reason-burn')
      expect(marksOf(roles, state).danger).toEqual({ label: 'self_harm', sure: true, done: 'burn' })
      const heard = who.heard().join('\n')
      for (const step of STEPS[language]) expect(heard).toContain(step)
    },
  )

  test.each(BY_ANOTHER)(
    'by another is answered by what to do, and unlocks no door (%s «%s»)',
    async (language, text) => {
      const [stage, who] = await agreed(language)
      expect(await saysAfter(stage, who, text)).toEqual(['crisis-burn-threatened', 'ask-fast-safe'])
      const { state } = await who.book()
      expect(state.severity).toBe('P1')
      expect(marksOf(roles, state).danger).toEqual({ label: 'violence', sure: true, done: 'burn' })
      expect(who.heard().join('\n')).not.toMatch(/unlock|بلا قفل|قفڵی دەرگاکە بکەرەوە/u)
    },
  )

  test.each(OF_ANOTHER)(
    'of another is first aid for whoever is beside them (%s «%s»)',
    async (language, text) => {
      const [stage, who] = await agreed(language)
      expect((await saysAfter(stage, who, text))[0]).toBe('crisis-burn-other')
    },
  )

  test.each(NONE)(
    'only threatened, long ago or of a kitchen gets no first aid (%s «%s»)',
    async (language, text) => {
      const [stage, who] = await agreed(language)
      expect((await saysAfter(stage, who, text)).filter((key) => key.startsWith('crisis-burn'))).toEqual([])
    },
  )

  test('is asked about as a burn, where it is and what it was from', async () => {
    const [stage, who] = await agreed('ar')
    await saysAfter(stage, who, 'حرقت نفسي')
    expect((await saysAfter(stage, who, 'البصرة')).at(-1)).toBe('ask-fast-begun-burn')
  })
})
