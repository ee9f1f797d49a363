import { describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

const told = async (language: string, ...lines: readonly string[]): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  for (const line of lines) {
    await who.writes(line)
    await stage.fallQuiet()
  }
  return [stage, who]
}

const answersOf = async (who: Person) => (await who.book()).state.conversation.answers

describe('who reports for somebody else', () => {
  test.each([
    ['en', 'my sister is being blackmailed, he has her photos', 'yes'],
    ['ar', 'اختي واحد يبتزها وعنده صورها', 'نعم'],
    ['ckb', 'پیاوێک هەڕەشە لە خوشکم دەکات بە وێنەکانی', 'بەڵێ'],
  ])('is asked about the danger of that person, not of their own (%s)', async (language, story, yes) => {
    const [, who] = await told(language, story, yes)
    expect(await keysOf(who)).toContain('ask-danger-other')
    expect(await keysOf(who)).not.toContain('ask-danger')
  })

  test('is asked about the danger of a child whose age the words give', async () => {
    const [, who] = await told('en', 'my son is 14 and a man wants more photos from him', 'yes')
    expect(await keysOf(who)).toContain('ask-danger-other')
  })

  test.each(['my friend has my photos and blackmails me', 'my brother is threatening me'])(
    'is nobody who names a friend or a brother as who does it: «%s»',
    async (story) => {
      const [, who] = await told('en', story, 'yes')
      expect((await answersOf(who))['whom']).toBeUndefined()
    },
  )

  test('is asked whether that person may end their life, where only their wish to die was told', async () => {
    const [, who] = await told(
      'en',
      'my friend is being blackmailed by a man, she said she wants to kill herself tonight',
    )
    expect(await keysOf(who)).toContain('ask-worry-self-harm-other')
  })

  test('hears the first words and the follow-ups of a danger of that person', async () => {
    const [, who] = await told('en', 'a man is blackmailing my daughter and her uncle will kill her', 'yes')
    const keys = await keysOf(who)
    expect(keys).toContain('ask-worry-violence-other')
    expect(keys).toContain('crisis-violence-other')
    expect(keys).not.toContain('crisis-violence')
    expect((await who.book()).state.conversation.urgent).toBe(true)
    await who.says('yes')
    expect(await keysOf(who)).toContain('ask-fast-safe-other')
  })

  test('gives that person’s age by «she is 22», and by their own age none: no file is taken by it', async () => {
    const [, adult] = await told('en', 'my sister is being blackmailed', 'yes', 'none', 'she is 22')
    expect((await answersOf(adult))['age']).toEqual({ kind: 'choice', option: 'other-adult' })
    const [, own] = await told('en', 'my sister is being blackmailed and i am 30', 'yes', 'none')
    expect((await answersOf(own))['age']).toBeUndefined()
  })

  test('and gives their own age at its question is thanked and asked for that of the other', async () => {
    const [, who] = await told('en', 'my sister is being blackmailed', 'yes', 'none', 'I am 30')
    const keys = await keysOf(who)
    expect(keys).toContain('not-understood-whose')
    expect(keys).not.toContain('not-understood')
  })

  test.each([
    ['22', 'other-adult'],
    ['30', 'other-adult'],
    ['15', 'other-minor'],
    ['2', 'me-16-17'],
  ])('gives that person’s age, or a place in the list, by a bare number: %s', async (number, option) => {
    const [, who] = await told('en', 'my sister is being blackmailed', 'yes', 'none', number)
    expect((await answersOf(who))['age']).toEqual({ kind: 'choice', option })
  })

  test.each([
    ['yes', 'my son is 14 and a man wants more photos from him, I am 40'],
    ['yes', 'skip', 'none', "I'm 40, my son is 14"],
  ])('gives no adult’s age by their own beside that of a child', async (...lines) => {
    const [, who] = await told('en', 'hello', ...lines)
    expect((await answersOf(who))['age']).toEqual({ kind: 'choice', option: 'other-minor' })
    expect(await keysOf(who)).toContain('minor-other')
  })

  test('is asked whether it happens to a child, whatever their own age', async () => {
    const [, who] = await told(
      'en',
      'my sister is being blackmailed',
      'yes',
      'she is still at school, I am 30',
    )
    expect((await answersOf(who))['worry-minor']).not.toEqual({ kind: 'choice', option: 'no' })
  })

  test.each([
    ['ar', 'واحد يهددني ويهدد اختي بصورنا'],
    ['en', 'he is threatening me and threatening her'],
    ['en', "he has my photos and my sister's photos"],
    ['ckb', 'یارمەتی! کچم، تەمەنم ٢٠ ساڵە'],
    ['ckb', 'هەڕەشەم لێ دەکات و هەڕەشە لە خوشکم دەکات'],
  ])('is nobody to whom it is done as well (%s): «%s»', async (language, story) => {
    const [, who] = await told(language, story)
    expect((await answersOf(who))['whom']).toBeUndefined()
  })

  test('and despairs is asked about their own life, not about that of the other', async () => {
    const [, who] = await told(
      'en',
      'my daughter is being blackmailed',
      'I cannot go on, I want it all to end',
    )
    const keys = await keysOf(who)
    expect(keys).toContain('ask-worry-self-harm')
    expect(keys).not.toContain('ask-worry-self-harm-other')
  })

  test('is spoken to as the one it happens to once they choose an age of their own', async () => {
    const [, who] = await told('en', 'my sister is being blackmailed', 'yes', 'none')
    await who.presses('Me, 18+')
    await who.says('he will come to my house tonight and hurt me')
    expect(await keysOf(who)).not.toContain('crisis-violence-other')
  })
})
