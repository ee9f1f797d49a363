import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { seconds } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('Noor')
const reem = agent('Reem')

let stage: Stage
let person: Person
let code: CaseCode
beforeEach(async () => {
  stage = await openStage()
  person = stage.person('1001')
  await reachStory(person)
  await person.says('human')
  code = await person.code()
  await stage.desk.claim(code, noor)
  await stage.sendAll()
})

const handsOf = async () => (await person.book()).state.hands.status
const pass = (n: number): Promise<void> => stage.passTime(seconds(n))
const saidSince = (count: number) => stage.channel.sent.slice(count).length

describe('handing back', () => {
  test('tells the person nothing for ten seconds, and then the case goes, whatever became of the page', async () => {
    const before = stage.channel.sent.length
    expect((await stage.desk.leave(code, noor, 'bot')).status).toBe('done')
    await pass(9)
    expect([await handsOf(), saidSince(before)]).toEqual(['agent', 0])
    await pass(1)
    expect(await handsOf()).toBe('bot')
    expect(saidSince(before)).toBeGreaterThan(0)
  })

  test('is taken back within that time, by who holds the case alone, and nothing was said', async () => {
    const before = stage.channel.sent.length
    await stage.desk.leave(code, noor, 'queue')
    expect(await stage.desk.leave(code, noor, 'queue')).toMatchObject({ why: 'already' })
    expect((await stage.desk.stay(code, reem)).status).toBe('not_yours')
    expect((await stage.desk.stay(code, noor)).status).toBe('done')
    expect(await stage.desk.stay(code, noor)).toMatchObject({ why: 'already' })
    await pass(60)
    expect([await handsOf(), saidSince(before)]).toEqual(['agent', 0])
  })

  test('is taken back by going on to speak', async () => {
    await stage.desk.leave(code, noor, 'bot')
    const { version } = (await person.book()).state
    expect((await stage.desk.say(code, noor, 'One more thing', version)).status).toBe('done')
    await pass(60)
    expect(await handsOf()).toBe('agent')
  })

  test('once more after it was undone counts from then', async () => {
    await stage.desk.leave(code, noor, 'bot')
    await pass(6)
    await stage.desk.stay(code, noor)
    await stage.desk.leave(code, noor, 'bot')
    await pass(6)
    expect(await handsOf()).toBe('agent')
    await pass(4)
    expect(await handsOf()).toBe('bot')
  })
})
