import { expect, test } from 'vitest'
import { hours, minutes, seconds, type Ms } from '../../../../core/base/units.ts'
import { agent, openStage, type Stage } from '../../../build/stage.ts'
import { submit } from '../access/people.ts'

const call = async (stage: Stage, chat: string): Promise<ReturnType<Stage['person']>> => {
  const person = stage.person(chat)
  await person.sends({ kind: 'start' })
  await person.says('talk to a person')
  return person
}

/** Somebody calls a person, and one answers after `wait`. */
const answered = async (stage: Stage, chat: string, wait: Ms): Promise<void> => {
  const person = await call(stage, chat)
  stage.clock.advance(wait)
  const code = await person.code()
  await stage.desk.claim(code, agent('Noor'))
  const { state } = await person.book()
  await stage.desk.say(code, agent('Noor'), 'I am here now.', state.version)
}

const told = (person: ReturnType<Stage['person']>): readonly string[] =>
  person
    .heard()
    .filter((text) => text.includes('in line'))
    .map((text) => text.replace(/[\u2066-\u2069]/g, ''))

const wait = async (stage: Stage, chat: string) => {
  const person = await call(stage, chat)
  for (const words of ['continue', 'I am 22', 'hello', 'are you there']) await person.says(words)
  await person.says('any news')
  await person.says('any news')
  return person
}

test('who waits is told how long it took in the last hours, never a place, and once', async () => {
  const stage = await openStage()
  for (const [i, length] of [4, 21, 22, 23, 90].entries()) await answered(stage, `a${i}`, minutes(length))
  const person = await wait(stage, 'me')
  expect(told(person)).toHaveLength(1)
  expect(told(person)[0]).toMatch(/about 25 minutes/)
  expect(person.heard().join('\n')).not.toMatch(/place|next in line/)
})

test('where too few were answered lately, the aim of the team is said as an aim', async () => {
  const stage = await openStage()
  for (const [i, length] of [1, 2, 3, 4].entries()) await answered(stage, `a${i}`, minutes(length))
  const person = await wait(stage, 'me')
  expect(told(person)).toHaveLength(1)
  expect(told(person)[0]).toMatch(/aims to answer within .*; it can take longer/)
})

test('figures of yesterday say nothing of tonight', async () => {
  const stage = await openStage()
  for (let i = 0; i < 6; i += 1) await answered(stage, `a${i}`, minutes(2))
  stage.clock.advance(hours(20))
  expect(told(await wait(stage, 'me'))[0]).toContain('aims to answer')
})

test('those who wait longer still count, so that the figure does not flatter', async () => {
  const stage = await openStage()
  for (let i = 0; i < 6; i += 1) await call(stage, `w${i}`)
  stage.clock.advance(hours(3))
  for (let i = 0; i < 5; i += 1) await answered(stage, `a${i}`, seconds(30))
  expect(told(await wait(stage, 'me'))[0]).toMatch(/about 4 hours/)
})

test('who wants everything erased hears the question for it alone, and of the line only where they keep it', async () => {
  const stage = await openStage()
  const person = stage.person('me')
  await submit(person, 'a man has my photos and wants money')
  const before = told(person).length
  await person.says('erase everything')
  await stage.fallQuiet()
  expect(told(person)).toHaveLength(before)
  expect(person.hears()).toMatch(/^Erase everything now\?/)
  await person.says('no')
  await person.says('any news')
  expect(told(person)).toHaveLength(before + 1)
})
