import { describe, expect, test } from 'vitest'
import { openStage } from '../../../build/stage.ts'

type Language = 'ar' | 'ckb' | 'en'

const TOOK: Readonly<Record<Language, string>> = { ar: 'شربت حبوب', ckb: 'حەبم خوارد', en: 'i took pills' }
const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }

/** What is said after it where who took pills is asked for the place, and what is kept as the place. */
const atWhere = async (language: Language, text: string) => {
  const who = (await openStage()).person('1', language)
  await who.says(TOOK[language])
  await who.says(YES[language])
  const before = (await who.book()).events.length
  await who.says(text)
  const { events, state } = await who.book()
  const said = events.slice(before).flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
  return { said, place: state.conversation.answers['fast-where'], told: state.conversation.answers.story }
}

// prettier-ignore
const ALONE: ReadonlyArray<readonly [Language, string]> = [
  ['ar', 'وحدي بالبيت'], ['ar', 'اي وحدي'], ['ar', 'اني وحدي هسه'], ['ar', 'محد يمي'],
  ['ckb', 'بە تەنها لە ماڵەوە'], ['ckb', 'تەنیام'], ['ckb', 'بەڵێ بە تەنیا لە ژوورەکەم'], ['ckb', 'کەسم لەگەڵ نییە'],
  ['ar', 'وحدي بالغرفة'], ['ar', 'وحدي بالشقة'], ['ar', 'وحدي بالسيارة'], ['ar', 'وحدي بالحمام'], ['ar', 'wa7di bil ghurfa'],
  ['ckb', 'بەتەنیا لە ژوورەکەمدام'], ['ckb', 'لە حەمامم بە تەنیا'], ['ckb', 'tanyam la zhwrakam'],
  ['en', 'alone in my room'], ['en', 'i am alone in my room'], ['en', 'alone in the apartment'], ['en', 'by myself in my house'],
  ['en', 'alone in the bathroom'], ['en', 'alone in the car'],
  ['en', 'alone at home'], ['en', 'i am alone'], ['en', 'yes i am alone here'], ['en', 'nobody is here'],
]

// prettier-ignore
const AGREED: ReadonlyArray<readonly [Language, string]> = [
  ['ar', 'اوكي'], ['ar', 'اي'], ['ar', 'زين'], ['ar', 'تمام'], ['ckb', 'باشە'], ['ckb', 'بەڵێ'], ['ckb', 'ئۆکەی'],
  ['en', 'ok'], ['en', 'yes'], ['en', 'okay'], ['en', 'alright'],
]

// prettier-ignore
const MEETS: ReadonlyArray<readonly [Language, string]> = [
  ['ar', 'يريدني اجي وحدي للشقة'], ['ar', 'لازم اروح وحدي لبيته'], ['en', 'he wants me to come alone to his flat'],
  ['en', 'i have to go alone to the hotel'], ['ckb', 'دەڵێت بە تەنیا وەرە بۆ شوقەکەم'],
]

// prettier-ignore
const PLACES: ReadonlyArray<readonly [Language, string]> = [
  ['ar', 'وحدي بالبصرة'], ['ckb', 'تەنیام لە هەولێر'], ['en', 'alone in Basra'], ['en', 'Erbil'], ['ar', 'بالمنصور'],
]

describe('where who took pills is asked for the place', () => {
  test.each(ALONE)(
    'that they are alone is comforted, told and no place (%s «%s»)',
    async (language, text) => {
      const { said, place, told } = await atWhere(language, text)
      expect(said).toEqual(['saying-alone', 'ask-fast-where-begun'])
      expect(place).toBeUndefined()
      expect(told).toMatchObject({ kind: 'text', text })
    },
  )

  test.each(MEETS)(
    'that they are to go somewhere alone is a meeting, and no comfort (%s «%s»)',
    async (language, text) => {
      const { said } = await atWhere(language, text)
      expect(said).not.toContain('saying-alone')
      expect(said).toContain('crisis-meeting')
    },
  )

  test.each(AGREED)('an ok or a yes names none, and it is asked again (%s «%s»)', async (language, text) => {
    const { said, place } = await atWhere(language, text)
    expect(said.at(-1)).toBe('ask-fast-where-begun')
    expect(place).toBeUndefined()
  })

  test.each(PLACES)('a place is kept, whatever stands beside it (%s «%s»)', async (language, text) => {
    const { place } = await atWhere(language, text)
    expect(place).toMatchObject({ kind: 'text', text })
  })
})
