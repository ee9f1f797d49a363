import { assert, asyncProperty, constantFrom } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { worryOf } from '../../../../core/model/worry.ts'
import { agent, openStage, type Person } from '../../../build/stage.ts'
import { runs } from '../../../property/runs.ts'
import { submit } from './people.ts'

const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }
const NO: Readonly<Record<Language, string>> = { ar: 'لا', ckb: 'نەخێر', en: 'no' }
const STORY: Readonly<Record<Language, string>> = {
  ar: 'واحد عنده صوري ويريد فلوس مني',
  ckb: 'کەسێک وێنەکانمی هەیە و پارەی دەوێت',
  en: 'a man has my pictures and will post them',
}
/** May mean a wish to die. */
const HINT: Readonly<Record<Language, string>> = {
  ar: 'تعبت من الحياة',
  ckb: 'ئیتر توانام نەما',
  en: 'I cannot go on',
}

const saidIn = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

/** At the question for danger, with a story told. */
const begin = async (language: Language) => {
  const stage = await openStage()
  const who = stage.person('1', language)
  await who.sends({ kind: 'start' })
  await who.says(YES[language])
  await who.says(STORY[language])
  const says = async (...texts: readonly string[]): Promise<readonly string[]> => {
    const before = (await saidIn(who)).length
    for (const text of texts) await who.says(text)
    return (await saidIn(who)).slice(before)
  }
  const isErased = async (): Promise<boolean> => {
    await stage.workAll()
    const { rows } = await stage.store.views.list({}, { limit: 10 })
    return rows.every(({ status }) => status === 'erased')
  }
  return { stage, who, says, isErased, state: async () => (await who.book()).state }
}

/** Wants everything gone and may mean a wish to die, in one message or in two. */
const BOTH: readonly (readonly [Language, readonly string[]])[] = [
  ['en', ["delete everything, I can't live like this any more"]],
  ['ar', ['غيرت رأيي، لا تخلون احد يقراها']],
  ['en', [HINT.en, 'delete everything']],
  ['ar', [HINT.ar, 'احذف كل شيء']],
  ['ckb', [HINT.ckb, 'بسڕەوە']],
  ['en', ['delete everything', HINT.en]],
  ['ar', ['امسح', HINT.ar]],
]
const HINTED = BOTH.filter(
  ([, texts]) => texts.length === 1 || texts[0] === HINT.en || texts[0] === HINT.ar || texts[0] === HINT.ckb,
)

describe('who wants everything erased in words that may mean a wish to die', () => {
  test.each(BOTH)(
    'is asked about that alone, and a yes to it calls people and erases nothing (%s «%s»)',
    async (language, texts) => {
      const { who, says, isErased, state } = await begin(language)
      const said = await says(...texts)
      expect(said.at(-1)).toMatch(/^ask-worry-self-harm/)
      expect((await state()).access.asking).toBeUndefined()
      await who.says(YES[language])
      expect(await state()).toMatchObject({ severity: 'P1', conversation: { called: { danger: true } } })
      expect(await isErased()).toBe(false)
    },
  )

  test.each(HINTED)(
    'a no to the question of danger goes on to the erasure, which is asked alone (%s «%s»)',
    async (language, texts) => {
      const { who, says, isErased, state } = await begin(language)
      expect(await says(...texts)).toContain('erase-after')
      expect((await says(NO[language])).filter((key) => /^(?:ask-|softly|erase-ask)/.test(key))).toEqual([
        'erase-ask',
      ])
      expect((await state()).access.asking?.what).toBe('erase')
      await who.says(YES[language])
      expect(await isErased()).toBe(true)
    },
  )

  test('other words pass the question over, and the erasure is asked', async () => {
    const { says, state } = await begin('en')
    await says(HINT.en, 'delete everything')
    expect((await says('it is only that my mother reads my phone')).at(-1)).toBe('erase-ask')
    expect((await state()).conversation.answers['worry-self-harm']).toBeUndefined()
  })

  test('who says it a second time is asked about erasing at once', async () => {
    const { says, isErased } = await begin('en')
    await says(HINT.en, 'delete everything')
    expect((await says('delete everything')).at(-1)).toBe('erase-ask')
    await says('yes')
    expect(await isErased()).toBe(true)
  })

  test('after a yes to it nothing is asked about erasing: who still wishes it says so', async () => {
    const { who, says, state } = await begin('en')
    await says(HINT.en, 'delete everything', 'yes')
    for (let n = 0; n < 8; n += 1) await says('skip')
    expect((await saidIn(who)).filter((key) => key === 'erase-ask')).toEqual([])
    expect((await says('delete everything')).at(-1)).toBe('erase-ask')
    expect((await state()).access.asking?.what).toBe('erase')
  })

  test('sure words that want both call people, and what is answered then is the question of danger', async () => {
    const { who, says, isErased, state } = await begin('en')
    await says('delete everything. I will kill myself tonight')
    expect((await state()).access.asking).toBeUndefined()
    await who.says('yes')
    expect(await isErased()).toBe(false)
  })
})

