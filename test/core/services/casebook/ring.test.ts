import { expect, test } from 'vitest'
import { minutes } from '../../../../core/base/units.ts'
import { agent, openStage } from '../../../build/stage.ts'

test('of what is said at once only the first message rings, and what somebody says later rings again', async () => {
  const stage = await openStage()
  const person = stage.person('1')
  const rings = (since: number): readonly boolean[] =>
    stage.channel.sent
      .slice(since)
      .flatMap(({ content }) => (content.kind === 'text' ? [content.silent !== true] : []))
  await person.sends({ kind: 'start' })
  for (const text of ['continue', 'I am 22']) await person.says(text)
  const before = stage.channel.sent.length
  await person.says('A man I met online has my photos and wants money, he is @haider_77')
  expect(rings(before).length).toBeGreaterThan(1)
  expect(rings(before)).toEqual([
    true,
    ...rings(before)
      .slice(1)
      .map(() => false),
  ])
  const code = await person.code()
  stage.clock.advance(minutes(6))
  await stage.desk.claim(code, agent('Noor'))
  await stage.sendAll()
  const said = stage.channel.sent.length
  const { state } = await person.book()
  await stage.desk.say(code, agent('Noor'), 'I am here.', state.version)
  await stage.sendAll()
  expect(rings(said)).toEqual([true])
})
