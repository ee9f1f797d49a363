import { assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ASKED_OF_US } from '../../../../bots/amin/asked-of-us.ts'
import { flow } from '../../../../bots/amin/flow.ts'
import type { Language } from '../../../../core/base/language.ts'
import { askedOfUs } from '../../../../core/policy/conversation/asked-of-us.ts'
import { talk, talkAsRead, type Talk } from './talk.ts'
import { runs } from '../../../property/runs.ts'

const STORY: Readonly<Record<Language, string>> = {
  ar: 'اكو واحد عنده صوري ويهددني ينشرها',
  ckb: 'کەسێک وێنەکانمی لایە و هەڕەشەم لێ دەکات',
  en: 'a man has my pictures and will post them',
}

/** At the question for danger, or at the first urgent one that takes any words. */
const places = new Map<string, Talk>()
const at = (language: Language, isUrgent: boolean): Talk => {
  const name = `${language} ${isUrgent}`
  const known = places.get(name) ?? talkAsRead(language)
  if (!places.has(name)) {
    known.write(STORY[language])
    known.tap('consent', 'continue')
    if (isUrgent) {
      known.tap('danger', 'hurt')
      known.tap('fast-safe', 'yes')
    }
    places.set(name, known)
  }
  return known.fork()
}

type Row = readonly [text: string, kind: string]
const QUESTIONS: Readonly<Record<Language, readonly Row[]>> = {
  en: [
    ['can he find out', 'can-he-know'],
    ['will he know I wrote here', 'can-he-know'],
    ['ok but will they know?', 'can-he-know'],
    ['please, can he see this chat', 'can-he-know'],
    ['is someone coming', 'anyone-coming'],
    ['hello is anybody coming?', 'anyone-coming'],
    ['when is someone coming', 'how-long'],
    ['who sees this', 'who-sees'],
    ['what is your name', 'who-are-you'],
    ['is this safe', 'can-trust'],
    ['are you the police', 'are-you-police'],
    ['so are you cops?', 'are-you-police'],
    ['what number do i call', 'emergency-number'],
    ['what is the ambulance number?', 'emergency-number'],
    ['how do I call an ambulance', 'emergency-number'],
  ],
  ar: [
    ['هو يكدر يعرف؟', 'can-he-know'],
    ['هو يكدر يعرف', 'can-he-know'],
    ['راح يعرف؟', 'can-he-know'],
    ['زين راح يعرف اني كتبت هنا', 'can-he-know'],
    ['هُوَ يَكْدَر يَعْرِف', 'can-he-know'],
    ['هو يكدر يعـــرف', 'can-he-know'],
    ['هو یکدر یعرف', 'can-he-know'],
    ['huwa ygdar y3ruf', 'can-he-know'],
    ['ra7 y3ruf?', 'can-he-know'],
    ['يجي احد؟', 'anyone-coming'],
    ['يجي احد', 'anyone-coming'],
    ['شوكت يجي احد', 'how-long'],
    ['شنو اسمك', 'who-are-you'],
    ['هذا امان؟', 'can-trust'],
    ['هذا امان', 'can-trust'],
    ['منو يشوف هذا', 'who-sees'],
    ['انتو شرطة؟', 'are-you-police'],
    ['انتو شرطة', 'are-you-police'],
    ['entu shurta', 'are-you-police'],
    ['شنو رقم الشرطة', 'emergency-number'],
    ['رقم الإسعاف شكد؟', 'emergency-number'],
    ['شلون اصيح الاسعاف', 'emergency-number'],
    ['raqm el shurta', 'emergency-number'],
  ],
  ckb: [
    ['ئەو دەزانێت؟', 'can-he-know'],
    ['ئەو دەتوانێت بزانێت', 'can-he-know'],
    ['دەزانێت کە لێرە نووسیومە؟', 'can-he-know'],
    ['ئەو دشێت بزانیت', 'can-he-know'],
    ['datwane bzane', 'can-he-know'],
    ['ژمارەی پۆلیس چەندە؟', 'emergency-number'],
    ['چۆن پەیوەندی بە ئەمبولانسەوە بکەم', 'emergency-number'],
    ['کەس دێت', 'anyone-coming'],
    ['کەسێک دێت؟', 'anyone-coming'],
    ['کەی کەسێک دێت', 'how-long'],
    ['کەنگی کەسەک دهێت', 'how-long'],
    ['ناوتان چییە؟', 'who-are-you'],
    ['ناوتان چییە', 'who-are-you'],
    ['ئەمە سەلامەتە', 'can-trust'],
    ['کێ ئەمە دەبینێت', 'who-sees'],
    ['ئێوە پۆلیسن؟', 'are-you-police'],
    ['پۆلیسن', 'are-you-police'],
  ],
}
const ROWS = (['en', 'ar', 'ckb'] as const).flatMap((language) =>
  [false, true].flatMap((isUrgent) =>
    QUESTIONS[language].map(([text, kind]) => [language, isUrgent, text, kind] as const),
  ),
)

