import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WantedList } from '../../../adapters/console/contract/wanted.ts'
import { hours, minutes } from '../../../core/base/units.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

type Member = Awaited<ReturnType<World['member']>>

let world: World
let it: BuiltCase
let noor: Member
let salma: Member
let hala: Member
beforeEach(async () => {
  world = await openWorld({}, {}, { rule: { twoPersons: true } })
  it = await aCase(world)
  await it.append({ type: 'consent_given', scope: 'share-investigators', version: '1', language: 'en' })
  noor = await world.member('noor')
  salma = await world.member('salma', 'supervisor')
  hala = await world.member('hala', 'supervisor')
  await world.post(`/api/v1/cases/${it.code}/claim`, {}, noor)
})
afterEach(() => world.close())

const post = (who: Member, path: string, body: unknown = {}) =>
  world.post(`/api/v1/cases/${it.code}${path}`, body, who)
const read = async (who: Member): Promise<WantedList> =>
  (await world.get('/api/v1/me/wanted', who)).json<WantedList>()
const kinds = async (who: Member) => (await read(who)).wanted.map(({ kind, code, by }) => [kind, code, by])

describe('what waits for an answer of the team', () => {
  test('a call for help stands before every supervisor and nobody else, until one of them came', async () => {
    await post(noor, '/help', { text: 'she does not answer' })
    for (const boss of [salma, hala]) expect(await kinds(boss)).toEqual([['help', it.code, 'noor']])
    expect(await kinds(noor)).toEqual([])
    await post(salma, '/help/done')
    for (const boss of [salma, hala]) expect(await kinds(boss)).toEqual([])
  })

  test('who calls for help is a supervisor: the others are called, and not they themselves', async () => {
    await post(salma, '/transfer', { agent: salma.id, note: 'I know her' })
    await post(salma, '/help')
    expect(await kinds(salma)).toEqual([])
    expect(await kinds(hala)).toEqual([['help', it.code, 'salma']])
  })

  test('asking to erase stands before who may agree, not before who asked; it goes when it is refused or a day has passed', async () => {
    const asked = await post(salma, '/erasure', { ground: 'person', reason: 'she asked for it' })
    expect(await kinds(salma)).toEqual([])
    expect(await kinds(noor)).toEqual([])
    expect(await kinds(hala)).toEqual([['erasure', it.code, 'salma']])
    await post(hala, `/erasure/${asked.json<{ seq: number }>().seq}/refuse`, {
      reason: 'nobody showed a letter',
    })
    expect(await kinds(hala)).toEqual([])
    await post(salma, '/erasure', { ground: 'person', reason: 'she asked for it again' })
    world.clock.advance(hours(24))
    expect(await kinds(hala)).toEqual([])
  })

  test('a case that was erased waits for nobody', async () => {
    const asked = await post(salma, '/erasure', { ground: 'person', reason: 'she asked for it' })
    await post(noor, '/help')
    await post(hala, `/erasure/${asked.json<{ seq: number }>().seq}/approve`)
    expect(await kinds(hala)).toEqual([])
  })

  test('a bundle that a second person has to agree to stands before them, and goes with the answer', async () => {
    const asked = await post(noor, '/exports', { reason: 'the court asked for it' })
    expect(asked.statusCode).toBe(201)
    expect(await kinds(noor)).toEqual([])
    for (const boss of [salma, hala]) expect(await kinds(boss)).toEqual([['export', it.code, 'noor']])
    await post(hala, `/exports/${asked.json<{ seq: number }>().seq}/approve`, {
      reason: 'the letter is here',
    })
    for (const boss of [salma, hala]) expect(await kinds(boss)).toEqual([])
  })

  test('who waits in danger longer than was promised stands first, before all who may take the case over', async () => {
    const late = await aCase(world)
    // As grave, and asked earlier: the person comes first all the same.
    await post(noor, '/severity', { severity: 'P1', reason: 'she is in danger as well' })
    await post(noor, '/help')
    await world.post(
      `/api/v1/cases/${late.code}/severity`,
      { severity: 'P1', reason: 'she is in danger' },
      salma,
    )
    const before = await read(salma)
    expect(before.wanted.map(({ kind }) => kind)).toEqual(['help'])
    world.clock.advance(hours(1))
    expect(Date.parse(before.next ?? '')).toBeLessThan(world.clock.now())
    expect((await read(salma)).wanted.map(({ kind }) => kind)).toEqual(['late', 'help'])
    expect(await kinds(noor)).toEqual([['late', late.code, undefined]])
    await world.post(`/api/v1/cases/${late.code}/claim`, {}, noor)
    expect(await kinds(noor)).toEqual([])
  })

  test('nothing is told of a case that teams keep from a member', async () => {
    const other = await world.member('reem', 'agent', ['account'])
    const late = await aCase(world)
    await world.post(
      `/api/v1/cases/${late.code}/severity`,
      { severity: 'P1', reason: 'she is in danger' },
      salma,
    )
    await world.post(`/api/v1/cases/${late.code}/team`, { team: 'minors' }, salma)
    world.clock.advance(hours(1))
    expect(await kinds(other)).toEqual([])
    expect(await kinds(noor)).toHaveLength(1)
  })

  test('a closed case still waits for who has to agree to its bundle', async () => {
    await post(noor, '/exports', { reason: 'the court asked for it' })
    await post(noor, '/close', { outcome: 'resolved' })
    world.clock.advance(minutes(5))
    expect(await kinds(salma)).toEqual([['export', it.code, 'noor']])
  })
})
