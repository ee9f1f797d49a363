import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { openStage, phrases } from '../../../build/stage.ts'

const whether = (language: Language): string =>
  (phrases.say(language, 'ask-device').split('\n')[0] ?? '').replace(/[\u2066-\u2069]/g, '')
/** How somebody leaves the chat, what we ask of danger, and who comes. */
const TELLS =
  /danger right now|are you safe|“0”|afraid|\btea\b|خطر الآن|في خطر|«0»|مەترسیدایت|«٠»|police number you know, go/i

const opened = async (language: Language, words: readonly string[]) => {
  const stage = await openStage()
  const person = stage.person('1', language)
  await person.sends({ kind: 'start' })
  for (const text of words) await person.says(text)
  const said = person.heard().length
  return {
    person,
    conversation: async () => (await person.book()).state.conversation,
    after: () => person.heard().slice(said),
  }
}

// prettier-ignore
const BESIDE: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'my husband is here'], ['en', 'somebody is beside me'], ['en', 'no my husband is here'], ['en', 'my teacher came'],
  ['ar', 'زوجي يمي'], ['ar', 'لا زوجي هنا'], ['ar', 'مرتي دخلت'],
  ['ckb', 'مێردەکەم لەلامە'], ['ckb', 'هاوڕێکەم هاتە ژوورەوە'],
]
const CRY: Readonly<Record<Language, string>> = { en: 'help me', ar: 'ساعدوني', ckb: 'یارمەتیم بدەن' }
const KILL: Readonly<Record<Language, string>> = {
  en: 'he will kill me tonight',
  ar: 'راح يقتلني الليلة',
  ckb: 'ئەمشەو دەمکوژێت',
}
const YES: Readonly<Record<Language, string>> = { en: 'yes', ar: 'نعم', ckb: 'بەڵێ' }
const CONSENT: Readonly<Record<Language, string>> = { en: 'continue', ar: 'نعم', ckb: 'بەڵێ' }

describe('that somebody stands beside them, said where it is asked whether they are in danger,', () => {
  test.each(BESIDE)(
    'calls people, is asked about first, and leaves the question for danger open (%s: «%s»)',
    async (language, words) => {
      const { person, conversation, after } = await opened(language, [CRY[language]])
      expect((await conversation()).open?.step).toBe('worry-cry')
      await person.says(words)
      expect(after().join('\n')).toContain(whether(language))
      expect(after().join('\n')).not.toMatch(TELLS)
      expect(await conversation()).toMatchObject({ open: { step: 'device' }, called: { danger: true } })
      expect((await conversation()).answers['worry-cry']).toBeUndefined()
      await person.says(YES[language])
      expect((await conversation()).open?.step).toBe('worry-cry')
      await person.says(YES[language])
      expect((await conversation()).urgent).toBe(true)
    },
  )

  test.each(BESIDE)(
    'and where it is asked whether the next minutes are safe (%s: «%s»)',
    async (language, words) => {
      const { person, conversation, after } = await opened(language, [CONSENT[language], KILL[language]])
      expect((await conversation()).open?.step).toBe('fast-safe')
      await person.says(words)
      expect(after()).toHaveLength(1)
      expect(after()[0]).toContain(whether(language))
      expect((await conversation()).answers['fast-safe']).toBeUndefined()
      // What else is written meanwhile answers neither.
      await person.says('lemonade')
      expect((await conversation()).open?.step).toBe('device')
      await person.says(YES[language])
      expect((await conversation()).open?.step).toBe('fast-safe')
    },
  )
})

// prettier-ignore
const CAME: ReadonlyArray<readonly [Language, string]> = [
  ['ar', 'مرتي دخلت'], ['ar', 'دخلت مرتي'], ['ar', 'الاستاذ اجه'], ['ar', 'صديقتي يمي'], ['ar', 'المدير هنا'],
  ['ar', 'جارتنا اجت'], ['ar', 'الجهال اجو'], ['ar', 'شريكتي بالغرفة دخلت'], ['ar', 'marti dakhlat'],
  ['ar', 'el ustad ija'], ['ckb', 'ژنەکەم هات'], ['ckb', 'مامۆستا هاتە ژوورەوە'], ['ckb', 'دراوسێکەمان لێرەیە'],
  ['ckb', 'منداڵەکان هاتن'], ['ckb', 'بەڕێوەبەرەکەم هات'], ['ckb', 'هەڤالێ من هات'], ['ckb', 'hevalm hat'],
  ['ckb', 'mamostakam hat'], ['en', 'my teacher came'], ['en', 'my wife walked in'], ['en', 'my boss is here'],
  ['en', 'the kids are in the room'], ['en', 'my flatmate just came in'], ['en', 'a neighbour is here'],
  ['en', 'my friend is next to me'],
]

test.each(CAME)(
  'whoever came in, it is asked whether it is safe to write (%s: «%s»)',
  async (language, words) => {
    const told = { en: 'I am 22', ar: 'عمري ٢٢', ckb: 'تەمەنم ٢٢ ساڵە' }[language]
    const { person, conversation, after } = await opened(language, [CONSENT[language], told])
    await person.says(words)
    expect(after().join('\n')).toContain(whether(language))
    expect((await conversation()).open?.step).toBe('device')
    // Said to that question it is a no: nothing is written any more.
    await person.says(words)
    expect((await conversation()).paused).toBe('word')
  },
)

test.each([
  ['en', '0 my teacher came'],
  ['ar', '0 مرتي دخلت'],
  ['ckb', '0 hevalm hat'],
] as const)('beside a nought it is in haste, and the chat is hidden (%s: «%s»)', async (language, words) => {
  const { person, conversation } = await opened(language, [CONSENT[language]])
  await person.says(words)
  expect((await conversation()).exited).toBe(true)
})
