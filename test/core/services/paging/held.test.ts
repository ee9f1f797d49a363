import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseCode } from '../../../../core/base/ids.ts'
import type { AlarmCall } from '../../../../core/ports/alarm.ts'
import { minutes } from '../../../../core/base/units.ts'
import { agent, type Person, type Stage } from '../../../build/stage.ts'
import { openHeld } from '../access/people.ts'

const noor = agent('Noor')
const reem = agent('Reem')
const DANGER = 'He is at my door with a knife'

let stage: Stage
let person: Person
let code: CaseCode
beforeEach(async () => {
  ;({ stage, person, code } = await openHeld(noor))
})

const state = async () => (await person.book()).state
const pages = async () =>
  (await person.book()).events.flatMap(({ event }) => (event.type === 'paged' ? [event.to] : []))
const pass = async (n: number): Promise<void> => {
  await stage.passTime(minutes(n))
  await stage.sendAll()
}
const waitsFor = async (who = reem) =>
  (await stage.desk.wanted(who, { work: true, supervise: false, approve: false }, false)).wanted.map(
    ({ kind }) => kind,
  )

describe('a danger told to a member who holds the case', () => {
  test('calls others as if nobody did, with signs of life to the person, until it is answered', async () => {
    await person.says(DANGER)
    expect(await state()).toMatchObject({ hands: { status: 'agent' }, severity: 'P1' })
    await pass(20)
    expect(await pages()).toEqual(expect.arrayContaining(['team', 'supervisor']))
    expect(await waitsFor()).toContain('late')
    expect(person.heard().join('\n')).toContain('We are still here')
    await stage.desk.say(code, noor, 'I am here, the police are coming', (await state()).version)
    const called = (await pages()).length
    await pass(60)
    expect((await pages()).length).toBe(called)
    expect(await waitsFor()).not.toContain('late')
  })

  test('is told once where agent and person take turns, and anew after an hour, a hand over or a judgment', async () => {
    const calls = async () =>
      (await person.book()).lines.filter(
        (line) =>
          line.from === 'event' && line.event.type === 'handoff_requested' && line.event.why === 'danger',
      ).length
    const turn = async (): Promise<void> => {
      await person.says(DANGER)
      await stage.desk.say(code, noor, 'I am with you', (await state()).version)
    }
    for (let n = 0; n < 4; n += 1) await turn()
    const { events } = await person.book()
    const all = events.filter(({ event }) => event.type === 'handoff_requested' && event.why === 'danger')
    expect(all.length).toBeGreaterThan(1)
    expect(await calls()).toBe(1)
    await pass(61)
    await turn()
    expect(await calls()).toBe(2)
    await stage.desk.setSeverity(code, noor, 'P3', 'a line of a film')
    await turn()
    expect(await calls()).toBe(3)
  })

  test.each([
    ['is answered at once', async () => stage.desk.say(code, noor, 'I am here', (await state()).version)],
    ['was none', async () => stage.desk.setSeverity(code, noor, 'P3', 'a line of a film')],
  ])('calls nobody where it %s', async (_, answer) => {
    await person.says(DANGER)
    await answer()
    await pass(60)
    expect(await pages()).toEqual([])
  })

  test('stands in the queue’s row as one that waits, for the line outside and the team’s browsers', async () => {
    expect((await person.book()).row.waitingSince).toBeUndefined()
    await person.says(DANGER)
    expect((await person.book()).row).toMatchObject({ status: 'agent', waitingSince: expect.any(Number) })
    await stage.desk.say(code, noor, 'I am here', (await state()).version)
    expect((await person.book()).row.waitingSince).toBeUndefined()
  })

  test('reaches the line outside where nobody of the team comes', async () => {
    const calls: AlarmCall[] = []
    Object.assign(stage.ports, {
      alarm: { raise: async (call: AlarmCall) => (calls.push(call), 'taken' as const) },
    })
    await person.says(DANGER)
    await pass(20)
    await stage.workAll()
    expect(calls.map((call) => call.code)).toContain(code)
  })

  test('goes on waiting where it is handed to a colleague, who may be away as well', async () => {
    await person.says(DANGER)
    await stage.desk.transfer(code, noor, { agent: reem })
    await pass(20)
    expect(await pages()).not.toEqual([])
  })

  test('counts also where they answer that they are not safe', async () => {
    await stage.desk.askSafe(code, noor)
    await stage.sendAll()
    await person.says('No')
    await pass(6)
    expect(await pages()).not.toEqual([])
  })

  test('calls anew for what comes after an answer', async () => {
    await person.says(DANGER)
    await stage.desk.say(code, noor, 'I am here', (await state()).version)
    await pass(10)
    await person.says('He is in the room, he will kill me')
    await pass(6)
    expect(await pages()).not.toEqual([])
  })

  test.each(['تعبت من حياتي', 'I cannot go on'])(
    'counts also where it is only hinted (%s)',
    async (words) => {
      await person.says(words)
      await pass(60)
      expect(await pages()).not.toEqual([])
    },
  )

  test.each(['urgent', 'عاجل', 'مەترسی', 'help me please', 'ساعدوني', 'فریام کەون'])(
    'is called for by the word that the bot names for it (%s)',
    async (words) => {
      await person.says(words)
      expect(await state()).toMatchObject({
        hands: { status: 'agent' },
        severity: expect.stringMatching(/P[12]/),
      })
      await pass(60)
      expect(await pages()).not.toEqual([])
    },
  )

  test('stands once in the case, however often they cry before it is answered', async () => {
    for (const words of ['help me please', 'help', 'please help me', DANGER]) await person.says(words)
    const calls = (await person.book()).events.filter(({ event }) => event.type === 'handoff_requested')
    // The first asked for a person before anybody had the case.
    expect(calls).toHaveLength(2)
  })

  test('is no call where nothing of danger was said', async () => {
    await person.says('He wrote again and wants 500 dollars')
    await pass(60)
    expect(await pages()).toEqual([])
  })
})
