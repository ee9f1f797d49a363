import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseCode } from '../../../../core/base/ids.ts'
import { seconds } from '../../../../core/base/units.ts'
import { agent, reachStory, type Person, type Stage } from '../../../build/stage.ts'
import { openHeld } from '../access/people.ts'

const noor = agent('Noor')
const reem = agent('Reem')

let stage: Stage
let person: Person
let code: CaseCode
beforeEach(async () => {
  ;({ stage, person, code } = await openHeld(noor))
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

describe('handing a danger back to the bot that nobody answered', () => {
  const back = async (): Promise<void> => {
    await stage.desk.leave(code, noor, 'bot')
    await pass(10)
    await stage.sendAll()
  }
  const now = async () => (await person.book()).state

  test.each(['My brother is coming with a gun', 'I will kill myself tonight'])(
    'calls people at once, says so, and asks on in the urgent lane (%s)',
    async (words) => {
      await person.says(words)
      await back()
      expect(await now()).toMatchObject({
        hands: { status: 'waiting', why: 'danger' },
        conversation: { urgent: true, open: { step: expect.stringMatching(/^(crisis-now|fast-)/) } },
      })
      expect(person.heard().join('\n')).toContain('We are calling a person from our team for you now')
      expect(person.heard().join('\n')).not.toContain('The program is here with you again')
    },
  )

  test('calls people where they had just said that they are not safe', async () => {
    await stage.desk.askSafe(code, noor)
    await stage.sendAll()
    await person.says('No')
    await back()
    expect((await now()).hands).toMatchObject({ status: 'waiting', why: 'danger' })
  })

  test('also where a member took a danger and let it go without a word', async () => {
    await person.says('My brother is coming with a gun')
    await stage.desk.leave(code, noor, 'queue')
    await pass(10)
    await stage.desk.claim(code, reem)
    await stage.desk.leave(code, reem, 'bot')
    await pass(10)
    expect((await now()).hands).toMatchObject({ status: 'waiting', why: 'danger' })
  })

  test('not where they said no to what it was asked to mean', async () => {
    const other = stage.person('1002')
    await reachStory(other)
    await other.says('I cannot go on')
    await other.says('no')
    const its = await other.code()
    await stage.desk.claim(its, noor)
    await stage.desk.leave(its, noor, 'bot')
    await pass(10)
    expect((await other.book()).state.hands.status).toBe('bot')
  })

  test.each([
    [
      'an agent answered it',
      async () => stage.desk.say(code, noor, 'The police are on the way', (await now()).version),
    ],
    ['an agent saw that it is none', () => stage.desk.setSeverity(code, noor, 'P3', 'a line of a film')],
  ])('not where %s', async (_, answer) => {
    await person.says('My brother is coming with a gun')
    await answer()
    await back()
    expect((await now()).hands.status).toBe('bot')
  })
})
