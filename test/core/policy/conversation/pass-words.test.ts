import { assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { talkAsRead, type Talk } from './talk.ts'
import { runs } from '../../../property/runs.ts'

type Asked = 'fast-what' | 'fast-where' | 'fast-id'
const ALL: readonly Asked[] = ['fast-what', 'fast-where', 'fast-id']

const DANGER: Readonly<Record<Language, string>> = {
  ar: 'راح يقتلني الليلة',
  ckb: 'ئەمشەو دەمکوژێت',
  en: 'he will kill me tonight',
}
/** Somebody in danger, at one of the urgent questions that take words. */
const reached = new Map<string, Talk>()
const at = (language: Language, step: Asked): Talk => {
  const known = reached.get(`${language} ${step}`)
  if (known !== undefined) return known.fork()
  const chat = talkAsRead(language)
  chat.do({ kind: 'start' })
  chat.write(DANGER[language])
  chat.tap('join', 'yes')
  chat.tap('fast-safe', 'yes')
  for (const one of ALL) {
    if (chat.state().open?.step === step) break
    expect(chat.state().open?.step).toBe(one)
    chat.do({ kind: 'command', command: 'skip' })
  }
  reached.set(`${language} ${step}`, chat)
  return chat.fork()
}

const QUESTIONS: Readonly<Record<Language, readonly (readonly [text: string, answer: string])[]>> = {
  ar: [
    ['شلون ادز الصور', 'saying-how-send-evidence'],
    ['راح تكولون لاهلي؟', 'saying-tell-family'],
    ['منو يشوف هذا الحجي', 'saying-who-sees'],
    ['ليش تسألون', 'saying-why-ask'],
    ['ادفعله لو لا؟', 'saying-should-pay'],
    ['ماكو احد يجاوب', 'saying-called'],
  ],
  ckb: [
    ['چۆن وێنەکان بنێرم', 'saying-how-send-evidence'],
    ['بە خێزانم دەڵێن؟', 'saying-tell-family'],
    ['کێ ئەمە دەبینێت', 'saying-who-sees'],
    ['پارەی بدەمێ؟', 'saying-should-pay'],
    ['کەس وەڵام ناداتەوە', 'saying-called'],
  ],
  en: [
    ['how do I send the pictures', 'saying-how-send-evidence'],
    ['will you tell my family?', 'saying-tell-family'],
    ['who sees this', 'saying-who-sees'],
    ['when do you come?', 'saying-how-long'],
    ['do you know where i am?', 'saying-called'],
    ['should i pay him?', 'saying-should-pay'],
    ['nobody answers', 'saying-called'],
  ],
}
const CASES = (['ar', 'ckb', 'en'] as const).flatMap((language) =>
  ALL.flatMap((step) => QUESTIONS[language].map(([text, answer]) => [language, step, text, answer] as const)),
)

describe('of somebody in danger, at a question that takes any words', () => {
  test.each(CASES)('what they ask is answered and the same question asked again (%s %s «%s»)', (...one) => {
    const [language, step, text, answer] = one
    const chat = at(language, step)
    const before = chat.state().answers
    expect(chat.write(text).keys).toEqual([answer, `ask-${step}`])
    expect(chat.state().open?.step).toBe(step)
    const { story: _, ...after } = chat.state().answers
    const { story: __, ...stood } = before
    expect(after).toEqual(stood)
  })

  test('nothing that they ask is ever kept as where they are or as who it is (law)', () => {
    const begins = {
      ar: ['شلون', 'شوكت', 'منو', 'ليش', 'وين', 'هل', 'راح تكولون'],
      ckb: ['چۆن', 'کەی', 'کێ', 'بۆچی', 'ئایا'],
      en: ['how', 'when will', 'who will', 'why', 'will', 'do you', 'can'],
    }
    const rest = {
      ar: ['تجون', 'يعرف احد', 'اهلي', 'اسوي'],
      ckb: ['دێن', 'دەزانێت', 'بکەم'],
      en: ['it end', 'you come', 'they know'],
    }
    for (const language of ['ar', 'ckb', 'en'] as const)
      assert(
        property(
          constantFrom<Asked>('fast-where', 'fast-id'),
          constantFrom(...begins[language]),
          constantFrom(...rest[language]),
          constantFrom('', '?', '؟'),
          (step, begin, end, mark) => {
            const chat = at(language, step)
            chat.write(`${begin} ${end}${mark}`)
            return chat.state().answers[step] === undefined
          },
        ),
        runs(20),
      )
  })

  test.each([
    ['ar', 'خايفة'],
    ['ckb', 'دەترسم'],
    ['en', 'im scared'],
  ] as const)(
    'a feeling is an answer to what frightens, and none to where and who (%s)',
    (language, text) => {
      const what = at(language, 'fast-what')
      what.write(text)
      expect(what.state().answers['fast-what']).toMatchObject({ kind: 'text', text })
      for (const step of ['fast-where', 'fast-id'] as const) {
        const chat = at(language, step)
        expect(chat.write(text).keys).toEqual(['saying-afraid', `ask-${step}`])
        expect(chat.state().answers[step]).toBeUndefined()
      }
    },
  )

  test.each([
    ['ar', 'لا', 'نعم'],
    ['ckb', 'نەخێر', 'بەڵێ'],
    ['en', 'no', 'yes'],
  ] as const)('a no passes it by, and a yes is asked for words again (%s)', (language, no, yes) => {
    for (const step of ALL) {
      const refused = at(language, step)
      refused.write(no)
      expect([refused.state().answers[step], refused.state().skipped[step] !== undefined]).toEqual([
        undefined,
        true,
      ])
      const agreed = at(language, step)
      expect(agreed.write(yes).keys.at(-1)).toBe(`ask-${step}`)
      expect(agreed.state().answers[step]).toBeUndefined()
    }
  })

  test.each([
    ['ar', 'يريد ينشر صوري الليلة'],
    ['en', 'he wants to post my photos tonight'],
  ] as const)(
    'a threat told where a place is asked is kept as told, and the place is asked again (%s)',
    (language, text) => {
      const chat = at(language, 'fast-where')
      expect(chat.write(text).keys.at(-1)).toBe('ask-fast-where')
      expect(chat.state().answers['fast-where']).toBeUndefined()
      expect(JSON.stringify(chat.state().answers['story'])).toContain(text)
      expect(chat.state().answers['deadline']).toMatchObject({ option: 'today' })
    },
  )

  test.each<[Language, string]>([
    ['en', 'he comes'],
    ['en', "he's here"],
    ['en', 'im hiding'],
    ['en', 'in the bathroom'],
    ['en', 'downstairs'],
    ['ar', 'قريب من الباب'],
    ['ar', 'مختبئة'],
    ['ar', 'بالحمّام'],
    ['ar', 'هو هنا'],
    ['ckb', 'لێرەیە'],
    ['ckb', 'لە ژێرەوەم'],
    ['ckb', 'خۆم شاردووەتەوە'],
  ])(
    'what happens now is no town to send help to: it is kept, and the place is asked again (%s «%s»)',
    (language, text) => {
      const chat = at(language, 'fast-where')
      const { keys } = chat.write(text)
      expect(keys[0]).toMatch(/^(saying-called|urgent-still-here)/)
      expect(keys.at(-1)).toBe('ask-fast-where')
      expect(chat.state().answers['fast-where']).toBeUndefined()
      expect(JSON.stringify(chat.state().answers['story'])).toContain(text)
    },
  )

  test.each<[Language, string]>([
    ['en', 'Dora, behind the big mosque'],
    ['ar', 'الدورة قرب الجامع الكبير'],
    ['ckb', 'گەڕەکی ئازادی'],
  ])('and a place without a town is one (%s «%s»)', (language, text) => {
    const chat = at(language, 'fast-where')
    chat.write(text)
    expect(chat.state().answers['fast-where']).toMatchObject({ text })
  })

  test('who tells something else where a place is asked is asked once more, and then the next question comes', () => {
    const chat = at('en', 'fast-where')
    const text = 'he wants to post my photos tonight'
    expect(chat.write(text).keys.at(-1)).toBe('ask-fast-where')
    expect(chat.write(text).keys.at(-1)).toBe('ask-fast-id')
    expect(chat.state().answers['fast-where']).toBeUndefined()
  })

  test.each([
    ['ckb', 'هەولێر'],
    ['ar', 'البصرة'],
    ['en', 'Mosul'],
  ] as const)(
    'a town told where it is asked what frightens is where they are, and that is asked again (%s «%s»)',
    (language, text) => {
      const chat = at(language, 'fast-what')
      expect(chat.write(text).keys.at(-1)).toBe('ask-fast-what')
      expect(chat.state().answers['fast-where']).toMatchObject({ kind: 'text', text })
      expect(chat.state().answers['fast-what']).toBeUndefined()
    },
  )

  test('a number told where a place is asked is the number, and the place is asked again', () => {
    const chat = at('en', 'fast-where')
    expect(chat.write('he is Ali, 07701234567').keys.at(-1)).toBe('ask-fast-where')
    expect(chat.state().answers['fast-where']).toBeUndefined()
    expect(chat.state().answers['fast-id']).toMatchObject({ kind: 'identifiers' })
  })

  test.each([
    ['ar', 'fast-where', 'الموصل حي الزهور'],
    ['ar', 'fast-where', 'بيت عمي يم الجامع الجبير'],
    ['ckb', 'fast-where', 'هەولێر، نزیک قەڵا'],
    ['en', 'fast-where', 'behind the old school, second floor'],
    ['en', 'fast-where', 'Basra'],
    ['en', 'fast-id', 'he is called Ali from Zakho'],
    ['ar', 'fast-id', 'حيدر ورقمه 07701234567'],
    ['en', 'fast-what', 'my brothers will beat me when he shows them'],
    ['ar', 'fast-what', 'اخوي يعرف ويضربني'],
    ['ar', 'fast-what', 'هو بالطريق الي'],
    ['ckb', 'fast-what', 'لە ڕێگایە بۆ لام'],
  ] as const)('an answer in whatever words is kept whole (%s %s «%s»)', (language, step, text) => {
    const chat = at(language, step)
    chat.write(text)
    expect(JSON.stringify(chat.state().answers[step])).toContain(text)
  })
})

describe('at the story and at who it is, before any danger', () => {
  const agreed = (language: Language): Talk => {
    const chat = talkAsRead(language)
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    return chat
  }
  test.each([
    ['ar', 'شلون ادز الصور', 'saying-how-send-evidence'],
    ['ckb', 'چۆن وێنەکان بنێرم', 'saying-how-send-evidence'],
    ['en', 'how do I send the pictures', 'saying-how-send-evidence'],
    ['en', 'should i pay him 500 dollars?', 'saying-should-pay'],
  ] as const)('a question is answered and no answer to anything (%s «%s»)', (language, text, answer) => {
    const chat = agreed(language)
    const before = chat.state().answers
    expect(chat.write(text).keys).toEqual([answer, 'softly'])
    expect(chat.state().answers).toEqual(before)
  })

  test.each([
    ['ar', 'نعم', 'لا'],
    ['ckb', 'بەڵێ', 'نەخێر'],
    ['en', 'yes', 'no'],
  ] as const)(
    'a bare yes names nobody, and a no says that there is nobody to name (%s)',
    (language, yes, no) => {
      const chat = agreed(language)
      for (let n = 0; n < 20 && chat.state().open?.step !== 'ids'; n += 1) {
        const step = chat.state().open?.step
        if (step === 'danger') chat.choose('danger', 'none')
        else chat.do({ kind: 'command', command: 'skip' })
        if (chat.state().open?.step === step && step === 'age') chat.tap('age', 'me-18')
        else if (chat.state().open?.step === step) chat.write('he has my pictures and wants money for them')
      }
      expect(chat.state().open?.step).toBe('ids')
      const agreedTo = chat.fork()
      agreedTo.write(yes)
      expect(agreedTo.state().open?.step).toBe('ids')
      expect(agreedTo.state().answers['ids']).toBeUndefined()
      chat.write(no)
      expect(chat.state().open?.step).not.toBe('ids')
      expect(chat.state().answers['ids']).toBeUndefined()
    },
  )

  test('what is told beside a question is kept', () => {
    const chat = agreed('en')
    const text = 'He has my pictures and wants 500 dollars, should I pay?'
    chat.write(text)
    expect(chat.state().answers['story']).toMatchObject({ text })
    expect(chat.state().answers['demand']).toMatchObject({ options: ['money'] })
  })
})

describe('how to send him more is no question for how files are sent here', () => {
  test.each<[Language, string]>([
    ['ar', 'شلون ادزله صور بعد حتى يسكت'],
    ['ar', 'شلون ارسللها الصور'],
    ['en', 'how many more photos should I send him so he stops'],
    ['en', 'how should I send him more pictures'],
    ['ckb', 'چۆن وێنەی زیاتری بۆ بنێرم کە بێدەنگ بێت، چۆن بۆی بنێرم'],
  ])('%s «%s»', (language, words) => {
    const chat = talkAsRead(language)
    chat.do({ kind: 'start' })
    expect(chat.write(words).keys).not.toContain('saying-how-send-evidence')
  })
})

test.each<[Language, string]>([
  ['ckb', 'کەی کەسێک دێت'],
  ['ar', 'شوكت يجي احد'],
])('who asks when somebody comes is not told to put the phone away (%s «%s»)', (language, words) => {
  for (const chat of [at(language, 'fast-where'), talkAsRead(language)])
    expect(chat.write(words).keys).not.toContain('saying-someone-coming')
})
