import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../adapters/console/contract/index.ts'
import type { CaseColleagues } from '../../../adapters/console/contract/mentions.ts'
import type { Timeline } from '../../../adapters/console/contract/shift.ts'
import type { WantedList } from '../../../adapters/console/contract/wanted.ts'
import { aCase, openWorld, type BuiltCase, type World } from './world.ts'

type Member = Awaited<ReturnType<World['member']>>

let world: World
let it: BuiltCase
let noor: Member
let sara: Member
let sarah: Member
beforeEach(async () => {
  world = await openWorld()
  it = await aCase(world)
  noor = await world.member('noor')
  sara = await world.member('Sara')
  sarah = await world.member('Sara-Hassan')
})
afterEach(() => world.close())

const note = (text: string, who: Member = noor) =>
  world.post(`/api/v1/cases/${it.code}/notes`, { text }, { cookie: who.cookie })
const wanted = async (who: Member) =>
  (await world.get('/api/v1/me/wanted', { cookie: who.cookie })).json<WantedList>().wanted
const file = async () =>
  (await world.get(`/api/v1/cases/${it.code}`, { cookie: noor.cookie })).json<CaseFile>()
const see = (place: string, who: Member) =>
  world.post(`/api/v1/cases/${it.code}/notes/${place}/seen`, {}, { cookie: who.cookie })

describe('a colleague who is named in a note', () => {
  test('is told by whom, in which case and by which note; seen by them, it goes for them alone', async () => {
    expect((await note('@sara and @Sara-Hassan, who knows her mother?')).statusCode).toBe(200)
    const place = (await file()).notes[0]?.id ?? ''
    for (const named of [sara, sarah])
      expect(await wanted(named)).toMatchObject([{ kind: 'mention', code: it.code, by: 'noor', note: place }])
    expect(await wanted(noor)).toEqual([])
    expect((await see(place, sara)).statusCode).toBe(200)
    expect(await wanted(sara)).toEqual([])
    expect(await wanted(sarah)).toHaveLength(1)
    expect((await see(place, sara)).json()).toMatchObject({ code: 'already' })
  })

  test.each([
    ['@Sara-Hassan', ['Sara-Hassan']],
    ['(@Sara)', ['Sara']],
    ['@SARA', ['Sara']],
    ['@Sarah', []],
    ['mail a@sara.example', []],
    ['@noor', []],
    ['Sara', []],
  ])('is found in %j: %j', async (text, named) => {
    await note(text)
    const told = await Promise.all(
      [sara, sarah, noor].map(async (who) => ((await wanted(who)).length > 0 ? [who] : [])),
    )
    const names = new Map([
      [sara, 'Sara'],
      [sarah, 'Sara-Hassan'],
      [noor, 'noor'],
    ])
    expect(told.flat().map((who) => names.get(who))).toEqual(named)
  })

  test('must be of those who see the case, who alone are listed: else nothing is kept, and it is said who it is', async () => {
    const other = await world.member('reem', 'agent', ['account'])
    await world.post(`/api/v1/cases/${it.code}/team`, { team: 'minors' }, { cookie: noor.cookie })
    const { colleagues } = (
      await world.get(`/api/v1/cases/${it.code}/colleagues`, { cookie: noor.cookie })
    ).json<CaseColleagues>()
    expect(colleagues.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { id: sara.id, name: 'Sara' },
      { id: sarah.id, name: 'Sara-Hassan' },
    ])
    const refused = await note('@Sara @reem come')
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ code: 'unseen', holder: 'reem' })
    expect((await file()).notes).toEqual([])
    expect([await wanted(sara), await wanted(other)]).toEqual([[], []])
  })

  test('waits for that no more once the case is closed', async () => {
    await note('@Sara come')
    expect(await wanted(sara)).toHaveLength(1)
    await world.post(`/api/v1/cases/${it.code}/claim`, {}, { cookie: noor.cookie })
    const closed = await world.post(
      `/api/v1/cases/${it.code}/close`,
      { outcome: 'resolved' },
      { cookie: noor.cookie },
    )
    expect(closed.statusCode).toBe(200)
    expect(await wanted(sara)).toEqual([])
  })

  test('is told no more of a case that was taken out of their sight since', async () => {
    const other = await world.member('reem', 'agent', [(await file()).team])
    await note('@reem come')
    expect(await wanted(other)).toHaveLength(1)
    await world.post(`/api/v1/cases/${it.code}/team`, { team: 'minors' }, { cookie: noor.cookie })
    expect(await wanted(other)).toEqual([])
  })

  test('stands in the chain with who named them and that they saw it', async () => {
    await note('@Sara come')
    await see((await file()).notes[0]?.id ?? '', sara)
    const { entries } = (
      await world.get(`/api/v1/cases/${it.code}/timeline`, { cookie: noor.cookie })
    ).json<Timeline>()
    const told = entries.filter(({ kind }) => /mention/.test(kind)).map(({ kind, by }) => [kind, by])
    expect(told).toEqual([
      ['mention_seen', 'Sara'],
      ['colleague_mentioned', 'noor'],
    ])
  })

  test('is told once, however often the same note is sent again under one key', async () => {
    for (const _ of [1, 2])
      await world.post(
        `/api/v1/cases/${it.code}/notes`,
        { text: '@Sara come' },
        { cookie: noor.cookie, headers: { 'idempotency-key': 'one-note' } },
      )
    expect(await wanted(sara)).toHaveLength(1)
  })
})
