import { describe, expect, test } from 'vitest'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { after, hours, minutes } from '../../../../core/base/units.ts'
import { agent, type Person, type Stage } from '../../../build/stage.ts'
import { openHeld } from '../access/people.ts'

const noor = agent('Noor')
const reem = agent('Reem')
const MAY = { work: true, supervise: false, approve: false }

const held = () => openHeld(noor, 'Somebody took over my account of a game last week')
const kindsOf = async (stage: Stage, who = noor) =>
  (await stage.desk.wanted(who, MAY, false)).wanted.map(({ kind }) => kind)
const speak = async (stage: Stage, person: Person, code: CaseCode, text: string) => {
  expect(await stage.desk.say(code, noor, text, (await person.book()).state.version)).toMatchObject({
    status: 'done',
  })
  await stage.sendAll()
}

describe('what is owed to a person', () => {
  test('a task stands with who holds the case once it is due, and goes when it is done', async () => {
    const { stage, code } = await held()
    const due = after(stage.clock.now(), hours(2))
    await stage.desk.shift.addTask(code, noor, 'call the bank', due)
    expect(await stage.desk.wanted(noor, MAY, false)).toEqual({ wanted: [], next: due })
    stage.clock.advance(hours(3))
    expect(await kindsOf(stage)).toEqual(['task'])
    expect(await kindsOf(stage, reem)).toEqual([])
    const [task] = await tasksOf(stage, code)
    await stage.desk.shift.setTask(code, noor, task!, true)
    expect(await kindsOf(stage)).toEqual([])
  })

  test('a task of a case that nobody holds stands with everybody who could do it', async () => {
    const { stage, code } = await held()
    await stage.desk.shift.addTask(code, noor, 'call the bank', after(stage.clock.now(), minutes(1)))
    await stage.desk.release(code, noor, 'queue')
    stage.clock.advance(hours(1))
    expect(await kindsOf(stage, reem)).toEqual(['task'])
    await stage.desk.claim(code, reem)
    expect(await kindsOf(stage, reem)).toEqual(['task'])
    expect(await kindsOf(stage)).toEqual([])
  })

  test('a promise stands from the time that the person was told, until somebody writes', async () => {
    const { stage, person, code } = await held()
    await stage.desk.shift.snooze(code, noor, after(stage.clock.now(), hours(1)), 'I write to you at ten')
    await stage.sendAll()
    expect(await kindsOf(stage)).toEqual([])
    await stage.passTime(hours(1))
    expect(await kindsOf(stage)).toEqual(['promise'])
    await speak(stage, person, code, 'here I am')
    expect(await kindsOf(stage)).toEqual([])
  })

  test('a person who wrote again after a silence stands with who holds the case, until they answer', async () => {
    const { stage, person, code } = await held()
    await speak(stage, person, code, 'how are you?')
    stage.clock.advance(minutes(20))
    await person.says('fine')
    expect(await kindsOf(stage)).toEqual([])
    await speak(stage, person, code, 'tell me when he writes')
    stage.clock.advance(hours(2))
    const asked = stage.clock.now()
    await person.says('he is writing now')
    expect(await kindsOf(stage)).toEqual(['back'])
    expect(await kindsOf(stage, reem)).toEqual([])
    const row = (await stage.desk.list({ assignee: noor.id }, { limit: 5 }, noor)).rows[0]
    expect(row?.answerSince).toBeGreaterThanOrEqual(asked)
    expect(row?.answerSince).toBeLessThanOrEqual(stage.clock.now())
    await speak(stage, person, code, 'I am here')
    expect(await kindsOf(stage)).toEqual([])
    expect((await stage.desk.list({ assignee: noor.id }, { limit: 5 }, noor)).rows[0]?.answerSince).toBe(
      undefined,
    )
  })
})

const tasksOf = async (stage: Stage, code: CaseCode): Promise<readonly string[]> => {
  const book = await stage.desk.open(code)
  return typeof book === 'object' ? book.state.work.tasks.map(({ id }) => id) : []
}
