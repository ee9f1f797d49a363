import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { agent, openStage } from '../../../build/stage.ts'
import { setSecrets } from './people.ts'

const PIN = '483917'
const TOLD: Readonly<Record<Language, readonly string[]>> = {
  ar: ['نعم', 'عمري ٢٢', 'واحد اسمه كولكويتزيا يريد فلوس مقابل صوري'],
  ckb: ['بەڵێ', 'تەمەنم ٢٢ ساڵە', 'کەسێک ناوی کۆلکویتزیایە و پارەی دەوێت بۆ وێنەکانم'],
  en: ['continue', 'I am 22', 'He calls himself Kolkwitzia and wants money for my photos'],
}
/** What would tell what this chat is about, or what was told in it. */
const TELLS =
  /kolkwitzia|كولكويتزيا|کۆلکویتزیا|photo|صور|وێنە|money|threat|تهديد|هەڕەشە|hurt|kill|die|يقتل|اموت|safe|سلامت|سەلامەت|chat at home|what happened/i

const left = async (language: Language, pin?: string) => {
  const stage = await openStage()
  const person = stage.person('1', language)
  await person.sends({ kind: 'start' })
  for (const text of TOLD[language]) await person.says(text)
  if (pin !== undefined) await setSecrets(person, { pin })
  await person.says('0')
  const said = person.heard().length
  return { stage, person, after: () => person.heard().slice(said) }
}

// prettier-ignore
const CRIES: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'he will kill me tonight'], ['en', 'i want to die'], ['en', 'help me'], ['en', 'please help me he is back'],
  ['ar', 'راح يقتلني الليلة'], ['ar', 'اريد اموت'], ['ar', 'ساعدوني'],
  ['ckb', 'ئەمشەو دەمکوژێت'], ['ckb', 'یارمەتیم بدەن'],
]

describe('danger told after the quick exit', () => {
  test.each(CRIES)(
    'is answered in words that tell nothing, calls people and opens nothing (%s: «%s»)',
    async (language, cry) => {
      const { stage, person, after } = await left(language)
      await person.says(cry)
      expect(after()).toHaveLength(1)
      expect((await person.book()).state).toMatchObject({
        hands: { status: 'waiting' },
        conversation: { called: { danger: true }, locked: true },
      })
      // More of it is known to have come, and nothing is asked or opened for it.
      for (const text of ['lemonade', 'kitchen', 'summary', 'ملخص', 'status', 'code', 'back'])
        await person.says(text)
      expect(after().length).toBeLessThanOrEqual(2)
      expect(after().join('\n')).not.toMatch(TELLS)
      // Heard again it is answered again, and the team reaches who cried.
      const said = after().length
      await person.says(cry)
      expect(after()).toHaveLength(said + 1)
      await stage.desk.claim(await person.code(), agent('Noor'))
      await stage.desk.say(
        await person.code(),
        agent('Noor'),
        'I am here.',
        (await person.book()).state.version,
      )
      await stage.sendAll()
      expect(after()).toContain('I am here.')
      expect((await person.book()).state.conversation.locked).toBe(true)
    },
  )

  test('says what to do for a life all the same, asks nothing after it, and the PIN alone opens it', async () => {
    const { person, after } = await left('en', PIN)
    await person.says('i took all the pills')
    expect(after()).toHaveLength(1)
    expect(after()[0]).toMatch(/do not make yourself vomit/i)
    await person.says('i took all the pills')
    expect(after()).toHaveLength(2)
    expect(after().join('\n')).not.toMatch(/kolkwitzia|photo|money|which place/i)
    await person.says(PIN)
    expect((await person.book()).state.conversation.locked).toBeUndefined()
  })
})

describe('a word that is a command as well', () => {
  const WATCHED: Readonly<Record<Language, readonly string[]>> = {
    ar: ['احد يشوف تلفوني', 'هو ديراقبني'],
    ckb: ['کەسێک مۆبایلەکەم دەبینێت', 'چاودێریم دەکات'],
    en: ['someone sees this phone', 'being watched'],
  }
  const at = async (language: Language, where: 'asked' | 'watched' | 'left' | 'left, gone on') => {
    const stage = await openStage()
    const person = stage.person('1', language)
    await person.sends({ kind: 'start' })
    const [asked = '', watched = ''] = WATCHED[language]
    const then = {
      asked: [asked],
      watched: [asked, watched],
      left: ['0'],
      'left, gone on': ['0', 'continue'],
    }[where]
    for (const text of [...TOLD[language], ...then]) await person.says(text)
    return person
  }
  const PLACES = ['asked', 'watched', 'left', 'left, gone on'] as const

  test.each([
    ['en', 'menu'],
    ['en', 'commands'],
    ['ar', 'القائمة'],
    ['ar', 'أوامر'],
    ['ckb', 'مینیو'],
  ] as const)('for the list of what can be written calls nobody (%s: «%s»)', async (language, word) => {
    for (const where of PLACES) {
      const person = await at(language, where)
      const said = person.heard().length
      await person.says(word)
      expect([where, (await person.book()).state.hands.status]).toEqual([where, 'bot'])
      expect(person.heard().slice(said).join('\n')).not.toMatch(/kolkwitzia|summary|ملخص|پوختە/i)
    }
  })

  test("pressed in an app's own list calls nobody either", async () => {
    for (const where of PLACES) {
      const person = await at('en', where)
      await person.sends({ kind: 'command', command: 'help' })
      expect([where, (await person.book()).state.hands.status]).toEqual([where, 'bot'])
    }
  })

  test.each([
    ['en', 'help'],
    ['ar', 'مساعدة'],
    ['ckb', 'یارمەتی'],
  ] as const)('for help is a cry wherever others may read along (%s: «%s»)', async (language, word) => {
    for (const where of PLACES) {
      const person = await at(language, where)
      const said = person.heard().length
      await person.says(word)
      expect([where, (await person.book()).state.hands.status]).toEqual([where, 'waiting'])
      // Another who has the phone may write it into a chat that was left: there it shows nothing.
      expect([where, person.heard().slice(said)]).toEqual([
        where,
        where === 'left' ? [] : [expect.any(String)],
      ])
    }
  })
})

describe('who wants to die', () => {
  test.each([
    ['en', 'i want to die', /good that you wrote/],
    ['ar', 'اريد اموت', /نبقى هنا معك/],
    ['ckb', 'دەمەوێت بمرم', /لەگەڵتین/],
  ] as const)(
    'is answered warmly where others may read along, in words that tell nothing (%s: «%s»)',
    async (language, words, warm) => {
      for (const where of [
        ['احد يشوف تلفوني', 'کەسێک مۆبایلەکەم دەبینێت', 'someone sees this phone'],
        ['0'],
      ]) {
        const stage = await openStage()
        const person = stage.person('1', language)
        await person.sends({ kind: 'start' })
        const own = where.length === 1 ? '0' : (where[{ ar: 0, ckb: 1, en: 2 }[language]] ?? '')
        for (const text of [...TOLD[language], own]) await person.says(text)
        const said = person.heard().length
        await person.says(words)
        expect(person.heard()[said]).toMatch(warm)
        expect(person.heard().slice(said).join('\n')).not.toMatch(
          /kolkwitzia|photo|suicid|die|kill|انتحار|خۆکوژی/i,
        )
      }
    },
  )
})
