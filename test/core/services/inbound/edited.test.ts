import { describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'

const EDIT = 1_767_225_700

/** Everything is said in its turn; then the last message is changed. */
const changed = async (
  language: string,
  lines: readonly string[],
  to: string,
): Promise<readonly [Stage, Person]> => {
  const stage = await openStage()
  const who = stage.person('1', language)
  let last = ''
  for (const line of lines) last = (await who.says(line)).message
  await stage.fallQuiet()
  await who.says(to, { message: last, edit: EDIT })
  return [stage, who]
}

const fetchedAfterPicture = async (stage: Stage, who: Person): Promise<number> => {
  await who.sendsFile(new Uint8Array([1, 2, 3]))
  await stage.workAll()
  return stage.channel.downloads.length
}

const STORY = ['A man I met online has my photos and he threatens me every day', 'yes', 'none'] as const
const conversation = async (who: Person) => (await who.book()).state.conversation

describe('an answer that is changed in the chat', () => {
  test.each([
    ['18', '16'],
    ['1', '3'],
    ['I am 18', 'I am 16'],
    ['Me, 18+', 'Me, 13-15'],
  ])('to an age under 18 counts as that: no file is fetched (%s to %s)', async (before, after) => {
    const [stage, who] = await changed('en', [...STORY, before], after)
    expect(await fetchedAfterPicture(stage, who)).toBe(0)
    const { answers, called } = await conversation(who)
    expect(answers['age']).not.toMatchObject({ option: 'me-18' })
    expect(called.danger).toBe(true)
  })

  test('to an age of an adult makes nobody older', async () => {
    const [stage, who] = await changed('en', [...STORY, '16'], '18')
    expect(await fetchedAfterPicture(stage, who)).toBe(0)
    expect((await conversation(who)).answers['age']).toMatchObject({ option: 'me-16-17' })
  })

  test('before agreeing, to one that says an age under 18, is heard', async () => {
    const [, who] = await changed('en', ['a man wants 800$ from me'], 'a man wants 800$ from me, im 16')
    expect((await conversation(who)).answers['age']).toMatchObject({ option: 'me-16-17' })
  })

  test.each([
    ['en', 'yes', 'no'],
    ['ar', 'اي', 'لا'],
    ['ckb', 'بەڵێ', 'نا'],
  ])('to "not safe" counts, and what helps then is said (%s)', async (language, yes, no) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    for (const line of STORY.slice(0, 2)) await who.says(line)
    await who.sends({ kind: 'press', token: '1:danger:hurt' })
    expect((await conversation(who)).open?.step).toBe('fast-safe')
    const { message } = await who.says(yes)
    expect((await conversation(who)).answers['fast-safe']).toMatchObject({ option: 'yes' })
    await who.says(no, { message, edit: EDIT })
    expect((await conversation(who)).answers['fast-safe']).toMatchObject({ option: 'no' })
    const said = (await who.book()).events.flatMap(({ event }) =>
      event.type === 'bot_said' ? [event.key] : [],
    )
    expect(said).toContain('urgent-not-safe')
    // The other way round only a person makes it less urgent.
    await who.says(yes, { message, edit: EDIT + 1 })
    expect((await conversation(who)).answers['fast-safe']).toMatchObject({ option: 'no' })
  })

  test('to another number names that one in the summary, and not the first', async () => {
    const [, who] = await changed(
      'en',
      [...STORY, '1', 'money', 'his number is 07701112233'],
      'his number is 07709998877',
    )
    const answer = (await conversation(who)).answers['ids']
    expect(JSON.stringify(answer)).toContain('7709998877')
    expect(JSON.stringify(answer)).not.toContain('7701112233')
  })

  test('in any other way is said to count no more, once', async () => {
    const [, who] = await changed('en', [...STORY, '1', 'money'], 'photos')
    const told = who.heard().filter((text) => text.includes('You changed a message'))
    expect(told).toHaveLength(1)
  })
})
