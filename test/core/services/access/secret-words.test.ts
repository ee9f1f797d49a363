import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { SECRETS, type Secret } from '../../../../core/model/access.ts'
import { openStage, type Person } from '../../../build/stage.ts'
import { submit } from './people.ts'

const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }
const STORY: Readonly<Record<Language, string>> = {
  ar: 'واحد عنده صوري ويريد فلوس مني',
  ckb: 'کەسێک وێنەکانمی هەیە و پارەی دەوێت',
  en: 'a man has my photos and wants money',
}
const AFTER: Readonly<Record<Secret, Secret | undefined>> = {
  pin: 'duress',
  decoy: 'duress',
  duress: undefined,
}

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

/** At the question for one of the secrets, while the question for danger waits. */
const at = async (which: Secret, language: Language) => {
  const stage = await openStage()
  const who = stage.person('1', language)
  await who.sends({ kind: 'start' })
  await who.says(YES[language])
  await who.says(STORY[language])
  await who.says('code')
  if (which !== 'pin') await who.says('483917')
  if (which === 'duress') await who.says('skip')
  expect((await who.book()).state.access.asking?.what).toBe(which)
  const before = (await keysOf(who)).length
  const says = async (text: string) => {
    await who.says(text)
    const { state, lines } = await who.book()
    const last = lines.findLast((line) => line.from === 'person')
    return { state, last, keys: (await keysOf(who)).slice(before) }
  }
  return { says }
}

const REFUSALS: readonly (readonly [Language, string])[] = [
  ['ar', 'لا'],
  ['ar', 'ما اريد'],
  ['ar', 'لا اريد رقم'],
  ['ar', 'لا شكرا ما احتاج'],
  ['ar', 'مو هسه'],
  ['ar', 'ما اريد رقم سري'],
  ['ar', 'la ma areed'],
  ['en', 'no'],
  ['en', "no I don't want a PIN"],
  ['en', 'no thanks'],
  ['en', 'not now please'],
  ['en', "I don't need it"],
  ['ckb', 'نا'],
  ['ckb', 'نا ژمارەم ناوێت'],
  ['ckb', 'نامەوێت'],
  ['ckb', 'ئێستا نا'],
  ['ckb', 'نە من ناڤێت'],
  ['ckb', 'na namawet'],
]
const QUESTIONS: readonly (readonly [Language, string])[] = [
  ['ar', 'شنو يعني رقم سري؟'],
  ['ar', 'ليش؟'],
  ['ar', 'لا اعرف شلون'],
  ['en', "I don't know how"],
  ['ckb', 'نازانم چۆن'],
  ['ar', 'شنو هذا'],
  ['ar', 'shnu ya3ni'],
  ['en', 'what is a PIN?'],
  ['en', 'why'],
  ['en', 'what is this?'],
  ['en', 'what happens if I forget it?'],
  ['ckb', 'ئەمە چییە؟'],
  ['ckb', 'ژمارەی نهێنی چییە؟'],
  ['ckb', 'بۆچی'],
  ['ckb', 'ئەڤە چیە؟'],
]

describe.each(SECRETS)('at the question for a secret (%s)', (which) => {
  test.each(REFUSALS)(
    'who refuses it passes it over, and nothing else is meant by it (%s «%s»)',
    async (language, text) => {
      const { state, keys, last } = await (await at(which, language)).says(text)
      expect(state.access.asking?.what).toBe(AFTER[which])
      expect(keys[0]).toBe(AFTER[which] === undefined ? 'secrets-done' : `${AFTER[which]}-ask`)
      expect(last).toMatchObject({ message: { body: { text } } })
      const { answers, paused } = state.conversation
      expect({ danger: answers['danger'], paused }).toEqual({ danger: undefined, paused: undefined })
      expect(JSON.stringify(answers['story'])).not.toContain(text)
    },
  )

  test.each(QUESTIONS)(
    'who asks what it is is told, and it stays asked (%s «%s»)',
    async (language, text) => {
      const { says } = await at(which, language)
      const { state, keys, last } = await says(text)
      expect(keys).toEqual([`${which}-about`])
      expect(state.access.asking?.what).toBe(which)
      expect(last).toMatchObject({ message: { body: { text } } })
      expect((await says('sarandib')).state.access.secrets[which]).toBeDefined()
    },
  )

  test.each<readonly [Language, string]>([
    ['ar', 'اي'],
    ['en', 'yes'],
    ['ckb', 'بەڵێ'],
  ])('a yes is no secret: it is asked for once more (%s «%s»)', async (language, text) => {
    const { state, keys } = await (await at(which, language)).says(text)
    // The same text twice in a row is said as what it is: it still stands above.
    expect(['still-above', `${which}-ask`]).toContain(keys.at(-1))
    expect(state.access.asking?.what).toBe(which)
  })

  test.each<readonly [Language, string]>([
    ['ar', 'لا تكولون لاهلي'],
    ['en', 'no he knows where I live'],
    ['ckb', 'نا بە باوکم مەڵێن تکایە'],
  ])(
    'a sentence that only begins with a no refuses nothing, and is heard (%s «%s»)',
    async (language, text) => {
      const { state, keys } = await (await at(which, language)).says(text)
      expect(state.access.asking).toBeUndefined()
      expect(state.conversation.answers['danger']).toBeUndefined()
      expect(keys.filter((key) => key.endsWith('-ask') || key === 'secrets-done')).toEqual([])
      expect(keys.length).toBeGreaterThan(0)
    },
  )
})

test.each<readonly [Language, string]>([
  ['ar', 'لا'],
  ['ar', 'ما اريد'],
  ['en', "no I don't want to"],
  ['ckb', 'نامەوێت'],
])(
  'who does not want to come back to a case is asked for no code any more (%s «%s»)',
  async (language, text) => {
    for (const before of [['return'], ['return', '7K3Q9XDM']]) {
      const who = (await openStage()).person('1', language)
      await who.sends({ kind: 'start' })
      for (const word of before) await who.says(word)
      await who.says(text)
      expect((await keysOf(who)).at(-1)).toBe('return-left')
      expect((await who.book()).state.access.asking).toBeUndefined()
    }
  },
)

test.each(['ما اكدر هسه خطر', "I can't right now, danger"])(
  'a word for danger is no refusal of a secret («%s»)',
  async (text) => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await person.says('code')
    await person.says(text)
    expect((await person.book()).state.access.asking?.what).not.toBe('duress')
  },
)
