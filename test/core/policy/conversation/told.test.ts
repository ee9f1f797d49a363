import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import type { Language } from '../../../../core/base/language.ts'
import { readAge } from '../../../../core/policy/conversation/age.ts'
import { talk, type Talk } from './talk.ts'

const open = (language: Language = 'en'): Talk => {
  const chat = talk({ flow, language, subject: content.subjects.read })
  chat.do({ kind: 'start' })
  return chat
}
const storyOf = (chat: Talk): string | undefined => {
  const { story } = chat.state().answers
  return story?.kind === 'text' ? story.text : undefined
}
const atReview = (): Talk => {
  const chat = open()
  chat.tap('consent', 'continue')
  chat.write('my ex has videos of me and wants me back, I am 27, from Erbil, nobody else sees my phone')
  chat.tap('danger', 'none')
  while (chat.state().open?.step !== 'review') chat.tap(chat.state().open?.step ?? '', '!skip')
  return chat
}

describe('nothing that was told is lost by how it was answered', () => {
  test('what is told over an open guide is the story, and opens no subject that it names', () => {
    const chat = open('ar')
    chat.write('بنتي انفضحت وما اعرف شسوي')
    const turn = chat.write('واحد مخلي صورها بكروب تليكرام')
    expect(turn.keys.filter((key) => key.startsWith('guide'))).toEqual([])
    expect(storyOf(chat)).toBe('بنتي انفضحت وما اعرف شسوي\nواحد مخلي صورها بكروب تليكرام')
  })

  test.each([
    ['en', 'my ex has videos of me and he is sending them to my cousins', 'published'],
    ['ar', 'واحد منزل صوري بكروب وعنده صور بعد', 'published'],
  ] as const)('%s «%s» is read as pictures that are out already', (language, text, deadline) => {
    const chat = open(language)
    chat.write(text)
    chat.tap('consent', 'continue')
    expect(chat.state().answers).toMatchObject({
      material: { options: ['private'] },
      deadline: { option: deadline },
    })
  })

  test.each([
    ['ar', 'واحد يهددني بنشر صوري اذا ما ادفع'],
    ['ar', 'اريد امنع نشر صوري قبل لا يسويها'],
    ['ar', 'هددني بنشرها وما عرفت شسوي وياه'],
    ['en', 'I sent my pictures to a girl and she wants money from me'],
    ['en', 'he threatens sending my pics to everybody that I know'],
    ['en', 'please do not tell me to talk to my parents about him'],
    ['en', 'some app made me naked from my graduation pic and he has it'],
  ] as const)('%s «%s» is no picture that is out, and has reached nobody', (language, text) => {
    const chat = open(language)
    chat.write(text)
    chat.tap('consent', 'continue')
    const { deadline, spread, material } = chat.state().answers
    expect(deadline).not.toMatchObject({ option: 'published' })
    expect(spread).toBeUndefined()
    if (text.includes('naked')) expect(material).toMatchObject({ options: ['fake'] })
  })

  test.each(['من ٢٤ ساڵم لە هەولێرم', 'من ٢٤ ساڵم'])('the age in «%s» is heard', (text) => {
    expect(readAge(text)).toBe(24)
  })

  test('an order not to tell is no question, and is kept', () => {
    const chat = open()
    chat.write('do not tell my family, he has videos of me and my sister')
    expect(storyOf(chat)).toContain('do not tell my family')
  })

  test('24 years that somebody has lived somewhere are no age', () => {
    expect(readAge('٢٤ ساڵ لە هەولێر بووم')).toBeUndefined()
  })
})

describe('before the card', () => {
  test('a sentence that begins with no tells something, and puts nothing off', () => {
    const chat = atReview()
    const { keys } = chat.write('no he does not want money from me')
    expect(keys).not.toContain('review-kept')
    expect(chat.state().open?.step).toBe('review')
    expect(chat.state().submitted).toBe(false)
  })

  test('a sentence that begins with yes sends nothing', () => {
    const chat = atReview()
    chat.write('yes he also has my number and my address')
    expect(chat.state().submitted).toBe(false)
  })
})

