import { describe, expect, test } from 'vitest'
import { content } from '../../../../bots/content.ts'

const read = (text: string) => content.crisis.read(text, 2026)
const sure = (text: string): readonly string[] =>
  read(text).flatMap(({ label, hard }) => (hard ? [label] : []))
const heard = (text: string): readonly string[] => read(text).map(({ label }) => label)

describe('a death that is near', () => {
  test.each([
    'he calls himself Ali, he will kill me tonight and he reads my phone',
    'his name is mohammed, he works with my uncle, he will kill me tonight and he reads everything on my phone',
    'اسمه حيدر وهو صديق اخوي، راح يكتلني اليوم وهو كاعد يقره كل رسايلي بالتلفون',
    'ئەو ناوی خۆی کردووە بە عەلی، ئەمشەو دەمکوژێت و هەموو نامەکانم دەخوێنێتەوە لە مۆبایلەکەم',
  ])('is as sure in a clause of a story as it is alone (%s)', (text) => {
    expect(sure(text)).toContain('violence')
  })

  test.each([
    'in the movie the man says to her, he will kill me tonight, and then she runs away from him',
    'my friend told me about her cousin, she said he will kill me tonight, but it was long ago',
    'i dreamt about him again, he will kill me tonight he said in the dream and then i woke up',
  ])('is not sure in a clause of what is told of others (%s)', (text) => {
    expect(sure(text)).toEqual([])
  })

  test('is asked about in a clause where the rest sounds calm', () => {
    const calm = 'he plays football with us, he will kill me tomorrow, and the pizza was very good thank you'
    expect(sure(calm)).toEqual([])
    expect(heard(calm)).toContain('violence')
  })
})

describe('a body that is wanted', () => {
  test.each([
    'يريدني اتعرى جدامه',
    'كلي اتعري',
    'گلي نزعي هدومج',
    'yridni at3arra gidama',
    'galli nza3i hdoumich',
    'دەیەوێت ڕووت ببمەوە',
    'دەڵێت جلەکانت دابکەنە',
    'dayawet rut bbmawa',
    'dale xot rut bkawa',
    'he wants me to undress',
    'he wants me naked on camera',
    'he wants me to get naked',
    'yreed jismi muqabil el sowar',
    'dayawet lagali bxawm',
  ])('is asked about at least, however it is said (%s)', (text) => {
    expect(heard(text)).toContain('sexual_abuse')
  })

  test.each([
    'عمري ١٣ ويريدني اتعرى',
    'تەمەنم ١٣ ساڵە و دەیەوێت ڕووت ببمەوە',
    'i am 13 and he wants me to undress',
  ])('of a child is a child in danger, and what is wanted is heard too (%s)', (text) => {
    expect(sure(text)).toContain('minor')
    expect(heard(text)).toContain('sexual_abuse')
  })

  test.each([
    'the doctor wants me to undress for the exam',
    'الدكتور يريدني انزع ملابسي للفحص',
    'امي تريدني انزع هدومي حتى تغسلهن',
    'he told me to take off my shoes',
    'he wants me to dress nicely for the party',
    'they want him to undress in the chat',
  ])('for a doctor or a wash, in a shoe or of another is no such demand (%s)', (text) => {
    expect(read(text).map(({ rule }) => rule)).not.toContain('sexual_abuse/wants-undressed')
  })
})

describe('pills', () => {
  test.each([
    'ukhti shrbat kul el 7bub',
    'ukhti shrbat 7bub',
    'sadiqti shrbat sam',
    'binti sharbat kul el dawa',
  ])('that another took are heard as theirs in Latin letters (%s)', (text) => {
    const own = read(text).filter(({ hard }) => hard)
    expect(own.map(({ label, about }) => [label, about])).toEqual([['self_harm', 'other']])
  })

  test.each(['ani shrbat kul el7bub', 'shrbt kul el 7bub', 'zhahrm xward'])(
    'that who writes took stay theirs in Latin letters (%s)',
    (text) => {
      const own = read(text).filter(({ hard, label }) => hard && label === 'self_harm')
      expect(own.map(({ about }) => about)).toContain('self')
    },
  )

  test.each([
    'my sister took all the pills away from me',
    'my mother took the pills away from me',
    'my brother took the knife away from me',
    'mum took all the pills from me so i dont hurt myself',
    'my sister took all the pills and threw them away',
    'خوشکم هەموو حەبەکانی لێ وەرگرتم',
    'اختي اخذت كل الحبوب مني',
    'ukhti akhthat kul el 7bub minni',
  ])('that were taken away from who writes are asked about, and no first aid is given (%s)', (text) => {
    expect(sure(text)).not.toContain('self_harm')
    expect(heard(text)).toContain('self_harm')
  })

  test.each([
    'my sister took all the pills away from me but i want to die',
    'my sister took all the pills and now she wont wake up',
    'my mother took the pills away from me and i cut my wrists',
  ])('that were taken away do not hide what is plain beside them (%s)', (text) => {
    expect(sure(text)).toContain('self_harm')
  })

  test.each(['my sister took all the credit', 'my sister took all the pictures at the wedding'])(
    'are not heard in what else somebody takes, and nobody was taken away (%s)',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

test.each([
  ['deadline', '3indi bas lil lail'],
  ['deadline', 'عندي بس لليل'],
  ['deadline', 'عندي يومين حتى ادفع'],
  ['deadline', '3indi yomain 7ata adfa3'],
  ['deadline', 'gidami sa3a wi7da bas'],
  ['self_harm', 'dambe bmrm'],
  ['self_harm', 'احسن لو متت'],
  ['self_harm', 'a7san law mitit'],
  ['self_harm', 'hawrekam xoy kusht'],
  ['self_harm', 'ukhti bil3at 7bub'],
  ['self_harm', 'ibni shirab naft'],
  ['self_harm', 'ummi shirbat qasir'],
  ['self_harm', 'ani hasa shrabt qasir'],
  ['sexual_abuse', 'igtasabooni'],
  ['sexual_abuse', 'dast la lashm dada'],
  ['meeting', 'dayawe bmbine sbay'],
])('a plain danger is heard in few words, of Latin letters too: %s «%s»', (label, text) => {
  expect(heard(text)).toContain(label)
})

test.each(['baqi sa3a 3al film', 'baba rah yiktilni min el dhi7k'])(
  'who waits for a film or laughs calls nobody (%s)',
  (text) => {
    expect(sure(text)).toEqual([])
  },
)

test('who took pills is who says so, whoever is named before', () => {
  const own = read('he has my photos and he posted them, i took all the pills now').filter(({ hard }) => hard)
  expect([...new Set(own.map(({ label, about }) => `${label} ${about}`))]).toEqual(['self_harm self'])
})

test.each(['اخوي جاي لبيتنا نتعشى', 'akhoya jay lbetna nit3asha', 'اشتريت سجينة للمطبخ'])(
  'who comes for dinner and a knife for the kitchen are sure of nothing (%s)',
  (text) => {
    expect(sure(text)).toEqual([])
  },
)

test.each(['اخوي جاي لبيتنا يذبحني', 'اشتريت سجينة واريد اكص ايدي', 'قدامي سجينة المطبخ وايدي ترجف'])(
  'and who comes to kill or has the knife before them is (%s)',
  (text) => {
    expect(sure(text)).not.toEqual([])
  },
)
