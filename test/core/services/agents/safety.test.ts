import { describe, expect, test } from 'vitest'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { minutes } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('Noor')
const reem = agent('Reem')

const held = async (
  words = 'He says he will send my photos to my family tomorrow',
): Promise<{ stage: Stage; person: Person; code: CaseCode }> => {
  const stage = await openStage()
  const person = stage.person('1001')
  await reachStory(person)
  await person.says(words)
  const code = await person.code()
  await stage.desk.claim(code, noor)
  await stage.sendAll()
  return { stage, person, code }
}
const askSafe = async ({ stage, code }: { stage: Stage; code: CaseCode }, who = noor) => {
  const outcome = await stage.desk.askSafe(code, who)
  await stage.sendAll()
  return outcome
}
const events = async (person: Person) =>
  (await person.book()).lines.flatMap((line) =>
    line.from === 'event' && /question_asked|answer_given/.test(line.event.type) ? [line.event] : [],
  )

describe('asking whether the person is safe now', () => {
  test('goes out with its buttons, in the person’s words as the bot, and stands in the thread with who asked', async () => {
    const desk = await held()
    expect(await askSafe(desk)).toMatchObject({ status: 'done' })
    expect(desk.person.hears()).toContain('safe')
    const line = (await desk.person.book()).lines.findLast((one) => one.from === 'bot')
    expect(line?.from === 'bot' ? line.buttons?.map(({ label }) => label) : []).toEqual([
      'Yes',
      'No',
      "I can't say",
    ])
    expect(await events(desk.person)).toMatchObject([
      { type: 'question_asked', step: 'fast-safe', by: noor.id },
    ])
  })

  test.each(['No', 'no', '2'])(
    'an answer in words (%s) counts, shows as an event, and nothing is said to it',
    async (words) => {
      const desk = await held()
      await askSafe(desk)
      const before = desk.person.heard().length
      await desk.person.says(words)
      expect((await events(desk.person)).at(-1)).toMatchObject({
        type: 'answer_given',
        step: 'fast-safe',
        answer: { option: 'no' },
        toAgent: true,
      })
      expect((await desk.person.book()).brief.safe).toMatchObject({ step: 'fast-safe', option: 'no' })
      expect(desk.person.heard().length).toBe(before)
    },
  )

  test('other words answer nothing, and a question that the bot had asked stays as it was', async () => {
    const desk = await held()
    await askSafe(desk)
    await desk.person.says('I do not know what to do')
    expect((await events(desk.person)).map(({ type }) => type)).toEqual(['question_asked'])
    const other = await held()
    const known = (await other.person.book()).state.conversation.answers
    await other.person.says('skip')
    await other.person.says('1')
    expect((await other.person.book()).state.conversation.answers).toEqual(known)
  })

  test('where words showed thoughts of suicide that is asked, without calling one more person', async () => {
    const desk = await held('I want to kill myself tonight')
    await askSafe(desk)
    expect(desk.person.hears()).toContain('ending your life')
    expect(desk.person.hears()).not.toContain('calling')
    await desk.person.says('yes')
    expect((await events(desk.person)).at(-1)).toMatchObject({
      step: 'crisis-now',
      answer: { option: 'yes' },
    })
  })

  test.each([
    ['👍', 'yes'],
    ['👎', 'no'],
  ])('a mark under it (%s) is the answer, and nothing is said to it', async (emoji, option) => {
    const desk = await held()
    await askSafe(desk)
    const { sent } = desk.stage.channel
    const place = sent.findLastIndex(
      ({ content }) => content.kind === 'text' && content.text === desk.person.hears(),
    )
    const before = desk.person.heard().length
    await desk.person.sends({ kind: 'reaction', emoji, of: `ours-${place + 1}` })
    expect((await events(desk.person)).at(-1)).toMatchObject({
      type: 'answer_given',
      step: 'fast-safe',
      answer: { option },
      toAgent: true,
    })
    expect(desk.person.heard().length).toBe(before)
  })

  test('a mark under another message answers it not', async () => {
    const desk = await held()
    const place = desk.stage.channel.sent.length
    await askSafe(desk)
    await desk.person.sends({ kind: 'reaction', emoji: '👍', of: `ours-${place}` })
    expect((await events(desk.person)).at(-1)).toMatchObject({ type: 'question_asked' })
  })

  test('only who holds the case asks, and not of who blocked us', async () => {
    const desk = await held()
    expect(await askSafe(desk, reem)).toEqual({ status: 'not_yours' })
    await desk.person.sends({ kind: 'blocked' })
    expect(await askSafe(desk)).toEqual({ status: 'refused', why: 'blocked' })
    expect(await events(desk.person)).toEqual([])
  })

  test('is refused where nothing may appear unasked, and allowed while the person is there', async () => {
    const stage = await openStage()
    const person = stage.person('1002')
    await person.sends({ kind: 'start' })
    for (const words of ['continue', 'skip', 'someone sees this phone', 'shared', 'me, 18+'])
      await person.says(words)
    await person.says('He says he will send my photos to my family tomorrow')
    const code = await person.code()
    await stage.desk.claim(code, noor)
    // Nobody of the team is heard there before the person wrote to who took the case.
    expect(await askSafe({ stage, code })).toMatchObject({ status: 'refused', why: 'quiet' })
    await person.says('hello')
    expect(await askSafe({ stage, code })).toMatchObject({ status: 'done' })
    stage.clock.advance(minutes(6))
    const before = person.heard().length
    expect(await askSafe({ stage, code })).toEqual({ status: 'refused', why: 'quiet' })
    expect(person.heard().length).toBe(before)
  })
})
