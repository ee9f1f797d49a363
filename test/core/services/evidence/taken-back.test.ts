import { describe, expect, test } from 'vitest'
import type { CaseState } from '../../../../core/model/state.ts'
import { takesFileBack } from '../../../../core/text/take-back.ts'
import { openStage } from '../../../build/stage.ts'

const PICTURE = new Uint8Array([1, 2, 3])

/** With a picture that waits for the age, or is sealed. */
const withPicture = async (age?: string) => {
  const stage = await openStage()
  const her = stage.person('her')
  for (const text of ['a man has my photos and wants money', 'yes', 'none of these']) await her.says(text)
  if (age !== undefined) await her.says(age)
  await her.sendsFile(PICTURE)
  await stage.workAll()
  return { stage, her }
}

const filesOf = ({ evidence }: CaseState) =>
  Object.values(evidence).filter(({ kind }) => kind !== 'statement')

describe('a file that is taken back at a word', () => {
  // prettier-ignore
  test.each([
    'dont open it, sent by mistake', "don't open the picture", 'delete the picture please', 'can you send my picture back',
    'no not everything only the picture', 'that was the wrong picture', 'لا تفتحون الصوره دزيتها بالغلط', 'امسحوا صورتي بس',
    'لا مو كلشي بس الصوره', 'تەنها وێنەکە بسڕەوە', 'وێنەکەم بسڕنەوە', 'بە هەڵە ناردم', 'la tifta7un el sora',
  ])('is known by «%s»', (text) => expect(takesFileBack(text)).toBe(true))

  // prettier-ignore
  test.each([
    'delete my picture from instagram', 'he said delete the picture', 'should i delete the pictures', 'delete everything', 'dont open',
    'he will not delete the video', 'how do i delete my photos', 'امسحوا كلشي', 'راح امسح الصور', 'هو كال امسح الصوره',
    'only the photos he has', 'وێنەکەم بڵاو دەکاتەوە', 'he deleted the picture',
  ])('is none in «%s»', (text) => expect(takesFileBack(text)).toBe(false))

  test('is let go while it waits: no later answer fetches it, and that is said', async () => {
    const { stage, her } = await withPicture()
    expect((await her.book()).state.waiting).toHaveLength(1)
    await her.says('dont open it, sent by mistake')
    expect(her.hears()).toContain('let go: it was not opened')
    await her.says('me, 18 or older')
    await stage.workAll()
    const { state } = await her.book()
    expect([state.waiting, filesOf(state), stage.channel.downloads]).toEqual([[], [], []])
  })

  test('stays where it is sealed, and what is possible is said', async () => {
    const { her } = await withPicture('me, 18 or older')
    await her.says('delete my picture')
    expect(her.hears()).toContain('one file alone cannot be taken out')
    expect(filesOf((await her.book()).state)).toHaveLength(1)
  })
})

test.each(['i am 15', 'عمري ١٥', 'من ١٥ ساڵم', 'this is me im 14'])(
  'a picture whose caption tells a child’s age is not kept, and nothing says that it waits: «%s»',
  async (caption) => {
    const her = (await openStage()).person('her')
    for (const text of ['a man has my photos and wants money', 'yes']) await her.says(text)
    const before = her.heard().length
    await her.sends({
      kind: 'media',
      caption,
      media: { kind: 'photo', capture: 'as_sent', ref: 'second' },
    } as Parameters<typeof her.sends>[0])
    const told = her.heard().slice(before).join('\n')
    expect(told).toContain('not opened and not kept')
    expect(told).not.toMatch(/waits/)
    expect((await her.book()).state.waiting).toEqual([])
  },
)