test.each<[Language, string]>([
  ['en', 'will the bank be angry with me'],
  ['ar', 'شكد صار عدكم مثل حالتي'],
  ['ckb', 'کەی ئەو کەسە دەگرن'],
])(
  'a question that nobody here can answer (%s, «%s») is kept for people, and is no mistake',
  (language, text) => {
    const chat = open(language)
    chat.tap('consent', 'continue')
    chat.write('skip')
    const { keys } = chat.write(text)
    expect(keys.some((key) => key.startsWith('not-understood'))).toBe(false)
    expect(storyOf(chat)).toContain(text)
  },
)

describe('what is told in words that nobody listed', () => {
  const told = (language: Language, text: string) => {
    const chat = talk({ flow, language, subject: content.subjects.read, facts: content.facts.read })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write(text)
    return chat.state().answers
  }
  test.each([
    [
      'en',
      'he recorded us on a call and now he wants me to send him money',
      { demand: { options: ['money'] } },
    ],
    ['ar', 'نزل صوري بكروب والكل شافها', { deadline: { option: 'published' } }],
    ['ar', 'دخل على الواتساب مالي وغير الرقم', { material: { options: ['account'] } }],
    ['en', 'somebody took over my account of a game last week', { material: { options: ['account'] } }],
    ['ckb', 'وێنەکانی منی بۆ باوکم ناردووە', { deadline: { option: 'published' } }],
  ] as const)('%s «%s» stands on the card', (language, text, answers) => {
    expect(told(language, text)).toMatchObject(answers)
  })

  test.each([
    ['en', 'a man I met on instagram has my photos and threatens to post them'],
    ['ar', 'واحد تعرفت عليه بالانستا عنده صوري ويهددني ينشرها'],
    ['ckb', 'کەسێک لە ئینستاگرام وێنەکانمی لایە و هەڕەشەم لێ دەکات'],
  ] as const)(
    '%s «%s» is a story and opens no guide of the app, among the guides as well',
    (language, text) => {
      for (const isReading of [false, true]) {
        const chat = talk({ flow, language, subject: content.subjects.read, facts: content.facts.read })
        chat.do({ kind: 'start' })
        if (isReading) chat.tap('consent', 'advice')
        const { keys } = chat.write(text)
        expect(keys.filter((key) => key.startsWith('guide'))).toEqual([])
        expect(storyOf(chat)).toBe(text)
      }
    },
  )

  test('who only says that an account is gone is still shown the way', () => {
    const chat = talk({ flow, language: 'en', subject: content.subjects.read, facts: content.facts.read })
    chat.do({ kind: 'start' })
    expect(chat.write('my instagram account was hacked').keys.some((key) => key.startsWith('guide'))).toBe(
      true,
    )
  })

  test('a hint that the reader finds unlikely is none, and another stands', () => {
    const unlikely = [{ step: 'paid', option: 'yes' }]
    const chat = talk({ flow, language: 'ar', facts: () => ({ sure: [], unlikely }) })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('نصبوا علي ويهددني بصوري')
    const { paid, material } = chat.state().answers
    expect([paid, material]).toEqual([undefined, { kind: 'choices', options: ['private'] }])
  })

  test.each([
    ['en', 'A man I met threatens to publish my pictures if I do not pay him'],
    ['ar', 'يهددني ينشر صوري اذا ما ادفعله فلوس'],
  ] as const)('%s «%s» asks for money', (language, text) => {
    expect(told(language, text)['demand']).toEqual({ kind: 'choices', options: ['money'] })
  })

  test.each([
    'he wants nothing from me and has shown me nothing and set no day',
    'اني بنت واريد احجي وياكم عن اخوي',
  ])('«%s» closes no question by an answer that says nothing, and says nobody else is a woman', (text) => {
    const { demand, deadline, paid, person } = told('en', text)
    expect({ demand, deadline, paid }).toEqual({ demand: undefined, deadline: undefined, paid: undefined })
    if (text.startsWith('he')) expect(person).toBeUndefined()
  })

  test('and answers the question that stands, beside what else it tells', () => {
    const chat = talk({ flow, language: 'en', subject: content.subjects.read, facts: content.facts.read })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('a man has my private photos, I am 27 and nobody else sees my phone')
    chat.tap('danger', 'none')
    expect(chat.state().open?.step).toBe('demand')
    chat.write('he wants me to sleep with him')
    expect(chat.state().answers['demand']).toEqual({ kind: 'choices', options: ['relation'] })
  })
})

