import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../core/base/language.ts'
import { minutes } from '../../../../core/base/units.ts'
import { agent, openStage } from '../../../build/stage.ts'

const NOOR = agent('Noor')
const TOLD: Readonly<Record<Language, readonly string[]>> = {
  ar: ['نعم', 'عمري ٢٢', 'واحد اسمه كولكويتزيا يريد فلوس مقابل صوري', 'التحدث مع شخص'],
  ckb: ['بەڵێ', 'تەمەنم ٢٢ ساڵە', 'کەسێک ناوی کۆلکویتزیایە و پارەی دەوێت بۆ وێنەکانم', 'قسەکردن لەگەڵ کەسێک'],
  en: [
    'continue',
    'I am 22',
    'He calls himself Kolkwitzia and wants money for my photos',
    'talk to a person',
  ],
}
const OF_THE_CASE = /kolkwitzia|كولكويتزيا|کۆلکویتزیا|photo|quillwort|noor|our team|program|photo/i

/** Somebody who talks with Noor. */
const talking = async (language: Language) => {
  const stage = await openStage()
  const person = stage.person('1', language)
  await person.sends({ kind: 'start' })
  for (const text of TOLD[language]) await person.says(text)
  const code = await person.code()
  await stage.desk.claim(code, NOOR)
  await person.says('hello')
  const writes = async (text: string) => {
    await stage.desk.say(code, NOOR, text, (await person.book()).state.version)
    await stage.sendAll()
  }
  await writes('I am here now')
  expect(person.heard()).toContain('I am here now')
  const said = person.heard().length
  return { stage, person, code, writes, after: () => person.heard().slice(said) }
}

// prettier-ignore
const WATCHED: ReadonlyArray<readonly [Language, string]> = [
  ['en', 'he is watching me'], ['en', 'my husband is next to me'], ['en', 'my teacher came'],
  ['ar', 'هو ديراقبني'], ['ar', 'زوجي يمي'], ['ckb', 'چاودێریم دەکات'], ['ckb', 'مێردەکەم لەلامە'],
]
const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }

describe('who says to a member of the team that somebody watches', () => {
  test.each(WATCHED)(
    'reads nothing of them until it is safe, and then all that waited (%s: «%s»)',
    async (language, words) => {
      const { stage, person, writes, after } = await talking(language)
      await person.says(words)
      expect((await person.book()).contact.watched).toBe(true)
      await writes('The quillwort account is gone')
      await stage.passTime(minutes(10))
      for (const text of ['summary', 'lemonade', 'ملخص']) await person.says(text)
      await stage.sendAll()
      expect(after().join('\n')).not.toMatch(OF_THE_CASE)
      await person.says('1')
      expect(after().join('\n')).not.toMatch(OF_THE_CASE)
      await person.says(YES[language])
      await stage.sendAll()
      expect(after()).toContain('The quillwort account is gone')
      expect((await person.book()).contact.watched).toBe(false)
    },
  )

  test('and given back meanwhile, the chat shows no more than before', async () => {
    const { stage, person, code, after } = await talking('en')
    await person.says('he is watching me')
    await stage.desk.release(code, NOOR, 'bot')
    await stage.sendAll()
    for (const text of ['summary', 'lemonade', 'status', 'what did you note']) await person.says(text)
    expect(after().join('\n')).not.toMatch(OF_THE_CASE)
    await person.says('1')
    await person.says('yes')
    await stage.sendAll()
    await person.says('summary')
    expect(after().join('\n')).toMatch(/kolkwitzia/i)
  })

  test('is reached all the same by a cry, and what tells of the case stays shut', async () => {
    const { stage, person, writes, after } = await talking('en')
    await person.says('he is watching me')
    await person.says('help me')
    const { events } = await person.book()
    expect(events.some(({ event }) => event.type === 'handoff_requested' && event.why === 'danger')).toBe(
      true,
    )
    await writes('Is there a door you can lock')
    expect(after()).toContain('Is there a door you can lock')
    await person.says('summary')
    expect(after().join('\n')).not.toMatch(/kolkwitzia|photo/i)
    expect((await person.book()).contact.watched).toBe(true)
    await stage.workAll()
  })

  test('that others see the phone at times is known to them, and is asked about when the bot is back', async () => {
    const { stage, person, code, after } = await talking('en')
    await person.says('my husband checks my phone')
    expect((await person.book()).contact.discreet).toBe(true)
    await stage.desk.release(code, NOOR, 'bot')
    await stage.sendAll()
    await person.says('summary')
    expect(after().join('\n')).toMatch(/Is it safe to write from this phone now/)
    expect(after().join('\n')).not.toMatch(/kolkwitzia/i)
  })

  test.each(['no', 'لا', 'نا'])('a bare no says nothing of it («%s»)', async (words) => {
    const { person, writes, after } = await talking('en')
    await person.says(words)
    await writes('All right')
    expect(after()).toContain('All right')
  })
})
