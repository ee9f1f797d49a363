import { describe, expect, test } from 'vitest'
import { mayShare } from '../../../../core/policy/access/consent.ts'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import { describeFault } from '../../../../core/custody/store-fault.ts'
import { hours, seconds } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'
import { comeBack, setSecrets, submit } from '../access/people.ts'

const NOOR = agent('Noor')

const held = async (reach: (who: Person) => Promise<unknown> = submit) => {
  const stage = await openStage()
  const person = stage.person('1')
  await reach(person)
  await stage.workAll()
  const code = await person.code()
  const { caseId } = (await person.book()).row
  expect(await stage.desk.hold(code, NOOR, 'Karkh court, letter 114')).toMatchObject({ status: 'done' })
  return { stage, person, code, caseId }
}

const isErased = async (stage: Stage, code: Awaited<ReturnType<Person['code']>>): Promise<boolean> =>
  (await stage.desk.open(code)) === 'erased'

const faultsOf = async ({ ports, keys }: Stage): Promise<string[]> => {
  const faults: string[] = []
  for await (const fault of verifyStore({ ...ports, keys })) faults.push(describeFault(fault))
  return faults
}

describe('a hold', () => {
  test('stands in the case with who set it and why, and needs a reason', async () => {
    const { stage, person, code } = await held()
    expect((await person.book()).state.hold).toMatchObject({ by: NOOR.id, reason: 'Karkh court, letter 114' })
    expect(await stage.desk.hold(code, NOOR, 'again')).toEqual({ status: 'refused', why: 'already' })
    expect(await stage.desk.liftHold(code, NOOR, '  ')).toEqual({ status: 'refused', why: 'reason_required' })
    expect(await stage.desk.liftHold(code, undefined, 'the court closed its file')).toMatchObject({
      status: 'done',
    })
    expect((await person.book()).state.hold).toBeUndefined()
    expect(await stage.desk.liftHold(code, NOOR, 'again')).toEqual({ status: 'refused', why: 'already' })
  })

  test('keeps the case from a command that erases', async () => {
    const { stage, code, caseId } = await held()
    expect(await stage.desk.erase(code, 'operator', 'r')).toEqual({ status: 'held' })
    expect(await stage.keys.get(caseId)).toBeInstanceOf(Uint8Array)
    await stage.desk.liftHold(code, NOOR, 'done')
    expect(await stage.desk.erase(code, 'operator', 'r')).toMatchObject({ status: 'erased' })
  })

  test('protects a case whose seals no longer open, for it stands in the open part of the chain', async () => {
    const { stage, code } = await held()
    const { forCase } = stage.sealer
    Object.assign(stage.sealer, { forCase: () => Promise.reject(new Error('nothing opens')) })
    expect(await stage.desk.erase(code, 'operator', 'r')).toEqual({ status: 'held' })
    Object.assign(stage.sealer, { forCase })
  })

  test('that is set in the very moment of erasing comes first or not at all', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await reachStory(person)
    const code = await person.code()
    const { commit } = stage.store.ledger
    Object.assign(stage.store.ledger, {
      commit: async (one: Parameters<typeof commit>[0]) => {
        if (one.kinds.includes('case_erased')) {
          Object.assign(stage.store.ledger, { commit })
          await stage.desk.hold(code, NOOR, 'just in time')
        }
        return commit(one)
      },
    })
    expect(await stage.desk.erase(code, 'operator', 'r')).toEqual({ status: 'held' })
    expect(await isErased(stage, code)).toBe(false)
  })

  test.each<readonly [string, (who: Person) => Promise<unknown>]>([
    ['a draft', reachStory],
    ['what was sent', submit],
  ])('stops time for %s', async (_, reach) => {
    const { stage, person, code } = await held(reach)
    expect((await person.book()).endsAt).toBeUndefined()
    await stage.desk.setSeverity(code, NOOR, 'P4', 'nothing new')
    await stage.passTime(hours(24 * 100))
    expect(await isErased(stage, code)).toBe(false)
    await stage.desk.liftHold(code, NOOR, 'over')
    await stage.passTime(hours(24 * 40))
    expect(await isErased(stage, code)).toBe(true)
    expect(await faultsOf(stage)).toEqual([])
  })
})

