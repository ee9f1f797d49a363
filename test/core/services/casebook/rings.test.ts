import { expect, test } from 'vitest'
import { agent, openStage, reachStory } from '../../../build/stage.ts'

const STORY = 'a man has my private photos, wants 500 dollars by tomorrow, @bad_guy_12'

test('of what the bot says at once only the first rings: the rest comes without a sound', async () => {
  const stage = await openStage()
  const person = stage.person('her')
  await reachStory(person)
  const before = stage.channel.sent.length
  await person.says(STORY)
  const said = stage.channel.sent
    .slice(before)
    .flatMap(({ content }) => (content.kind === 'text' ? [content] : []))
  expect(said.length).toBeGreaterThan(1)
  expect(said.map(({ silent }) => silent === true)).toEqual(said.map((_, at) => at > 0))
})

test('each of two answers rings, and so does what an agent writes', async () => {
  const stage = await openStage()
  const person = stage.person('her')
  await reachStory(person)
  const ringing = async (act: () => Promise<unknown>): Promise<number> => {
    const before = stage.channel.sent.length
    await act()
    await stage.sendAll()
    return stage.channel.sent
      .slice(before)
      .filter(({ content }) => content.kind === 'text' && content.silent !== true).length
  }
  expect(await ringing(() => person.says(STORY))).toBe(1)
  expect(await ringing(() => person.says('talk to a person'))).toBe(1)
  const code = await person.code()
  await stage.desk.claim(code, agent('Noor'))
  const { state } = await person.book()
  expect(
    await ringing(() => stage.desk.say(code, agent('Noor'), 'I am here', state.version)),
  ).toBeGreaterThan(0)
})
