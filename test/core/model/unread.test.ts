import { expect, test } from 'vitest'
import { minutes, seconds } from '../../../core/base/units.ts'
import { backSince } from '../../../core/model/unread.ts'
import { agent, openStage, reachStory } from '../../build/stage.ts'

const noor = agent('Noor')

test('what the bot is told counts as unread for nobody; what is written while somebody is awaited does', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  await person.says('Somebody took over my account of a game last week')
  const unread = async () => (await person.book()).state.unread
  expect(await unread()).toBe(0)
  await person.says('human')
  expect((await person.book()).state.hands.status).toBe('waiting')
  expect(await unread()).toBe(0)
  await person.says('are you still there?')
  await person.says('he is writing to me again')
  expect(await unread()).toBe(2)
  await stage.desk.claim(await person.code(), noor)
  expect(await unread()).toBe(0)
  await person.says('thank you')
  expect(await unread()).toBe(1)
})

test('an answer to the question that the bot has open is not unread, also while somebody is awaited', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.says('he will kill me tonight, he is at my door')
  const { state } = await person.book()
  expect(state.hands.status).toBe('waiting')
  const step = state.conversation.open?.step
  expect(step).toBeDefined()
  await person.says('yes')
  const after = (await person.book()).state
  expect(after.conversation.answers[step!]).toBeDefined()
  expect(after.unread).toBe(0)
})

test('who writes again after an hour of silence is back, and an answer ends it', async () => {
  for (const [pause, isBack] of [
    [minutes(59), false],
    [minutes(60), true],
  ] as const) {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    await person.says('human')
    await stage.desk.claim(await person.code(), noor)
    const since = async () => backSince((await person.book()).state)
    expect(await since()).toBeUndefined()
    await stage.passTime(pause)
    await person.says('he is writing to me again')
    expect((await since()) !== undefined).toBe(isBack)
    await stage.passTime(seconds(1))
    await person.says('are you there')
    expect((await since()) !== undefined).toBe(isBack)
    const { unread, version } = (await person.book()).state
    expect((await stage.desk.say(await person.code(), noor, 'I am here', version)).status).toBe('done')
    expect(unread).toBe(2)
    expect(await since()).toBeUndefined()
  }
})
