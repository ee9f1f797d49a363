import { describe, expect, test } from 'vitest'
import { hours } from '../../../../core/base/units.ts'
import type { Outcome } from '../../../../core/model/team-events.ts'
import { agent, openStage, type Person, type Stage } from '../../../build/stage.ts'
import { submit } from '../access/people.ts'

const NOOR = agent('Noor')
/** Without the marks around what is put in. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

/** A case that was sent, that Noor answered, and that she closed. */
const closed = async (outcome: Outcome = 'resolved', spoke = true) => {
  const stage = await openStage()
  const person = stage.person('1')
  await submit(person, 'a man has my photos and wants money')
  const code = await person.code()
  await stage.desk.claim(code, NOOR)
  if (spoke) await stage.desk.say(code, NOOR, 'I am here now.', (await person.book()).state.version)
  await stage.sendAll()
  const before = person.heard().length
  await stage.desk.close(code, NOOR, outcome)
  await stage.sendAll()
  return { stage, person, code, said: () => person.heard().slice(before).join('\n') }
}
const asked = async (stage: Stage, person: Person): Promise<number> => {
  for (let day = 0; day < 20; day += 1) await stage.passTime(hours(24))
  await stage.sendAll()
  return person.heard().filter((text) => /^How have you been|^We ask once more/.test(text)).length
}
const statusOf = async (person: Person) => (await person.book()).state.hands.status

describe('closing', () => {
  test.each<[Outcome, RegExp]>([
    ['resolved', /as far as we know, it is over/],
    ['referred', /others go on with it/],
    ['withdrawn', /as you wished/],
    ['unreachable', /nothing came from you/],
    ['duplicate', /We end here for now\./],
  ])('says what was done, by its outcome (%s), and that it can be opened again', async (outcome, says) => {
    const { said } = await closed(outcome)
    expect(said()).toMatch(says)
    expect(said()).toContain('A person from our team spoke with you here')
    expect(said()).toContain('it is opened again')
  })

  test('says nothing that was not done', async () => {
    const { said } = await closed('resolved', false)
    expect(said()).not.toMatch(/spoke with you|sealed/)
  })
})

describe('how it is later', () => {
  test('is asked after 3 and after 14 days of who agreed', async () => {
    const { stage, person, said } = await closed()
    expect(said()).toContain('May we ask you here')
    await person.says('yes')
    expect(person.hears()).toMatch(/^Thank you\. We ask how you are/)
    expect(await statusOf(person)).toBe('closed')
    expect(await asked(stage, person)).toBe(2)
  })

  test.each(['no', 'thank you', undefined])('is asked of nobody who did not agree (%s)', async (answer) => {
    const { stage, person } = await closed()
    if (answer !== undefined) await person.says(answer)
    expect(await asked(stage, person)).toBe(0)
  })

  test('is not asked any more once that was taken back among the consents', async () => {
    const { stage, person } = await closed()
    await person.says('yes')
    await person.says('consents')
    await person.says('Ask later how I am')
    expect((await person.book()).state.access.consents['check-in']).toBe(false)
    expect(await asked(stage, person)).toBe(0)
  })

  test('is not asked where a PIN or the word that erases is waited for: that question stands', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person, 'a man has my photos and wants money')
    const code = await person.code()
    await stage.desk.claim(code, NOOR)
    await person.says('erase')
    await stage.desk.close(code, NOOR, 'resolved')
    await stage.sendAll()
    expect(person.heard().join('\n')).not.toContain('May we ask you here')
    expect((await person.book()).state.access.asking?.what).toBe('erase')
  })

  test('is no longer what a yes or no answers once the case is open again', async () => {
    const { stage, person, code } = await closed()
    expect(await stage.desk.shift.reopen(code, NOOR)).toMatchObject({ status: 'done' })
    const before = person.heard().length
    await person.says('no')
    expect((await person.book()).state.access.consents['check-in']).toBeUndefined()
    expect(person.heard().slice(before).join('\n')).not.toContain('we do not ask')
  })

  test.each<Outcome>(['withdrawn', 'duplicate', 'not_a_case', 'unreachable'])(
    'is offered to nobody who wants or needs no more (%s)',
    async (outcome) => {
      const { said } = await closed(outcome)
      expect(said()).not.toContain('May we ask you here')
    },
  )
})

describe('in a closed case', () => {
  test.each(['what happened to my case?', 'any news'])(
    '«%s» is answered, and opens nothing',
    async (text) => {
      const { person } = await closed()
      await person.says(text)
      expect(plain(person.hears())).toMatch(/^This was closed, since it is over as far as we know\. A person/)
      expect(await statusOf(person)).toBe('closed')
    },
  )

  test.each(['advice', 'ئامۆژگاری', 'verify', 'language'])(
    'reading is no news: "%s" is answered, and opens nothing',
    async (words) => {
      const { person, said } = await closed()
      const before = said().length
      await person.says(words)
      expect(said().length).toBeGreaterThan(before)
      expect(said()).not.toMatch(/Welcome back/)
      expect(await statusOf(person)).toBe('closed')
    },
  )

  test('thanks are answered, and open nothing', async () => {
    const { person } = await closed()
    await person.says('no')
    await person.says('thank you so much')
    expect(person.hears()).toMatch(/^You are welcome/)
    expect(await statusOf(person)).toBe('closed')
  })

  test.each([
    'he wrote to me again',
    'he writes again and wants more money',
    'hello',
    // A prayer may be a cry, and thanks may bring news.
    'god please help me through this',
    'thank you, his new number is 07712345678',
  ])('«%s» opens it again, and somebody is called', async (text) => {
    const { stage, person } = await closed()
    await person.says(text)
    await stage.fallQuiet()
    expect(await statusOf(person)).toBe('waiting')
    expect(person.heard().join('\n')).toContain('Welcome back')
  })
})
