import { describe, expect, test } from 'vitest'
import type { CrisisHit } from '../../../../core/base/danger.ts'
import { primaryLabel } from '../../../../core/text/danger/rules.ts'
import { rules as crisis } from './lexicon-rules.ts'

const labelOf = (text: string): string | undefined => primaryLabel(crisis.read(text))
const hitOf = (text: string, label: string): CrisisHit | undefined =>
  crisis.read(text).find((hit) => hit.label === label && hit.hard)
const detailOf = (text: string, label: string) =>
  crisis
    .read(text)
    .filter((hit) => hit.label === label && hit.hard)
    .reduce<object>((all, hit) => ({ ...all, ...hit.detail }), {})

describe('spelling', () => {
  test.each([
    ['vowel signs and tatweel', 'اُرِيـــدُ أَنْ أَمُوت'],
    ['lengthened letters', 'ارييييد اموووووت'],
    ['presentation forms', 'ﺍﺭﻳﺪ ﺍﻣﻮﺕ'],
    ['invisible marks between the letters', 'اري\u200cد ا\u202eمو\u2060ت'],
    ['no spaces', 'اريداموت'],
    ['fillers between the words', 'اريد والله بعد اموت'],
    ['capital and fullwidth letters', 'I ＷＡＮＴ to DIE'],
    ['an apostrophe dropped or curly', 'i don’t want to live anymore'],
    ['Arabic in Latin letters, one way', 'ma areed a3eesh'],
    ['Arabic in Latin letters, another way', 'ma arid a3ish'],
  ])('self-harm is found with %s', (_, text) => {
    expect(labelOf(text)).toBe('self_harm')
  })

  test.each([
    ['a conjunction and a sign of tense glued to the verb', 'وراح يذبحني', 'وسيذبحني', 'حيذبحني'],
    ['ق and ك', 'اخوي يقتلني', 'اخوي يكتلني', 'اخوي يگتلني'],
    ['ظ and ض', 'ابوي يضربني', 'ابوي يظربني'],
    ['consonants alone', 'akhooy yiktilni', 'akhuy yktlny', 'axoy yiqtilni'],
    ['one letter missing', 'اخوي راح يقتلوني', 'اخوي راح يقلوني'],
  ])('violence is found in each spelling: %s', (_, ...texts) => {
    expect(texts.map(labelOf)).toEqual(texts.map(() => 'violence'))
  })

  test('Sorani is read as it is said in Sulaymaniyah and as books write it', () => {
    for (const text of [
      'باوکم دەمکوژێت',
      'باوکم دەمکوژێ',
      'باوکم ئەمکوژێت',
      'باوکم ئەمکوژێ',
      'مێردەکەم لێم دەدات',
      'مێردەکەم لێم ئەیا',
    ])
      expect(labelOf(text)).toBe('violence')
  })

  test('Sorani in Latin letters is read too', () => {
    expect(labelOf('bawkm damkuzhe agar bzane')).toBe('violence')
    expect(labelOf('damawe bmrm')).toBe('self_harm')
  })

  test('digits of every script are the same age', () => {
    for (const age of ['15', '١٥', '۱۵', 'خمسطعش', 'خمسة عشر'])
      expect(detailOf(`عمري ${age} سنة`, 'minor')).toMatchObject({ age: 15 })
    expect(detailOf('تەمەنم پازدە ساڵە', 'minor')).toMatchObject({ age: 15 })
    expect(detailOf('im fifteen', 'minor')).toMatchObject({ age: 15 })
  })

  test('handles and addresses are names, whatever they spell', () => {
    expect(crisis.read('his account is @kill_me_now and https://example.com/want-to-die')).toEqual([])
  })
})

describe('what is no danger', () => {
  test.each([
    'متت ضحك على رسالته',
    'راسي راح ينفجر وميته تعب',
    'my back is killing me and my phone died',
    'لە پێکەنینا مردم',
    'mitet min el ta3ab',
    'عمري سبعة وعشرين سنة',
    'من ١٥ سنة متزوج',
    'im 15 minutes away',
    'i am thirty two years old',
    'تەمەنم سی و پێنج ساڵە',
    'the video is 2 hours long',
    'عندي امتحان باجر الصبح',
    'he wants 500 dollars or he sends my photos to my family',
    'واحد يريد ٢٠٠ الف والا ينشر صوري',
    'حولتله المبلغ قبل يومين',
    'do you answer within 24 hours?',
  ])('%s', (text) => {
    expect(labelOf(text)).toBeUndefined()
  })

  test('an idiom hides itself alone: danger beside it is still read', () => {
    expect(labelOf('ميته تعب وابوي راح يذبحني')).toBe('violence')
  })
})

