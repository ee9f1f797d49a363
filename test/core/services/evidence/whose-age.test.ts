import { describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'

/** Everything is told, and one picture is sent: how many files were fetched. */
const afterPicture = async (
  language: string,
  ...lines: readonly string[]
): Promise<readonly [number, Person, Stage]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  for (const line of lines) {
    await who.writes(line)
    await stage.fallQuiet()
  }
  await who.sendsFile(new Uint8Array([1, 2, 3]))
  await stage.workAll()
  return [stage.channel.downloads.length, who, stage]
}

const answersOf = async (who: Person) => (await who.book()).state.conversation.answers

describe('a parent, a brother or a sister who tells their own age', () => {
  test.each([
    ['ar', 'اني ابو علي وعمري ٤٨، ابني واحد ياخذ منه فلوس على تصوير', 'نعم', 'لا'],
    ['en', 'I am 47. My boy is being squeezed for money over a video', 'yes', 'no'],
    ['ar', 'عمري ٣٥ وخويه الزغير واحد ماسك عليه فيديو', 'نعم', 'لا'],
    ['ar', 'اني ام احمد عمري ٥٢ وبنتي الجبيره واحد ياخذ منها فلوس كل شهر', 'نعم', 'لا'],
    ['ckb', 'من ٤٥ ساڵم و کوڕەکەم یەکێک پارەی لێ دەسەنێت', 'بەڵێ', 'نا'],
    ['en', 'I am 44 and it is about my son, a man wants money', 'yes', 'no'],
    ['en', '3umri 45 w ibni wahid yhaddida', 'yes', 'no'],
  ])('is asked for the age of that person, and no file is taken by their own (%s: %s)', async (...told) => {
    const [fetched, who] = await afterPicture(...told)
    expect(fetched).toBe(0)
    expect((await answersOf(who))['age']).toBeUndefined()
    expect((await who.book()).state.conversation.open?.step).toBe('age')
  })

  test.each([
    ['en', 'someone is threatening my daughter', 'yes', 'no', '45'],
    ['ar', 'واحد ديهدد ابني بفيديو مال ابني', 'نعم', 'لا', '٤٤'],
  ])('and a bare number of theirs at the question is no child’s (%s: %s)', async (...told) => {
    const [fetched, who] = await afterPicture(...told)
    expect(fetched).toBe(0)
    expect((await answersOf(who))['age']).toBeUndefined()
  })

  test('whose child’s age is then told has no file taken', async () => {
    const [, who, stage] = await afterPicture(
      'en',
      'I am 47. My boy is being squeezed for money',
      'yes',
      'no',
    )
    await who.says('Someone else, under 18')
    await stage.workAll()
    expect(stage.channel.downloads).toEqual([])
  })
})

describe('an adult’s own age counts as before', () => {
  test.each([
    ['en', 'my brother filmed me and I am 22', 'yes', 'no'],
    ['en', 'I am 47 and it is about me, he has my photos', 'yes', 'no'],
    ['en', 'I am 25, he will send my photos to my sister', 'yes', 'no'],
    ['ar', 'اخويه سجلني وعمري ٢٢', 'نعم', 'لا'],
    ['ar', 'واحد يهددني يدز صوري لاخوي، عمري ٢٣', 'نعم', 'لا'],
    ['ckb', 'تەمەنم ٢٥ ساڵە. کەسێک هەڕەشەم لێ دەکات، وێنەکانم بۆ براکەم دەنێرێت', 'بەڵێ', 'نا'],
  ])('where kin does it or only hears of it (%s: %s)', async (...told) => {
    const [fetched, who] = await afterPicture(...told)
    expect((await answersOf(who))['age']).toEqual({ kind: 'choice', option: 'me-18' })
    expect(fetched).toBe(1)
  })
})
