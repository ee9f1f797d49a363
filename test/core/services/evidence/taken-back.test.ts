import { describe, expect, test } from 'vitest'
import type { CaseState } from '../../../../core/model/state.ts'
import { takesFileBack } from '../../../../core/text/take-back.ts'
import { openStage, type Person } from '../../../build/stage.ts'

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

const DELETED = { kind: 'unsupported', what: 'deleted' } as const
const ADULT = 'me, 18 or older'

/** A picture of the name that the platform gives it, and the message in which it came. */
const sendsNamed = (her: Person, name: string, caption?: string) =>
  her.sends(pictureOf(name, caption) as Parameters<typeof her.sends>[0])

const pictureOf = (name: string, caption?: string) => ({
  kind: 'media',
  media: { kind: 'photo', capture: 'as_sent', ref: name, facts: { file_unique_id: name } },
  ...(caption === undefined ? {} : { caption }),
})

/** At the age, which a picture waits for, or past it, where it is fetched by the next job. */
const withNamed = async (state: 'waits' | 'asked for') => {
  const stage = await openStage()
  const her = stage.person('her')
  for (const text of ['a man has my photos and wants money', 'yes', 'none of these']) await her.says(text)
  if (state === 'asked for') await her.says(ADULT)
  for (const name of ['first', 'second']) stage.channel.files.set(name, PICTURE)
  const sent = await sendsNamed(her, 'first')
  return { stage, her, sent: { message: sent.message, edit: 1 } }
}

describe('a message with a file that changes before the file was fetched', () => {
  describe.each(['waits', 'asked for'] as const)('while it %s', (state) => {
    test('deleted for everyone: nothing of it is ever fetched, the agent reads so, and the chat stays quiet', async () => {
      const { stage, her, sent } = await withNamed(state)
      const before = her.heard().length
      await her.sends(DELETED, sent)
      expect(her.heard()).toHaveLength(before)
      if (state === 'waits') await her.says(ADULT)
      await stage.workAll()
      const { state: now, lines } = await her.book()
      expect([now.waiting, stage.channel.downloads]).toEqual([[], []])
      const line = lines.find((each) => each.from === 'person' && each.message.body.kind === 'media')
      const item = filesOf(now)[0]
      expect(line).toMatchObject(state === 'waits' ? { refused: 'taken_back' } : { from: 'person' })
      expect(item).toEqual(
        state === 'waits' ? undefined : expect.objectContaining({ status: 'failed', why: 'taken_back' }),
      )
    })

    test('another picture in its place: the first is let go, and the second is taken', async () => {
      const { stage, her, sent } = await withNamed(state)
      await her.sends(pictureOf('second') as Parameters<typeof her.sends>[0], sent)
      if (state === 'waits') await her.says(ADULT)
      await stage.workAll()
      expect(stage.channel.downloads).toEqual(['second'])
    })

    test('a caption that asks not to open it: it is let go, and that is said', async () => {
      const { stage, her, sent } = await withNamed(state)
      await her.sends(
        pictureOf('first', 'dont open it, sent by mistake') as Parameters<typeof her.sends>[0],
        sent,
      )
      expect(her.hears()).toContain('let go: it was not opened')
      if (state === 'waits') await her.says(ADULT)
      await stage.workAll()
      expect(stage.channel.downloads).toEqual([])
    })

    test('another caption changes nothing', async () => {
      const { stage, her, sent } = await withNamed(state)
      await her.sends(pictureOf('first', 'this is what he wrote') as Parameters<typeof her.sends>[0], sent)
      if (state === 'waits') await her.says(ADULT)
      await stage.workAll()
      expect(stage.channel.downloads).toEqual(['first'])
    })
  })

  test('after it was sealed it stays, and the line tells that it was deleted', async () => {
    const { stage, her, sent } = await withNamed('asked for')
    await stage.workAll()
    await her.sends(DELETED, sent)
    const { state, lines } = await her.book()
    expect(filesOf(state)).toMatchObject([{ status: 'sealed' }])
    const line = lines.find((each) => each.from === 'person' && each.message.body.kind === 'media')
    expect(line).toMatchObject({ edits: [{ message: { body: DELETED } }] })
  })

  test('in a hidden chat it is let go as well, and the chat says nothing', async () => {
    const { stage, her, sent } = await withNamed('waits')
    await her.says('0')
    const before = her.heard().length
    await her.sends(DELETED, sent)
    expect(her.heard()).toHaveLength(before)
    expect((await her.book()).state.waiting).toEqual([])
    await stage.workAll()
    expect(stage.channel.downloads).toEqual([])
  })

  test('what is in the queue is let go at a word as well', async () => {
    const { stage, her } = await withNamed('asked for')
    await her.says('dont open it, sent by mistake')
    expect(her.hears()).toContain('let go: it was not opened')
    await stage.workAll()
    expect(stage.channel.downloads).toEqual([])
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