describe('denials', () => {
  test.each([
    'مو ناوي انتحر',
    'ما راح انتحر',
    'im not going to kill myself',
    'i would never hurt myself',
    'نامەوێت خۆم بکوژم',
  ])('%s: asked about, not alarmed', (text) => {
    const hits = crisis.read(text)
    expect(hits.some((hit) => hit.label === 'self_harm')).toBe(true)
    expect(primaryLabel(hits)).toBeUndefined()
  })

  test.each([
    ['a denial that is the hit itself', 'ما اريد اعيش', 'self_harm'],
    ['a denial of something else', 'اذا ما ادفع يذبحني', 'violence'],
    ['a denial in the sentence before', 'no. he will kill me', 'violence'],
  ])('%s weakens nothing', (_, text, label) => {
    expect(labelOf(text)).toBe(label)
  })

  test.each([
    'خۆم دەکوژم نامەوێت کەس بزانێت',
    'خۆم دەکوژم نامەوێت دایکم بزانێت',
    'خۆم دەکوژم نامەوێت کەس یارمەتیم بدات',
  ])('%s: a Sorani denial that goes on with something else denies that, not the deed before it', (text) => {
    expect(hitOf(text, 'self_harm')).toMatchObject({ hard: true, about: 'self' })
  })

  test('a denial right before the deed counts although the doer stands before it', () => {
    expect(labelOf('ابوي ما يضربني')).toBeUndefined()
    expect(crisis.read('ابوي ما يضربني').some((hit) => hit.label === 'violence')).toBe(true)
  })
})

describe('a claim of kin to a marriage', () => {
  test.each(['ڕاستکردنەوە', 'ناردنەوە', 'گەڕانەوە', 'نوێکردنەوە'])(
    'is not heard in the end of a Sorani word: %s',
    (text) => {
      expect(crisis.read(text)).toEqual([])
    },
  )

  test.each([
    'يريدون ينطوني نهوة لابن عمي',
    'زواج نهوة',
    'يزوجوني بالنهوة',
    'اعمامي مسوين عليه نهوة',
    'نهوة عشائرية',
    'نهوه. عمي ناهي على بنته',
  ])('is heard where kin or a marriage stands by it: %s', (text) => {
    expect(labelOf(text)).toBe('violence')
  })
})

describe('other people', () => {
  test.each([
    'صديقتي تكول اريد اموت',
    'my sister said she wants to kill herself',
    'هاوڕێکەم دەڵێت خۆم دەکوژم',
    'واحد انتحر بسبب الابتزاز',
  ])('%s: soft, and about another', (text) => {
    const hits = crisis.read(text).filter((hit) => hit.label === 'self_harm')
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.every((hit) => !hit.hard)).toBe(true)
    expect(hits.some((hit) => hit.about === 'other')).toBe(true)
  })

  test('what a relative says to the writer is the writer’s danger', () => {
    expect(hitOf('اخوي يكول اذبحج', 'violence')?.about).toBe('self')
    expect(hitOf('my brother said he will kill me', 'violence')?.about).toBe('self')
  })

  test('another’s child counts in full', () => {
    expect(hitOf('my 13 year old son is being blackmailed', 'minor')).toMatchObject({
      about: 'other',
      detail: { age: 13 },
    })
    expect(hitOf('بنتي عمرها ١٢ سنة', 'minor')).toMatchObject({ about: 'other', detail: { age: 12 } })
  })
})