describe('who wants everything erased while the urgent path asks whether they are safe', () => {
  test.each([
    ['en', 'I want to kill myself tonight', 'erase'],
    ['ar', 'اريد انتحر الليلة', 'مسح'],
    ['ckb', 'دەمەوێت خۆم بکوژم', 'سڕینەوە'],
  ] as const)('is asked that first, and a yes to it erases nothing (%s)', async (language, danger, erase) => {
    const { says, isErased, state } = await begin(language)
    await says(danger)
    const { open } = (await state()).conversation
    const said = await says(erase)
    expect(said).toContain('erase-after')
    expect(await state()).toMatchObject({ conversation: { open: { step: open?.step } } })
    expect((await state()).access.asking).toBeUndefined()
    await says(YES[language])
    expect(await isErased()).toBe(false)
    expect((await state()).conversation.called.danger).toBe(true)
  })

  test('is asked about erasing alone, once nothing urgent is asked any more', async () => {
    const { says, isErased, state } = await begin('en')
    await says('I want to kill myself tonight', 'erase')
    for (let n = 0; n < 8 && (await state()).access.asking?.what !== 'erase'; n += 1) await says('skip')
    expect((await state()).access.asking?.what).toBe('erase')
    await says('yes')
    expect(await isErased()).toBe(true)
  })
})

describe('a yes is the answer of what was asked last', () => {
  test('an agent who writes after it was asked about erasing is answered by the yes, and nothing is erased', async () => {
    const { stage, who, isErased } = await begin('en')
    await submit(who)
    await stage.desk.claim(await who.code(), agent('Noor'))
    await who.says('erase')
    const { version } = (await who.book()).state
    await stage.desk.say(await who.code(), agent('Noor'), 'Are you still there?', version)
    await who.says('yes')
    expect(await isErased()).toBe(false)
  })

  test('never do two questions stand that one word could answer both, whatever was said before', async () => {
    const words = [
      HINT.en,
      'I want to kill myself tonight',
      'erase',
      'yes',
      'no',
      'I am afraid of my brother',
      'code',
      'skip',
    ]
    await assert(
      asyncProperty(constantFrom(...words), constantFrom(...words), async (first, second) => {
        const { who, state, isErased } = await begin('en')
        for (const text of [first, second, HINT.en, 'erase']) {
          await who.says(text)
          if (await isErased()) break
          const { access, conversation } = await state()
          const { open } = conversation
          const step = open === undefined || open.picked ? '' : open.step
          const isDanger = worryOf(step) !== undefined || ['crisis-now', 'fast-safe'].includes(step)
          const isErase = access.asking?.what === 'erase'
          expect({ text, both: isErase && isDanger }).toMatchObject({ both: false })
        }
      }),
      runs(20),
    )
  })
})
