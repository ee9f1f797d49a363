import { describe, expect, test } from 'vitest'
import { roles } from '../../../../bots/amin/roles.ts'
import { marksOf } from '../../../../core/services/casebook/dossier.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'
import { rules as crisis } from '../../text/danger/lexicon-rules.ts'

const doneIn = (text: string) => [
  ...new Set(crisis.read(text).flatMap(({ detail }) => (detail?.done === undefined ? [] : [detail.done]))),
]

// prettier-ignore
const SWALLOWED = [
  ['en', 'i took all the pills'], ['en', 'I swallowed a box of paracetamol an hour ago'], ['en', 'i drank bleach'],
  ['en', 'i overdosed'], ['en', 'i have taken all my medication'], ['en', 'i wanted it to stop so i took the sleeping pills'],
  ['ar', 'شربت كل الحبوب'], ['ar', 'بلعت علبة حبوب كاملة'], ['ar', 'شربت سم فار'], ['ar', 'اخذت جرعة زايدة'], ['ar', 'شربت كلور'],
  ['ar', 'شربت كل الدوا'],
  ['ckb', 'هەموو حەبەکانم خوارد'], ['ckb', 'حەبەکانم هەموو خواردووە'], ['ckb', 'ژەهرم خواردەوە'],
] as const

// prettier-ignore
const CUT = [
  ['en', 'i cut my wrists'], ['en', 'ive just slit my wrists'], ['ar', 'قطعت شراييني'], ['ar', 'كصيت ايدي'],
  ['ckb', 'دەستی خۆمم بڕی'], ['ar', 'جرحت نفسي والدم ما يوكف'], ['en', 'it wont stop bleeding'],
] as const

const OF_OTHERS = [
  ['en', 'my sister took all the pills'],
  ['ar', 'اختي شربت كل الحبوب'],
  ['ckb', 'خوشکم هەموو حەبەکانی خوارد'],
  ['ar', 'اختي شربت حبوب ما تصحى'],
  ['ar', 'بنتي شربت سم وما ترد'],
  ['en', 'my friend took pills and wont wake up'],
] as const

// prettier-ignore
const LONG_AGO = [
  'last year I took all the pills', 'قبل سنة شربت حبوب', 'قبل سنتين شربت حبوب هسه زينة', 'i cut my wrists last year',
  'My sister died, she took pills last year', 'پار هەموو حەبەکانم خوارد',
]

// prettier-ignore
const OF_NO_HARM = [
  'my brother took my phone and pills', 'my dad took all my pills so I cannot hurt myself', 'امي اخذت كل الحبوب من الغرفه',
  'كصيت ايدي بالسجين وانا اطبخ', 'i cut my wrist by accident while cooking', 'i drank a bottle of milk', 'شربت علبة عصير',
]

const keysOf = async (who: Person) =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
const saysAfter = async (stage: Stage, who: Person, text: string) => {
  const before = who.heard().length === 0 ? 0 : (await keysOf(who)).length
  await who.writes(text)
  await stage.fallQuiet()
  return (await keysOf(who)).slice(before)
}

const AGREES = {
  en: ['a man has my pictures and will post them', 'yes'],
  ar: ['اكو واحد عنده صوري ويهددني ينشرها', 'نعم'],
  ckb: ['کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات', 'بەڵێ'],
} as const

const agreed = async (language: 'en' | 'ar' | 'ckb'): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  for (const text of AGREES[language]) {
    await who.writes(text)
    await stage.fallQuiet()
  }
  return [stage, who]
}