describe('what triage needs', () => {
  test('the hours that are left', () => {
    expect(detailOf('he gave me 3 hours', 'deadline')).toMatchObject({ hours: 3 })
    expect(detailOf('انطاني ساعتين', 'deadline')).toMatchObject({ hours: 2 })
    expect(detailOf('باقي نص ساعة وينشر', 'deadline')).toMatchObject({ hours: 0.5 })
    expect(detailOf('شەش سەعاتی پێ داوم', 'deadline')).toMatchObject({ hours: 6 })
    expect(detailOf('45 min left before he posts', 'deadline')).toMatchObject({ hours: 0.75 })
    expect(detailOf('انطاني ثلاث ايام', 'deadline')).toMatchObject({ hours: 72 })
  })

  test('a threat and a fear are told apart', () => {
    expect(hitOf('اخوي راح يذبحني', 'violence')?.detail).toMatchObject({ threat: true })
    expect(detailOf('حياتي بخطر', 'violence')).toMatchObject({ threat: false })
    const feared = crisis.read('خايفة من اهلي')
    expect(feared.map(({ label, hard }) => `${label} ${hard}`)).toEqual(feared.map(() => 'violence false'))
    expect(feared[0]?.detail).toEqual({ threat: false })
  })

  test('who is at the door, and a meeting tomorrow, are soon', () => {
    expect(detailOf('واكف بباب بيتنا', 'meeting')).toMatchObject({ soon: true })
    expect(detailOf('he wants me to come to his hotel tomorrow', 'meeting')).toMatchObject({ soon: true })
    expect(detailOf('he wants me to come to his hotel', 'meeting')).not.toHaveProperty('soon')
  })

  test('abuse that goes on says so', () => {
    expect(detailOf('every time he calls i have to sleep with him', 'sexual_abuse')).toMatchObject({
      continues: true,
    })
    expect(detailOf('he raped me', 'sexual_abuse')).not.toHaveProperty('continues')
  })
})

describe('hits', () => {
  test('the gravest leads, and all are kept', () => {
    const hits = crisis.read('عمري ١٥ سنة وابوي راح يذبحني واريد اموت')
    expect(hits.filter((hit) => hit.hard).map((hit) => hit.label)).toEqual(
      expect.arrayContaining(['self_harm', 'violence', 'minor']),
    )
    expect(hits[0]?.label).toBe('self_harm')
    expect(primaryLabel(hits)).toBe('self_harm')
  })

  test('the sentence that triggered a rule can be cut from the message as it was written', () => {
    const text = 'السلام عليكم. اخوي راح يـذبـحـنـي 😭 ساعدوني! رقمه 0770'
    const hit = hitOf(text, 'violence')
    expect(text.slice(hit?.start, hit?.end)).toBe('اخوي راح يـذبـحـنـي 😭 ساعدوني')
  })

  test('of a text without sentences so much is quoted as a person can read', () => {
    const hit = hitOf(`${'كلام '.repeat(500)}اخوي راح يذبحني ${'كلام '.repeat(500)}`, 'violence')
    expect((hit?.end ?? 0) - (hit?.start ?? 0)).toBeLessThan(400)
  })

  test('a flood of one phrase is one hit of each rule', () => {
    const hits = crisis.read('kill me '.repeat(2000))
    expect(new Set(hits.map((hit) => `${hit.rule} ${hit.hard} ${hit.about}`)).size).toBe(hits.length)
  })

  test('a phrase is found anywhere in 20,000 characters, and at the end of any text', () => {
    const calm = 'شلونكم اليوم '
    const words = calm.repeat(Math.ceil(20_000 / calm.length)).slice(0, 20_000)
    for (const at of [0, 5_000, 10_000, 15_000, 19_500])
      expect(labelOf(`${words.slice(0, at)} ابوي راح يذبحني ${words.slice(at)}`)).toBe('violence')
    expect(labelOf(`${words.repeat(5)} ابوي راح يذبحني`)).toBe('violence')
  })
})

test('what was swallowed an hour ago is now; what was tried years ago is a question', () => {
  expect(labelOf('i took all the pills one hour ago')).toBe('self_harm')
  expect(labelOf('i took all the pills ten years ago')).toBeUndefined()
})

test('who says "end" of the blackmail means the blackmail', () => {
  for (const text of ['أريد أن أضع حدا لهذا الابتزاز', 'دەمەوێت کۆتایی بەم هەڕەشەیە بهێنم'])
    expect(labelOf(text)).toBeUndefined()
})