describe('a number that is told later', () => {
  const atIds = (): Talk => {
    const chat = talk({ flow, language: 'en' })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('A man from a group has my pictures and wants money, his name is haider_love_77')
    return chat
  }

  test('stands beside the first in what is confirmed', () => {
    const chat = atIds()
    const before = chat.state().answers['ids']
    expect(before).toMatchObject({ kind: 'identifiers', identifiers: [{ raw: 'haider_love_77' }] })
    const { keys } = chat.write('he wants 500 dollars, his number is 07701234567')
    expect(keys).toContain('also-noted')
    expect(chat.state().answers['ids']).toMatchObject({
      kind: 'identifiers',
      identifiers: [{ raw: 'haider_love_77' }, { raw: '07701234567' }],
    })
  })

  test.each(['you can call me on 07701234567', 'my number is 07701234567', 'رقمي 07701234567 خابروني'])(
    'of the person is never theirs, before or later: «%s»',
    (words) => {
      const chat = atIds()
      chat.write(words)
      expect(chat.state().answers['ids']).toMatchObject({ identifiers: [{ raw: 'haider_love_77' }] })
      const told = talk({ flow, language: 'en' })
      told.do({ kind: 'start' })
      told.tap('consent', 'continue')
      told.write(`He has my pictures and wants money from me, I am afraid of him. ${words}`)
      expect(told.state().answers['ids']).toBeUndefined()
    },
  )

  test('told twice stands once, and a line that was taken out stays out', () => {
    const chat = atIds()
    chat.write('his number is 07701234567')
    const { keys } = chat.write('I said it, his number is 0770 123 4567')
    expect(keys).not.toContain('also-noted')
    chat.happen({ type: 'step_skipped', step: 'ids', how: 'skip', removed: true })
    chat.write('his other number is 07709999999')
    expect(chat.state().answers['ids']).toBeUndefined()
  })

  test.each(['yes', 'نعم', 'بەڵێ'])(
    '«%s» names nobody: it is no answer to what they have of them',
    (word) => {
      const chat = talk({ flow, language: 'en' })
      chat.do({ kind: 'start' })
      chat.tap('consent', 'continue')
      for (let asked = 0; asked < 20 && chat.state().open?.step !== 'ids'; asked += 1) chat.write('skip')
      expect(chat.state().open?.step).toBe('ids')
      chat.write(word)
      expect(chat.state().answers['ids']).toBeUndefined()
      expect(chat.state().open?.step).toBe('ids')
    },
  )
})

describe('who did not pay', () => {
  test.each([
    'ما دفعت',
    'لا ما دفعت شي',
    'ولا دفعت شي',
    'ما دفعتله',
    'يريد فلوس ولهسه ما دفعتله',
    'I did not pay him',
    'پارەم نەداوە',
  ])('has paid nothing, and is told nothing for who did: «%s»', (text) => {
    const chat = talk({
      flow,
      language: 'ar',
      sayings: content.sayings.read,
      facts: content.facts.read,
      subject: content.subjects.read,
    })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('واحد عنده صوري ويهددني ويريد فلوس')
    const { keys } = chat.write(text)
    expect(chat.state().answers['paid']).not.toMatchObject({ option: 'yes' })
    expect(keys.filter((key) => /paid/.test(key))).toEqual([])
  })

  test.each(['دفعتله', 'بعد ما دفعت رجع يهددني', 'I already paid him 200'])(
    'and who paid has: «%s»',
    (text) => {
      const chat = talk({ flow, language: 'ar', facts: content.facts.read })
      chat.do({ kind: 'start' })
      chat.tap('consent', 'continue')
      chat.write('واحد عنده صوري ويهددني ويريد فلوس')
      chat.write(text)
      expect(chat.state().answers['paid']).toMatchObject({ kind: 'choice' })
      expect(chat.state().answers['paid']).not.toMatchObject({ option: 'no' })
    },
  )
})
