import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { makeChatHistory } from '../../../../core/services/access/history.ts'
import { agent, openStage, type Person } from '../../../build/stage.ts'
import { setSecrets } from './people.ts'

const PIN = '483917'
/** Somebody who told their story, and said then that somebody watches right now. */
const TOLD: Readonly<Record<Language, readonly string[]>> = {
  ar: ['نعم', 'عمري ٢٢', 'واحد اسمه كولكويتزيا يريد فلوس مقابل صوري', 'احد يشوف تلفوني', 'هو ديراقبني'],
  ckb: [
    'بەڵێ',
    'تەمەنم ٢٢ ساڵە',
    'کەسێک ناوی کۆلکویتزیایە و پارەی دەوێت بۆ وێنەکانم',
    'کەسێک مۆبایلەکەم دەبینێت',
    'چاودێریم دەکات',
  ],
  en: [
    'continue',
    'I am 22',
    'He calls himself Kolkwitzia and wants money for my photos',
    'someone sees this phone',
    'being watched',
  ],
}
const OF_THE_CASE =
  /kolkwitzia|كولكويتزيا|کۆلکویتزیا|photo|صور|وێنە|money|فلوس|مال|پارە|threat|تهديد|هەڕەشە|return code|رمز العودة|کۆدی|about tea|الشاي|چای/i
/** What whoever looks on would ask for. */
const NOSY: Readonly<Record<Language, readonly string[]>> = {
  ar: ['ملخص', 'الحالة', 'رمز العودة', 'رجوع', 'مساعدة', 'مرحبا'],
  ckb: ['پوختە', 'دۆخ', 'کۆد', 'گەڕانەوە', 'سڵاو'],
  en: ['summary', 'status', 'code', 'back', 'what did you note', 'hello', 'advice', 'correct'],
}
const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }

const watched = async (language: Language, pin?: string) => {
  const stage = await openStage()
  const person = stage.person('1', language)
  await person.sends({ kind: 'start' })
  for (const text of TOLD[language]) {
    if (pin !== undefined && text === TOLD[language].at(-2)) await setSecrets(person, { pin })
    await person.says(text)
  }
  expect((await person.book()).state.conversation.paused).toBe('word')
  const said = person.heard().length
  return { stage, person, after: () => person.heard().slice(said) }
}

const stillWatched = async (person: Person): Promise<boolean> => (await person.book()).contact.watched

const CRIES = [
  ['ar', 'ساعدوني'],
  ['ar', 'راح يقتلني الليلة'],
  ['ar', 'ديضربني'],
  ['ar', 'اريد اموت'],
  ['ckb', 'یارمەتیم بدەن'],
  ['ckb', 'ئەمشەو دەمکوژێت'],
  ['ckb', 'لێم دەدات'],
  ['en', 'help'],
  ['en', 'help me please'],
  ['en', 'he will kill me tonight'],
  ['en', 'he is hitting me'],
  ['en', 'i want to die'],
  ['en', 'urgent'],
] as const

describe('a cry for help while somebody watches', () => {
  test.each(CRIES)(
    'is answered in words that tell nothing, calls somebody, and opens nothing (%s: %s)',
    async (language, cry) => {
      const { person, after } = await watched(language)
      await person.says(cry)
      expect(after()).toHaveLength(1)
      expect((await person.book()).state).toMatchObject({
        hands: { status: 'waiting' },
        conversation: { called: { danger: true } },
      })
      for (const asked of NOSY[language]) await person.says(asked)
      expect(after().join('\n')).not.toMatch(OF_THE_CASE)
      expect(await stillWatched(person)).toBe(true)
      // Heard again, it is answered again.
      const said = after().length
      await person.says(cry)
      expect(after().length).toBe(said + 1)
    },
  )

  test.each(['ar', 'ckb', 'en'] as const)(
    'is over as before: by who says that it is safe now (%s)',
    async (language) => {
      const { person, after } = await watched(language)
      await person.says(CRIES.find(([of]) => of === language)?.[1] ?? '')
      await person.says('1')
      expect(after().join('\n')).not.toMatch(OF_THE_CASE)
      await person.says(YES[language])
      expect(await stillWatched(person)).toBe(false)
      await person.says(NOSY[language][0] ?? '')
      expect(after().join('\n')).toMatch(OF_THE_CASE)
    },
  )

  test('a no to whether it is safe leaves it shut', async () => {
    const { person, after } = await watched('en')
    for (const text of ['he will kill me tonight', '1', 'no', 'yes', 'summary']) await person.says(text)
    expect(await stillWatched(person)).toBe(true)
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
  })

  test('with a PIN nothing but the PIN opens it', async () => {
    const { person, after } = await watched('en', PIN)
    for (const text of ['he will kill me tonight', '1', 'yes', '111111', 'code', 'erase', 'summary'])
      await person.says(text)
    expect(after().join('\n')).not.toMatch(/kolkwitzia|photo|money|this is what/i)
    expect(await stillWatched(person)).toBe(true)
    await person.says(PIN)
    expect(await stillWatched(person)).toBe(false)
  })

  test('a talk to a person is arranged, and shows nothing either', async () => {
    const { person, after } = await watched('en')
    for (const text of ['talk to a person', 'summary', 'status']) await person.says(text)
    expect((await person.book()).state.hands.status).toBe('waiting')
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
  })

  test('what to do for who has taken something is said all the same', async () => {
    const { person, after } = await watched('en')
    await person.says('i took all the pills')
    expect(after().join('\n')).toMatch(/do not make yourself vomit/i)
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
  })

  test('lets the team speak, who see that somebody watches, and leaves what tells of the case shut', async () => {
    const { stage, person, after } = await watched('en')
    await person.says('he will kill me tonight')
    await stage.desk.claim(await person.code(), agent('Noor'))
    await person.says('in the kitchen')
    const { version } = (await person.book()).state
    await stage.desk.say(await person.code(), agent('Noor'), 'Is there a door you can lock', version)
    await stage.sendAll()
    expect(after().join('\n')).toContain('Is there a door you can lock')
    for (const asked of NOSY.en) await person.says(asked)
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
    expect(await stillWatched(person)).toBe(true)
  })

  test('shows on the page only what came since somebody watches', async () => {
    const { stage, person } = await watched('en')
    await person.says('he will kill me tonight')
    const history = makeChatHistory(stage.ports, stage.casebook)
    const view = await history.read((await person.book()).state.address!)
    expect(JSON.stringify(view.lines)).not.toMatch(OF_THE_CASE)
    expect(view).toMatchObject({ mode: 'bot', media: 'consent' })
  })
})