describe('a person who wants everything erased while a hold stands', () => {
  const wanting = async (language = 'en') => {
    const got = await held(async (who) => {
      await submit(who)
      await setSecrets(who, { pin: '483917' })
    })
    const { stage, person } = got
    await person.says('consents')
    await person.says('share with investigators', { from: { language } })
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    await stage.sendAll()
    return got
  }

  test('is told so calmly, once, without a name or a reason, and the chat is emptied', async () => {
    const { stage, person, code } = await wanting()
    expect(await isErased(stage, code)).toBe(false)
    expect(person.hears()).toMatch(/^Noted: everything is to be erased\. An official body asked/)
    expect(person.hears()).not.toMatch(/Karkh|court|Noor/)
    expect(person.heard().filter((text) => text.includes('official body'))).toHaveLength(1)
    expect(person.heard().some((text) => text.includes('Proof: '))).toBe(false)
    expect(stage.channel.sent.some((one) => one.content.kind === 'wipe')).toBe(true)
    const { events } = await stage.casebook.read((await stage.store.views.byCode(code))!.caseId)
    expect(events.flat().some((event) => event.type === 'erase_confirmed')).toBe(true)
  })

  test('shares nothing any more, is written to by nobody, and begins anew', async () => {
    const { stage, person, code, caseId } = await wanting()
    const state = await stage.casebook.load(caseId)
    expect(mayShare(state, 'share-investigators')).toBe(false)
    const book = await stage.desk.open(code)
    expect(typeof book === 'object' && book.consents.some(({ given }) => given)).toBe(false)
    await stage.desk.claim(code, NOOR)
    const { version } = await stage.casebook.load(caseId)
    expect(await stage.desk.say(code, NOOR, 'hello?', version)).toEqual({ status: 'refused', why: 'no_chat' })
    const heard = person.heard().length
    await stage.passTime(hours(24 * 30))
    expect(person.heard()).toHaveLength(heard)
    await person.says('hello')
    const rows = (await stage.desk.list({}, { limit: 10 })).rows
    expect(rows).toHaveLength(2)
  })

  test('cannot be found again by code and PIN: to whoever asks it is gone', async () => {
    const { stage, code } = await wanting()
    const other = stage.person('2')
    await comeBack(other, code, '483917')
    await stage.workAll()
    expect(other.hears()).toMatch(/opens nothing/)
  })

  test('has it erased as soon as the hold is lifted, and is told so without the code where they may be written to', async () => {
    const { stage, person, code, caseId } = await wanting()
    await stage.passTime(hours(24 * 60))
    await stage.desk.liftHold(code, NOOR, 'the court closed its file')
    await stage.workAll()
    await stage.sendAll()
    expect(await isErased(stage, code)).toBe(true)
    expect(await stage.keys.get(caseId)).toBe('destroyed')
    expect(person.hears()).toMatch(/no longer kept with us/)
    expect(person.hears()).not.toContain(code)
    expect(await faultsOf(stage)).toEqual([])
  })

  test('is told nothing months later on a phone that others look at', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    for (const text of ['continue', 'skip', 'someone sees this phone', 'shared']) await person.says(text)
    const code = await person.code()
    await stage.desk.hold(code, NOOR, 'letter 9')
    await person.says('erase')
    await person.says('yes')
    await stage.workAll()
    await stage.sendAll()
    const heard = person.heard().length
    stage.clock.advance(hours(24 * 60))
    await stage.desk.liftHold(code, NOOR, 'over')
    await stage.workAll()
    await stage.sendAll()
    expect(await isErased(stage, code)).toBe(true)
    expect(person.heard()).toHaveLength(heard)
  })

  test('is answered too where the hold came between their yes and the erasing, and where it was lifted just then', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await submit(person)
    await stage.workAll()
    const code = await person.code()
    await person.says('erase')
    await person.says('yes')
    await stage.desk.hold(code, NOOR, 'letter 9')
    await stage.workAll()
    await stage.sendAll()
    expect(person.hears()).toMatch(/official body/)
    // Another process lifts it while this one holds an older state.
    const { makeDesk } = await import('../../../../core/services/desk/make-desk.ts')
    await makeDesk(stage.ports, makeCasebook(stage.ports)).liftHold(code, NOOR, 'over')
    stage.clock.advance(seconds(5))
    await stage.workAll()
    expect(await isErased(stage, code)).toBe(true)
  })
})
