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

/** Without the marks around what is put in. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

const told = (person: ReturnType<Stage['person']>): readonly string[] =>
  person
    .heard()
    .filter((text) => text.includes('in line'))
    .map(plain)

const wait = async (stage: Stage, chat: string) => {
  const person = await call(stage, chat)
  for (const words of ['continue', 'I am 22', 'hello']) await person.says(words)
  return person
}

test('who waits is told how long it took in the last hours, and never a place', async () => {
  const stage = await openStage()
  for (const [i, length] of [4, 21, 22, 23, 90].entries()) await answered(stage, `a${i}`, minutes(length))
  const person = await wait(stage, 'me')
  expect(told(person)).toHaveLength(1)
  expect(told(person)[0]).toMatch(/about 25 minutes/)
  await person.says('I remembered his name')
  expect(told(person)).toHaveLength(1)
  expect(person.heard().join('\n')).not.toMatch(/place|next in line/)
})

test('who asks again hears the newest figure, and that it takes longer once it does', async () => {
  const stage = await openStage()
  for (let i = 0; i < 6; i += 1) await answered(stage, `a${i}`, minutes(20))
  const person = await wait(stage, 'me')
  stage.clock.advance(minutes(5))
  await person.says('how long will it take?')
  expect(told(person)).toHaveLength(2)
  expect(person.heard().join('\n')).not.toContain('cannot name an hour')
  stage.clock.advance(minutes(30))
  await person.says('any news')
  expect(told(person).at(-1)).toMatch(/It takes longer now than it took others/)
})

test('where too few were answered lately, no time is named, not even one that the team has set itself', async () => {
  const stage = await openStage()
  for (const [i, length] of [1, 2, 3, 4].entries()) await answered(stage, `a${i}`, minutes(length))
  const person = await wait(stage, 'me')
  expect(told(person)).toHaveLength(1)
  expect(told(person)[0]).toMatch(/cannot be said right now/)
  expect(told(person)[0]).not.toMatch(/minutes|hour/)
})

test('figures of yesterday say nothing of tonight', async () => {
  const stage = await openStage()
  for (let i = 0; i < 6; i += 1) await answered(stage, `a${i}`, minutes(2))
  stage.clock.advance(hours(20))
  expect(told(await wait(stage, 'me'))[0]).toContain('cannot be said right now')
})

test('those who wait longer still count, so that the figure does not flatter', async () => {
  const stage = await openStage()
  for (let i = 0; i < 6; i += 1) await call(stage, `w${i}`)
  stage.clock.advance(hours(3))
  for (let i = 0; i < 5; i += 1) await answered(stage, `a${i}`, seconds(30))
  expect(told(await wait(stage, 'me'))[0]).toMatch(/about 4 hours/)
})

test.each(['any news', 'what happened to my case?'])(
  'who called a person and asks (%s) is told that it is with the team, and how long it takes',
  async (text) => {
    const stage = await openStage()
    for (let i = 0; i < 6; i += 1) await answered(stage, `a${i}`, minutes(20))
    const person = await wait(stage, 'me')
    const before = person.heard().length
    await person.says(text)
    const said = plain(person.heard().slice(before).join('\n'))
    expect(said).toMatch(/with our team/)
    expect(said).toMatch(/about 25 minutes/)
    expect(said).not.toContain('Nothing has been sent')
  },
)

test('who waits in no danger hears of us rarer and rarer, by day, and at last not any more', async () => {
  const stage = await openStage()
  const person = stage.person('me')
  await submit(person, 'a man has my photos and wants money')
  const heard: number[] = []
  let before = person.heard().length
  for (let hour = 1; hour <= 96; hour += 1) {
    await stage.passTime(hours(1))
    await stage.sendAll()
    const fresh = person.heard().slice(before)
    before = person.heard().length
    if (fresh.some((text) => /still in line|still waiting for an answer/.test(text))) heard.push(hour)
  }
  expect(heard).toHaveLength(3)
  const [first = 0, second = 0, third = 0] = heard
  expect(second - first).toBeGreaterThan(first)
  expect(third - second).toBeGreaterThan(second - first)
})

test('who said that others see the phone is not written to while they wait', async () => {
  const stage = await openStage()
  const person = stage.person('me')
  await person.sends({ kind: 'start' })
  for (const text of ['continue', 'skip', 'someone sees this phone', 'shared', 'me, 18+'])
    await person.says(text)
  await person.says('talk to a person')
  const before = person.heard().length
  for (let hour = 1; hour <= 48; hour += 1) await stage.passTime(hours(1))
  await stage.sendAll()
  expect(person.heard().slice(before).join('\n')).not.toContain('in line')
})

test('who wants everything erased hears the question for it alone, and of the line only where they keep it', async () => {
  const stage = await openStage()
  const person = stage.person('me')
  await submit(person, 'a man has my photos and wants money')
  const before = told(person).length
  await person.says('erase everything')
  await stage.fallQuiet()
  expect(told(person)).toHaveLength(before)
  expect(person.hears()).toMatch(/^Erase everything that we hold for this chat now\?/)
  await person.says('no')
  await person.says('any news')
  expect(told(person)).toHaveLength(before + 1)
})