describe('an attempt that has begun', () => {
  test.each(SWALLOWED)('is known by what was swallowed (%s «%s»)', (_, text) =>
    expect(doneIn(text)).toEqual(['taken']),
  )

  test.each(CUT)('is known by what was cut (%s «%s»)', (_, text) => expect(doneIn(text)).toEqual(['wound']))

  // prettier-ignore
  test.each([
    'i want to take all the pills', 'i will take the pills tonight', 'the pills are in my hand', 'i did not take the pills',
    'if i took all the pills would it hurt', 'i almost took all the pills', 'i took all the pills ten years ago', 'i took a pill for my headache',
    'my mother took the pills away from me', 'he took all my pictures', 'i drank a bottle of water', 'i want to cut my wrists',
    'راح اشرب كل الحبوب', 'ما شربت الحبوب', 'الحبوب يمي', 'شربت حبة للصداع', 'لو شربت كل الحبوب شيصير', 'اخذ كل الصور', 'شربت ماي',
    'امي اخذت الحبوب مني', 'راح اقطع شراييني', ...LONG_AGO, ...OF_NO_HARM,
    'i took a picture of the pills', 'i took a box of panadol to the pharmacy', 'my mom took the pills away', 'اخذت كل حبوبي اليومية',
    'هەموو حەبەکان دەخۆم', 'حەبم نەخوارد', 'حەبێکم خوارد بۆ سەرئێشە', 'ئەگەر حەبەکانم خوارد چی دەبێت', 'دایکم حەبەکانی لێم شاردەوە',
  ])('is none where it is meant, denied, long ago, one pill or nothing of the kind: «%s»', (text) =>
    expect(doneIn(text)).toEqual([]),
  )

  test.each([...LONG_AGO, ...OF_NO_HARM].filter((text) => !/cut|كصيت/.test(text)))(
    'calls nobody before they are asked where it is «%s»',
    (text) => expect(crisis.read(text).filter(({ hard }) => hard)).toEqual([]),
  )

  test('is known in a long sentence by the clause that tells of it', async () => {
    const [stage, who] = await agreed('en')
    expect(
      await saysAfter(stage, who, 'I took all the pills, my brother is at the door with a knife'),
    ).toContain('crisis-taken-threatened')
  })

  test.each([...SWALLOWED, ...CUT])(
    'is answered at once by first aid alone, once, and nobody is asked whether they think of it (%s «%s»)',
    async (language, text) => {
      const [stage, who] = await agreed(language)
      const [done] = doneIn(text)
      expect(await saysAfter(stage, who, text)).toEqual([`crisis-${done}`, 'ask-fast-where-begun'])
      const next = await saysAfter(stage, who, text)
      expect(next).not.toContain(`crisis-${done}`)
      expect(next.filter((key) => /crisis-now|check-life|fast-safe/.test(key))).toEqual([])
      const { state } = await who.book()
      expect(state.severity).toBe('P1')
      expect(state.conversation.called.danger).toBe(true)
      expect(state.reasons[0]).toBe(`reason-${done}`)
      expect(marksOf(roles, state).danger).toEqual({ label: 'self_harm', sure: true, done })
    },
  )

  test.each(SWALLOWED)('before a yes as well (%s «%s»)', async (language, text) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    const keys = await saysAfter(stage, who, text)
    expect(keys.filter((key) => key.startsWith('crisis-'))).toEqual(['crisis-taken'])
    expect(keys.at(-1)).toBe('ask-join')
  })

  test.each(OF_OTHERS)('is first aid for whoever is beside them (%s «%s»)', async (language, text) => {
    const [stage, who] = await agreed(language)
    expect(await saysAfter(stage, who, text)).toEqual(['crisis-taken-other', 'ask-fast-where-begun'])
    expect((await who.book()).state.severity).toBe('P1')
  })

  test('takes the place of the question whether they think of it, and is not asked who is behind it', async () => {
    const [stage, who] = await agreed('en')
    expect(await saysAfter(stage, who, 'i want to kill myself')).toContain('ask-crisis-now')
    expect(await saysAfter(stage, who, 'i took all the pills')).toEqual([
      'crisis-taken',
      'ask-fast-where-begun',
    ])
    expect((await saysAfter(stage, who, 'basra')).at(-1)).toBe('ask-fast-begun')
    const last = await saysAfter(stage, who, 'panadol, a whole box')
    expect(last).toContain('urgent-waiting')
    expect(last.filter((key) => key.startsWith('ask-'))).toEqual([])
  })

  test('long ago hides no question whether they are safe, nor what to do against who comes', async () => {
    const [stage, who] = await agreed('ar')
    await saysAfter(stage, who, 'قبل سنتين شربت حبوب هسه زينة')
    expect(await saysAfter(stage, who, 'اخوي راح يذبحني هسه')).toContain('ask-fast-safe')
    await saysAfter(stage, who, 'ساعدوني')
    const called = (await who.book()).events.flatMap(({ event }) =>
      event.type === 'bot_said' && event.key.startsWith('saying-called') ? [event.args?.['danger']] : [],
    )
    expect(called).not.toContain('taken')
  })

  test('leaves the questions for safety and for a name where somebody threatens them', async () => {
    const [stage, who] = await agreed('en')
    await saysAfter(stage, who, 'i took all the pills')
    await saysAfter(stage, who, 'my brother will kill me now')
    await saysAfter(stage, who, 'basra')
    await saysAfter(stage, who, 'panadol')
    const keys = await keysOf(who)
    expect(keys).toContain('ask-fast-safe')
  })

  test.each([
    ['ar', 'امي شربت حبوب', 'اريد انتحر هسه'],
    ['en', 'my mother took all the pills', 'i want to kill myself'],
  ] as const)(
    'of another leaves the writer’s own wish to die its own text (%s)',
    async (language, hers, own) => {
      const [stage, who] = await agreed(language)
      expect(await saysAfter(stage, who, hers)).toContain('crisis-taken-other')
      expect(await saysAfter(stage, who, own)).toContain('crisis-self-harm')
    },
  )

  test.each([
    ['ar', 'اختي شربت حبوب واني اريد اموت'],
    ['en', 'my sister took pills and i want to die'],
    ['ckb', 'خوشکم حەبی خوارد و دەمەوێت بمرم'],
  ] as const)(
    'of another and the writer’s own wish to die in one message are both answered (%s)',
    async (language, text) => {
      const [stage, who] = await agreed(language)
      expect(await saysAfter(stage, who, text)).toEqual([
        'crisis-taken-other',
        'crisis-self-harm',
        'ask-fast-where-begun',
      ])
      const { state } = await who.book()
      expect(state.conversation.crisis.filter(({ hard }) => hard).map(({ about }) => about)).toEqual(
        expect.arrayContaining(['self', 'other']),
      )
    },
  )

  test('of two people in one message is first aid for both, the writer’s first', async () => {
    const [stage, who] = await agreed('en')
    expect(await saysAfter(stage, who, 'my friend cut her wrists and i took pills too')).toEqual([
      'crisis-taken',
      'crisis-wound-other',
      'ask-fast-where-begun',
    ])
  })

  test.each([
    ['ar', 'شربت حبوب كلها واخوي واكف ورا الباب بالسجين'],
    ['en', 'i took all the pills and my brother is outside my door with a knife'],
    ['ckb', 'هەموو حەبەکانم خوارد، براکەم دەمکوژێت'],
  ] as const)('unlocks no door before who threatens them (%s)', async (language, text) => {
    const [stage, who] = await agreed(language)
    const keys = await saysAfter(stage, who, text)
    expect(keys).toContain('crisis-taken-threatened')
    expect(keys).not.toContain('crisis-taken')
    const heard = who.heard().join('\n')
    expect(heard).not.toMatch(/unlock|فتح قفل|قفڵی دەرگاکە بکەرەوە/u)
  })

  test('nor where violence was known before', async () => {
    const [stage, who] = await agreed('en')
    await saysAfter(stage, who, 'my brother will kill me now')
    expect(await saysAfter(stage, who, 'i cut my wrists')).toContain('crisis-wound-threatened')
  })

  test('says the words of the door as well where somebody is behind it', async () => {
    const [stage, who] = await agreed('en')
    expect(
      await saysAfter(stage, who, 'i took all the pills, he is outside my door and says he will kill me'),
    ).toEqual(expect.arrayContaining(['crisis-taken-threatened', 'crisis-door']))
  })

  test('by fire is heard in Sorani', () =>
    expect(crisis.read('خۆم سووتاند').some(({ label, hard }) => hard && label === 'self_harm')).toBe(true))
})