/** What is said to it; in danger somebody was called already, and that is what is said. */
const answerOf = (kind: string, isUrgent: boolean): string => {
  if (kind === 'who-are-you' || kind === 'can-trust') return 'verify-us-unnamed'
  if (kind === 'anyone-coming') return isUrgent ? 'saying-called' : 'saying-comes'
  return `saying-${kind}`
}

describe('a question to us', () => {
  test.each(ROWS)(
    'is answered, kept as nothing of theirs, and the open question stays (%s, in danger: %s, «%s»)',
    (language, isUrgent, text, kind) => {
      const chat = at(language, isUrgent)
      const { open: before, answers } = chat.state()
      const { keys } = chat.write(text)
      expect(keys[0]).toMatch(new RegExp(`^${answerOf(kind, isUrgent)}`))
      expect(keys.at(-1)).toBe(isUrgent ? 'ask-fast-what' : 'softly')
      expect(chat.state().answers).toEqual(answers)
      expect(chat.state().open).toMatchObject({ step: before?.step })
    },
  )

  test('as the first words of all is answered before the greeting, and is no story', () => {
    for (const [language, text] of [
      ['en', 'can he find out I wrote here'],
      ['ar', 'هو يكدر يعرف؟'],
      ['ckb', 'ئەو دەتوانێت بزانێت'],
    ] as const) {
      const chat = talkAsRead(language)
      expect(chat.write(text).keys).toEqual(['saying-can-he-know', 'ask-consent'])
      expect(chat.state().answers['story']).toBeUndefined()
    }
  })

  test.each([
    ['en', 'he can find out where I live'],
    ['en', 'he will know'],
    ['en', 'he knows'],
    ['en', 'can he find out where my sister works, he said he would go there'],
    ['en', 'someone is coming'],
    ['ar', 'راح يعرف ابوي'],
    ['ar', 'هو يعرف'],
    ['ar', 'هو يعرف وين بيتنا'],
    ['ar', 'يكدر يعرف وين ساكنة'],
    ['ar', 'احد يجي'],
    ['ckb', 'باوکم دەزانێت'],
    ['ckb', 'ئەو دەزانێت'],
    ['ckb', 'دەزانێت لە کوێ دەژیم'],
    ['ckb', 'کەسێک دێت'],
    ['ar', 'الشرطة ما ساعدتني'],
  ] as const)('is nothing that somebody tells or fears (%s «%s»)', (_, text) => {
    expect(askedOfUs(flow, text)).toBeUndefined()
  })

  test.each([
    ['en', 'he can find out where I live'],
    ['ar', 'راح يعرف ابوي'],
    ['ckb', 'باوکم دەزانێت'],
  ] as const)('and a fear stays the answer to what they fear (%s «%s»)', (language, text) => {
    const chat = at(language, true)
    chat.write(text)
    expect(chat.state().answers['fast-what']).toMatchObject({ kind: 'text', text })
  })

  test.each([
    ['ngo', true],
    ['university', true],
    ['state', false],
    ['none', false],
  ] as const)('whether we are the police is said by who runs this (%s)', (kind, isNone) => {
    const names = { ar: 'دار', ckb: 'ماڵ', en: 'House' }
    const operator = kind === 'none' ? {} : { operator: { name: names, kind } }
    const chat = talk({ flow: { ...flow, ...operator }, language: 'en' })
    chat.do({ kind: 'start' })
    chat.write('are you the police?')
    const [answer] = chat.shown()
    expect(answer?.text.includes('We are not the police')).toBe(isNone)
    expect(answer?.text).toContain(kind === 'none' ? 'cannot say whether' : 'House')
    expect(answer?.text).toContain('without your agreement')
  })

  test('is heard however its letters are lengthened, pointed and spaced (law)', () => {
    const all = Object.entries(ASKED_OF_US).flatMap(([kind, { said }]) =>
      said.map((text) => [kind, text] as const),
    )
    const disguised: ReadonlyArray<(text: string) => string> = [
      (text) => text,
      (text) => `${text}?`,
      (text) => `  ${text.replaceAll(' ', '   ')} …`,
      (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, (_, at: number) => (at % 3 === 0 ? 'ـ' : '')),
      (text) => text.replaceAll(/[\u0628-\u064a]/g, (letter) => `${letter}\u064e`),
      (text) => text.toUpperCase(),
      (text) => text.replaceAll('ي', 'ی').replaceAll('ك', 'ک'),
    ]
    assert(
      property(constantFrom(...all), constantFrom(...disguised), ([kind, text], disguise) => {
        const written = disguise(text)
        return written.length > 64 || askedOfUs(flow, written)?.kind === kind
      }),
      runs(100),
    )
  })
})

describe('«كمل»', () => {
  test('goes on, and is no fear', () => {
    const chat = at('ar', true)
    expect(chat.write('كمل').keys).toEqual(['ask-fast-what'])
    expect(chat.state().answers['fast-what']).toBeUndefined()
  })
})
